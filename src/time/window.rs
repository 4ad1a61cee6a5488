//! A window is the period of days that an expression may mean: from its earliest to its latest day, both
//! included, either of them open. Coarse dates are wide windows, so comparing them is arithmetic.

use std::fmt;

use jiff::civil::Date;

/// Days from `earliest` to `latest`, both included; `None` means open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Window {
    pub earliest: Option<Date>,
    pub latest: Option<Date>,
}

impl Window {
    /// From `earliest` to `latest`, both included.
    pub const fn new(earliest: Date, latest: Date) -> Self {
        Self { earliest: Some(earliest), latest: Some(latest) }
    }

    /// One day.
    pub const fn day(date: Date) -> Self {
        Self::new(date, date)
    }

    /// A whole year, from its first day to its last.
    pub fn year(year: i16) -> Option<Self> {
        Some(Self::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
    }

    /// The whole month; `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self::new(first, first.last_of_month()))
    }

    /// The one day it means, if there is only one.
    pub fn single(self) -> Option<Date> {
        self.earliest.filter(|_| self.earliest == self.latest)
    }

    /// How many days it spans, if closed.
    pub fn days(self) -> Option<i64> {
        let (a, b) = (self.earliest?, self.latest?);
        Some(i64::from(days_between(a, b)) + 1)
    }

    /// Whether the day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.earliest.is_none_or(|a| a <= date) && self.latest.is_none_or(|b| date <= b)
    }

    /// Whether the two share a day: coarse dates agree if they could mean the same.
    pub fn meets(self, other: Self) -> bool {
        !self.is_before(other) && !other.is_before(self)
    }

    /// Whether its last day comes before the first of `other`; never where either is open.
    fn is_before(self, other: Self) -> bool {
        self.latest.zip(other.earliest).is_some_and(|(latest, earliest)| latest < earliest)
    }

    /// Widened by `days` at both ends.
    pub fn widened(self, days: i32) -> Self {
        Self {
            earliest: self.earliest.and_then(|day| shifted(day, -days)),
            latest: self.latest.and_then(|day| shifted(day, days)),
        }
    }

    /// The smallest window that covers both; an end open in either stays open.
    pub fn hull(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }

    /// The days in both, if there are any.
    pub fn intersect(self, other: Self) -> Option<Self> {
        if !self.meets(other) {
            return None;
        }
        // An open end counts as less than any day, which is right only for the earliest.
        let both = self.latest.zip(other.latest).map(|(a, b)| a.min(b));
        Some(Self {
            earliest: self.earliest.max(other.earliest),
            latest: both.or(self.latest).or(other.latest),
        })
    }
}

/// `days` later; `None` outside the calendar.
fn shifted(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(days)).ok()
}

/// Days from `a` to `b`; negative if `b` comes first.
pub fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(0, |span| span.get_days())
}

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// As an EDTF interval: `2025-06-12`, `2025-05-31/2025-06-03`, `2023-07-01/..`.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |d: Option<Date>| d.map_or_else(|| "..".to_owned(), |d| d.to_string());
        match self.single() {
            Some(day) => write!(f, "{day}"),
            None => write!(f, "{}/{}", end(self.earliest), end(self.latest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hull_covers_both_and_keeps_an_open_end_open() {
        let (a, b) = (Window::month(2024, 3).unwrap(), Window::month(2024, 6).unwrap());
        assert_eq!(a.hull(b).to_string(), "2024-03-01/2024-06-30");
        assert_eq!(b.hull(a), a.hull(b));
        let since = Window { latest: None, ..a };
        let until = Window { earliest: None, ..b };
        assert_eq!(since.hull(b).to_string(), "2024-03-01/..");
        assert_eq!(b.hull(since), since.hull(b));
        assert_eq!(until.hull(a).to_string(), "../2024-06-30");
        assert_eq!(a.hull(until), until.hull(a));
        assert_eq!(since.hull(until), Window { earliest: None, latest: None });
    }
}
