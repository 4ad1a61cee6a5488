//! Hover: a profile for a name, an account for a meeting, the reckoning for a date.

use super::Linker;
use crate::corpus::{DocId, World};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    /// Markdown; the first three lines answer the question.
    pub markdown: String,
}

pub fn hover(_world: &World, _doc: &DocId, _offset: u32, _link: Linker<'_>) -> Option<Hover> {
    None
}
