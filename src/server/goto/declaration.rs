//! Go to declaration.

use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};

use crate::ide::goto;
use crate::server::view::View;

pub fn declaration(view: &View, params: &GotoDeclarationParams) -> Option<GotoDeclarationResponse> {
    super::answer(view, params, view.client.declaration_links, goto::declaration)
}
