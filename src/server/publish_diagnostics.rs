//! Diagnostics for clients that cannot pull: open documents soon after the last keystroke, the rest of the
//! corpus once it is quiet. One task publishes, so nothing old overtakes something new. For clients that
//! pull, the same task reports that another open document's findings have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, timeout};
use tower_lsp::ls_types::Uri;

use super::diagnostic;
use super::lock::lock;
use super::snapshot::Snapshot;
use super::state::{DiagnosticReport, State};
use super::work;
use crate::world::DocId;

/// Long enough to let a word be typed, short enough to feel prompt.
const TYPING_PAUSE: Duration = Duration::from_millis(120);
/// Even during steady typing, findings appear after this time.
const MAX_TYPING_DELAY: Duration = Duration::from_millis(600);
/// How long nothing must change before the rest of the corpus is checked.
const QUIET_TIME: Duration = Duration::from_millis(500);

/// Publishes until the process ends.
pub async fn run(state: Arc<State>) {
    let mut told = Published::default();
    loop {
        state.changed.notified().await;
        let first = Instant::now();
        while first.elapsed() < MAX_TYPING_DELAY
            && timeout(TYPING_PAUSE, state.changed.notified()).await.is_ok()
        {}
        if state.abilities().pulls_diagnostics {
            told.refresh_others(&state).await;
            continue;
        }
        told.publish_open(&state).await;
        if timeout(QUIET_TIME, state.changed.notified()).await.is_ok() {
            state.changed.notify_one();
            continue;
        }
        let snapshot = Snapshot::of(&state);
        // Dropping the work stops its thread.
        let reports = tokio::select! {
            biased;
            () = state.changed.notified() => {
                state.changed.notify_one();
                continue;
            }
            reports = work::blocking(move |cancel| diagnostic::all(&snapshot, cancel)) => reports,
        };
        if let Ok(Some(reports)) = reports {
            told.publish_closed(&state, &reports).await;
        }
    }
}

/// The last diagnostics sent for each document: by URI, because a document's name changes when folders are
/// added or removed.
#[derive(Debug, Default)]
struct Published(BTreeMap<Uri, (String, Option<i32>)>);

impl Published {
    async fn publish_open(&mut self, state: &Arc<State>) {
        for (uri, version, report) in open_reports(state).await {
            self.publish(state, uri, Some(version), report).await;
        }
    }

    async fn publish_closed(&mut self, state: &Arc<State>, reports: &[(DocId, DiagnosticReport)]) {
        let snapshot = Snapshot::of(state);
        let mut faulty = BTreeSet::new();
        for (doc, report) in reports {
            let Some(uri) = snapshot.uri(doc) else { continue };
            faulty.insert(uri.clone());
            self.publish(state, uri, None, report.clone()).await;
        }
        let healed: Vec<_> = self.0.keys().filter(|uri| !faulty.contains(uri)).cloned().collect();
        for uri in healed.into_iter().filter(|uri| state.version(&snapshot.doc(uri)).is_none()) {
            self.publish(state, uri.clone(), None, DiagnosticReport::default()).await;
            self.0.remove(&uri);
        }
    }

    /// Publishes what is new, unless the document has changed since; then the next round has it.
    async fn publish(
        &mut self,
        state: &Arc<State>,
        uri: Uri,
        version: Option<i32>,
        report: DiagnosticReport,
    ) {
        let news = (report.id, version);
        let moved_on = state.version(&state.folders.load().doc(&uri)) != version;
        if moved_on || self.0.get(&uri) == Some(&news) {
            return;
        }
        self.0.insert(uri.clone(), news);
        state.client.publish_diagnostics(uri, report.items, version).await;
    }

    /// A client pulls for the document it edits; it cannot know that another one has changed too.
    async fn refresh_others(&mut self, state: &Arc<State>) {
        let mut other_changed = false;
        for (uri, version, report) in open_reports(state).await {
            let before = self.0.insert(uri, (report.id.clone(), Some(version)));
            other_changed |= before.is_some_and(|(id, v)| v == Some(version) && id != report.id);
        }
        if other_changed && state.abilities().refresh.diagnostics {
            let client = state.client.clone();
            tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
        }
    }
}

/// Snapshot and versions are taken while no edit is applied, so that each report has the version it is true
/// of.
async fn open_reports(state: &Arc<State>) -> Vec<(Uri, i32, DiagnosticReport)> {
    let (snapshot, open) = {
        let _turn = lock(&state.typing);
        (Snapshot::of(state), state.versions())
    };
    let report =
        move |(doc, version)| Some((snapshot.uri(&doc)?, version, diagnostic::report(&snapshot, &doc)));
    work::blocking(move |_| open.into_iter().filter_map(report).collect()).await.unwrap_or_default()
}
