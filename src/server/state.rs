//! What the server knows: the World, the workspace's folders and their settings, the documents open in the
//! editor, the client's abilities and what it was last sent. Handlers write it before they first wait, and
//! read it as a `Snapshot`.

mod last_answers;
mod world_store;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use arc_swap::{ArcSwap, ArcSwapOption};
use dashmap::DashMap;
use serde_json::Value;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::{Notify, watch};
use tower_lsp::Client;
use tower_lsp::ls_types::Uri;

use super::client_capabilities::Abilities;
use super::workspace_folders::WorkspaceFolders;
use crate::text::buffer::Buffer;
use crate::world::DocId;

pub use last_answers::{DiagnosticReport, LastReports, LastTokens, WorkspaceReports};
pub use world_store::WorldStore;

/// Everything the handlers share.
#[derive(Debug)]
pub struct State {
    pub client: Client,
    abilities: OnceLock<Abilities>,
    pub world: WorldStore,
    pub folders: ArcSwap<WorkspaceFolders>,
    /// The client's settings as last received.
    pub client_settings: ArcSwapOption<Value>,
    /// Problems with settings that the user has already been shown.
    pub told_problems: Mutex<BTreeSet<String>>,
    pub open: DashMap<DocId, OpenDocument>,
    /// Held while an open document is written, so that buffer and World stay consistent.
    pub typing: Mutex<()>,
    pub last_tokens: LastTokens,
    pub last_reports: LastReports,
    /// Notified when something that findings depend on has changed.
    pub changed: Notify,
    /// Whether the folders have been read once.
    pub read: watch::Sender<bool>,
    jobs: UnboundedSender<Job>,
    progress_tokens: AtomicU32,
}

/// A document as shown in its editor; it outranks the file on disk.
#[derive(Debug)]
pub struct OpenDocument {
    /// As the editor spells it.
    pub uri: Uri,
    pub version: i32,
    pub buffer: Buffer,
}

/// The editor's version numbers, by document.
pub type Versions = BTreeMap<DocId, i32>;

/// Work with files to be done beside the protocol.
#[derive(Debug)]
pub enum Job {
    /// Settings may have changed: read them, and load again where different files count now.
    Settings,
    /// Folders have changed.
    Everything,
    /// These files may have changed.
    Documents(Vec<DocId>),
}

impl State {
    /// The initial state, which knows only its client; the loader receives its jobs from the receiver.
    pub fn new(client: Client) -> (Self, UnboundedReceiver<Job>) {
        let (jobs, inbox) = mpsc::unbounded_channel();
        let state = Self {
            client,
            abilities: OnceLock::new(),
            world: WorldStore::default(),
            folders: ArcSwap::default(),
            client_settings: ArcSwapOption::default(),
            told_problems: Mutex::default(),
            open: DashMap::new(),
            typing: Mutex::default(),
            last_tokens: LastTokens::default(),
            last_reports: LastReports::default(),
            changed: Notify::new(),
            read: watch::Sender::new(false),
            jobs,
            progress_tokens: AtomicU32::new(0),
        };
        (state, inbox)
    }

    /// The client's abilities; none before it has declared them.
    pub fn abilities(&self) -> Abilities {
        self.abilities.get().cloned().unwrap_or_default()
    }

    /// Stores the abilities from the client's first message.
    pub fn set_abilities(&self, abilities: Abilities) {
        let _ = self.abilities.set(abilities);
    }

    /// The document that a URI means.
    pub fn doc(&self, uri: &Uri) -> DocId {
        self.folders.load().doc(uri)
    }

    /// The version of an open document.
    pub fn version(&self, doc: &DocId) -> Option<i32> {
        self.open.get(doc).map(|open| open.version)
    }

    /// The versions of all open documents. They match a World only if nothing is written between taking the
    /// two.
    pub fn versions(&self) -> Versions {
        self.open.iter().map(|open| (open.key().clone(), open.version)).collect()
    }

    /// A number not used before, for a progress token.
    pub fn next_token(&self) -> u32 {
        self.progress_tokens.fetch_add(1, Ordering::Relaxed)
    }

    /// Queues a job for the loader, which is gone only when the process ends.
    pub fn ask(&self, job: Job) {
        let _ = self.jobs.send(job);
    }
}

impl OpenDocument {
    /// The text as the editor has it.
    pub fn text(&self) -> Arc<str> {
        self.buffer.text()
    }
}
