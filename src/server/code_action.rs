//! Code actions: the fixes of findings with the diagnostics they resolve, and refactorings at a place.

use jiff::civil::Date;
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    Diagnostic, NumberOrString, WorkspaceEdit,
};

use super::snapshot::Snapshot;
use super::workspace_edit;
use crate::config::{self, Config, FILE};
use crate::ide::code_action;
use crate::text::position::Text;
use crate::world::DocId;

/// `textDocument/codeAction`
pub fn code_action(snapshot: &Snapshot, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let file = snapshot.doc(&params.text_document.uri);
    let range = snapshot.span(&file, params.range)?;
    let home = home(snapshot, &file);
    let rules = &snapshot.folders.config_of(&file).rules;
    let mut all = Vec::new();
    for (doc, range) in snapshot.world.documents_in(&file, range) {
        let found = code_action::code_actions(&snapshot.world, &doc, range, rules, home.as_ref());
        let wanted = found.into_iter().filter(|action| wants(&params.context, &kind(action)));
        all.extend(wanted.filter_map(|action| shown(snapshot, &doc, &params.context, action)));
    }
    Some(all)
}

/// The profile file to create in the article's root, where its settings look for profiles.
fn home(snapshot: &Snapshot, doc: &DocId) -> Option<DocId> {
    let root = snapshot.folders.root_of(doc)?;
    snapshot.folders.doc_of_path(&root.path.join(root.config.first_profile_file()))
}

/// The edit that states a date in the `dateline.toml` of the article's root. An article outside every root
/// states its own date.
fn stated(snapshot: &Snapshot, doc: &DocId, date: Date) -> Option<WorkspaceEdit> {
    let Some(root) = snapshot.folders.root_of(doc) else {
        // Front matter is at the top of a file, so an article below others has none.
        if doc.number().is_some() {
            return None;
        }
        let edit = code_action::in_front_matter(doc, snapshot.world.article(doc)?, date);
        return workspace_edit::all(snapshot, [(&edit, false)]);
    };
    let path = root.path.join(FILE);
    let settings = snapshot.folders.doc_of_path(&path)?;
    let version = snapshot.versions.get(&settings).copied();
    let text = match snapshot.state().open.get(&settings) {
        // Edited since the request: an edit would hit the wrong place.
        Some(open) if Some(open.version) != version => return None,
        Some(open) => Some(open.text()),
        None => Config::text(&root.path).ok()?.map(Into::into),
    };
    let text = text.map(Text::new);
    let article = root.sources.relative(doc)?;
    let edit = config::state::date(text.as_ref().map_or("", Text::as_str), &article, date)?;
    workspace_edit::beside(snapshot, snapshot.uri(&settings)?, version, text.as_ref(), edit)
}

fn shown(
    snapshot: &Snapshot,
    doc: &DocId,
    context: &CodeActionContext,
    action: code_action::CodeAction,
) -> Option<CodeActionOrCommand> {
    let edit = match action.states {
        Some(date) => stated(snapshot, doc, date)?,
        None => workspace_edit::all(snapshot, action.fix.edits.iter().map(|edit| (edit, false)))?,
    };
    let shown = context.diagnostics.iter();
    let mended: Vec<_> = shown.filter(|shown| mends(snapshot, doc, &action, shown)).cloned().collect();
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        kind: Some(kind(&action)),
        edit: Some(edit),
        diagnostics: (!mended.is_empty()).then_some(mended),
        title: action.fix.title,
        ..Default::default()
    }))
}

/// Whether a diagnostic, as the client has it, is the finding that the action fixes.
fn mends(
    snapshot: &Snapshot,
    doc: &DocId,
    action: &code_action::CodeAction,
    diagnostic: &Diagnostic,
) -> bool {
    let Some((code, span)) = action.mends else { return false };
    let code = Some(NumberOrString::String(code.to_string()));
    diagnostic.code == code && snapshot.range(doc, span) == Some(diagnostic.range)
}

const fn kind(action: &code_action::CodeAction) -> CodeActionKind {
    if action.quick { CodeActionKind::QUICKFIX } else { CodeActionKind::REFACTOR_REWRITE }
}

/// Whether the client asked for this kind, or for one it belongs to.
fn wants(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    context.only.as_ref().is_none_or(|only| only.iter().any(|wanted| is_within(kind, wanted)))
}

fn is_within(kind: &CodeActionKind, wanted: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    wanted.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
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
