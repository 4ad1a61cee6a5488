//! Open documents. Every function here is done when it returns: a handler that calls it has written before it waits.

use std::sync::Arc;

use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Uri,
};

use super::backend::State;
use super::client;
use super::loading::{self, Job};
use super::world::lock;
use crate::text::buffer::Buffer;
use crate::text::position::Position;
use crate::world::{Change, DocId};

/// A document as its editor shows it; it outranks the file on disk.
#[derive(Debug)]
pub struct Open {
    pub uri: Uri,
    pub version: i32,
    buffer: Buffer,
}

impl Open {
    pub fn text(&self) -> Arc<str> {
        self.buffer.text()
    }
}

pub fn open(state: &State, params: DidOpenTextDocumentParams) {
    let _turn = lock(&state.typing);
    let document = params.text_document;
    let doc = state.roots.load().doc(&document.uri);
    let most = state.roots.load().config_of(&doc).max_file_size;
    if document.text.len() as u64 > most {
        let size = document.text.len();
        client::complain(
            state,
            [format!("{doc} has {size} bytes, more than `max_file_size` ({most}); it is not read")],
        );
    }
    let buffer = Buffer::new(&document.text);
    state.open.insert(doc.clone(), Open { uri: document.uri, version: document.version, buffer });
    write(state, doc, document.text.into());
}

/// Changes to a document that is not open are a client's slip: there is no text to change.
pub fn change(state: &State, params: DidChangeTextDocumentParams) {
    let _turn = lock(&state.typing);
    let doc = state.roots.load().doc(&params.text_document.uri);
    let encoding = state.abilities().encoding;
    let Some(mut open) = state.open.get_mut(&doc) else { return };
    open.version = params.text_document.version;
    for change in params.content_changes {
        match change.range {
            Some(range) => {
                let at = |p: tower_lsp::ls_types::Position| Position { line: p.line, column: p.character };
                open.buffer.edit(at(range.start), at(range.end), encoding, &change.text);
            }
            None => open.buffer.replace_all(&change.text),
        }
    }
    let text = open.buffer.text();
    drop(open);
    write(state, doc, text);
}

/// From here on the file on disk counts; it is read beside the protocol, and until then the last text stays.
pub fn close(state: &State, params: &DidCloseTextDocumentParams) {
    let doc = state.roots.load().doc(&params.text_document.uri);
    if state.open.remove(&doc).is_some() {
        state.tokens.forget(&doc);
        state.ask(Job::Documents(vec![doc]));
    }
}

/// After the roots or their settings have changed: every open document under its present name and kind.
pub fn reopen(state: &State) {
    let _turn = lock(&state.typing);
    let roots = state.roots.load_full();
    let before: Vec<_> = state.open.iter().map(|open| (open.key().clone(), open.uri.clone())).collect();
    for (old, uri) in before {
        let new = roots.doc(&uri);
        if new != old
            && let Some((_, open)) = state.open.remove(&old)
        {
            state.open.insert(new.clone(), open);
            state.store.write(Change::Remove { doc: old });
        }
        if let Some(text) = state.open.get(&new).map(|open| open.buffer.text()) {
            write(state, new, text);
        }
    }
}

fn write(state: &State, doc: DocId, text: Arc<str>) {
    let change = loading::change(&state.roots.load(), doc, text);
    state.store.write(change);
    state.changed.notify_one();
}
