//! From one World to the next: read what changed, date it, link it. Everything else is shared with the
//! previous World.

mod dating;
mod name_search;
mod reading;
mod relink;

use std::collections::BTreeSet;

use super::profile_index::ProfileIndex;
use super::{Change, DocId, World};

/// Receives how many articles of how many are read.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

/// The state on the way to the next World.
#[derive(Default)]
struct Step {
    /// Articles that are gone or are now something else.
    removed: Vec<DocId>,
    /// Articles that are new or have another text, date or resolved times.
    changed: BTreeSet<DocId>,
    /// Whether profile files were added, removed or changed, and whether they now state other dates.
    profiles: bool,
    dates: bool,
}

pub(super) fn apply(old: &World, changes: Vec<Change>, progress: Progress<'_>) -> World {
    let mut world = old.clone();
    let mut step = Step::default();
    let unread = reading::sort(&mut world, changes, &mut step);
    let read = reading::read(&mut world, unread, &step, progress);
    dating::date(&mut world, &read, &mut step);
    relink::relink(old, &mut world, step);
    world
}
