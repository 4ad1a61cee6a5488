//! Go to declaration.

use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};

use crate::ide::goto;
use crate::server::snapshot::Snapshot;

/// `textDocument/declaration`
pub fn declaration(snapshot: &Snapshot, params: &GotoDeclarationParams) -> Option<GotoDeclarationResponse> {
    super::answer(snapshot, params, snapshot.client.declaration_links, goto::declaration)
}
