//! What the user set: the client's section `dateline` (or its initialization options) below each root's
//! `dateline.toml`, which outranks it because it travels with the corpus.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, InitializeParams, Uri, WorkspaceFoldersChangeEvent};

use super::backend::State;
use super::loading::Job;
use super::sync;
use crate::config::Config;
use crate::corpus::load::{Loader, Options};

/// A client that does not answer is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the client said last, as it said it.
#[derive(Debug, Default)]
pub struct Settings(ArcSwapOption<Value>);

/// Takes roots and settings from the first message. Nothing is read yet.
pub fn begin(state: &State, params: InitializeParams) {
    state.settings.0.store(params.initialization_options.map(section).map(Arc::new));
    let folders = params.workspace_folders.unwrap_or_default();
    #[expect(deprecated, reason = "older clients name their root so")]
    let (root, path) = (params.root_uri, params.root_path);
    let root =
        root.or_else(|| path.filter(|path| Path::new(path).is_absolute()).and_then(Uri::from_file_path));
    let roots: Vec<_> = folders.into_iter().map(|folder| folder.uri).collect();
    let roots = if roots.is_empty() { root.into_iter().collect() } else { roots };
    state.roots.rcu(|all| {
        let mut all = (**all).clone();
        roots.iter().for_each(|root| all.add(root));
        all
    });
}

/// Folders came or went: open documents get their new names at once, the files follow.
pub fn folders(state: &State, event: &WorkspaceFoldersChangeEvent) {
    state.roots.rcu(|all| {
        let mut all = (**all).clone();
        event.removed.iter().for_each(|folder| all.remove(&folder.uri));
        event.added.iter().for_each(|folder| all.add(&folder.uri));
        all
    });
    sync::reopen(state);
    state.ask(Job::Settings);
    state.ask(Job::Everything);
}

/// A client that can be asked sends no settings along, or only part of them: it is asked.
pub fn changed(state: &State, settings: Value) {
    if !state.abilities().configuration && !settings.is_null() {
        state.settings.0.store(Some(Arc::new(section(settings))));
    }
    state.ask(Job::Settings);
}

/// Asks the client for its settings, if it can be asked.
pub async fn fetch(state: &State) {
    if !state.abilities().configuration {
        return;
    }
    let item = ConfigurationItem { scope_uri: None, section: Some("dateline".into()) };
    let answer = tokio::time::timeout(PATIENCE, state.client.configuration(vec![item])).await;
    if let Ok(Ok(answer)) = answer
        && let Some(settings) = answer.into_iter().next().filter(|settings| !settings.is_null())
    {
        state.settings.0.store(Some(Arc::new(settings)));
    }
}

/// Reads the settings of every root anew; gives the roots whose files count differently from before.
pub fn read(state: &State) -> Vec<PathBuf> {
    let client = state.settings.0.load_full();
    let client = client.as_deref().unwrap_or(&Value::Null);
    let outside = Arc::new(configured(None, client));
    let roots: Vec<_> = state.roots.load().iter().map(|root| root.path.clone()).collect();
    let read: Vec<_> =
        roots.into_iter().map(|path| (Arc::new(configured(Some(&path), client)), path)).collect();
    let mut other = Vec::new();
    state.roots.rcu(|all| {
        let mut all = (**all).clone();
        other.clear();
        all.loader = Arc::new(Loader::new(&[], &options(&outside)));
        all.config = outside.clone();
        for root in all.iter_mut() {
            let Some((config, _)) = read.iter().find(|(_, path)| *path == root.path) else { continue };
            if options(config) != options(&root.config) {
                other.push(root.path.clone());
                root.loader = Arc::new(Loader::at(&root.path, &root.prefix, &options(config)));
            }
            root.config = config.clone();
        }
        all
    });
    other
}

fn configured(_root: Option<&Path>, _client: &Value) -> Config {
    Config::default()
}

/// What of the settings decides which files count.
pub fn options(config: &Config) -> Options {
    Options {
        include: config.include.clone(),
        exclude: config.exclude.clone(),
        profiles: config.profiles.clone(),
        max_file_size: config.max_file_size,
        dates: config.dates.clone(),
    }
}

/// Clients put our settings below `dateline`, or send them bare.
fn section(settings: Value) -> Value {
    match settings {
        Value::Object(mut all) => all.remove("dateline").unwrap_or(Value::Object(all)),
        other => other,
    }
}
