//! The table of checks: code, name, severity, and the page that explains it.

use super::Severity;

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
        &[]
    }

    pub fn entry(self) -> Option<&'static Entry> {
        Self::all().iter().find(|entry| entry.code == self)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DL{:03}", self.0)
    }
}
