//! Document highlights.

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use super::view::View;
use crate::ide;

pub fn document_highlight(view: &View, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
    let (doc, offset) = view.cursor(&params.text_document_position_params)?;
    let spans = ide::document_highlight::document_highlights(&view.world, &doc, offset);
    let ranges = spans.into_iter().filter_map(|span| view.range(&doc, span));
    Some(ranges.map(|range| DocumentHighlight { range, kind: Some(DocumentHighlightKind::TEXT) }).collect())
}
