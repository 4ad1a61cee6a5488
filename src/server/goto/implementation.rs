//! Go to implementation.

use tower_lsp::ls_types::request::{GotoImplementationParams, GotoImplementationResponse};

use crate::ide::goto;
use crate::server::snapshot::Snapshot;

/// `textDocument/implementation`
pub fn implementation(
    snapshot: &Snapshot,
    params: &GotoImplementationParams,
) -> Option<GotoImplementationResponse> {
    super::answer(snapshot, params, snapshot.client.implementation_links, goto::implementation)
}
