//! Code actions: the fixes of findings, and what a reader can decide at a place.

use crate::checks::{Fix, Rules};
use crate::corpus::{DocId, World};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub fix: Fix,
    /// A quick fix for findings, or a refactoring.
    pub quick: bool,
    /// The code of the finding it mends.
    pub code: Option<String>,
}

pub fn actions(_world: &World, _doc: &DocId, _range: Span, _rules: &Rules) -> Vec<Action> {
    Vec::new()
}
