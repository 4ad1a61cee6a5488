//! Workspace symbols.

use tower_lsp::ls_types::{SymbolInformation, WorkspaceSymbolParams, WorkspaceSymbolResponse};

use super::{convert, snapshot::Snapshot};
use crate::ide;
use crate::ide::document_symbol::SymbolKind;
use crate::world::Place;

/// Symbols sent at most: enough for any list that a person reads.
const MAX_SYMBOLS: usize = 128;

/// `workspace/symbol`
pub fn workspace_symbol(
    snapshot: &Snapshot,
    params: &WorkspaceSymbolParams,
) -> Option<WorkspaceSymbolResponse> {
    let found = ide::workspace_symbol::workspace_symbols(&snapshot.world, &params.query, MAX_SYMBOLS);
    let symbols = found.into_iter().filter_map(|found| {
        information(snapshot, &found.target.place, found.name, found.kind, Some(found.container))
    });
    Some(symbols.collect::<Vec<_>>().into())
}

/// A symbol as the protocol's flat lists have it.
#[expect(deprecated, reason = "the field has to be filled in")]
pub fn information(
    snapshot: &Snapshot,
    place: &Place,
    name: String,
    kind: SymbolKind,
    container_name: Option<String>,
) -> Option<SymbolInformation> {
    Some(SymbolInformation {
        name: convert::symbol_name(&name),
        kind: convert::symbol_kind(kind),
        tags: None,
        deprecated: None,
        location: snapshot.location(place)?,
        container_name,
    })
}
