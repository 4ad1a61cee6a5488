//! Time expressions: found in a text, read as TIMEX3, and resolved once the article's date is known.
//!
//! [`read`] looks at one text and keeps what it says as a function of the article's date; [`resolve`] turns
//! all mentions of one article into values and windows. Nothing here knows today's date.

pub mod edtf;
pub mod expr;
pub mod festivals;
pub mod unit;
pub mod value;
pub mod window;
pub mod wording;
pub mod words;
pub mod written;

mod counts;
mod explain;
mod grammar;
#[cfg(test)]
mod laws;
mod lexicon;
mod readings;
mod sections;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use counts::{Count, counts};
pub use explain::explain;
pub use expr::Expr;
pub use readings::{lead_day, resolve};
pub use sections::{Section, Sections, sections};
pub use window::Window;

use crate::text::{Index, Layout, Sentence, Span};

/// TIMEX3 `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexKind {
    /// Whether it is a date or a time, which lies somewhere in the calendar, as a duration or a set does not.
    pub const fn is_point(self) -> bool {
        matches!(self, Self::Date | Self::Time)
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    Before,
    After,
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// One time expression. Its meaning is kept separate from the date it resolves to.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    pub span: Span,
    pub kind: TimexKind,
    /// The grammar rule that read it, for hovers and `explain`: "weekday", "last unit", "month day".
    pub rule: &'static str,
    /// Its meaning, as a function of the article's date and of what was said before it.
    pub expr: Expr,
    /// The calendar facts it states, each with its place: what checks compare.
    pub parts: Parts,
    pub modifier: Option<Modifier>,
    /// TIMEX3 `quant` of a set, as written: "EVERY", "EACH".
    pub quant: Option<&'static str>,
    /// How often within the unit of a set: 2 for "twice a week".
    pub freq: Option<u8>,
    /// First or last end of a range ("Feb. 21-22"), and the mention of the other end.
    pub range: Option<(RangeEnd, Index<Timex>)>,
    /// Inside quotation marks.
    pub quoted: bool,
    /// It begins its sentence, as the day of a report usually does.
    pub fronted: bool,
    pub sentence: Index<Sentence>,
    /// The tense that the governing verb gives it, if any.
    pub tense: Option<Tense>,
    /// What it counts from where it stands, if it is relative: the article, or the day of its row, entry or
    /// letter.
    pub from: Anchor,
    /// It dates the row, entry or letter that it heads.
    pub heads: bool,
}

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RangeEnd {
    Begin,
    End,
}

/// Where the governing verb places the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    Past,
    Present,
    Future,
}

/// The facts stated: "Tuesday, May 13, 2019" states four. Each may be wrong independently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub year: Option<Stated<i16>>,
    pub month: Option<Stated<u8>>,
    pub day: Option<Stated<u8>>,
    /// 1 Monday … 7 Sunday.
    pub weekday: Option<Stated<u8>>,
}

/// A number of the calendar, and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    pub value: T,
    pub span: Span,
}

/// What a mention means once the article's date is fixed (or known to be unknown).
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// TIMEX3 `value`: "2025-06-12", "2025-W28", "P3D", "PRESENT_REF", "XXXX-WXX-2" where the date is
    /// unknown.
    pub value: String,
    /// The days it may mean; `None` for durations, sets, vague references and anything that depends on an
    /// unknown date.
    pub window: Option<Window>,
    pub anchor: Anchor,
    /// Other calendar readings, cheapest first, each with its cost; checks retry them before they report.
    pub others: Vec<(Window, u32)>,
}

/// What a value was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The expression is complete on its own.
    Itself,
    /// The article's date.
    Article,
    /// An earlier mention of the same article.
    Mention(Index<Timex>),
    /// It needs a date that is not known.
    Unknown,
}

/// Finds the time expressions of a text, in order, disjoint.
pub fn read(layout: &Layout<'_>) -> Vec<Timex> {
    grammar::read(layout)
}

/// The weekday of a date: 1 Monday … 7 Sunday.
pub fn weekday_of(date: Date) -> u8 {
    date.weekday().to_monday_one_offset() as u8
}
