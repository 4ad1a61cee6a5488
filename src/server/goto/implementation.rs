//! Go to implementation.

use tower_lsp::ls_types::request::{GotoImplementationParams, GotoImplementationResponse};

use crate::ide::goto;
use crate::server::view::View;

pub fn implementation(view: &View, params: &GotoImplementationParams) -> Option<GotoImplementationResponse> {
    super::answer(view, params, view.client.implementation_links, goto::implementation)
}
