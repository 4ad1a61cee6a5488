//! Edits of any number of documents, for fixes and renames, in the form the client can take.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::backend::Versions;
use super::view::View;
use crate::checks::Edit;

/// The mark of edits that the user should look at before they are made.
const TO_CONFIRM: &str = "text";

/// The version of a document that its edits are true of, and the edits, each with whether to confirm it.
type Edited = (Option<i32>, Vec<(TextEdit, bool)>);

/// All edits or none: half a change is a new fault. Each comes with whether the user should confirm it.
pub fn all<'e>(
    view: &View,
    versions: &Versions,
    edits: impl IntoIterator<Item = (&'e Edit, bool)>,
) -> Option<WorkspaceEdit> {
    let mut by_document: BTreeMap<Uri, Edited> = BTreeMap::new();
    for (edit, confirm) in edits {
        let doc = &edit.place.doc;
        let made = TextEdit::new(view.range(doc, edit.place.span)?, edit.new.clone());
        let document =
            by_document.entry(view.uri(doc)?).or_insert_with(|| (versions.get(doc).copied(), Vec::new()));
        document.1.push((made, confirm));
    }
    if !view.client.versioned_edits {
        let plain = |edits: Vec<(TextEdit, bool)>| edits.into_iter().map(|(edit, _)| edit).collect();
        let changes: HashMap<_, _> =
            by_document.into_iter().map(|(uri, (_, edits))| (uri, plain(edits))).collect();
        return Some(WorkspaceEdit::new(changes));
    }
    let annotates = view.client.annotated_edits;
    let annotated = |(text_edit, confirm)| match confirm && annotates {
        true => OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: TO_CONFIRM.into() }),
        false => OneOf::Left(text_edit),
    };
    let documents = by_document.into_iter().map(|(uri, (version, edits))| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(annotated).collect(),
    });
    Some(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(documents.collect())),
        change_annotations: annotates.then(annotations),
        changes: None,
    })
}

fn annotations() -> HashMap<String, ChangeAnnotation> {
    let annotation = ChangeAnnotation {
        label: "The words of an article".into(),
        needs_confirmation: Some(true),
        description: Some("somebody wrote them so".into()),
    };
    HashMap::from([(TO_CONFIRM.into(), annotation)])
}
