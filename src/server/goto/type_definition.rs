//! Go to type definition.

use tower_lsp::ls_types::request::{GotoTypeDefinitionParams, GotoTypeDefinitionResponse};
use tower_lsp::ls_types::{GotoDefinitionResponse, Location, Range};

use crate::ide::goto;
use crate::server::almanac_document;
use crate::server::snapshot::Snapshot;

/// `textDocument/typeDefinition`
pub fn type_definition(
    snapshot: &Snapshot,
    params: &GotoTypeDefinitionParams,
) -> Option<GotoTypeDefinitionResponse> {
    let profile =
        super::answer(snapshot, params, snapshot.client.type_definition_links, goto::type_definition);
    profile.or_else(|| on_record(snapshot, params))
}

/// The page of the almanac, where no profile tells.
fn on_record(snapshot: &Snapshot, params: &GotoTypeDefinitionParams) -> Option<GotoTypeDefinitionResponse> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    let uri = almanac_document::uri(snapshot, &goto::on_record(&snapshot.world, &doc, offset)?)?;
    Some(GotoDefinitionResponse::Scalar(Location::new(uri, Range::default())))
}
