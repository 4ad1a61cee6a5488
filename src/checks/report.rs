//! Gathers the findings of one document: a mention is reported once, and no later check rests on it.

use super::{Finding, Rules};
use crate::text::Span;
use crate::world::DocId;

/// Findings of one document. A text with so many faults is no article; one more would tell nobody anything.
const MAX_FINDINGS: usize = 500;

/// The findings so far, and the words they blame.
#[derive(Debug, Default)]
pub(super) struct Report {
    findings: Vec<Finding>,
    /// Words known to be wrong: no check may rest on them.
    tainted: Vec<Span>,
}

impl Report {
    /// Takes a finding in and taints what it blames, unless that is tainted already.
    pub fn add(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS && !self.is_tainted(finding.span) {
            self.tainted.push(finding.span);
            self.findings.push(finding);
        }
    }

    /// Takes in a finding that puts nothing in doubt: hints.
    pub fn note(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Whether an earlier finding blames some of these words.
    pub fn is_tainted(&self, span: Span) -> bool {
        self.tainted.iter().any(|bad| bad.overlaps(span))
    }

    /// The findings in order of place, as the user wants to see them.
    pub fn finish(self, doc: &DocId, rules: &Rules) -> Vec<Finding> {
        let mut findings: Vec<_> = self.findings.into_iter().filter_map(|f| rules.apply(doc, f)).collect();
        findings.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        findings
    }
}
