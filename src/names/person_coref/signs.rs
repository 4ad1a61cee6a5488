//! What tells two bearers of one surname apart: the titles beside their names, whether they are a man or a
//! woman, and whether one is mentioned only as a relative of another.

use super::{LocalPerson, ResolvedName};
use crate::lang::names::NameClass;
use crate::names::candidates::NameContext;

/// Words between a relative and the name: "his father, the late Jan Roe".
const MAX_KIN_TOKENS: usize = 4;

/// Titles in one place that are looked at.
const MAX_TITLES: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// What the article shows of one person.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    roles: Vec<&'static str>,
    gender: Option<Gender>,
    /// Introduced as somebody's relative.
    pub kin: bool,
}

/// What the words before a surname show of its bearer.
pub(super) struct Shown {
    role: Option<&'static str>,
    gender: Option<Gender>,
}

impl Signs {
    /// For each person, from the places where the full name stands.
    pub fn of(context: &NameContext<'_, '_>, persons: &[LocalPerson], names: &[ResolvedName]) -> Vec<Self> {
        let mut out = vec![Self::default(); persons.len()];
        let mut met = vec![false; persons.len()];
        for name in names {
            let Some(person) = name.person else { continue };
            let Some(signs) = out.get_mut(person.row()) else { continue };
            let shown = Shown::before(context, name.found.first);
            signs.gender = signs.gender.or(shown.gender).or_else(|| context.gender_of(name.found.first));
            let roles = shown.roles(context, name.found.first).into_iter();
            for role in roles.chain(context.role_behind(name.found.last)) {
                if !signs.roles.contains(&role) {
                    signs.roles.push(role);
                }
            }
            if let Some(met) = met.get_mut(person.row()).filter(|met| !**met) {
                *met = true;
                signs.kin = context.is_kin(name.found.first);
            }
        }
        out
    }

    /// The roles of the titles beside the full name.
    pub fn roles(&self) -> &[&'static str] {
        &self.roles
    }

    /// Whether what is shown fits this person: certainly, certainly not, or unknown.
    pub fn fit(&self, shown: &Shown) -> Option<bool> {
        if let (Some(own), Some(shown)) = (self.gender, shown.gender)
            && own != shown
        {
            return Some(false);
        }
        match shown.role {
            Some(role) if self.roles.contains(&role) => Some(true),
            Some(_) if !self.roles.is_empty() => Some(false),
            _ => (shown.gender.is_some() && self.gender.is_some()).then_some(true),
        }
    }
}

impl Shown {
    /// What stands before the name that begins at `at`.
    pub fn before(context: &NameContext<'_, '_>, at: usize) -> Self {
        let title = at.checked_sub(1).and_then(|before| context.title_at(before));
        let head = title.map(|title| title.head.0);
        let sign = |class| head.is_some_and(|head| context.words.is(head, class));
        let gender = match (sign(NameClass::MaleSign), sign(NameClass::FemaleSign)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        };
        Self { role: title.filter(|title| !title.honorific()).map(|title| title.role), gender }
    }

    /// The roles of all titles in a row before a name: "State Councilor and Foreign Minister Roe".
    fn roles(&self, context: &NameContext<'_, '_>, mut at: usize) -> Vec<&'static str> {
        let mut out = Vec::new();
        for _ in 0..MAX_TITLES {
            let Some(title) = at.checked_sub(1).and_then(|before| context.title_at(before)) else { break };
            if !title.honorific() {
                out.push(title.role);
            }
            at = title.first;
            let joined = at.checked_sub(1).is_some_and(|at| context.words.is(at, NameClass::TitleJoint));
            at -= usize::from(joined);
        }
        out
    }
}

impl NameContext<'_, '_> {
    /// "Ann Roe, the foreign minister".
    fn role_behind(&self, last: usize) -> Option<&'static str> {
        let mut at = last;
        if self.layout.word(at) != "," {
            return None;
        }
        at += 1;
        at += usize::from(self.words.is(at, NameClass::BeforeTitle));
        let title = self.title_at(at).filter(|title| title.first == at && !title.honorific())?;
        (!self.words.capital(title.last)).then_some(title.role)
    }

    /// Whether the given name is usually a man's or a woman's.
    fn gender_of(&self, first: usize) -> Option<Gender> {
        let genders = &self.layout.language.names.genders;
        let word = self.words.folded(first);
        match (genders.is_male(word), genders.is_female(word)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// "his father, Jan Roe", "the late Jan Roe": mentioned for the sake of another.
    fn is_kin(&self, first: usize) -> bool {
        let from = first.saturating_sub(MAX_KIN_TOKENS);
        let mut before = (from..first).rev().take_while(|at| {
            self.layout.word(*at) == ","
                || self.words.word(*at) && !self.words.capital(*at)
                || self.in_title(*at)
        });
        before.any(|at| self.words.is(at, NameClass::Kin))
    }
}
