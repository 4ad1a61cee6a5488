//! Every mention of the same person, organisation, place or meeting; highlights are those of one article.

use crate::corpus::{DocId, Place, World};
use crate::text::Span;

/// All mentions in the corpus, by document and place. `declaration` decides whether the introducing mention is in.
pub fn references(_world: &World, _doc: &DocId, _offset: u32, _declaration: bool) -> Vec<Place> {
    Vec::new()
}

pub fn highlights(_world: &World, _doc: &DocId, _offset: u32) -> Vec<Span> {
    Vec::new()
}
