//! Code actions: the fixes of findings with the diagnostics they mend, and refactorings at a place.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    Diagnostic, DocumentChanges, NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::backend::Versions;
use super::view::View;
use crate::checks::{Code, Fix};
use crate::corpus::DocId;
use crate::ide::actions::{self, Action};
use crate::text::Span;

pub fn actions(view: &View, params: &CodeActionParams, versions: &Versions) -> Option<CodeActionResponse> {
    let doc = view.doc(&params.text_document.uri);
    let range = view.span(&doc, params.range)?;
    let found = actions::actions(&view.world, &doc, range, &view.roots.config_of(&doc).rules);
    let wanted = found.into_iter().filter(|action| wants(&params.context, &kind(action)));
    let shown = |action: Action| {
        let edit = edit(view, &action.fix, versions)?;
        Some(shown(view, &doc, &params.context, action, edit))
    };
    Some(wanted.filter_map(shown).collect())
}

fn shown(
    view: &View,
    doc: &DocId,
    context: &CodeActionContext,
    action: Action,
    edit: WorkspaceEdit,
) -> CodeActionOrCommand {
    let mends = |diagnostic: &&Diagnostic| {
        let same = |(code, span): (Code, Span)| {
            let shown = Some(NumberOrString::String(code.to_string()));
            diagnostic.code == shown && view.range(doc, span) == Some(diagnostic.range)
        };
        action.mends.is_some_and(same)
    };
    let mended: Vec<_> = context.diagnostics.iter().filter(mends).cloned().collect();
    CodeActionOrCommand::CodeAction(CodeAction {
        kind: Some(kind(&action)),
        edit: Some(edit),
        diagnostics: (!mended.is_empty()).then_some(mended),
        title: action.fix.title,
        ..Default::default()
    })
}

const fn kind(action: &Action) -> CodeActionKind {
    if action.quick { CodeActionKind::QUICKFIX } else { CodeActionKind::REFACTOR_REWRITE }
}

/// Whether the client asked for this kind, or for one it belongs to.
fn wants(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let within = |wanted: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        wanted.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.only.as_ref().is_none_or(|only| only.iter().any(within))
}

/// All edits of a fix or none: half a fix is a new fault.
fn edit(view: &View, fix: &Fix, versions: &Versions) -> Option<WorkspaceEdit> {
    let mut by_document: BTreeMap<Uri, (Option<i32>, Vec<TextEdit>)> = BTreeMap::new();
    for edit in &fix.edits {
        let doc = &edit.place.doc;
        let range = view.range(doc, edit.place.span)?;
        let (_, edits) =
            by_document.entry(view.uri(doc)?).or_insert_with(|| (versions.get(doc).copied(), Vec::new()));
        edits.push(TextEdit::new(range, edit.new.clone()));
    }
    if !view.client.versioned_edits {
        let changes: HashMap<_, _> = by_document.into_iter().map(|(uri, (_, edits))| (uri, edits)).collect();
        return Some(WorkspaceEdit::new(changes));
    }
    let documents = by_document.into_iter().map(|(uri, (version, edits))| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    });
    Some(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(documents.collect())),
        ..Default::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_takes_in_the_kinds_below_it() {
        let asks = |only: Option<&'static str>| CodeActionContext {
            only: only.map(|kind| vec![CodeActionKind::new(kind)]),
            ..Default::default()
        };
        let rewrite = CodeActionKind::REFACTOR_REWRITE;
        assert!(wants(&asks(None), &rewrite) && wants(&asks(Some("")), &rewrite));
        assert!(wants(&asks(Some("refactor")), &rewrite) && wants(&asks(Some("refactor.rewrite")), &rewrite));
        assert!(!wants(&asks(Some("quickfix")), &rewrite) && !wants(&asks(Some("refactor.re")), &rewrite));
    }
}
