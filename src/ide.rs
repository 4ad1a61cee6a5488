//! Answers about a place in a World, as plain data: what to show, where to jump. No LSP types; one file a feature.
//! Offsets are byte offsets into the document's text. Nothing here can fail, wait or touch the disk.

pub mod actions;
pub mod at;
pub mod completion;
mod earlier;
pub mod hierarchy;
pub mod hints;
pub mod hover;
pub mod navigate;
pub mod outline;
pub mod references;
pub mod rename;
pub mod search;
pub mod show;
pub mod tokens;

use crate::text::Span;
use crate::world::Place;

/// Where to jump: the place to select, and the paragraph or entry around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    pub place: Place,
    pub full: Span,
}

/// Turns a place into a link for Markdown; `None` where the client cannot follow one.
pub type Linker<'a> = &'a (dyn Fn(&Place) -> Option<String> + Sync);
