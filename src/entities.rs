//! Identity across articles: full names are matched by all their tokens, surnames by what fits, and profiles
//! outrank inference.
//!
//! [`EntityStore`] is a pure function of the set of articles and profiles, whatever order they came in. It is
//! updated rather than rebuilt, so an edit relinks only the names it touches. What is costly (a surname with
//! several bearers, the list of all mentions of a person) is computed on first use and kept until a change
//! touches it.

mod changed;
mod cluster;
mod counts;
mod disambiguate;
mod gather;
mod held_titles;
mod index;
mod key;
mod profile_persons;
mod same_name;
mod slug;
mod spelling;
mod store;
mod titles;
mod update;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::names::{LocalEntity, Mention, NameKind, Title};
use crate::profiles::file::File;
use crate::text::{DocId, Index};
use crate::time::Window;

pub use store::EntityStore;
pub use update::DatedNames;

impl EntityStore {
    /// The store without the articles `removed` and with those `added`, new or changed. The result depends
    /// only on the set of articles and profiles that remain.
    pub fn update(&self, removed: &[DocId], added: &[DatedNames]) -> Self {
        update::update(self, removed, added)
    }

    /// The store with these profile files replacing its earlier ones. Only names that the changed entries
    /// claim are relinked.
    pub fn with_profiles(&self, files: &[(DocId, Arc<File>)]) -> Self {
        update::with_profiles(self, files)
    }

    /// Whether the profiles say the same about people as they did for `other`.
    pub fn has_profiles_of(&self, other: &Self) -> bool {
        self.claims == other.claims
    }

    /// The articles in which links may differ from those in `before`, the store that this one updates.
    pub fn suspects(&self, before: &Self) -> BTreeSet<DocId> {
        changed::suspects(self, before)
    }

    /// The entity of an article's coreference chain. Later rooms ask by mention: see `World::entity_of`.
    pub fn entity_of_chain(&self, doc: &DocId, chain: Index<LocalEntity>) -> Option<&Link> {
        disambiguate::entity_of_chain(self, doc, chain)
    }

    /// The person a title refers to: its holder or, for a title alone, the one given by the article, by a
    /// profile term that covers `when`, or by the corpus. `when` is the window of the article's date, if
    /// known.
    pub fn holder_of(&self, title: &TitleRef, when: Option<Window>) -> Option<Link> {
        titles::holder_of(self, title, when)
    }

    /// The titles that stand alone and refer to this person, by document and place. `when` gives an article's
    /// date.
    pub fn titles_alone(&self, id: &EntityId, when: &dyn Fn(&DocId) -> Option<Window>) -> Vec<TitleRef> {
        titles::titles_alone(self, id, when)
    }

    /// An entity with all its mentions; assembled on first use.
    pub fn entity(&self, id: &EntityId) -> Option<&Arc<Entity>> {
        gather::entity(self, id, self.cluster(id)?)
    }

    /// All people, organisations and places, by id. Includes persons of a profile without a mention.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.all_clusters().filter_map(|(id, cluster)| gather::entity(self, id, cluster))
    }

    /// See `World::named`.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Entity>> {
        self.ids_named(text).filter_map(|id| self.entity(id))
    }
}

/// Names a person, organisation or place: a profile's id, else a slug of the name. Equal exactly for the same
/// entity.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub Arc<str>);

impl fmt::Debug for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a local entity is linked to this entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub entity: EntityId,
    /// In words, for hovers: "`Lavrov` is the only Lavrov of the corpus".
    pub why: Cow<'static, str>,
    /// 0–100; 100 is certain (a profile, the full name).
    pub confidence: u8,
    /// Other possible entities, best first: shown, never hidden.
    pub candidates: Vec<EntityId>,
}

/// A mention by name in some article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionRef {
    pub doc: DocId,
    pub mention: Index<Mention>,
}

impl MentionRef {
    pub fn new(doc: &DocId, mention: Index<Mention>) -> Self {
        Self { doc: doc.clone(), mention }
    }
}

/// A title as one article gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TitleRef {
    pub doc: DocId,
    pub title: Index<Title>,
}

impl TitleRef {
    pub fn new(doc: &DocId, title: Index<Title>) -> Self {
        Self { doc: doc.clone(), title }
    }
}

/// A person or thing that the corpus mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub id: EntityId,
    pub kind: NameKind,
    /// The profile's name, else the most common full form (ties: the first in text order).
    pub name: Box<str>,
    /// Whether a profile describes it, under this id. Where the entry is written changes with every line
    /// typed above it, so that is not kept here.
    pub has_profile: bool,
    /// All mentions by name, by document and place.
    pub mentions: Vec<MentionRef>,
    /// Titles given beside the name, by document and place. For those that stand alone see
    /// `World::titles_alone`, because their holders depend on dates.
    pub titles: Vec<TitleRef>,
    /// Every spelling of the full name with its number of mentions, most common first.
    pub spellings: Vec<(Box<str>, u32)>,
}
