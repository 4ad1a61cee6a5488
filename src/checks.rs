//! Findings: dates that cannot all be true, names that look like slips, profile entries that contradict each other. Each family is a file; each code has a page
//! in `tests/checks/` that is its documentation and its test.

mod accounts;
mod anchors;
mod article_date;
mod calendar;
mod case;
mod code;
mod counted;
mod editions;
mod headline;
mod known;
mod order;
mod places;
mod profiles;
mod ranges;
mod report;
mod solver;
mod spelling;
mod statements;
mod tense;
mod told;

use crate::text::Span;
use crate::world::{DocId, Place, World};
use case::Case;
use report::Report;

pub use code::{Code, Entry};

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
pub fn findings(world: &World, doc: &DocId, rules: &Rules) -> Vec<Finding> {
    let Some(dated) = world.article(doc) else { return profiles::findings(world, doc, rules) };
    let case = Case::new(world, doc, dated);
    let mut report = Report::default();
    // The surest first: what one check has reported is no evidence for the next.
    calendar::check(&case, &mut report);
    ranges::check(&case, &mut report);
    counted::check(&case, &mut report);
    anchors::check(&case, &mut report);
    headline::check(&case, &mut report);
    known::check(&case, &mut report);
    accounts::check(&case, &mut report);
    places::check(&case, &mut report);
    editions::check(&case, &mut report);
    order::check(&case, &mut report);
    tense::check(&case, &mut report);
    article_date::check(&case, &mut report);
    spelling::check(&case, &mut report);
    report.finish(doc, rules)
}
