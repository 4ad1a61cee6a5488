//! The event of each local meeting of each document. Copies share what did not change.

use std::sync::Arc;

use rpds::HashTrieMapSync;

use super::{DocId, EventId};
use crate::meetings::LocalEvent;
use crate::text::Index;

#[derive(Clone, Debug, Default)]
pub(super) struct EventLinks(HashTrieMapSync<DocId, Arc<Vec<Option<EventId>>>>);

impl EventLinks {
    /// The event of a local meeting.
    pub fn get(&self, doc: &DocId, local: Index<LocalEvent>) -> Option<&EventId> {
        self.0.get(doc)?.get(local.row())?.as_ref()
    }

    /// Records the event of an account; `None` if the event no longer exists.
    pub fn set(&mut self, (doc, local): &(DocId, Index<LocalEvent>), id: Option<EventId>) {
        if !self.0.contains_key(doc) {
            self.0.insert_mut(doc.clone(), Arc::default());
        }
        let Some(all) = self.0.get_mut(doc).map(Arc::make_mut) else { return };
        let at = local.row();
        if all.len() <= at {
            all.reserve_exact(at + 1 - all.len());
            all.resize(at + 1, None);
        }
        if let Some(home) = all.get_mut(at) {
            *home = id;
        }
        if all.iter().all(Option::is_none) {
            self.0.remove_mut(doc);
        }
    }
}
