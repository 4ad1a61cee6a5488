//! The current World: read without a lock, written by one writer at a time. A bulk load is prepared beside
//! the typing and never makes it wait; edits made in the meantime are applied again on top.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;

use crate::server::lock::lock;
use crate::world::{Change, DocId, World};

/// The current World, and the one place that replaces it.
#[derive(Debug, Default)]
pub struct WorldStore {
    current: ArcSwap<World>,
    writer: Mutex<Journal>,
    /// Held by a bulk write from beginning to end, so that there is only one at a time.
    bulk: Mutex<()>,
}

/// The last change to each document since the running bulk write took its snapshot; `None` if none is
/// running.
type Journal = Option<BTreeMap<DocId, Change>>;

impl WorldStore {
    /// The World as it is now.
    pub fn current(&self) -> Arc<World> {
        self.current.load_full()
    }

    /// Applies one keystroke or one file: quick, and done on return.
    pub fn write(&self, change: Change) {
        let mut journal = lock(&self.writer);
        if let Some(journal) = journal.as_mut() {
            journal.insert(change.doc().clone(), change.clone());
        }
        self.current.store(Arc::new(applied(&self.current(), vec![change], &silent)));
    }

    /// Applies many files, except those open in an editor: one opened before `is_open` is asked is left out,
    /// one opened later is in the journal.
    pub fn write_bulk(
        &self,
        mut changes: Vec<Change>,
        is_open: impl Fn(&DocId) -> bool,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) {
        let _one = lock(&self.bulk);
        let before = {
            let mut journal = lock(&self.writer);
            *journal = Some(BTreeMap::new());
            self.current()
        };
        changes.retain(|change| !is_open(change.doc()));
        let after = applied(&before, changes, progress);
        let mut journal = lock(&self.writer);
        let typed: Vec<_> = journal.take().into_iter().flat_map(BTreeMap::into_values).collect();
        let after = if typed.is_empty() { after } else { applied(&after, typed, &silent) };
        self.current.store(Arc::new(after));
    }
}

/// A text that makes the World panic must not end the server, so its document is left out. The panic itself
/// is printed on stderr.
fn applied(world: &World, changes: Vec<Change>, progress: &(dyn Fn(usize, usize) + Sync)) -> World {
    let docs: Vec<_> = changes.iter().map(Change::doc).cloned().collect();
    let one_by_one = if docs.len() > 1 { changes.clone() } else { Vec::new() };
    if let Some(next) = attempt(world, changes, progress) {
        return next;
    }
    let each =
        one_by_one.into_iter().fold(world.clone(), |world, change| applied(&world, vec![change], &silent));
    match <[DocId; 1]>::try_from(docs) {
        Ok([doc]) => attempt(world, vec![Change::Remove { doc }], &silent).unwrap_or(each),
        Err(_) => each,
    }
}

fn attempt(world: &World, changes: Vec<Change>, progress: &(dyn Fn(usize, usize) + Sync)) -> Option<World> {
    catch_unwind(AssertUnwindSafe(|| world.apply_with(changes, progress))).ok()
}

const fn silent(_: usize, _: usize) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::position::Text;
    use crate::world::sources::{SourceOptions, Sources};

    fn says(name: &str, text: &str) -> Change {
        Sources::new(&[], &SourceOptions::default()).change(DocId::new(name), Text::new(text))
    }

    fn text(store: &WorldStore, name: &str) -> Option<String> {
        store.current().text(&DocId::new(name)).map(|text| text.as_str().to_owned())
    }

    #[test]
    fn what_is_typed_during_a_bulk_load_outlives_it() {
        let store = WorldStore::default();
        store.write(says("gone", "Was there."));
        let files = ["a", "b", "c"].map(|name| says(name, "On disk."));
        let typing = |_: usize, _: usize| {
            store.write(says("a", "Typed."));
            store.write(says("new", "Typed too."));
            store.write(Change::Remove { doc: DocId::new("gone") });
            assert_eq!(text(&store, "a").as_deref(), Some("Typed."), "readers see it at once");
        };
        store.write_bulk(files.into(), |doc| doc.as_str() == "b", &typing);
        assert_eq!(text(&store, "a").as_deref(), Some("Typed."));
        assert_eq!(text(&store, "new").as_deref(), Some("Typed too."));
        assert_eq!(text(&store, "c").as_deref(), Some("On disk."));
        assert_eq!((text(&store, "b"), text(&store, "gone")), (None, None));
    }

    #[test]
    fn a_panic_costs_no_more_than_its_documents() {
        let store = WorldStore::default();
        store.write(says("before", "Here."));
        store.write_bulk(vec![says("a", "A."), says("b", "B.")], |_| false, &|_, _| panic!("on purpose"));
        assert_eq!(text(&store, "before").as_deref(), Some("Here."));
        assert_eq!(text(&store, "a").as_deref(), Some("A."), "one by one they can be read");
        store.write(says("after", "Still writing."));
        assert_eq!(text(&store, "after").as_deref(), Some("Still writing."));
    }
}
