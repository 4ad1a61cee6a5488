//! References.

use tower_lsp::ls_types::{Location, ReferenceParams};

use super::view::View;
use crate::ide;

pub fn references(view: &View, params: &ReferenceParams) -> Option<Vec<Location>> {
    let (doc, offset) = view.cursor(&params.text_document_position)?;
    let declaration = params.context.include_declaration;
    let places = ide::references::references(&view.world, &doc, offset, declaration);
    Some(view.locations(&places))
}
