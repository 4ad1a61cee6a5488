//! DL301 same-meeting-other-date: another article gives the same meeting another date.

use super::Finding;
use super::context::Context;
use super::reasoning::blame::{other_accounts, outvoted_by};
use super::reasoning::meeting_date::{edge_in, lasts_days};
use super::reasoning::wording;
use super::report::Report;
use crate::events::{Account, Event};
use crate::text::Span;
use crate::time::{Timex, Window};
use crate::world::{DatedArticle, Place};

/// A day more or less may be a time zone.
const MAX_ZONE_DAYS: i32 = 1;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (mine, event) in context.accounts().filter(|(_, event)| event.accounts.len() > 1) {
        if let Some(finding) = other_date(context, report, mine, event) {
            report.add(finding);
        }
    }
}

fn other_date(context: &Context<'_>, report: &Report, mine: &Account, event: &Event) -> Option<Finding> {
    let (window, place) = day_of(context, mine)?;
    if report.is_tainted(place.span) || context.is_unsettled(context.article.sentence_at(place.span.start)) {
        return None;
    }
    let others: Vec<(&Account, Window, &Place)> = other_accounts(context.doc, event, mine)
        .filter_map(|account| day_of(context, account).map(|(window, place)| (account, window, place)))
        .collect();
    let (account, other, at) =
        outvoted_by(&others, |(_, other, _)| !other.widened(MAX_ZONE_DAYS).meets(window))?;
    let message = format!(
        "this meeting is dated `{}`; {} says `{}`",
        context.quote(place.span),
        account.doc.file_name(),
        wording::window(*other)
    );
    Some(Finding::new(301, place.span, message).related((*at).clone(), "the other date"))
}

/// The days of an account that names days: a weekday, a date, today. "Four years ago" agrees with much.
fn day_of<'a>(context: &Context<'_>, account: &'a Account) -> Option<(Window, &'a Place)> {
    let (window, place) = account.when.as_ref()?;
    let dated = context.world.article(&place.doc)?;
    let best = account.best.of(&dated.article.meetings.mentions)?;
    // "Opens today" is one end of several days.
    let is_edge = lasts_days(best.kind) && window.single().is_some() && tells_edge(dated, place.span);
    let mut times = dated.article.times.iter().filter(|timex| place.span.overlaps(timex.span));
    (!is_edge && times.all(|timex| names_day(dated, timex))).then_some((*window, place))
}

/// Whether the sentence of the date tells the beginning or the end of something.
fn tells_edge(dated: &DatedArticle, span: Span) -> bool {
    let article = &dated.article;
    let sentence = article.sentence(article.sentence_at(span.start));
    edge_in(&article.text.slice(sentence).to_lowercase()).is_some()
}

/// Whether a time names a day: a weekday, a day of a month, or "today" in an article that states its date.
fn names_day(dated: &DatedArticle, timex: &Timex) -> bool {
    let words = dated.article.text.slice(timex.span).to_lowercase();
    let near = matches!(words.as_str(), "today" | "yesterday" | "tomorrow") && dated.dating.stated;
    let parts = timex.parts;
    !timex.quoted
        && timex.modifier.is_none()
        && (near || parts.weekday.is_some() || parts.day.is_some() && parts.month.is_some())
}
