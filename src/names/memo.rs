//! A cache of what is known about recent words: the same few thousand words make up most of any text, and
//! examining a word costs more than everything else done with it. All threads share it and none waits: a slot
//! that another thread is changing counts as empty. No answer depends on it.

use std::hash::Hasher;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering, fence};

use rustc_hash::FxHasher;

/// Longer words are not cached.
const MAX_WORD_BYTES: usize = 23;
const PLACE_COUNT: usize = 4096;
/// Words that may share a place, so that common words rarely evict each other.
const WORDS_A_PLACE: usize = 2;

/// A word and its length.
type Key = [u64; 3];

/// What is cached, as `N` numbers.
pub(super) trait Packed<const N: usize>: Copy {
    fn pack(self) -> [u64; N];
    fn unpack(packed: [u64; N]) -> Self;
}

/// A slot is read without a lock: what was read counts only if `version` was even and is still the same.
#[derive(Debug)]
struct Slot<const N: usize> {
    /// How often it was written, times two; odd while it is being written.
    version: AtomicU64,
    key: [AtomicU64; 3],
    found: [AtomicU64; N],
}

impl<const N: usize> Slot<N> {
    fn empty() -> Self {
        let (key, found) = ([0; 3].map(AtomicU64::new), [0; N].map(AtomicU64::new));
        Self { version: AtomicU64::new(0), key, found }
    }

    #[inline]
    fn read(&self, key: &Key) -> Option<[u64; N]> {
        let version = self.version.load(Ordering::Acquire);
        if !self.holds(key) || !version.is_multiple_of(2) {
            return None;
        }
        let mut found = [0; N];
        for (at, part) in found.iter_mut().enumerate() {
            *part = self.found.get(at)?.load(Ordering::Relaxed);
        }
        fence(Ordering::Acquire);
        (self.version.load(Ordering::Relaxed) == version).then_some(found)
    }

    #[inline]
    fn holds(&self, [a, b, c]: &Key) -> bool {
        let [x, y, z] = &self.key;
        x.load(Ordering::Relaxed) == *a && y.load(Ordering::Relaxed) == *b && z.load(Ordering::Relaxed) == *c
    }

    fn write(&self, key: &Key, found: [u64; N]) {
        let version = self.version.load(Ordering::Relaxed);
        let free = version.is_multiple_of(2)
            && self
                .version
                .compare_exchange(version, version + 1, Ordering::Acquire, Ordering::Relaxed)
                .is_ok();
        if !free {
            return;
        }
        fence(Ordering::Release);
        let slots = self.key.iter().chain(&self.found);
        slots.zip(key.iter().chain(&found)).for_each(|(slot, part)| slot.store(*part, Ordering::Relaxed));
        self.version.store(version + 2, Ordering::Release);
    }
}

/// Values by word for recent words: a small cache that evicts the oldest.
#[derive(Debug)]
pub(super) struct Memo<const N: usize>(OnceLock<Vec<[Slot<N>; WORDS_A_PLACE]>>);

impl<const N: usize> Memo<N> {
    /// Empty; allocates on first use.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The result of `look` for `word`, which must be the same every time.
    pub fn get<T: Packed<N>>(&self, word: &str, look: impl FnOnce(&str) -> T) -> T {
        let Some(key) = key(word) else { return look(word) };
        let places = self.0.get_or_init(|| {
            std::iter::repeat_with(|| [Slot::empty(), Slot::empty()]).take(PLACE_COUNT).collect()
        });
        let Some(slots) = places.get(place(&key)) else { return look(word) };
        for slot in slots {
            if let Some(found) = slot.read(&key) {
                return T::unpack(found);
            }
        }
        let found = look(word);
        let oldest = slots.iter().min_by_key(|slot| slot.version.load(Ordering::Relaxed));
        oldest.into_iter().for_each(|slot| slot.write(&key, found.pack()));
        found
    }
}

/// A word's bytes, then its length, which tells the empty slot from every word.
#[inline]
fn key(word: &str) -> Option<Key> {
    let mut bytes = [0; 8 * 3];
    let length = word.len();
    if length == 0 || length > MAX_WORD_BYTES {
        return None;
    }
    bytes.get_mut(..length)?.copy_from_slice(word.as_bytes());
    bytes[MAX_WORD_BYTES] = length as u8;
    let [a, b, c] = bytes.as_chunks::<8>().0 else { return None };
    Some([u64::from_le_bytes(*a), u64::from_le_bytes(*b), u64::from_le_bytes(*c)])
}

#[inline]
fn place(key: &Key) -> usize {
    let mut hasher = FxHasher::default();
    for part in key {
        hasher.write_u64(*part);
    }
    (hasher.finish() >> 20) as usize % PLACE_COUNT
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Packed<1> for usize {
        fn pack(self) -> [u64; 1] {
            [self as u64]
        }

        fn unpack(packed: [u64; 1]) -> Self {
            packed[0] as Self
        }
    }

    proptest::proptest! {
        #[test]
        fn a_remembered_word_is_the_word_looked_at(words in proptest::collection::vec("[A-Za-zé.-]{0,25}|[ab]{1,3}", 1..60)) {
            let memo = Memo::<1>::new();
            for word in words.iter().chain(&words) {
                proptest::prop_assert_eq!(memo.get(word, |word| word.len()), word.len());
            }
        }
    }

    #[test]
    fn threads_that_write_the_same_places_never_mix_words() {
        let memo = Memo::<1>::new();
        let read = |_| {
            for word in 0..40_000_usize {
                let word = word % 20_011;
                assert_eq!(memo.get(&word.to_string(), |word| word.parse::<usize>().unwrap()), word);
            }
        };
        std::thread::scope(|threads| (0..4).for_each(|n| drop(threads.spawn(move || read(n)))));
    }
}
