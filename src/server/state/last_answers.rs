//! The last answers to the client, so that only changes are sent.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use dashmap::DashMap;
use tower_lsp::ls_types::{Diagnostic, SemanticToken};

use crate::server::lock::lock;
use crate::server::workspace_folders::WorkspaceFolders;
use crate::world::{DocId, World};

/// The last semantic tokens of each open document.
#[derive(Debug, Default)]
pub struct LastTokens {
    answers: DashMap<DocId, Answer>,
    count: AtomicU64,
}

/// The name of an answer, and the answer.
type Answer = (String, Arc<[SemanticToken]>);

impl LastTokens {
    /// Forgets the answers of a closed document.
    pub fn forget(&self, doc: &DocId) {
        self.answers.remove(doc);
    }

    /// Stores an answer and returns its name and the previous answer.
    pub fn keep(&self, doc: &DocId, data: &Arc<[SemanticToken]>) -> (String, Option<Answer>) {
        let name = self.count.fetch_add(1, Ordering::Relaxed).to_string();
        let before = self.answers.insert(doc.clone(), (name.clone(), data.clone()));
        (name, before)
    }
}

/// The diagnostics of one document and their fingerprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiagnosticReport {
    pub id: String,
    pub items: Vec<Diagnostic>,
}

/// The reports of every document that has findings.
pub type WorkspaceReports = Arc<Vec<(DocId, DiagnosticReport)>>;

/// The last reports of the whole workspace: clients pull every few seconds, and usually nothing has changed.
#[derive(Debug, Default)]
pub struct LastReports(Mutex<Option<MadeReports>>);

/// Reports with the World and the settings they were made for.
#[derive(Debug)]
struct MadeReports {
    /// Not kept alive: after a checkout, an old World may share nothing with the new one.
    world: Weak<World>,
    folders: Arc<WorkspaceFolders>,
    reports: WorkspaceReports,
}

impl LastReports {
    /// The reports, if they were made for this World and these settings.
    pub fn of(&self, world: &Arc<World>, folders: &Arc<WorkspaceFolders>) -> Option<WorkspaceReports> {
        let last = lock(&self.0);
        let made = last.as_ref()?;
        let same = made.world.as_ptr() == Arc::as_ptr(world) && Arc::ptr_eq(&made.folders, folders);
        same.then(|| made.reports.clone())
    }

    /// Stores the reports made for this World and these settings.
    pub fn keep(&self, world: &Arc<World>, folders: &Arc<WorkspaceFolders>, reports: &WorkspaceReports) {
        let (world, folders, reports) = (Arc::downgrade(world), folders.clone(), reports.clone());
        *lock(&self.0) = Some(MadeReports { world, folders, reports });
    }
}
