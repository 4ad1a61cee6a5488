//! Weekdays, alone or with a date beside them: "Friday", "Tues., 5 May 1998", "Friday the 13th", "the Monday
//! before".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{Pick, When};
use crate::time::lexicon::Word;
use crate::time::{Parts, Stated};

impl Reader<'_, '_> {
    /// "Black Friday", "the Sunday Times": a name, not a day that could be counted.
    pub(super) fn names_a_day(&self, at: usize) -> bool {
        self.is_written(at.wrapping_sub(1), TimeClass::BeforeNamedDay)
            || self.is_written(at + 1, TimeClass::AfterNamedDay)
    }

    /// "the Friday before", "the Monday after the vote": relative to the last mention.
    pub(super) fn weekday_beside(&self, at: usize, day: u8) -> Option<Found> {
        let pick = match self.word(at + 2) {
            Word::Before => Pick::Before,
            Word::After => Pick::After,
            _ => return None,
        };
        // "the Monday before last", "the Friday after next"
        let twice = match (pick, self.word(at + 3)) {
            (Pick::Before, Word::Last) => Some((Pick::Last, -1)),
            (Pick::After, Word::Next) => Some((Pick::Next, 1)),
            _ => None,
        };
        let (pick, week, end) = match twice {
            Some((pick, week)) => (pick, Some(week), Some(at + 4)),
            None => (pick, None, None),
        };
        let alone = at + 3 >= self.last || matches!(self.word(at + 3), Word::Comma | Word::Dot);
        let stated = Stated { value: day, span: self.span(at + 1, at + 2) };
        let parts = Parts { weekday: Some(stated), ..Parts::default() };
        let when = When::Weekday { day, pick, week };
        let end = end.unwrap_or(if alone { at + 3 } else { at + 2 });
        Some(Found::date(at, end, "picked weekday", when).with(parts))
    }

    /// "Friday", "Friday, Oct. 23", "Tues., 5 May 1998".
    pub(super) fn weekday_first(&self, at: usize, day: u8, short: bool) -> Found {
        let stated = Stated { value: day, span: self.span(at, at + 1) };
        let dotted = if self.glued(at + 1) { self.skip(at + 1, Word::Dot) } else { at + 1 };
        let comma = self.skip(dotted, Word::Comma);
        let article = self.skip(comma, Word::The);
        for next in [comma, article] {
            let date = match self.word(next) {
                Word::Month(_) | Word::MonthShort(_) => self.month_first(next),
                Word::Digits(..) | Word::Ordinal(_) => self.day_first(next).or_else(|| self.numeric(next)),
                _ => None,
            };
            if let Some(date) = date.filter(|f| f.parts.day.is_some()) {
                // Of a day in two calendars, nobody says in which it is that weekday.
                let sure = self.second_calendar(date.end).is_none();
                let parts = Parts { weekday: sure.then_some(stated), ..date.parts };
                return Found { start: at, parts, rule: "weekday date", ..date };
            }
        }
        if let Some(found) = self.weekday_and_day(at, dotted, stated) {
            return found;
        }
        let parts = Parts { weekday: Some(stated), ..Parts::default() };
        let when = When::Weekday { day, pick: Pick::Plain, week: None };
        let next = self.text(at + 1);
        let on = self.before(at) == Word::On && !next.starts_with(char::is_alphabetic);
        let alone = short && !(on && (dotted > at + 1 || !matches!(day, 6 | 7)));
        let end = if alone {
            at
        } else if short {
            dotted
        } else {
            at + 1
        };
        Found::date(at, end, "weekday", when).with(parts)
    }

    /// "Friday the 13th", "Fri 14th", "Tuesday the eleventh": a day of a month that the reader knows.
    fn weekday_and_day(&self, at: usize, next: usize, weekday: Stated<u8>) -> Option<Found> {
        let ordinal_at = self.skip(next, Word::The);
        let counted = || self.counted_day(ordinal_at).map(|(day, end)| (day.value, end));
        let (date @ 1..=31, end) = self.ordinal(ordinal_at).or_else(counted)? else { return None };
        let figures = self.text(ordinal_at).starts_with(|c: char| c.is_ascii_digit());
        // "on Monday first", "Tuesday the first lady"
        let noun = self.word(end) == Word::Other
            && self.text(end).starts_with(char::is_alphabetic)
            && !self.is_written(end, TimeClass::AfterDate)
            || matches!(self.word(end), Word::Unit(_) | Word::Units(_) | Word::Hyphen);
        let day = Some(Stated { value: date, span: self.span(ordinal_at, end) });
        let parts = Parts { weekday: Some(weekday), day, ..Parts::default() };
        let read = (figures || ordinal_at > next) && !noun;
        read.then(|| Found::date(at, end, "day of month", When::Date(date)).with(parts))
    }
}
