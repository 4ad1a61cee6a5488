//! Findings as one JSON document.

use serde::Serialize;

use super::{Report, line_column};
use crate::cli::Failure;
use crate::export::annotate::At;
use crate::world::Place;

#[derive(Serialize)]
struct Document<'a> {
    articles: usize,
    findings: Vec<Finding<'a>>,
    skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: String,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    at: Location,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: Location,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    at: Location,
    new: &'a str,
}

#[derive(Serialize)]
struct Skipped<'a> {
    file: &'a str,
    reason: &'a str,
}

/// Line and column from one; `start` and `end` in code points of the file.
#[derive(Serialize)]
struct Location {
    file: String,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

pub fn render(report: &Report<'_>) -> Result<String, Failure> {
    let findings = report.found.iter().map(|found| {
        let finding = &found.finding;
        let related = finding.related.iter();
        Finding {
            code: finding.code.to_string(),
            severity: finding.severity.as_str(),
            message: &finding.message,
            help: finding.help.as_deref(),
            at: location(report, &found.place),
            related: related
                .map(|related| Related { at: location(report, &related.place), message: &related.message })
                .collect(),
            fixes: finding.fixes.iter().map(|fix| self::fix(report, fix)).collect(),
        }
    });
    let skipped = report.loaded.skipped.iter().map(|(file, reason)| Skipped { file, reason }).collect();
    let document = Document { articles: report.world.article_count(), findings: findings.collect(), skipped };
    serde_json::to_string_pretty(&document).map(|text| text + "\n").map_err(|e| e.to_string())
}

fn fix<'a>(report: &Report<'_>, fix: &'a crate::checks::Fix) -> Fix<'a> {
    let edits = fix.edits.iter().map(|edit| Edit { at: location(report, &edit.place), new: &edit.new });
    Fix { title: &fix.title, edits: edits.collect() }
}

fn location(report: &Report<'_>, place: &Place) -> Location {
    let (line, column) = line_column(report.world, &place.doc, place.span.start);
    let At { start, end, .. } = At::of(report.world, place);
    Location { file: report.loaded.shown(&place.doc), line, column, start, end }
}
