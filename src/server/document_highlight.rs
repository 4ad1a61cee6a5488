//! Document highlights.

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use super::snapshot::Snapshot;
use crate::ide;

/// `textDocument/documentHighlight`
pub fn document_highlight(
    snapshot: &Snapshot,
    params: &DocumentHighlightParams,
) -> Option<Vec<DocumentHighlight>> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    let spans = ide::document_highlight::document_highlights(&snapshot.world, &doc, offset);
    let ranges = spans.into_iter().filter_map(|span| snapshot.range(&doc, span));
    Some(ranges.map(|range| DocumentHighlight { range, kind: Some(DocumentHighlightKind::TEXT) }).collect())
}
