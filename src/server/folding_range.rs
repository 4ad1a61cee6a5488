//! Folding ranges; those that are not the article's own text are regions.

use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use super::snapshot::Snapshot;
use crate::ide;
use crate::text::ZoneKind;

/// `textDocument/foldingRange`
pub fn folding_range(snapshot: &Snapshot, params: &FoldingRangeParams) -> Option<Vec<FoldingRange>> {
    let file = snapshot.doc(&params.text_document.uri);
    let mut all = Vec::new();
    for doc in &snapshot.world.documents_of(&file) {
        let first = snapshot.position(doc, 0)?.line;
        let found = ide::folding_range::folding_ranges(&snapshot.world, doc)?;
        all.extend(found.into_iter().map(|range| shown(range, first)));
    }
    Some(all)
}

/// A range of a document that begins in line `first` of its file.
fn shown(range: ide::folding_range::FoldingRange, first: u32) -> FoldingRange {
    let aside = matches!(range.zone, ZoneKind::FrontMatter | ZoneKind::Furniture);
    FoldingRange {
        start_line: first + range.first_line,
        end_line: first + range.last_line,
        kind: aside.then_some(FoldingRangeKind::Region),
        ..Default::default()
    }
}
