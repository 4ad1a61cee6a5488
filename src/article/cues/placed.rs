//! Words whose position in the sentence counts: past verbs, words of order, and words that separate a meeting
//! from a date. Kept only for sentences with a time or a meeting.

use super::words;
use crate::lang::cues::{Cue, CueSet, CueWord};
use crate::meetings::EventMention;
use crate::text::{Index, Layout, Sentence, Span, indexed};
use crate::time::Timex;

/// A word or phrase with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedCue {
    pub span: Span,
    pub kind: PlacedKind,
}

/// What a word means at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacedKind {
    /// "met", "visited"
    PastVerb,
    /// "before", "ahead of"; `qualified` in "not before", "two days before".
    Before { qualified: bool },
    /// "after", "following"; `qualified` in "shortly after", "two days after".
    After { qualified: bool },
    /// "said", "that": a date on the other side is unlikely to belong to the same meeting.
    Separates,
    /// "to appear", "who": a date after it does not belong to a verb before it. With `name`, a name follows
    /// it ("flew to Paris"), and it separates only if that name is the date itself ("put off to October 3").
    PartsVerb { name: bool },
}

/// Bytes of the shortest word whose ending makes it a past tense; "red" and "shed" are shorter.
const MIN_REGULAR_BYTES: usize = 5;

/// The placed cues of token `at`, whose words and phrases have the cues given, in order.
pub(super) fn read(
    layout: &Layout<'_>,
    sentence: &Sentence,
    at: usize,
    cues: CueSet,
) -> impl Iterator<Item = PlacedCue> {
    let span = layout.token(at).map_or(Span::default(), |token| token.span);
    let verb = is_past_verb(layout, at, cues).then_some((span, PlacedKind::PastVerb));
    let separates = cues.has(Cue::Separates) && is_bare(layout, sentence, at);
    let separates = separates.then_some((span, PlacedKind::Separates));
    let name = layout.token(at + 1).is_some_and(|next| next.capital);
    let parts = cues.has(Cue::PartsVerb).then_some((span, PlacedKind::PartsVerb { name }));
    let all = [verb, order(layout, sentence, at, cues), separates, parts].into_iter().flatten();
    all.map(|(span, kind)| PlacedCue { span, kind })
}

/// Whether each sentence has a time or a meeting; placed cues are not needed elsewhere.
pub(super) fn wanted(layout: &Layout<'_>, times: &[Timex], meetings: &[EventMention]) -> Vec<bool> {
    let mut wanted = vec![false; layout.sentences.len()];
    let told = times.iter().map(|time| time.sentence).chain(meetings.iter().map(|mention| mention.sentence));
    for sentence in told {
        if let Some(wanted) = wanted.get_mut(sentence.row()) {
            *wanted = true;
        }
    }
    wanted
}

/// The event mentions right after "the" or "this".
pub(super) fn definite(layout: &Layout<'_>, meetings: &[EventMention]) -> Box<[Index<EventMention>]> {
    let all = indexed(meetings).filter(|(_, mention)| is_definite(layout, mention));
    all.map(|(index, _)| index).collect()
}

fn is_definite(layout: &Layout<'_>, mention: &EventMention) -> bool {
    let first = layout.tokens.partition_point(|token| token.span.start < mention.span.start);
    let Some(sentence) = mention.sentence.of(&layout.sentences) else { return false };
    let before = first.checked_sub(1).filter(|before| *before >= sentence.tokens().start);
    before.is_some_and(|before| {
        is_bare(layout, sentence, before) && words::is(layout, before, CueWord::Definite)
    })
}

/// The order word or phrase that begins at token `at`: "before", "ahead of", "after".
fn order(layout: &Layout<'_>, sentence: &Sentence, at: usize, cues: CueSet) -> Option<(Span, PlacedKind)> {
    let cue = [Cue::Before, Cue::After].into_iter().find(|cue| cues.has(*cue))?;
    let span = words::phrase(layout, sentence, at, cue)?;
    let before = at.checked_sub(1).filter(|before| *before >= sentence.tokens().start);
    let qualified = before.is_some_and(|before| words::is(layout, before, CueWord::QualifiesOrder));
    let kind =
        if cue == Cue::Before { PlacedKind::Before { qualified } } else { PlacedKind::After { qualified } };
    Some((span, kind))
}

/// Whether a verb is past by the table or by its ending. A capitalised word begins a sentence and is hardly a
/// verb.
fn is_past_verb(layout: &Layout<'_>, at: usize, cues: CueSet) -> bool {
    let word = layout.word(at);
    let past = cues.has(Cue::PastVerb) || word.len() >= MIN_REGULAR_BYTES && word.ends_with("ed");
    past && word.chars().all(char::is_lowercase) && words::stands_alone(layout, at)
}

/// Whether token `at` has white space, or the edge of the sentence, on both sides.
fn is_bare(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> bool {
    let begins = at == sentence.tokens().start || layout.token(at).is_some_and(|token| token.spaced);
    let next = at + 1;
    begins && (next >= sentence.tokens().end || layout.token(next).is_some_and(|token| token.spaced))
}
