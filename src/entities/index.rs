//! Keeps the indexes of the store in step with its spellings and articles.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::counts;
use super::key::{NameKey, OfficeKey};
use super::spelling::Spelling;
use super::store::{EntityStore, IndexedArticle, KeysByName};
use crate::names::COUNTERPART;

/// Keeps the indexes in step with one spelling.
pub fn index(
    store: &mut EntityStore,
    key: &NameKey,
    was: Option<&Arc<Spelling>>,
    is: Option<&Arc<Spelling>>,
) {
    change(&mut store.by_part, key, &parts(was), &parts(is));
    change(&mut store.by_short, key, &shorts(was), &shorts(is));
    index_offices(store, key, was, is);
}

/// The parts a name is found by: those of a full name; a surname or an acronym as a whole.
fn parts(spelling: Option<&Arc<Spelling>>) -> BTreeSet<Box<str>> {
    let Some(spelling) = spelling else { return BTreeSet::new() };
    match &spelling.short {
        Some(short) => [short.clone()].into(),
        None => spelling.parts.iter().map(|part| part.key.as_str().into()).collect(),
    }
}

/// The names that stand for a full name alone.
fn shorts(spelling: Option<&Arc<Spelling>>) -> BTreeSet<Box<str>> {
    let full = spelling.filter(|spelling| !spelling.is_short() || spelling.claims.len() > 1);
    full.map_or_else(BTreeSet::new, |spelling| spelling.short_keys().map(Into::into).collect())
}

fn offices(spelling: Option<&Arc<Spelling>>) -> BTreeSet<OfficeKey> {
    spelling.map_or_else(BTreeSet::new, |spelling| spelling.offices.keys().cloned().collect())
}

/// Keeps the index by office in step with one spelling.
fn index_offices(
    store: &mut EntityStore,
    key: &NameKey,
    was: Option<&Arc<Spelling>>,
    is: Option<&Arc<Spelling>>,
) {
    let (was, is) = (offices(was), offices(is));
    for office in was.difference(&is) {
        let Some(keys) = store.by_office.get_mut(office).map(Arc::make_mut) else { continue };
        keys.retain(|other| other != key);
        if keys.is_empty() {
            store.by_office.remove_mut(office);
        }
    }
    for office in is.difference(&was) {
        if !store.by_office.contains_key(office) {
            store.by_office.insert_mut(office.clone(), Arc::default());
        }
        if let Some(keys) = store.by_office.get_mut(office).map(Arc::make_mut)
            && let Err(at) = keys.binary_search(key)
        {
            counts::insert(keys, at, key.clone());
        }
    }
}

/// Keeps the index of titles that stand alone in step with one article.
pub fn index_alone(store: &mut EntityStore, doc: &IndexedArticle, slot: u32, there: bool) {
    let alone = doc.article.names.titles.iter().filter(|title| title.holder.is_none());
    let offices: BTreeSet<OfficeKey> = alone
        .filter(|title| title.country.is_some())
        .map(|title| match title.counterpart_of {
            Some(_) => (COUNTERPART.into(), title.country),
            None => (title.role.clone(), title.country),
        })
        .collect();
    for office in offices {
        if !store.alone.contains_key(&office) {
            store.alone.insert_mut(office.clone(), Arc::default());
        }
        let Some(slots) = store.alone.get_mut(&office).map(Arc::make_mut) else { continue };
        match (slots.binary_search(&slot), there) {
            (Err(at), true) => slots.insert(at, slot),
            (Ok(at), false) => drop(slots.remove(at)),
            _ => {}
        }
        if slots.is_empty() {
            store.alone.remove_mut(&office);
        }
    }
}

fn change(index: &mut KeysByName, key: &NameKey, was: &BTreeSet<Box<str>>, is: &BTreeSet<Box<str>>) {
    for word in was.difference(is) {
        let Some(keys) = index.get_mut(word) else { continue };
        let keys = Arc::make_mut(keys);
        keys.retain(|other| other != key);
        if keys.is_empty() {
            index.remove_mut(word);
        }
    }
    for word in is.difference(was) {
        if !index.contains_key(word) {
            index.insert_mut(word.clone(), Arc::default());
        }
        if let Some(keys) = index.get_mut(word).map(Arc::make_mut)
            && let Err(at) = keys.binary_search(key)
        {
            counts::insert(keys, at, key.clone());
        }
    }
}
