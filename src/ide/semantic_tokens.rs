//! Semantic tokens: people, organisations, places, events and dates, in order, disjoint, none across a line
//! break.

use crate::names::NameKind;
use crate::text::{Span, position::Text};
use crate::world::{DocId, World};

/// The kind of thing a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SemanticTokenType {
    Person,
    Organisation,
    Place,
    Event,
    Date,
}

/// The tokens that touch `range`. Of two that overlap, the one that begins first stays; a name inside a
/// meeting's name ("Belt and Road Forum") gives way to the meeting.
pub fn semantic_tokens(world: &World, doc: &DocId, range: Span) -> Vec<(Span, SemanticTokenType)> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let names = article.names.mentions.iter().map(|mention| {
        let kind = match mention.kind {
            NameKind::Person => SemanticTokenType::Person,
            NameKind::Organisation => SemanticTokenType::Organisation,
            NameKind::Place => SemanticTokenType::Place,
        };
        (mention.span, kind)
    });
    let events = article.meetings.mentions.iter().map(|mention| (mention.span, SemanticTokenType::Event));
    let dates = article.times.iter().map(|timex| (timex.span, SemanticTokenType::Date));
    let mut all: Vec<_> = names.chain(events).chain(dates).filter(|(span, _)| span.overlaps(range)).collect();
    all.sort_by_key(|(span, kind)| (span.start, std::cmp::Reverse(span.end), *kind));
    let mut out: Vec<(Span, SemanticTokenType)> = Vec::with_capacity(all.len());
    let mut end = 0;
    for (span, kind) in all {
        if span.start >= end {
            end = span.end;
            by_line(&article.text, span, |line| out.push((line, kind)));
        }
    }
    out
}

/// The parts of `span` on each line, without line breaks and outer white space.
fn by_line(text: &Text, span: Span, mut part: impl FnMut(Span)) {
    for line in text.line_of(span.start)..=text.line_of(span.end.saturating_sub(1)) {
        let whole = text.line_span(line);
        let cut = Span::new(whole.start.max(span.start), whole.end.min(span.end));
        let words = text.slice(cut);
        let start = cut.start + (words.len() - words.trim_start().len()) as u32;
        let cut = Span::new(start, start + words.trim().len() as u32);
        if !cut.is_empty() {
            part(cut);
        }
    }
}
