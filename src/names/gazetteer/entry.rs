//! Everything both tables say about one word, cached for recent words.

use std::cell::RefCell;

use super::{GazetteerKey, PHRASES, WORDS, step};
use crate::names::memo::Memo;
use fst::raw;

/// Everything both tables say about one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordEntry {
    /// The value in the table of words.
    pub word: u64,
    /// The value in the table of phrases, of the word as a phrase on its own.
    pub phrase: u64,
    /// The state of the phrase table after the word, and its output so far; `None` if no phrase begins with
    /// this word.
    pub way: Option<(usize, u64)>,
}

/// What the tables say about `word`, as written.
pub(super) fn entry(word: &str) -> WordEntry {
    thread_local! {
        static MEMO: RefCell<Memo<WordEntry>> = const { RefCell::new(Memo::new()) };
    }
    MEMO.with_borrow_mut(|memo| memo.get(word, look_up))
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
                entry.way = Some((state.0.addr(), state.1.value()));
            }
            if state.0.is_final() {
                entry.phrase = state.1.cat(state.0.final_output()).value();
            }
        }
    }
    entry
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
