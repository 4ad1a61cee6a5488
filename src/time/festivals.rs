//! When named days fall: on fixed dates, relative to Easter, on the nth weekday of a month, or at the Lunar
//! New Year. Their names are in `lang/en/feasts.tsv`.

use jiff::civil::{Date, Weekday};

pub use crate::lang::time::Feast;

impl Feast {
    /// The day it falls on in `year`.
    pub fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
            Self::Nth(month, weekday, nth) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::LunarNewYear => {
                let index = usize::try_from(year - 1990).ok()?;
                let (month, day) = *LUNAR_NEW_YEAR.get(index)?;
                Date::new(year, month, day).ok()
            }
            Self::Election => {
                let monday = Date::new(year, 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Monday).ok()?;
                monday.tomorrow().ok()
            }
        }
    }
}

/// Easter Sunday by the anonymous Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// Month and day of the Lunar New Year, 1990 to 2040.
const LUNAR_NEW_YEAR: [(i8, i8); 51] = [
    (1, 27),
    (2, 15),
    (2, 4),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 7),
    (1, 28),
    (2, 16), // 1990
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26), // 2000
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5), // 2010
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13), // 2020
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 15),
    (2, 4),
    (1, 24), // 2030
    (2, 12), // 2040
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_years() {
        for (feast, year, day) in [
            (Feast::Easter(0), 2024, "2024-03-31"),
            (Feast::Easter(-2), 2025, "2025-04-18"),
            (Feast::Easter(0), 2011, "2011-04-24"),
            (Feast::Nth(11, Weekday::Thursday, 4), 1999, "1999-11-25"),
            (Feast::Nth(5, Weekday::Monday, -1), 2022, "2022-05-30"),
            (Feast::Election, 2020, "2020-11-03"),
            (Feast::LunarNewYear, 2008, "2008-02-07"),
            (Feast::LunarNewYear, 2023, "2023-01-22"),
            (Feast::LunarNewYear, 2026, "2026-02-17"),
        ] {
            assert_eq!(feast.day(year).unwrap().to_string(), day);
        }
        assert_eq!(Feast::LunarNewYear.day(1066), None);
    }
}
