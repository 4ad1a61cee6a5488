//! Findings as one JSON document.

use serde_json::{Value, json};

use super::{Report, line_column};
use crate::cli::Failure;
use crate::corpus::Place;
use crate::export::annotate::At;

pub fn render(report: &Report<'_>) -> Result<String, Failure> {
    let findings = report.found.iter().map(|found| {
        let finding = &found.finding;
        let related = finding.related.iter().map(|related| {
            let mut value = place(report, &related.place);
            value["message"] = related.message.as_str().into();
            value
        });
        let related: Vec<_> = related.collect();
        let fixes = finding.fixes.iter().map(|fix| {
            let edits = fix.edits.iter().map(|edit| {
                let mut value = place(report, &edit.place);
                value["new"] = edit.new.as_str().into();
                value
            });
            json!({ "title": fix.title, "edits": edits.collect::<Vec<_>>() })
        });
        let mut value = place(report, &Place { doc: found.doc.clone(), span: finding.span });
        value["code"] = finding.code.to_string().into();
        value["severity"] = finding.severity.as_str().into();
        value["message"] = finding.message.as_str().into();
        value["help"] = finding.help.clone().into();
        value["related"] = related.into();
        value["fixes"] = fixes.collect::<Vec<_>>().into();
        value
    });
    let findings: Vec<_> = findings.collect();
    let skipped: Vec<_> =
        report.skipped.iter().map(|(path, reason)| json!({ "file": path, "reason": reason })).collect();
    let all = json!({ "articles": report.articles, "findings": findings, "skipped": skipped });
    serde_json::to_string_pretty(&all).map(|text| text + "\n").map_err(|e| e.to_string())
}

/// File, line and column from one, and code-point offsets.
fn place(report: &Report<'_>, place: &Place) -> Value {
    let (line, column) = line_column(report.world, &place.doc, place.span.start);
    let at = At::of(report.world, place);
    json!({ "file": place.doc.as_str(), "line": line, "column": column, "start": at.start, "end": at.end })
}
