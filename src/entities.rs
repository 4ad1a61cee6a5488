//! Who is who across articles: names by all their tokens, surnames by what fits, profiles before inference.
//!
//! [`EntityStore`] is a pure function of the set of articles and profiles, whatever the order they came in. It is kept
//! so that an edit relinks only the names it touches; what is costly (a surname with several bearers, the list of
//! all mentions of a person) is worked out when somebody asks, and remembered until a change touches it.

mod changed;
mod cluster;
mod counts;
mod disambiguate;
mod gather;
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
use crate::text::{DocId, Index, Place};
use crate::time::Window;

pub use store::EntityStore;
pub use update::DatedNames;

impl EntityStore {
    /// The store after `removed` have gone and `added` have come or have another text. The result depends only on the
    /// set of articles and profiles that remain.
    pub fn update(&self, removed: &[DocId], added: &[DatedNames]) -> Self {
        update::update(self, removed, added)
    }

    /// The store with these profile files in place of those it had. Only names that the changed entries claim are
    /// linked anew.
    pub fn with_profiles(&self, files: &[(DocId, Arc<File>)]) -> Self {
        update::with_profiles(self, files)
    }

    /// The articles in which somebody may be linked otherwise than in `before`, of which this store is the update.
    pub fn suspects(&self, before: &Self) -> BTreeSet<DocId> {
        changed::suspects(self, before)
    }

    /// Who a coreference chain of an article is. The rooms above ask by mention: see `World::entity_of`.
    pub fn entity_of_chain(&self, doc: &DocId, chain: Index<LocalEntity>) -> Option<&Link> {
        disambiguate::entity_of_chain(self, doc, chain)
    }

    /// Who a title means: its holder, or for a title alone whoever the article, a profile term that covers `when`, or
    /// the corpus gives it to. `when` is the window of the article's date, if known.
    pub fn holder_of(&self, title: &TitleRef, when: Option<Window>) -> Option<Link> {
        titles::holder_of(self, title, when)
    }

    /// The titles that stand alone and mean this person, ordered by document and place. `when` is an article's date.
    pub fn titles_alone(&self, id: &EntityId, when: &dyn Fn(&DocId) -> Option<Window>) -> Vec<TitleRef> {
        titles::titles_alone(self, id, when)
    }

    /// Someone with all their mentions; put together when first asked for.
    pub fn entity(&self, id: &EntityId) -> Option<&Arc<Entity>> {
        gather::entity(self, id, self.cluster(id)?)
    }

    /// All people, organisations and places, by id. Persons of a profile are there without a mention too.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.all_clusters().filter_map(|(id, cluster)| gather::entity(self, id, cluster))
    }

    /// See `World::named`.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Entity>> {
        self.ids_named(text).into_iter().filter_map(|id| self.entity(id))
    }
}

/// Names a person, organisation or place: a profile's id, else a slug of the name. Equal exactly for the same one.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub Arc<str>);

impl fmt::Debug for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a local entity is taken for this entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub entity: EntityId,
    /// In words, for hovers: "`Lavrov` is the only Lavrov of the corpus".
    pub why: Cow<'static, str>,
    /// 0–100; 100 is certain (a profile, the full name).
    pub confidence: u8,
    /// Others it might be, best first: shown, never hidden.
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

/// Someone or something the corpus talks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub id: EntityId,
    pub kind: NameKind,
    /// The profile's name, else the commonest full form (ties: the first in order of text).
    pub name: Box<str>,
    /// The profile entry, if there is one: the document and the span of the entry.
    pub profile: Option<Place>,
    /// All mentions by name, ordered by document and place.
    pub mentions: Vec<MentionRef>,
    /// Titles the corpus gives beside the name, ordered by document and place. For those that stand alone see
    /// `World::titles_alone`: who they mean depends on dates.
    pub titles: Vec<TitleRef>,
    /// Every spelling of the full name with its number of mentions, commonest first.
    pub spellings: Vec<(Box<str>, u32)>,
}
