//! The article's own date as a finding shows it.

use crate::checks::Finding;
use crate::checks::context::Context;
use crate::text::Span;

/// Adds the place that the article's date rests on most, if it has one.
pub fn with_article_date(context: &Context<'_>, finding: Finding) -> Finding {
    match context.dating().evidence.first().and_then(|evidence| evidence.place.clone()) {
        Some(place) => finding.related(place, "the article’s date"),
        None => finding,
    }
}

/// A hint about the article's date: placed at the beginning, with all evidence and how to state the date.
pub fn hint(context: &Context<'_>, number: u16, message: String) -> Finding {
    let mut finding = Finding::new(number, first_line(context), message)
        .help("state the date in front matter, in `dateline.toml` or in the file’s name");
    for evidence in &context.dating().evidence {
        if let Some(place) = &evidence.place {
            finding = finding.related(place.clone(), evidence.words.clone());
        }
    }
    finding
}

/// The headline, else the first line that is read.
fn first_line(context: &Context<'_>) -> Span {
    let span = context.article.headline_or_first_prose().map_or(Span::default(), |zone| zone.span);
    let line = context.article.text.slice(span).lines().next().unwrap_or_default();
    Span::new(span.start, span.start + line.len() as u32)
}
