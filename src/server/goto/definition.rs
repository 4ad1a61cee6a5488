//! Go to definition.

use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::ide::goto;
use crate::server::view::View;

pub fn definition(view: &View, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    super::answer(view, params, view.client.definition_links, goto::definition)
}
