//! Document symbols, nested or flat as the client supports.

use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation};

use super::convert;
use super::snapshot::Snapshot;
use super::workspace_symbol::information;
use crate::ide::document_symbol;
use crate::world::{DocId, Place};

/// `textDocument/documentSymbol`
pub fn document_symbol(snapshot: &Snapshot, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let file = snapshot.doc(&params.text_document.uri);
    snapshot.world.text(&file)?;
    let (mut tree, mut flat) = (Vec::new(), Vec::new());
    for doc in &snapshot.world.documents_of(&file) {
        let symbols = document_symbol::document_symbols(&snapshot.world, doc);
        if snapshot.client.nested_symbols {
            tree.extend(symbols.iter().filter_map(|symbol| nested(snapshot, doc, symbol)));
        } else {
            flatten(snapshot, doc, &symbols, None, &mut flat);
        }
    }
    Some(if snapshot.client.nested_symbols { tree.into() } else { flat.into() })
}

#[expect(deprecated, reason = "the field has to be filled in")]
fn nested(
    snapshot: &Snapshot,
    doc: &DocId,
    symbol: &document_symbol::DocumentSymbol,
) -> Option<DocumentSymbol> {
    let children: Vec<_> = symbol.children.iter().filter_map(|child| nested(snapshot, doc, child)).collect();
    Some(DocumentSymbol {
        name: convert::symbol_name(&symbol.name),
        detail: Some(symbol.detail.clone()).filter(|detail| !detail.is_empty()),
        kind: convert::symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: snapshot.range(doc, symbol.span.cover(symbol.selection))?,
        selection_range: snapshot.range(doc, symbol.selection)?,
        children: (!children.is_empty()).then_some(children),
    })
}

fn flatten(
    snapshot: &Snapshot,
    doc: &DocId,
    symbols: &[document_symbol::DocumentSymbol],
    container: Option<&str>,
    all: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        let place = Place { doc: doc.clone(), span: symbol.span };
        all.extend(information(
            snapshot,
            &place,
            symbol.name.clone(),
            symbol.kind,
            container.map(str::to_owned),
        ));
        flatten(snapshot, doc, &symbol.children, Some(&symbol.name), all);
    }
}
