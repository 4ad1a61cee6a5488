//! The furniture of scraped pages, not written as part of the article: recognised by form and position, line
//! by line.

use rustc_hash::FxHashMap;

use super::{Line, ZoneKind};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;
use crate::text::marks::{self, Mark};

/// Marks furniture, and captions announced by a video length.
pub(super) fn mark(text: &str, words: &WordClasses<TextClass>, all: &mut [Line]) {
    let repeated = repeated(text, all);
    let chronicle = is_chronicle(text, all);
    let mut after_video = false;
    for line in all.iter_mut() {
        let content = line.span.of(text);
        if content.is_empty() {
            continue;
        }
        line.kind = if chronicle && year(content).is_some() {
            Some(ZoneKind::Headline)
        } else if is_furniture(words, content) {
            after_video = is_clock(content);
            Some(ZoneKind::Furniture)
        } else if (repeated.contains_key(content) && content.len() <= 300)
            || (after_video && content.len() <= 200 && !ends_sentence(content))
        {
            Some(ZoneKind::Caption)
        } else {
            after_video = false;
            None
        };
    }
}

/// Lines that occur twice with only blank lines between: a caption and its alternative text.
fn repeated<'t>(text: &'t str, all: &[Line]) -> FxHashMap<&'t str, ()> {
    let mut found = FxHashMap::default();
    let mut last = "";
    for line in all.iter().map(|line| line.span.of(text)).filter(|line| !line.is_empty()) {
        if line == last && line.len() > 12 {
            found.insert(line, ());
        }
        last = line;
    }
    found
}

/// Whether years alone on their lines head the sections of a history: several, each later than the one
/// before, with text under the last. A single such number is a comment count.
fn is_chronicle(text: &str, all: &[Line]) -> bool {
    let mut lines = all.iter().map(|line| line.span.of(text)).filter(|line| !line.is_empty()).peekable();
    let (mut last, mut heads) = (0, 0);
    while let Some(line) = lines.next() {
        let Some(year) = year(line) else { continue };
        if year <= last || lines.peek().is_none() {
            return false;
        }
        last = year;
        heads += 1;
    }
    heads >= 2
}

fn year(line: &str) -> Option<u16> {
    line.parse().ok().filter(|year| line.len() == 4 && (1000..2100).contains(year))
}

fn is_furniture(words: &WordClasses<TextClass>, line: &str) -> bool {
    is_clock(line)
        || is_count(line)
        || is_breadcrumb(words, line)
        || is_rule(line)
        || is_address(line)
        || is_phrase(words, line)
        || marks::whole(words, line).is_some_and(Mark::is_furniture)
}

/// A video length: `04:14`, `1:02:33`.
fn is_clock(line: &str) -> bool {
    line.contains(':')
        && line.len() <= 8
        && line
            .split(':')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A comment or share count, or a stray list number.
fn is_count(line: &str) -> bool {
    line.len() <= 9
        && line
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'K' | b'k' | b'M' | b'#' | b'(' | b')'))
}

/// "Home > China News", "World / Asia", "News » Europe": short steps, not a sentence.
fn is_breadcrumb(words: &WordClasses<TextClass>, line: &str) -> bool {
    line.len() <= 120
        && [" > ", " » ", " › ", " / ", " | "].iter().any(|separator| {
            let steps: Vec<_> = line.split(separator).collect();
            steps.len() >= 2
                && steps.iter().all(|step| {
                    step.split_whitespace().count() <= 4 && !step.bytes().any(|b| b.is_ascii_digit())
                })
                && (*separator == " > "
                    || *separator == " » "
                    || *separator == " › "
                    || words.has_folded(
                        steps.first().copied().unwrap_or_default().trim(),
                        TextClass::SectionName,
                    ))
        })
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|c| !c.is_alphanumeric())
}

fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
}

fn is_phrase(words: &WordClasses<TextClass>, line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let lower = line.trim_end_matches([':', '.', '…', '!', '→', '»', ' ']).replace('’', "'").to_lowercase();
    let starts = words.list(TextClass::FurnitureStart);
    words.has(&lower, TextClass::FurnitureLine)
        || line.len() <= 100 && starts.iter().any(|start| lower.starts_with(start))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', '\'']).ends_with(['.', '!', '?'])
}
