//! Inlay hints, with their tooltips on demand where the client supports that.

use tower_lsp::ls_types::{
    InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip, MarkupContent, MarkupKind, Uri,
};

use super::{convert, snapshot::Snapshot};
use crate::ide;
use crate::text::Span;
use crate::world::DocId;

/// `textDocument/inlayHint`
pub fn inlay_hint(snapshot: &Snapshot, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let uri = &params.text_document.uri;
    let file = snapshot.doc(uri);
    let range = snapshot.span(&file, params.range)?;
    if !snapshot.folders.config_of(&file).inlay_hints {
        return Some(Vec::new());
    }
    let found = within(snapshot, &file, range);
    Some(found.into_iter().filter_map(|(doc, hint)| shown(snapshot, &doc, uri, hint)).collect())
}

/// The hints in a range of a file, each with its document.
fn within(snapshot: &Snapshot, file: &DocId, range: Span) -> Vec<(DocId, ide::inlay_hint::InlayHint)> {
    let parts = snapshot.world.documents_in(file, range).into_iter();
    let found = parts.flat_map(|(doc, range)| {
        let hints = ide::inlay_hint::inlay_hints(&snapshot.world, &doc, range).into_iter();
        hints.map(move |hint| (doc.clone(), hint))
    });
    found.collect()
}

/// Fills in the tooltip. A hint whose text has changed since stays as it is: it is about to be requested
/// again.
pub fn resolve(snapshot: &Snapshot, hint: &InlayHint) -> InlayHint {
    let mut hint = hint.clone();
    if let Some(found) = hint.data.as_ref().and_then(|data| find(snapshot, data)) {
        hint.tooltip = Some(tooltip(snapshot, found.tooltip));
    }
    hint
}

fn shown(snapshot: &Snapshot, doc: &DocId, uri: &Uri, hint: ide::inlay_hint::InlayHint) -> Option<InlayHint> {
    let offset = in_file(snapshot, doc, &hint);
    let data = snapshot.client.lazy_hints.then(|| serde_json::json!([uri.as_str(), offset]));
    Some(InlayHint {
        position: snapshot.position(doc, hint.offset)?,
        tooltip: data.is_none().then(|| tooltip(snapshot, hint.tooltip)),
        label: InlayHintLabel::String(hint.label.trim_start().to_owned()),
        kind: None,
        text_edits: None,
        padding_left: Some(true),
        padding_right: None,
        data,
    })
}

fn find(snapshot: &Snapshot, data: &serde_json::Value) -> Option<ide::inlay_hint::InlayHint> {
    let file = snapshot.doc(&data.get(0)?.as_str()?.parse().ok()?);
    let offset = u32::try_from(data.get(1)?.as_u64()?).ok()?;
    let before = Span::new(offset.saturating_sub(1), offset);
    let mut found = within(snapshot, &file, before).into_iter();
    found.find(|(doc, hint)| in_file(snapshot, doc, hint) == offset).map(|(_, hint)| hint)
}

/// Where a hint stands in its file.
fn in_file(snapshot: &Snapshot, doc: &DocId, hint: &ide::inlay_hint::InlayHint) -> u32 {
    hint.offset + snapshot.world.file_text(doc).map_or(0, |(_, start)| start)
}

fn tooltip(snapshot: &Snapshot, text: String) -> InlayHintTooltip {
    if snapshot.client.markdown {
        InlayHintTooltip::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: text })
    } else {
        InlayHintTooltip::String(convert::plain(&text))
    }
}
