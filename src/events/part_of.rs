//! Which event another is part of, once all have their ids: talks during a visit, a bilateral meeting beside
//! a summit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::store::EventStore;
use super::{Event, EventId};
use crate::text::DocId;

/// Sets what meetings are part of, now that all have their ids: for new meetings, and for all those of
/// documents in which a meeting changed.
pub fn attach(store: &mut EventStore, mut ids: BTreeSet<EventId>, docs: &BTreeSet<DocId>) {
    for (doc, told) in docs.iter().filter_map(|doc| Some((doc, store.docs.get(doc)?))) {
        let locals = told.iter().map(|(features, ..)| features.account.local);
        ids.extend(locals.filter_map(|local| store.links.get(doc, local)).cloned());
    }
    for id in ids {
        let Some(event) = store.index.get(&id) else { continue };
        let part_of = container(store, event);
        if part_of != event.part_of {
            let changed = Event { part_of, ..Event::clone(event) };
            store.index.put(Arc::new(changed));
        }
    }
}

/// The event that most accounts give as the whole; the first, if several are named equally often.
fn container(store: &EventStore, event: &Event) -> Option<EventId> {
    let mut votes: BTreeMap<&EventId, usize> = BTreeMap::new();
    for account in &event.accounts {
        let whole = store.docs.get(&account.doc).and_then(|told| {
            told.iter().find(|(features, ..)| features.account.local == account.local)?.0.part_of
        });
        if let Some(id) = whole.and_then(|local| store.links.get(&account.doc, local))
            && *id != event.id
        {
            *votes.entry(id).or_default() += 1;
        }
    }
    let most = votes.values().max().copied()?;
    votes.into_iter().find(|(_, n)| *n == most).map(|(id, _)| id.clone())
}
