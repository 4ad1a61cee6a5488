//! Definition, declaration, type definition, implementation: the table of SERVER rules for people and meetings.

use super::Target;
use crate::corpus::{DocId, World};

/// The mention that introduces a person best; the fullest account of a meeting, another article preferred.
pub fn definition(_world: &World, _doc: &DocId, _offset: u32) -> Vec<Target> {
    Vec::new()
}

/// The first mention in this article.
pub fn declaration(_world: &World, _doc: &DocId, _offset: u32) -> Vec<Target> {
    Vec::new()
}

/// The profile entry; for a meeting the event entry, else the series.
pub fn type_definition(_world: &World, _doc: &DocId, _offset: u32) -> Vec<Target> {
    Vec::new()
}

/// The offices a person held, in profile files; other editions of a meeting's series.
pub fn implementation(_world: &World, _doc: &DocId, _offset: u32) -> Vec<Target> {
    Vec::new()
}
