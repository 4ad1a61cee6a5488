//! The World as the server holds it: read without a lock, written by one at a time. A bulk load is worked out beside
//! the typing and never makes it wait; what was typed meanwhile is played again on top.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;

use crate::corpus::{Change, DocId, World};

#[derive(Debug, Default)]
pub struct Store {
    current: ArcSwap<World>,
    writer: Mutex<Journal>,
    /// Held by a bulk write from beginning to end: there is one at a time.
    bulk: Mutex<()>,
}

/// The last change to each document since the bulk write under way took its snapshot; `None` when there is none.
type Journal = Option<BTreeMap<DocId, Change>>;

impl Store {
    pub fn snapshot(&self) -> Arc<World> {
        self.current.load_full()
    }

    /// One keystroke, one file: quick, and done when this returns.
    pub fn write(&self, change: Change) {
        let mut journal = lock(&self.writer);
        if let Some(journal) = journal.as_mut() {
            journal.insert(subject(&change).clone(), change.clone());
        }
        self.current.store(Arc::new(applied(&self.snapshot(), vec![change])));
    }

    /// Many files, but for those that are open in an editor: one opened before `is_open` is asked is left out, one
    /// opened after it is in the journal.
    pub fn write_bulk(&self, mut changes: Vec<Change>, is_open: impl Fn(&DocId) -> bool) {
        let _one = lock(&self.bulk);
        let before = {
            let mut journal = lock(&self.writer);
            *journal = Some(BTreeMap::new());
            self.snapshot()
        };
        changes.retain(|change| !is_open(subject(change)));
        let after = applied(&before, changes);
        let mut journal = lock(&self.writer);
        let typed: Vec<_> = journal.take().into_iter().flat_map(BTreeMap::into_values).collect();
        let after = if typed.is_empty() { after } else { applied(&after, typed) };
        self.current.store(Arc::new(after));
    }
}

pub fn subject(change: &Change) -> &DocId {
    match change {
        Change::Article { doc, .. } | Change::Profile { doc, .. } | Change::Remove { doc } => doc,
    }
}

/// A text that makes the World panic must not end the server: its document is left out, and said so on stderr by
/// the panic itself.
fn applied(world: &World, changes: Vec<Change>) -> World {
    let docs: Vec<_> = changes.iter().map(subject).cloned().collect();
    let attempt = |changes| catch_unwind(AssertUnwindSafe(|| world.apply(changes)));
    if docs.len() > 1 {
        let one_by_one = changes.clone();
        return attempt(changes)
            .unwrap_or_else(|_| one_by_one.into_iter().fold(world.clone(), |w, c| applied(&w, vec![c])));
    }
    let without = || docs.into_iter().map(|doc| Change::Remove { doc }).collect();
    attempt(changes).or_else(|_| attempt(without())).unwrap_or_else(|_| world.clone())
}

/// Every critical section leaves the data whole, so a panic elsewhere is no reason to stop.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
