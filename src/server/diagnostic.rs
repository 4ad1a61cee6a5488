//! Findings as diagnostics, and the two ways in which a client pulls them. A result id is a fingerprint of
//! what was sent, so an unchanged answer says only that it is unchanged.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DocumentDiagnosticParams,
    DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, NumberOrString,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::convert;
use super::snapshot::Snapshot;
use super::state::{DiagnosticReport, WorkspaceReports};
use super::work::Cancel;
use crate::checks::{self, Finding};
use crate::ide::show;
use crate::world::DocId;

/// The findings of one file.
pub fn report(snapshot: &Snapshot, file: &DocId) -> DiagnosticReport {
    let rules = &snapshot.folders.config_of(file).rules;
    let mut items = Vec::new();
    for doc in &snapshot.world.documents_of(file) {
        let findings = checks::findings(&snapshot.world, doc, rules).into_iter();
        let findings = findings.filter(|finding| rules.underlines(finding.code));
        items.extend(findings.filter_map(|finding| diagnostic(snapshot, doc, finding)));
    }
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(&items).unwrap_or_default().hash(&mut hasher);
    DiagnosticReport { id: format!("{:016x}", hasher.finish()), items }
}

/// The reports of every document with findings; `None` if the request was cancelled.
pub fn all(snapshot: &Snapshot, cancel: &Cancel) -> Option<WorkspaceReports> {
    let state = snapshot.state();
    if let Some(reports) = state.last_reports.of(&snapshot.world, &snapshot.folders) {
        return Some(reports);
    }
    let mut reports = Vec::new();
    for doc in snapshot.world.files() {
        if cancel.is_set() {
            return None;
        }
        let report = report(snapshot, doc);
        if !report.items.is_empty() {
            reports.push((doc.clone(), report));
        }
    }
    let reports = Arc::new(reports);
    state.last_reports.keep(&snapshot.world, &snapshot.folders, &reports);
    Some(reports)
}

/// `textDocument/diagnostic`
pub fn pull(snapshot: &Snapshot, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let report = report(snapshot, &snapshot.doc(&params.text_document.uri));
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

/// Every document with findings, and every one for which the client still shows some.
pub fn pull_all(
    snapshot: &Snapshot,
    params: WorkspaceDiagnosticParams,
    cancel: &Cancel,
) -> WorkspaceDiagnosticReportResult {
    let previous: HashMap<_, _> = params.previous_result_ids.into_iter().map(|p| (p.uri, p.value)).collect();
    let reports = all(snapshot, cancel).unwrap_or_default();
    let mut items = Vec::new();
    let mut told = HashSet::new();
    for (doc, report) in reports.iter() {
        let Some(uri) = snapshot.uri(doc) else { continue };
        let version = snapshot.versions.get(doc).copied().map(i64::from);
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
        let doc = snapshot.doc(&uri);
        let version = snapshot.versions.get(&doc).copied().map(i64::from);
        let report = report(snapshot, &doc);
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

fn diagnostic(snapshot: &Snapshot, doc: &DocId, finding: Finding) -> Option<Diagnostic> {
    let Finding { code, severity, mut message, span, related, help, .. } = finding;
    let mut information = Vec::new();
    for related in related {
        match snapshot.location(&related.place) {
            Some(location) if snapshot.client.related_information => {
                information.push(DiagnosticRelatedInformation { location, message: related.message });
            }
            // A finding that rests on another place must name it, if only in words.
            Some(_) => {
                let line = show::line(&snapshot.world, &related.place);
                message.push_str(&format!("\n{}:{line}: {}", related.place.doc.file(), related.message));
            }
            None => {}
        }
    }
    if let Some(help) = help {
        message.push_str("\nhelp: ");
        message.push_str(&help);
    }
    let page = format!("{}/blob/main/tests/checks/{code}.md", env!("CARGO_PKG_REPOSITORY"));
    Some(Diagnostic {
        range: snapshot.range(doc, span)?,
        severity: Some(convert::severity(severity)),
        code: Some(NumberOrString::String(code.to_string())),
        code_description: page
            .parse()
            .ok()
            .filter(|_| snapshot.client.code_description)
            .map(|href| CodeDescription { href }),
        source: Some("dateline".into()),
        message,
        related_information: (!information.is_empty()).then_some(information),
        tags: None,
        data: None,
    })
}
