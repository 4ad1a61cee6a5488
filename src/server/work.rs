//! Slow work runs off the protocol's thread: a panic becomes an error, and a cancelled request is told to
//! stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Semaphore;
use tower_lsp::jsonrpc::{Error, Result};

/// Work in progress at once, at most: more than any machine has cores, so that a slow request blocks no
/// other, and far fewer than the runtime has threads, because stdin and stdout need theirs.
static TURNS: Semaphore = Semaphore::const_new(24);

/// Set when the answer is no longer needed; long loops check it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Whether to stop.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Runs `work` on a thread of its own. The caller must have taken its snapshot before the first await.
pub async fn blocking<T, F>(work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce(&Cancel) -> T + Send + 'static,
{
    let cancel = Cancel::default();
    let _guard = SetOnDrop(cancel.clone());
    // Never closed, so never an error; a request cancelled while it waits has cost nothing.
    let _turn = TURNS.acquire().await;
    let task = tokio::task::spawn_blocking(move || (!cancel.is_set()).then(|| work(&cancel)));
    match task.await {
        Ok(Some(answer)) => Ok(answer),
        Ok(None) => Err(Error::request_cancelled()),
        Err(_) => Err(Error {
            message: "dateline failed on this request; the details are on stderr".into(),
            ..Error::internal_error()
        }),
    }
}

/// Sets the flag when the request's future is dropped, which is how a cancelled request ends.
struct SetOnDrop(Cancel);

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tower_lsp::jsonrpc::ErrorCode;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_error() {
        let answer = blocking(|_| -> u32 { panic!("on purpose") }).await;
        assert_eq!(answer.unwrap_err().code, ErrorCode::InternalError);
        assert_eq!(blocking(|_| 7).await, Ok(7));
    }

    #[tokio::test]
    async fn a_dropped_request_stops_its_worker() {
        let (stopped, heard) = std::sync::mpsc::channel();
        let work = blocking(move |cancel| {
            while !cancel.is_set() {
                std::thread::yield_now();
            }
            stopped.send(()).unwrap();
        });
        assert!(tokio::time::timeout(Duration::from_millis(50), work).await.is_err());
        let heard = tokio::task::spawn_blocking(move || heard.recv_timeout(Duration::from_secs(5)));
        assert_eq!(heard.await.unwrap(), Ok(()));
    }
}
