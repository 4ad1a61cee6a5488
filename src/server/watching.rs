//! Changed files, for clients that cannot watch them (Neovim on Linux, ALE): the times of all files are
//! looked at every few seconds, and what differs is read again.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::state::{Job, State};
use super::work;
use crate::config;
use crate::world::DocId;
use crate::world::load::{self, FileStamp};

/// Short enough that a checkout shows before one goes on typing.
const LOOK_INTERVAL: Duration = Duration::from_secs(2);
/// Times as long as a look takes, at least, until the next: on a large folder it takes a fiftieth of a core.
const REST_RATIO: u32 = 50;

/// All files of the workspace, and the settings of its folders, as they were last seen.
#[derive(Debug, Default)]
pub struct Seen {
    files: BTreeMap<DocId, FileStamp>,
    settings: Vec<Option<SystemTime>>,
}

/// The first look, before the folders are read, so that nothing changes unseen; `None` for a client that
/// watches files itself.
pub async fn begin(state: &Arc<State>) -> Option<Seen> {
    if state.abilities().watching {
        return None;
    }
    let shared = state.clone();
    work::blocking(move |_| look(&shared)).await.ok()
}

/// Looks until the process ends.
pub async fn run(state: Arc<State>, mut before: Seen) {
    let mut rest = LOOK_INTERVAL;
    loop {
        tokio::time::sleep(rest).await;
        let start = Instant::now();
        let shared = state.clone();
        let Ok(now) = work::blocking(move |_| look(&shared)).await else { continue };
        rest = LOOK_INTERVAL.max(start.elapsed() * REST_RATIO);
        let docs = differing(&before.files, &now.files);
        if !docs.is_empty() {
            state.ask(Job::Documents(docs));
        }
        if before.settings != now.settings {
            state.ask(Job::Settings);
        }
        before = now;
    }
}

fn look(state: &State) -> Seen {
    let mut seen = Seen::default();
    for root in state.folders.load().iter() {
        seen.files.extend(load::stamps(&root.sources));
        let settings = root.path.join(config::FILE).metadata();
        seen.settings.push(settings.ok().and_then(|file| file.modified().ok()));
    }
    seen
}

/// The documents that are new, gone or written again.
fn differing(before: &BTreeMap<DocId, FileStamp>, now: &BTreeMap<DocId, FileStamp>) -> Vec<DocId> {
    let changed = now.iter().filter(|(doc, stamp)| before.get(*doc) != Some(*stamp));
    let gone = before.iter().filter(|(doc, _)| !now.contains_key(*doc));
    changed.chain(gone).map(|(doc, _)| doc.clone()).collect()
}
