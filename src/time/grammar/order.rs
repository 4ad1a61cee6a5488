//! Whether day or month comes first in "7/8/07": settled by the article's other dates, else left open.

use crate::time::Timex;
use crate::time::expr::{Piece, When};

/// How often the article writes the month before the day.
fn style(times: &[Timex], numeric: bool) -> (u32, u32) {
    let mut count = (0, 0);
    for time in times {
        let figures = time.rule == "numeric date";
        let open = matches!(&time.expr.when, When::Calendar(c) if c.swapped.is_some());
        let (Some(month), Some(day)) = (time.parts.month, time.parts.day) else { continue };
        // 13.05.2019 says nothing about slashes, and equal numbers say nothing at all.
        if figures != numeric || open || month.value == day.value || time.rule == "iso date" {
            continue;
        }
        if month.span.start < day.span.start { count.0 += 1 } else { count.1 += 1 }
    }
    count
}

/// Settles numeric dates: first by unambiguous numeric ones, then by the order of the written-out dates. The
/// latter only chooses; the other reading is kept for checks to try.
pub(super) fn decide(times: &mut [Timex]) {
    if !times.iter().any(|t| matches!(&t.expr.when, When::Calendar(c) if c.swapped.is_some())) {
        return;
    }
    let (figures, words) = (style(times, true), style(times, false));
    let (evidence, sure) = if figures != (0, 0) { (figures, true) } else { (words, false) };
    for time in times {
        let When::Calendar(calendar) = &mut time.expr.when else { continue };
        let (Some((month, day)), Piece::Day(m, d)) = (calendar.swapped, calendar.piece) else { continue };
        if evidence.1 > 0 && evidence.0 == 0 {
            calendar.piece = Piece::Day(month, day);
            calendar.swapped = Some((m, d));
            if let (Some(month), Some(day)) = (time.parts.month.as_mut(), time.parts.day.as_mut()) {
                std::mem::swap(&mut month.span, &mut day.span);
                std::mem::swap(&mut month.value, &mut day.value);
            }
        }
        if sure && (evidence.0 == 0 || evidence.1 == 0) {
            calendar.swapped = None;
        }
    }
}
