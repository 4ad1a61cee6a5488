//! Edits of any number of documents, for fixes and renames, in the form the client supports.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, CreateFile, CreateFileOptions, DocumentChangeOperation,
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Range, ResourceOp, TextDocumentEdit,
    TextEdit, Uri, WorkspaceEdit,
};

use super::snapshot::Snapshot;
use crate::checks::Edit;
use crate::text::{Span, position::Text};

/// Marks edits that the user should look at before they are made.
const TO_CONFIRM: &str = "text";

/// All edits or none: half a change is a new error. Each comes with whether the user should confirm it.
pub fn all<'e>(
    snapshot: &Snapshot,
    edits: impl IntoIterator<Item = (&'e Edit, bool)>,
) -> Option<WorkspaceEdit> {
    let mut by_document: BTreeMap<Uri, Edited> = BTreeMap::new();
    for (edit, confirm) in edits {
        let Edit { place, new } = edit;
        let exists = snapshot.world.text(&place.doc).is_some();
        // An empty place in an unknown document: it is to be created.
        let range = if exists { snapshot.range(&place.doc, place.span)? } else { Range::default() };
        let document = by_document.entry(snapshot.uri(&place.doc)?).or_default();
        document.version = snapshot.versions.get(&place.doc.file()).copied();
        document.new |= !exists;
        document.edits.push((TextEdit::new(range, new.clone()), confirm));
    }
    made(snapshot, by_document)
}

/// One edit of a text outside the corpus: `before` is its content, `None` if it does not exist yet.
pub fn beside(
    snapshot: &Snapshot,
    uri: Uri,
    version: Option<i32>,
    before: Option<&Text>,
    (span, new): (Span, String),
) -> Option<WorkspaceEdit> {
    let range = before.map_or_else(Range::default, |text| {
        Range::new(snapshot.position_in(text, span.start), snapshot.position_in(text, span.end))
    });
    let edited = Edited { version, new: before.is_none(), edits: vec![(TextEdit::new(range, new), false)] };
    made(snapshot, BTreeMap::from([(uri, edited)]))
}

/// The changes to one document.
#[derive(Debug, Default)]
struct Edited {
    /// The version its edits apply to.
    version: Option<i32>,
    /// Whether it has to be created.
    new: bool,
    /// Each with whether to confirm it.
    edits: Vec<(TextEdit, bool)>,
}

/// The edits in the form the client supports; `None` if it cannot create a file that is needed.
fn made(snapshot: &Snapshot, by_document: BTreeMap<Uri, Edited>) -> Option<WorkspaceEdit> {
    let creates = by_document.values().any(|document| document.new);
    if creates && !(snapshot.client.creates_files && snapshot.client.versioned_edits) {
        return None;
    }
    if !snapshot.client.versioned_edits {
        let changes: HashMap<_, _> = by_document
            .into_iter()
            .map(|(uri, document)| (uri, document.edits.into_iter().map(|(edit, _)| edit).collect()))
            .collect();
        return Some(WorkspaceEdit::new(changes));
    }
    let annotates = snapshot.client.annotated_edits;
    let new = by_document.iter().filter(|(_, document)| document.new).map(|(uri, _)| create(uri));
    let new: Vec<_> = new.collect();
    let documents = by_document.into_iter().map(|(uri, document)| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: document.version },
        edits: document.edits.into_iter().map(|(edit, confirm)| marked(edit, confirm && annotates)).collect(),
    });
    let changes = if creates {
        let edits = documents.map(DocumentChangeOperation::Edit);
        DocumentChanges::Operations(new.into_iter().chain(edits).collect())
    } else {
        DocumentChanges::Edits(documents.collect())
    };
    Some(WorkspaceEdit {
        document_changes: Some(changes),
        change_annotations: annotates.then(annotations),
        changes: None,
    })
}

fn create(uri: &Uri) -> DocumentChangeOperation {
    let options = CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) };
    let file = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    DocumentChangeOperation::Op(ResourceOp::Create(file))
}

/// An edit, marked if it needs confirmation.
fn marked(text_edit: TextEdit, confirm: bool) -> OneOf<TextEdit, AnnotatedTextEdit> {
    match confirm {
        true => OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: TO_CONFIRM.into() }),
        false => OneOf::Left(text_edit),
    }
}

fn annotations() -> HashMap<String, ChangeAnnotation> {
    let annotation = ChangeAnnotation {
        label: "The words of an article".into(),
        needs_confirmation: Some(true),
        description: Some("somebody wrote them so".into()),
    };
    HashMap::from([(TO_CONFIRM.into(), annotation)])
}
