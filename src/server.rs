//! The language server: LSP in, LSP out; the content of its answers comes from `ide` and `checks`. Four rules
//! keep it quick and in order: see `backend` (write first, snapshot first) and `client` (never wait).

// One file per request, with the protocol's name; the file of the same name in `ide` answers it.
mod almanac_document;
mod call_hierarchy;
mod code_action;
mod completion;
mod diagnostic;
mod document_highlight;
mod document_symbol;
mod folding_range;
mod goto;
mod hover;
mod inlay_hint;
mod references;
mod rename;
mod selection_range;
mod semantic_tokens;
mod type_hierarchy;
mod workspace_symbol;

// One file per notification, or per group of related ones.
mod publish_diagnostics;
mod text_document;

// What the server knows, and how it learns it.
mod client_capabilities;
mod loading;
mod settings;
mod snapshot;
mod state;
mod undated;
mod watching;
mod workspace_folders;

mod backend;
mod client;
mod convert;
mod hierarchy;
mod lock;
mod progress;
mod stdio;
mod work;
mod workspace_edit;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::{LspService, Server};

use backend::Backend;

/// Requests in progress at once; further ones wait unread.
const MAX_REQUESTS: usize = 256;
/// Serves one client on stdin and stdout. Ends the process itself: a client may keep stdin open forever, and
/// the thread that reads it cannot be woken.
pub fn run() -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_time().build() {
        Ok(runtime) => {
            let clean = runtime.block_on(serve());
            std::process::exit(i32::from(!clean))
        }
        Err(error) => {
            eprintln!("dateline: cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the client sent `shutdown` before it left, as LSP requires.
async fn serve() -> bool {
    let shut = Arc::new(AtomicBool::new(false));
    let (service, socket) = LspService::build(|client| Backend::new(client, shut.clone()))
        .custom_method(stdio::UNREADABLE, Backend::unreadable)
        .custom_method(almanac_document::METHOD, Backend::almanac_document)
        .finish();
    let input = stdio::readable_messages(tokio::io::stdin());
    Server::new(input, tokio::io::stdout(), socket).concurrency_level(MAX_REQUESTS).serve(service).await;
    shut.load(Ordering::SeqCst)
}
