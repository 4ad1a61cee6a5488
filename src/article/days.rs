//! A set of days between 1980 and 2040, one bit per day: the possible dates of an article. Statements are
//! sets; intersecting them is all the reasoning there is.

use std::fmt;

use jiff::civil::{Date, date};

use crate::time::{Window, window::days_between};

/// The first year of the calendar kept here.
pub const FIRST_YEAR: i16 = 1980;
/// The last year of the calendar kept here.
pub const LAST_YEAR: i16 = 2040;
const FIRST: Date = date(FIRST_YEAR, 1, 1);
const COUNT: usize = 22_281;
const WORDS: usize = COUNT.div_ceil(64);

#[derive(Clone, PartialEq, Eq)]
pub struct Days([u64; WORDS]);

impl Days {
    /// No day.
    pub const fn none() -> Self {
        Self([0; WORDS])
    }

    /// Every day.
    pub fn all() -> Self {
        Self::between(None, None)
    }

    /// The days of a window; an open end reaches to the end of this calendar.
    pub fn of(window: Window) -> Self {
        Self::between(window.earliest, window.latest)
    }

    fn between(from: Option<Date>, to: Option<Date>) -> Self {
        let mut days = Self::none();
        days.insert(from, to);
        days
    }

    /// Adds every day from `from` to `to`, both included.
    fn insert(&mut self, from: Option<Date>, to: Option<Date>) {
        let first = from.map_or(0, |d| i64::from(days_between(FIRST, d)).max(0));
        let last = to.map_or(COUNT as i64 - 1, |d| i64::from(days_between(FIRST, d)).min(COUNT as i64 - 1));
        for index in first..=last {
            self.set(index as usize);
        }
    }

    /// Adds the days of a window; an open end reaches to the first or last day there is.
    pub fn add(&mut self, window: Window) {
        self.insert(window.earliest, window.latest);
    }

    fn set(&mut self, index: usize) {
        if let Some(word) = self.0.get_mut(index / 64) {
            *word |= 1 << (index % 64);
        }
    }

    /// The union of what `in_year` gives for each year.
    pub fn yearly(in_year: impl Fn(i16) -> Option<Window>) -> Self {
        let mut days = Self::none();
        // One more year at each end, because a window may cross New Year.
        for window in (FIRST_YEAR - 1..=LAST_YEAR + 1).filter_map(in_year) {
            days.add(window);
        }
        days
    }

    /// Every day that falls on the weekday: 1 Monday … 7 Sunday.
    pub fn weekday(weekday: u8) -> Self {
        let mut days = Self::none();
        // 1 January 1980 was a Tuesday.
        for index in ((usize::from(weekday.clamp(1, 7)) + 5) % 7..COUNT).step_by(7) {
            days.set(index);
        }
        days
    }

    /// The days that are in both.
    pub fn and(&self, other: &Self) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(&other.0) {
            *word &= other;
        }
        Self(words)
    }

    /// The days that are in either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(&other.0) {
            *word |= other;
        }
        Self(words)
    }

    /// The days that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(&other.0) {
            *word &= !other;
        }
        Self(words)
    }

    /// Whether no day is left.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many days there are.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether the day is among them.
    pub fn contains(&self, day: Date) -> bool {
        usize::try_from(days_between(FIRST, day))
            .ok()
            .and_then(|i| Some(self.0.get(i / 64)? >> (i % 64) & 1 == 1))
            .unwrap_or(false)
    }

    /// The days in order.
    pub fn iter(&self) -> impl Iterator<Item = Date> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            (0..64)
                .filter(move |bit| word >> bit & 1 == 1)
                .filter_map(move |bit| FIRST.checked_add(jiff::Span::new().days((at * 64 + bit) as i64)).ok())
        })
    }

    /// The days in order, each as its index in this calendar.
    pub fn indices(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let without_lowest = |bits: &u64| Some(bits & bits.wrapping_sub(1));
            let rest = std::iter::successors(Some(*word), without_lowest).take_while(|bits| *bits != 0);
            rest.map(move |bits| at * 64 + bits.trailing_zeros() as usize)
        })
    }

    /// The day with this index.
    pub fn day(index: usize) -> Option<Date> {
        FIRST.checked_add(jiff::Span::new().days(index as i64)).ok()
    }

    /// The only day in it, if there is just one.
    pub fn single(&self) -> Option<Date> {
        (self.count() == 1).then(|| self.iter().next()).flatten()
    }

    /// From its first to its last day; `None` if it is empty.
    pub fn window(&self) -> Option<Window> {
        let first = self.iter().next()?;
        let (at, word) = self.0.iter().enumerate().rfind(|(_, word)| **word != 0)?;
        let last = at * 64 + 63 - word.leading_zeros() as usize;
        Some(Window::new(first, FIRST.checked_add(jiff::Span::new().days(last as i64)).ok()?))
    }
}

/// `[2,657 days, 1980-01-01/2040-12-31]`: a dump of the bits would be unreadable.
impl fmt::Debug for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} days, {:?}]", self.count(), self.window())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_complete() {
        assert_eq!(Days::all().count() as usize, COUNT);
        assert_eq!(Days::all().window().unwrap().to_string(), "1980-01-01/2040-12-31");
    }

    #[test]
    fn mondays_that_are_the_thirteenth_of_may() {
        let days = Days::weekday(1).and(&Days::yearly(|year| Date::new(year, 5, 13).ok().map(Window::day)));
        let years: Vec<_> = days.iter().map(|d| d.year()).collect();
        assert_eq!(years, [1985, 1991, 1996, 2002, 2013, 2019, 2024, 2030]);
        let one = days.and(&Days::of(Window::year(2019).unwrap()));
        assert_eq!(one.single(), Some(date(2019, 5, 13)));
        assert!(one.contains(date(2019, 5, 13)) && !one.contains(date(2019, 5, 14)));
    }
}
