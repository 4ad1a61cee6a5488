//! Folding ranges: front matter, page furniture, and paragraphs of more than one line.

use crate::text::{Span, ZoneKind, position::Text};
use crate::world::{DocId, World};

/// Lines that fold into their first; both count from zero, and the last one is folded too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoldingRange {
    pub first_line: u32,
    pub last_line: u32,
    /// The first zone of the range: neighbouring zones of furniture fold as one.
    pub zone: ZoneKind,
}

/// Every zone of an article with more than one line; `None` for other documents.
pub fn folding_ranges(world: &World, doc: &DocId) -> Option<Vec<FoldingRange>> {
    let article = &world.article(doc)?.article;
    let mut ranges: Vec<FoldingRange> = Vec::new();
    for zone in &article.zones {
        let last_line = last_line(&article.text, zone.span);
        match ranges.last_mut() {
            Some(range) if (range.zone, zone.kind) == (ZoneKind::Furniture, ZoneKind::Furniture) => {
                range.last_line = last_line;
            }
            _ => ranges.push(FoldingRange {
                first_line: article.text.line_of(zone.span.start),
                last_line,
                zone: zone.kind,
            }),
        }
    }
    ranges.retain(|range| range.first_line < range.last_line);
    Some(ranges)
}

fn last_line(text: &Text, span: Span) -> u32 {
    text.line_of(span.end.saturating_sub(1).max(span.start))
}
