//! The meaning of an expression before any date is known: a function of the article's date and of what was
//! said before.

use super::festivals::Feast;
use super::unit::{Season, Unit};
use super::value::{Amount, Length, Time, Value};

/// The meaning of a time expression, with its dates still open.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub when: When,
    /// A clock time or a part of the day, on the day given by `when`.
    pub time: Option<Time>,
}

impl Expr {
    /// "at 3 p.m.", "in the afternoon": of a day that other words may name.
    pub const fn is_hour_of_no_day(&self) -> bool {
        let now = matches!(self.when, When::Unit { unit: Unit::Day, by: 0, .. });
        let said = matches!(self.when, When::Unit { from: From::Article, .. });
        self.time.is_some() && now && !said
    }
}

/// The day or the period that an expression names.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// A year or part of one: "1989", "May 2019", "Feb. 21", "the third quarter", "last spring".
    Calendar(Calendar),
    /// "Friday", "last Friday", "Friday of next week".
    Weekday { day: u8, pick: Pick, week: Option<i32> },
    /// A unit counted from now or from what was said before: "last week", "the following year", "today".
    Unit { unit: Unit, by: i32, from: From },
    /// An amount before or after something: "three days ago", "two weeks later".
    Away { length: Length, back: bool, from: From },
    /// The unit that contains a date: "the week of March 6", "the quarter ended Sept. 30".
    Holding(Unit, Calendar),
    /// The unit that contains a day of the month: "the week of the 18th".
    HoldingDate(Unit, u8),
    /// The same unit a year before: "the same month a year ago".
    YearBack(Unit),
    /// "the 5th".
    Date(u8),
    /// "the last Friday of this month", "the first week of next year": part of a unit counted from the
    /// article.
    Within { unit: Unit, by: i32, nth: Nth },
    /// "PAST_REF" and the like, sets, decades: complete as they are.
    Fixed(Value),
    /// A length of time.
    Length(Length),
}

/// A year, and a part of it that recurs every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub year: YearOf,
    pub piece: Piece,
    pub pick: Pick,
    /// The other reading, month and day, of a numeric date whose day and month may be swapped.
    pub swapped: Option<(u8, u8)>,
}

/// How an expression gives its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf {
    Stated(i16),
    /// "of last year", "of that year".
    By(i32, From),
    /// The year before the last mention of the same thing: "the year-ago quarter".
    Open,
}

/// A part of a year that recurs every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Whole,
    Month(u8),
    Day(u8, u8),
    Week(u8),
    WeekDay(u8, u8),
    /// "the last week of March": 5 is the last.
    WeekOf(u8, u8),
    Quarter(u8),
    Half(u8),
    Season(Season),
    Feast(Feast),
    LastDay,
}

/// Which part of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// A day of the month.
    Day(u8),
    LastDay,
    /// A weekday, Monday 1, and which of them: -1 is the last.
    Weekday(u8, i8),
    /// 5 is the last.
    Week(u8),
}

/// Which occurrence, where the words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Plain,
    Last,
    This,
    Next,
    /// The event lies in it: "will open in the third quarter".
    Within,
    /// Counted from what was said before.
    Before,
    After,
}

/// What a shift is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Article,
    Focus,
    /// What the same sentence or the one before mentioned, else the article's date.
    Near,
    /// The focus in narrative, the article's date in news: "ago", "the year".
    Either,
    /// The same, said with "this": whoever writes "this year" also tells of the present.
    This,
}

impl Calendar {
    /// Part of a year, without a word that picks an occurrence.
    pub const fn of(year: YearOf, piece: Piece) -> Self {
        Self { year, piece, pick: Pick::Plain, swapped: None }
    }
}

impl Expr {
    /// An expression without a time of day.
    pub const fn new(when: When) -> Self {
        Self { when, time: None }
    }

    /// "days", "a few weeks": an unspecified number of units.
    pub const fn vague(unit: Unit) -> Self {
        Self::new(When::Length(Length { amount: Amount::Some, unit, and: None }))
    }
}
