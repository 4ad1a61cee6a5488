//! Go to type definition.

use tower_lsp::ls_types::request::{GotoTypeDefinitionParams, GotoTypeDefinitionResponse};

use crate::ide::goto;
use crate::server::snapshot::Snapshot;

/// `textDocument/typeDefinition`
pub fn type_definition(
    snapshot: &Snapshot,
    params: &GotoTypeDefinitionParams,
) -> Option<GotoTypeDefinitionResponse> {
    super::answer(snapshot, params, snapshot.client.type_definition_links, goto::type_definition)
}
