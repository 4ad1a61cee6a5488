//! All events of a corpus, as data: the accounts of each document, the blocks, the events, and the links
//! between them. `update` changes it.

use std::fmt;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use super::blocking::Block;
use super::features::Features;
use super::index::EventIndex;
use super::links::EventLinks;
use super::profiles::ProfileEvents;
use super::{Account, Event, EventId};
use crate::entities::EntityId;
use crate::meetings::LocalEvent;
use crate::text::{DocId, Index};

/// All events of a corpus. Cheap to clone; two are equal if they hold the same events.
#[derive(Clone, Default)]
pub struct EventStore {
    /// The accounts of each document, in order of its coreference chains.
    pub(super) docs: RedBlackTreeMapSync<DocId, Arc<PlacedAccounts>>,
    pub(super) blocks: HashTrieMapSync<Block, Arc<BlockMembers>>,
    pub(super) links: EventLinks,
    pub(super) index: EventIndex,
    pub(super) profile_events: Arc<ProfileEvents>,
}

/// The accounts of one document.
pub type PlacedAccounts = Vec<PlacedAccount>;

/// An account with the index of the profile event it matches, if any, and its block.
pub type PlacedAccount = (Arc<Features>, Option<usize>, Block);

/// An account with the index of the profile event it matches, if any.
pub type BlockMember = (Arc<Features>, Option<usize>);

/// One block: its members, and the meetings they form.
#[derive(Clone, Debug, Default)]
pub struct BlockMembers {
    /// In order of document and place.
    pub members: Vec<BlockMember>,
    pub ids: Vec<EventId>,
}

impl EventStore {
    /// The event of an article's coreference chain. Later rooms ask by mention: see `World::event_of`.
    pub fn event_of_chain(&self, doc: &DocId, chain: Index<LocalEvent>) -> Option<&Arc<Event>> {
        self.get(self.links.get(doc, chain)?)
    }

    /// The accounts of an article, each with its event, in order of place.
    pub fn accounts_in(&self, doc: &DocId) -> impl Iterator<Item = (&Arc<Event>, &Arc<Account>)> {
        let told = self.docs.get(doc).into_iter().flat_map(|told| told.iter());
        told.filter_map(|(features, ..)| {
            let account = &features.account;
            Some((self.event_of_chain(&account.doc, account.local)?, account))
        })
    }

    /// An event by its id.
    pub fn get(&self, id: &EventId) -> Option<&Arc<Event>> {
        self.index.get(id)
    }

    /// The events a person took part in, by id.
    pub fn with(&self, who: &EntityId) -> impl Iterator<Item = &Arc<Event>> {
        self.index.with(who)
    }

    /// The events of a series, by id.
    pub fn of_series(&self, series: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.index.of_series(series)
    }

    /// The events with a word in their name that begins with `text`, those with the most accounts first.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.index.named(text)
    }

    /// All events, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.index.iter()
    }
}

impl PartialEq for EventStore {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl fmt::Debug for EventStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|event| (&event.id, event))).finish()
    }
}
