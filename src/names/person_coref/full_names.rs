//! Persons by their full names: which person a candidate is.

use super::alike::{PeopleByPiece, pieces};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{LocalPerson, PersonCoref};
use crate::lang::names::NameClass;
use crate::names::NameKind;
use crate::names::candidates::{Candidate, NameContext};
use crate::names::extent::is_suffix;
use crate::names::repeated::{hyphen_ties, name_words};
use crate::names::variants::{self, NamePart};
use crate::text::Index;

impl PersonCoref {
    /// The person with this full name, added if new.
    pub(super) fn full_name(
        &mut self,
        people: &mut PeopleByPiece,
        context: &NameContext<'_, '_>,
        found: &Candidate,
    ) -> Option<Index<LocalPerson>> {
        if found.kind != NameKind::Person {
            return None;
        }
        let words = name_words(context, found);
        let parts = variants::parts(&words.join(" "));
        // "Abdallah II" is complete: a king has a number and no family name.
        let number = context.layout.word(found.last.checked_sub(1)?);
        let king = words.len() == 1 && is_suffix(context.layout, number);
        if (parts.len() < 2 || words.len() < 2 || context.surname_first(found.first)) && !king {
            return None;
        }
        let generation = variants::generation(&context.text(found));
        let own = pieces(&words, &parts);
        let alike = people.sharing(&own);
        let is_same = |person: &&Index<LocalPerson>| {
            person.of(&self.persons).is_some_and(|person| {
                !person.is_of_other_generation(generation)
                    && (person.words == words || !king && person.may_be(context, &words, &parts))
            })
        };
        // "Barros Lopez" of "Joaquin Barros Lopez".
        let is_longer = |person: &&Index<LocalPerson>| {
            person.of(&self.persons).is_some_and(|person| {
                words.len() > 1
                    && person.words.ends_with(&words)
                    && !person.is_of_other_generation(generation)
            })
        };
        let same = alike.iter().find(is_same).or_else(|| alike.iter().rfind(is_longer)).copied();
        let index = same.unwrap_or_else(|| {
            self.persons.push(LocalPerson::default());
            Index::new(self.persons.len() - 1)
        });
        let person = index.of_mut(&mut self.persons)?;
        person.generation = person.generation.or(generation);
        if parts.len() > person.parts.len() {
            people.enter(index, &own);
            person.ties = hyphen_ties(context, found, words.len());
            person.words = words;
            person.parts = parts;
        }
        Some(index)
    }
}

impl PersonCoref {
    /// "Jan and Ann Roe": both bear the surname, though only one of the names has it.
    pub(super) fn couples(&mut self, context: &NameContext<'_, '_>) {
        let found: Vec<usize> = (1..self.names.len()).filter(|at| self.is_couple(context, *at)).collect();
        if found.is_empty() {
            return;
        }
        let families: FxHashSet<String> =
            self.persons.iter().filter_map(|one| one.words.last().cloned()).collect();
        let indexed = self.persons.iter().enumerate().map(|(index, person)| (person.words.clone(), index));
        let mut by_words: FxHashMap<Vec<String>, usize> = indexed.collect();
        for at in found {
            let (Some(first), Some(second)) = (self.names.get(at - 1), self.names.get(at)) else { continue };
            let given = context.words.folded(first.found.first).to_owned();
            let words = name_words(context, &second.found);
            let [_, family @ ..] = words.as_slice() else { continue };
            // "Jennings and Kevin Roe": he is known by it as a family name.
            if family.is_empty() || families.contains(&given) {
                continue;
            }
            let words: Vec<String> = std::iter::once(given).chain(family.iter().cloned()).collect();
            let person = *by_words.entry(words.clone()).or_insert_with(|| {
                let parts = variants::parts(&words.join(" "));
                self.persons.push(LocalPerson { words, parts, ..LocalPerson::default() });
                self.persons.len() - 1
            });
            if let Some(first) = self.names.get_mut(at - 1) {
                first.person = Some(Index::new(person));
            }
        }
    }

    /// Whether a given name alone, "and", and a full name meet between two names.
    fn is_couple(&self, context: &NameContext<'_, '_>, at: usize) -> bool {
        let (Some(first), Some(second)) = (self.names.get(at - 1), self.names.get(at)) else { return false };
        let (given, other) = (first.found, second.found);
        given.kind == NameKind::Person
            && first.person.is_none()
            && second.full
            && given.last == given.first + 1
            && other.first == given.last + 1
            && context.words.is(given.last, NameClass::TitleJoint)
            && context.layout.word(given.last) != ","
            && context.lexicon.given_name(context.words.folded(given.first))
            && context.lexicon.given_name(context.words.folded(other.first))
    }
}

impl LocalPerson {
    /// Whether a full name may be another form of this person's.
    fn may_be(&self, context: &NameContext<'_, '_>, words: &[String], parts: &[NamePart]) -> bool {
        let own = self.parts.as_slice();
        variants::same_initials(own, parts)
            || variants::compare(own, parts, false).is_some()
            || own.len() == parts.len()
                && (context.may_turn(words) || context.may_turn(&self.words))
                && variants::compare(own, parts, true).is_some()
    }

    /// Whether the two differ in generation: father and son are two people.
    fn is_of_other_generation(&self, generation: Option<&str>) -> bool {
        self.generation.is_some() && generation.is_some() && self.generation != generation
    }
}

impl NameContext<'_, '_> {
    /// Whether a name may be written with the family name first.
    fn may_turn(&self, words: &[String]) -> bool {
        words.first().is_some_and(|word| self.lexicon.family_first_name(word))
    }

    /// "Bin Said", "al-Sisi": a surname with its particle; "Ben Roe" and "Al Roe" are full names.
    fn surname_first(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        variants::is_particle(word)
            && !(self.words.capital(at)
                && self.layout.word(at + 1) != "-"
                && self.words.is(at, NameClass::GivenOrParticle))
    }
}
