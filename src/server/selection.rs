//! Folding by zone, and selections that grow from the thing under the cursor to its sentence, paragraph and article.

use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, Position, Range, SelectionRange, Uri};

use super::view::View;
use crate::ide::at::{Item, item_at};
use crate::text::{Span, ZoneKind, position::Text};
use crate::world::DatedArticle;

/// Front matter, runs of page furniture, and paragraphs of more than one line.
pub fn folds(view: &View, uri: &Uri) -> Option<Vec<FoldingRange>> {
    let dated = view.world.article(&view.doc(uri))?;
    let text = &dated.article.text;
    let mut folds: Vec<(u32, u32, ZoneKind)> = Vec::new();
    for zone in &dated.article.zones {
        let (first, last) = (text.line_of(zone.span.start), last_line(text, zone.span));
        match folds.last_mut() {
            Some((_, end, ZoneKind::Furniture)) if zone.kind == ZoneKind::Furniture => *end = last,
            _ => folds.push((first, last, zone.kind)),
        }
    }
    folds.retain(|(first, last, _)| first < last);
    Some(folds.into_iter().map(|(first, last, kind)| fold(first, last, kind)).collect())
}

fn fold(start_line: u32, end_line: u32, zone: ZoneKind) -> FoldingRange {
    let aside = matches!(zone, ZoneKind::FrontMatter | ZoneKind::Furniture);
    FoldingRange {
        start_line,
        end_line,
        kind: aside.then_some(FoldingRangeKind::Region),
        ..Default::default()
    }
}

fn last_line(text: &Text, span: Span) -> u32 {
    text.line_of(span.end.saturating_sub(1).max(span.start))
}

pub fn selections(view: &View, uri: &Uri, positions: &[Position]) -> Option<Vec<SelectionRange>> {
    let doc = view.doc(uri);
    let dated = view.world.article(&doc)?;
    let one = |position: &Position| {
        let offset = view.offset(&doc, *position)?;
        let ranges = around(dated, offset).into_iter().filter_map(|span| view.range(&doc, span));
        // LSP wants an answer for every position: at worst the caret itself.
        let caret = SelectionRange { range: Range::new(*position, *position), parent: None };
        Some(ranges.fold(None, nest).unwrap_or(caret))
    };
    positions.iter().map(one).collect()
}

/// Spans around an offset, the widest first, each within the one before.
fn around(dated: &DatedArticle, offset: u32) -> Vec<Span> {
    let article = &dated.article;
    let zone = article.zones.iter().map(|zone| zone.span).find(|span| span.touches(offset));
    let sentence = article.sentences.iter().map(|sentence| sentence.span).find(|span| span.touches(offset));
    let mut spans = vec![Span::new(0, article.text.len())];
    for span in [zone, sentence, thing(dated, offset)].into_iter().flatten() {
        if spans.last().is_some_and(|outer| outer.contains(span) && *outer != span) {
            spans.push(span);
        }
    }
    spans
}

/// The name, title, meeting or date under a cursor.
pub fn thing(dated: &DatedArticle, offset: u32) -> Option<Span> {
    let article = &dated.article;
    match item_at(article, offset)? {
        Item::Time(i) => article.times.get(i as usize).map(|time| time.span),
        Item::Name(i) => article.names.mentions.get(i as usize).map(|name| name.span),
        Item::Title(i) => article.names.titles.get(i as usize).map(|title| title.span),
        Item::Meeting(i) => article.meetings.mentions.get(i as usize).map(|meeting| meeting.span),
    }
}

fn nest(outer: Option<SelectionRange>, range: Range) -> Option<SelectionRange> {
    Some(SelectionRange { range, parent: outer.map(Box::new) })
}
