//! References.

use tower_lsp::ls_types::{Location, ReferenceParams};

use super::snapshot::Snapshot;
use crate::ide;

/// `textDocument/references`
pub fn references(snapshot: &Snapshot, params: &ReferenceParams) -> Option<Vec<Location>> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position)?;
    let declaration = params.context.include_declaration;
    let places = ide::references::references(&snapshot.world, &doc, offset, declaration);
    Some(snapshot.locations(&places))
}
