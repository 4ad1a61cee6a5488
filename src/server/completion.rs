//! Completion, in the order `ide` gives.

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse, Documentation,
    MarkupContent, MarkupKind, TextEdit,
};

use super::{convert, snapshot::Snapshot};
use crate::ide::completion;
use crate::world::DocId;

/// `textDocument/completion`
pub fn completion(snapshot: &Snapshot, params: &CompletionParams) -> Option<CompletionResponse> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position)?;
    let found = completion::completions(&snapshot.world, &doc, offset);
    let items = found.into_iter().enumerate().filter_map(|(rank, found)| item(snapshot, &doc, rank, found));
    // What fits depends on every letter, so the client asks again rather than filter an old list.
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items: items.collect() }))
}

fn item(
    snapshot: &Snapshot,
    doc: &DocId,
    rank: usize,
    found: completion::CompletionItem,
) -> Option<CompletionItem> {
    let range = snapshot.range(doc, found.replace)?;
    let documentation = Some(found.documentation).filter(|text| !text.is_empty());
    Some(CompletionItem {
        label: found.label,
        detail: Some(found.detail).filter(|detail| !detail.is_empty()),
        documentation: documentation.map(|text| documented(snapshot, text)),
        kind: Some(kind(found.kind)),
        // Everything here already fits, even if it begins differently from what is typed: `@bo` for Bo Li.
        filter_text: snapshot.world.text(doc).map(|text| text.slice(found.replace).to_owned()),
        sort_text: Some(format!("{rank:05}")),
        text_edit: Some(TextEdit::new(range, found.insert).into()),
        ..Default::default()
    })
}

fn documented(snapshot: &Snapshot, markdown: String) -> Documentation {
    if snapshot.client.markdown {
        Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: markdown })
    } else {
        Documentation::String(convert::plain(&markdown))
    }
}

const fn kind(kind: completion::CompletionItemKind) -> CompletionItemKind {
    match kind {
        completion::CompletionItemKind::Person => CompletionItemKind::CLASS,
        completion::CompletionItemKind::Key => CompletionItemKind::PROPERTY,
        completion::CompletionItemKind::Value => CompletionItemKind::VALUE,
        completion::CompletionItemKind::Table => CompletionItemKind::STRUCT,
    }
}
