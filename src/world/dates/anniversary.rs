//! Anniversaries and counts of years, for those who do not yet ask the cues.

use crate::article::Article;
pub use crate::article::cues::Anniversary;
use crate::time::words::cardinal;

/// The anniversaries of running text, in order.
pub fn find(article: &Article) -> Vec<Anniversary> {
    article.cues.anniversaries.to_vec()
}

/// "ten years ago", "10 years ago" → 10.
pub fn years_ago(text: &str) -> Option<u16> {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let count = words.next()?;
    let unit = words.next()?;
    (matches!(unit, "years" | "year") && words.next() == Some("ago") && words.next().is_none())
        .then_some(())?;
    count.parse().ok().or_else(|| cardinal(count))
}
