//! The user's rules: the level of each check, and files that a check ignores.

use super::{Code, Finding, Severity};
use crate::world::DocId;

/// The user's rules: severities and files to ignore.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// `None` switches a check off. The last entry for a code counts: client settings come after the file's.
    pub levels: Vec<(Code, Option<Severity>)>,
    /// Files that a check ignores.
    pub ignores: Vec<Ignore>,
}

/// One `[[ignore]]` of `dateline.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ignore {
    pub code: Code,
    /// A glob on document paths.
    pub files: String,
}

/// An article without a date is the rule in many folders: an editor tells of all of them once, and underlines
/// each only where the user gave the check a level.
pub const TOLD_ONCE: Code = Code::new(902);

impl Rules {
    /// Whether an editor underlines findings of this check.
    pub fn underlines(&self, code: Code) -> bool {
        code != TOLD_ONCE || self.levels.iter().any(|(set, level)| *set == code && level.is_some())
    }

    /// Whether the user switched this check off.
    pub fn is_off(&self, code: Code) -> bool {
        self.levels.iter().rev().find(|(set, _)| *set == code).is_some_and(|(_, level)| level.is_none())
    }

    /// The finding at the user's level; `None` if it is switched off or ignored.
    pub(super) fn apply(&self, doc: &DocId, mut finding: Finding) -> Option<Finding> {
        if let Some((_, level)) = self.levels.iter().rev().find(|(code, _)| *code == finding.code) {
            finding.severity = (*level)?;
        }
        let mut ignores = self.ignores.iter().filter(|ignore| ignore.code == finding.code);
        (!ignores.any(|ignore| ignore.covers(doc))).then_some(finding)
    }
}

impl Ignore {
    /// Whether the glob matches the document; a broken glob matches nothing.
    fn covers(&self, doc: &DocId) -> bool {
        globset::Glob::new(&self.files).is_ok_and(|glob| glob.compile_matcher().is_match(doc.as_str()))
    }
}
