//! TIMEX3 values: printing and parsing them. Unknown parts are written `X`.

mod parse;

use std::fmt::{self, Write};

use super::unit::{Part, Season, Unit};

/// The `value` of a TIMEX3 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Past,
    Present,
    Future,
    Stamp(Stamp),
    Length(Length),
}

/// A point in the calendar, as coarse or as open as the text leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub year: Year,
    pub rest: Rest,
    pub time: Option<Time>,
}

/// The first two, three or four digits of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Unknown,
    Year(u16),
    /// 199 for the 1990s.
    Decade(u16),
    /// 19 for the 20th century.
    Century(u8),
    Before(u16),
}

/// What follows the year; `None` prints as `XX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    Nothing,
    Month(Option<u8>),
    Day(Option<u8>, Option<u8>),
    Week(Option<u8>),
    Weekday(Option<u8>, u8),
    Weekend(Option<u8>),
    Quarter(Option<u8>),
    Half(Option<u8>),
    Season(Season),
}

/// What follows the `T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    Part(Part),
    Clock { hour: u8, minute: u8, second: Option<u8>, utc: bool },
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub amount: Amount,
    pub unit: Unit,
    /// A second, smaller part: "two years and three months".
    pub and: Option<(u32, Unit)>,
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Exactly(u32),
    /// So many and a half.
    AndHalf(u32),
    /// "a few", "several", or a bare plural.
    Some,
}

impl Stamp {
    /// A whole year.
    pub const fn year(year: Year) -> Self {
        Self { year, rest: Rest::Nothing, time: None }
    }

    /// A piece of a year, without a time of day.
    pub const fn new(year: Year, rest: Rest) -> Self {
        Self { year, rest, time: None }
    }
}

impl Length {
    /// A length in the given unit; halves of hours and minutes become minutes and seconds.
    pub fn new(amount: Amount, unit: Unit) -> Self {
        match (amount, unit) {
            (Amount::AndHalf(0), Unit::Hour) => Self::new(Amount::Exactly(30), Unit::Minute),
            (Amount::AndHalf(n), Unit::Hour) => {
                Self { amount: Amount::Exactly(n), unit, and: Some((30, Unit::Minute)) }
            }
            (Amount::AndHalf(n), Unit::Minute) => {
                Self { amount: Amount::Exactly(n), unit, and: Some((30, Unit::Second)) }
            }

            _ => Self { amount, unit, and: None },
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Past => f.write_str("PAST_REF"),
            Self::Present => f.write_str("PRESENT_REF"),
            Self::Future => f.write_str("FUTURE_REF"),
            Self::Stamp(stamp) => stamp.fmt(f),
            Self::Length(length) => length.fmt(f),
        }
    }
}

/// Two digits, or `XX`.
struct Two(Option<u8>);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(n) => write!(f, "{n:02}"),
            None => f.write_str("XX"),
        }
    }
}

/// One digit, or `X`.
struct One(Option<u8>);

impl fmt::Display for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(n) => write!(f, "{n}"),
            None => f.write_char('X'),
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Unknown => f.write_str("XXXX")?,
            Year::Year(year) => write!(f, "{year:04}")?,
            Year::Decade(decade) => write!(f, "{decade:03}")?,
            Year::Century(century) => write!(f, "{century:02}")?,
            Year::Before(year) => write!(f, "BC{year:04}")?,
        }
        match self.rest {
            Rest::Nothing => {}
            Rest::Month(month) => write!(f, "-{}", Two(month))?,
            Rest::Day(month, day) => write!(f, "-{}-{}", Two(month), Two(day))?,
            Rest::Week(week) => write!(f, "-W{}", Two(week))?,
            Rest::Weekday(week, day) => write!(f, "-W{}-{day}", Two(week))?,
            Rest::Weekend(week) => write!(f, "-W{}-WE", Two(week))?,
            Rest::Quarter(quarter) => write!(f, "-Q{}", One(quarter))?,
            Rest::Half(half) => write!(f, "-H{}", One(half))?,
            Rest::Season(season) => write!(f, "-{}", season.letters())?,
        }
        match self.time {
            None => Ok(()),
            Some(Time::Part(part)) => write!(f, "T{}", part.letters()),
            Some(Time::Clock { hour, minute, second, utc }) => {
                write!(f, "T{hour:02}:{minute:02}")?;
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                f.write_str(if utc { "Z" } else { "" })
            }
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (letters, clock) = self.unit.letters();
        f.write_str(if clock { "PT" } else { "P" })?;
        match self.amount {
            Amount::Exactly(n) => write!(f, "{n}{letters}")?,
            Amount::AndHalf(n) => write!(f, "{n}.5{letters}")?,
            Amount::Some => write!(f, "X{letters}")?,
        }
        if let Some((n, unit)) = self.and {
            let (letters, second_clock) = unit.letters();
            f.write_str(if second_clock && !clock { "T" } else { "" })?;
            write!(f, "{n}{letters}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn year() -> impl Strategy<Value = Year> {
        prop_oneof![
            Just(Year::Unknown),
            (0u16..10000).prop_map(Year::Year),
            (0u16..1000).prop_map(Year::Decade),
            (0u8..100).prop_map(Year::Century),
            (0u16..10000).prop_map(Year::Before),
        ]
    }

    fn rest() -> impl Strategy<Value = Rest> {
        let two = || prop::option::of(0u8..100);
        let one = || prop::option::of(0u8..10);
        prop_oneof![
            Just(Rest::Nothing),
            two().prop_map(Rest::Month),
            (two(), two()).prop_map(|(m, d)| Rest::Day(m, d)),
            two().prop_map(Rest::Week),
            (two(), 1u8..8).prop_map(|(w, d)| Rest::Weekday(w, d)),
            two().prop_map(Rest::Weekend),
            one().prop_map(Rest::Quarter),
            one().prop_map(Rest::Half),
            (0usize..4).prop_map(|i| Rest::Season(Season::ALL[i].0)),
        ]
    }

    fn time() -> impl Strategy<Value = Time> {
        prop_oneof![
            (0usize..6).prop_map(|i| Time::Part(Part::ALL[i].0)),
            (0u8..25, 0u8..60, prop::option::of(0u8..60), any::<bool>())
                .prop_map(|(hour, minute, second, utc)| Time::Clock { hour, minute, second, utc }),
        ]
    }

    proptest! {
        #[test]
        fn stamps_print_and_parse(year in year(), rest in rest(), time in prop::option::of(time())) {
            let value = Value::Stamp(Stamp { year, rest, time });
            prop_assert_eq!(Value::parse(&value.to_string()), Some(value));
        }

        #[test]
        fn lengths_print_and_parse(
            n in 0u32..5000,
            kind in 0u8..3,
            unit in 0usize..6,
            and in prop::option::of(0u32..99),
        ) {
            let units = [Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year];
            let amount = [Amount::Exactly(n), Amount::AndHalf(n), Amount::Some][usize::from(kind)];
            let and = and.map(|n| (n, Unit::Second));
            let value = Value::Length(Length { amount, unit: units[unit], and });
            prop_assert_eq!(Value::parse(&value.to_string()), Some(value));
        }

        #[test]
        fn anything_parses_safely(text in "[PTX0-9WQHBCSUE:.-]{0,12}") {
            let _ = Value::parse(&text);
        }
    }

    #[test]
    fn as_the_guideline_writes_them() {
        for text in [
            "1998-W03",
            "2000-W13-WE",
            "XXXX-WXX-2TNI",
            "1989-Q3",
            "19",
            "198",
            "BC0490",
            "PT5H30M",
            "P2.5Y",
            "PXD",
            "2009-06-01T12:00Z",
            "1998-SU",
            "XXXX-XX-XX",
            "2008-H2",
            "PRESENT_REF",
        ] {
            assert_eq!(Value::parse(text).unwrap().to_string(), text);
        }
    }
}
