//! A check's code, and what the table says of it.

use super::{Check, Severity, TABLE};

/// A check's code: `DL101`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl Code {
    /// The code with this number, whether or not there is such a check.
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Parses "DL101" or "dl101"; the check need not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("DL").or_else(|| text.strip_prefix("dl"))?;
        digits.parse().ok().map(Self)
    }

    /// Every check, by number.
    pub fn all() -> &'static [Check] {
        TABLE
    }

    /// The check with this code; `None` if there is none.
    pub fn check(self) -> Option<&'static Check> {
        Self::all().iter().find(|check| check.code == self)
    }

    /// The severity that the table gives.
    pub fn severity(self) -> Severity {
        self.check().map_or(Severity::Warning, |check| check.severity)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DL{:03}", self.0)
    }
}
