//! Persons that the article names by one word only: those with more evidence for them than against.

use rustc_hash::FxHashMap;

use super::alike::FamilyNames;
use super::{Bearer, Bearers, LocalPerson, PersonCoref};
use crate::names::NameKind;
use crate::names::candidates::{NameContext, STRONG};
use crate::names::repeated::name_words;
use crate::names::variants;
use crate::text::Index;

impl PersonCoref {
    /// Adds persons that the article names by one word only, where the evidence for them outweighs that
    /// against.
    pub(super) fn single_names(
        &mut self,
        context: &NameContext<'_, '_>,
        by_word: &mut Bearers,
        families: &mut FamilyNames,
    ) {
        let mut votes: FxHashMap<String, (i32, u8, u32)> = FxHashMap::default();
        let mut seen: FxHashMap<&str, Seen> = FxHashMap::default();
        for at in (0..context.layout.tokens.len()).filter(|at| context.words.capital(*at)) {
            seen.entry(context.words.folded(at)).or_default().count(context, at);
        }
        for named in self.names.iter().filter(|named| !named.full) {
            let Some(word) = name_words(context, &named.found).pop() else { continue };
            let strength = named.found.strength;
            let vote = votes.entry(word).or_default();
            if named.found.kind == NameKind::Person {
                vote.0 += i32::from(strength);
                vote.1 = vote.1.max(strength);
                vote.2 += 1;
            } else if named.found.last == named.found.first + 1 {
                vote.0 -= i32::from(strength);
            }
        }
        for named in &self.names {
            if named.found.kind != NameKind::Person || named.full {
                continue;
            }
            let words = name_words(context, &named.found);
            let Some(word) = words.last() else { continue };
            if by_word.contains_key(word) || !families.misspelt(word).is_empty() {
                continue;
            }
            let (sum, best, count) = votes.get(word).copied().unwrap_or_default();
            if sum <= 0 || best < 3 {
                continue;
            }
            let seen = seen.get(word.as_str()).copied().unwrap_or_default();
            let titled = best > STRONG + 1;
            // One mistake of the tagger must not turn a brand or a people into a person throughout the
            // article.
            if !titled && seen.other > 1 && seen.other >= seen.person {
                continue;
            }
            let shy = !titled && count * 5 < seen.all;
            let parts = variants::parts(&words.join(" "));
            let person = Index::new(self.persons.len());
            by_word.insert(word.clone(), vec![Bearer { person, family: true }]);
            let family = (0, words.len());
            let single = LocalPerson { words, parts, family, shy, ..LocalPerson::default() };
            families.enter(person, &single);
            self.persons.push(single);
        }
    }
}

/// What the tagger says about a single word, over the whole article.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    all: u32,
    person: u32,
    /// Something else, or nothing, where a capital is evidence.
    other: u32,
}

impl Seen {
    fn count(&mut self, context: &NameContext<'_, '_>, at: usize) {
        self.all += 1;
        let goes_on = |at: usize| context.tags.get(at).is_some_and(|tag| tag.kind.is_some() && !tag.begins);
        let longer = goes_on(at) || goes_on(at + 1);
        match context.tags.get(at).map(|tag| tag.kind) {
            Some(Some(NameKind::Person)) => self.person += u32::from(!longer),
            _ => self.other += u32::from(!context.words.shouted(at)),
        }
    }
}
