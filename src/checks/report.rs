//! Gathers findings: one mention is reported once, the user's levels and ignores are kept, the order is that of the
//! text.

use super::{Code, Edit, Finding, Fix, Related, Rules};
use crate::text::Span;
use crate::world::{DocId, Place};

/// A text with so many faults is no article; one more would tell nobody anything.
const MOST: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Report {
    findings: Vec<Finding>,
    /// Mentions known to be wrong: no check may rest on them.
    tainted: Vec<Span>,
}

impl Report {
    /// Takes a finding in and taints what it blames.
    pub fn add(&mut self, finding: Finding) {
        if self.findings.len() < MOST && !self.is_tainted(finding.span) {
            self.tainted.push(finding.span);
            self.findings.push(finding);
        }
    }

    /// Takes in a finding that puts nothing in doubt: hints.
    pub fn note(&mut self, finding: Finding) {
        if self.findings.len() < MOST {
            self.findings.push(finding);
        }
    }

    pub fn is_tainted(&self, span: Span) -> bool {
        self.tainted.iter().any(|bad| bad.overlaps(span))
    }

    pub fn finish(self, doc: &DocId, rules: &Rules) -> Vec<Finding> {
        let mut findings: Vec<_> = self.findings.into_iter().filter_map(|f| rules.apply(doc, f)).collect();
        findings.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        findings
    }
}

impl Rules {
    /// The finding at the user's level; `None` if it is switched off or ignored.
    fn apply(&self, doc: &DocId, mut finding: Finding) -> Option<Finding> {
        // The last word counts: client settings come behind the file's.
        if let Some((_, level)) = self.levels.iter().rev().find(|(code, _)| *code == finding.code) {
            finding.severity = (*level)?;
        }
        let ignored = |glob: &str| {
            globset::Glob::new(glob).is_ok_and(|glob| glob.compile_matcher().is_match(doc.as_str()))
        };
        let ignores = self.ignores.iter().filter(|ignore| ignore.code == finding.code);
        (!ignores.into_iter().any(|ignore| ignored(&ignore.files))).then_some(finding)
    }
}

impl Finding {
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
