//! Words whose place in the sentence counts: verbs in the past, words of order, words after which a date is that of
//! another thing. Kept for sentences with a time or a meeting only.

use super::words;
use crate::lang::cues::{Cue, CueWord};
use crate::meetings::EventMention;
use crate::text::{Index, Layout, Sentence, Span, indexed};
use crate::time::Timex;

/// A word or phrase with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedCue {
    pub span: Span,
    pub kind: PlacedKind,
}

/// What a word says at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacedKind {
    /// "met", "visited"
    PastVerb,
    /// "before", "ahead of"; `qualified` in "not before", "two days before".
    Before { qualified: bool },
    /// "after", "following"; `qualified` in "shortly after", "two days after".
    After { qualified: bool },
    /// "said", "that": a date on its other side is hardly that of the same meeting.
    Separates,
}

/// Letters of the shortest word that is taken for a past tense by its ending; "red" and "shed" are shorter.
const MIN_REGULAR_BYTES: usize = 5;

/// The placed cues of the sentences that hold a time or a meeting, in order of place.
pub(super) fn read(layout: &Layout<'_>, times: &[Timex], meetings: &[EventMention]) -> Box<[PlacedCue]> {
    let mut wanted: Vec<Index<Sentence>> = times.iter().map(|time| time.sentence).collect();
    wanted.extend(meetings.iter().map(|mention| mention.sentence));
    wanted.sort_unstable();
    wanted.dedup();
    let mut out = Vec::new();
    for sentence in wanted.into_iter().filter_map(|index| index.of(&layout.sentences)) {
        for at in sentence.tokens() {
            let Some(token) = layout.token(at) else { continue };
            let verb = is_past_verb(layout, at).then_some((token.span, PlacedKind::PastVerb));
            let separates = separates(layout, sentence, at).then_some((token.span, PlacedKind::Separates));
            let all = [verb, order(layout, sentence, at), separates].into_iter().flatten();
            out.extend(all.map(|(span, kind)| PlacedCue { span, kind }));
        }
    }
    out.into()
}

/// The event mentions that "the" or "this" stands right before.
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

/// "before", "ahead of", "after" that begins at token `at`.
fn order(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> Option<(Span, PlacedKind)> {
    let qualified = || {
        let before = at.checked_sub(1).filter(|before| *before >= sentence.tokens().start);
        before.is_some_and(|before| words::is(layout, before, CueWord::QualifiesOrder))
    };
    if let Some(span) = words::phrase(layout, sentence, at, Cue::Before) {
        return Some((span, PlacedKind::Before { qualified: qualified() }));
    }
    let span = words::phrase(layout, sentence, at, Cue::After)?;
    Some((span, PlacedKind::After { qualified: qualified() }))
}

/// A verb that is past by the table, or by its ending. One with a capital begins a sentence and is hardly a verb.
fn is_past_verb(layout: &Layout<'_>, at: usize) -> bool {
    let word = layout.word(at);
    let regular = word.len() >= MIN_REGULAR_BYTES && word.ends_with("ed");
    (regular || layout.language.cues.classes.has(word, CueWord::PastVerb))
        && word.chars().all(char::is_lowercase)
        && words::stands_alone(layout, at)
}

/// A word of reporting or of order between white space: "said", not "said,".
fn separates(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> bool {
    is_bare(layout, sentence, at) && words::is(layout, at, CueWord::Separates)
}

/// Whether white space, or nothing of the sentence, stands on both sides of token `at`.
fn is_bare(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> bool {
    let begins = at == sentence.tokens().start || layout.token(at).is_some_and(|token| token.spaced);
    let next = at + 1;
    begins && (next >= sentence.tokens().end || layout.token(next).is_some_and(|token| token.spaced))
}
