//! Files on disk: the first load with progress, changed files, changed folders. One task does it all, in
//! order, beside the protocol. Open documents are never touched, because an editor's text outranks the file.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::ls_types::{FileChangeType, FileEvent, MessageType, Uri};

use super::progress::WorkDoneProgress;
use super::state::{Job, State};
use super::workspace_folders::{WorkspaceFolder, WorkspaceFolders, file_path};
use super::{client, settings, text_document, undated, work};
use crate::config::FILE;
use crate::parallel;
use crate::world::{Change, DocId, load};

/// The first chunk of a load is small, so that results appear soon; each further one is twice as large, so
/// that relinking costs little overall.
const FIRST_CHUNK_FILES: usize = 64;
/// Files read again before the World is linked.
const MAX_REREAD_AT_ONCE: usize = 512;
/// Files named in the log individually; a folder of pictures named `.txt` would flood it.
const MAX_SKIPPED_LINES: usize = 20;

/// Does jobs as they arrive, until the process ends. The first one is the first load.
pub async fn run(state: Arc<State>, mut inbox: UnboundedReceiver<Job>) {
    let registering = state.clone();
    tokio::spawn(async move { client::register(&registering.client, &registering.abilities()).await });
    let mut first = true;
    let mut round = Round { settings: true, everything: true, ..Round::default() };
    loop {
        while let Ok(job) = inbox.try_recv() {
            round.add(job);
        }
        round.run(&state).await;
        state.read.send_replace(true);
        state.changed.notify_one();
        if std::mem::take(&mut first) {
            undated::tell(&state);
        }
        if inbox.is_empty() {
            let state = state.clone();
            tokio::spawn(async move { client::refresh(&state.client, &state.abilities()).await });
        }
        round = Round::default();
        match inbox.recv().await {
            Some(job) => round.add(job),
            None => return,
        }
    }
}

/// Applies settings as soon as they are saved, whether or not the client watches files.
pub fn saved(state: &State, uri: &Uri) {
    if file_path(uri).as_deref().and_then(Path::file_name) == Some(OsStr::new(FILE)) {
        state.ask(Job::Settings);
    }
}

/// Queues a job for every file the client reports as changed.
pub fn watched(state: &State, events: &[FileEvent]) {
    let roots = state.folders.load();
    let mut docs = Vec::new();
    for event in events {
        match file_path(&event.uri).as_deref().and_then(Path::file_name).and_then(OsStr::to_str) {
            Some(FILE) => state.ask(Job::Settings),
            Some(".gitignore" | ".ignore") => state.ask(Job::Everything),
            _ => {}
        }
        let doc = roots.doc(&event.uri);
        if event.typ == FileChangeType::DELETED {
            docs.extend(below(state, &doc));
        }
        docs.push(doc);
    }
    state.ask(Job::Documents(docs));
}

/// The jobs of one round; duplicates are done once.
#[derive(Debug, Default)]
struct Round {
    settings: bool,
    everything: bool,
    documents: BTreeSet<DocId>,
}

impl Round {
    fn add(&mut self, job: Job) {
        match job {
            Job::Settings => self.settings = true,
            Job::Everything => self.everything = true,
            Job::Documents(docs) => self.documents.extend(docs),
        }
    }

    async fn run(self, state: &Arc<State>) {
        let mut again = Vec::new();
        if self.settings {
            settings::fetch(state).await;
            let shared = state.clone();
            let (other, problems) =
                work::blocking(move |_| settings::read(&shared)).await.unwrap_or_default();
            again = other;
            client::complain(state, problems);
            if !again.is_empty() {
                text_document::reopen(state);
            }
        }
        if self.everything {
            let shared = state.clone();
            let _ = work::blocking(move |_| forget_strays(&shared)).await;
        }
        for root in state.folders.load_full().iter() {
            if self.everything || again.contains(&root.path) {
                load(state, root.clone()).await;
            }
        }
        if !self.documents.is_empty() {
            let shared = state.clone();
            let _ = work::blocking(move |_| reread(&shared, self.documents)).await;
        }
    }
}

/// Loads one root and forgets what is no longer there.
async fn load(state: &Arc<State>, root: WorkspaceFolder) {
    let progress = WorkDoneProgress::begin(state, format!("Reading {}", name(&root.path))).await;
    let (shared, report) = (state.clone(), progress.reporter());
    let path = root.path.clone();
    let loaded = work::blocking(move |_| {
        let mut loaded = load::load(&root.sources, &|done, of| report(done * 50 / of.max(1), "reading"));
        let roots = shared.folders.load();
        loaded.changes.retain(|change| is_named_after(&roots, &root, change.doc()));
        let count = loaded.changes.len();
        apply(&shared, &root, std::mem::take(&mut loaded.changes), &|done, of| {
            report(50 + done * 50 / of.max(1), "linking");
        });
        (count, loaded)
    });
    let Ok((count, loaded)) = loaded.await else { return progress.end("failed; see stderr".into()) };
    progress.end(format!("{count} files"));
    client::complain(state, loaded.notes);
    let client = state.client.clone();
    tokio::spawn(async move {
        let skipped = loaded.skipped.len();
        let all = load::skipped_in_short(loaded.skipped.iter().map(|file| file.reason.as_str()));
        for file in loaded.skipped.into_iter().take(MAX_SKIPPED_LINES) {
            client
                .log_message(MessageType::INFO, format!("skipped {}: {}", file.path.display(), file.reason))
                .await;
        }
        if skipped > MAX_SKIPPED_LINES {
            client.log_message(MessageType::INFO, format!("{all}, below {}", path.display())).await;
        }
    });
}

/// Applies the changes. Profiles go first, so that articles read after them need not be read again; removals
/// go last.
fn apply(
    state: &State,
    root: &WorkspaceFolder,
    mut changes: Vec<Change>,
    progress: &(dyn Fn(usize, usize) + Sync),
) {
    let there: BTreeSet<_> = changes.iter().map(|change| change.doc().clone()).collect();
    let roots = state.folders.load();
    let mine = |doc: &&DocId| roots.root_of(doc).is_some_and(|of| of.path == root.path);
    let gone = documents(state).into_iter().filter(|doc| mine(&doc) && !there.contains(doc));
    changes.sort_by_key(|change| !matches!(change, Change::Profile { .. }));
    changes.extend(gone.map(|doc| Change::Remove { doc }));
    let (of, mut size) = (changes.len(), FIRST_CHUNK_FILES);
    while !changes.is_empty() {
        let rest = changes.split_off(size.min(changes.len()));
        let before = of - rest.len() - changes.len();
        write(state, changes, &|done, _| progress(before + done, of));
        state.changed.notify_one();
        changes = rest;
        size *= 2;
    }
}

/// Reads single files, and whole folders, again; files that a load would not find, or that cannot be read,
/// are removed.
fn reread(state: &State, mut docs: BTreeSet<DocId>) {
    let roots = state.folders.load();
    let there: BTreeSet<_> = roots.iter().flat_map(|root| load::reached(&root.sources, &docs)).collect();
    docs.extend(there.iter().cloned());
    let mut docs: Vec<DocId> = docs.into_iter().collect();
    // In parts, so that after a checkout the old articles make room for the new ones.
    while !docs.is_empty() {
        let rest = docs.split_off(MAX_REREAD_AT_ONCE.min(docs.len()));
        let read = parallel::map(docs, |doc| {
            let read = there.contains(&doc).then(|| load::read(roots.sources_of(&doc), &doc).ok()).flatten();
            read.unwrap_or(Change::Remove { doc })
        });
        write(state, read, &|_, _| {});
        docs = rest;
    }
}

/// Forgets documents whose root is gone, or whose name changed when a root was added.
fn forget_strays(state: &State) {
    let roots = state.folders.load();
    let mut strays = documents(state);
    strays.retain(|doc| roots.root_of(doc).is_none_or(|root| !is_named_after(&roots, root, doc)));
    write(state, strays.into_iter().map(|doc| Change::Remove { doc }).collect(), &|_, _| {});
}

/// Whether a document is named after this root. In a nested root, documents are named after that one.
fn is_named_after(roots: &WorkspaceFolders, root: &WorkspaceFolder, doc: &DocId) -> bool {
    root.sources.path(doc).and_then(|path| roots.doc_of_path(&path)).as_ref() == Some(doc)
}

fn write(state: &State, changes: Vec<Change>, progress: &(dyn Fn(usize, usize) + Sync)) {
    state.world.write_bulk(changes, |doc| state.open.contains_key(doc), progress);
}

/// The documents in a removed folder; some clients name only the folder.
fn below(state: &State, folder: &DocId) -> Vec<DocId> {
    let prefix = format!("{folder}/");
    documents(state).into_iter().filter(|doc| doc.as_str().starts_with(&prefix)).collect()
}

fn documents(state: &State) -> Vec<DocId> {
    state.world.current().files().cloned().collect()
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
