//! Names that stand alone, token by token, and the person each refers to.

use rustc_hash::FxHashMap;

use super::alike::FamilyNames;
use super::antecedents::Antecedents;
use super::signs::Signs;
use super::{Bearer, Bearers, LocalPerson, MAX_NAMESAKES, PersonCoref, ResolvedName, ShortNames};
use crate::names::NameKind;
use crate::names::candidates::{Candidate, NameContext, STRONG};
use crate::names::repeated::name_words;
use crate::names::variants;
use crate::text::{Index, indexed};

impl PersonCoref {
    /// Finds names that stand alone and assigns each to its person.
    pub(super) fn short_names(&mut self, context: &NameContext<'_, '_>) {
        let mut bearers = self.bearers();
        let mut families = FamilyNames::default();
        indexed(&self.persons).for_each(|(index, person)| families.enter(index, person));
        self.single_names(context, &mut bearers, &mut families);
        let unclear = self.unclear(&bearers);
        let antecedents = Antecedents::of(Signs::of(context, &self.persons, &self.names));
        let owners = self.owners(context.layout.tokens.len());
        let mut so_far = ShortNames { context, bearers, unclear, antecedents, families, owners };
        let mut added = Vec::new();
        for at in 0..context.layout.tokens.len() {
            let owner = so_far.owners.get(at).copied().flatten();
            if !owner.is_some_and(|owner| self.resolve_found(&mut so_far, owner, at)) {
                added.extend(self.resolve_word(&mut so_far, owner, at));
            }
        }
        self.names.extend(added);
        self.names.sort_by_key(|name| (name.found.first, name.found.last));
        self.names.dedup_by(|b, a| b.found.first < a.found.last);
    }

    /// A person for each surname of several people, to be meant where nothing tells which of them is.
    fn unclear(&mut self, bearers: &Bearers) -> FxHashMap<String, Index<LocalPerson>> {
        let several = bearers.iter().filter(|(_, all)| all.iter().filter(|one| one.family).count() > 1);
        let mut words: Vec<&String> = several.map(|(word, _)| word).collect();
        words.sort_unstable();
        let one_each = words.into_iter().map(|word| {
            let person = Index::new(self.persons.len());
            let parts = variants::parts(word);
            self.persons.push(LocalPerson {
                words: vec![word.clone()],
                parts,
                family: (0, 1),
                ..LocalPerson::default()
            });
            (word.clone(), person)
        });
        one_each.collect()
    }

    /// The people each word of the full names may refer to.
    fn bearers(&self) -> Bearers {
        let mut bearers: Bearers = FxHashMap::default();
        for (index, person) in indexed(&self.persons) {
            let (from, to) = person.family;
            let last = to.saturating_sub(1);
            for (at, word) in person.words.iter().enumerate() {
                if word.chars().count() > 1 && !variants::is_particle(word) {
                    let family = at == last || (at == from && last == from);
                    bearers.entry(word.clone()).or_default().push(Bearer { person: index, family });
                }
            }
        }
        bearers
    }

    /// For each token the name it is part of.
    fn owners(&self, tokens: usize) -> Vec<Option<Index<ResolvedName>>> {
        let mut owners = vec![None; tokens];
        for (index, name) in indexed(&self.names) {
            owners.get_mut(name.found.first..name.found.last).unwrap_or_default().fill(Some(index));
        }
        owners
    }

    /// Assigns a found name to its person. False if the token at `at` must still be examined on its own: it
    /// begins a name that belongs to no one known.
    fn resolve_found(
        &mut self,
        so_far: &mut ShortNames<'_, '_, '_>,
        index: Index<ResolvedName>,
        at: usize,
    ) -> bool {
        let Some(name) = index.of(&self.names) else { return true };
        if let (true, Some(person)) = (name.full, name.person) {
            so_far.antecedents.named_in_full(person, at);
            return true;
        }
        // "Jan and Ann Roe": half of a couple.
        if let Some(person) = name.person.filter(|_| name.found.first == at) {
            so_far.antecedents.named_in_full(person, at);
        }
        if name.found.first != at || name.person.is_some() {
            return true;
        }
        let was = name.found;
        if was.kind != NameKind::Person {
            return false;
        }
        let person = self.bearer(so_far, &was).or_else(|| self.newcomer(so_far, &was));
        let Some(person) = person else { return false };
        // The sentence may have shown only part of it: "Karnataka DGP Ann Roe".
        let reach = self.reach(so_far, person, was.last - 1, true).filter(|(first, last)| {
            let free = |i: usize| so_far.owners.get(i) == Some(&None);
            *last == was.last && *first < was.first && (*first..was.first).all(free)
        });
        let found = Candidate { first: reach.map_or(was.first, |reach| reach.0), ..was };
        let full = self.is_full(so_far.context, person, &found);
        if let Some(name) = index.of_mut(&mut self.names) {
            *name = ResolvedName { found, person: Some(person), full };
        }
        so_far.antecedents.named_by(
            so_far.context,
            so_far.context.words.folded(was.last - 1),
            person,
            found.first,
        );
        true
    }

    /// The person a single word names: a new name, or one that replaces a weaker finding.
    fn resolve_word(
        &mut self,
        so_far: &mut ShortNames<'_, '_, '_>,
        owner: Option<Index<ResolvedName>>,
        at: usize,
    ) -> Option<ResolvedName> {
        let context = so_far.context;
        if !context.words.capital(at) || context.title_at(at).is_some_and(|title| !context.is_lone(title)) {
            return None;
        }
        let (person, first, last) = self.pick(so_far, at)?;
        let found = Candidate { first, last, kind: NameKind::Person, strength: STRONG };
        let full = self.is_full(context, person, &found);
        let new = ResolvedName { found, person: Some(person), full };
        let word = context.words.folded(at);
        so_far.antecedents.named_by(context, word, person, first);
        let Some(old) = owner.and_then(|owner| owner.of_mut(&mut self.names)) else { return Some(new) };
        // However sure the tagger is of an unlisted word, the article's own full name is stronger evidence.
        let written = context.layout.word(at);
        let listed = context.lexicon.organisation(written) || context.lexicon.place(written);
        let bearers = so_far.bearers.get(word).map_or(&[][..], Vec::as_slice);
        if old.found.last <= last && outranks(&self.persons, bearers, &old.found, listed) {
            *old = new;
        }
        None
    }

    /// Whether a mention has more than the words that stand for the person alone.
    fn is_full(&self, context: &NameContext<'_, '_>, person: Index<LocalPerson>, found: &Candidate) -> bool {
        let Some(person) = person.of(&self.persons) else { return false };
        let alone = person.family.1.saturating_sub(person.family.0).max(1);
        person.parts.len() > 1 && name_words(context, found).len() > alone
    }

    /// The person meant by a name that the sentence shows to be a person's: by its last word, else by its
    /// first.
    fn bearer(&self, so_far: &ShortNames<'_, '_, '_>, found: &Candidate) -> Option<Index<LocalPerson>> {
        let words = name_words(so_far.context, found);
        let word = words.last()?;
        match so_far.bearers.get(word).or_else(|| so_far.bearers.get(words.first()?)) {
            Some(bearers) => so_far
                .meant(bearers, word, found.first)
                .filter(|person| self.is_called(so_far, *person, found.first)),
            None => so_far.families.misspelt(word).first().copied(),
        }
    }

    /// A new person, known by a given name that someone introduced later has too.
    fn newcomer(
        &mut self,
        so_far: &mut ShortNames<'_, '_, '_>,
        found: &Candidate,
    ) -> Option<Index<LocalPerson>> {
        let words = name_words(so_far.context, found);
        let [word] = words.as_slice() else { return None };
        let person = Index::new(self.persons.len());
        so_far.bearers.get_mut(word)?.push(Bearer { person, family: true });
        so_far.antecedents.introduce(found.first);
        let parts = variants::parts(word);
        let newcomer = LocalPerson { words, parts, family: (0, 1), ..LocalPerson::default() };
        so_far.families.enter(person, &newcomer);
        self.persons.push(newcomer);
        Some(person)
    }
}

/// Whether a person is meant where something else was found: a full name outranks a guess.
fn outranks(persons: &[LocalPerson], bearers: &[Bearer], found: &Candidate, listed: bool) -> bool {
    let in_full = |bearer: &Bearer| bearer.person.of(persons).is_some_and(|person| person.parts.len() > 1);
    let full = bearers.iter().take(MAX_NAMESAKES).any(|bearer| bearer.family && in_full(bearer));
    found.kind == NameKind::Person || (full && (found.strength < 5 || !listed)) || found.strength < 3
}
