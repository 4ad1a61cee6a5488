//! Answers about a place in a World, as plain data: what to show, where to jump. No LSP types. Offsets are
//! byte offsets into the document's text. Nothing here can fail, wait or touch the disk.

// One file per request, with the protocol's name; `server` has a file of the same name.
pub mod call_hierarchy;
pub mod code_action;
pub mod completion;
pub mod date_list;
pub mod document_highlight;
pub mod document_symbol;
pub mod folding_range;
pub mod goto;
pub mod hover;
pub mod inlay_hint;
pub mod references;
pub mod rename;
pub mod selection_range;
pub mod semantic_tokens;
pub mod type_hierarchy;
pub mod workspace_symbol;

// Shared by the requests.
pub mod almanac;
mod counted_meetings;
pub mod hierarchy;
mod meeting_name;
pub mod mention_at;
mod offices;
mod profile_ids;
pub mod show;
mod subject;
mod target;
pub mod time_words;

pub use target::Target;

use crate::world::Place;

/// Turns a place into a link for Markdown; `None` where the client cannot follow one.
pub type Linker<'a> = &'a (dyn Fn(&Place) -> Option<String> + Sync);
