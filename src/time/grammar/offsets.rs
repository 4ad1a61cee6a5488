//! Amounts counted from a day that is named: "two days before yesterday", "three weeks from tomorrow".

use super::{Found, Reader};
use crate::time::expr::{From, Pick, When};
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Amount, Length};

impl Reader<'_, '_> {
    /// "two Fridays ago".
    pub(super) fn weekdays_ago(&self, at: usize) -> Option<Found> {
        let (n, end) = self.cardinal(at)?;
        let (Word::Weekdays(day), Word::Ago) = (self.word(end), self.word(end + 1)) else { return None };
        let week = i32::try_from(n).ok().filter(|n| (1..100).contains(n)).map(|n| 1 - n);
        let when = When::Weekday { day, pick: Pick::Last, week };
        week.map(|_| Found::date(at, end + 2, "weeks from a weekday", when))
    }

    /// The day that lies the given length before or after today, yesterday or tomorrow.
    pub(super) fn counted_from_a_day(&self, found: &Found, length: Length) -> Option<Found> {
        let back = match self.word(found.end) {
            Word::Before => true,
            Word::After | Word::From => false,
            _ => return None,
        };
        let day = match self.word(found.end + 1) {
            Word::Yesterday => -1,
            Word::Today => 0,
            Word::Tomorrow => 1,
            _ => return None,
        };
        let Length { amount: Amount::Exactly(n), unit, and: None } = length else { return None };
        let days = match unit {
            Unit::Day => 1,
            Unit::Week => 7,
            _ => return None,
        };
        let away = i32::try_from(n).ok()?.checked_mul(days)?;
        let by = if back { day - away } else { day + away };
        Some(Found::date(
            found.start,
            found.end + 2,
            "day beside",
            When::Unit { unit: Unit::Day, by, from: From::Article },
        ))
    }
}
