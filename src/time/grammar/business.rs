//! Quarters, halves and fiscal years, as business news uses them.

use super::years::whole;
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{Calendar, From, Nth, Pick, Piece, When, YearOf};
use crate::time::festivals::Feast;
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Rest, Stamp, Value, Year};
use crate::time::{Modifier, Parts, Stated, TimexKind};

/// What "the 1988 …" and "this year's …" settle about the year of a quarter.
type Owner = (YearOf, Parts);

impl Reader<'_, '_> {
    /// "the third quarter", "fiscal 2019", "the first half".
    pub(super) fn business(&self, at: usize) -> Option<Found> {
        let found = self.compared(at).or_else(|| self.business_phrase(at))?;
        // In "the third-quarter loss" the article belongs to the loss.
        let hyphen = (found.start..found.end)
            .any(|i| self.word(i) == Word::Hyphen && self.before(i) != Word::Unit(Unit::Year));
        let noun =
            self.text(found.end).starts_with(char::is_lowercase) && self.word(found.end) == Word::Other;
        let start = if hyphen && noun { self.skip(found.start, Word::The) } else { found.start };
        Some(Found { start, ..found })
    }

    fn business_phrase(&self, at: usize) -> Option<Found> {
        let mut next = self.skip(at, Word::The);
        let mut owner: Option<Owner> = None;
        // "this year's", "last year's", "its": whose quarter it is.
        if let Some((year, end)) = self.owner(next) {
            owner = Some(year);
            next = end;
        }
        // "year-ago", "year-earlier".
        if let Some(end) = self.year_ago(next) {
            owner = Some((YearOf::By(-1, From::Focus), Parts::default()));
            next = end;
            if !matches!(self.word(next), Word::Unit(Unit::Quarter | Unit::Period))
                && self.ordinal(next).is_none()
            {
                let when = When::Unit { unit: Unit::Period, by: -1, from: From::Focus };
                return (at + 1 == end - 2 || at == end - 3).then(|| {
                    Found::date(if self.word(at) == Word::The { at + 1 } else { at }, end, "year ago", when)
                });
            }
        }
        next = self.skip(next, Word::Fiscal);
        if next > at && self.before(next) == Word::Fiscal {
            if let Some(found) = self.fiscal_year(at, next) {
                return Some(found);
            }
            next = self.skip(next, Word::Hyphen);
        }
        self.quarter(at, next, owner)
    }

    /// "the same period last year", "the quarter a year ago": a year before the last mention of it.
    fn compared(&self, at: usize) -> Option<Found> {
        if self.word(at) != Word::The {
            return None;
        }
        let same = self.word(at + 1) == Word::Same || self.is(at + 1, TimeClass::Corresponding);
        let unit_at = if same { at + 2 } else { at + 1 };
        let Word::Unit(unit @ (Unit::Period | Unit::Quarter | Unit::Month | Unit::Week | Unit::Day)) =
            self.word(unit_at)
        else {
            return None;
        };
        let next = self.skip(unit_at + 1, Word::Of);
        let end = match (self.word(next), self.word(next + 1), self.word(next + 2)) {
            (Word::Last, Word::Unit(Unit::Year), _) => next + 2,
            (Word::A, Word::Unit(Unit::Year), Word::Ago | Word::Earlier | Word::Before) => next + 3,
            (Word::The, Word::Unit(Unit::Year), Word::Before) => next + 3,
            _ => return None,
        };
        let unit = if unit == Unit::Quarter { Unit::Period } else { unit };
        let when = When::YearBack(unit);
        (same || unit == Unit::Period).then(|| Found::date(at, end, "same a year before", when))
    }

    fn owner(&self, at: usize) -> Option<(Owner, usize)> {
        let by = match self.word(at) {
            Word::This => 0,
            Word::Last => -1,
            Word::Next => 1,
            _ => {
                let (year, said, end) = self.plain_year(at)?;
                let end = self.skip(end, Word::Possessive);
                return Some(((year, Parts { year: said, ..Parts::default() }), end));
            }
        };
        let fits = self.word(at + 1) == Word::Unit(Unit::Year) && self.word(at + 2) == Word::Possessive;
        fits.then_some(((YearOf::By(by, From::Article), Parts::default()), at + 3))
    }

    /// "year-ago", "year-earlier", "year ago" before a noun.
    fn year_ago(&self, at: usize) -> Option<usize> {
        let hyphen = self.word(at) == Word::Unit(Unit::Year) && self.word(at + 1) == Word::Hyphen;
        (hyphen && matches!(self.word(at + 2), Word::Ago | Word::Earlier)).then_some(at + 3)
    }

    /// "fiscal 1989", "fiscal year 2010", "the fiscal year", "fiscal '89".
    fn fiscal_year(&self, start: usize, at: usize) -> Option<Found> {
        let year_at = if self.word(at) == Word::Unit(Unit::Year) { at + 1 } else { at };
        if let Some((year, said, end)) = self.plain_year(year_at) {
            let parts = Parts { year: said, ..Parts::default() };
            let also = said.and_then(|said| self.second_year(end, said.value)).map(Box::new);
            return Some(Found { also, ..Found::date(start, end, "fiscal year", whole(year)).with(parts) });
        }
        (year_at > at && self.word(start) == Word::The).then(|| {
            Found::date(
                start,
                year_at,
                "fiscal year",
                When::Unit { unit: Unit::Year, by: 0, from: From::Article },
            )
        })
    }

    /// "third-quarter", "the first half of 1990", "the 1988 quarter", "Q3 2010", "the latest quarter".
    fn quarter(&self, start: usize, at: usize, owner: Option<Owner>) -> Option<Found> {
        if let Word::FiscalYear(year) = self.word(at) {
            let stated = Stated { value: year as i16, span: self.span(at, at + 1) };
            let parts = Parts { year: Some(stated), ..Parts::default() };
            let found =
                Found::date(start, at + 1, "fiscal year", whole(YearOf::Stated(year as i16))).with(parts);
            return Some(Found { also: self.second_year(at + 1, year as i16).map(Box::new), ..found });
        }
        if let Word::Halves(half) = self.word(at) {
            return self.half(start, at + 1, half, owner);
        }
        if let Word::Quarters(quarter) = self.word(at) {
            // "Q2: Tell us more" numbers a question.
            if self.word(at + 1) == Word::Colon {
                return None;
            }
            return Some(self.of_year(start, at + 1, Piece::Quarter(quarter), owner));
        }
        if let Some((nth, end)) = self.nth(at) {
            let unit_at = self.skip(self.skip(end, Word::Fiscal), Word::Hyphen);
            return match self.word(unit_at) {
                // "last quarter" is the one before this.
                Word::Unit(Unit::Quarter)
                    if owner.is_none()
                        && self.word(at) == Word::Last
                        && self.word(unit_at + 1) != Word::Of =>
                {
                    None
                }
                Word::Unit(Unit::Quarter) if nth <= 4 || nth == 5 => {
                    Some(self.of_year(start, unit_at + 1, Piece::Quarter(nth.min(4)), owner))
                }
                Word::Half if nth <= 2 || nth == 5 => self.half(start, unit_at + 1, nth.min(2), owner),
                Word::Unit(Unit::Week) => self.week_of(start, unit_at + 1, nth),
                Word::Weekday(_) | Word::Unit(Unit::Day) => self.day_of(start, unit_at, nth),
                _ => None,
            };
        }
        let (year, parts) = owner?;
        match (self.word(at), year) {
            (Word::Unit(Unit::Quarter | Unit::Period), _) => {
                let when = match year {
                    YearOf::By(-1, From::Focus) => {
                        When::Unit { unit: Unit::Period, by: -1, from: From::Focus }
                    }
                    // "the 1988 quarter": the quarter last mentioned, in that year.
                    _ => When::Calendar(Calendar {
                        pick: Pick::Before,
                        ..Calendar::of(year, Piece::Quarter(0))
                    }),
                };
                (start < at).then(|| Found::date(start, at + 1, "same quarter", when).with(parts))
            }
            _ => None,
        }
    }

    /// The ordinal: "first", "third", and 5 for "last", "final", "latter".
    fn nth(&self, at: usize) -> Option<(u8, usize)> {
        let last = matches!(self.word(at), Word::Last)
            || self.is(at, TimeClass::Final)
            || self.is(at, TimeClass::Latter);
        if last {
            return Some((5, at + 1));
        }
        self.ordinal(at).filter(|(n, _)| *n <= 5)
    }

    fn of_year(&self, start: usize, end: usize, piece: Piece, owner: Option<Owner>) -> Found {
        let (year, parts, end) = match owner {
            Some((year, parts)) => (year, parts, end),
            None => {
                match self.year_after(end).filter(|(_, said, _)| said.is_some() || self.word(end) == Word::Of)
                {
                    Some((year, said, end)) => (year, Parts { year: said, ..Parts::default() }, end),
                    None => (YearOf::Open, Parts::default(), end),
                }
            }
        };
        let within = matches!(self.before(start), Word::In | Word::By | Word::During);
        let pick = if within && year == YearOf::Open { Pick::Within } else { Pick::Plain };
        let calendar = Calendar { pick, ..Calendar::of(year, piece) };
        Found::date(start, end, "quarter", When::Calendar(calendar)).with(parts)
    }

    /// Only halves of a year are times.
    fn half(&self, start: usize, end: usize, half: u8, owner: Option<Owner>) -> Option<Found> {
        let owned = owner.is_some();
        // "the second half of June"
        if let (Word::Of, Word::Month(_) | Word::MonthShort(_)) = (self.word(end), self.word(end + 1)) {
            let modifier = if half == 1 { Modifier::Start } else { Modifier::End };
            let month = self.calendar(end + 1).filter(|f| f.also.is_none() && f.parts.day.is_none())?;
            return Some(Found { start, modifier: Some(modifier), ..month });
        }
        if let Word::Of = self.word(end)
            && let Word::The = self.word(end + 1)
            && let Word::Unit(Unit::Year) = self.word(end + 2)
        {
            let when = When::Calendar(Calendar::of(YearOf::By(0, From::Either), Piece::Half(half)));
            return Some(Found::date(start, end + 3, "half year", when));
        }
        let found = self.of_year(start, end, Piece::Half(half), owner);
        (owned || found.end > end).then_some(Found { rule: "half year", ..found })
    }

    /// "the first Monday of May", "the last day of April", "the last Friday of every month".
    fn day_of(&self, start: usize, at: usize, nth: u8) -> Option<Found> {
        if !matches!(self.word(at + 1), Word::Of | Word::In) {
            return None;
        }
        if let (Word::Weekday(day), Word::Each, Word::Unit(Unit::Month)) =
            (self.word(at), self.word(at + 2), self.word(at + 3))
        {
            let value = Value::Stamp(Stamp::new(Year::Unknown, Rest::Weekday(None, day)));
            let set = Found::new(start, at + 4, TimexKind::Set, "set", When::Fixed(value));
            return Some(Found { quant: Some("EVERY"), ..set });
        }
        if let Some((Unit::Month, by, end)) = self.picked_unit(at + 2) {
            let nth = match self.word(at) {
                Word::Weekday(day) => Nth::Weekday(day, if nth == 5 { -1 } else { nth as i8 }),
                _ if nth == 5 => Nth::LastDay,
                _ => Nth::Day(nth),
            };
            let when = When::Within { unit: Unit::Month, by, nth };
            let parts = match self.word(at) {
                Word::Weekday(day) => {
                    let stated = Stated { value: day, span: self.span(at, at + 1) };
                    Parts { weekday: Some(stated), ..Parts::default() }
                }
                _ => Parts::default(),
            };
            return Some(Found::date(start, end, "day of a month", when).with(parts));
        }
        // "the first Friday of the month": a reader knows which month; the program does not.
        let the = self.skip(at + 2, Word::The);
        if let (Word::Weekday(day), Word::Unit(Unit::Month), true) =
            (self.word(at), self.word(the), the > at + 2)
        {
            let value = Value::Stamp(Stamp::new(Year::Unknown, Rest::Weekday(None, day)));
            return Some(Found::date(start, the + 1, "day of a month", When::Fixed(value)));
        }
        let month = self.calendar(at + 2)?;
        let When::Calendar(calendar @ Calendar { piece: Piece::Month(m), .. }) = month.expr.when else {
            return None;
        };
        let (piece, weekday) = match self.word(at) {
            Word::Weekday(day) => {
                let weekday = jiff::civil::Weekday::from_monday_one_offset(day as i8).ok()?;
                let nth = if nth == 5 { -1 } else { nth as i8 };
                let stated = Stated { value: day, span: self.span(at, at + 1) };
                (Piece::Feast(Feast::Nth(m as i8, weekday, nth)), Some(stated))
            }
            _ if nth == 1 => (Piece::Day(m, 1), None),
            _ if nth == 5 && m != 2 => {
                (Piece::Day(m, if matches!(m, 4 | 6 | 9 | 11) { 30 } else { 31 }), None)
            }
            _ => return None,
        };
        let when = When::Calendar(Calendar { piece, ..calendar });
        let parts = Parts { weekday, ..month.parts };
        Some(Found::date(start, month.end, "day of a month", when).with(parts))
    }

    /// "this month", "last year": the unit, its offset, and the token after it.
    pub(super) fn picked_unit(&self, at: usize) -> Option<(Unit, i32, usize)> {
        let by = match self.word(at) {
            Word::Last | Word::Previous => -1,
            Word::This => 0,
            Word::Next => 1,
            _ => return None,
        };
        match self.word(at + 1) {
            Word::Unit(unit @ (Unit::Month | Unit::Year)) => Some((unit, by, at + 2)),
            _ => None,
        }
    }

    /// "the last week of March", "the first week of 2016", "the last week of next month".
    fn week_of(&self, start: usize, at: usize, nth: u8) -> Option<Found> {
        if self.word(at) != Word::Of {
            return None;
        }
        if let Some((unit, by, end)) = self.picked_unit(at + 1) {
            let when = When::Within { unit, by, nth: Nth::Week(nth) };
            return Some(Found::date(start, end, "week of a unit", when));
        }
        if let Some((YearOf::Stated(year), said, end)) = self.plain_year(at + 1)
            && let Some(week) = week_of_year(year, nth)
        {
            let when = When::Calendar(Calendar::of(YearOf::Stated(year), Piece::Week(week)));
            let parts = Parts { year: said, ..Parts::default() };
            return Some(Found::date(start, end, "week of a unit", when).with(parts));
        }
        let month = self.calendar(at + 1)?;
        let When::Calendar(calendar @ Calendar { piece: Piece::Month(m), .. }) = month.expr.when else {
            return None;
        };
        let when = When::Calendar(Calendar { piece: Piece::WeekOf(nth, m), ..calendar });
        Some(Found::date(start, month.end, "week of a month", when).with(month.parts))
    }
}

/// The ISO week that is the first to fourth, or with 5 the last, of a year. The first is the week of 4
/// January, the last that of 28 December.
pub(in crate::time) fn week_of_year(year: i16, nth: u8) -> Option<u8> {
    let last = jiff::civil::Date::new(year, 12, 28).ok()?.iso_week_date().week();
    Some(if nth == 5 { last.unsigned_abs() } else { nth })
}
