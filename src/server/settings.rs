//! The user's settings: each root's `dateline.toml`, overridden by the client's section `dateline` (or its
//! initialization options). Read when the loader asks for it, never in a handler.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, InitializeParams, Uri, WorkspaceFoldersChangeEvent};

use super::lock::lock;
use super::state::{Job, State};
use super::text_document;
use super::workspace_folders::WorkspaceFolder;
use crate::config::Config;
use crate::world::sources::Sources;

/// How long a client has to answer.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(2);

/// Takes roots and settings from the first message. Nothing is read yet.
pub fn begin(state: &State, params: InitializeParams) {
    state.client_settings.store(params.initialization_options.map(section).map(Arc::new));
    let folders = params.workspace_folders.unwrap_or_default();
    #[expect(deprecated, reason = "older clients name their root so")]
    let (root, path) = (params.root_uri, params.root_path);
    let root =
        root.or_else(|| path.filter(|path| Path::new(path).is_absolute()).and_then(Uri::from_file_path));
    let roots: Vec<_> = folders.into_iter().map(|folder| folder.uri).collect();
    let roots = if roots.is_empty() { root.into_iter().collect() } else { roots };
    state.folders.rcu(|all| {
        let mut all = (**all).clone();
        roots.iter().for_each(|root| all.add(root));
        all
    });
}

/// Handles added and removed folders: open documents are renamed at once, the files follow.
pub fn folders(state: &State, event: &WorkspaceFoldersChangeEvent) {
    state.folders.rcu(|all| {
        let mut all = (**all).clone();
        event.removed.iter().for_each(|folder| all.remove(&folder.uri));
        event.added.iter().for_each(|folder| all.add(&folder.uri));
        all
    });
    text_document::reopen(state);
    state.ask(Job::Settings);
    state.ask(Job::Everything);
}

/// Handles changed settings. A client that can be asked sends no settings along, or only part of them, so it
/// is asked.
pub fn changed(state: &State, settings: Value) {
    if !state.abilities().configuration && !settings.is_null() {
        state.client_settings.store(Some(Arc::new(section(settings))));
    }
    state.ask(Job::Settings);
}

/// Asks the client for its settings, if it can be asked.
pub async fn fetch(state: &State) {
    if !state.abilities().configuration {
        return;
    }
    let item = ConfigurationItem { scope_uri: None, section: Some("dateline".into()) };
    let answer = tokio::time::timeout(ANSWER_TIMEOUT, state.client.configuration(vec![item])).await;
    if let Ok(Ok(answer)) = answer
        && let Some(settings) = answer.into_iter().next().filter(|settings| !settings.is_null())
    {
        state.client_settings.store(Some(Arc::new(settings)));
    }
}

/// Reads the settings of every root again. Returns the roots where different files count now, and new
/// problems with the settings.
pub fn read(state: &State) -> (Vec<PathBuf>, Vec<String>) {
    let client = state.client_settings.load_full();
    let client = client.as_deref().unwrap_or(&Value::Null);
    let outside = Arc::new(configured(None, client));
    let roots = state.folders.load_full();
    let read: Vec<_> =
        roots.iter().map(|root| (Arc::new(configured(Some(root), client)), root.path.clone())).collect();
    let configs = read.iter().map(|(config, _)| config).chain([&outside]);
    let problems: BTreeSet<_> =
        configs.flat_map(|config| config.problems.iter().map(ToString::to_string)).collect();
    let mut other = Vec::new();
    state.folders.rcu(|all| {
        let mut all = (**all).clone();
        other.clear();
        all.sources = Arc::new(Sources::new(&[], &outside.options()));
        all.config = outside.clone();
        for root in all.iter_mut() {
            let Some((config, _)) = read.iter().find(|(_, path)| *path == root.path) else { continue };
            if config.options() != root.config.options() {
                other.push(root.path.clone());
                root.sources = Arc::new(Sources::at(&root.path, &root.prefix, &config.options()));
            }
            root.config = config.clone();
        }
        all
    });
    let mut told = lock(&state.told_problems);
    let news = problems.difference(&told).cloned().collect();
    *told = problems;
    (other, news)
}

/// The settings of one root. The globs of its `[[ignore]]` entries match paths below it; those of the checks
/// match document names.
fn configured(root: Option<&WorkspaceFolder>, client: &Value) -> Config {
    let mut config = root.map_or_else(Config::default, |root| Config::load(&root.path)).with_client(client);
    if let Some(root) = root {
        let prefix = globset::escape(&root.prefix);
        config.rules.ignores.iter_mut().for_each(|ignore| ignore.files.insert_str(0, &prefix));
    }
    config
}

/// Clients put our settings under `dateline`, or send them bare.
fn section(settings: Value) -> Value {
    match settings {
        Value::Object(mut all) => all.remove("dateline").unwrap_or(Value::Object(all)),
        other => other,
    }
}
