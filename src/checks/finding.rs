//! A finding: what is wrong, where, what it rests on, and how it can be fixed.

use super::Code;
use crate::text::Span;
use crate::world::Place;

/// How much a finding matters; the most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Info,
    Hint,
}

impl Severity {
    /// The name used in configuration and reports.
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
    /// The words it blames.
    pub span: Span,
    /// What it rests on, in whichever document.
    pub related: Vec<Related>,
    /// The fix in words.
    pub help: Option<String>,
    /// Fixes that can be applied at once.
    pub fixes: Vec<Fix>,
}

/// A place that a finding rests on, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub place: Place,
    pub message: String,
}

/// A fix, made by all its edits together.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, as shown in a menu.
    pub title: String,
    pub edits: Vec<Edit>,
}

/// Replaces the text at `place` by `new`.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub place: Place,
    /// Empty to delete the text.
    pub new: String,
}

impl Finding {
    /// A finding of the check with this number, at the severity of the table.
    pub(super) fn new(number: u16, span: Span, message: String) -> Self {
        let code = Code::new(number);
        let severity = code.severity();
        Self { code, severity, message, span, related: Vec::new(), help: None, fixes: Vec::new() }
    }

    pub(super) fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn fix(mut self, title: impl Into<String>, edits: Vec<(Place, String)>) -> Self {
        let edits = edits.into_iter().map(|(place, new)| Edit { place, new }).collect();
        self.fixes.push(Fix { title: title.into(), edits });
        self
    }
}
