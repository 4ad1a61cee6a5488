//! DL901 article-date-inferred: the article's date is not stated, but follows from what it says.

use super::context::Context;
use super::reasoning::article_date::hint;
use super::reasoning::wording;
use super::report::Report;

/// Pieces of evidence quoted in the message; the others are related places.
const MAX_REASONS: usize = 3;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let dating = context.dating();
    let Some(date) = dating.date.filter(|_| !dating.stated) else { return };
    let reasons: Vec<&str> = dating.evidence.iter().take(MAX_REASONS).map(|e| e.words.as_str()).collect();
    let message = format!("article date is {}: {}", wording::day(date), reasons.join("; "));
    report.note(hint(context, 901, message));
}
