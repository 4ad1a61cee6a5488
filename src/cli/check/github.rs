//! Findings as GitHub workflow commands, shown beside the lines of a pull request.

use super::{Report, line_column};
use crate::checks::Severity;

pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for found in report.shown() {
        let finding = &found.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info | Severity::Hint => "notice",
        };
        let (line, column) = line_column(report.world, &found.place.doc, finding.span.start);
        let (end_line, end_column) = line_column(report.world, &found.place.doc, finding.span.end);
        let mut message = finding.message.clone();
        for related in &finding.related {
            let (line, _) = line_column(report.world, &related.place.doc, related.place.span.start);
            message.push_str(&format!(
                "\n{}:{line}: {}",
                report.loaded.shown(&related.place.doc),
                related.message
            ));
        }
        out.push_str(&format!(
            "::{command} file={},line={line},endLine={end_line},col={column},endColumn={end_column},title={}::{}\n",
            property(&report.loaded.shown(&found.place.doc)),
            finding.code,
            data(&message)
        ));
    }
    out
}

/// Escapes as the runner's own toolkit does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
