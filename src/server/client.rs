//! What the server requests and sends on its own initiative. No handler awaits any of it: a client that does
//! not answer must not block the reading of its own messages.

use serde_json::json;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, MessageType, Registration,
};

use super::client_capabilities::{Abilities, RefreshAbilities};
use super::state::State;

/// Asks to be notified of changed files and settings. `.toml` covers `dateline.toml` and every profile file.
pub async fn register(client: &Client, abilities: &Abilities) {
    let mut wanted = Vec::new();
    if abilities.watching {
        let watch =
            |glob: &str| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.into()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: ["**/*.txt", "**/*.md", "**/*.toml", "**/.gitignore", "**/.ignore"].map(watch).into(),
        };
        wanted.push(Registration {
            id: "dateline-files".into(),
            method: "workspace/didChangeWatchedFiles".into(),
            register_options: serde_json::to_value(options).ok(),
        });
    }
    if abilities.configuration_registration {
        wanted.push(Registration {
            id: "dateline-settings".into(),
            method: "workspace/didChangeConfiguration".into(),
            register_options: Some(json!({ "section": "dateline" })),
        });
    }
    // The protocol library has no field for it.
    if abilities.type_hierarchy_registration {
        let documents = [json!({ "pattern": "**/*.{txt,md,toml}" }), json!({ "scheme": "untitled" })];
        wanted.push(Registration {
            id: "dateline-types".into(),
            method: "textDocument/prepareTypeHierarchy".into(),
            register_options: Some(json!({ "documentSelector": documents })),
        });
    }
    if !wanted.is_empty() {
        // A client that refuses is no worse off than one that cannot do it.
        let _ = client.register_capability(wanted).await;
    }
}

/// Shows the user problems they should fix.
pub fn complain(state: &State, problems: impl IntoIterator<Item = String, IntoIter: Send> + Send + 'static) {
    let client = state.client.clone();
    tokio::spawn(async move {
        for problem in problems {
            client.show_message(MessageType::WARNING, problem).await;
        }
    });
}

/// Makes the client ask again for whatever depends on the whole corpus.
pub async fn refresh(client: &Client, abilities: &Abilities) {
    let RefreshAbilities { diagnostics, tokens, hints } = abilities.refresh;
    if diagnostics && abilities.pulls_diagnostics {
        let _ = client.workspace_diagnostic_refresh().await;
    }
    if tokens {
        let _ = client.semantic_tokens_refresh().await;
    }
    if hints {
        let _ = client.inlay_hint_refresh().await;
    }
}
