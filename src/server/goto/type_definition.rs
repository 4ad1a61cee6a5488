//! Go to type definition.

use tower_lsp::ls_types::request::{GotoTypeDefinitionParams, GotoTypeDefinitionResponse};

use crate::ide::goto;
use crate::server::view::View;

pub fn type_definition(view: &View, params: &GotoTypeDefinitionParams) -> Option<GotoTypeDefinitionResponse> {
    super::answer(view, params, view.client.type_definition_links, goto::type_definition)
}
