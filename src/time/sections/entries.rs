//! Live blogs: entries under a time of day, perhaps over several days. "Yesterday" alone on its line dates
//! the entries below it.

use super::zone_times::{ZoneTimes, is_clock, names_day};
use super::{Draft, Section};
use crate::time::Anchor;

/// Entries that make a live blog.
const MIN_ENTRIES: usize = 2;

pub(super) fn mark(view: &ZoneTimes<'_, '_>, draft: &mut Draft) {
    let stamps: Vec<usize> = (0..view.count()).filter(|zone| is_stamp(view, *zone)).collect();
    let entries = stamps.iter().filter(|zone| has_clock(view, **zone) && view.is_told(*zone + 1)).count();
    if entries < MIN_ENTRIES {
        return;
    }
    let mut from = Anchor::Article;
    let mut begun = false;
    for (at, zone) in stamps.iter().enumerate() {
        let end = stamps.get(at + 1).copied().unwrap_or(view.count());
        // What stands between the stamps of the page and the first entry is the head of the article.
        begun |= view.is_told(*zone + 1);
        // The stamp itself counts from the day before it in the text.
        if from != Anchor::Article && begun {
            draft.set(*zone, end, Section { from, tells: false });
        }
        if let Some((head, _)) = view.day(*zone) {
            draft.head(*zone, head);
            from = Anchor::Mention(head);
            if begun {
                draft.set(*zone + 1, end, Section { from, tells: false });
            }
        }
    }
}

/// Whether a line is only a time of day, a day, or both.
fn is_stamp(view: &ZoneTimes<'_, '_>, zone: usize) -> bool {
    view.is_only_times(zone)
        && view.times(zone).all(|(_, timex)| (is_clock(timex) || names_day(timex)) && timex.range.is_none())
}

fn has_clock(view: &ZoneTimes<'_, '_>, zone: usize) -> bool {
    view.times(zone).any(|(_, timex)| is_clock(timex))
}
