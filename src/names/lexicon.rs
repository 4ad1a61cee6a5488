//! Gazetteers: the built-in ones and the names in the workspace's profiles. Lookups are exact on one name or
//! phrase, available at once, and allocate nothing for words of usual length.

use std::sync::Arc;

use super::NameKind;
use super::gazetteer::{Phrase, Word};
use super::name_tree::NameTree;
use crate::names::CountryCode;

/// A name that a profile states, for the reader to find in texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownName {
    pub name: Box<str>,
    pub kind: NameKind,
    pub family_first: bool,
}

impl KnownName {
    /// Its words in lower case; hyphens separate words.
    pub fn words(&self) -> Vec<String> {
        self.name.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    }
}

/// The built-in gazetteers and the workspace's own names. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    known: Arc<KnownNames>,
}

#[derive(Debug, Default)]
struct KnownNames {
    /// Sorted.
    all: Vec<KnownName>,
    /// Their places in `all`, by their words in lower case.
    by_words: NameTree<usize>,
}

impl Lexicon {
    /// The order of `known` does not matter.
    pub fn new(known: impl IntoIterator<Item = KnownName>) -> Self {
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort();
        known.dedup();
        let mut by_words = NameTree::default();
        for (at, name) in known.iter().enumerate() {
            by_words.enter(name.words().iter().map(String::as_str), at);
        }
        Self { known: KnownNames { all: known, by_words }.into() }
    }

    /// The workspace's own names, sorted.
    pub fn known(&self) -> &[KnownName] {
        &self.known.all
    }

    /// The places of the workspace's own names in [`Lexicon::known`], by their words.
    pub(super) fn known_by_words(&self) -> &NameTree<usize> {
        &self.known.by_words
    }

    /// All that the list of words says about one token.
    pub(super) fn word(&self, token: &str) -> Word {
        Word::of(token)
    }

    /// Whether one token is used as a given name: "Sergey". Capitalised tokens only: "will" and "mark" are
    /// words.
    pub fn given_name(&self, token: &str) -> bool {
        Word::of(token).is(Word::GIVEN)
    }

    /// Whether one token is used as a family name: "Lavrov".
    pub fn family_name(&self, token: &str) -> bool {
        Word::of(token).is(Word::FAMILY)
    }

    /// Whether one token is a family name of a culture that puts it first: "Wang", "Kim", "Nguyen".
    pub fn family_first_name(&self, token: &str) -> bool {
        Word::of(token).is(Word::FAMILY_FIRST)
    }

    /// Whether one token is in any list of personal names: wider than the three above.
    pub fn person_name(&self, token: &str) -> bool {
        Word::of(token).flags() != 0
    }

    /// How common the word is in general text, regardless of case: 1 (commonest) to 15, 0 for unknown.
    pub fn rank(&self, token: &str) -> u64 {
        Word::of(token).rank()
    }

    /// The country with this name, ISO 3166-1 alpha-2 in lower case: "China", "US", "United States".
    pub fn country(&self, name: &str) -> Option<CountryCode> {
        place(name, Phrase::COUNTRY)
    }

    /// The country of an adjective or of its people: "Chinese", "Russians".
    pub fn demonym(&self, word: &str) -> Option<CountryCode> {
        let phrase = Phrase::of(word);
        phrase.is(Phrase::DEMONYM).then(|| phrase.demonym()).flatten()
    }

    /// The country whose capital this is: "Beijing".
    pub fn capital(&self, name: &str) -> Option<CountryCode> {
        place(name, Phrase::CAPITAL)
    }

    /// The country of a city, the largest city where several share the name.
    pub fn city(&self, name: &str) -> Option<CountryCode> {
        place(name, Phrase::CITY)
    }

    /// The country of a place of any kind: country, capital, region, city.
    pub fn place_country(&self, name: &str) -> Option<CountryCode> {
        place(name, Phrase::PLACE)
    }

    /// Whether this is a place of any kind, including "Europe" and "Red Sea", which lie in no one country.
    pub fn place(&self, name: &str) -> bool {
        Phrase::of(name).is(Phrase::PLACE)
    }

    /// Whether this is the name or the acronym of a known organisation.
    pub fn organisation(&self, name: &str) -> bool {
        Phrase::of(name).is(Phrase::ORGANISATION | Phrase::ACRONYM)
    }

    /// What an acronym stands for: "SCO" for "Shanghai Cooperation Organisation".
    pub fn acronym(&self, text: &str) -> Option<&'static str> {
        acronym(text)
    }

    /// The normal form of an office: "foreign minister" for "FM" and "minister for foreign affairs".
    pub fn role(&self, phrase: &str) -> Option<&'static str> {
        let phrase = Phrase::of(phrase);
        phrase.is(Phrase::ROLE).then(|| phrase.string()).flatten()
    }

    /// The longest office that begins at the first of `words`: how many words it takes (a hyphen counts as
    /// one) and its normal form.
    pub fn longest_role<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<(usize, &'static str)> {
        let (count, phrase) = longest(words, Phrase::ROLE)?;
        Some((count, phrase.string()?))
    }

    /// The longest country, demonym or place that begins at the first of `words`, and its country.
    pub fn longest_place<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<(usize, CountryCode)> {
        let (count, phrase) = longest(words, Phrase::PLACE | Phrase::DEMONYM)?;
        Some((count, phrase.country().or_else(|| phrase.demonym())?))
    }

    /// How many words the longest name takes that stands for a country as a whole: "France", "French" and
    /// "Paris", but not "Normandy".
    pub fn longest_nation<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Option<usize> {
        longest(words, Phrase::COUNTRY | Phrase::CAPITAL | Phrase::DEMONYM).map(|(count, _)| count)
    }

    /// How many words the longest known organisation takes that begins at the first of `words`.
    pub fn longest_organisation<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Option<usize> {
        longest(words, Phrase::ORGANISATION | Phrase::ACRONYM).map(|(count, _)| count)
    }
}

/// See [`Lexicon::acronym`]; acronyms are built in.
pub fn acronym(text: &str) -> Option<&'static str> {
    let phrase = Phrase::of(text);
    phrase.is(Phrase::ACRONYM).then(|| phrase.string()).flatten()
}

fn place(name: &str, flags: u64) -> Option<CountryCode> {
    let phrase = Phrase::of(name);
    phrase.is(flags).then(|| phrase.country()).flatten()
}

fn longest<'w>(words: impl IntoIterator<Item = &'w str>, flags: u64) -> Option<(usize, Phrase)> {
    let mut best = None;
    Phrase::along(words, |count, phrase| {
        if phrase.is(flags) {
            best = Some((count, phrase));
        }
    });
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_tells_words_from_names() {
        let lexicon = Lexicon::default();
        assert_eq!(lexicon.country("US"), CountryCode::new("us"));
        assert_eq!(lexicon.country("U.S."), CountryCode::new("us"));
        assert_eq!(lexicon.country("us"), None);
        assert_eq!(lexicon.country("turkey"), None);
        assert_eq!(lexicon.country("TURKEY"), CountryCode::new("tr"));
        assert_eq!(lexicon.acronym("Who"), None);
        assert_eq!(lexicon.acronym("WHO"), Some("World Health Organization"));
    }

    #[test]
    fn accents_dots_and_hyphens_do_not_matter() {
        let lexicon = Lexicon::default();
        assert_eq!(lexicon.country("Côte d’Ivoire"), CountryCode::new("ci"));
        assert_eq!(lexicon.country("Cote d'Ivoire"), CountryCode::new("ci"));
        assert_eq!(lexicon.capital("Port au Prince"), CountryCode::new("ht"));
        assert!(lexicon.given_name("Sergei") && lexicon.family_first_name("Xi"));
        assert!(lexicon.family_name("García") && lexicon.family_name("Garcia"));
    }

    #[test]
    fn the_longest_office_counts_its_hyphens() {
        let lexicon = Lexicon::default();
        let words = ["Secretary", "-", "General", "António", "Guterres"];
        assert_eq!(lexicon.longest_role(words), Some((3, "secretary-general")));
        assert_eq!(
            lexicon.longest_role(["Minister", "of", "Foreign", "Affairs"]),
            Some((4, "foreign minister"))
        );
        assert_eq!(
            lexicon.longest_place(["South", "Korean", "President"]),
            Some((2, CountryCode::new("kr").unwrap()))
        );
        assert_eq!(lexicon.longest_organisation(["Shanghai", "Cooperation", "Organization"]), Some(3));
    }
}
