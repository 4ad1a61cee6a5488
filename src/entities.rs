//! Who is who across articles: names by all their tokens, surnames by what fits, profiles before inference.
//!
//! [`EntityStore`] is a pure function of the set of articles and profiles, whatever the order they came in. It is kept
//! so that an edit relinks only the names it touches; what is costly (a surname with several bearers, the list of
//! all mentions of a person) is worked out when somebody asks, and remembered until a change touches it.

mod changed;
mod claims;
mod cluster;
mod counts;
mod disambiguate;
mod spelling;
mod store;
mod titles;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::names::{Mention, NameKind, Title};
use crate::text::{DocId, Index, Place};

pub use store::EntityStore;

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
