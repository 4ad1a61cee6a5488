//! Inlay hints; their tooltips on demand where the client can ask for them.

use tower_lsp::ls_types::{
    InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip, MarkupContent, MarkupKind, Uri,
};

use super::{convert, view::View};
use crate::ide;
use crate::text::Span;
use crate::world::DocId;

pub fn inlay_hint(view: &View, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let doc = view.doc(&params.text_document.uri);
    let range = view.span(&doc, params.range)?;
    if !view.roots.config_of(&doc).inlay_hints {
        return Some(Vec::new());
    }
    let found = ide::inlay_hint::inlay_hints(&view.world, &doc, range);
    Some(found.into_iter().filter_map(|hint| shown(view, &doc, &params.text_document.uri, hint)).collect())
}

fn shown(view: &View, doc: &DocId, uri: &Uri, hint: ide::inlay_hint::InlayHint) -> Option<InlayHint> {
    let data = view.client.lazy_hints.then(|| serde_json::json!([uri.as_str(), hint.offset]));
    Some(InlayHint {
        position: view.position(doc, hint.offset)?,
        tooltip: data.is_none().then(|| tooltip(view, hint.tooltip)),
        label: InlayHintLabel::String(hint.label.trim_start().to_owned()),
        kind: None,
        text_edits: None,
        padding_left: Some(true),
        padding_right: None,
        data,
    })
}

/// Fills the tooltip in. A hint whose text has changed since stays as it is: it is about to be asked for anew.
pub fn resolve(view: &View, hint: &InlayHint) -> InlayHint {
    let mut hint = hint.clone();
    if let Some(found) = hint.data.as_ref().and_then(|data| find(view, data)) {
        hint.tooltip = Some(tooltip(view, found.tooltip));
    }
    hint
}

fn find(view: &View, data: &serde_json::Value) -> Option<ide::inlay_hint::InlayHint> {
    let doc = view.doc(&data.get(0)?.as_str()?.parse().ok()?);
    let offset = u32::try_from(data.get(1)?.as_u64()?).ok()?;
    let before = Span::new(offset.saturating_sub(1), offset);
    ide::inlay_hint::inlay_hints(&view.world, &doc, before).into_iter().find(|hint| hint.offset == offset)
}

fn tooltip(view: &View, text: String) -> InlayHintTooltip {
    if view.client.markdown {
        InlayHintTooltip::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: text })
    } else {
        InlayHintTooltip::String(convert::plain(&text))
    }
}
