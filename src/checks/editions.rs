//! DL303 edition-order: of one series, a later edition cannot come before an earlier one.

use super::Finding;
use super::case::{Case, told_window};
use super::report::Report;
use super::told::{Frame, Told, told};
use crate::text::normalise::ordinal;
use crate::time::{Window, words};
use crate::world::Event;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    for (index, local) in case.article.meetings.local.iter().enumerate() {
        let Some(event) = case.world.event_of(case.doc, index as u32) else { continue };
        let Some((series, edition)) = event.series.as_ref().zip(event.edition) else { continue };
        let mentions =
            local.mentions.iter().filter_map(|at| case.article.meetings.mentions.get(*at as usize));
        let dated = mentions.filter(|m| !case.unsettled(m.sentence)).find_map(|m| told(case, m));
        let Some(Told { window, span, frame: Frame::Calendar, .. }) = dated else { continue };
        if report.is_tainted(span) {
            continue;
        }
        let kin = case.world.events_of_series(series).filter(|g| g.id != event.id);
        let wrong = kin.filter_map(|g| Some((g, g.edition?, known(case, g)?))).find(|(_, other, when)| {
            let before = |a: Window, b: Window| a.latest.zip(b.earliest).is_some_and(|(a, b)| a < b);
            *other < edition && before(window, *when) || *other > edition && before(*when, window)
        });
        let Some((other, number, when)) = wrong else { continue };
        let message = format!(
            "the {} is put in {}; the {} was in {}",
            numbered(event, edition),
            told_window(window),
            numbered(other, number),
            told_window(when)
        );
        let account = other.accounts.first().and_then(|a| a.when.as_ref());
        let place = other.profile.clone().or_else(|| account.map(|(_, place)| place.clone()));
        let finding = Finding::new(303, span, message);
        report.add(match place {
            Some(place) => finding.related(place, "the other edition"),
            None => finding,
        });
    }
}

/// When an event was, by its profile or by accounts that agree.
fn known(case: &Case<'_>, event: &Event) -> Option<Window> {
    let stated = event.profile.as_ref().and_then(|place| case.event_at(place));
    stated.or(event.when).filter(|w| w.days().is_some_and(|days| days <= 31))
}

/// "3rd Belt and Road Forum", however the number is written.
fn numbered(event: &Event, n: u16) -> String {
    let name = &*event.name;
    let bare =
        name.split_once(' ').filter(|(first, _)| words::ordinal(first).is_some()).map_or(name, |(_, b)| b);
    format!("{} {bare}", ordinal(n.into()))
}
