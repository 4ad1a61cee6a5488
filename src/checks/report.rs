//! Collects the findings of one document: each mention is reported once, and no later check rests on it.

use super::{Finding, Rules};
use crate::text::Span;
use crate::world::DocId;

/// Findings per document. A text with so many errors is not an article, and more would help no one.
const MAX_FINDINGS: usize = 500;

/// The findings so far, and the words they blame.
#[derive(Debug, Default)]
pub(super) struct Report {
    findings: Vec<Finding>,
    /// Words known to be wrong; no check may rest on them.
    tainted: Vec<Span>,
}

impl Report {
    /// Adds a finding and taints the words it blames, unless they are tainted already.
    pub fn add(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS && !self.is_tainted(finding.span) {
            self.tainted.push(finding.span);
            self.findings.push(finding);
        }
    }

    /// Adds a finding that casts no doubt on any words: a hint.
    pub fn note(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Whether an earlier finding blames any of these words.
    pub fn is_tainted(&self, span: Span) -> bool {
        self.tainted.iter().any(|bad| bad.overlaps(span))
    }

    /// The findings in order of place, with the user's rules applied.
    pub fn finish(self, doc: &DocId, rules: &Rules) -> Vec<Finding> {
        let mut findings: Vec<_> = self.findings.into_iter().filter_map(|f| rules.apply(doc, f)).collect();
        findings.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        findings
    }
}
