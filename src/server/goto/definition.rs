//! Go to definition.

use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::ide::goto;
use crate::server::snapshot::Snapshot;

/// `textDocument/definition`
pub fn definition(snapshot: &Snapshot, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    super::answer(snapshot, params, snapshot.client.definition_links, goto::definition)
}
