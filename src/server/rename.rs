//! Rename: what can be renamed, and every edit it takes; those in articles need the user's consent.

use tower_lsp::ls_types::{PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit};

use super::snapshot::Snapshot;
use super::workspace_edit;
use crate::ide::rename;

/// `textDocument/prepareRename`
pub fn prepare(snapshot: &Snapshot, at: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let (doc, offset) = snapshot.cursor(at)?;
    let (span, placeholder) = rename::prepare_rename(&snapshot.world, &doc, offset)?;
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: snapshot.range(&doc, span)?, placeholder })
}

/// `textDocument/rename`
pub fn rename(snapshot: &Snapshot, params: &RenameParams) -> Option<WorkspaceEdit> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position)?;
    let replacements = rename::rename(&snapshot.world, &doc, offset, &params.new_name);
    if replacements.is_empty() {
        return None;
    }
    workspace_edit::all(snapshot, replacements.iter().map(|each| (&each.edit, each.confirm)))
}
