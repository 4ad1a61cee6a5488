//! Text synchronization: documents are opened, edited and closed, and each edit changes the World at once.
//! Every function here is complete on return, so a handler that calls it has written before it waits.

use std::sync::Arc;

use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
};

use super::client;
use super::lock::lock;
use super::state::{Job, OpenDocument, State};
use super::workspace_folders::WorkspaceFolders;
use crate::text::buffer::Buffer;
use crate::text::position::{Position, Text};
use crate::world::{Change, DocId};

/// `textDocument/didOpen`
pub fn open(state: &State, params: DidOpenTextDocumentParams) {
    let _turn = lock(&state.typing);
    let document = params.text_document;
    let doc = state.doc(&document.uri);
    let most = state.folders.load().config_of(&doc).max_file_size;
    if document.text.len() as u64 > most {
        let size = document.text.len();
        client::complain(
            state,
            [format!("{doc} has {size} bytes, more than `max_file_size` ({most}); it is not read")],
        );
    }
    let buffer = Buffer::new(&document.text);
    state.open.insert(doc.clone(), OpenDocument { uri: document.uri, version: document.version, buffer });
    write(state, doc, document.text.into());
}

/// A change to a document that is not open is a client's mistake: there is no text to change.
pub fn change(state: &State, params: DidChangeTextDocumentParams) {
    let _turn = lock(&state.typing);
    let doc = state.doc(&params.text_document.uri);
    let encoding = state.abilities().encoding;
    let Some(mut open) = state.open.get_mut(&doc) else { return };
    open.version = params.text_document.version;
    for change in params.content_changes {
        match change.range {
            Some(range) => {
                open.buffer.edit(position(range.start), position(range.end), encoding, &change.text);
            }
            None => open.buffer.replace_all(&change.text),
        }
    }
    let text = open.buffer.text();
    drop(open);
    write(state, doc, text);
}

/// From now on the file on disk counts. It is read beside the protocol; until then the last text stays.
pub fn close(state: &State, params: &DidCloseTextDocumentParams) {
    let doc = state.doc(&params.text_document.uri);
    if state.open.remove(&doc).is_some() {
        state.last_tokens.forget(&doc);
        state.ask(Job::Documents(vec![doc]));
    }
}

/// After the roots or their settings change: gives every open document its current name and kind.
pub fn reopen(state: &State) {
    let _turn = lock(&state.typing);
    let roots = state.folders.load_full();
    let before: Vec<_> = state.open.iter().map(|open| (open.key().clone(), open.uri.clone())).collect();
    for (old, uri) in before {
        let new = roots.doc(&uri);
        if new != old
            && let Some((_, open)) = state.open.remove(&old)
        {
            state.open.insert(new.clone(), open);
            state.world.write(Change::Remove { doc: old });
        }
        if let Some(text) = state.open.get(&new).map(|open| open.buffer.text()) {
            write(state, new, text);
        }
    }
}

fn write(state: &State, doc: DocId, text: Arc<str>) {
    state.world.write(changed(&state.folders.load(), doc, text));
    state.changed.notify_one();
}

/// The change that a document with this text makes to the World. TOML that is not a profile is not read, and
/// a file too large on disk is too large in an editor.
fn changed(folders: &WorkspaceFolders, doc: DocId, text: Arc<str>) -> Change {
    let sources = folders.sources_of(&doc);
    let too_large = text.len() as u64 > folders.config_of(&doc).max_file_size;
    if too_large || sources.kind(&doc).is_none() && doc.as_str().ends_with(".toml") {
        return Change::Remove { doc };
    }
    sources.change(doc, Text::new(text))
}

fn position(at: tower_lsp::ls_types::Position) -> Position {
    Position { line: at.line, column: at.character }
}
