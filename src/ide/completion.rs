//! Completion: people in articles, keys and ids in profiles.

mod article;
mod profile;

use crate::text::Span;
use crate::world::{DocId, World};

/// The kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionItemKind {
    Person,
    Key,
    Value,
    Table,
}

/// A possible completion.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletionItem {
    pub label: String,
    /// A few words beside the label.
    pub detail: String,
    /// Shown when the item is selected.
    pub documentation: String,
    pub kind: CompletionItemKind,
    /// The span that `insert` replaces.
    pub replace: Span,
    pub insert: String,
}

/// The completions at `offset`, best first.
pub fn completions(world: &World, doc: &DocId, offset: u32) -> Vec<CompletionItem> {
    if let Some(file) = world.profile_file(doc) {
        return profile::completions(world, file, offset);
    }
    world.article(doc).map_or_else(Vec::new, |dated| article::completions(world, doc, &dated.article, offset))
}
