//! Work-done progress: a token from the client, then reports from any thread, no faster than a person can
//! read.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tower_lsp::ls_types::ProgressToken;
use tower_lsp::{Bounded, NotCancellable, OngoingProgress};

use super::state::State;

/// Time between two reports; faster ones could not be read.
const REPORT_INTERVAL: Duration = Duration::from_millis(100);

/// One piece of work whose progress the client shows; silent for a client that cannot.
#[derive(Debug)]
pub struct WorkDoneProgress {
    latest: watch::Sender<(u32, &'static str)>,
    end: oneshot::Sender<String>,
}

impl WorkDoneProgress {
    /// Begins at once, whether or not the client shows it.
    pub async fn begin(state: &Arc<State>, title: String) -> Self {
        let (latest, reports) = watch::channel((0, ""));
        let (end, ended) = oneshot::channel();
        if state.abilities().progress {
            tokio::spawn(show(state.clone(), title, reports, ended));
        }
        Self { latest, end }
    }

    /// Reports a percentage and the current activity.
    pub fn reporter(&self) -> impl Fn(usize, &'static str) + Send + Sync + 'static {
        let latest = self.latest.clone();
        move |percent, doing| {
            latest.send_replace((percent.min(100) as u32, doing));
        }
    }

    /// Ends with a last word.
    pub fn end(self, message: String) {
        // There is no receiver if the client shows no progress.
        let _ = self.end.send(message);
    }
}

async fn show(
    state: Arc<State>,
    title: String,
    mut reports: watch::Receiver<(u32, &'static str)>,
    mut ended: oneshot::Receiver<String>,
) {
    let token = ProgressToken::String(format!("dateline/{}", state.next_token()));
    if state.client.create_work_done_progress(token.clone()).await.is_err() {
        return;
    }
    let progress: OngoingProgress<Bounded, NotCancellable> =
        state.client.progress(token, title).with_percentage(0).begin().await;
    loop {
        tokio::select! {
            biased;
            message = &mut ended => return progress.finish_with_message(message.unwrap_or_default()).await,
            Ok(()) = reports.changed() => {
                let (percent, doing) = *reports.borrow_and_update();
                progress.report_with_message(doing, percent).await;
                tokio::time::sleep(REPORT_INTERVAL).await;
            }
        }
    }
}
