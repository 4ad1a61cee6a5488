//! Which verb puts something in the past.

use crate::article::cues::{PlacedCue, PlacedKind};
use crate::checks::context::Context;
use crate::text::{Index, Sentence, Span};

/// Words before a mention in which its verb is looked for; a verb farther away belongs to something else.
const MAX_WORDS_BEFORE: usize = 12;
/// Words after a mention in which its verb is looked for.
const MAX_WORDS_BEHIND: usize = 8;

/// The past verb that a date at `span` belongs to: the nearest before it unless a word between separates the
/// two, else the nearest after it.
pub fn past_verb_of_date<'w>(
    context: &Context<'w>,
    span: Span,
    sentence: Index<Sentence>,
) -> Option<&'w str> {
    let verb = past_verb_span(context, span, sentence)?;
    let between = Span::new(verb.end.min(span.start), span.start);
    let text = &context.article.text;
    let mut cues = context.article.cues.placed_in(between);
    let parted = text.slice(between).contains(',') || cues.any(|cue| parts(cue, span));
    (!parted).then(|| text.slice(verb))
}

/// Whether the word separates the date at `span` from a verb before the word. "To" before a name does not
/// ("flew to Paris"), unless the name is the date itself.
fn parts(cue: &PlacedCue, span: Span) -> bool {
    match cue.kind {
        PlacedKind::PartsVerb { name } => !name || span.start <= cue.span.end + 1,
        _ => false,
    }
}

/// The past verb nearest to the span in its sentence, as written: before it, else after it.
pub fn past_verb<'w>(context: &Context<'w>, span: Span, sentence: Index<Sentence>) -> Option<&'w str> {
    past_verb_span(context, span, sentence).map(|verb| context.article.text.slice(verb))
}

fn past_verb_span(context: &Context<'_>, span: Span, sentence: Index<Sentence>) -> Option<Span> {
    let whole = context.article.sentence(sentence);
    let before = past_verbs(context, Span::new(whole.start, span.start)).next_back();
    let before = before.filter(|verb| is_within(context, verb.start, span.start, MAX_WORDS_BEFORE));
    before.or_else(|| {
        let behind = past_verbs(context, Span::new(span.end, whole.end)).next();
        behind.filter(|verb| is_within(context, span.end, verb.end, MAX_WORDS_BEHIND))
    })
}

fn past_verbs(context: &Context<'_>, within: Span) -> impl DoubleEndedIterator<Item = Span> {
    let placed = context.article.cues.placed_in(within);
    placed.filter(|cue| cue.kind == PlacedKind::PastVerb).map(|cue| cue.span)
}

/// Whether the text from `start` to `end` has at most `words` words.
fn is_within(context: &Context<'_>, start: u32, end: u32, words: usize) -> bool {
    context.article.text.slice(Span::new(start, end)).split_whitespace().nth(words).is_none()
}
