//! Keeps the indexes of the store in step with its spellings and articles.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::counts;
use super::key::{NameKey, OfficeKey};
use super::spelling::Spelling;
use super::store::{EntityStore, IndexedArticle, KeysByName};
use crate::names::COUNTERPART;

/// Keeps the indexes in step with one group.
pub fn index(
    store: &mut EntityStore,
    key: &NameKey,
    was: Option<&Arc<Spelling>>,
    is: Option<&Arc<Spelling>>,
) {
    let by_part = |group: Option<&Arc<Spelling>>| -> BTreeSet<Box<str>> {
        group.map_or_else(BTreeSet::new, |group| match &group.short {
            Some(short) => [short.clone()].into(),
            None => group.parts.iter().map(|part| part.key.as_str().into()).collect(),
        })
    };
    change(&mut store.by_part, key, &by_part(was), &by_part(is));
    let by_short = |group: Option<&Arc<Spelling>>| -> BTreeSet<Box<str>> {
        let full = group.filter(|group| !group.is_short() || group.claims.len() > 1);
        full.map_or_else(BTreeSet::new, |group| group.short_keys().map(Into::into).collect())
    };
    change(&mut store.by_short, key, &by_short(was), &by_short(is));
    index_offices(store, key, was, is);
}

/// Keeps the index by office in step with one group.
pub fn index_offices(
    store: &mut EntityStore,
    key: &NameKey,
    was: Option<&Arc<Spelling>>,
    is: Option<&Arc<Spelling>>,
) {
    let offices = |group: Option<&Arc<Spelling>>| -> BTreeSet<OfficeKey> {
        group.map_or_else(BTreeSet::new, |group| group.offices.keys().cloned().collect())
    };
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
