//! One meeting, several dates: DL201 same-event-two-dates within an article, DL301 same-meeting-other-date across
//! articles.

use super::Finding;
use super::case::{Case, told_window};
use super::report::Report;
use crate::corpus::{Place, gatherings::Account};
use crate::meetings::{Mention, Status};
use crate::text::Span;
use crate::time::Window;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    within(case, report);
    across(case, report);
}

/// What one mention says of a meeting's time.
struct Told {
    window: Window,
    /// Where it says so.
    span: Span,
    status: Status,
    mention: Span,
}

fn told(case: &Case<'_>, mention: &Mention) -> Option<Told> {
    let (window, span) = case.days_of(mention)?;
    Some(Told { window, span, status: mention.status, mention: mention.span })
}

/// DL201.
fn within(case: &Case<'_>, report: &mut Report) {
    let meetings = &case.article.meetings;
    for local in &meetings.local {
        let mentions = local.mentions.iter().filter_map(|at| meetings.mentions.get(*at as usize));
        let told: Vec<Told> = mentions
            .filter(|m| !case.unsettled(m.sentence) && m.status != Status::Off)
            .filter_map(|m| told(case, m))
            .filter(|t| !report.is_tainted(t.span))
            .collect();
        for (at, later) in told.iter().enumerate() {
            let clash =
                told.iter().take(at).find(|t| t.status == later.status && apart(t.window, later.window));
            let Some(earlier) = clash else { continue };
            // The date given once is to blame; between equals the later one.
            let support = |t: &Told| told.iter().filter(|o| !apart(o.window, t.window)).count();
            let (wrong, right) =
                if support(earlier) < support(later) { (earlier, later) } else { (later, earlier) };
            let event = case.quote(wrong.mention);
            let (x, y) = (case.quote(wrong.span), case.quote(right.span));
            report.add(
                Finding::new(201, wrong.span, format!("`{event}` is dated `{x}` here and `{y}` there"))
                    .related(
                        case.place(right.span),
                        format!("`{}` is {}", case.quote(right.mention), told_window(right.window)),
                    ),
            );
            break;
        }
    }
}

fn apart(a: Window, b: Window) -> bool {
    !a.meets(b)
}

/// DL301.
fn across(case: &Case<'_>, report: &mut Report) {
    for local in 0..case.article.meetings.local.len() as u32 {
        let Some(gathering) = case.world.gathering_of(case.doc, local) else { continue };
        if gathering.accounts.len() < 2 {
            continue;
        }
        let mine = gathering.accounts.iter().find(|a| a.doc == *case.doc && a.local == local);
        let Some((mine, (window, place))) = mine.and_then(|a| Some((a, a.when.clone()?))) else { continue };
        if report.is_tainted(place.span) || case.unsettled(sentence_of(case, place.span)) {
            continue;
        }
        let others = gathering.accounts.iter().filter(|a| a.doc != *case.doc && a.status == mine.status);
        let dated: Vec<(&Account, Window, &Place)> =
            others.filter_map(|a| a.when.as_ref().map(|(w, p)| (a, *w, p))).collect();
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

fn sentence_of(case: &Case<'_>, span: Span) -> u32 {
    case.article.sentences.partition_point(|s| s.span.end <= span.start) as u32
}
