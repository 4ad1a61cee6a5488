//! Lines into paragraphs: hard-wrapped lines are joined, then every paragraph gets its kind.

use super::{Line, Zone, ZoneKind};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;
use crate::text::Span;

/// One paragraph, with its kind where its lines already show it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineBlock {
    span: Span,
    kind: Option<ZoneKind>,
    /// A blank line or the end of the file follows.
    loose: bool,
}

/// The widest hard wrap expected; a longer line is a paragraph on its own.
const MAX_WRAP_BYTES: usize = 132;

/// Joins lines split by a hard wrap. A line was wrapped if the first word of the next would not have fitted
/// into the widest line nearby, or if the next line begins in lower case and this one does not end a
/// sentence.
pub(super) fn join(text: &str, all: &[Line]) -> Vec<LineBlock> {
    let mut blocks: Vec<LineBlock> = Vec::new();
    let mut previous: Option<Line> = None;
    let width = wrap_width(text, all);
    for line in all {
        if line.span.is_empty() {
            if let Some(last) = blocks.last_mut() {
                last.loose = true;
            }
            previous = None;
            continue;
        }
        let joined = previous.is_some_and(|before| continues(text, before, *line, width));
        match blocks.last_mut().filter(|_| joined) {
            Some(block) => block.span.end = line.span.end,
            None => blocks.push(LineBlock { span: line.span, kind: line.kind, loose: false }),
        }
        previous = Some(*line);
    }
    if let Some(last) = blocks.last_mut() {
        last.loose = true;
    }
    blocks
}

fn continues(text: &str, before: Line, line: Line, width: Option<usize>) -> bool {
    if before.kind.is_some() || line.kind.is_some() {
        return false;
    }
    let (above, below) = (before.span.of(text), line.span.of(text));
    if is_heading(above) || is_heading(below) || is_bullet(below) {
        return false;
    }
    let ended = above.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':']);
    if !ended && below.chars().next().is_some_and(char::is_lowercase) {
        return true;
    }
    let first = below.split_whitespace().next().unwrap_or_default();
    width.is_some_and(|width| above.chars().count() + 1 + first.chars().count() > width)
}

/// The column at which this file is wrapped, if it is: many lines, none long, and the longest ones of similar
/// length.
fn wrap_width(text: &str, all: &[Line]) -> Option<usize> {
    let lengths: Vec<usize> = all
        .iter()
        .filter(|l| l.kind.is_none() && !l.span.is_empty())
        .map(|l| l.span.of(text).chars().count())
        .collect();
    let longest = lengths.iter().copied().max()?;
    let near = lengths.iter().filter(|&&len| len + 16 >= longest).count();
    ((40..=MAX_WRAP_BYTES).contains(&longest) && near >= 2 && near * 3 >= lengths.len()).then_some(longest)
}

/// Gives every block its kind and splits off datelines.
pub(super) fn classify(
    text: &str,
    words: &WordClasses<TextClass>,
    blocks: &[LineBlock],
    zones: &mut Vec<Zone>,
) {
    let headline = headline(text, words, blocks);
    let mut told = false;
    for (index, block) in blocks.iter().enumerate() {
        let content = block.span.of(text);
        let kind = match block.kind {
            Some(kind) => kind,
            None if Some(index) == headline || is_heading(content) => ZoneKind::Headline,
            // Bullets summarise an article only before it begins; later they are part of its text.
            None if is_bullet(content) && !told => ZoneKind::Summary,
            None if is_byline(words, content) => ZoneKind::Byline,
            None if is_place_and_date(words, content) => ZoneKind::Dateline,
            None if is_caption(words, content) => ZoneKind::Caption,
            // Tags and sections above the headline.
            None if headline.is_some_and(|at| index < at)
                && content.split_whitespace().count() <= 4
                && !ends_sentence(content) =>
            {
                ZoneKind::Furniture
            }
            None => ZoneKind::Body,
        };
        told |= kind == ZoneKind::Body;
        if kind == ZoneKind::Body
            && let Some(len) = dateline(content)
        {
            let cut = block.span.start + len as u32;
            zones.push(Zone { kind: ZoneKind::Dateline, span: Span::new(block.span.start, cut) });
            let rest = Span::new(cut, block.span.end);
            let body = rest.of(text).trim_start();
            if !body.is_empty() {
                zones
                    .push(Zone { kind, span: Span::new(block.span.end - body.len() as u32, block.span.end) });
            }
            continue;
        }
        zones.push(Zone { kind, span: block.span });
    }
}

/// The headline: among the first blocks, the longest line before the first sentence that is not a sentence
/// itself.
fn headline(text: &str, words: &WordClasses<TextClass>, blocks: &[LineBlock]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, block) in blocks.iter().enumerate().take(30) {
        if block.kind.is_some() {
            continue;
        }
        let content = block.span.of(text);
        if is_heading(content) {
            return None; // Markdown says itself what is a heading.
        }
        if is_bullet(content) || is_byline(words, content) || is_caption(words, content) {
            continue;
        }
        if ends_sentence(content) || content.len() > 250 || dateline(content).is_some() {
            break;
        }
        let words = content.split_whitespace().count();
        if words >= 3 && best.is_none_or(|(_, most)| words > most) {
            best = Some((index, words));
        }
    }
    best.map(|(index, _)| index)
}

fn ends_sentence(content: &str) -> bool {
    content.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', '…'])
}

fn is_heading(content: &str) -> bool {
    let rest = content.trim_start_matches('#');
    rest.len() < content.len() && content.len() - rest.len() <= 6 && rest.starts_with(' ')
}

fn is_bullet(content: &str) -> bool {
    ["• ", "•\t", "* ", "- ", "· ", "▪ ", "– "].iter().any(|mark| content.starts_with(mark))
        || content.starts_with('•')
}

/// "By Jane Roe", "Published: 14 July 2025", "Updated 3:04 PM, May 2", "Jul 14, 2025" alone on its line.
fn is_byline(words: &WordClasses<TextClass>, content: &str) -> bool {
    if content.len() > 160 || ends_sentence(content) && content.len() > 80 {
        return false;
    }
    let lower = content.to_lowercase();
    // "By Jane Roe", not "By the sea, …".
    let mut openers = words.list(TextClass::BylineOpener).iter();
    let by =
        openers.any(|by| content.strip_prefix(by).is_some_and(|rest| rest.starts_with(char::is_uppercase)));
    let starts = words.list(TextClass::BylineStart);
    by || starts.iter().any(|start| lower.starts_with(start)) || is_date_alone(words, &lower)
}

/// Only numbers, months, weekdays, clock times, time zones and marks, and enough of them to be a date.
fn is_date_alone(words: &WordClasses<TextClass>, lower: &str) -> bool {
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

/// "Cairo, 17 March 2024" alone on its line.
fn is_place_and_date(words: &WordClasses<TextClass>, content: &str) -> bool {
    let Some((place, date)) = content.split_once(", ") else { return false };
    let capitals = place.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    content.len() <= 80
        && capitals
        && place.split_whitespace().count() <= 4
        && is_date_alone(words, &date.to_lowercase())
}

fn is_caption(words: &WordClasses<TextClass>, content: &str) -> bool {
    content.len() <= 400 && words.list(TextClass::CaptionMark).iter().any(|mark| content.contains(mark))
}

/// The length of a wire dateline at the start of a paragraph: a place in capitals (or a place and a date),
/// perhaps an agency in brackets, then a dash.
fn dateline(content: &str) -> Option<usize> {
    let mut limit = content.len().min(90);
    while !content.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = content.get(..limit)?;
    if !head.contains(['-', '–', '—']) {
        return None;
    }
    let (at, dash) = [" -- ", " — ", " – ", " - ", "— ", "–", "—"]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, *dash)))
        .min_by_key(|(at, _)| *at)?;
    let place = head.get(..at)?.trim();
    let first = place.split([',', '(', '/']).next()?.trim();
    let letters: Vec<char> = first.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.len() >= 3 && letters.iter().all(|c| c.is_uppercase());
    let agency = place.contains('(') && place.ends_with(')');
    let dated = place.bytes().any(|b| b.is_ascii_digit()) && place.contains(',');
    let few = place.split_whitespace().count() <= 9;
    let titled = first.split_whitespace().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let shape = capitals || agency || (dated && dash.trim() == "--");
    let begins = content
        .get(at + dash.len()..)?
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'));
    (few && titled && shape && begins && !place.contains(['"', '“'])).then_some(at + dash.trim_end().len())
}
