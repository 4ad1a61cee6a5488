//! Rename: what can be renamed, and every edit it takes; those in articles want the user's consent.

use tower_lsp::ls_types::{PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit};

use super::view::View;
use super::workspace_edit;
use crate::ide::rename;

pub fn prepare(view: &View, at: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let (doc, offset) = view.cursor(at)?;
    let (span, placeholder) = rename::prepare_rename(&view.world, &doc, offset)?;
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: view.range(&doc, span)?, placeholder })
}

pub fn rename(view: &View, params: &RenameParams) -> Option<WorkspaceEdit> {
    let (doc, offset) = view.cursor(&params.text_document_position)?;
    let replacements = rename::rename(&view.world, &doc, offset, &params.new_name);
    if replacements.is_empty() {
        return None;
    }
    workspace_edit::all(view, replacements.iter().map(|each| (&each.edit, each.confirm)))
}
