//! Everything both tables say about one word, cached for recent words.

use super::{GazetteerKey, PHRASES, WORDS, step};
use crate::names::memo::{Memo, Packed};
use fst::raw;

/// How a phrase may go on after its first word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PhraseStart {
    /// The state of the phrase table after the word; 0 if no phrase begins with it.
    node: u32,
    /// The letters that the next word may begin with, one bit each. Of the words that begin a phrase most are
    /// followed by something else, and the letter shows that at once.
    next: u32,
    /// The output of the table so far.
    said: u64,
}

impl PhraseStart {
    /// The state of the phrase table after the word, and its output so far; `None` if no phrase begins with
    /// this word.
    #[inline]
    pub fn way(self) -> Option<(usize, u64)> {
        (self.node != 0).then_some((self.node as usize, self.said))
    }

    /// Whether a phrase may go on with this word, as far as its first letter shows.
    #[inline]
    pub fn may_go_on(self, word: &str) -> bool {
        word.bytes().next().is_none_or(|first| self.next & letter(first) != 0)
    }
}

/// The bit of a word's first byte: one for each letter, and one for everything else, because accents come off
/// and marks are left out.
#[inline]
fn letter(first: u8) -> u32 {
    match first.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => 1 << (letter - b'a'),
        _ => OTHER_LETTER,
    }
}

const OTHER_LETTER: u32 = 1 << 26;

/// Everything both tables say about one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordEntry {
    /// The value in the table of words.
    pub word: u64,
    /// The value in the table of phrases, of the word as a phrase on its own.
    pub phrase: u64,
    pub start: PhraseStart,
}

/// What the tables say about `word`, as written.
#[inline]
pub(super) fn entry(word: &str) -> WordEntry {
    static MEMO: Memo<4> = Memo::new();
    MEMO.get(word, look_up)
}

impl Packed<4> for WordEntry {
    fn pack(self) -> [u64; 4] {
        let PhraseStart { node, next, said } = self.start;
        [self.word, self.phrase, said, u64::from(node) << 32 | u64::from(next)]
    }

    fn unpack([word, phrase, said, start]: [u64; 4]) -> Self {
        Self { word, phrase, start: PhraseStart { node: (start >> 32) as u32, next: start as u32, said } }
    }
}

fn look_up(word: &str) -> WordEntry {
    let Some(key) = GazetteerKey::of(word) else { return WordEntry::default() };
    let mut entry = WordEntry::default();
    if let Some(words) = WORDS.as_ref() {
        entry.word = words.get(key.as_bytes()).unwrap_or_default();
    }
    if let Some(phrases) = PHRASES.as_ref() {
        let fst = phrases.as_fst();
        let mut state = (fst.root(), raw::Output::zero());
        if step(fst, &mut state, key.as_bytes()) {
            // "th" begins phrases as letters, not as a word.
            if state.0.is_final() || state.0.find_input(b' ').is_some() {
                let next = continuations(fst, state);
                entry.start = PhraseStart { node: state.0.addr() as u32, next, said: state.1.value() };
            }
            if state.0.is_final() {
                entry.phrase = state.1.cat(state.0.final_output()).value();
            }
        }
    }
    entry
}

/// The letters that the word after this state may begin with.
fn continuations<'f>(fst: &'f raw::Fst<&'static [u8]>, mut state: (raw::Node<'f>, raw::Output)) -> u32 {
    if !step(fst, &mut state, b" ") {
        return 0;
    }
    state.0.transitions().fold(OTHER_LETTER, |all, transition| all | letter(transition.inp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remembered_word_is_the_word_looked_up() {
        for word in ["Wang", "the", "US", "us", "Wang", "th", "US"] {
            assert_eq!(entry(word), look_up(word), "{word}");
        }
    }
}
