//! What profiles say about names: which spellings belong to whom.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::key::{NameKey, OfficeKey, key_of, short_key};
use crate::names::{CountryCode, NameKind, role_of, variants};
use crate::profiles::file::File;
use crate::profiles::{self, PersonEntry};
use crate::text::DocId;
use crate::time::Window;

/// What a profile says about names.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfilePerson {
    pub id: Arc<str>,
    pub name: Box<str>,
    pub family_first: Option<bool>,
    pub shorts: Vec<Box<str>>,
    pub terms: Vec<Term>,
    /// Ids of namesakes.
    pub not: Vec<Box<str>>,
}

/// An office that a profile states, with its term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub office: OfficeKey,
    pub when: Option<Window>,
}

/// All claims of all profiles. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfilePersons {
    by_key: Arc<BTreeMap<NameKey, Vec<Arc<ProfilePerson>>>>,
    by_id: Arc<BTreeMap<Arc<str>, Vec<NameKey>>>,
    by_office: Arc<BTreeMap<OfficeKey, Vec<Arc<ProfilePerson>>>>,
}

impl ProfilePersons {
    /// The order of `files` does not matter.
    pub fn of(files: &[(DocId, Arc<File>)]) -> Self {
        let mut files: Vec<_> = files.iter().collect();
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let mut by_key: BTreeMap<NameKey, Vec<Arc<ProfilePerson>>> = BTreeMap::new();
        let mut by_id: BTreeMap<Arc<str>, Vec<NameKey>> = BTreeMap::new();
        let mut by_office: BTreeMap<OfficeKey, Vec<Arc<ProfilePerson>>> = BTreeMap::new();
        for (_, file) in files {
            for person in &file.persons {
                let claim = Arc::new(claim(person));
                // A repeated id is reported by a check; the first entry counts.
                if claim.id.is_empty() || by_id.contains_key(&claim.id) {
                    continue;
                }
                let spellings = std::iter::once(&person.name.value)
                    .chain(person.aliases.iter().map(|alias| &alias.value))
                    .chain(person.native.iter().map(|(_, name)| name));
                let keys: BTreeSet<NameKey> = spellings
                    .filter(|name| !name.trim().is_empty())
                    .map(|name| key_of(NameKind::Person, name))
                    .collect();
                for key in &keys {
                    by_key.entry(key.clone()).or_default().push(claim.clone());
                }
                for term in &claim.terms {
                    by_office.entry(term.office.clone()).or_default().push(claim.clone());
                }
                by_id.insert(claim.id.clone(), keys.into_iter().collect());
            }
        }
        for claims in by_key.values_mut() {
            claims.sort_by(|a, b| a.id.cmp(&b.id));
        }
        Self { by_key: by_key.into(), by_id: by_id.into(), by_office: by_office.into() }
    }

    /// Whether a profile has this id.
    pub fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The ids of all profiles, in order.
    pub fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.by_id.keys()
    }

    /// All spellings one profile claims.
    pub fn keys(&self, id: &str) -> &[NameKey] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// The claims that state this office, once per term.
    pub fn holding(&self, office: &OfficeKey) -> impl Iterator<Item = &Arc<ProfilePerson>> {
        self.by_office.get(office).into_iter().flatten()
    }

    /// The spellings whose claims differ in `next`, with their claims there.
    pub fn differing(&self, next: &Self) -> Vec<(NameKey, Vec<Arc<ProfilePerson>>)> {
        let keys: BTreeSet<&NameKey> = self.by_key.keys().chain(next.by_key.keys()).collect();
        let differing = keys.into_iter().filter(|key| self.by_key.get(*key) != next.by_key.get(*key));
        differing.map(|key| (key.clone(), next.by_key.get(key).cloned().unwrap_or_default())).collect()
    }
}

fn claim(person: &PersonEntry) -> ProfilePerson {
    let name = &person.name.value;
    let parts: Vec<&str> = name.split_whitespace().collect();
    let family = match (person.family_first, parts.as_slice()) {
        (_, []) => None,
        (Some(true), [first, ..]) => Some((*first).to_owned()),
        // From the first particle on: "von der Leyen".
        (_, [_, rest @ ..]) => {
            let from = rest.iter().position(|part| variants::is_particle(part));
            Some(rest.get(from.unwrap_or(rest.len().saturating_sub(1))..).unwrap_or_default().join(" "))
        }
    };
    ProfilePerson {
        id: person.id.value.as_ref().into(),
        name: name.clone(),
        family_first: person.family_first,
        shorts: family.and_then(|family| short_key(NameKind::Person, &family)).into_iter().collect(),
        terms: person.offices.iter().map(term).collect(),
        not: person.not.iter().map(|id| id.value.clone()).collect(),
    }
}

fn term(office: &profiles::OfficeEntry) -> Term {
    let country = office.country.as_ref().and_then(|code| CountryCode::new(&code.value));
    Term {
        office: (role_of(&office.title.value), country),
        when: office.when.as_ref().map(|when| when.value.window),
    }
}
