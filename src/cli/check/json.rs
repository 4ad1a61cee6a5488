//! Findings as one JSON document.

use serde::Serialize;

use super::{Report, line_column};
use crate::cli::Failure;
use crate::export::findings::{FindingRecord, finding_record};
use crate::export::record::PlaceRecord;
use crate::world::Place;

#[derive(Serialize)]
struct Document<'a> {
    articles: usize,
    findings: Vec<FindingRecord<'a, Head<'a>, Location>>,
    skipped: Vec<Skipped<'a>>,
}

/// Where a finding is, and the fix in words.
#[derive(Serialize)]
struct Head<'a> {
    help: Option<&'a str>,
    #[serde(flatten)]
    at: Location,
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
    /// The article, where the file holds several: "wire.txt#3".
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

pub fn render(report: &Report<'_>) -> Result<String, Failure> {
    let findings = report.found.iter().map(|found| {
        let head = Head { help: found.finding.help.as_deref(), at: location(report, &found.place) };
        finding_record(&found.finding, head, |place| location(report, place))
    });
    let skipped = report.loaded.skipped.iter().map(|(file, reason)| Skipped { file, reason }).collect();
    let document = Document { articles: report.articles, findings: findings.collect(), skipped };
    serde_json::to_string_pretty(&document).map(|text| text + "\n").map_err(|e| e.to_string())
}

fn location(report: &Report<'_>, place: &Place) -> Location {
    let (line, column) = line_column(report.world, &place.doc, place.span.start);
    let PlaceRecord { start, end, .. } = PlaceRecord::of(report.world, place);
    Location {
        file: report.loaded.shown(&place.doc),
        article: report.article(&place.doc),
        line,
        column,
        start,
        end,
    }
}
