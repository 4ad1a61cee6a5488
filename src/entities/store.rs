//! The register itself: what it holds, how it changes, and how it is asked.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use rpds::{HashTrieMapSync, RedBlackTreeMapSync, VectorSync};
use rustc_hash::FxHasher;

use super::changed::same_names;
use super::claims::Claims;
use super::cluster::{Bound, kind_of};
use super::spelling::{Claim, Group, Key, Member, OfficeKey, Said, key_of, titles_of};
use super::{Entity, EntityId, Link, MentionRef, TitleRef};
use crate::article::Article;
use crate::names::word_index::WordIndex;
use crate::names::{LocalEntity, NameKind};
use crate::parallel;
use crate::profiles::file::File;
use crate::text::normalise::one_line;
use crate::text::{DocId, Index, indexed};
use crate::time::Window;

/// Everybody and everything the articles talk about. Cheap to clone; an update shares what it does not touch.
#[derive(Clone, Debug, Default)]
pub struct EntityStore {
    docs: HashTrieMapSync<DocId, Arc<Doc>>,
    /// Articles by number: groups hold numbers, which are a quarter of an id. A free number is used again.
    slots: VectorSync<Option<Arc<Doc>>>,
    free: Vec<u32>,
    pub(super) groups: HashTrieMapSync<Key, Arc<Group>>,
    /// Full names by the key of each of their parts.
    pub(super) by_part: KeysByName,
    /// Full names by each name that stands for them alone.
    pub(super) by_short: KeysByName,
    /// Groups by what their people are.
    pub(super) by_office: HashTrieMapSync<OfficeKey, Arc<Vec<Key>>>,
    /// Articles (by slot) by the titles that stand alone in them; "his Russian counterpart" is a counterpart of ru.
    pub(super) alone: HashTrieMapSync<OfficeKey, Arc<Vec<u32>>>,
    pub(super) bound: HashTrieMapSync<Key, Bound>,
    pub(super) nodes: RedBlackTreeMapSync<EntityId, Arc<Node>>,
    pub(super) claims: Claims,
    /// Names that the last change bound anew, if only to whom they were bound before.
    pub(super) rebound: Arc<BTreeSet<Key>>,
    /// Entities by the words of their names; made when somebody asks.
    word_index: OnceLock<WordIndex<EntityId>>,
}

/// An article that is new or changed, and the days its date may be.
pub type Told = (DocId, Arc<Article>, Option<Window>);

/// So many articles are looked at in parallel before they are taken in, one after the other.
const AT_ONCE: usize = 256;

pub(super) type KeysByName = HashTrieMapSync<Box<str>, Arc<Vec<Key>>>;

/// An article, and the group of each of its local entities.
#[derive(Clone, Debug)]
pub(super) struct Doc {
    pub id: DocId,
    slot: u32,
    pub article: Arc<Article>,
    /// The days its date may be.
    pub when: Option<Window>,
    pub keys: Box<[Key]>,
    /// The people among them, as hashes, sorted: two articles are compared without looking at a letter.
    pub people: Box<[u64]>,
}

/// What the register takes from an article, worked out before it is taken in.
struct Reading {
    keys: Box<[Key]>,
    people: Box<[u64]>,
    /// One a local entity.
    said: Vec<Said>,
}

impl Reading {
    fn of(article: &Article) -> Self {
        let keys: Box<[Key]> = article.names.entities.iter().map(|l| key_of(l.kind, &l.name)).collect();
        let people = keys.iter().filter(|key| kind_of(key) == NameKind::Person).map(hash);
        let mut people: Vec<u64> = people.collect();
        people.sort_unstable();
        Self { people: people.into(), keys, said: said(article) }
    }
}

fn said(article: &Article) -> Vec<Said> {
    let locals = indexed(&article.names.entities);
    locals.map(|(at, local)| Said::of(article, at, local)).collect()
}

impl Doc {
    /// Whether somebody of `people`, sorted, is named here.
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

/// The same on every machine and in every run.
pub(super) fn hash(key: &Key) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}

/// An entity without its mentions, which are put together when somebody asks.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub kind: NameKind,
    pub name: Box<str>,
    /// The profile that claims it.
    pub claim: Option<Arc<Claim>>,
    /// In order; none for somebody whose every name is shared with another profile.
    pub groups: Box<[Key]>,
    /// Keys of the surnames it may be called by.
    pub shorts: Box<[Box<str>]>,
    pub cell: OnceLock<Option<Arc<Entity>>>,
}

impl EntityStore {
    /// The register after `removed` have gone and `added` have come or have another text. The result depends only
    /// on the set of articles and profiles that remain.
    pub fn update(&self, removed: &[DocId], added: &[Told]) -> Self {
        let mut next = self.clone();
        let mut touched = BTreeSet::new();
        for id in removed {
            next.take(id, &mut touched);
        }
        for some in added.chunks(AT_ONCE) {
            let new = some.iter().filter(|(id, article, when)| !next.renew(id, article, *when)).collect();
            let read = parallel::map(new, |told: &Told| (told, Reading::of(&told.1)));
            for ((id, article, when), reading) in read {
                next.take(id, &mut touched);
                next.put(id, article, *when, reading, &mut touched);
            }
        }
        next.rebind(self, &touched);
        next
    }

    /// The register with these profile files in place of those it had. Only names that the changed entries claim
    /// are linked anew.
    pub fn with_profiles(&self, files: &[(DocId, Arc<File>)]) -> Self {
        let mut next = self.clone();
        let mut touched = BTreeSet::new();
        next.claims = Claims::of(files);
        for (key, claims) in self.claims.differing(&next.claims) {
            next.change(&key, &mut touched, |group| group.claims = claims);
        }
        // An id that a profile takes or gives up may be the slug of a name.
        for id in self.claims.ids().chain(next.claims.ids()) {
            let key: Key = format!("p {}", id.trim_end_matches("-unlisted").replace('-', " ")).into();
            if self.claims.has(id) != next.claims.has(id) && next.groups.contains_key(&key) {
                touched.insert(key);
            }
        }
        next.rebind(self, &touched);
        next
    }

    /// Who a coreference chain of an article is. The rooms above ask by mention: see `World::entity_of`.
    pub fn entity_of_chain(&self, doc: &DocId, chain: Index<LocalEntity>) -> Option<&Link> {
        let doc = self.docs.get(doc)?;
        self.link_of(doc.slot, doc.keys.get(chain.row())?, chain)
    }

    /// Someone with all their mentions; put together when first asked for.
    pub fn entity(&self, id: &EntityId) -> Option<&Arc<Entity>> {
        self.nodes.get(id).and_then(|node| self.tell(id, node))
    }

    /// All people, organisations and places, by id. Persons of a profile are there without a mention too.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.nodes.iter().filter_map(|(id, node)| self.tell(id, node))
    }

    /// See `World::named`.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Entity>> {
        self.word_index().find(text).into_iter().filter_map(|id| self.entity(id))
    }

    fn word_index(&self) -> &WordIndex<EntityId> {
        self.word_index.get_or_init(|| {
            let mut word_index = WordIndex::default();
            self.nodes.iter().for_each(|(id, node)| self.file(&mut word_index, id, node));
            word_index
        })
    }

    fn file(&self, word_index: &mut WordIndex<EntityId>, id: &EntityId, node: &Node) {
        let groups = || node.groups.iter().filter_map(|key| self.groups.get(key));
        let spellings = groups().flat_map(|group| group.spellings.keys()).map(|name| &**name);
        let weight = groups().flat_map(|group| group.spellings.iter()).map(|(_, n)| n).sum();
        word_index.put(id, spellings.chain([&*node.name]), weight);
    }

    /// Puts an entity among the others.
    pub(super) fn enter(&mut self, id: EntityId, node: Node) {
        if let Some(mut word_index) = self.word_index.take() {
            self.file(&mut word_index, &id, &node);
            self.word_index = word_index.into();
        }
        self.nodes.insert_mut(id, Arc::new(node));
    }

    /// Takes an entity away; whether it was there.
    pub(super) fn leave(&mut self, id: &EntityId) -> bool {
        if let Some(word_index) = self.word_index.get_mut() {
            word_index.remove(id);
        }
        self.nodes.remove_mut(id)
    }

    pub(super) fn doc(&self, id: &DocId) -> Option<&Arc<Doc>> {
        self.docs.get(id)
    }

    pub(super) fn slot(&self, slot: u32) -> Option<&Arc<Doc>> {
        self.slots.get(slot as usize).and_then(Option::as_ref)
    }

    fn link_of(&self, slot: u32, key: &Key, local: Index<LocalEntity>) -> Option<&Link> {
        match self.bound.get(key)? {
            Bound::Full(link) => Some(link),
            Bound::Short(bucket) => {
                let group = self.groups.get(key)?;
                let at = group.members.binary_search(&(slot, local)).ok()?;
                Some(bucket.links.get(at)?.get_or_init(|| Box::new(self.resolve(bucket, key, (slot, local)))))
            }
        }
    }

    /// Puts the new version of an article in place of one that says the same of people on the same day: most keystrokes.
    fn renew(&mut self, id: &DocId, article: &Arc<Article>, when: Option<Window>) -> bool {
        let same = |doc: &&Arc<Doc>| doc.when == when && same_names(&doc.article, article);
        let Some(doc) = self.docs.get(id).filter(same) else {
            return false;
        };
        let (slot, doc) = (doc.slot, Doc { article: article.clone(), ..Doc::clone(doc) });
        let doc = Arc::new(doc);
        self.slots.set_mut(slot as usize, Some(doc.clone()));
        self.docs.insert_mut(id.clone(), doc);
        true
    }

    fn put(
        &mut self,
        id: &DocId,
        article: &Arc<Article>,
        when: Option<Window>,
        reading: Reading,
        touched: &mut BTreeSet<Key>,
    ) {
        let slot = self.free.pop().unwrap_or(self.slots.len() as u32);
        let Reading { keys, people, said } = reading;
        let doc = Arc::new(Doc { id: id.clone(), slot, article: article.clone(), when, keys, people });
        if !self.slots.set_mut(slot as usize, Some(doc.clone())) {
            self.slots.push_back_mut(Some(doc.clone()));
        }
        self.docs.insert_mut(id.clone(), doc.clone());
        self.index_alone(&doc, slot, true);
        self.count(&doc, &said, touched, Group::add);
    }

    fn take(&mut self, id: &DocId, touched: &mut BTreeSet<Key>) {
        let Some(doc) = self.docs.get(id).cloned() else { return };
        self.docs.remove_mut(id);
        self.slots.set_mut(doc.slot as usize, None);
        self.free.push(doc.slot);
        self.index_alone(&doc, doc.slot, false);
        self.count(&doc, &said(&doc.article), touched, Group::remove);
    }

    fn count(
        &mut self,
        doc: &Doc,
        said: &[Said],
        touched: &mut BTreeSet<Key>,
        change: fn(&mut Group, Member, &Said),
    ) {
        for (at, (said, key)) in said.iter().zip(&doc.keys).enumerate() {
            self.change(key, touched, |group| change(group, (doc.slot, Index::new(at)), said));
        }
    }

    /// Changes a group; one that is empty afterwards is gone.
    fn change(&mut self, key: &Key, touched: &mut BTreeSet<Key>, change: impl FnOnce(&mut Group)) {
        if !self.groups.contains_key(key) {
            self.groups.insert_mut(key.clone(), Arc::new(Group::new(key)));
        }
        if let Some(group) = self.groups.get_mut(key) {
            let group = Arc::make_mut(group);
            change(group);
            if group.is_empty() {
                self.groups.remove_mut(key);
            }
        }
        touched.insert(key.clone());
    }

    /// Puts an entity together; `None` for a surname all of whose mentions turned out to be somebody.
    fn tell<'r>(&'r self, id: &EntityId, node: &'r Node) -> Option<&'r Arc<Entity>> {
        node.cell.get_or_init(|| self.gather(id, node).map(Arc::new)).as_ref()
    }

    fn gather(&self, id: &EntityId, node: &Node) -> Option<Entity> {
        let mut locals: Vec<(&Doc, Index<LocalEntity>)> = Vec::new();
        let shorts = node.shorts.iter().flat_map(|short| self.buckets(node.kind, short));
        let claimed = self.claims.keys(&id.0).iter().filter(|key| self.is_short(key));
        let keys: BTreeSet<&Key> = node.groups.iter().chain(shorts).chain(claimed).collect();
        for key in keys {
            let Some(group) = self.groups.get(key) else { continue };
            let all = matches!(self.bound.get(key), Some(Bound::Full(_)));
            for (slot, local) in &group.members {
                if all || self.link_of(*slot, key, *local).is_some_and(|link| link.entity == *id) {
                    locals.extend(self.slot(*slot).map(|doc| (doc.as_ref(), *local)));
                }
            }
        }
        if locals.is_empty() && node.claim.is_none() {
            return None;
        }
        locals.sort_by(|a, b| (&a.0.id, a.1).cmp(&(&b.0.id, b.1)));
        locals.dedup_by(|a, b| a.0.slot == b.0.slot && a.1 == b.1);
        let (mut mentions, mut titles) = (Vec::new(), Vec::new());
        for (doc, local) in locals {
            let names = &doc.article.names;
            let of_local = local.of(&names.entities).map_or(&[][..], |local| &local.mentions);
            mentions
                .extend(of_local.iter().map(|mention| MentionRef { doc: doc.id.clone(), mention: *mention }));
            let own = titles_of(&doc.article, local);
            titles.extend(own.map(|(title, _)| TitleRef { doc: doc.id.clone(), title }));
        }
        mentions.sort();
        titles.sort();
        let mut spellings: Vec<(Box<str>, u32)> = self.spellings(node);
        spellings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Some(Entity {
            id: id.clone(),
            kind: node.kind,
            name: node.name.clone(),
            profile: node.claim.as_ref().map(|claim| claim.place.clone()),
            mentions,
            titles,
            spellings,
        })
    }

    fn spellings(&self, node: &Node) -> Vec<(Box<str>, u32)> {
        let groups = node.groups.iter().filter_map(|key| self.groups.get(key));
        let mut all: std::collections::BTreeMap<Box<str>, u32> = std::collections::BTreeMap::new();
        for (spelling, n) in groups.flat_map(|group| group.spellings.iter()) {
            *all.entry(one_line(spelling).into()).or_default() += n;
        }
        all.into_iter().collect()
    }
}
