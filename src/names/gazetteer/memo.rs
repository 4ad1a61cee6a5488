//! What the tables say of the words met last: the same few thousand words make up most of any text, and a walk down a
//! table costs more than all else that is done with a word. One small memory a thread; no answer depends on it.

use std::cell::RefCell;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::{Key, PHRASES, WORDS, step};
use fst::raw;

/// All that both tables say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The value in the table of words.
    pub word: u64,
    /// The value in the table of phrases, of the word as a phrase by itself.
    pub phrase: u64,
    /// Where the table of phrases goes on behind the word, and what it has said so far; `None` if no phrase begins so.
    pub way: Option<(usize, u64)>,
}

/// Words longer than this are looked up each time.
const LONGEST: usize = 22;
const SLOTS: usize = 8192;

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    text: [u8; LONGEST],
    length: u8,
    entry: Entry,
}

thread_local! {
    static MEMO: RefCell<Vec<Slot>> = RefCell::new(vec![Slot::default(); SLOTS]);
}

/// What the tables say of `word`, as it is written.
pub(super) fn entry(word: &str) -> Entry {
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > LONGEST {
        return look_up(word);
    }
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    let place = (hasher.finish() >> 20) as usize % SLOTS;
    MEMO.with_borrow_mut(|memo| {
        let Some(slot) = memo.get_mut(place) else { return look_up(word) };
        if slot.text.get(..usize::from(slot.length)) != Some(bytes) {
            let mut text = [0; LONGEST];
            text.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            *slot = Slot { text, length: bytes.len() as u8, entry: look_up(word) };
        }
        slot.entry
    })
}

fn look_up(word: &str) -> Entry {
    let Some(key) = Key::of(word) else { return Entry::default() };
    let mut entry = Entry::default();
    if let Some(words) = WORDS.as_ref() {
        entry.word = words.get(key.as_bytes()).unwrap_or_default();
    }
    if let Some(phrases) = PHRASES.as_ref() {
        let fst = phrases.as_fst();
        let mut state = (fst.root(), raw::Output::zero());
        if step(fst, &mut state, key.as_bytes()) {
            entry.way = Some((state.0.addr(), state.1.value()));
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

    proptest::proptest! {
        #[test]
        fn a_remembered_word_is_the_word_looked_up(words in proptest::collection::vec("[A-Za-zé.-]{0,24}|US|us|Paris|the|Wang", 1..60)) {
            for word in words.iter().chain(&words) {
                let (kept, fresh) = (entry(word), look_up(word));
                proptest::prop_assert_eq!(
                    (kept.word, kept.phrase, kept.way),
                    (fresh.word, fresh.phrase, fresh.way)
                );
            }
        }
    }
}
