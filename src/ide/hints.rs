//! Inlay hints: what a relative date resolves to, and the article's date where it was inferred.

use crate::corpus::{DocId, World};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Shown behind the text that ends here.
    pub offset: u32,
    pub label: String,
    pub tooltip: String,
}

/// The hints within `range`.
pub fn hints(_world: &World, _doc: &DocId, _range: Span) -> Vec<Hint> {
    Vec::new()
}
