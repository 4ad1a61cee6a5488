//! Definition, declaration, type definition, implementation, references and highlights.

use tower_lsp::ls_types::{
    DocumentHighlight, DocumentHighlightKind, GotoDefinitionParams, GotoDefinitionResponse, Location,
    ReferenceParams, TextDocumentPositionParams,
};

use super::selection;
use super::view::View;
use crate::ide::{Target, references};
use crate::world::{DocId, World};

type Question = fn(&World, &DocId, u32) -> Vec<Target>;

/// Answers one of the four "go to" questions; `links` is whether the client takes links for it.
pub fn go(
    view: &View,
    params: &GotoDefinitionParams,
    links: bool,
    question: Question,
) -> Option<GotoDefinitionResponse> {
    let (doc, offset) = view.cursor(&params.text_document_position_params)?;
    let targets = question(&view.world, &doc, offset);
    if targets.is_empty() {
        return None;
    }
    Some(if links {
        // The whole name is what one jumps from, not the word of it under the cursor.
        let origin = view.world.article(&doc).and_then(|dated| selection::thing(dated, offset));
        let origin = origin.and_then(|span| view.range(&doc, span));
        let links = targets.iter().filter_map(|target| view.location_link(target, origin));
        GotoDefinitionResponse::Link(links.collect())
    } else {
        GotoDefinitionResponse::Array(
            targets.iter().filter_map(|target| view.location(&target.place)).collect(),
        )
    })
}

pub fn references(view: &View, params: &ReferenceParams) -> Option<Vec<Location>> {
    let (doc, offset) = view.cursor(&params.text_document_position)?;
    let places = references::references(&view.world, &doc, offset, params.context.include_declaration);
    Some(view.locations(&places))
}

pub fn highlights(view: &View, at: &TextDocumentPositionParams) -> Option<Vec<DocumentHighlight>> {
    let (doc, offset) = view.cursor(at)?;
    let spans = references::highlights(&view.world, &doc, offset);
    let ranges = spans.into_iter().filter_map(|span| view.range(&doc, span));
    Some(ranges.map(|range| DocumentHighlight { range, kind: Some(DocumentHighlightKind::TEXT) }).collect())
}
