//! Document symbols, nested or flat as the client takes them.

use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation};

use super::convert;
use super::view::View;
use super::workspace_symbol::information;
use crate::ide::document_symbol::{self, Symbol};
use crate::world::{DocId, Place};

pub fn document_symbol(view: &View, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let doc = view.doc(&params.text_document.uri);
    view.world.text(&doc)?;
    let symbols = document_symbol::document_symbols(&view.world, &doc);
    if view.client.nested_symbols {
        return Some(
            symbols.iter().filter_map(|symbol| nested(view, &doc, symbol)).collect::<Vec<_>>().into(),
        );
    }
    let mut all = Vec::new();
    flatten(view, &doc, &symbols, None, &mut all);
    Some(all.into())
}

#[expect(deprecated, reason = "the field has to be filled in")]
fn nested(view: &View, doc: &DocId, symbol: &Symbol) -> Option<DocumentSymbol> {
    let children: Vec<_> = symbol.children.iter().filter_map(|child| nested(view, doc, child)).collect();
    Some(DocumentSymbol {
        name: convert::symbol_name(&symbol.name),
        detail: Some(symbol.detail.clone()).filter(|detail| !detail.is_empty()),
        kind: convert::symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: view.range(doc, symbol.span.cover(symbol.selection))?,
        selection_range: view.range(doc, symbol.selection)?,
        children: (!children.is_empty()).then_some(children),
    })
}

fn flatten(
    view: &View,
    doc: &DocId,
    symbols: &[Symbol],
    container: Option<&str>,
    all: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        let place = Place { doc: doc.clone(), span: symbol.span };
        all.extend(information(view, &place, symbol.name.clone(), symbol.kind, container.map(str::to_owned)));
        flatten(view, doc, &symbol.children, Some(&symbol.name), all);
    }
}
