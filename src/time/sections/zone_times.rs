//! Zones with the times that stand in them.

use std::ops::Range;

use crate::text::{Index, Layout, Span, TokenKind, Zone, ZoneKind};
use crate::time::expr::{From, When};
use crate::time::unit::Unit;
use crate::time::{Timex, TimexKind};

/// A layout with its times, zone by zone.
pub(super) struct ZoneTimes<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub times: &'a [Timex],
    /// For each zone, its tokens and its times.
    ranges: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a, 't> ZoneTimes<'a, 't> {
    pub fn of(layout: &'a Layout<'t>, times: &'a [Timex]) -> Self {
        let ranges = layout.zones.iter().map(|zone| {
            let tokens = rows_in(&layout.tokens, zone, |token| token.span.start);
            (tokens, rows_in(times, zone, |timex| timex.span.start))
        });
        Self { layout, times, ranges: ranges.collect() }
    }

    /// How many zones there are.
    pub fn count(&self) -> usize {
        self.ranges.len()
    }

    pub fn zone(&self, zone: usize) -> Option<&Zone> {
        self.layout.zones.get(zone)
    }

    /// The zone's text.
    pub fn text(&self, zone: usize) -> &'t str {
        self.zone(zone).map_or("", |zone| self.layout.slice(zone.span))
    }

    pub fn is(&self, zone: usize, kind: ZoneKind) -> bool {
        self.zone(zone).is_some_and(|zone| zone.kind == kind)
    }

    /// The zone's tokens.
    pub fn tokens(&self, zone: usize) -> Range<usize> {
        self.ranges.get(zone).map_or(0..0, |(tokens, _)| tokens.clone())
    }

    /// The times in the zone.
    pub fn times(&self, zone: usize) -> impl Iterator<Item = (Index<Timex>, &'a Timex)> {
        let range = self.ranges.get(zone).map_or(0..0, |(_, times)| times.clone());
        let times = self.times;
        range.filter_map(move |at| Some((Index::new(at), times.get(at)?)))
    }

    /// The first time in the zone that names a day.
    pub fn day(&self, zone: usize) -> Option<(Index<Timex>, &'a Timex)> {
        self.times(zone).find(|(_, timex)| names_day(timex))
    }

    /// Whether the zone holds times and marks only, and at least one time.
    pub fn is_only_times(&self, zone: usize) -> bool {
        let mut times = self.times(zone).map(|(_, timex)| timex.span).peekable();
        times.peek().is_some()
            && self.tokens(zone).filter_map(|at| self.layout.token(at)).all(|token| {
                while times.peek().is_some_and(|time| time.end <= token.span.start) {
                    times.next();
                }
                token.kind == TokenKind::Punct || times.peek().is_some_and(|time| time.contains(token.span))
            })
    }

    /// Whether the zone is running text that ends as a sentence does.
    pub fn is_told(&self, zone: usize) -> bool {
        let text = self.text(zone).trim_end_matches(['"', '”', '’', ')', '*', '|', ' ']);
        self.is(zone, ZoneKind::Body) && text.ends_with(['.', '!', '?', '…'])
            || self.is(zone, ZoneKind::Summary)
    }

    /// How many ">" stand before the zone on its line.
    pub fn quote_depth(&self, zone: usize) -> usize {
        let Some(Span { start, .. }) = self.zone(zone).map(|zone| zone.span) else { return 0 };
        let before = self.layout.text.get(..start as usize).unwrap_or_default();
        let marks = before.chars().rev().take_while(|c| matches!(c, '>' | ' ' | '\t'));
        marks.filter(|c| *c == '>').count()
    }
}

/// The rows of a sorted table that begin in a zone.
fn rows_in<T>(table: &[T], zone: &Zone, start: impl Fn(&T) -> u32) -> Range<usize> {
    table.partition_point(|row| start(row) < zone.span.start)
        ..table.partition_point(|row| start(row) < zone.span.end)
}

/// Whether a time names a day, by date, weekday or "yesterday".
pub(super) fn names_day(timex: &Timex) -> bool {
    let by_name = match &timex.expr.when {
        When::Weekday { week, .. } => week.is_none(),
        // A time of day alone counts from what was said.
        When::Unit { unit, from, .. } => (*unit, *from) == (Unit::Day, From::Article),
        _ => false,
    };
    timex.kind.is_point() && (timex.parts.day.is_some() || by_name)
}

/// Whether a time is one of the clock.
pub(super) fn is_clock(timex: &Timex) -> bool {
    timex.kind == TimexKind::Time && timex.expr.time.is_some()
}
