//! Cue words and phrases at a given place in the text.

use crate::lang::cues::{Cue, CuePhrases, CueSet, CueWord};
use crate::text::{Layout, Sentence, Span, TokenKind};

/// The cues of the word or phrase that begins at token `at`.
pub(super) fn cues_at(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> CueSet {
    let Some(begun) = begun_at(layout, at) else { return CueSet::default() };
    let longer = begun.longer.iter().filter(|(rest, _)| goes_on(layout, sentence, at + 1, rest));
    longer.fold(begun.alone, |all, (_, cues)| all.with(*cues))
}

fn begun_at<'l>(layout: &Layout<'l>, at: usize) -> Option<&'l CuePhrases> {
    let is_word = layout.token(at).is_some_and(|token| token.kind == TokenKind::Word);
    if is_word { layout.language.cues.begun_by(layout.word(at)) } else { None }
}

/// The word or phrase of this cue that begins at token `at`.
pub(super) fn phrase(layout: &Layout<'_>, sentence: &Sentence, at: usize, cue: Cue) -> Option<Span> {
    let (begun, first) = (begun_at(layout, at)?, layout.token(at)?.span);
    if begun.alone.has(cue) {
        return Some(first);
    }
    let mut longer = begun.longer.iter().filter(|(_, cues)| cues.has(cue));
    let (rest, _) = longer.find(|(rest, _)| goes_on(layout, sentence, at + 1, rest))?;
    Some(first.cover(layout.token(at + rest.split(' ').count())?.span))
}

/// Whether the words from token `at` on are those of `rest`, each preceded by white space.
fn goes_on(layout: &Layout<'_>, sentence: &Sentence, at: usize, rest: &str) -> bool {
    rest.split(' ').zip(at..sentence.tokens().end + 1).all(|(word, at)| {
        at < sentence.tokens().end && is_spaced(layout, at) && layout.word(at).eq_ignore_ascii_case(word)
    })
}

/// Whether the tokens `first..last` are exactly the words and marks of `phrase`.
pub(super) fn are(layout: &Layout<'_>, first: usize, last: usize, phrase: &str) -> bool {
    let mut words = phrase.split(' ');
    (first..last).all(|at| words.next().is_some_and(|word| layout.word(at).eq_ignore_ascii_case(word)))
        && words.next().is_none()
}

/// Whether token `at` is in `class`.
pub(super) fn is(layout: &Layout<'_>, at: usize, class: CueWord) -> bool {
    layout.language.cues.classes.has_folded(layout.word(at), class)
}

/// Whether white space precedes token `at`.
pub(super) fn is_spaced(layout: &Layout<'_>, at: usize) -> bool {
    layout.token(at).is_some_and(|token| token.spaced)
}

/// Whether token `at` is all that stands between two white spaces, apart from marks around it.
pub(super) fn stands_alone(layout: &Layout<'_>, at: usize) -> bool {
    let mut first = at;
    while layout.is_glued(first) && first > 0 {
        first -= 1;
        if !is_mark(layout, first) {
            return false;
        }
    }
    let mut next = at + 1;
    while layout.is_glued(next) {
        if !is_mark(layout, next) {
            return false;
        }
        next += 1;
    }
    true
}

fn is_mark(layout: &Layout<'_>, at: usize) -> bool {
    layout.token(at).is_some_and(|token| token.kind == TokenKind::Punct)
}
