//! What an expression says before any date is known: a function of the article's date and of what was said before.

use super::festivals::Feast;
use super::unit::{Season, Unit};
use super::value::{Amount, Length, Time, Value};

/// A time expression's meaning, its dates still open.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub when: When,
    /// A clock time or a part of the day, on the day `when` says.
    pub time: Option<Time>,
}

/// The day or the stretch of days that an expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// A year or a piece of one: "1989", "May 2019", "Feb. 21", "the third quarter", "last spring".
    Calendar(Calendar),
    /// "Friday", "last Friday", "Friday of next week".
    Weekday { day: u8, pick: Pick, week: Option<i32> },
    /// A unit counted from now or from what was said before: "last week", "the following year", "today".
    Unit { unit: Unit, by: i32, from: From },
    /// An amount away: "three days ago", "two weeks later".
    Away { length: Length, back: bool, from: From },
    /// The unit that holds a date: "the week of March 6", "the quarter ended Sept. 30".
    Holding(Unit, Calendar),
    /// The same unit a year before: "the same month a year ago".
    YearBack(Unit),
    /// "the 5th".
    Date(u8),
    /// "the last Friday of this month", "the first week of next year": a piece of a unit counted from the article.
    Within { unit: Unit, by: i32, nth: Nth },
    /// "PAST_REF" and its sisters, sets, decades: nothing is left open.
    Fixed(Value),
    /// A stretch of time.
    Length(Length),
}

/// A year, and a piece of it that comes round every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub year: YearOf,
    pub piece: Piece,
    pub pick: Pick,
    /// The other reading of a numeric date whose day and month may be swapped: month, day.
    pub swapped: Option<(u8, u8)>,
}

/// How an expression says its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf {
    Stated(i16),
    /// "of last year", "of that year".
    By(i32, From),
    /// The year before that of the same thing just said: "the year-ago quarter".
    Open,
}

/// A piece of a year that comes round every year.
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

/// Which piece of a month or a year.
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

/// Which of the many, where the words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Plain,
    Last,
    This,
    Next,
    /// What is told of lies in it: "will open in the third quarter".
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
    /// The focus in narrative, the article's date in news: "ago", "this year".
    Either,
}

impl Calendar {
    /// A piece of a year, without a word that picks one of many.
    pub const fn of(year: YearOf, piece: Piece) -> Self {
        Self { year, piece, pick: Pick::Plain, swapped: None }
    }
}

impl Expr {
    /// An expression without a time of day.
    pub const fn new(when: When) -> Self {
        Self { when, time: None }
    }

    /// "days", "a few weeks": some of a unit.
    pub const fn vague(unit: Unit) -> Self {
        Self::new(When::Length(Length { amount: Amount::Some, unit, and: None }))
    }
}
