//! Document symbols, nested or flat as the client takes them, and workspace symbols.

use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, SymbolInformation, TextDocumentIdentifier,
    WorkspaceSymbolResponse,
};

use super::{convert, view::View};
use crate::ide::outline::{self, Symbol};
use crate::ide::search;
use crate::world::{DocId, Place};

/// Enough for any list a person looks through.
const MOST: usize = 128;

pub fn document(view: &View, document: &TextDocumentIdentifier) -> Option<DocumentSymbolResponse> {
    let doc = view.doc(&document.uri);
    view.world.text(&doc)?;
    let symbols = outline::outline(&view.world, &doc);
    if view.client.nested_symbols {
        return Some(
            symbols.iter().filter_map(|symbol| nested(view, &doc, symbol)).collect::<Vec<_>>().into(),
        );
    }
    let mut all = Vec::new();
    flatten(view, &doc, &symbols, None, &mut all);
    Some(all.into())
}

pub fn workspace(view: &View, query: &str) -> WorkspaceSymbolResponse {
    let found = search::search(&view.world, query, MOST);
    let symbols = found.into_iter().filter_map(|found| {
        information(view, &found.target.place, found.name, found.kind, Some(found.container))
    });
    symbols.collect::<Vec<_>>().into()
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

#[expect(deprecated, reason = "the field has to be filled in")]
fn information(
    view: &View,
    place: &Place,
    name: String,
    kind: outline::SymbolKind,
    container_name: Option<String>,
) -> Option<SymbolInformation> {
    Some(SymbolInformation {
        name: convert::symbol_name(&name),
        kind: convert::symbol_kind(kind),
        tags: None,
        deprecated: None,
        location: view.location(place)?,
        container_name,
    })
}
