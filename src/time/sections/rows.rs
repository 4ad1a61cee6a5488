//! Rows: "3 May 2024: Roe meets Doe.", "| 2024-05-03 | … |", "2024-05-03,Oslo,…". The date in a row is the
//! day of what the row tells.

use super::zone_times::{ZoneTimes, names_day};
use super::{Draft, Section};
use crate::text::{Index, TokenKind, ZoneKind};
use crate::time::{Anchor, Timex};

/// Marks that may stand before the date: list marks, Markdown, cells.
const OPENING: [&str; 9] = ["-", "*", "•", "·", "–", "|", "#", "[", "\""];

/// Marks between the date and the rest that do not part them: "**3 May 2024**: …", "3 May 2024 (Friday): …".
const CLOSING: [&str; 4] = ["*", "]", "\"", ")"];

pub(super) fn mark(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    // A byline has bars too: "Press release | 6 May 2024 | Oslo".
    for zone in (0..view.count()).filter(|zone| !view.is(*zone, ZoneKind::Byline)) {
        if let Some(head) = entry(view, zone).or_else(|| row(view, zone)) {
            draft.head(zone, head);
            draft.set(zone, zone + 1, Section { from: Anchor::Mention(head), tells: true });
        }
    }
}

/// The date that opens an entry: then a mark, then the rest.
fn entry(view: &ZoneTimes<'_, '_>, zone: usize) -> Option<Index<Timex>> {
    let (index, timex) = view.times(zone).next()?;
    if timex.parts.day.is_none() || timex.parts.month.is_none() || timex.range.is_some() {
        return None;
    }
    let layout = view.layout;
    let mut tokens = view.tokens(zone);
    let first = tokens.find(|at| !OPENING.contains(&layout.word(*at)))?;
    if layout.token(first)?.span.start != timex.span.start {
        return None;
    }
    let after = |at: &usize| layout.token(*at).is_some_and(|token| token.span.start >= timex.span.end);
    let mut rest = tokens.skip_while(|at| !after(at)).skip_while(|at| CLOSING.contains(&layout.word(*at)));
    let mark = rest.next()?;
    let parts = match layout.word(mark) {
        ":" | "|" | "\t" | "—" | "―" => true,
        // A hyphen or an en dash without spaces may join the ends of a range; a comma parts cells only so.
        "-" | "–" => layout.token(mark)?.spaced && layout.token(mark + 1)?.spaced,
        "," => layout.is_glued(mark + 1),
        _ => false,
    };
    let told = rest.any(|at| layout.token(at).is_some_and(|token| token.kind == TokenKind::Word));
    (parts && told).then_some(index)
}

/// The one date that fills a cell of a table's row.
fn row(view: &ZoneTimes<'_, '_>, zone: usize) -> Option<Index<Timex>> {
    let layout = view.layout;
    let is_bar = |at: usize| {
        let comma = layout.word(at) == "," && layout.is_glued(at + 1);
        comma || matches!(layout.word(at), "|" | "\t")
    };
    let tokens = view.tokens(zone);
    let bars = tokens.clone().filter(|at| is_bar(*at)).count();
    let mut dates = view.times(zone).filter(|(_, timex)| {
        let first = layout.tokens.partition_point(|token| token.span.start < timex.span.start);
        let next = layout.tokens.partition_point(|token| token.span.start < timex.span.end);
        let opens = first == tokens.start || first.checked_sub(1).is_some_and(is_bar);
        let filled = opens && (next >= tokens.end || is_bar(next));
        filled && names_day(timex) && timex.parts.month.is_some()
    });
    let (index, timex) = dates.next()?;
    (bars >= 2 && timex.range.is_none() && dates.next().is_none()).then_some(index)
}
