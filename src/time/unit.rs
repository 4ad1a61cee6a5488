//! Units of time, from the second to the century, and how TIMEX3 writes lengths in them.

pub use crate::lang::time::{Part, Season, Unit};

impl Unit {
    /// The letters of a TIMEX3 duration, and whether they follow the `T`.
    pub const fn letters(self) -> (&'static str, bool) {
        match self {
            Self::Second => ("S", true),
            Self::Minute => ("M", true),
            Self::Hour => ("H", true),
            Self::Day => ("D", false),
            Self::Weekend => ("WE", false),
            Self::Week => ("W", false),
            Self::Month => ("M", false),
            Self::Quarter => ("Q", false),
            Self::Year => ("Y", false),
            Self::Decade => ("DE", false),
            Self::Century => ("CE", false),
            Self::Period => ("X", false),
        }
    }

    /// "second" … "period".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Period => "period",
        }
    }

    /// Whether it is shorter than a day.
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

impl Season {
    /// Every season with its letters in TIMEX3.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Spring, "SP"), (Self::Summer, "SU"), (Self::Fall, "FA"), (Self::Winter, "WI")];

    /// Its TIMEX3 letters.
    pub fn letters(self) -> &'static str {
        Self::ALL.iter().find(|(season, _)| *season == self).map_or("", |(_, letters)| letters)
    }

    /// Its first month in the northern hemisphere; winter begins in December of its year.
    pub const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }
}

impl Part {
    /// Every part of the day with its letters in TIMEX3.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Morning, "MO"),
        (Self::Afternoon, "AF"),
        (Self::Evening, "EV"),
        (Self::Night, "NI"),
        (Self::Midday, "MI"),
        (Self::Daytime, "DT"),
    ];

    /// Its letters in TIMEX3.
    pub fn letters(self) -> &'static str {
        Self::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, letters)| letters)
    }
}
