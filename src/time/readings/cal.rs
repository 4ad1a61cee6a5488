//! A known part of the calendar at the grain it was given in, and arithmetic on it.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::time::Window;
use crate::time::expr::{Nth, Piece};
use crate::time::grammar::week_of_year;
use crate::time::unit::{Season, Unit};
use crate::time::value::{Rest, Stamp, Year};

/// One unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cal {
    Century(i16),
    Decade(i16),
    /// Negative before Christ: -490 is 490 BC.
    Year(i16),
    Half(i16, u8),
    Season(i16, Season),
    Quarter(i16, u8),
    Month(i16, i8),
    Week(i16, i8),
    Weekend(i16, i8),
    Day(Date),
}

impl Cal {
    /// The unit it is one of. A season counts as a quarter.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) | Self::Season(..) | Self::Quarter(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
        }
    }

    /// The year it lies in, or begins in.
    pub(super) fn year(self) -> i16 {
        match self {
            Self::Century(n) => n.saturating_mul(100),
            Self::Decade(n) => n.saturating_mul(10),
            Self::Year(y)
            | Self::Half(y, _)
            | Self::Season(y, _)
            | Self::Quarter(y, _)
            | Self::Month(y, _)
            | Self::Week(y, _)
            | Self::Weekend(y, _) => y,
            Self::Day(date) => date.year(),
        }
    }

    /// The unit that contains it; `None` if it is coarser than that unit.
    pub(super) fn within(self, unit: Unit) -> Option<Self> {
        if self.unit() > unit {
            return None;
        }
        if self.unit() == unit {
            return Some(self);
        }
        let year = self.year();
        match unit {
            Unit::Century => Some(Self::Century(year.div_euclid(100))),
            Unit::Decade => Some(Self::Decade(year.div_euclid(10))),
            Unit::Year => Some(Self::Year(year)),
            Unit::Quarter => {
                let first = self.window()?.earliest?;
                Some(Self::Quarter(first.year(), ((first.month() - 1) / 3 + 1) as u8))
            }
            Unit::Month => {
                let first = self.window()?.earliest?;
                Some(Self::Month(first.year(), first.month()))
            }
            Unit::Week | Unit::Weekend => {
                let week = self.window()?.earliest?.iso_week_date();
                Some(if unit == Unit::Week {
                    Self::Week(week.year(), week.week())
                } else {
                    Self::Weekend(week.year(), week.week())
                })
            }
            _ => None,
        }
    }

    /// The one `by` units later, at that unit's grain.
    pub(super) fn shifted(self, unit: Unit, by: i32) -> Option<Self> {
        match self.within(unit)? {
            Self::Century(n) => Some(Self::Century(step(n, by)?)),
            Self::Decade(n) => Some(Self::Decade(step(n, by)?)),
            Self::Year(n) => Some(Self::Year(step(n, by)?)).filter(|c| (-9999..=9999).contains(&c.year())),
            Self::Half(y, h) => Some(Self::Half(step(y, by)?, h)),
            Self::Season(y, s) => Some(Self::Season(step(y, by)?, s)),
            Self::Quarter(y, q) => {
                let index = i32::from(y).checked_mul(4)?.checked_add(i32::from(q) - 1)?.checked_add(by)?;
                Some(Self::Quarter(i16::try_from(index.div_euclid(4)).ok()?, (index.rem_euclid(4) + 1) as u8))
            }
            Self::Month(y, m) => {
                let index = i32::from(y).checked_mul(12)?.checked_add(i32::from(m) - 1)?.checked_add(by)?;
                Some(Self::Month(i16::try_from(index.div_euclid(12)).ok()?, (index.rem_euclid(12) + 1) as i8))
            }
            Self::Week(y, w) => {
                let week = monday(y, w)?
                    .checked_add(7.days().checked_mul(i64::from(by)).ok()?)
                    .ok()?
                    .iso_week_date();
                Some(Self::Week(week.year(), week.week()))
            }
            Self::Weekend(y, w) => {
                let week = monday(y, w)?
                    .checked_add(7.days().checked_mul(i64::from(by)).ok()?)
                    .ok()?
                    .iso_week_date();
                Some(Self::Weekend(week.year(), week.week()))
            }
            Self::Day(date) => {
                Some(Self::Day(date.checked_add(1.day().checked_mul(i64::from(by)).ok()?).ok()?))
            }
        }
    }

    /// Part of this month or year; `None` if there is no such part.
    pub(super) fn nth(self, nth: Nth) -> Option<Self> {
        let first = self.window()?.earliest?;
        match (self, nth) {
            (Self::Month(year, month), Nth::Day(day)) => {
                Date::new(year, month, i8::try_from(day).ok()?).ok().map(Self::Day)
            }
            (Self::Month(..), Nth::LastDay) => Some(Self::Day(first.last_of_month())),
            (Self::Month(..), Nth::Weekday(day, which)) => {
                let weekday = Weekday::from_monday_one_offset(day as i8).ok()?;
                first.nth_weekday_of_month(which, weekday).ok().map(Self::Day)
            }
            (Self::Month(year, month), Nth::Week(which)) => in_year(Piece::WeekOf(which, month as u8), year),
            (Self::Year(year), Nth::Week(which)) => Some(Self::Week(year, week_of_year(year, which)? as i8)),
            _ => None,
        }
    }

    /// The same part of the year before.
    pub(super) fn a_year_before(self) -> Option<Self> {
        let year = |y: i16| y.checked_sub(1);
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(y) => Some(Self::Year(year(y)?)),
            Self::Half(y, h) => Some(Self::Half(year(y)?, h)),
            Self::Season(y, s) => Some(Self::Season(year(y)?, s)),
            Self::Quarter(y, q) => Some(Self::Quarter(year(y)?, q)),
            Self::Month(y, m) => Some(Self::Month(year(y)?, m)),
            Self::Week(y, w) => Some(Self::Week(year(y)?, w)),
            Self::Weekend(y, w) => Some(Self::Weekend(year(y)?, w)),
            Self::Day(date) => date.checked_sub(1.year()).ok().map(Self::Day),
        }
    }

    /// Its days; `None` before the year 1 or outside the calendar.
    pub(super) fn window(self) -> Option<Window> {
        match self {
            Self::Century(n) => years(n.checked_mul(100)?, 100),
            Self::Decade(n) => years(n.checked_mul(10)?, 10),
            Self::Year(y) => years(y, 1),
            Self::Half(y, h) => months(y, if h == 1 { 1 } else { 7 }, 6),
            Self::Season(y, s) => months(y, s.first_month(), 3),
            Self::Quarter(y, q) => months(y, (q as i8).checked_sub(1)?.checked_mul(3)? + 1, 3),
            Self::Month(y, m) => Window::month(y, m),
            Self::Week(y, w) => {
                let first = monday(y, w)?;
                Some(Window::new(first, first.checked_add(6.days()).ok()?))
            }
            Self::Weekend(y, w) => {
                let first = monday(y, w)?;
                Some(Window::new(first.checked_add(5.days()).ok()?, first.checked_add(6.days()).ok()?))
            }
            Self::Day(date) => Some(Window::day(date)),
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn stamp(self) -> Stamp {
        match self {
            Self::Century(n) => Stamp::year(Year::Century(u8::try_from(n).unwrap_or(0))),
            Self::Decade(n) => Stamp::year(Year::Decade(u16::try_from(n).unwrap_or(0))),
            Self::Year(y) => Stamp::year(year_of(y)),
            Self::Half(y, h) => Stamp::new(year_of(y), Rest::Half(Some(h))),
            Self::Season(y, s) => Stamp::new(year_of(y), Rest::Season(s)),
            Self::Quarter(y, q) => Stamp::new(year_of(y), Rest::Quarter(Some(q))),
            Self::Month(y, m) => Stamp::new(year_of(y), Rest::Month(Some(m as u8))),
            Self::Week(y, w) => Stamp::new(year_of(y), Rest::Week(Some(w as u8))),
            Self::Weekend(y, w) => Stamp::new(year_of(y), Rest::Weekend(Some(w as u8))),
            Self::Day(d) => {
                Stamp::new(year_of(d.year()), Rest::Day(Some(d.month() as u8), Some(d.day() as u8)))
            }
        }
    }

    /// How a unit without a known date is written: "XXXX-XX" for a month.
    pub(super) fn unknown(unit: Unit) -> Stamp {
        let rest = match unit {
            Unit::Century | Unit::Decade | Unit::Year => Rest::Nothing,
            Unit::Quarter | Unit::Period => Rest::Quarter(None),
            Unit::Month => Rest::Month(None),
            Unit::Week => Rest::Week(None),
            Unit::Weekend => Rest::Weekend(None),
            Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => Rest::Day(None, None),
        };
        Stamp::new(Year::Unknown, rest)
    }
}

/// The Monday of an ISO week.
pub(super) fn monday(year: i16, week: i8) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// The given part of that year; `None` if the year has none.
pub(super) fn in_year(piece: Piece, year: i16) -> Option<Cal> {
    match piece {
        Piece::Whole => Some(Cal::Year(year)),
        Piece::Month(month) => Some(Cal::Month(year, month as i8)),
        Piece::Day(month, day) => Date::new(year, month as i8, i8::try_from(day).ok()?).ok().map(Cal::Day),
        Piece::Week(week) => monday(year, week as i8).map(|_| Cal::Week(year, week as i8)),
        Piece::WeekDay(week, day) => {
            let monday = monday(year, week as i8)?;
            monday.checked_add((i32::from(day) - 1).days()).ok().map(Cal::Day)
        }
        Piece::WeekOf(nth, month) => {
            let first = Date::new(year, month as i8, 1).ok()?;
            let day = if nth == 5 {
                // A week belongs to the month of its Thursday.
                first.last_of_month().checked_sub(3.days()).ok()?
            } else {
                first.checked_add((7 * (i32::from(nth) - 1)).days()).ok()?
            };
            Cal::Day(day).within(Unit::Week)
        }
        Piece::Quarter(quarter) => Some(Cal::Quarter(year, quarter)),
        Piece::Half(half) => Some(Cal::Half(year, half)),
        Piece::Season(season) => Some(Cal::Season(year, season)),
        Piece::Feast(feast) => feast.day(year).map(Cal::Day),
        Piece::LastDay => Date::new(year, 12, 31).ok().map(Cal::Day),
    }
}

/// A number `by` further; `None` if it leaves the range of years.
fn step(number: i16, by: i32) -> Option<i16> {
    i16::try_from(i32::from(number).checked_add(by)?).ok()
}

/// `count` months from the first of `month` on.
fn months(year: i16, month: i8, count: i8) -> Option<Window> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.checked_add(i32::from(count).months()).ok()?.yesterday().ok()?;
    Some(Window::new(first, last))
}

/// `count` whole years from `year` on; `None` before the year 1.
fn years(year: i16, count: i16) -> Option<Window> {
    if year < 1 {
        return None;
    }
    Some(Window::new(Date::new(year, 1, 1).ok()?, Date::new(year.checked_add(count - 1)?, 12, 31).ok()?))
}

/// A year as TIMEX3 writes it; those before Christ are negative here.
fn year_of(year: i16) -> Year {
    if year < 0 { Year::Before(year.unsigned_abs()) } else { Year::Year(year.unsigned_abs()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifted(cal: Cal, unit: Unit, by: i32) -> String {
        cal.shifted(unit, by)
            .map_or("-".to_owned(), |c| crate::time::value::Value::Stamp(c.stamp()).to_string())
    }

    #[test]
    fn arithmetic_at_every_grain() {
        let day = Cal::Day(Date::constant(2021, 1, 2));
        assert_eq!(shifted(day, Unit::Day, -3), "2020-12-30");
        assert_eq!(shifted(day, Unit::Week, 0), "2020-W53");
        assert_eq!(shifted(day, Unit::Week, 1), "2021-W01");
        assert_eq!(shifted(day, Unit::Month, -1), "2020-12");
        assert_eq!(shifted(day, Unit::Quarter, -1), "2020-Q4");
        assert_eq!(shifted(day, Unit::Decade, -1), "201");
        assert_eq!(shifted(day, Unit::Century, 0), "20");
        assert_eq!(shifted(Cal::Year(2020), Unit::Day, 1), "-");
        assert_eq!(shifted(Cal::Year(-490), Unit::Year, 1), "BC0489");
        assert_eq!(shifted(day, Unit::Day, i32::MAX), "-");
    }

    #[test]
    fn windows() {
        assert_eq!(Cal::Quarter(2020, 1).window().unwrap().to_string(), "2020-01-01/2020-03-31");
        assert_eq!(Cal::Weekend(2021, 3).window().unwrap().to_string(), "2021-01-23/2021-01-24");
        assert_eq!(Cal::Season(2021, Season::Winter).window().unwrap().to_string(), "2021-12-01/2022-02-28");
        assert_eq!(Cal::Decade(199).window().unwrap().to_string(), "1990-01-01/1999-12-31");
        assert_eq!(Cal::Year(-490).window(), None);
    }
}
