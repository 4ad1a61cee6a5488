//! From expressions to values, once the article's date is known: mentions are resolved in order, each with
//! what was said before it.

mod cal;
mod choose;
mod focus;

use jiff::civil::Date;

pub use focus::lead_day;

use super::expr::{Calendar, From, Nth, Pick, Piece, When, YearOf};
use super::unit::Unit;
use super::value::{Amount, Length, Rest, Stamp, Time, Value, Year};
use super::window::days_between;
use super::{Anchor, RangeEnd, Resolved, Timex, weekday_of};
use crate::text::Index;
use cal::Cal;
use focus::Focus;

/// Resolves all mentions of one article, in order; `date` is the article's date if it is known. Returns one
/// result per mention.
pub fn resolve(timexes: &[Timex], date: Option<Date>) -> Vec<Resolved> {
    let mut focus = Focus::new(timexes, date);
    let mut out: Vec<Resolved> = Vec::with_capacity(timexes.len());
    for (index, timex) in timexes.iter().enumerate() {
        focus.enter(timex.from, &out);
        let reading = match day_to_come(timexes, index, timex) {
            Some(day) => focus.read(day),
            None => focus.read(timex),
        };
        let begin = timex.range.filter(|(end, _)| *end == RangeEnd::End);
        let begin = begin.and_then(|(_, other)| out.get(other.row())).and_then(|r| r.window?.earliest);
        let reading = beside(&focus, reading, timexes, index, &out);
        let reading = weekend_beside(&focus, reading, timexes, index);
        let reading = behind(reading, timex, begin.filter(|_| !focus.narrative));
        focus.remember(Index::new(index), timex, &reading);
        out.push(reading.resolved(timex.expr.time));
    }
    out
}

/// "May 20 (Monday)", "Monday (May 20)", "tomorrow, Thursday": a weekday beside a day that falls on it means
/// that day.
fn beside(focus: &Focus, reading: Reading, timexes: &[Timex], index: usize, out: &[Resolved]) -> Reading {
    let Some(timex) = timexes.get(index) else { return reading };
    let When::Weekday { day, pick: Pick::Plain, week: None } = timex.expr.when else { return reading };
    let before = index.checked_sub(1).and_then(|i| timexes.get(i).zip(out.get(i)));
    let before = before
        .filter(|(said, _)| are_neighbours(said, timex) && !matches!(said.expr.when, When::Weekday { .. }));
    let after = timexes.get(index + 1);
    let after = after.filter(|said| are_neighbours(timex, said) && said.parts.day.is_some());
    let date = before.and_then(|(_, resolved)| resolved.window?.single());
    let date = date.or_else(|| focus.read(after?).cal?.window()?.single());
    match date.filter(|date| weekday_of(*date) == day).map(Cal::Day) {
        Some(cal) => Reading { value: Value::Stamp(cal.stamp()), cal: Some(cal), ..reading },
        None => reading,
    }
}

/// "that weekend, 16 and 17 September": the weekend in which the day lies.
fn weekend_beside(focus: &Focus, reading: Reading, timexes: &[Timex], index: usize) -> Reading {
    let Some([timex, said, ..]) = timexes.get(index..) else { return reading };
    let weekend = matches!(timex.expr.when, When::Unit { unit: Unit::Weekend, .. });
    let stated = said.parts.day.is_some() && said.parts.month.is_some();
    if !weekend || !stated || !are_neighbours(timex, said) {
        return reading;
    }
    let day = focus.read(said).cal.filter(|cal| choose::start(*cal).is_some_and(|day| weekday_of(day) >= 6));
    match day.and_then(|day| day.within(Unit::Weekend)) {
        Some(cal) => Reading { value: Value::Stamp(cal.stamp()), cal: Some(cal), ..reading },
        None => reading,
    }
}

/// Whether one mention follows the other with at most two bytes between, in one sentence.
fn are_neighbours(a: &Timex, b: &Timex) -> bool {
    a.sentence == b.sentence && b.span.start - a.span.end.min(b.span.start) <= 2
}

/// "Tuesday through Thursday", "the April-June quarter": an unstated end follows its beginning.
fn behind(reading: Reading, timex: &Timex, begin: Option<Date>) -> Reading {
    let (Some(begin), Some(end)) = (begin, reading.cal.and_then(choose::start)) else { return reading };
    let near = begin <= end && days_between(begin, end) <= MAX_RANGE_DAYS;
    let ahead = match &timex.expr.when {
        _ if near => None,
        When::Calendar(Calendar { year: YearOf::Open, piece: Piece::Month(_), .. }) => {
            let ahead = reading.others.iter().filter_map(|(cal, _)| Some((days_ahead(begin, *cal)?, *cal)));
            ahead.min_by_key(|(days, _)| *days).map(|(_, cal)| cal)
        }
        When::Weekday { .. } => choose::same_weekday_from(begin, end).map(Cal::Day),
        _ => None,
    };
    let Some(ahead) = ahead else { return reading };
    let others = reading.others.iter().copied().chain(reading.cal.map(|cal| (cal, OTHER_END_COST)));
    let others = others.filter(|(cal, _)| *cal != ahead).collect();
    Reading { value: Value::Stamp(ahead.stamp()), cal: Some(ahead), others, ..reading }
}

/// A numeric date so near the article's is read in the order that brings it there.
const MAX_NEAR_DAYS: u32 = 92;

/// A quarter is compared with the same quarter at most so many years before.
const MAX_QUARTER_YEARS: u32 = 2;

/// What it costs to read the end of a range as a date before its beginning.
const OTHER_END_COST: u32 = 4;

/// Days of a range that no other reading of its end makes longer.
const MAX_RANGE_DAYS: i32 = 310;

/// The days from `begin` to the begin of `cal`, if it is not before it nor too far.
fn days_ahead(begin: Date, cal: Cal) -> Option<i32> {
    Some(days_between(begin, choose::start(cal)?)).filter(|days| (0..=MAX_RANGE_DAYS).contains(days))
}

/// "at 10:35 a.m. (0735 GMT) Friday": a bare clock time whose day comes later in its sentence.
fn day_to_come<'t>(timexes: &'t [Timex], index: usize, timex: &Timex) -> Option<&'t Timex> {
    let on_focus = matches!(timex.expr.when, When::Unit { unit: Unit::Day, by: 0, from: From::Focus });
    let bare = on_focus && matches!(timex.expr.time, Some(Time::Clock { .. }));
    let mut before = timexes.get(..index).unwrap_or_default().iter().rev().take(4);
    let before = before.any(|other| names_day_beside(other, timex));
    if !bare || before {
        return None;
    }
    let mut after = timexes.get(index + 1..).unwrap_or_default().iter().take(2);
    after.find(|other| names_day_beside(other, timex))
}

/// Whether `other` names a day in the sentence of `timex`.
fn names_day_beside(other: &Timex, timex: &Timex) -> bool {
    let names_day = other.parts.weekday.is_some() || other.parts.day.is_some();
    other.kind.is_point() && other.sentence == timex.sentence && names_day
}

/// A reading on its way to a [`Resolved`].
#[derive(Clone, Debug)]
struct Reading {
    value: Value,
    cal: Option<Cal>,
    anchor: Anchor,
    others: Vec<(Cal, u32)>,
}

impl Reading {
    fn of(cal: Cal, anchor: Anchor) -> Self {
        Self { value: Value::Stamp(cal.stamp()), cal: Some(cal), anchor, others: Vec::new() }
    }

    fn unknown(stamp: Stamp) -> Self {
        Self { value: Value::Stamp(stamp), cal: None, anchor: Anchor::Unknown, others: Vec::new() }
    }

    fn fixed(value: Value) -> Self {
        Self { value, cal: None, anchor: Anchor::Itself, others: Vec::new() }
    }

    fn resolved(self, time: Option<Time>) -> Resolved {
        let value = match self.value {
            Value::Stamp(stamp) if time.is_some() => Value::Stamp(Stamp { time, ..on_a_day(stamp) }),
            value => value,
        };
        let others = self.others.into_iter().filter_map(|(cal, cost)| Some((cal.window()?, cost))).collect();
        Resolved {
            value: value.to_string(),
            window: self.cal.and_then(Cal::window),
            anchor: self.anchor,
            others,
        }
    }
}

/// A time of day belongs to a day, known or not.
fn on_a_day(stamp: Stamp) -> Stamp {
    let rest = match stamp.rest {
        Rest::Day(..) | Rest::Weekday(..) => stamp.rest,
        Rest::Month(month) => Rest::Day(month, None),
        _ => Rest::Day(None, None),
    };
    Stamp { rest, ..stamp }
}

impl Focus {
    fn read(&self, timex: &Timex) -> Reading {
        match &timex.expr.when {
            When::Calendar(calendar) => self.calendar(calendar, timex),
            When::Holding(unit, calendar) => {
                let day = self.calendar(calendar, timex);
                match day.cal.and_then(|cal| cal.within(*unit)) {
                    Some(cal) => Reading::of(cal, day.anchor),
                    None => Reading::unknown(Cal::unknown(*unit)),
                }
            }
            When::HoldingDate(unit, day) => {
                let day = self.date_of_month(*day, timex);
                match day.cal.and_then(|cal| cal.within(*unit)) {
                    Some(cal) => Reading::of(cal, day.anchor),
                    None => Reading::unknown(Cal::unknown(*unit)),
                }
            }
            When::YearBack(unit) => self.year_back(*unit, timex),
            When::Weekday { day, pick, week } => self.weekday(*day, *pick, *week, timex.tense),
            When::Unit { unit, by, from } => self.unit(*unit, *by, *from, timex),
            When::Away { length, back, from } => self.away(*length, *back, *from),
            When::Date(day) => self.date_of_month(*day, timex),
            When::Within { unit, by, nth } => self.within(*unit, *by, *nth, timex),
            When::Length(length) => Reading::fixed(Value::Length(*length)),
            When::Fixed(value) => Reading { cal: era(value), ..Reading::fixed(*value) },
        }
    }

    fn calendar(&self, calendar: &Calendar, timex: &Timex) -> Reading {
        let calendar = match calendar.piece {
            // "the 1988 quarter": the one last mentioned.
            Piece::Quarter(0) => {
                let piece = self.quarter().map_or(Piece::Whole, |(_, quarter, _)| Piece::Quarter(quarter));
                Calendar { piece, ..*calendar }
            }
            _ => *calendar,
        };
        let (year, anchor) = match calendar.year {
            YearOf::Stated(year) => (year, Anchor::Itself),
            YearOf::By(by, from) => {
                let quarterly = matches!(calendar.piece, Piece::Quarter(_)) && from == From::Focus;
                let base = if quarterly {
                    self.quarter().map(|(y, _, at)| (Cal::Year(y), Anchor::Mention(at)))
                } else {
                    None
                };
                let base = base.or_else(|| self.base(from, Unit::Year, timex));
                match base.and_then(|(cal, anchor)| Some((cal.shifted(Unit::Year, by)?.year(), anchor))) {
                    Some(found) => found,
                    None => return Reading::unknown(choose::undated(calendar.piece)),
                }
            }
            YearOf::Open => return self.open(&calendar, timex),
        };
        let Some(cal) = cal::in_year(calendar.piece, year) else {
            // "February 30, 2024": there is no such day, but that is what the text says.
            return Reading { anchor, ..Reading::unknown(choose::as_said(calendar.piece, year)) };
        };
        let mut reading = Reading::of(cal, anchor);
        if let Some((month, day)) = calendar.swapped
            && let Some(other) = cal::in_year(Piece::Day(month, day), year)
        {
            reading.others.push((other, 2));
            let far = |cal: Cal| self.date.and_then(|d| Some(choose::distance(cal.window()?.earliest?, d)));
            // Nearness says something only near the article's date.
            if far(other) < far(cal) && far(other).is_some_and(|days| days <= MAX_NEAR_DAYS) {
                reading = Reading { others: vec![(cal, 2)], ..Reading::of(other, anchor) };
            }
        }
        reading
    }

    fn unit(&self, unit: Unit, by: i32, from: From, timex: &Timex) -> Reading {
        if unit == Unit::Period {
            return self.period(by, timex);
        }
        if unit == Unit::Weekend {
            return self.weekend(by, from, timex);
        }
        match self.base(from, unit, timex).and_then(|(cal, anchor)| Some((cal.shifted(unit, by)?, anchor))) {
            Some((cal, anchor)) => Reading::of(cal, anchor),
            None => Reading::unknown(Cal::unknown(unit)),
        }
    }

    /// "the last Friday of this month", "the first week of next year".
    fn within(&self, unit: Unit, by: i32, nth: Nth, timex: &Timex) -> Reading {
        let unknown = match nth {
            Nth::Weekday(day, _) => Stamp::new(Year::Unknown, Rest::Weekday(None, day)),
            Nth::Day(day) => Stamp::new(Year::Unknown, Rest::Day(None, Some(day))),
            Nth::LastDay => Cal::unknown(Unit::Day),
            Nth::Week(_) => Cal::unknown(Unit::Week),
        };
        let whole = self.base(From::Article, unit, timex);
        let piece = whole.and_then(|(cal, anchor)| Some((cal.shifted(unit, by)?.nth(nth)?, anchor)));
        piece.map_or_else(|| Reading::unknown(unknown), |(cal, anchor)| Reading::of(cal, anchor))
    }

    /// "the quarter", "the year-ago period": the quarter last mentioned, or the one last completed.
    fn period(&self, by: i32, timex: &Timex) -> Reading {
        if let Some((year, quarter, at)) = self.quarter() {
            let cal = Cal::Quarter(year.saturating_add(by as i16), quarter);
            return Reading::of(cal, Anchor::Mention(at));
        }
        match self.base(From::Article, Unit::Quarter, timex) {
            Some((cal, anchor)) if by != 0 => match cal.shifted(Unit::Year, by) {
                Some(cal) => Reading::of(cal, anchor),
                None => Reading::unknown(Cal::unknown(Unit::Year)),
            },
            Some((cal, anchor)) => match cal.shifted(Unit::Quarter, -1) {
                Some(cal) => Reading::of(cal, anchor),
                None => Reading::unknown(Cal::unknown(Unit::Quarter)),
            },
            None => Reading::unknown(Cal::unknown(Unit::Quarter)),
        }
    }

    /// The month, week or quarter last mentioned, a year before.
    fn year_back(&self, unit: Unit, timex: &Timex) -> Reading {
        if unit == Unit::Period && self.quarter().is_some() {
            return self.period(-1, timex);
        }
        let last = if unit == Unit::Period { self.latest() } else { self.last(unit) };
        let last = last.map(|(cal, at, _)| (cal, Anchor::Mention(at)));
        let grain = if unit == Unit::Period { last.map_or(Unit::Year, |(cal, _)| cal.unit()) } else { unit };
        let before = last.and_then(|(cal, anchor)| Some((cal.within(grain)?.a_year_before()?, anchor)));
        match before {
            Some((cal, anchor)) => Reading::of(cal, anchor),
            None => Reading::unknown(Cal::unknown(unit)),
        }
    }

    /// "1 month, 21 days ago": a day, if the last piece is days or weeks.
    fn away_in_pieces(&self, length: Length, back: bool, from: From) -> Option<Reading> {
        let (Amount::Exactly(n), Some((more, second))) = (length.amount, length.and) else { return None };
        if !matches!(second, Unit::Day | Unit::Week) {
            return None;
        }
        let (Cal::Day(day), anchor) = self.away_base(from, Unit::Day)? else { return None };
        let sign = if back { -1 } else { 1 };
        let n = i64::from(n) * sign;
        let days = i64::from(more) * sign * if second == Unit::Week { 7 } else { 1 };
        let span = match length.unit {
            Unit::Year => jiff::Span::new().try_years(n).ok()?,
            Unit::Month => jiff::Span::new().try_months(n).ok()?,
            Unit::Week => jiff::Span::new().try_weeks(n).ok()?,
            _ => return None,
        };
        let day = day.checked_add(span).ok()?.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        Some(Reading::of(Cal::Day(day), anchor))
    }

    fn away(&self, length: Length, back: bool, from: From) -> Reading {
        if let Some(day) = self.away_in_pieces(length, back, from) {
            return day;
        }
        let (n, unit) = match (length.amount, length.unit, length.and) {
            (Amount::Exactly(n), Unit::Hour, _) => (n / 24, Unit::Day),
            (Amount::Exactly(_), Unit::Minute | Unit::Second, _) => (0, Unit::Day),
            (Amount::Exactly(n), Unit::Year, Some((months, Unit::Month))) => {
                (n.saturating_mul(12).saturating_add(months), Unit::Month)
            }
            (Amount::Exactly(n), unit, _) => (n, unit),
            (Amount::AndHalf(n), Unit::Year, _) => (n.saturating_mul(12).saturating_add(6), Unit::Month),
            (Amount::AndHalf(n), Unit::Decade, _) => (n.saturating_mul(10).saturating_add(5), Unit::Year),
            (Amount::AndHalf(n), Unit::Century, _) => (n.saturating_mul(100).saturating_add(50), Unit::Year),
            (Amount::AndHalf(n), unit, _) => (n, unit),
            (Amount::Some, ..) => return Reading::fixed(if back { Value::Past } else { Value::Future }),
        };
        let by = i32::try_from(n).unwrap_or(i32::MAX);
        let by = if back { -by } else { by };
        // "a year earlier" said of a quarter is a quarter.
        if unit == Unit::Year
            && n <= MAX_QUARTER_YEARS
            && self.quarter_fresh()
            && let Some((year, quarter, at)) = self.quarter()
            && let Some(Cal::Year(year)) = Cal::Year(year).shifted(Unit::Year, by)
        {
            return Reading::of(Cal::Quarter(year, quarter), Anchor::Mention(at));
        }
        // Ten years ago is a year, not a decade.
        let (unit, by) = match unit {
            Unit::Decade => (Unit::Year, by.saturating_mul(10)),
            Unit::Century => (Unit::Year, by.saturating_mul(100)),
            _ => (unit, by),
        };
        // "a year later" that follows nothing dated is not a year after the article.
        let base = match from {
            From::Focus if !back => self.last(unit).map(|(cal, at, _)| (cal, Anchor::Mention(at))),
            _ => self.away_base(from, unit),
        };
        match base.and_then(|(cal, anchor)| Some((cal.shifted(unit, by)?, anchor))) {
            Some((cal, anchor)) => Reading::of(cal, anchor),
            None => Reading::unknown(Cal::unknown(unit)),
        }
    }
}

/// The calendar under a fixed value: a decade, a century, a year of our era.
fn era(value: &Value) -> Option<Cal> {
    let Value::Stamp(Stamp { year, rest: Rest::Nothing, time: None }) = value else { return None };
    match *year {
        Year::Unknown => None,
        Year::Year(year) => i16::try_from(year).ok().map(Cal::Year),
        Year::Decade(decade) => i16::try_from(decade).ok().map(Cal::Decade),
        Year::Century(century) => Some(Cal::Century(i16::from(century))),
        Year::Before(year) => i16::try_from(year).ok().map(|y| Cal::Year(-y)),
    }
}
