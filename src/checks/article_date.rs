//! The article's own date: DL901 article-date-inferred, DL902 article-date-unclear.

use super::case::{Case, told_day, told_window};
use super::report::Report;
use super::{Code, Finding};
use crate::text::Span;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    let dating = case.dating();
    if dating.stated {
        return;
    }
    let reasons: Vec<&str> = dating.evidence.iter().take(3).map(|e| e.words.as_str()).collect();
    let (number, message) = match (dating.date, dating.fitting) {
        (Some(date), _) => (901, format!("article date is {}: {}", told_day(date), reasons.join("; "))),
        (None, Some(0)) => (902, "no day fits all that the article says of its date".to_owned()),
        (None, Some(days)) => {
            let between = dating.window().map_or(String::new(), |w| format!(", {}", told_window(w)));
            (902, format!("{days} days fit as the article’s date{between}"))
        }
        (None, None) => (902, "nothing tells the article’s date".to_owned()),
    };
    debug_assert!(Code::new(number).entry().is_some());
    let mut finding = Finding::new(number, title(case), message)
        .help("state the date in front matter, in `dateline.toml` or in the file’s name");
    for evidence in &dating.evidence {
        if let Some(place) = &evidence.place {
            finding = finding.related(place.clone(), evidence.words.clone());
        }
    }
    report.note(finding);
}

/// Where the hint stands: the headline, else the first line that is read.
fn title(case: &Case<'_>) -> Span {
    let span = case.article.headline_or_first_prose().map_or(Span::default(), |zone| zone.span);
    let line = case.article.text.slice(span).lines().next().unwrap_or_default();
    Span::new(span.start, span.start + line.len() as u32)
}
