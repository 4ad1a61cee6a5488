//! All entities of the articles, as data: spellings, clusters, links, and the indexes between them. `update`
//! changes it; `disambiguate`, `gather` and `titles` read it.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rpds::{HashTrieMapSync, RedBlackTreeMapSync, VectorSync};

use super::held_titles::HeldTitles;
use super::key::{NameKey, OfficeKey, kind_of};
use super::profile_persons::{ProfilePerson, ProfilePersons};
use super::spelling::Spelling;
use super::{Entity, EntityId, Link};
use crate::article::Article;
use crate::names::NameKind;
use crate::names::word_index::WordIndex;
use crate::text::DocId;
use crate::time::Window;

/// All entities of the articles. Cheap to clone; an update shares what it does not touch.
#[derive(Clone, Debug, Default)]
pub struct EntityStore {
    pub(super) docs: HashTrieMapSync<DocId, Arc<IndexedArticle>>,
    /// Articles by number: spellings hold numbers, a quarter of the size of an id. Free numbers are reused.
    pub(super) slots: VectorSync<Option<Arc<IndexedArticle>>>,
    pub(super) free: Vec<u32>,
    pub(super) spellings: HashTrieMapSync<NameKey, Arc<Spelling>>,
    /// Full names by the key of each of their parts.
    pub(super) by_part: KeysByName,
    /// Full names by each name that stands for them alone.
    pub(super) by_short: KeysByName,
    /// Spellings by the offices of their people.
    pub(super) by_office: HashTrieMapSync<OfficeKey, Arc<Vec<NameKey>>>,
    /// Articles (by slot) by the titles that stand alone in them; "his Russian counterpart" is a counterpart
    /// of ru.
    pub(super) alone: HashTrieMapSync<OfficeKey, Arc<Vec<u32>>>,
    pub(super) links: HashTrieMapSync<NameKey, SpellingLink>,
    pub(super) clusters: RedBlackTreeMapSync<EntityId, Arc<EntityCluster>>,
    pub(super) claims: ProfilePersons,
    /// Names rebound by the last change, even if to the same entity as before.
    pub(super) rebound: Arc<BTreeSet<NameKey>>,
    /// Entities by the words of their names; built on first use.
    word_index: OnceLock<WordIndex<EntityId>>,
}

/// Full names by a key of a part of them.
pub type KeysByName = HashTrieMapSync<Box<str>, Arc<Vec<NameKey>>>;

/// An article, and the key of each of its local entities.
#[derive(Clone, Debug)]
pub struct IndexedArticle {
    pub id: DocId,
    pub slot: u32,
    pub article: Arc<Article>,
    /// The days its date may be.
    pub when: Option<Window>,
    pub keys: Box<[NameKey]>,
    /// The people among them, as sorted hashes, so that two articles are compared without comparing strings.
    pub people: Box<[u64]>,
    pub held: HeldTitles,
}

impl IndexedArticle {
    /// Whether any of `people`, which are sorted, is named here.
    pub fn names_one_of(&self, people: &[u64]) -> bool {
        let (mut ours, mut theirs) = (self.people.iter().peekable(), people.iter().peekable());
        while let (Some(a), Some(b)) = (ours.peek(), theirs.peek()) {
            match a.cmp(b) {
                Ordering::Less => drop(ours.next()),
                Ordering::Greater => drop(theirs.next()),
                Ordering::Equal => return true,
            }
        }
        false
    }
}

/// An entity without its mentions, which are assembled on first use.
#[derive(Clone, Debug)]
pub struct EntityCluster {
    pub kind: NameKind,
    pub name: Box<str>,
    /// The profile that claims it.
    pub claim: Option<Arc<ProfilePerson>>,
    /// In order; none for a person whose every name is shared with another profile.
    pub keys: Box<[NameKey]>,
    /// Keys of the surnames it may be called by.
    pub shorts: Box<[Box<str>]>,
    pub cell: OnceLock<Option<Arc<Entity>>>,
}

/// What a spelling is bound to.
#[derive(Clone, Debug)]
pub enum SpellingLink {
    Cluster(Arc<Link>),
    Ambiguous(Arc<AmbiguousName>),
}

/// A spelling whose members may each be a different person.
#[derive(Debug)]
pub struct AmbiguousName {
    /// The possible entities, by id.
    pub candidates: Vec<EntityId>,
    /// The entity of the members that are none of them.
    pub own: EntityId,
    /// One per member of the spelling; computed on first use.
    pub links: Box<[OnceLock<Box<Link>>]>,
}

impl EntityStore {
    /// An article by its id.
    pub fn doc(&self, id: &DocId) -> Option<&Arc<IndexedArticle>> {
        self.docs.get(id)
    }

    /// An article by its number.
    pub fn slot(&self, slot: u32) -> Option<&Arc<IndexedArticle>> {
        self.slots.get(slot as usize).and_then(Option::as_ref)
    }

    /// The cluster of a spelling; `None` if each of its members may be a different person.
    pub fn cluster_of(&self, key: &NameKey) -> Option<(&EntityId, &Arc<EntityCluster>)> {
        match self.links.get(key)? {
            SpellingLink::Cluster(link) => self.clusters.get_key_value(&link.entity),
            SpellingLink::Ambiguous(_) => None,
        }
    }

    /// Whether the members of a spelling are resolved one by one; see [`Spelling::is_short`].
    pub fn is_short(&self, key: &NameKey) -> bool {
        self.spellings.get(key).is_some_and(|spelling| spelling.is_short())
    }

    /// The surnames (or acronyms) that are looked up by `short`.
    pub fn ambiguous_names(&self, kind: NameKind, short: &str) -> impl Iterator<Item = &NameKey> {
        let all = self.by_part.get(short).map_or(&[][..], |keys| keys.as_slice());
        all.iter().filter(move |key| kind_of(key) == kind && self.is_short(key))
    }

    /// The name an entity is shown by; empty for an unknown one.
    pub fn name(&self, id: &EntityId) -> &str {
        self.clusters.get(id).map_or("", |cluster| &cluster.name)
    }

    /// A cluster by the id of its entity.
    pub fn cluster(&self, id: &EntityId) -> Option<&EntityCluster> {
        self.clusters.get(id).map(|cluster| &**cluster)
    }

    /// The spellings of a cluster, in the order of its keys.
    pub(super) fn spellings_of<'s>(
        &'s self,
        cluster: &'s EntityCluster,
    ) -> impl Iterator<Item = &'s Arc<Spelling>> {
        cluster.keys.iter().filter_map(|key| self.spellings.get(key))
    }

    /// By id.
    pub fn all_clusters(&self) -> impl Iterator<Item = (&EntityId, &EntityCluster)> {
        self.clusters.iter().map(|(id, cluster)| (id, &**cluster))
    }

    /// The ids of entities with a word in their names that begins with `text`, most mentioned first.
    pub fn ids_named<'s>(&'s self, text: &str) -> impl Iterator<Item = &'s EntityId> + use<'s> {
        self.word_index().find(text)
    }

    fn word_index(&self) -> &WordIndex<EntityId> {
        self.word_index.get_or_init(|| {
            let mut word_index = WordIndex::default();
            self.clusters.iter().for_each(|(id, cluster)| self.file(&mut word_index, id, cluster));
            word_index
        })
    }

    fn file(&self, word_index: &mut WordIndex<EntityId>, id: &EntityId, cluster: &EntityCluster) {
        let names =
            self.spellings_of(cluster).flat_map(|spelling| spelling.written.keys()).map(|name| &**name);
        let weight =
            self.spellings_of(cluster).flat_map(|spelling| spelling.written.iter()).map(|(_, n)| n).sum();
        word_index.put(id, names.chain([&*cluster.name]), weight);
    }

    /// Adds an entity.
    pub fn enter(&mut self, id: EntityId, cluster: EntityCluster) {
        if let Some(mut word_index) = self.word_index.take() {
            self.file(&mut word_index, &id, &cluster);
            self.word_index = word_index.into();
        }
        self.clusters.insert_mut(id, Arc::new(cluster));
    }

    /// Removes an entity and returns whether it was there.
    pub fn leave(&mut self, id: &EntityId) -> bool {
        if let Some(word_index) = self.word_index.get_mut() {
            word_index.remove(id);
        }
        self.clusters.remove_mut(id)
    }
}
