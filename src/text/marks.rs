//! Lines that an archive or a page puts round an article, each known by its form alone: "2 of 37 DOCUMENTS",
//! "LOAD-DATE: May 8, 2016", "End of Document", a rule.

use super::Span;
use super::lines::lines;
use crate::lang::text::TextClass;
use crate::lang::{KnownWord, Language, WordClasses};

/// Bytes in the longest line that is a mark as a whole.
const MAX_MARK_BYTES: usize = 96;

/// Bytes in the longest label of a field: "Language of publication:".
const MAX_LABEL_BYTES: usize = 32;

/// The shortest rule: three dashes, as in Markdown.
const MIN_RULE_CHARS: usize = 3;

/// Bytes in the shortest number that closes an article of Factiva: "COUR000020160507ec57000ab".
const MIN_ACCESSION_BYTES: usize = 18;

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The number of an article, and of how many: "2 of 37 DOCUMENTS".
    Number(u32, u32),
    /// "Page 1 of 2".
    Page,
    /// The last line of an article: "End of Document".
    Closing,
    /// The last line of the page that lists what was exported.
    CoverEnd,
    /// The field that opens a record: "HD", "Title:".
    Opens,
    /// Another field of a record: "PD", "Full text:".
    Field,
    /// "LENGTH: 512 words".
    Length,
    /// "LOAD-DATE: May 8, 2016".
    Loaded,
    /// What may follow that under an article: "LANGUAGE: ENGLISH", "Copyright 2016 The Courier".
    Tail,
    /// A line of dashes.
    Rule,
}

impl Mark {
    /// Whether the line is no part of what the article tells. A rule may be: in Markdown it parts paragraphs.
    pub fn is_furniture(self) -> bool {
        matches!(self, Self::Number(..) | Self::Page | Self::Closing | Self::CoverEnd | Self::Tail)
    }
}

/// A line with a mark.
#[derive(Clone, Copy, Debug)]
pub struct MarkedLine {
    pub mark: Mark,
    pub span: Span,
}

/// The lines of a text that have a mark.
pub fn marked_lines(text: &str, language: &Language) -> Vec<MarkedLine> {
    let words = &language.text;
    let marked =
        lines(text).filter_map(|span| Some(MarkedLine { mark: mark(words, span.of(text).trim())?, span }));
    marked.collect()
}

/// The mark of a line without the white space around it.
fn mark(words: &WordClasses<TextClass>, line: &str) -> Option<Mark> {
    field(words, line).or_else(|| whole(words, line))
}

/// A line that is a mark from its first letter to its last.
pub(super) fn whole(words: &WordClasses<TextClass>, line: &str) -> Option<Mark> {
    if line.is_empty() || line.len() > MAX_MARK_BYTES {
        return None;
    }
    if is_rule(line) {
        return Some(Mark::Rule);
    }
    // The number may stand behind a rule: "____ Document 3 of 10".
    let rest = line.trim_matches(is_of_rule).trim();
    number(words, rest).or_else(|| {
        let lower = || rest.trim_end_matches('.').to_ascii_lowercase();
        if is_accession(words, rest) || words.has_folded(rest, TextClass::ArticleEnd) {
            Some(Mark::Closing)
        } else if rest.starts_with(['C', 'c', 'A', '(', '©'])
            && starts(words, &lower(), TextClass::ArticleTail)
        {
            Some(Mark::Tail)
        } else if rest.starts_with(['|', 'A', 'a']) && starts(words, &lower(), TextClass::CoverEnd) {
            Some(Mark::CoverEnd)
        } else {
            None
        }
    })
}

fn starts(words: &WordClasses<TextClass>, lower: &str, class: TextClass) -> bool {
    words.list(class).iter().any(|start| lower.starts_with(start))
}

/// A line that begins with the label or the code of a field.
fn field(words: &WordClasses<TextClass>, line: &str) -> Option<Mark> {
    let (len, known) = label(words, line)?;
    // "AN  Document COUR000020160507ec57000ab"
    if known.is(TextClass::RecordField) && is_accession(words, line.get(len..)?.trim_start()) {
        return Some(Mark::Closing);
    }
    let classes = [
        (TextClass::RecordOpens, Mark::Opens),
        (TextClass::LengthField, Mark::Length),
        (TextClass::LoadField, Mark::Loaded),
        (TextClass::TailField, Mark::Tail),
        (TextClass::RecordField, Mark::Field),
    ];
    classes.iter().find(|(class, _)| known.is(*class)).map(|(_, mark)| *mark)
}

/// The length of the label or the code that opens a line, and what it is known as: "Full text:", or two or
/// three capitals before white space.
pub fn label<'l>(words: &'l WordClasses<TextClass>, line: &str) -> Option<(usize, KnownWord<'l, TextClass>)> {
    let code = line.split([' ', '\t', '\u{a0}']).next().filter(|code| (2..=3).contains(&code.len()));
    if let Some(code) = code.filter(|code| code.bytes().all(|b| b.is_ascii_uppercase())) {
        return Some((code.len(), words.find(code)));
    }
    let colon = line.bytes().take(MAX_LABEL_BYTES).position(|b| b == b':')?;
    Some((colon + 1, words.find_folded(line.get(..=colon)?)))
}

/// "2 of 37 DOCUMENTS", "Document 2 of 37".
fn number(words: &WordClasses<TextClass>, line: &str) -> Option<Mark> {
    if !line.starts_with(|c: char| c.is_ascii_alphanumeric()) || !line.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let (mut numbers, mut named, mut page) = (Vec::new(), false, false);
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Ok(number) = word.parse::<u32>() {
            numbers.push(number);
        } else if words.has_folded(word, TextClass::ArticleNumber) {
            named = true;
        } else if words.has_folded(word, TextClass::PageNumber) {
            page = true;
        } else if !words.has_folded(word, TextClass::NumberBetween) {
            return None;
        }
    }
    match numbers.as_slice() {
        [_, _] if page => Some(Mark::Page),
        [number, of] if named && (1..=*of).contains(number) => Some(Mark::Number(*number, *of)),
        _ => None,
    }
}

/// "Document COUR000020160507ec57000ab": a source in capitals, then figures with the day, then letters.
fn is_accession(words: &WordClasses<TextClass>, line: &str) -> bool {
    let Some((document, number)) = line.split_once(' ') else { return false };
    let source = number.bytes().take_while(u8::is_ascii_uppercase).count();
    let figures = number.bytes().skip(source).take_while(u8::is_ascii_digit).count();
    number.len() >= MIN_ACCESSION_BYTES
        && number.bytes().all(|b| b.is_ascii_alphanumeric())
        && source >= 2
        && figures >= 8
        && words.has_folded(document, TextClass::ArticleNumber)
}

/// A line of dashes, underscores or the like.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| is_of_rule(c) || c == ' ')
        && line.chars().filter(|c| *c != ' ').count() >= MIN_RULE_CHARS
}

const fn is_of_rule(c: char) -> bool {
    matches!(c, '_' | '-' | '=' | '*' | '—' | '–' | '~' | '#')
}
