//! Gazetteers: what is built in, plus the names of the workspace's profiles. Look-ups are exact on one name or
//! phrase, ready at once and free of allocation for words of usual length.

use std::sync::Arc;

use super::NameKind;

/// A name that a profile states, for the reader to find in texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    pub name: Box<str>,
    pub kind: NameKind,
    pub family_first: bool,
}

/// The built-in gazetteers and the workspace's own names. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    known: Arc<Vec<Known>>,
}

impl Lexicon {
    /// The order of `known` does not matter.
    pub fn new(known: impl IntoIterator<Item = Known>) -> Self {
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort();
        known.dedup();
        Self { known: known.into() }
    }

    pub fn known(&self) -> &[Known] {
        &self.known
    }

    /// Whether one token is used as a given name: "Sergey". Capitalised tokens only: "will" and "mark" are words.
    pub fn given_name(&self, _token: &str) -> bool {
        false
    }

    /// Whether one token is used as a family name: "Lavrov".
    pub fn family_name(&self, _token: &str) -> bool {
        false
    }

    /// Whether one token is a family name of a culture that puts it first: "Wang", "Kim", "Nguyen".
    pub fn family_first_name(&self, _token: &str) -> bool {
        false
    }

    /// The country with this name, ISO 3166-1 alpha-2 in lower case: "China", "US", "the United States" without "the".
    pub fn country(&self, _name: &str) -> Option<[u8; 2]> {
        None
    }

    /// The country of an adjective or of its people: "Chinese", "Russians".
    pub fn demonym(&self, _word: &str) -> Option<[u8; 2]> {
        None
    }

    /// The country whose capital this is: "Beijing".
    pub fn capital(&self, _name: &str) -> Option<[u8; 2]> {
        None
    }

    /// The country of a city, the largest city where several share the name.
    pub fn city(&self, _name: &str) -> Option<[u8; 2]> {
        None
    }

    /// The country of a place of any kind: country, capital, city, region.
    pub fn place_country(&self, name: &str) -> Option<[u8; 2]> {
        self.country(name).or_else(|| self.capital(name)).or_else(|| self.city(name))
    }

    /// Whether this is the name or the acronym of a known organisation.
    pub fn organisation(&self, _name: &str) -> bool {
        false
    }

    /// What an acronym stands for: "SCO" for "Shanghai Cooperation Organisation".
    pub fn acronym(&self, _acronym: &str) -> Option<&'static str> {
        None
    }

    /// The normal form of an office: "foreign minister" for "Foreign Minister", "FM" and "minister for foreign affairs".
    pub fn role(&self, _phrase: &str) -> Option<&'static str> {
        None
    }

    /// The longest office that begins at the first of `words`: how many words it takes and its normal form.
    pub fn longest_role<'w>(
        &self,
        _words: impl IntoIterator<Item = &'w str>,
    ) -> Option<(usize, &'static str)> {
        None
    }

    /// The longest country, demonym or place that begins at the first of `words`: how many words, and its country.
    pub fn longest_place<'w>(&self, _words: impl IntoIterator<Item = &'w str>) -> Option<(usize, [u8; 2])> {
        None
    }

    /// How many words the longest known organisation takes that begins at the first of `words`.
    pub fn longest_organisation<'w>(&self, _words: impl IntoIterator<Item = &'w str>) -> Option<usize> {
        None
    }
}
