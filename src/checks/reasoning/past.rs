//! Whether a sentence tells of something as past.

use crate::checks::context::{Context, contains_words};
use crate::text::{Index, Sentence, Span};

/// Whether the sentence looks forward from the past, or says what others said.
pub fn looks_forward(context: &Context<'_>, sentence: Index<Sentence>) -> bool {
    let sentence = context.sentence(sentence);
    FORWARD.iter().any(|words| contains_words(&sentence, words))
}

/// Words that look forward from the past, or say what others said.
const FORWARD: &[&str] = &[
    "was to",
    "were to",
    "scheduled",
    "planned",
    "plan",
    "plans",
    "due",
    "would",
    "will",
    "expected",
    "set",
    "set to",
    "set for",
    "slated",
    "upcoming",
    "going to",
    "until",
    "ahead of",
    "by",
    "before",
    "deadline",
    "expire",
    "expires",
    "agreed",
    "invited",
    "proposed",
    "fixed",
    "announced",
    "if",
    "should",
    "could",
    "might",
    "may have",
];

/// The past verb nearest to the span in its sentence: up to twelve words before it, else up to eight behind.
pub fn past_verb<'w>(context: &Context<'w>, span: Span, sentence: Index<Sentence>) -> Option<&'w str> {
    let whole = context.article.sentence(sentence);
    let before = context.article.text.slice(Span::new(whole.start, span.start));
    let after = context.article.text.slice(Span::new(span.end, whole.end));
    let back = before.split_whitespace().rev().take(12).map(bare).find(|word| is_past(word));
    back.or_else(|| after.split_whitespace().take(8).map(bare).find(|word| is_past(word)))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_past(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "met", "held", "was", "were", "took", "came", "went", "began", "spoke", "said", "told", "sat",
        "left", "flew", "won", "made", "gave", "saw", "had",
    ];
    IRREGULAR.contains(&word)
        || (word.len() > 4 && word.ends_with("ed") && word.chars().all(char::is_lowercase))
}
