//! Findings as SARIF 2.1.0 (OASIS standard, 2020): columns in code points, related places and fixes included.

use serde_json::{Value, json};

use super::{Found, Report, line_column};
use crate::checks::{Code, Severity};
use crate::cli::Failure;
use crate::world::Place;

pub fn render(report: &Report<'_>) -> Result<String, Failure> {
    let mut codes: Vec<Code> = report.found.iter().map(|found| found.finding.code).collect();
    codes.sort();
    codes.dedup();
    let rules: Vec<_> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<_> = report.found.iter().map(|found| result(report, found, &codes)).collect();
    let skipped = report.loaded.skipped.iter().map(|(path, reason)| format!("skipped {path}: {reason}"));
    let skipped: Vec<_> =
        skipped.map(|text| json!({ "level": "note", "message": { "text": text } })).collect();
    let sarif = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "dateline", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": skipped }],
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&sarif).map(|text| text + "\n").map_err(|e| e.to_string())
}

fn rule(code: Code) -> Value {
    let Some(check) = code.check() else { return json!({ "id": code.to_string() }) };
    json!({
        "id": code.to_string(),
        "name": check.name,
        "shortDescription": { "text": check.name.replace('-', " ") },
        "help": { "text": check.page, "markdown": check.page },
        "defaultConfiguration": { "level": level(check.severity) },
    })
}

fn result(report: &Report<'_>, found: &Found, codes: &[Code]) -> Value {
    let finding = &found.finding;
    let related = finding.related.iter().enumerate().map(|(id, related)| {
        json!({ "id": id + 1, "message": { "text": related.message }, "physicalLocation": physical(report, &related.place) })
    });
    let related: Vec<_> = related.collect();
    let fixes = finding.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| {
        let changes = fix.edits.iter().map(|edit| json!({
            "artifactLocation": { "uri": uri(&report.loaded.shown(&edit.place.doc)) },
            "replacements": [{ "deletedRegion": region(report, &edit.place), "insertedContent": { "text": edit.new } }],
        }));
        json!({ "description": { "text": fix.title }, "artifactChanges": changes.collect::<Vec<_>>() })
    });
    json!({
        "ruleId": finding.code.to_string(),
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(report, &found.place)],
        "relatedLocations": related,
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

/// A place; an article of several in its file is a logical location there.
fn location(report: &Report<'_>, place: &Place) -> Value {
    let physical = physical(report, place);
    match report.article(&place.doc) {
        Some(name) => json!({
            "physicalLocation": physical, "logicalLocations": [{ "fullyQualifiedName": name, "kind": "object" }],
        }),
        None => json!({ "physicalLocation": physical }),
    }
}

fn physical(report: &Report<'_>, place: &Place) -> Value {
    json!({ "artifactLocation": { "uri": uri(&report.loaded.shown(&place.doc)) }, "region": region(report, place) })
}

fn region(report: &Report<'_>, place: &Place) -> Value {
    let (line, column) = line_column(report.world, &place.doc, place.span.start);
    let (end_line, end_column) = line_column(report.world, &place.doc, place.span.end);
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// A relative URI reference: everything but unreserved characters and `/` is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char)
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
