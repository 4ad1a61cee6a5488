//! Selection ranges, one chain per position.

use tower_lsp::ls_types::{Position, Range, SelectionRange, SelectionRangeParams};

use super::snapshot::Snapshot;
use crate::ide;
use crate::world::DocId;

/// `textDocument/selectionRange`
pub fn selection_range(snapshot: &Snapshot, params: &SelectionRangeParams) -> Option<Vec<SelectionRange>> {
    let doc = snapshot.doc(&params.text_document.uri);
    params.positions.iter().map(|position| chain(snapshot, &doc, *position)).collect()
}

fn chain(snapshot: &Snapshot, file: &DocId, position: Position) -> Option<SelectionRange> {
    let (doc, offset) = snapshot.world.document_at(file, snapshot.offset(file, position)?);
    let spans = ide::selection_range::selection_ranges(&snapshot.world, &doc, offset)?;
    let ranges = spans.into_iter().filter_map(|span| snapshot.range(&doc, span));
    // LSP requires an answer for every position: at worst the caret itself.
    let caret = SelectionRange { range: Range::new(position, position), parent: None };
    Some(ranges.fold(None, nest).unwrap_or(caret))
}

fn nest(outer: Option<SelectionRange>, range: Range) -> Option<SelectionRange> {
    Some(SelectionRange { range, parent: outer.map(Box::new) })
}
