//! A check's code, as users write it.

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
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DL{:03}", self.0)
    }
}
