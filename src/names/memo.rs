//! A cache of what is known about recent words: the same few thousand words make up most of any text, and
//! examining a word costs more than everything else done with it. One small cache per thread; no answer
//! depends on it.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Longer words are not cached.
const MAX_WORD_BYTES: usize = 23;
const PLACE_COUNT: usize = 4096;
/// Words that may share a slot, so that common words rarely evict each other.
const WORDS_A_PLACE: usize = 2;

#[derive(Clone, Copy, Debug)]
struct Slot<T> {
    text: [u8; MAX_WORD_BYTES],
    length: u8,
    found: T,
}

/// Values by word for recent words: a small cache that evicts the oldest.
#[derive(Debug)]
pub(super) struct Memo<T>(Vec<[Slot<T>; WORDS_A_PLACE]>);

impl<T: Copy + Default> Memo<T> {
    /// Empty; allocates on first use.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The result of `look` for `word`, which must be the same every time.
    pub fn get(&mut self, word: &str, look: impl FnOnce(&str) -> T) -> T {
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > MAX_WORD_BYTES {
            return look(word);
        }
        if self.0.is_empty() {
            let empty = Slot { text: [0; MAX_WORD_BYTES], length: 0, found: T::default() };
            self.0 = vec![[empty; WORDS_A_PLACE]; PLACE_COUNT];
        }
        let mut hasher = FxHasher::default();
        hasher.write(bytes);
        let Some(ways) = self.0.get_mut((hasher.finish() >> 20) as usize % PLACE_COUNT) else {
            return look(word);
        };
        for slot in ways.iter() {
            if slot.text.get(..usize::from(slot.length)) == Some(bytes) {
                return slot.found;
            }
        }
        let mut slot = Slot { text: [0; MAX_WORD_BYTES], length: bytes.len() as u8, found: look(word) };
        slot.text.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        let found = slot.found;
        ways.rotate_right(1);
        ways[0] = slot;
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_remembered_word_is_the_word_looked_at(words in proptest::collection::vec("[A-Za-zé.-]{0,25}|[ab]{1,3}", 1..60)) {
            let mut memo = Memo::new();
            for word in words.iter().chain(&words) {
                proptest::prop_assert_eq!(memo.get(word, |word| word.len()), word.len());
            }
        }
    }
}
