//! DL206 outside-container: a meeting said to be part of another, on a day that lies outside it.

use super::Finding;
use super::context::{Context, MeetingConflict};
use super::reasoning::meeting_order::conflict;
use super::reasoning::wording;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let Some(MeetingConflict::Containment { inner, outer }) = conflict(context, report) else { return };
    let message = format!(
        "`{}` on {} falls outside `{}` ({})",
        context.quote(inner.span),
        wording::window(inner.window),
        context.quote(outer.span),
        wording::window(outer.window)
    );
    report.add(
        Finding::new(206, inner.when, message)
            .related(context.place(outer.when), format!("`{}`", context.quote(outer.span))),
    );
}
