//! The person a single word refers to, as far as the article has been read. Where two people have the
//! surname, titles, Mr and Mrs decide, then who is mentioned only as a relative, then whom the article has
//! called by it; never who was named last. If nothing tells, it is nobody, and the corpus shows the
//! candidates.

use rustc_hash::FxHashMap;

use super::signs::{Shown, Signs};
use super::{Bearer, LocalPerson, MAX_NAMESAKES, bearers_of};
use crate::lang::offices::OfficeClass;
use crate::names::candidates::NameContext;
use crate::names::titles::TitlePhrase;
use crate::text::Index;

/// The people named so far.
pub(super) struct Antecedents {
    /// For each person, the last token where the full name occurred.
    full: Vec<Option<usize>>,
    /// The person each single word last referred to.
    alone: FxHashMap<String, Index<LocalPerson>>,
    /// What the article shows of each person.
    signs: Vec<Signs>,
}

/// Whom a single word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    Person(Index<LocalPerson>),
    /// One of several, and nothing tells which.
    Unclear,
}

impl Antecedents {
    /// No one named yet.
    pub fn of(signs: Vec<Signs>) -> Self {
        Self { full: vec![None; signs.len()], alone: FxHashMap::default(), signs }
    }

    /// Adds a new person, named at this token.
    pub fn introduce(&mut self, at: usize) {
        self.full.push(Some(at));
        self.signs.push(Signs::default());
    }

    /// Whether the article tells of this person as the spouse or the relative of another, and of no office:
    /// "First Lady Ann Roe", "the son of Ann Roe".
    pub fn is_without_office(&self, context: &NameContext<'_, '_>, person: Index<LocalPerson>) -> bool {
        let offices = &context.layout.language.offices;
        let Some(signs) = self.signs.get(person.row()) else { return false };
        let styled = signs.roles().iter().all(|role| offices.has(role, OfficeClass::Style));
        styled && (signs.kin || !signs.roles().is_empty())
    }

    /// Records that a single word at `at` refers to this person. "Mrs. Roe" does not settle who "Roe" is.
    pub fn named_by(
        &mut self,
        context: &NameContext<'_, '_>,
        word: &str,
        person: Index<LocalPerson>,
        at: usize,
    ) {
        let title = at.checked_sub(1).and_then(|before| context.title_at(before));
        if !title.is_some_and(TitlePhrase::honorific) {
            self.alone.insert(word.to_owned(), person);
        }
    }

    /// Records the full name of this person at this token.
    pub fn named_in_full(&mut self, person: Index<LocalPerson>, at: usize) {
        if let Some(place) = self.full.get_mut(person.row()) {
            *place = Some(at);
        }
    }

    /// The last token where the full name occurred.
    fn last_seen(&self, person: Index<LocalPerson>) -> Option<usize> {
        self.full.get(person.row()).copied().flatten()
    }

    /// The person a single word refers to. People with this family name come first.
    pub fn resolve(
        &self,
        context: &NameContext<'_, '_>,
        bearers: &[Bearer],
        word: &str,
        at: usize,
    ) -> Option<Referent> {
        let ahead = context.runs_ahead(at);
        let before = self.alone.get(word).copied();
        // Of more people than can be compared, the first and the one meant before.
        let again =
            before.filter(|_| bearers.len() > MAX_NAMESAKES).map(|before| bearers_of(bearers, before));
        let first = bearers.get(..bearers.len().min(MAX_NAMESAKES)).unwrap_or_default();
        let family = bearers.iter().any(|one| one.family);
        // A given name alone does not refer to a person introduced later, except in a headline.
        let may = |one: &&Bearer| one.family || !family && (ahead || self.last_seen(one.person).is_some());
        let mut people: Vec<Index<LocalPerson>> =
            first.iter().chain(again.unwrap_or_default()).filter(may).map(|one| one.person).collect();
        people.sort_unstable();
        people.dedup();
        self.keep_fitting(&mut people, &Shown::before(context, at));
        self.keep(&mut people, |person| !self.signs.get(person.row()).is_some_and(|signs| signs.kin));
        if let [one] = people.as_slice() {
            return Some(Referent::Person(*one));
        }
        let before = before.filter(|person| people.contains(person));
        if let Some(person) = before
            && !(family && self.just_named_another(context, &people, person, at))
        {
            return Some(Referent::Person(person));
        }
        // Whoever is named later is not meant yet.
        self.keep(&mut people, |person| self.last_seen(person).is_some());
        match people.as_slice() {
            [] => None,
            [one] => Some(Referent::Person(*one)),
            // A headline means the one the article introduces first.
            [first, ..] if self.last_seen(*first).is_none() => Some(Referent::Person(*first)),
            _ => Some(Referent::Unclear),
        }
    }

    /// Keeps those whom the words before the name fit, else those they do not rule out.
    fn keep_fitting(&self, people: &mut Vec<Index<LocalPerson>>, shown: &Shown) {
        let fit =
            |person: Index<LocalPerson>| self.signs.get(person.row()).and_then(|signs| signs.fit(shown));
        self.keep(people, |person| fit(person) != Some(false));
        self.keep(people, |person| fit(person) == Some(true));
    }

    /// Keeps those for whom something holds, if it holds for any.
    fn keep(&self, people: &mut Vec<Index<LocalPerson>>, holds: impl Fn(Index<LocalPerson>) -> bool) {
        if people.iter().any(|person| holds(*person)) {
            people.retain(|person| holds(*person));
        }
    }

    /// Whether another of `people` was named in full in this sentence or the one before.
    fn just_named_another(
        &self,
        context: &NameContext<'_, '_>,
        people: &[Index<LocalPerson>],
        person: Index<LocalPerson>,
        at: usize,
    ) -> bool {
        let here = context.layout.sentence_of(at);
        people.iter().filter(|other| **other != person).any(|other| {
            self.last_seen(*other).is_some_and(|then| context.layout.sentence_of(then).next() >= here)
        })
    }
}
