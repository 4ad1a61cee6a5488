//! Finds things by prefixes of the words of their names, highest weight first. Built on first use and then
//! kept in step: its copies share their nodes, and an update costs only what changes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::Hash;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use crate::text::normalise::fold;

type Words = Arc<[Arc<str>]>;

/// Things by the words of their names, each with a weight.
#[derive(Clone, Debug)]
pub struct WordIndex<K: Ord + Hash> {
    /// With the weight of each thing.
    words: RedBlackTreeMapSync<(Arc<str>, K), u32>,
    heavy: RedBlackTreeMapSync<(Reverse<u32>, K), ()>,
    of: HashTrieMapSync<K, (Words, u32)>,
}

impl<K: Ord + Hash + Clone + Default> Default for WordIndex<K> {
    fn default() -> Self {
        Self {
            words: RedBlackTreeMapSync::default(),
            heavy: RedBlackTreeMapSync::default(),
            of: HashTrieMapSync::default(),
        }
    }
}

impl<K: Ord + Hash + Clone + Default> WordIndex<K> {
    /// Enters a thing under its names, replacing its earlier ones.
    pub fn put<'n>(&mut self, id: &K, names: impl IntoIterator<Item = &'n str>, weight: u32) {
        self.remove(id);
        let mut words: Vec<Arc<str>> = names.into_iter().flat_map(words).map(Into::into).collect();
        words.sort();
        words.dedup();
        for word in &words {
            self.words.insert_mut((word.clone(), id.clone()), weight);
        }
        self.heavy.insert_mut((Reverse(weight), id.clone()), ());
        self.of.insert_mut(id.clone(), (words.into(), weight));
    }

    /// Removes a thing; does nothing if it is not there.
    pub fn remove(&mut self, id: &K) {
        let Some((words, weight)) = self.of.get(id).cloned() else { return };
        for word in words.iter() {
            self.words.remove_mut(&(word.clone(), id.clone()));
        }
        self.heavy.remove_mut(&(Reverse(weight), id.clone()));
        self.of.remove_mut(id);
    }

    /// The things with a word that begins with the first word of `text`; if there are none, those that
    /// contain it anywhere. The highest weight first: few callers want them all, so they are sorted as they
    /// are taken.
    pub fn find<'i>(&'i self, text: &str) -> Box<dyn Iterator<Item = &'i K> + 'i> {
        let Some(start) = words(text).next() else { return Box::new(self.heaviest()) };
        let from: Arc<str> = start.as_str().into();
        let beginning = self.words.range((from, K::default())..);
        let beginning = beginning.take_while(|((word, _), _)| word.starts_with(&start));
        let mut found: BinaryHeap<Found<'_, K>> = beginning.map(found_at).collect();
        if found.is_empty() {
            found = self.words.iter().filter(|((word, _), _)| word.contains(&start)).map(found_at).collect();
        }
        let mut last = None;
        Box::new(std::iter::from_fn(move || {
            while let Some((_, Reverse(id))) = found.pop() {
                if last != Some(id) {
                    last = Some(id);
                    return last;
                }
            }
            None
        }))
    }

    /// All of them, the highest weight first.
    pub fn heaviest(&self) -> impl Iterator<Item = &K> {
        self.heavy.keys().map(|(_, id)| id)
    }
}

/// A thing with its weight; the lower id is the greater of two that weigh the same.
type Found<'i, K> = (u32, Reverse<&'i K>);

fn found_at<'i, K>(((_, id), weight): (&'i (Arc<str>, K), &'i u32)) -> Found<'i, K> {
    (*weight, Reverse(id))
}

/// The words of a name or of a query, without case, accents and marks.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{ad}'));
    words.map(fold).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word_index: &WordIndex<u8>, text: &str) -> Vec<u8> {
        word_index.find(text).copied().collect()
    }

    #[test]
    fn beginnings_of_words_the_weightiest_first() {
        let mut word_index: WordIndex<u8> = WordIndex::default();
        word_index.put(&1, ["Ann Roe"], 3);
        word_index.put(&2, ["Anders Fogh", "Fogh-Rasmussen"], 9);
        word_index.put(&3, ["José Fernández"], 1);
        assert_eq!(found(&word_index, "an"), [2, 1]);
        assert_eq!(found(&word_index, "Rasm"), [2]);
        assert_eq!(found(&word_index, "fernandez j"), [3]);
        assert_eq!(found(&word_index, "nandez"), [3], "inside a word, if no word begins so");
        assert_eq!(found(&word_index, " "), [2, 1, 3]);
        word_index.put(&2, ["Anders Fogh"], 1);
        assert_eq!(found(&word_index, "an"), [1, 2]);
        assert!(found(&word_index, "rasm").is_empty());
        word_index.remove(&1);
        assert_eq!(found(&word_index, ""), [2, 3]);
    }
}
