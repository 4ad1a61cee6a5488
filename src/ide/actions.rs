//! Code actions: the fixes of findings, and what a reader can decide at a place.

mod people;

use crate::checks::{self, Fix, Rules};
use crate::corpus::{DocId, World};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Edits may name a document that does not exist yet: it is to be created.
    pub fix: Fix,
    /// A quick fix for findings, or a refactoring.
    pub quick: bool,
    /// The code and the span of the finding it mends.
    pub mends: Option<(checks::Code, Span)>,
}

/// Everything that can be done within `range`. All fixes of a finding are offered, none preferred: a repair of dates
/// changes what the article says, and only a person may decide that.
pub fn actions(world: &World, doc: &DocId, range: Span, rules: &Rules) -> Vec<Action> {
    let findings = checks::findings(world, doc, rules);
    let here = findings
        .into_iter()
        .filter(|finding| finding.span.touches(range.start) || finding.span.overlaps(range));
    let fixes = here.flat_map(|finding| {
        let mends = Some((finding.code, finding.span));
        finding.fixes.into_iter().map(move |fix| Action { fix, quick: true, mends })
    });
    let decisions = people::actions(world, doc, range.start).into_iter().map(|fix| Action {
        fix,
        quick: false,
        mends: None,
    });
    fixes.chain(decisions).collect()
}
