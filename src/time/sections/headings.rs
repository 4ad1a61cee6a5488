//! Headings that are dates: "## 3 May 2024", or dates alone on their lines in a plain timeline. They are the
//! days of what stands under them.

use super::zone_times::ZoneTimes;
use super::{Draft, Section};
use crate::text::{Index, ZoneKind};
use crate::time::{Anchor, Timex};

/// Dates alone on their lines that make a plain text a timeline. One or two are when it was published and
/// updated.
const MIN_PLAIN_HEADINGS: usize = 3;

pub(super) fn mark(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    for zone in 0..view.count() {
        let level = level(view.text(zone));
        if level == 0 {
            continue;
        }
        if let Some(head) = date(view, zone) {
            let end = (zone + 1..view.count()).find(|at| (1..=level).contains(&self::level(view.text(*at))));
            section(view, draft, zone, head, end.unwrap_or(view.count()));
        }
    }
    plain(view, draft);
}

/// Dates alone on their lines, each with text under it.
fn plain(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    let heads = (0..view.count()).filter(|zone| level(view.text(*zone)) == 0 && view.quote_depth(*zone) == 0);
    let heads: Vec<_> = heads.filter_map(|zone| Some((zone, date(view, zone)?))).collect();
    if heads.len() < MIN_PLAIN_HEADINGS || !heads.iter().all(|(zone, _)| view.is_told(zone + 1)) {
        return;
    }
    for (at, (zone, head)) in heads.iter().enumerate() {
        section(view, draft, *zone, *head, heads.get(at + 1).map_or(view.count(), |next| next.0));
    }
}

/// Gives a heading's date to what stands under it, up to the zone `end`.
fn section(view: &ZoneTimes<'_, '_>, draft: &mut Draft, zone: usize, head: Index<Timex>, end: usize) {
    draft.head(zone, head);
    draft.headings.extend(view.zone(zone).map(|zone| zone.span));
    draft.set(zone + 1, end, Section { from: Anchor::Mention(head), tells: true });
}

/// The date of a zone that is nothing but one: a day of a month, perhaps with its weekday.
fn date(view: &ZoneTimes<'_, '_>, zone: usize) -> Option<Index<Timex>> {
    let (index, timex) = view.day(zone)?;
    let whole = timex.parts.month.is_some() && timex.parts.day.is_some() && timex.range.is_none();
    let kind = view.zone(zone)?.kind;
    let own = matches!(kind, ZoneKind::Dateline | ZoneKind::Caption);
    (whole && !own && view.is_only_times(zone)).then_some(index)
}

/// The level of a Markdown heading; 0 for anything else.
fn level(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches('#').len();
    let spaced = text.get(marks..).is_some_and(|rest| rest.starts_with(' '));
    if spaced && marks <= 6 { marks } else { 0 }
}
