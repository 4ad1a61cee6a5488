//! Events by id, by participant and by series. Copies share their nodes: a change copies only what it
//! touches.

use std::sync::{Arc, OnceLock};

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use super::{EntityId, Event, EventId};
use crate::names::word_index::WordIndex;

type ById = RedBlackTreeMapSync<EventId, Arc<Event>>;

#[derive(Clone, Default)]
pub(super) struct EventIndex {
    all: ById,
    people: HashTrieMapSync<EntityId, ById>,
    series: HashTrieMapSync<Box<str>, ById>,
    /// By place.
    places: HashTrieMapSync<EntityId, ById>,
    /// By the words of the series.
    words: HashTrieMapSync<Box<str>, ById>,
    /// By the words of their names; built on first use.
    word_index: OnceLock<WordIndex<EventId>>,
}

impl PartialEq for EventIndex {
    fn eq(&self, other: &Self) -> bool {
        (&self.all, &self.people, &self.series) == (&other.all, &other.people, &other.series)
    }
}

impl EventIndex {
    /// Adds an event, replacing the one with its id.
    pub fn put(&mut self, event: Arc<Event>) {
        let before = self.all.get(&event.id).cloned();
        if let Some(before) =
            before.filter(|b| b.who != event.who || b.series != event.series || b.place != event.place)
        {
            self.remove(&before.id);
        }
        let id = &event.id;
        for who in &event.who {
            enter(&mut self.people, who, id, &event);
        }
        if let Some(series) = &event.series {
            enter(&mut self.series, series, id, &event);
            series.split(' ').for_each(|word| enter(&mut self.words, &word.into(), id, &event));
        }
        if let Some(place) = &event.place {
            enter(&mut self.places, place, id, &event);
        }
        if let Some(word_index) = self.word_index.get_mut() {
            file(word_index, &event);
        }
        self.all.insert_mut(id.clone(), event);
    }

    /// Removes an event; does nothing if there is none with this id.
    pub fn remove(&mut self, id: &EventId) {
        let Some(event) = self.all.get(id).cloned() else { return };
        for who in &event.who {
            strike(&mut self.people, who, id);
        }
        if let Some(series) = &event.series {
            strike(&mut self.series, series, id);
            series.split(' ').for_each(|word| strike(&mut self.words, &word.into(), id));
        }
        if let Some(place) = &event.place {
            strike(&mut self.places, place, id);
        }
        if let Some(word_index) = self.word_index.get_mut() {
            word_index.remove(id);
        }
        self.all.remove_mut(id);
    }

    /// An event by its id.
    pub fn get(&self, id: &EventId) -> Option<&Arc<Event>> {
        self.all.get(id)
    }

    /// Those with a word in their name that begins with `text`, those with the most accounts first.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Event>> {
        let word_index = self.word_index.get_or_init(|| {
            let mut word_index = WordIndex::default();
            self.all.values().for_each(|event| file(&mut word_index, event));
            word_index
        });
        word_index.find(text).filter_map(|id| self.get(id))
    }

    /// All, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.all.values()
    }

    /// Those a person took part in, by id.
    pub fn with(&self, who: &EntityId) -> impl Iterator<Item = &Arc<Event>> {
        self.people.get(who).into_iter().flat_map(|all| all.values())
    }

    /// Those in a place.
    pub fn at(&self, place: &EntityId) -> impl Iterator<Item = &Arc<Event>> {
        self.places.get(place).into_iter().flat_map(|all| all.values())
    }

    /// Those whose series has one of the words of this one's key.
    pub fn with_word_of(&self, series: &str) -> impl Iterator<Item = &Arc<Event>> {
        series.split(' ').filter_map(|word| self.words.get(word)).flat_map(|all| all.values())
    }

    /// Those of a series, by id.
    pub fn of_series(&self, series: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.series.get(series).into_iter().flat_map(|all| all.values())
    }
}

fn file(word_index: &mut WordIndex<EventId>, event: &Event) {
    word_index.put(&event.id, [&*event.name], event.accounts.len() as u32);
}

fn enter<K: Clone + Eq + std::hash::Hash>(
    lists: &mut HashTrieMapSync<K, ById>,
    key: &K,
    id: &EventId,
    event: &Arc<Event>,
) {
    if let Some(list) = lists.get_mut(key) {
        list.insert_mut(id.clone(), event.clone());
    } else {
        let mut list = ById::default();
        list.insert_mut(id.clone(), event.clone());
        lists.insert_mut(key.clone(), list);
    }
}

fn strike<K: Clone + Eq + std::hash::Hash>(lists: &mut HashTrieMapSync<K, ById>, key: &K, id: &EventId) {
    let Some(list) = lists.get_mut(key) else { return };
    list.remove_mut(id);
    // A half-typed name leaves no trace.
    if list.is_empty() {
        lists.remove_mut(key);
    }
}
