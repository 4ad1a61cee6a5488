//! The head of an article under a rule, and front matter between two.

use crate::lang::Language;
use crate::lang::text::TextClass;
use crate::text::lines::lines;
use crate::text::{Span, dateline};
use crate::time::written;

/// Lines in which an article says who wrote it, and when.
const MAX_HEAD_LINES: usize = 6;

/// Bytes in the longest line that says so.
const MAX_LINE_BYTES: usize = 120;

/// Words of a date, with its weekday, time and zone, or of a byline. A line with more is a sentence.
const MAX_LINE_WORDS: usize = 14;

/// Bytes in the longest headline.
const MAX_HEADLINE_BYTES: usize = 250;

/// Lines in the longest front matter.
const MAX_FRONT_LINES: usize = 40;

/// Whether a block begins as an article does: a line that is no sentence, and near it one with a day or with
/// who wrote the article; or a dateline. Text must follow.
pub(super) fn is_headed(block: &str, language: &Language) -> bool {
    let mut lines = spans(block).map(|span| span.of(block).trim());
    let head: Vec<&str> = lines.by_ref().take(MAX_HEAD_LINES).collect();
    let Some(first) = head.first() else { return false };
    if head.iter().take(2).any(|line| is_wire(line, language)) {
        return true;
    }
    let title = |line: &str| line.len() <= MAX_HEADLINE_BYTES && !ends_sentence(line);
    let signed = head.iter().position(|line| is_signed(line, language));
    let Some(signed) = signed else { return false };
    // A date alone is a row of a timeline; a headline stands above it or below it.
    let headline = if signed == 0 { head.get(1).copied() } else { Some(*first) };
    headline.is_some_and(title) && head.iter().skip(1).chain(&lines.next()).any(|line| ends_sentence(line))
}

/// Whether a paragraph begins with a dateline that states a day.
fn is_wire(line: &str, language: &Language) -> bool {
    let end = dateline(&language.text, line).filter(|end| *end < line.len());
    end.is_some_and(|end| line.get(..end).and_then(written::find_day).is_some())
}

/// Whether a line says when an article was published, or who wrote it.
fn is_signed(line: &str, language: &Language) -> bool {
    if line.len() > MAX_LINE_BYTES || line.split_whitespace().nth(MAX_LINE_WORDS).is_some() {
        return false;
    }
    let mut openers = language.text.list(TextClass::BylineOpener).iter();
    let by = openers.any(|by| line.strip_prefix(by).is_some_and(|rest| rest.starts_with(char::is_uppercase)));
    !ends_sentence(line) && (by || written::find_day(line).is_some())
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':'])
}

/// Whether text between two fences is front matter: lines of keys and values, with a date or a title.
pub(super) fn is_front_matter(text: &str) -> bool {
    let mut named = false;
    for (count, line) in spans(text).map(|span| span.of(text)).enumerate() {
        let Some((key, _)) = line.split_once([':', '=']).filter(|_| count < MAX_FRONT_LINES) else {
            let item = line.starts_with([' ', '\t', '-']) && count < MAX_FRONT_LINES;
            if item {
                continue;
            }
            return false;
        };
        let key = key.trim();
        if key.contains(char::is_whitespace) && !line.starts_with([' ', '\t', '-']) {
            return false;
        }
        named |= matches!(key.to_ascii_lowercase().as_str(), "title" | "date" | "published" | "created");
    }
    named
}

/// The lines with something on them.
fn spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    lines(text).filter(|span| !span.of(text).trim().is_empty())
}
