//! Explains why a mention means what it means: the rule, what it was counted from, other readings.

use std::fmt::Write;

use super::{Anchor, RangeEnd, Resolved, Tense, Timex};

/// One line for hovers and `explain`: "weekday, past tense, counted from the article's date; or 2025-07-15".
pub fn explain(timex: &Timex, resolved: &Resolved) -> String {
    let mut out = String::from(timex.rule);
    if let Some((end, _)) = timex.range {
        out.push_str(match end {
            RangeEnd::Begin => ", start of a range",
            RangeEnd::End => ", end of a range",
        });
    }
    if let Some(modifier) = timex.modifier {
        let _ = write!(out, ", {}", modifier.as_str().to_lowercase().replace('_', " "));
    }
    let open = matches!(resolved.anchor, Anchor::Article | Anchor::Mention(_) | Anchor::Unknown);
    if let Some(tense) = timex.tense.filter(|_| open && !resolved.others.is_empty()) {
        out.push_str(match tense {
            Tense::Past => ", past tense",
            Tense::Present => ", present tense",
            Tense::Future => ", looking ahead",
        });
    }
    out.push_str(match resolved.anchor {
        Anchor::Itself => ", complete by itself",
        Anchor::Article => ", counted from the article's date",
        Anchor::Mention(_) => ", counted from an earlier date in the text",
        Anchor::Unknown if resolved.value.contains('X') => ", open: the article's date is not known",
        Anchor::Unknown => ", no such day in the calendar",
    });
    for (index, (window, cost)) in resolved.others.iter().enumerate() {
        let _ = write!(out, "{} {window} (cost {cost})", if index == 0 { "; or" } else { "," });
    }
    out
}
