//! DL203 order-conflict: a meeting said to be before or after another, although their dates say otherwise.

use super::Finding;
use super::context::{Context, MeetingConflict};
use super::reasoning::meeting_order::conflict;
use super::reasoning::wording;
use super::report::Report;
use crate::article::cues::PlacedKind;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let Some(MeetingConflict::Order { first, then, word }) = conflict(context, report) else { return };
    let (a, b) = (context.quote(first.span), context.quote(then.span));
    let reason = format!("{} is after {}", wording::window(first.window), wording::window(then.window));
    let order = context.quote(word.span).to_lowercase();
    let message = match word.kind {
        PlacedKind::After { .. } => format!("`{b}` cannot be {order} `{a}`: {reason}"),
        _ => format!("`{a}` cannot be {order} `{b}`: {reason}"),
    };
    // The one mentioned later in the text is blamed.
    let (blamed, other) = if first.when.start > then.when.start { (first, then) } else { (then, first) };
    report.add(
        Finding::new(203, blamed.when, message)
            .related(context.place(other.when), format!("`{}`", context.quote(other.span))),
    );
}
