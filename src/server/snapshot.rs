//! The view of one request: a World that does not change under it, and the client's way of naming places in
//! it.

use std::sync::Arc;

use tower_lsp::ls_types::{Location, LocationLink, Position, Range, TextDocumentPositionParams, Uri};

use super::client_capabilities::Abilities;
use super::state::{State, Versions};
use super::workspace_folders::WorkspaceFolders;
use crate::ide::Target;
use crate::text::{Span, position};
use crate::world::{DocId, Place, World};

/// Taken at once when a request begins.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub world: Arc<World>,
    pub folders: Arc<WorkspaceFolders>,
    pub client: Abilities,
    /// Versions of open documents: never newer than the World, so that a client does not take an old edit for
    /// a new one.
    pub versions: Versions,
    state: Arc<State>,
}

impl Snapshot {
    /// The state as it is now.
    pub fn of(state: &Arc<State>) -> Self {
        let versions = state.versions();
        Self {
            versions,
            world: state.world.current(),
            folders: state.folders.load_full(),
            client: state.abilities(),
            state: state.clone(),
        }
    }

    /// For what is not in the snapshot: open documents, last answers.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The document that a URI means.
    pub fn doc(&self, uri: &Uri) -> DocId {
        self.folders.doc(uri)
    }

    /// The document and byte offset under a cursor; `None` for a document outside the corpus.
    pub fn cursor(&self, at: &TextDocumentPositionParams) -> Option<(DocId, u32)> {
        let file = self.doc(&at.text_document.uri);
        Some(self.world.document_at(&file, self.offset(&file, at.position)?))
    }

    /// The byte offset of a position; `None` for a document outside the corpus, here and below.
    pub fn offset(&self, doc: &DocId, at: Position) -> Option<u32> {
        let at = position::Position { line: at.line, column: at.character };
        Some(self.world.text(doc)?.offset(at, self.client.encoding))
    }

    /// The bytes of a range.
    pub fn span(&self, doc: &DocId, range: Range) -> Option<Span> {
        Some(Span::new(self.offset(doc, range.start)?, self.offset(doc, range.end)?))
    }

    /// The position of a byte offset in the document's file, in the client's columns.
    pub fn position(&self, doc: &DocId, offset: u32) -> Option<Position> {
        let (text, start) = self.world.file_text(doc)?;
        Some(self.position_in(text, start.saturating_add(offset)))
    }

    /// The same in a text that is not part of the World.
    pub fn position_in(&self, text: &position::Text, offset: u32) -> Position {
        let at = text.position(offset, self.client.encoding);
        Position::new(at.line, at.column)
    }

    /// The range of a span.
    pub fn range(&self, doc: &DocId, span: Span) -> Option<Range> {
        Some(Range::new(self.position(doc, span.start)?, self.position(doc, span.end)?))
    }

    /// The URI of a document. For an open one, exactly as its editor gave it: not every client treats another
    /// spelling as the same.
    pub fn uri(&self, doc: &DocId) -> Option<Uri> {
        let open = self.state.open.get(&doc.file()).map(|open| open.uri.clone());
        open.or_else(|| self.folders.uri(doc))
    }

    /// A place with the URI of its document.
    pub fn location(&self, place: &Place) -> Option<Location> {
        Some(Location::new(self.uri(&place.doc)?, self.range(&place.doc, place.span)?))
    }

    /// Many places, ordered by document, so that each document's URI is built once.
    pub fn locations<'p>(&self, places: impl IntoIterator<Item = &'p Place>) -> Vec<Location> {
        let mut last: Option<(&DocId, Option<Uri>)> = None;
        let mut locations = Vec::new();
        for place in places {
            let uri = match &last {
                Some((doc, uri)) if **doc == place.doc => uri.clone(),
                _ => {
                    let uri = self.uri(&place.doc);
                    last = Some((&place.doc, uri.clone()));
                    uri
                }
            };
            locations.extend(
                uri.zip(self.range(&place.doc, place.span)).map(|(uri, range)| Location::new(uri, range)),
            );
        }
        locations
    }

    /// A jump from `origin`, for clients that show both ends of a jump.
    pub fn location_link(&self, target: &Target, origin: Option<Range>) -> Option<LocationLink> {
        let Place { doc, span } = &target.place;
        Some(LocationLink {
            origin_selection_range: origin,
            target_uri: self.uri(doc)?,
            // LSP requires the selection to be within the whole.
            target_range: self.range(doc, target.full.cover(*span))?,
            target_selection_range: self.range(doc, *span)?,
        })
    }

    /// A link for Markdown: editors that can follow it go to the line.
    pub fn link(&self, place: &Place) -> Option<String> {
        if !self.client.markdown {
            return None;
        }
        let start = self.position(&place.doc, place.span.start)?;
        // A bracket would end the link of Markdown.
        let uri = self.uri(&place.doc)?.as_str().replace('(', "%28").replace(')', "%29");
        Some(format!("{uri}#L{},{}", start.line + 1, start.character + 1))
    }
}
