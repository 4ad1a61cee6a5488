//! Meetings by id, by who took part and by series. Its copies share their nodes: a change copies only what it
//! touches.

use std::sync::{Arc, OnceLock};

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use super::super::finder::Finder;
use super::{EntityId, Gathering, GatheringId};

type ById = RedBlackTreeMapSync<GatheringId, Arc<Gathering>>;

#[derive(Clone, Default)]
pub(super) struct Catalogue {
    all: ById,
    people: HashTrieMapSync<EntityId, ById>,
    series: HashTrieMapSync<Box<str>, ById>,
    /// By the words of their names; made when somebody asks.
    finder: OnceLock<Finder<GatheringId>>,
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        (&self.all, &self.people, &self.series) == (&other.all, &other.people, &other.series)
    }
}

impl Catalogue {
    /// Takes a meeting in, in place of the one that had its id.
    pub fn put(&mut self, gathering: Arc<Gathering>) {
        let before = self.all.get(&gathering.id).cloned();
        if let Some(before) = before.filter(|b| b.who != gathering.who || b.series != gathering.series) {
            self.remove(&before.id);
        }
        let id = &gathering.id;
        for who in &gathering.who {
            enter(&mut self.people, who, id, &gathering);
        }
        if let Some(series) = &gathering.series {
            enter(&mut self.series, series, id, &gathering);
        }
        if let Some(finder) = self.finder.get_mut() {
            file(finder, &gathering);
        }
        self.all.insert_mut(id.clone(), gathering);
    }

    pub fn remove(&mut self, id: &GatheringId) {
        let Some(gathering) = self.all.get(id).cloned() else { return };
        for who in &gathering.who {
            strike(&mut self.people, who, id);
        }
        if let Some(series) = &gathering.series {
            strike(&mut self.series, series, id);
        }
        if let Some(finder) = self.finder.get_mut() {
            finder.remove(id);
        }
        self.all.remove_mut(id);
    }

    pub fn get(&self, id: &GatheringId) -> Option<&Arc<Gathering>> {
        self.all.get(id)
    }

    /// Those of whose name some word begins with `text`, the most told first.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Gathering>> {
        let finder = self.finder.get_or_init(|| {
            let mut finder = Finder::default();
            self.all.values().for_each(|gathering| file(&mut finder, gathering));
            finder
        });
        finder.find(text).into_iter().filter_map(|id| self.get(id))
    }

    /// All, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Gathering>> {
        self.all.values()
    }

    /// Those somebody took part in, by id.
    pub fn with(&self, who: &EntityId) -> impl Iterator<Item = &Arc<Gathering>> {
        self.people.get(who).into_iter().flat_map(|all| all.values())
    }

    /// Those of a series, by id.
    pub fn of_series(&self, series: &str) -> impl Iterator<Item = &Arc<Gathering>> {
        self.series.get(series).into_iter().flat_map(|all| all.values())
    }
}

fn file(finder: &mut Finder<GatheringId>, gathering: &Gathering) {
    finder.put(&gathering.id, [&*gathering.name], gathering.accounts.len() as u32);
}

fn enter<K: Clone + Eq + std::hash::Hash>(
    lists: &mut HashTrieMapSync<K, ById>,
    key: &K,
    id: &GatheringId,
    gathering: &Arc<Gathering>,
) {
    if let Some(list) = lists.get_mut(key) {
        list.insert_mut(id.clone(), gathering.clone());
    } else {
        let mut list = ById::default();
        list.insert_mut(id.clone(), gathering.clone());
        lists.insert_mut(key.clone(), list);
    }
}

fn strike<K: Clone + Eq + std::hash::Hash>(lists: &mut HashTrieMapSync<K, ById>, key: &K, id: &GatheringId) {
    let Some(list) = lists.get_mut(key) else { return };
    list.remove_mut(id);
    // A name that was only being typed leaves no trace.
    if list.is_empty() {
        lists.remove_mut(key);
    }
}
