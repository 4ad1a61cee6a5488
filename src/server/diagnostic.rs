//! Findings as diagnostics, and the two ways a client pulls them. A result id is a fingerprint of what was sent, so
//! an answer that would say the same again says only that.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DocumentDiagnosticParams,
    DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, NumberOrString,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::{convert, roots::Roots, view::View, work::Cancel};
use crate::checks::{self, Finding};
use crate::world::{DocId, World};

/// The diagnostics of one document and their fingerprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiagnosticReport {
    pub id: String,
    pub items: Vec<Diagnostic>,
}

/// The last pull of the whole workspace: clients pull every few seconds, and mostly nothing has changed.
#[derive(Debug, Default)]
pub struct LastReports(Mutex<Option<Pulled>>);

/// Reports, and the World and settings they are true of.
type Pulled = (Arc<World>, Arc<Roots>, Reports);
type Reports = Arc<Vec<(DocId, DiagnosticReport)>>;

pub fn report(view: &View, doc: &DocId) -> DiagnosticReport {
    let rules = &view.roots.config_of(doc).rules;
    let findings = checks::findings(&view.world, doc, rules);
    let items: Vec<_> = findings.into_iter().filter_map(|finding| diagnostic(view, doc, finding)).collect();
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(&items).unwrap_or_default().hash(&mut hasher);
    DiagnosticReport { id: format!("{:016x}", hasher.finish()), items }
}

/// The reports of every document that has findings; `None` if nobody waits for them any more.
pub fn all(view: &View, cancel: &Cancel) -> Option<Reports> {
    let last = &view.state().workspace_reports.0;
    let lock = || last.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((world, roots, reports)) = &*lock()
        && Arc::ptr_eq(world, &view.world)
        && Arc::ptr_eq(roots, &view.roots)
    {
        return Some(reports.clone());
    }
    let docs =
        view.world.articles().map(|(doc, _)| doc).chain(view.world.profile_files().map(|(doc, _)| doc));
    let mut reports = Vec::new();
    for doc in docs {
        if cancel.is_set() {
            return None;
        }
        let report = report(view, doc);
        if !report.items.is_empty() {
            reports.push((doc.clone(), report));
        }
    }
    let reports = Arc::new(reports);
    *lock() = Some((view.world.clone(), view.roots.clone(), reports.clone()));
    Some(reports)
}

pub fn pull(view: &View, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let report = report(view, &view.doc(&params.text_document.uri));
    DocumentDiagnosticReportResult::Report(if params.previous_result_id.as_deref() == Some(&report.id) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: report.id },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: full(report),
        })
    })
}

/// Every document with findings, and every one the client still shows some for.
pub fn pull_all(
    view: &View,
    params: WorkspaceDiagnosticParams,
    cancel: &Cancel,
) -> WorkspaceDiagnosticReportResult {
    let previous: HashMap<_, _> = params.previous_result_ids.into_iter().map(|p| (p.uri, p.value)).collect();
    let reports = all(view, cancel).unwrap_or_default();
    let mut items = Vec::new();
    let mut told = HashSet::new();
    for (doc, report) in reports.iter() {
        let Some(uri) = view.uri(doc) else { continue };
        let version = view.versions.get(doc).copied().map(i64::from);
        items.push(if previous.get(&uri) == Some(&report.id) {
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                uri: uri.clone(),
                version,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: report.id.clone(),
                },
            })
        } else {
            whole(uri.clone(), version, report.clone())
        });
        told.insert(uri);
    }
    let healed = previous.into_keys().filter(|uri| !told.contains(uri));
    items.extend(healed.map(|uri| {
        let doc = view.doc(&uri);
        let version = view.versions.get(&doc).copied().map(i64::from);
        let report = report(view, &doc);
        whole(uri, version, report)
    }));
    WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items })
}

fn whole(uri: Uri, version: Option<i64>, report: DiagnosticReport) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: full(report),
    })
}

fn full(report: DiagnosticReport) -> FullDocumentDiagnosticReport {
    FullDocumentDiagnosticReport { result_id: Some(report.id), items: report.items }
}

fn diagnostic(view: &View, doc: &DocId, finding: Finding) -> Option<Diagnostic> {
    let Finding { code, severity, mut message, span, related, help, .. } = finding;
    let mut information = Vec::new();
    for related in related {
        match view.location(&related.place) {
            Some(location) if view.client.related_information => {
                information.push(DiagnosticRelatedInformation { location, message: related.message });
            }
            // What rests on another place must name it, if only in words.
            Some(_) => message.push_str(&format!("\n{}: {}", related.place.doc, related.message)),
            None => {}
        }
    }
    if let Some(help) = help {
        message.push_str("\nhelp: ");
        message.push_str(&help);
    }
    let page = format!("{}/blob/main/tests/checks/{code}.md", env!("CARGO_PKG_REPOSITORY"));
    Some(Diagnostic {
        range: view.range(doc, span)?,
        severity: Some(convert::severity(severity)),
        code: Some(NumberOrString::String(code.to_string())),
        code_description: page
            .parse()
            .ok()
            .filter(|_| view.client.code_description)
            .map(|href| CodeDescription { href }),
        source: Some("dateline".into()),
        message,
        related_information: (!information.is_empty()).then_some(information),
        tags: None,
        data: None,
    })
}
