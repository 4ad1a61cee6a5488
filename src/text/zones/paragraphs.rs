//! Lines into paragraphs: hard-wrapped lines are joined, then every paragraph gets its kind.

use super::datelines::dateline;
use super::shapes::{ends_sentence, is_bullet, is_date_alone, is_heading};
use super::{Line, Zone, ZoneKind, wrapping};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;
use crate::text::Span;

/// Bytes in the longest line with a day among short words, and words in the longest of its other parts.
const MAX_STAMP_BYTES: usize = 120;
const MAX_STAMP_WORDS: usize = 5;

/// One paragraph, with its kind where its lines already show it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineBlock {
    span: Span,
    kind: Option<ZoneKind>,
}

/// Joins lines that a hard wrap has parted.
pub(super) fn join(text: &str, words: &WordClasses<TextClass>, all: &[Line]) -> Vec<LineBlock> {
    let mut blocks: Vec<LineBlock> = Vec::new();
    for (line, continued) in all.iter().zip(wrapping::continued(text, words, all)) {
        if line.span.is_empty() {
            continue;
        }
        match blocks.last_mut().filter(|_| continued) {
            Some(block) => block.span.end = line.span.end,
            None => blocks.push(LineBlock { span: line.span, kind: line.kind }),
        }
    }
    blocks
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
            None if is_byline(words, content) || !told && is_stamp(words, content) => ZoneKind::Byline,
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
            && let Some(len) = dateline(words, content)
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
    // A record says which line it is; a year that heads a part of a history is none.
    let said = |block: &LineBlock| block.kind == Some(ZoneKind::Headline) && block.span.len() > 4;
    if let Some(said) = blocks.iter().take(30).position(said) {
        return Some(said);
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, block) in blocks.iter().enumerate().take(30) {
        if block.kind.is_some() {
            continue;
        }
        let content = block.span.of(text);
        if is_heading(content) {
            return None; // Markdown says itself what is a heading.
        }
        let aside = is_byline(words, content) || is_stamp(words, content) || is_caption(words, content);
        if is_bullet(content) || aside {
            continue;
        }
        if ends_sentence(content) || content.len() > 250 || dateline(words, content).is_some() {
            break;
        }
        let words = content.split_whitespace().count();
        if words >= 3 && best.is_none_or(|(_, most)| words > most) {
            best = Some((index, words));
        }
    }
    best.map(|(index, _)| index)
}

/// "By Jane Roe", "Published: 14 July 2025", "Updated 3:04 PM, May 2", "Jul 14, 2025" alone on its line.
fn is_byline(words: &WordClasses<TextClass>, content: &str) -> bool {
    if content.len() > 160 || ends_sentence(content) && content.len() > 80 {
        return false;
    }
    // Marks of Markdown, and the tab of a table of what is known of the page: "**Date:** 6 May 2024".
    let lower = content.trim_start_matches(['*', '_', '-', ' ']).to_lowercase().replacen('\t', ": ", 1);
    // "By Jane Roe", not "By the sea, …".
    let mut openers = words.list(TextClass::BylineOpener).iter();
    let by =
        openers.any(|by| content.strip_prefix(by).is_some_and(|rest| rest.starts_with(char::is_uppercase)));
    let starts = words.list(TextClass::BylineStart);
    by || starts.iter().any(|start| lower.starts_with(start)) || is_date_alone(words, &lower)
}

/// "Press release | 6 May 2024 | Oslo": a day among short words, above the text.
fn is_stamp(words: &WordClasses<TextClass>, content: &str) -> bool {
    let parts: Vec<&str> = content.split(['|', '·', '•']).map(str::trim).collect();
    if content.len() > MAX_STAMP_BYTES || parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return false;
    }
    let mut others = parts.iter().filter(|part| !is_full_day(words, part));
    parts.iter().any(|part| is_full_day(words, part))
        && others.all(|part| part.split_whitespace().count() <= MAX_STAMP_WORDS && !ends_sentence(part))
}

/// "Updated 6 May 2024": a day with its year and nothing else, but for what may stand before it.
fn is_full_day(words: &WordClasses<TextClass>, part: &str) -> bool {
    let lower = part.to_lowercase();
    let mut starts = words.list(TextClass::BylineStart).iter();
    let rest = starts.find_map(|start| lower.strip_prefix(start)).unwrap_or(&lower);
    let year = rest.split(|c: char| !c.is_ascii_digit()).any(|figures| matches!(figures.len(), 4 | 8));
    year && is_date_alone(words, rest)
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
