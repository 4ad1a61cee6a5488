//! Code actions: the fixes of findings with the diagnostics they mend, and refactorings at a place.

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    Diagnostic, NumberOrString, WorkspaceEdit,
};

use super::backend::Versions;
use super::edits;
use super::view::View;
use crate::checks::Code;
use crate::corpus::DocId;
use crate::ide::actions::{self, Action};
use crate::text::Span;

pub fn actions(view: &View, params: &CodeActionParams, versions: &Versions) -> Option<CodeActionResponse> {
    let doc = view.doc(&params.text_document.uri);
    let range = view.span(&doc, params.range)?;
    let found = actions::actions(&view.world, &doc, range, &view.roots.config_of(&doc).rules);
    let wanted = found.into_iter().filter(|action| wants(&params.context, &kind(action)));
    let shown = |action: Action| {
        let edit = edits::all(view, versions, action.fix.edits.iter().map(|edit| (edit, false)))?;
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
