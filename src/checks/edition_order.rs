//! DL303 edition-order: of one series, a later edition cannot come before an earlier one.

use super::Finding;
use super::context::Context;
use super::reasoning::meeting_date::{DateFrame, MeetingDate, date_of};
use super::reasoning::wording;
use super::report::Report;
use crate::text::normalise::ordinal;
use crate::time::{Window, words};
use crate::world::{Account, Event};

/// A meeting known to within a month shows which of two came first; a coarser date often does not.
const MAX_KNOWN_DAYS: i64 = 31;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (account, event) in context.accounts() {
        let Some(edition) = event.edition else { continue };
        let Some(date) = first_date(context, account).filter(|date| !report.is_tainted(date.span)) else {
            continue;
        };
        if let Some(finding) = out_of_order(context, event, edition, &date) {
            report.add(finding);
        }
    }
}

/// The first date that the article gives for the meeting, if it is a calendar date.
fn first_date(context: &Context<'_>, account: &Account) -> Option<MeetingDate> {
    let mut mentions = context.mentions_of(account).filter(|mention| !context.is_unsettled(mention.sentence));
    let first = mentions.find_map(|mention| date_of(context, mention));
    first.filter(|date| date.frame == DateFrame::Calendar)
}

fn out_of_order(context: &Context<'_>, event: &Event, edition: u16, date: &MeetingDate) -> Option<Finding> {
    let others = context.world.events_of_series(event.series.as_ref()?).filter(|other| other.id != event.id);
    let known = others.filter_map(|other| Some((other, other.edition?, known_date(context, other)?)));
    let (other, number, when) = known.into_iter().find(|(_, number, when)| {
        *number < edition && is_before(date.window, *when)
            || *number > edition && is_before(*when, date.window)
    })?;
    let message = format!(
        "the {} is dated {}; the {} was {}",
        numbered(event, edition),
        wording::window(date.window),
        numbered(other, number),
        wording::window(when)
    );
    let account = other.accounts.first().and_then(|account| account.when.as_ref());
    let place = other.profile.clone().or_else(|| account.map(|(_, place)| place.clone()));
    let finding = Finding::new(303, date.span, message);
    Some(match place {
        Some(place) => finding.related(place, "the other edition"),
        None => finding,
    })
}

fn is_before(a: Window, b: Window) -> bool {
    a.latest.zip(b.earliest).is_some_and(|(end, start)| end < start)
}

/// When an event was, by its profile or by accounts that agree.
fn known_date(context: &Context<'_>, event: &Event) -> Option<Window> {
    let stated = event.profile.as_ref().and_then(|place| context.event_at(place));
    stated.or(event.when).filter(|window| window.days().is_some_and(|days| days <= MAX_KNOWN_DAYS))
}

/// "3rd Belt and Road Forum", however the number is written.
fn numbered(event: &Event, edition: u16) -> String {
    let name = &*event.name;
    let bare =
        name.split_once(' ').filter(|(first, _)| words::ordinal(first).is_some()).map_or(name, |(_, b)| b);
    format!("{} {bare}", ordinal(edition.into()))
}
