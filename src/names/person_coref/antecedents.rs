//! Who a word alone means, as far as the article has been read: a short name stays with whom it has meant, until
//! somebody else of that name is introduced.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Bearer, LocalPerson};
use crate::names::candidates::NameContext;
use crate::text::Index;

/// Who has been named so far.
pub(super) struct Antecedents {
    /// For each person, the last token at which the full name stood.
    full: Vec<Option<usize>>,
    /// Whom a word alone has meant last.
    alone: FxHashMap<String, Index<LocalPerson>>,
}

impl Antecedents {
    /// Nobody yet, of so many persons.
    pub fn of(persons: usize) -> Self {
        Self { full: vec![None; persons], alone: FxHashMap::default() }
    }

    /// A new person, named at this token.
    pub fn introduce(&mut self, at: usize) {
        self.full.push(Some(at));
    }

    /// A word alone means this person here.
    pub fn named_by(&mut self, word: &str, person: Index<LocalPerson>) {
        self.alone.insert(word.to_owned(), person);
    }

    /// The full name of this person stands at this token.
    pub fn named_in_full(&mut self, person: Index<LocalPerson>, at: usize) {
        if let Some(place) = self.full.get_mut(person.row()) {
            *place = Some(at);
        }
    }

    /// The last token at which the full name stood.
    fn last_seen(&self, person: Index<LocalPerson>) -> Option<usize> {
        self.full.get(person.row()).copied().flatten()
    }

    /// Who a word alone is: those with this family name first; whom the word has meant before, unless somebody else has
    /// just been named in full; the one named last.
    pub fn resolve(
        &self,
        context: &NameContext<'_, '_>,
        bearers: &[Bearer],
        word: &str,
        at: usize,
    ) -> Option<Index<LocalPerson>> {
        let before = self.alone.get(word).copied();
        // A given name alone is nobody who is introduced later; a headline may run ahead.
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
