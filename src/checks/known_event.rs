//! DL402 known-event: the date an article gives for a meeting against the one a profile states.

use super::Finding;
use super::context::Context;
use super::reasoning::meeting_date::calendar_date;
use super::reasoning::wording;
use super::report::Report;
use crate::text::Span;
use crate::time::Window;
use crate::world::Account;

/// A difference of one day may be a time zone.
const MAX_ZONE_DAYS: i32 = 1;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (account, event) in context.accounts() {
        let Some(place) = &event.profile else { continue };
        let Some(known) = context.event_at(place) else { continue };
        if let Some(span) = contradicting(context, report, account, known) {
            let message = format!("{} was {}", event.name, wording::window(known));
            report.add(Finding::new(402, span, message).related(place.clone(), "the profile says so"));
        }
    }
}

/// The first date of the meeting that differs from the known one.
fn contradicting(context: &Context<'_>, report: &Report, account: &Account, known: Window) -> Option<Span> {
    let settled = context.mentions_of(account).filter(|mention| !context.is_unsettled(mention.sentence));
    let mut dates = settled.filter_map(|mention| calendar_date(context, mention));
    let other =
        dates.find(|d| !d.window.widened(MAX_ZONE_DAYS).meets(known) && !report.is_tainted(d.span))?;
    Some(other.span)
}
