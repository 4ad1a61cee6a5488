//! Dates as people write them: weekday, month, day, year in any usual order, and bare years.

use super::clock::{in_zone, timed, with};
use super::years::{whole, year_value};
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{Calendar, Expr, Nth, Pick, Piece, When, YearOf};
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::Year;
use crate::time::{Parts, Stated, TimexKind};

impl Reader<'_, '_> {
    /// "21 February 2019", "May 2019", "Feb. 21-22".
    pub(super) fn calendar(&self, at: usize) -> Option<Found> {
        match self.word(at) {
            Word::Weekday(_) if self.names_a_day(at) => None,
            Word::Weekday(day) => Some(self.weekday_first(at, day, false)),
            Word::WeekdayShort(day) => Some(self.weekday_first(at, day, true)).filter(|f| f.end > at),
            Word::Month(5) if self.feast(at).is_some() => self.feast(at),
            Word::Month(_) | Word::MonthShort(_) => self.month_first(at),
            Word::Digits(..) | Word::Ordinal(_) | Word::First | Word::Unit(Unit::Second) | Word::Tens(_) => {
                self.day_first(at)
                    .or_else(|| self.day_of_unit(at))
                    .or_else(|| self.year_month_day(at))
                    .or_else(|| self.century(at, at))
                    .or_else(|| self.decade_apostrophe(at, at))
                    .or_else(|| self.year_alone(at))
            }
            Word::Small(_) => {
                self.century(at, at).or_else(|| self.decade(at, at)).or_else(|| self.year_alone(at))
            }
            Word::Apostrophe => self.year_alone(at).or_else(|| self.decade(at, at)),
            Word::Decade(_) => self.decade(at, at),
            Word::Unit(Unit::Month) => self.month_of(at, at),
            Word::Season(_) => self.feast(at).or_else(|| self.season(at, at)),
            Word::Feast => self.feast(at),
            Word::The => self.with_article(at),
            Word::Ad => {
                let Word::Digits(n, 1..=4) = self.word(at + 1) else { return None };
                Some(Found::date(at, at + 2, "year", year_value(Year::Year(n as u16))))
            }
            _ => None,
        }
    }

    /// "the 24 February", "the 5th", "the 1990s", "the 20th century", "the summer of 1920", "the year 2000".
    fn with_article(&self, at: usize) -> Option<Found> {
        let next = at + 1;
        let found = match self.word(next) {
            Word::Decade(_) | Word::Apostrophe => self.decade(next, at),
            Word::Digits(_, 2 | 4) if self.word(next + 1) == Word::Possessive => {
                self.decade_apostrophe(next, at)
            }
            Word::Small(19) if matches!(self.word(next + 1), Word::Decade(_)) => self.decade(next, at),
            Word::Season(_) if self.feast(next).is_some() => None,
            Word::Season(_) => self.season(next, at),
            Word::Weekday(day) => self.weekday_beside(at, day),
            Word::Unit(Unit::Month) => self.month_of(next, at),
            Word::Unit(Unit::Year) if self.word(next + 1) != Word::Hyphen => {
                let (year, end) = self.year(next + 1)?;
                let stated = Stated { value: year, span: self.span(next + 1, end) };
                Some(
                    Found::date(at, end, "year", whole(YearOf::Stated(year)))
                        .with(Parts { year: Some(stated), ..Parts::default() }),
                )
            }
            _ => {
                let found = self
                    .day_first(next)
                    .or_else(|| self.day_of_unit(next))
                    .or_else(|| self.century(next, at))
                    .or_else(|| self.date_of_month(next));
                found.filter(|f| f.end > next + 1 || f.also.is_some() || f.rule == "day of month")
            }
        }?;
        Some(Found { start: at, ..found })
    }

    /// "2018 March 18".
    fn year_month_day(&self, at: usize) -> Option<Found> {
        let (year, said, end) = self.plain_year(at)?;
        let found =
            self.month_first(end).filter(|found| found.rule == "month day" && found.also.is_none())?;
        let When::Calendar(calendar) = found.expr.when else { return None };
        let when = When::Calendar(Calendar { year, ..calendar });
        let parts = Parts { year: said, ..found.parts };
        Some(Found::date(at, found.end, "full date", when).with(parts))
    }

    /// "Oct. 26 15:50:06 EDT 2023": the year behind the time.
    fn stamped(&self, found: Found) -> Found {
        let (hour_at, When::Calendar(calendar)) = (found.end, &found.expr.when) else { return found };
        let (Word::Digits(hour @ 0..=23, 1..=2), Some((minute, second, end))) =
            (self.word(hour_at), self.minutes(hour_at + 1))
        else {
            return found;
        };
        let (utc, end) = self.zone(end).unwrap_or((false, end));
        let Some((year, said, end)) = self.plain_year(end) else { return found };
        let time = in_zone(with(hour as u8, minute, second), utc);
        let expr = timed(Expr::new(When::Calendar(Calendar { year, ..*calendar })), time);
        let parts = Parts { year: said, ..found.parts };
        Found { end, kind: TimexKind::Time, rule: "time on a day", expr, parts, ..found }
    }

    /// "the month of May 2019".
    fn month_of(&self, at: usize, start: usize) -> Option<Found> {
        let of = self.word(at + 1) == Word::Of;
        let month = of.then(|| self.month_first(at + 2)).flatten()?;
        (month.also.is_none() && month.parts.day.is_none()).then_some(Found { start, ..month })
    }

    /// "Feb. 21", "May 5, 2019", "March eighth", "May 2019", "June last year", "May".
    pub(super) fn month_first(&self, at: usize) -> Option<Found> {
        let (month, short) = match self.word(at) {
            Word::Month(month) => (month, false),
            Word::MonthShort(month) => (month, true),
            _ => return None,
        };
        let stated = Stated { value: month, span: self.span(at, at + 1) };
        let dot = if short && self.glued(at + 1) { self.skip(at + 1, Word::Dot) } else { at + 1 };
        let parts = Parts { month: Some(stated), ..Parts::default() };
        let day_at = self.skip(dot, Word::The);
        if let Some((day, end)) = self.day(day_at).or_else(|| self.counted_day(day_at)) {
            return Some(self.month_and_day(at, (month, day), parts, end));
        }
        let comma = self.skip(dot, Word::Comma);
        let year = self.year_after(dot).or_else(|| self.plain_year(comma));
        if let Some((year, said, end)) = year.or_else(|| self.late_year(self.skip(dot, Word::Of))) {
            let when = When::Calendar(Calendar::of(year, Piece::Month(month)));
            return Some(Found::date(at, end, "month year", when).with(Parts { year: said, ..parts }));
        }
        let when = When::Calendar(Calendar::of(YearOf::Open, Piece::Month(month)));
        let end = if short { dot } else { at + 1 };
        let alone = Found::date(at, end, "month", when).with(parts);
        self.month_stands_alone(at, month, short && dot == at + 1).then_some(alone)
    }

    fn month_and_day(&self, at: usize, (month, day): (u8, Stated<u8>), parts: Parts, end: usize) -> Found {
        let parts = Parts { day: Some(day), ..parts };
        // "Feb. 21-22, 2024", "May 5 to 7": the second day shares the month, and both share the year.
        let other = self.second_day(end, day.value);
        let last = other.map_or(end, |(_, end)| end);
        let (year, said, after) = self.year_of_day(last).unwrap_or((YearOf::Open, None, last));
        // What ended on a day ended before the article.
        let ended = year == YearOf::Open && at > self.first && self.is(at - 1, TimeClass::Ended);
        let pick = if ended { Pick::Last } else { Pick::Plain };
        let whole = Calendar { pick, ..Calendar::of(year, Piece::Month(month)) };
        let parts = Parts { year: said, ..parts };
        let on = |start, end, day| on_day((start, end), whole, (month, day), parts);
        match other {
            None if year == YearOf::Open => self.stamped(on(at, after, day)),
            None => on(at, after, day),
            Some((second, _)) => {
                let start = if self.before(last - 1) == Word::The { last - 2 } else { last - 1 };
                Found { also: Some(Box::new(on(start, after, second))), ..on(at, end, day) }
            }
        }
    }

    /// The "-22" of "Feb. 21-22": a later day of the same month.
    fn second_day(&self, at: usize, first: u8) -> Option<(Stated<u8>, usize)> {
        let listed = self.word(at) == Word::And;
        let the = self.skip(at + 1, Word::The);
        let (day, end) = self.joins_days(at).then(|| self.day(the)).flatten()?;
        // "May 5 to the 7": only an ordinal has an article.
        let said = the == at + 1 || !matches!(self.word(the), Word::Digits(..));
        (end == the + 1 && said && day.value != first && !(listed && day.value < first)).then_some((day, end))
    }

    /// Whether the word at `at` may stand between two days of a month.
    fn joins_days(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Hyphen | Word::To | Word::And | Word::Through | Word::Until)
    }

    /// "21 February 2024", "the 5th of May", "17 to 19 February".
    pub(super) fn day_first(&self, at: usize) -> Option<Found> {
        let (day, end) = self.day(at)?;
        let of = self.skip(end, Word::Of);
        let hyphens =
            self.word(end) == Word::Hyphen && self.word(end + 2) == Word::Hyphen && self.glued(end + 1);
        if hyphens && matches!(self.word(end + 1), Word::Month(_) | Word::MonthShort(_)) {
            return self.hyphenated(at, day, end + 1);
        }
        // "28-Nov"
        let of =
            if self.tied(end) && matches!(self.word(end + 1), Word::MonthShort(_)) { end + 1 } else { of };
        if matches!(self.word(of), Word::Month(_) | Word::MonthShort(_)) {
            // "2 May" may be "2" and "May", but a plain count is never followed by a month.
            return self.day_then_month(at, day, of);
        }
        let the = self.skip(end + 1, Word::The);
        let (second, second_end) = self.joins_days(end).then(|| self.day(the)).flatten()?;
        let of = self.skip(second_end, Word::Of);
        if let Some((Unit::Month, by, last)) = self.picked_unit(of) {
            let first = self.day_within(at, end, day, by);
            let second = self.day_within(the, last, second, by);
            let opened = matches!(self.before(at), Word::From | Word::Between) || of > second_end;
            return opened.then(|| Found { also: Some(Box::new(second)), ..first });
        }
        let other = self.day_then_month(end + 1, second, of)?;
        // "19 to 17 February" is backwards, which a check will report; "7 and 5 February" are two days.
        let backwards = second.value <= day.value && self.word(end) == Word::And;
        if other.also.is_some() || second.value == day.value || backwards {
            return None;
        }
        let parts = Parts { day: Some(day), weekday: None, ..other.parts };
        let When::Calendar(calendar) = other.expr.when.clone() else { return None };
        let Piece::Day(month, _) = calendar.piece else { return None };
        let when = When::Calendar(Calendar { piece: Piece::Day(month, day.value), ..calendar });
        let first = Found::date(at, end, other.rule, when).with(parts);
        Some(Found { also: Some(Box::new(other)), ..first })
    }

    /// "31-Dec-2024".
    fn hyphenated(&self, at: usize, day: Stated<u8>, month_at: usize) -> Option<Found> {
        let (Word::Month(month) | Word::MonthShort(month)) = self.word(month_at) else { return None };
        let year = self.plain_year(month_at + 2).or_else(|| self.two_figures(month_at + 2));
        let (year, said, end) = year?;
        let stated = Stated { value: month, span: self.span(month_at, month_at + 1) };
        let parts = Parts { day: Some(day), month: Some(stated), year: said, weekday: None };
        let when = When::Calendar(Calendar::of(year, Piece::Day(month, day.value)));
        Some(Found::date(at, end, "full date", when).with(parts))
    }

    fn day_then_month(&self, at: usize, day: Stated<u8>, month_at: usize) -> Option<Found> {
        let (Word::Month(month) | Word::MonthShort(month)) = self.word(month_at) else { return None };
        let short = matches!(self.word(month_at), Word::MonthShort(_));
        let dot = month_at + 1;
        let end = if short && self.glued(dot) && self.word(dot) == Word::Dot { dot + 1 } else { dot };
        let (year, said, after) = self.year_of_day(end).unwrap_or((YearOf::Open, None, end));
        let stated = Stated { value: month, span: self.span(month_at, month_at + 1) };
        let parts = Parts { day: Some(day), month: Some(stated), year: said, weekday: None };
        let rule = if year == YearOf::Open { "month day" } else { "full date" };
        let when = When::Calendar(Calendar::of(year, Piece::Day(month, day.value)));
        Some(Found::date(at, after, rule, when).with(parts))
    }

    /// A day of the month: "5", "05", "21st", "eighth". Days that no month has are read when a year follows,
    /// so that a check can report them.
    pub(super) fn day(&self, at: usize) -> Option<(Stated<u8>, usize)> {
        let (value, end) = match self.word(at) {
            Word::Digits(n, 1..=2) => (n as u8, at + 1),
            // "twenty five January"
            Word::Tens(_) if self.ordinal(at).is_none() => {
                let (n, end) = self.cardinal(at).filter(|(n, _)| *n <= 31)?;
                let month = matches!(self.word(end), Word::Month(_) | Word::MonthShort(_));
                month.then_some((n as u8, end))?
            }
            _ => self.ordinal(at)?,
        };
        let clock = matches!(self.word(end), Word::Colon) && self.glued(end) && self.glued(end + 1);
        let amount =
            matches!(self.word(end), Word::Am | Word::Pm | Word::Oclock | Word::Units(_) | Word::Unit(_))
                || self.is_written(end, TimeClass::PerCount)
                || self.is_written(end, TimeClass::BesideDay)
                || (self.word(end) == Word::Hyphen
                    && matches!(self.word(end + 1), Word::Unit(_) | Word::Units(_)))
                || (self.word(end) == Word::Dot
                    && self.glued(end)
                    && self.glued(end + 1)
                    && matches!(self.word(end + 1), Word::Digits(..)))
                || (matches!(self.word(end), Word::Slash) && self.glued(end));
        let year_behind = self.plain_year(self.skip(end, Word::Comma)).is_some();
        let possible = (1..=31).contains(&value) || ((32..=99).contains(&value) && year_behind);
        let stated = Stated { value, span: self.span(at, end) };
        (possible && !clock && !amount).then_some((stated, end))
    }

    /// "the 14th of last month", "the 15th day of next month", "the 15th day of June".
    fn day_of_unit(&self, at: usize) -> Option<Found> {
        let (day @ 1..=31, end) = self.ordinal(at)? else { return None };
        let stated = Stated { value: day, span: self.span(at, end) };
        let of = self.skip(end, Word::Unit(Unit::Day));
        if self.word(of) != Word::Of {
            return None;
        }
        if let Some((Unit::Month, by, last)) = self.picked_unit(of + 1) {
            return Some(self.day_within(at, last, stated, by));
        }
        (of > end).then(|| self.day_then_month(at, stated, of + 1))?
    }

    /// A day of the month `by` months after the article's.
    fn day_within(&self, start: usize, end: usize, day: Stated<u8>, by: i32) -> Found {
        let when = When::Within { unit: Unit::Month, by, nth: Nth::Day(day.value) };
        let parts = Parts { day: Some(day), ..Parts::default() };
        Found::date(start, end, "day of month", when).with(parts)
    }

    /// "May twenty nine": a day written out as a number, where no noun follows that it could count.
    pub(super) fn counted_day(&self, at: usize) -> Option<(Stated<u8>, usize)> {
        let spelled = matches!(self.word(at), Word::Tens(_) | Word::Small(10..));
        let (n, end) = spelled.then(|| self.cardinal(at)).flatten()?;
        let value = u8::try_from(n).ok().filter(|n| (10..=31).contains(n))?;
        let ends = end >= self.last
            || matches!(self.word(end), Word::Comma | Word::Dot | Word::At | Word::In | Word::And | Word::To);
        ends.then(|| (Stated { value, span: self.span(at, end) }, end))
    }

    /// "on the 5th": only after a preposition of time, never before a noun.
    fn date_of_month(&self, at: usize) -> Option<Found> {
        let Word::Ordinal(day @ 1..=31) = self.word(at) else { return None };
        let stated = Stated { value: day, span: self.span(at, at + 1) };
        let parts = Parts { day: Some(stated), ..Parts::default() };
        let digits = self.text(at).starts_with(|c: char| c.is_ascii_digit());
        let asked = matches!(
            at.checked_sub(2).map_or(Word::Other, |i| self.word(i)),
            Word::On | Word::By | Word::Until | Word::Since | Word::To
        ) || self.before(at.wrapping_sub(1)) == Word::Of
            && (matches!(self.before(at.wrapping_sub(2)), Word::Part(_))
                || self.is(at.wrapping_sub(3), TimeClass::As));
        let noun = self.text(at + 1).starts_with(char::is_alphabetic)
            && matches!(
                self.word(at + 1),
                Word::Other | Word::Unit(_) | Word::Feast | Word::Part(_) | Word::Half
            );
        // "On the 13th Putin met …"
        let name = self.before(at.wrapping_sub(1)) == Word::On
            && self.capital(at + 1)
            && (self.verb(at + 2).is_some() || self.capital(at + 2) && self.verb(at + 3).is_some());
        let noun = noun && !name;
        let read =
            digits && asked && (!noun || self.is_written(at + 1, TimeClass::AfterDate)) && !self.tied(at + 1);
        // "the 6th and 7th"
        let also = self.second_day(at + 1, day).map(|(second, end)| {
            let parts = Parts { day: Some(second), ..Parts::default() };
            Box::new(Found::date(end - 1, end, "day of month", When::Date(second.value)).with(parts))
        });
        read.then(|| Found { also, ..Found::date(at, at + 1, "day of month", When::Date(day)).with(parts) })
    }

    /// A month with neither day nor year. "May" and "March" are also a verb and a noun, so they need a time
    /// word beside them.
    fn month_stands_alone(&self, at: usize, month: u8, bare_short: bool) -> bool {
        let before = self.before(at);
        let asked = matches!(
            before,
            Word::In
                | Word::Of
                | Word::By
                | Word::Since
                | Word::Until
                | Word::From
                | Word::To
                | Word::Through
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Before
                | Word::After
                | Word::During
                | Word::For
                | Word::Between
                | Word::Last
                | Word::Next
                | Word::This
                | Word::The
                | Word::Each
                | Word::Previous
                | Word::Following
                | Word::Coming
                | Word::Past
        ) || (matches!(before, Word::And | Word::Or | Word::Hyphen | Word::Comma)
            && matches!(
                self.before(at.wrapping_sub(1)),
                Word::Month(_) | Word::Mid | Word::Late | Word::Early | Word::End
            ))
            || matches!(self.word(at + 1), Word::And | Word::Or | Word::To | Word::Through | Word::Hyphen)
                && matches!(self.word(at + 2), Word::Month(_) | Word::MonthShort(_));
        if bare_short || matches!(self.word(at + 1), Word::Hyphen) && month == 3 {
            return asked && month != 5;
        }
        asked
            || !matches!(month, 3 | 5 | 4 | 6 | 8)
            || (matches!(month, 4 | 6 | 8)
                && !self.capital(at + 1)
                && !(at > self.first && self.capital(at.wrapping_sub(1))))
    }
}

/// The date of a day of a month, in a year and picked as `whole` says.
fn on_day(
    (start, end): (usize, usize),
    whole: Calendar,
    (month, day): (u8, Stated<u8>),
    parts: Parts,
) -> Found {
    let rule = if whole.year == YearOf::Open { "month day" } else { "full date" };
    let when = When::Calendar(Calendar { piece: Piece::Day(month, day.value), ..whole });
    Found::date(start, end, rule, when).with(Parts { day: Some(day), ..parts })
}
