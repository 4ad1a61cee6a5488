//! Which people a name may belong to, without comparing it with everybody in the article.

use rustc_hash::{FxHashMap, FxHashSet};

use super::LocalPerson;
use crate::names::variants::{self, NamePart};
use crate::text::Index;

/// People who share a piece of a name, at most. A text with more is a list, in which only the first of them
/// are compared, so that its cost grows with its length.
const MAX_SHARING: usize = 24;

/// In bytes: a slip in a shorter word makes another name.
const MIN_MISSPELT_BYTES: usize = 7;

/// People by pieces of their names. Names that may be one person's have a piece in common.
#[derive(Default)]
pub(super) struct PeopleByPiece(FxHashMap<u64, Vec<Index<LocalPerson>>>);

impl PeopleByPiece {
    /// Enters a person's name.
    pub fn enter(&mut self, person: Index<LocalPerson>, pieces: &[u64]) {
        for piece in pieces {
            let sharing = self.0.entry(*piece).or_default();
            if sharing.len() < MAX_SHARING && sharing.last() != Some(&person) {
                sharing.push(person);
            }
        }
    }

    /// The people with one of these pieces, in order.
    pub fn sharing(&self, pieces: &[u64]) -> Vec<Index<LocalPerson>> {
        let mut people: Vec<_> =
            pieces.iter().filter_map(|piece| self.0.get(piece)).flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}

/// The family names of one word, to find the one a misspelt word means.
#[derive(Default)]
pub(super) struct FamilyNames {
    people: PeopleByPiece,
    names: FxHashMap<Index<LocalPerson>, (String, NamePart)>,
    /// All words of all names.
    words: FxHashSet<String>,
}

impl FamilyNames {
    /// Enters a person whose family name is settled.
    pub fn enter(&mut self, index: Index<LocalPerson>, person: &LocalPerson) {
        self.words.extend(person.words.iter().cloned());
        let (from, to) = person.family;
        let [family] = person.words.get(from..to).unwrap_or_default() else { return };
        // Others are too short for every misspelt word.
        if family.len() + MAX_LENGTH_DIFFERENCE >= MIN_MISSPELT_BYTES {
            let part = NamePart::new(family);
            self.people.enter(index, &part.pieces());
            self.names.insert(index, (family.clone(), part));
        }
    }

    /// Whether a word is in anybody's name.
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The people whose family name a word may be, misspelt; in order.
    pub fn misspelt(&self, word: &str) -> Vec<Index<LocalPerson>> {
        if word.len() < MIN_MISSPELT_BYTES {
            return Vec::new();
        }
        let part = NamePart::new(word);
        let mut people = self.people.sharing(&part.pieces());
        people.retain(|person| self.names.get(person).is_some_and(|name| is_slip_of(name, word, &part)));
        people
    }
}

/// In bytes, between a word and what it is a slip of.
const MAX_LENGTH_DIFFERENCE: usize = 2;

/// Whether a misspelt word may be this family name.
fn is_slip_of((family, own): &(String, NamePart), word: &str, part: &NamePart) -> bool {
    let close = family.len().abs_diff(word.len()) <= MAX_LENGTH_DIFFERENCE
        && family.chars().next() == word.chars().next();
    word != family && close && part.near(own)
}

/// The pieces of a full name, given by its words and by its parts. A slip is looked for in the last part; one
/// in another part leaves the last as it is.
pub(super) fn pieces(words: &[String], parts: &[NamePart]) -> Vec<u64> {
    let whole = [variants::piece(&words.join(" ")), variants::piece(&variants::joined(parts))];
    let slips = parts.last().map_or_else(Vec::new, NamePart::pieces);
    parts.iter().flat_map(NamePart::wholes).chain(slips).chain(whole).collect()
}
