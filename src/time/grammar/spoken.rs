//! Spoken clock times: "half past three", "by dawn", "between 2 and 4 p.m.", "the early hours of Monday".

use super::clock::{clock, half_day, in_part, is_day, timed};
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::TimexKind;
use crate::time::lexicon::Word;
use crate::time::unit::{Part, Unit};
use crate::time::value::Time;

impl Reader<'_, '_> {
    /// "half past three", "a quarter to nine", "ten minutes to noon", "at five to eight".
    pub(super) fn told(&self, at: usize) -> Option<(Time, usize)> {
        let first = self.skip(at, Word::A);
        let (minutes, next, sure) = match self.word(first) {
            // British "at half seven".
            Word::Half if self.before(at) == Word::At && matches!(self.word(at + 1), Word::Small(_)) => {
                (30, at, true)
            }
            Word::Half if first == at => (30, at + 1, true),
            Word::Unit(Unit::Quarter) if self.before(at) != Word::The => (15, first + 1, true),
            Word::Small(_) | Word::Tens(_) | Word::Digits(_, 1..=2) if first == at => {
                let (n, end) = self.cardinal(at)?;
                let next = self.skip(end, Word::Units(Unit::Minute));
                (n, next, next > end || self.word(next + 2) == Word::Oclock)
            }
            _ => return None,
        };
        let past = match self.word(next) {
            Word::Half if next == at => true,
            Word::Past | Word::After if minutes != 30 || self.word(next) == Word::Past => true,
            Word::To | Word::Before | Word::Until if minutes != 30 => false,
            _ => return None,
        };
        let end = next + 2;
        let (hour, named) = match self.word(next + 1) {
            Word::Small(n @ 1..=12) | Word::Digits(n @ 1..=12, 1..=2) => (n, false),
            // "half past 8pm"
            Word::Hour(n @ 1..=12, pm) => (u32::from(half_day(u32::from(n), pm)), true),
            Word::Noon => (12, true),
            Word::Midnight => (24, true),
            _ => return None,
        };
        // "ten to three" is a vote, "at ten to three" a time; "a quarter to nine percent" is neither.
        let decimal = matches!(self.word(end), Word::Dot | Word::Colon) && self.glued(end + 1);
        let counted = !named
            && (matches!(self.word(end), Word::Hyphen | Word::Scale(_) | Word::Unit(_) | Word::Units(_))
                || decimal
                || self.is_written(end, TimeClass::PerCount)
                || self.word(end) == Word::Other && self.text(end).starts_with(char::is_lowercase));
        if !(1..60).contains(&minutes) || counted || !(sure || named || self.before(at) == Word::At) {
            return None;
        }
        let (base, end) = match self.in_the_part(hour, self.skip(end, Word::Oclock)) {
            Some((Time::Clock { hour, .. }, end)) if !named => (u32::from(hour), end),
            _ => (hour, self.skip(end, Word::Oclock)),
        };
        let total = (base * 60 + 24 * 60 + if past { minutes } else { 0 }) - if past { 0 } else { minutes };
        let hour = total / 60 % 24;
        // Spoken hours have no zero: five to one is 12:55.
        let hour = if base == 1 && hour == 0 { 12 } else { hour };
        Some((clock(hour as u8, (total % 60) as u8), end))
    }

    /// "tonight at 7", "tomorrow morning at seven": a bare hour whose half of the day is said before it.
    pub(super) fn at_hour(&self, found: Found) -> Found {
        let (Some(Time::Part(part)), Word::At | Word::About) = (found.expr.time, self.word(found.end)) else {
            return found;
        };
        let at = self.skip(found.end + 1, Word::About);
        let (Word::Digits(hour @ 1..=12, 1..=2) | Word::Small(hour @ 1..=12)) = self.word(at) else {
            return found;
        };
        let ends = at + 1 >= self.last
            || matches!(self.word(at + 1), Word::Comma | Word::And | Word::To)
            || self.word(at + 1) == Word::Dot && !self.glued(at + 2);
        let time = in_part(clock(half_day(hour, false), 0), part);
        if !ends || part == Part::Morning && hour == 12 {
            return found;
        }
        Found { end: at + 1, rule: "time on a day", expr: timed(found.expr, time), ..found }
    }

    /// "by dawn", "at dusk": dawn and the like, where a preposition makes them a time.
    pub(super) fn light(&self, at: usize) -> Option<(Time, usize)> {
        let Word::Light(part) = self.word(at) else { return None };
        let asked = matches!(
            self.before(at),
            Word::At
                | Word::By
                | Word::Before
                | Word::After
                | Word::Until
                | Word::Since
                | Word::From
                | Word::To
        );
        let joined = self.word(at + 1) == Word::Hyphen && self.glued(at + 1);
        (asked && !joined && !self.capital(at)).then_some((Time::Part(part), at + 1))
    }

    /// "between 2 and 4 p.m.", "9-11 a.m. Tuesday": an "a.m." or "p.m." given once belongs to both hours.
    pub(super) fn hours(&self, at: usize) -> Option<Found> {
        let Word::Digits(first @ 1..=12, 1..=2) = self.word(at) else { return None };
        let joined = match self.word(at + 1) {
            Word::And => self.before(at) == Word::Between,
            Word::To => matches!(self.before(at), Word::From | Word::Open),
            Word::Hyphen => self.glued(at + 1) && !self.glued(at),
            _ => false,
        };
        let half = match self.word(at + 3) {
            Word::Am => Some(false),
            Word::Pm => Some(true),
            _ => None,
        };
        let half = match self.word(at + 2) {
            Word::Hour(_, pm) => Some(pm),
            _ => half,
        };
        let (true, Some(pm)) = (joined, half) else { return None };
        let second = self.clock(at + 2)?;
        let Some(Time::Clock { hour, .. }) = second.expr.time else { return None };
        let same = half_day(first, pm);
        let time = clock(if same < hour { same } else { half_day(first, !pm) }, 0);
        let found = Found::new(at, at + 1, TimexKind::Time, second.rule, second.expr.when.clone());
        let (expr, parts) = (timed(found.expr, time), second.parts);
        Some(Found { expr, parts, also: Some(Box::new(second)), ..found })
    }

    /// "the early hours of Monday", "the small hours of 5 May".
    pub(super) fn hours_of(&self, at: usize) -> Option<Found> {
        let early = self.word(at + 1) == Word::Early || self.is(at + 1, TimeClass::Small);
        let part = match self.word(at + 1) {
            _ if early => Part::Morning,
            Word::Late => Part::Night,
            _ => return None,
        };
        let day = self.point(at + 4).filter(|day| self.word(at) == Word::The && is_day(day))?;
        let found = Found::new(at, day.end, TimexKind::Time, "part of a day", day.expr.when.clone());
        Some(Found { expr: timed(day.expr, Time::Part(part)), parts: day.parts, ..found })
    }
}
