//! Code actions: the fixes of findings, and what a reader can decide at a place.

use crate::checks::{self, Fix, Rules};
use crate::corpus::{DocId, World};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub fix: Fix,
    /// A quick fix for findings, or a refactoring.
    pub quick: bool,
    /// The code and the span of the finding it mends.
    pub mends: Option<(checks::Code, Span)>,
}

/// Everything that can be done within `range`. All fixes of a finding are offered, none preferred: a repair of dates
/// changes what the article says, and only a person may decide that.
pub fn actions(world: &World, doc: &DocId, range: Span, rules: &Rules) -> Vec<Action> {
    let findings = checks::findings(world, doc, rules)
        .into_iter()
        .filter(|finding| finding.span.touches(range.start) || finding.span.overlaps(range));
    findings
        .flat_map(|finding| {
            let mends = Some((finding.code, finding.span));
            finding.fixes.into_iter().map(move |fix| Action { fix, quick: true, mends })
        })
        .collect()
}
