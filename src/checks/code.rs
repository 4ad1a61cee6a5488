//! The table of checks: code, name, severity, and the page that explains it.

use super::Severity::{self, Error, Hint, Warning};

/// A check's code: `DL101`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

/// What the table says of a code.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub code: Code,
    pub name: &'static str,
    pub severity: Severity,
    /// The Markdown page.
    pub page: &'static str,
}

macro_rules! table {
    ($($number:literal $name:literal $severity:ident;)*) => {
        &[$(Entry {
            code: Code($number),
            name: $name,
            severity: $severity,
            page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/checks/DL", $number, ".md")),
        }),*]
    };
}

const TABLE: &[Entry] = table! {
    101 "weekday-mismatch" Error;
    102 "impossible-date" Error;
    103 "reversed-range" Error;
    104 "duration-mismatch" Warning;
    105 "weekday-mismatch-inferred-year" Warning;
    106 "anniversary-arithmetic" Error;
    107 "tense-conflict" Warning;
    201 "same-event-two-dates" Warning;
    202 "headline-disagrees" Warning;
    203 "order-conflict" Warning;
    204 "relative-anchor-conflict" Warning;
    205 "weekday-chain" Error;
    206 "outside-container" Warning;
    207 "dated-before-event" Warning;
    208 "anniversary-numbers" Warning;
    301 "same-meeting-other-date" Warning;
    302 "same-meeting-other-place" Warning;
    303 "edition-order" Warning;
    401 "office-outside-term" Warning;
    402 "known-event" Warning;
    403 "known-anniversary" Warning;
    501 "profile-unreadable" Error;
    502 "profile-id-twice" Error;
    503 "profile-unknown-id" Warning;
    504 "profile-shared-name" Warning;
    505 "profile-terms-overlap" Warning;
    901 "article-date-inferred" Hint;
    902 "article-date-unclear" Hint;
    910 "name-variant" Hint;
};

impl Code {
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Parses "DL101" or "dl101".
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("DL").or_else(|| text.strip_prefix("dl"))?;
        digits.parse().ok().map(Self)
    }

    pub fn all() -> &'static [Entry] {
        TABLE
    }

    pub fn entry(self) -> Option<&'static Entry> {
        Self::all().iter().find(|entry| entry.code == self)
    }

    /// The severity of the table.
    pub fn severity(self) -> Severity {
        self.entry().map_or(Warning, |entry| entry.severity)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DL{:03}", self.0)
    }
}
