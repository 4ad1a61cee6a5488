//! Clock times and parts of the day, on their own or joined to a day: "10 p.m. Wednesday", "noon", "Friday
//! morning".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{From, When};
use crate::time::lexicon::Word;
use crate::time::unit::{Part, Unit};
use crate::time::value::Time;
use crate::time::{Modifier, TimexKind};

impl Reader<'_, '_> {
    /// "5 p.m. EST Nov. 9", "18:00 UTC", "noon Thursday", "midnight".
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.hours(at) {
            return Some(found);
        }
        let (time, mut end) = self.told(at).or_else(|| self.light(at)).or_else(|| self.time_of_day(at))?;
        let time = match self.zone(end) {
            Some((utc, last)) => {
                end = last;
                in_zone(time, utc)
            }
            None => time,
        };
        let today = Found::new(at, end, TimexKind::Time, "clock time", day_of_focus());
        let bare = Found { expr: timed(today.expr, time), ..today };
        if let Some(set) = self.recurs(&bare) {
            return Some(set);
        }
        let found = self.on_a_day(bare, time);
        // "noon local time on May 14", "10 a.m. Moscow time"
        let zone = self.is(end + 1, TimeClass::ClockTime)
            && (self.is(end, TimeClass::LocalTime) || self.capital(end));
        if zone && found.end == end {
            return Some(self.on_a_day(Found { end: end + 2, ..found }, time));
        }
        Some(found)
    }

    /// "GMT", "(GMT)", "UTC+02:00": whether it is UTC itself, and the token after it.
    pub(super) fn zone(&self, at: usize) -> Option<(bool, usize)> {
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            (Word::Zone(utc), ..) => Some(self.offset(at + 1).map_or((utc, at + 1), |end| (false, end))),
            (Word::Open, Word::Zone(utc), Word::Close) => Some((utc, at + 3)),
            _ => None,
        }
    }

    /// The "+02:00" of "UTC+02:00", glued to it.
    fn offset(&self, at: usize) -> Option<usize> {
        let sign = self.glued(at) && (self.text(at) == "+" || self.word(at) == Word::Hyphen);
        let hours = self.glued(at + 1) && matches!(self.word(at + 1), Word::Digits(_, 1..=2 | 4));
        let minutes = self.minutes(at + 2).filter(|_| self.word(at + 2) == Word::Colon);
        (sign && hours).then_some(minutes.map_or(at + 2, |(_, _, end)| end))
    }

    /// Adds the day that follows a time: "Wednesday", ", Nov. 6", "on Friday".
    fn on_a_day(&self, found: Found, time: Time) -> Found {
        let comma = self.skip(found.end, Word::Comma);
        for next in [comma, self.skip(comma, Word::On), self.skip(found.end, Word::Of)] {
            let Some(day) = self.point(next).filter(|day| day.also.is_none()) else { continue };
            // "10 o'clock on Friday morning", "half past eight tomorrow night".
            let (time, day) = match day.expr.time {
                Some(Time::Part(part)) => {
                    let expr = crate::time::expr::Expr::new(day.expr.when.clone());
                    (in_part(time, part), Found { expr, ..day })
                }
                _ => (time, day),
            };
            if is_day(&day) {
                return Found {
                    end: day.end,
                    expr: timed(day.expr, time),
                    parts: day.parts,
                    rule: "time on a day",
                    ..found
                };
            }
        }
        found
    }

    fn time_of_day(&self, at: usize) -> Option<(Time, usize)> {
        match self.word(at) {
            // "12 noon", "12 midnight"
            Word::Digits(12, 2) if matches!(self.word(at + 1), Word::Noon | Word::Midnight) => {
                return self.time_of_day(at + 1);
            }
            Word::Noon => return Some((clock(12, 0), at + 1)),
            Word::Midnight => return Some((clock(24, 0), at + 1)),
            Word::Hour(hour @ 1..=12, pm) => return Some((clock(half_day(u32::from(hour), pm), 0), at + 1)),
            _ => {}
        }
        let (hour, spelled) = match self.word(at) {
            Word::Digits(n, 1..=2) if n <= 24 => (n, false),
            Word::Digits(n, 4) if n <= 2400 && n % 100 < 60 => return self.military(at, n),
            Word::Small(n) if n <= 12 => (n, true),
            _ => return None,
        };
        // "9.30pm"
        if let (Word::Dot | Word::Colon, Word::Hour(minute, pm)) = (self.word(at + 1), self.word(at + 2))
            && (1..=12).contains(&hour)
            && self.glued(at + 1)
            && self.glued(at + 2)
        {
            return Some((clock(half_day(hour, pm), minute), at + 3));
        }
        if let Some(found) = self.seconds_of_half(hour, at) {
            return Some(found);
        }
        let (minute, second, end) = self.minutes(at + 1).unwrap_or((None, None, at + 1));
        let bare = minute.is_none();
        let end_zone = end;
        match self.word(end) {
            Word::Am if hour <= 12 => Some((with(half_day(hour, false), minute, second), end + 1)),
            Word::Pm if hour <= 12 => Some((with(half_day(hour, true), minute, second), end + 1)),
            Word::Oclock => self.in_the_part(hour, end + 1).or(Some((clock(hour as u8, 0), end + 1))),
            _ if bare && hour <= 12 && self.before(at) == Word::At && self.part_follows(end) => {
                Some((clock(hour as u8, 0), end))
            }
            _ if bare || spelled => self.in_the_part(hour, end).filter(|_| !spelled || bare),
            _ => {
                let zone = matches!(self.word(end_zone), Word::Zone(_))
                    || self.word(end_zone) == Word::Open && matches!(self.word(end_zone + 1), Word::Zone(_));
                let hours = self.word(end_zone) == Word::Hours24;
                let time = with(hour as u8, minute, second);
                if hours {
                    return Some((time, end + 1));
                }
                // A figure with a colon is a time of day only where the context requires one; otherwise it
                // may be a score, ratio or length.
                let asked = matches!(
                    self.before(at),
                    Word::At
                        | Word::About
                        | Word::By
                        | Word::From
                        | Word::Until
                        | Word::To
                        | Word::Before
                        | Word::After
                        | Word::Since
                        | Word::Between
                        | Word::Nearly
                        | Word::And
                        | Word::Comma
                ) && !self.is_written(at.wrapping_sub(2), TimeClass::ScoreVerb);
                let dated = self.point(self.skip(end, Word::Comma)).is_some_and(|f| is_day(&f));
                let colon = self.word(at + 1) == Word::Colon;
                // "at 21.30 on Thursday", but shares close at 21.30.
                let on = self.point(self.skip(end, Word::On));
                let on = on.is_some_and(|f| is_day(&f) || matches!(f.expr.time, Some(Time::Part(_))));
                let price = self.is_written(at.wrapping_sub(2), TimeClass::PriceVerb);
                let two = matches!(self.word(at), Word::Digits(_, 2));
                let dot = self.before(at) == Word::At && on && two && !price;
                let asked = asked || self.follows_a_day(at);
                (zone || dot || (colon && (asked || dated || on))).then_some((time, end))
            }
        }
    }

    /// "8:00:31am".
    fn seconds_of_half(&self, hour: u32, at: usize) -> Option<(Time, usize)> {
        let (Word::Colon, Word::Digits(minute @ 0..=59, 2), Word::Colon, Word::Hour(second, pm)) =
            (self.word(at + 1), self.word(at + 2), self.word(at + 3), self.word(at + 4))
        else {
            return None;
        };
        let glued = (1..=4).all(|i| self.glued(at + i)) && (1..=12).contains(&hour);
        glued.then(|| (with(half_day(hour, pm), Some(minute), Some(u32::from(second))), at + 5))
    }

    /// Whether a day ends right before `at`: "5 May 12:00", "04/21/2016, 14:15", "Tuesday 10:30".
    fn follows_a_day(&self, at: usize) -> bool {
        let comma = if self.before(at) == Word::Comma { at.wrapping_sub(1) } else { at };
        let month = |word| matches!(word, Word::Month(_) | Word::MonthShort(_));
        let (last, before) = (self.before(comma), self.before(comma.wrapping_sub(1)));
        match last {
            Word::Weekday(_) | Word::Today | Word::Tomorrow | Word::Yesterday => true,
            Word::Digits(_, 4) => {
                month(before) || matches!(before, Word::Digits(..) | Word::Comma | Word::Slash | Word::Dot)
            }
            Word::Digits(1..=31, _) | Word::Ordinal(_) => month(before),
            word => month(word) && matches!(before, Word::Digits(1..=31, _) | Word::Ordinal(_)),
        }
    }

    /// "at seven this morning", "at 8 on Friday evening".
    fn part_follows(&self, at: usize) -> bool {
        let day = self.point(self.skip(at, Word::On));
        day.is_some_and(|day| matches!(day.expr.time, Some(Time::Part(_))))
    }

    /// ":35" or ".35", perhaps with seconds.
    pub(super) fn minutes(&self, at: usize) -> Option<(Option<u32>, Option<u32>, usize)> {
        let mark = self.word(at);
        if !matches!(mark, Word::Colon | Word::Dot) || !self.glued(at) || !self.glued(at + 1) {
            return None;
        }
        let Word::Digits(minute @ 0..=59, 2) = self.word(at + 1) else { return None };
        if self.word(at + 2) == Word::Colon && self.glued(at + 2) && self.glued(at + 3) {
            let Word::Digits(second @ 0..=59, 2) = self.word(at + 3) else { return None };
            return Some((Some(minute), Some(second), at + 4));
        }
        Some((Some(minute), None, at + 2))
    }

    /// "0735 GMT", "1900 hrs", "0600 hours".
    fn military(&self, at: usize, n: u32) -> Option<(Time, usize)> {
        let time = clock((n / 100) as u8, (n % 100) as u8);
        match self.word(at + 1) {
            Word::Zone(_) => Some((time, at + 1)),
            Word::Hours24 | Word::Units(Unit::Hour) if self.text(at).starts_with(['0', '1', '2']) => {
                Some((time, at + 2))
            }
            _ => None,
        }
    }

    /// "4 in the morning", "three o'clock in the afternoon".
    pub(super) fn in_the_part(&self, hour: u32, at: usize) -> Option<(Time, usize)> {
        if self.word(at) == Word::At && hour <= 12 && self.word(at + 1) == Word::Part(Part::Night) {
            return Some((clock(half_day(hour, hour < 12), 0), at + 2));
        }
        let decimal = self.before(at.wrapping_sub(1)) == Word::Dot && self.glued(at.wrapping_sub(1));
        if self.word(at) != Word::In || self.word(at + 1) != Word::The || hour > 12 || decimal {
            return None;
        }
        match self.word(at + 2) {
            Word::Part(Part::Morning) => Some((clock(half_day(hour, false), 0), at + 3)),
            Word::Part(Part::Afternoon | Part::Evening) => Some((clock(half_day(hour, true), 0), at + 3)),
            _ => None,
        }
    }

    /// A part of the day after a day: "Friday morning", "yesterday afternoon", "May 5 evening".
    pub(super) fn part_after(&self, found: Found) -> Found {
        let at = found.end;
        // "Tuesday in the afternoon", but "on Tuesday in the afternoon session"
        let in_the = self.word(at) == Word::In
            && self.word(at + 1) == Word::The
            && matches!(self.word(at + 2), Word::Part(_) | Word::Early | Word::Late)
            && !self.text(at + 3).starts_with(char::is_alphabetic);
        let at = if in_the { at + 2 } else { at };
        let (early, at) = match self.word(at) {
            Word::Early => (Some(Modifier::Start), at + 1),
            Word::Late => (Some(Modifier::End), at + 1),
            _ => (None, at),
        };
        let (time, end) = match self.word(at) {
            Word::Part(part) if !self.tied(at + 1) => (Time::Part(part), at + 1),
            // "from today pm to tomorrow am"
            Word::Am if !self.capital(at) => (Time::Part(Part::Morning), at + 1),
            Word::Pm if !self.capital(at) => (Time::Part(Part::Afternoon), at + 1),
            Word::Noon => (clock(12, 0), at + 1),
            Word::Midnight => (clock(24, 0), at + 1),
            _ => return found,
        };
        if found.also.is_some() || !is_day(&found) {
            return found;
        }
        let modifier = early.or(found.modifier);
        Found {
            end,
            kind: TimexKind::Time,
            rule: "part of a day",
            expr: timed(found.expr, time),
            modifier,
            ..found
        }
    }

    /// "this morning", "that night", "the next morning", "the morning of May 5", "last night".
    pub(super) fn part_of_day(&self, at: usize) -> Option<Found> {
        if self.word(at + 2) == Word::Units(Unit::Hour) && self.word(at + 3) == Word::Of {
            return self.hours_of(at);
        }
        let (day, part_at) = match (self.word(at), self.word(at + 1)) {
            (Word::This, Word::Part(_)) => (unit_day(0, From::Article), at + 1),
            // "the last night of the visit" is not last night.
            (Word::Last, Word::Part(_)) if self.before(at) == Word::The => return None,
            (Word::Last, Word::Part(Part::Night | Part::Evening)) => (unit_day(-1, From::Article), at + 1),
            (Word::That, Word::Part(_)) => (unit_day(0, From::Focus), at + 1),
            (Word::That, Word::Same) => (unit_day(0, From::Focus), at + 2),
            (Word::The, Word::Next | Word::Following) => (unit_day(1, From::Focus), at + 2),
            (Word::The, Word::Previous) => (unit_day(-1, From::Focus), at + 2),
            (Word::The, Word::Same) => (unit_day(0, From::Focus), at + 2),
            (Word::The, Word::Part(_)) => (unit_day(0, From::Either), at + 1),
            (Word::The, Word::Early | Word::Late) => (unit_day(0, From::Either), at + 2),
            _ => return None,
        };
        let Word::Part(part) = self.word(part_at) else { return None };
        let hours = self.word(part_at + 1) == Word::Units(Unit::Hour);
        let end = if hours { part_at + 2 } else { part_at + 1 };
        let time = Time::Part(part);
        let found = Found::new(at, end, TimexKind::Time, "part of a day", day);
        let found = Found { expr: timed(found.expr, time), ..found };
        let bare = self.word(at) == Word::The
            && part_at <= at + 2
            && !matches!(self.word(at + 1), Word::Next | Word::Following | Word::Previous | Word::Same);
        if bare {
            if self.word(end) == Word::Of
                && let Some(day) = self.point(end + 1).filter(is_day)
            {
                return Some(Found { end: day.end, expr: timed(day.expr, time), parts: day.parts, ..found });
            }
            let asked = matches!(
                self.before(at),
                Word::In | Word::During | Word::By | Word::Until | Word::Since | Word::Through
            );

            let spent = part != Part::Night || self.before(at) == Word::In && !self.noun_follows(end);
            return (asked && spent).then_some(found);
        }
        Some(found)
    }
}

/// A clock time moved to the second half of the day where the part of the day requires it.
pub(super) fn in_part(time: Time, part: Part) -> Time {
    match time {
        Time::Clock { hour: hour @ 1..=11, minute, second, utc }
            if matches!(part, Part::Afternoon | Part::Evening) || part == Part::Night && hour > 4 =>
        {
            Time::Clock { hour: hour + 12, minute, second, utc }
        }
        time => time,
    }
}

/// Whether an expression names one day, to which a clock time can be attached.
pub(super) fn is_day(found: &Found) -> bool {
    use crate::time::expr::{Calendar, Piece};
    if found.expr.time.is_some() {
        return false;
    }
    match &found.expr.when {
        When::Weekday { .. } | When::Date(_) => true,
        When::Within { nth, .. } => !matches!(nth, crate::time::expr::Nth::Week(_)),
        When::Unit { unit, .. } => *unit == Unit::Day,
        When::Calendar(Calendar { piece, .. }) => matches!(piece, Piece::Day(..) | Piece::Feast(_)),
        _ => false,
    }
}

/// The same day at a time of day.
pub(super) fn timed(expr: crate::time::expr::Expr, time: Time) -> crate::time::expr::Expr {
    crate::time::expr::Expr { time: Some(time), ..expr }
}

/// The day `by` days away.
pub(super) fn unit_day(by: i32, from: From) -> When {
    When::Unit { unit: Unit::Day, by, from }
}

/// A bare clock time is on the day last mentioned.
fn day_of_focus() -> When {
    unit_day(0, From::Focus)
}

pub(super) fn in_zone(time: Time, utc: bool) -> Time {
    match time {
        Time::Clock { hour, minute, second, .. } => Time::Clock { hour, minute, second, utc },
        part => part,
    }
}

/// A time of day whose zone is not given.
pub(super) const fn clock(hour: u8, minute: u8) -> Time {
    Time::Clock { hour, minute, second: None, utc: false }
}

/// A time of day with its minutes and seconds, if given.
pub(super) fn with(hour: u8, minute: Option<u32>, second: Option<u32>) -> Time {
    Time::Clock { hour, minute: minute.unwrap_or(0) as u8, second: second.map(|s| s as u8), utc: false }
}

/// The 24-hour form of a 12-hour clock hour.
pub(super) const fn half_day(hour: u32, pm: bool) -> u8 {
    (hour % 12) as u8 + if pm { 12 } else { 0 }
}
