//! What a line shows by its form alone: heading, list item, table row, date, dateline, the end of a sentence.

use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// Marks after a full stop that still belong to the sentence.
const CLOSING: [char; 5] = ['"', '”', '’', '\'', ')'];

/// Bytes in the longest date that opens a row: "Wednesday, 18 September 2024, 10.35 a.m. GMT".
const MAX_DATE_BYTES: usize = 48;

/// Whether the text ends as a sentence, or something that introduces the next line, does.
pub(super) fn ends_sentence(content: &str) -> bool {
    content.trim_end_matches(CLOSING).ends_with(['.', '!', '?', ':', '…'])
}

/// Whether a sentence ends inside the line and another begins.
pub(super) fn has_sentence_break(line: &str) -> bool {
    [". ", "? ", "! ", ".” ", ".\" "].iter().any(|mark| {
        line.match_indices(mark).any(|(at, _)| {
            let word = line.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
            // "Jan. 4" and "J. Roe" hold no end of a sentence; four letters are hardly an abbreviation.
            let whole = word.chars().count() >= 4 && word.chars().all(char::is_alphanumeric);
            let rest = line.get(at + mark.len()..).unwrap_or_default();
            whole && rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
        })
    })
}

/// A heading in Markdown.
pub(super) fn is_heading(content: &str) -> bool {
    let rest = content.trim_start_matches('#');
    rest.len() < content.len() && content.len() - rest.len() <= 6 && rest.starts_with(' ')
}

/// An item of a list.
pub(super) fn is_bullet(content: &str) -> bool {
    ["• ", "•\t", "* ", "- ", "· ", "▪ ", "– "].iter().any(|mark| content.starts_with(mark))
        || content.starts_with('•')
}

/// A row of a table: cells between tabs or pipes, or three or more between commas without a space.
pub(super) fn is_row(line: &str) -> bool {
    if line.starts_with('|') || line.contains(" | ") || line.contains('\t') {
        return true;
    }
    let mut commas = 0;
    for (at, _) in line.match_indices(',') {
        let (before, after) = (line.get(..at).unwrap_or_default(), line.get(at + 1..).unwrap_or_default());
        // "1,990" is a number; "Oslo,Norway" once may be a slip.
        let number = before.ends_with(|c: char| c.is_ascii_digit())
            && after.bytes().take(3).filter(u8::is_ascii_digit).count() == 3;
        commas += usize::from(!number && !after.starts_with([' ', '”', '"']) && !after.is_empty());
    }
    commas >= 2
}

/// Whether the line ends inside a word or a compound: "Har-".
pub(super) fn ends_in_hyphen(line: &str) -> bool {
    let mut last = line.chars().rev();
    last.next().is_some_and(is_end_hyphen) && last.next().is_some_and(char::is_alphanumeric)
}

/// The hyphens that printers and text recognition put at the end of a line.
pub(in crate::text) fn is_end_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}' | '¬')
}

/// Only numbers, months, weekdays, clock times, time zones and marks, and enough of them to be a date. In
/// lower case.
pub(super) fn is_date_alone(words: &WordClasses<TextClass>, lower: &str) -> bool {
    let (mut numbers, mut count) = (0, 0);
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let number = word.bytes().next().is_some_and(|b| b.is_ascii_digit());
        numbers += usize::from(number);
        count += 1;
        if !number && !words.has(word, TextClass::DateWord) {
            return false;
        }
    }
    numbers >= 1 && count >= 2
}

/// The length of the date and its mark at the start of an entry of a timeline: "3 May 2024: …",
/// "2024-05-03 – …", "May 3, 2024 | …".
pub(super) fn dated_entry(words: &WordClasses<TextClass>, line: &str) -> Option<usize> {
    if !line.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '*' | '[')) {
        return None;
    }
    let end = (0..=MAX_DATE_BYTES.min(line.len())).rev().find(|end| line.is_char_boundary(*end))?;
    let head = line.get(..end)?;
    let marks = [": ", ":** ", ":\t", "** ", " – ", " — ", " - ", " | ", "\t", "] "];
    let (at, mark) = marks.iter().filter_map(|mark| Some((head.find(mark)?, mark))).min()?;
    let date = head.get(..at)?;
    let whole = date.contains(|c: char| c.is_ascii_digit()) && is_date_alone(words, &date.to_lowercase());
    whole.then_some(at + mark.len())
}
