//! Folding ranges; those that are not the article's own text are regions.

use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use super::snapshot::Snapshot;
use crate::ide;
use crate::text::ZoneKind;

/// `textDocument/foldingRange`
pub fn folding_range(snapshot: &Snapshot, params: &FoldingRangeParams) -> Option<Vec<FoldingRange>> {
    let found =
        ide::folding_range::folding_ranges(&snapshot.world, &snapshot.doc(&params.text_document.uri))?;
    Some(found.into_iter().map(shown).collect())
}

fn shown(range: ide::folding_range::FoldingRange) -> FoldingRange {
    let aside = matches!(range.zone, ZoneKind::FrontMatter | ZoneKind::Furniture);
    FoldingRange {
        start_line: range.first_line,
        end_line: range.last_line,
        kind: aside.then_some(FoldingRangeKind::Region),
        ..Default::default()
    }
}
