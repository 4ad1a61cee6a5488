//! One meeting, several dates: DL201 same-event-two-dates within an article, DL301 same-meeting-other-date across
//! articles.

use super::Finding;
use super::case::{Case, told_window};
use super::report::Report;
use super::told::{Frame, Told, edge_in, lasts, told};
use crate::events::Account;
use crate::meetings::{EventMention, Status};
use crate::text::Span;
use crate::time::Window;
use crate::world::Place;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    within(case, report);
    across(case, report);
}

/// Mentions that are compared with each other.
const MOST: usize = 200;

/// DL201.
fn within(case: &Case<'_>, report: &mut Report) {
    for mentions in same_meetings(case) {
        let told: Vec<(&EventMention, Told)> = mentions
            .into_iter()
            .filter(|m| !case.unsettled(m.sentence) && m.status != Status::Off)
            .filter_map(|m| Some((m, told(case, m)?)))
            .filter(|(m, t)| !report.is_tainted(t.span) && is_close(case, m, t))
            .collect();
        for (at, later) in told.iter().enumerate() {
            // An edition is held once, whether it is told as planned or as held.
            let settled = |m: &EventMention| m.edition.is_some() || m.status == later.0.status;
            let clash = told.iter().take(at).find(|(m, t)| settled(m) && t.is_apart(&later.1));
            let Some(earlier) = clash else { continue };
            // The date given once is to blame; between equals the later one.
            let support = |t: &Told| told.iter().filter(|(_, o)| !o.is_apart(t)).count();
            let blame_earlier = support(&earlier.1) < support(&later.1);
            let ((event, wrong), (other, right)) =
                if blame_earlier { (earlier, later) } else { (later, earlier) };
            let (x, y) = (case.quote(wrong.span), case.quote(right.span));
            let message = format!("`{}` is dated `{x}` here and `{y}` there", case.quote(event.span));
            let there = match right.frame {
                Frame::Calendar => format!("`{}` is {}", case.quote(other.span), told_window(right.window)),
                _ => format!("`{}` is `{y}`", case.quote(other.span)),
            };
            report.add(Finding::new(201, wrong.span, message).related(case.place(right.span), there));
            break;
        }
    }
}

/// Whether the date stands so near its meeting that it is surely the meeting's: nothing is reported or said between.
fn is_close(case: &Case<'_>, mention: &EventMention, told: &Told) -> bool {
    let (first, second) = if told.span.start < mention.span.start {
        (told.span, mention.span)
    } else {
        (mention.span, told.span)
    };
    let between = case.article.text.slice(Span::new(first.end, second.start)).to_lowercase();
    let most = if told.frame == Frame::Week || told.weekday_only { 4 } else { 10 };
    let words = between.split_whitespace();
    let other =
        ["that", "said", "told", "issued", "asked", "announced", "informed", "reported", "after", "before"];
    between.split_whitespace().count() <= most && !words.into_iter().any(|w| other.contains(&w))
}

/// Mentions of one meeting. The reader keeps meetings apart that differ in their dates, and rightly so: only an
/// edition of a series, which is held once, and "the talks" after the only talks there are bring them together here.
fn same_meetings<'a>(case: &'a Case<'_>) -> Vec<Vec<&'a EventMention>> {
    let mentions = &case.article.meetings.mentions;
    let mut groups: Vec<Vec<&EventMention>> = Vec::new();
    for mention in mentions.iter().take(MOST) {
        let same = |other: &EventMention| {
            let edition = mention.edition.is_some() && mention.edition == other.edition;
            let series = |m: &EventMention| m.series.as_deref().map(crate::meetings::series::key);
            if edition && series(mention).is_some() {
                return series(mention) == series(other);
            }
            mention.local == other.local || refers_back(case, mention, other)
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| same(first))) {
            Some(group) => group.push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups
}

/// "The talks", behind the only talks that the article has told of: no other principals, no "second" or "earlier".
fn refers_back(case: &Case<'_>, mention: &EventMention, first: &EventMention) -> bool {
    let mentions = &case.article.meetings.mentions;
    let sentence = case.article.sentence(mention.sentence);
    let before = case.article.text.slice(Span::new(sentence.start, mention.span.start)).to_lowercase();
    let article = before.split_whitespace().next_back();
    let named = mention.series.is_some() || first.series.is_some();
    let known = mention.who.iter().all(|who| first.who.contains(who));
    let only = || {
        let kin = mentions
            .iter()
            .take(MOST)
            .filter(|m| m.kind == mention.kind && m.span.start < mention.span.start);
        kin.into_iter().all(|m| m.local == first.local)
    };
    let alike = mention.kind == first.kind && mention.status == first.status && !named && known;
    alike && matches!(article, Some("the" | "their" | "these" | "this")) && first.who.len() >= 2 && only()
}

fn apart(a: Window, b: Window) -> bool {
    !a.meets(b)
}

/// DL301.
fn across(case: &Case<'_>, report: &mut Report) {
    for local in 0..case.article.meetings.local.len() as u32 {
        let Some(event) = case.world.event_of(case.doc, local) else { continue };
        if event.accounts.len() < 2 {
            continue;
        }
        let mine = event.accounts.iter().find(|a| a.doc == *case.doc && a.local == local);
        let Some((mine, (window, place))) = mine.and_then(|a| Some((a, day_of(case, a)?))) else { continue };
        if report.is_tainted(place.span) || case.unsettled(sentence_of(case, place.span)) {
            continue;
        }
        let others = event.accounts.iter().filter(|a| a.doc != *case.doc && a.status == mine.status);
        let dated: Vec<(&Account, Window, &Place)> =
            others.filter_map(|a| day_of(case, a).map(|(w, p)| (&**a, w, p))).collect();
        // A day more or less may be a time zone.
        let against: Vec<_> = dated.iter().filter(|(_, w, _)| apart(w.widened(1), window)).collect();
        let with = dated.len() - against.len();
        let Some((account, other, at)) = against.first().filter(|_| against.len() >= with) else { continue };
        let message = format!(
            "this meeting is dated `{}`; {} says `{}`",
            case.quote(place.span),
            account.doc.file_name(),
            told_window(*other)
        );
        report.add(Finding::new(301, place.span, message).related((*at).clone(), "the other date"));
    }
}

/// The days of an account that names days: a weekday, a date, today. "Four years ago" agrees with much.
fn day_of<'a>(case: &Case<'_>, account: &'a Account) -> Option<(Window, &'a Place)> {
    let (window, place) = account.when.as_ref()?;
    let dated = case.world.article(&place.doc)?;
    let times = dated.article.times.iter().filter(|t| place.span.overlaps(t.span));
    let mut certain = times.map(|t| {
        let words = t.span.of(dated.article.text.as_str()).to_lowercase();
        let near = matches!(words.as_str(), "today" | "yesterday" | "tomorrow") && dated.dating.stated;
        let parts = t.parts;
        !t.quoted
            && t.modifier.is_none()
            && (near || parts.weekday.is_some() || parts.day.is_some() && parts.month.is_some())
    });
    // "Opens today" is one end of several days.
    let article = &dated.article;
    let best = article.meetings.mentions.get(account.best as usize)?;
    let at = article.sentence_at(place.span.start);
    let sentence = article.text.slice(article.sentence(at)).to_lowercase();
    if lasts(best.kind) && window.single().is_some() && edge_in(&sentence).is_some() {
        return None;
    }
    certain.all(|c| c).then_some((*window, place))
}

fn sentence_of(case: &Case<'_>, span: Span) -> u32 {
    case.article.sentence_at(span.start)
}
