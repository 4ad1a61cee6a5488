//! The person a single word refers to, as far as the article has been read: a short name keeps its referent
//! until another person of that name is introduced.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Bearer, LocalPerson, MAX_NAMESAKES, bearers_of};
use crate::names::candidates::NameContext;
use crate::text::Index;

/// The people named so far.
pub(super) struct Antecedents {
    /// For each person, the last token where the full name occurred.
    full: Vec<Option<usize>>,
    /// The people named in full so far, in order of mention.
    named: Vec<Index<LocalPerson>>,
    /// The person each single word last referred to.
    alone: FxHashMap<String, Index<LocalPerson>>,
}

impl Antecedents {
    /// No one named yet, out of `persons` people.
    pub fn of(persons: usize) -> Self {
        Self { full: vec![None; persons], named: Vec::new(), alone: FxHashMap::default() }
    }

    /// Adds a new person, named at this token.
    pub fn introduce(&mut self, at: usize) {
        self.named.push(Index::new(self.full.len()));
        self.full.push(Some(at));
    }

    /// Records that a single word refers to this person here.
    pub fn named_by(&mut self, word: &str, person: Index<LocalPerson>) {
        self.alone.insert(word.to_owned(), person);
    }

    /// Records the full name of this person at this token.
    pub fn named_in_full(&mut self, person: Index<LocalPerson>, at: usize) {
        if let Some(place) = self.full.get_mut(person.row()) {
            *place = Some(at);
        }
        if self.named.last() != Some(&person) {
            self.named.push(person);
        }
    }

    /// The last token where the full name occurred.
    fn last_seen(&self, person: Index<LocalPerson>) -> Option<usize> {
        self.full.get(person.row()).copied().flatten()
    }

    /// The person a single word refers to. People with this family name come first; then the word's previous
    /// referent, unless another has just been named in full; then the one named last.
    pub fn resolve(
        &self,
        context: &NameContext<'_, '_>,
        bearers: &[Bearer],
        word: &str,
        at: usize,
    ) -> Option<Index<LocalPerson>> {
        let before = self.alone.get(word).copied();
        let latest;
        let bearers = if bearers.len() <= MAX_NAMESAKES {
            bearers
        } else {
            latest = self.latest(bearers, before);
            &latest
        };
        // A given name alone does not refer to a person introduced later, except in a headline.
        let ahead = context.runs_ahead(at);
        let known = bearers.iter().filter(|one| one.family || ahead || self.last_seen(one.person).is_some());
        let best = known.min_by_key(|one| {
            let again = before == Some(one.person);
            let holds = again && (!one.family || !self.just_named_another(context, bearers, one.person, at));
            let seen = self.last_seen(one.person);
            (!one.family, !holds, seen.is_none(), Reverse(seen), one.person)
        });
        best.map(|one| one.person)
    }

    /// Of more people with one name than can be compared: the word's previous referent, those named last, and
    /// the first.
    fn latest(&self, bearers: &[Bearer], before: Option<Index<LocalPerson>>) -> Vec<Bearer> {
        let named = self.named.iter().rev().take(MAX_NAMESAKES).copied().chain(before);
        let first = bearers.iter().take(MAX_NAMESAKES);
        named.flat_map(|person| bearers_of(bearers, person)).chain(first).copied().collect()
    }

    /// Whether another of `bearers` was named in full in this sentence or the one before.
    fn just_named_another(
        &self,
        context: &NameContext<'_, '_>,
        bearers: &[Bearer],
        person: Index<LocalPerson>,
        at: usize,
    ) -> bool {
        let here = context.layout.sentence_of(at);
        bearers.iter().filter(|one| one.person != person).any(|one| {
            self.last_seen(one.person).is_some_and(|then| context.layout.sentence_of(then).next() >= here)
        })
    }
}
