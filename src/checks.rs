//! Findings: dates that cannot all be true, names that look like slips. Each family is a file; each code has a page
//! in `tests/checks/` that is its documentation and its test.

mod code;

use crate::corpus::{DocId, Place, World};
use crate::text::Span;

pub use code::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Info,
    Hint,
}

impl Severity {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Hint => "hint",
        }
    }
}

/// Something that cannot be true, or that a reader should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// One line, lower case, names the two facts.
    pub message: String,
    pub span: Span,
    /// What it rests on, in whichever document it stands.
    pub related: Vec<Related>,
    /// The repair in words.
    pub help: Option<String>,
    pub fixes: Vec<Fix>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub place: Place,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    pub title: String,
    pub edits: Vec<Edit>,
}

/// Replace what stands at `place` by `new`.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub place: Place,
    pub new: String,
}

/// What the user set: severities and things to leave alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// `None` switches a code off.
    pub levels: Vec<(Code, Option<Severity>)>,
    pub ignores: Vec<Ignore>,
}

/// One `[[ignore]]` of `dateline.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ignore {
    pub code: Code,
    /// A glob on document paths.
    pub files: String,
}

/// The findings of one document, in order of place.
pub fn findings(_world: &World, _doc: &DocId, _rules: &Rules) -> Vec<Finding> {
    Vec::new()
}
