//! Selection ranges: from the mention under the cursor to its sentence, its paragraph and the article.

use super::mention_at::mention_at;
use crate::text::Span;
use crate::world::{DocId, World};

/// The spans around `offset`, the widest first, each within the one before; `None` for other documents.
pub fn selection_ranges(world: &World, doc: &DocId, offset: u32) -> Option<Vec<Span>> {
    let article = &world.article(doc)?.article;
    let zone = article.zones.iter().map(|zone| zone.span).find(|span| span.touches(offset));
    let sentence = article.sentences.iter().map(|sentence| sentence.span).find(|span| span.touches(offset));
    let mention = mention_at(article, offset).and_then(|mention| mention.span(article));
    let mut spans = vec![Span::new(0, article.text.len())];
    for span in [zone, sentence, mention].into_iter().flatten() {
        if spans.last().is_some_and(|outer| outer.contains(span) && *outer != span) {
            spans.push(span);
        }
    }
    Some(spans)
}
