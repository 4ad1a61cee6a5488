//! Quoted letters and block quotations: "> …" lines, and what follows "Sent: Monday, May 6, 2024". They were
//! written on a day of their own, which the line before may tell.

use super::zone_times::ZoneTimes;
use super::{Draft, Section};
use crate::lang::text::TextClass;
use crate::text::Index;
use crate::time::{Anchor, Timex};

pub(super) fn mark(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    sent(view, draft);
    quoted(view, draft);
}

/// The day of a letter that is forwarded below: its "Sent:" line, once the article has begun.
fn sent(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    let begun = (0..view.count()).find(|zone| view.is_told(*zone)).unwrap_or(view.count());
    let lines: Vec<_> = (begun..view.count()).filter_map(|zone| Some((zone, sent_on(view, zone)?))).collect();
    for (at, (zone, head)) in lines.iter().enumerate() {
        let end = lines.get(at + 1).map_or(view.count(), |(next, _)| *next);
        draft.head(*zone, *head);
        draft.set(zone + 1, end, Section { from: Anchor::Mention(*head), tells: false });
    }
}

/// The day in a "Sent:" line.
fn sent_on(view: &ZoneTimes<'_, '_>, zone: usize) -> Option<Index<Timex>> {
    let text = view.text(zone);
    let mut starts = view.layout.language.text.list(TextClass::LetterDate).iter();
    let line = text.len() <= MAX_LINE_BYTES && starts.any(|word| is_line(text.strip_prefix(word)));
    view.day(zone).filter(|_| line).map(|(head, _)| head)
}

/// Bytes in the longest "Sent:" line.
const MAX_LINE_BYTES: usize = 80;

/// Whether something follows the word that opens a line.
fn is_line(rest: Option<&str>) -> bool {
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// Lines after ">". The line that introduces them may state the day: "On Mon, 6 May 2024, Ann Roe wrote:".
fn quoted(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    let depths: Vec<usize> = (0..view.count()).map(|zone| view.quote_depth(zone)).collect();
    if depths.iter().all(|depth| *depth > 0) {
        return;
    }
    let mut zone = 0;
    // The day of each depth around the zone.
    let mut around: Vec<Anchor> = Vec::new();
    while let Some(depth) = depths.get(zone).copied() {
        around.truncate(depth);
        while around.len() < depth {
            let intro = zone.checked_sub(1).filter(|_| around.len() + 1 == depth);
            let head = intro
                .filter(|intro| view.text(*intro).trim_end().ends_with(':'))
                .and_then(|intro| Some((intro, view.day(intro)?.0)));
            around.push(head.map_or(Anchor::Unknown, |(intro, head)| {
                draft.head(intro, head);
                Anchor::Mention(head)
            }));
        }
        if let Some(from) = around.last() {
            draft.set(zone, zone + 1, Section { from: *from, tells: false });
        }
        zone += 1;
    }
}
