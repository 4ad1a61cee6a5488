//! Articles and profiles change: their spellings are counted, and the names affected are clustered again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::held_titles::HeldTitles;
use super::key::{Month, NameKey, hash, key_of, kind_of, month_of};
use super::profile_persons::ProfilePersons;
use super::spelling::{LocalCounts, Member, Spelling};
use super::store::{EntityStore, IndexedArticle};
use super::{cluster, index};
use crate::article::Article;
use crate::names::NameKind;
use crate::parallel;
use crate::profiles::file::File;
use crate::text::{DocId, Index, indexed};
use crate::time::Window;

/// An article that is new or changed, and the days its date may be.
pub type DatedNames = (DocId, Arc<Article>, Option<Window>);

/// Articles examined in parallel before they are added one by one. More would keep the results for all of
/// them in memory.
const MAX_READ_AT_ONCE: usize = 256;

/// The store without the articles `removed` and with those `added`, new or changed. The result depends only
/// on the set of articles and profiles that remain.
pub fn update(store: &EntityStore, removed: &[DocId], added: &[DatedNames]) -> EntityStore {
    let mut next = store.clone();
    let mut touched = BTreeSet::new();
    for id in removed {
        take(&mut next, id, &mut touched);
    }
    for some in added.chunks(MAX_READ_AT_ONCE) {
        let new = some.iter().filter(|(id, article, when)| !renew(&mut next, id, article, *when)).collect();
        let read = parallel::map(new, |told: &DatedNames| (told, ArticleKeys::of(&told.1)));
        for ((id, article, when), reading) in read {
            take(&mut next, id, &mut touched);
            put(&mut next, id, article, *when, reading, &mut touched);
        }
    }
    cluster::rebind(&mut next, store, &touched);
    next
}

/// The store with these profile files replacing its earlier ones. Only names that the changed entries claim
/// are relinked.
pub fn with_profiles(store: &EntityStore, files: &[(DocId, Arc<File>)]) -> EntityStore {
    let mut next = store.clone();
    let mut touched = BTreeSet::new();
    next.claims = ProfilePersons::of(files);
    if next.claims == store.claims {
        return next;
    }
    for (key, claims) in store.claims.differing(&next.claims) {
        change_spelling(&mut next, &key, &mut touched, |group| group.claims = claims);
    }
    // An id that a profile takes or releases may be the slug of a name.
    for id in store.claims.ids().chain(next.claims.ids()) {
        let key: NameKey = format!("p {}", id.trim_end_matches("-unlisted").replace('-', " ")).into();
        if store.claims.has(id) != next.claims.has(id) && next.spellings.contains_key(&key) {
            touched.insert(key);
        }
    }
    cluster::rebind(&mut next, store, &touched);
    next
}

/// Replaces an article by a version that says the same about people on the same day, as after most
/// keystrokes.
fn renew(store: &mut EntityStore, id: &DocId, article: &Arc<Article>, when: Option<Window>) -> bool {
    let same = store.docs.get(id).filter(|doc| doc.when == when && same_names(&doc.article, article));
    let Some(doc) = same else { return false };
    let (slot, doc) = (doc.slot, IndexedArticle { article: article.clone(), ..IndexedArticle::clone(doc) });
    let doc = Arc::new(doc);
    store.slots.set_mut(slot as usize, Some(doc.clone()));
    store.docs.insert_mut(id.clone(), doc);
    true
}

fn put(
    store: &mut EntityStore,
    id: &DocId,
    article: &Arc<Article>,
    when: Option<Window>,
    reading: ArticleKeys,
    touched: &mut BTreeSet<NameKey>,
) {
    let slot = store.free.pop().unwrap_or(store.slots.len() as u32);
    let ArticleKeys { keys, people, held, said } = reading;
    let (id, article) = (id.clone(), article.clone());
    let doc = Arc::new(IndexedArticle { id: id.clone(), slot, article, when, keys, people, held });
    if !store.slots.set_mut(slot as usize, Some(doc.clone())) {
        store.slots.push_back_mut(Some(doc.clone()));
    }
    store.docs.insert_mut(id, doc.clone());
    index::index_alone(store, &doc, slot, true);
    count(store, &doc, &said, touched, Spelling::add);
}

fn take(store: &mut EntityStore, id: &DocId, touched: &mut BTreeSet<NameKey>) {
    let Some(doc) = store.docs.get(id).cloned() else { return };
    store.docs.remove_mut(id);
    store.slots.set_mut(doc.slot as usize, None);
    store.free.push(doc.slot);
    index::index_alone(store, &doc, doc.slot, false);
    count(store, &doc, &said(&doc.article, &doc.held), touched, Spelling::remove);
}

fn count(
    store: &mut EntityStore,
    doc: &IndexedArticle,
    said: &[LocalCounts],
    touched: &mut BTreeSet<NameKey>,
    change: fn(&mut Spelling, Member, &LocalCounts, Option<Month>),
) {
    let month = month_of(doc.when);
    for (at, (said, key)) in said.iter().zip(&doc.keys).enumerate() {
        change_spelling(store, key, touched, |group| change(group, (doc.slot, Index::new(at)), said, month));
    }
}

/// Changes a spelling and removes it if it is then empty.
fn change_spelling(
    store: &mut EntityStore,
    key: &NameKey,
    touched: &mut BTreeSet<NameKey>,
    change: impl FnOnce(&mut Spelling),
) {
    if !store.spellings.contains_key(key) {
        store.spellings.insert_mut(key.clone(), Arc::new(Spelling::new(key)));
    }
    if let Some(group) = store.spellings.get_mut(key) {
        let group = Arc::make_mut(group);
        change(group);
        if group.is_empty() {
            store.spellings.remove_mut(key);
        }
    }
    touched.insert(key.clone());
}

/// What the store keeps of an article, computed before the article is added.
struct ArticleKeys {
    keys: Box<[NameKey]>,
    people: Box<[u64]>,
    held: HeldTitles,
    /// One per local entity.
    said: Vec<LocalCounts>,
}

impl ArticleKeys {
    fn of(article: &Article) -> Self {
        let keys: Box<[NameKey]> = article.names.entities.iter().map(|l| key_of(l.kind, &l.name)).collect();
        let people = keys.iter().filter(|key| kind_of(key) == NameKind::Person).map(hash);
        let mut people: Vec<u64> = people.collect();
        people.sort_unstable();
        let held = HeldTitles::of(&article.names);
        Self { people: people.into(), keys, said: said(article, &held), held }
    }
}

fn said(article: &Article, held: &HeldTitles) -> Vec<LocalCounts> {
    let locals = indexed(&article.names.entities);
    locals.map(|(at, local)| LocalCounts::of(article, held, at, local)).collect()
}

/// Whether two versions of an article say the same about people, wherever in the text.
fn same_names(a: &Article, b: &Article) -> bool {
    let (x, y) = (&a.names, &b.names);
    let mut mentions = x.mentions.iter().zip(&y.mentions);
    let mut titles = x.titles.iter().zip(&y.titles);
    x.entities == y.entities
        && x.mentions.len() == y.mentions.len()
        && x.titles.len() == y.titles.len()
        && mentions.all(|(m, n)| {
            (m.kind, m.form, m.entity, m.title) == (n.kind, n.form, n.entity, n.title)
                && a.text.slice(m.span) == b.text.slice(n.span)
        })
        && titles.all(|(t, u)| {
            (t.holder, &t.role, &t.org, t.country, t.qualifier, t.counterpart_of)
                == (u.holder, &u.role, &u.org, u.country, u.qualifier, u.counterpart_of)
        })
}
