//! Whether day or month comes first in "7/8/07": settled by the article's other dates, else left open.

use jiff::civil::Date;

use crate::time::expr::{Calendar, Piece, When, YearOf};
use crate::time::{Timex, weekday_of};

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

/// Applies the order that the stated weekday fits, if it fits only one: "Wednesday, 10/09/2014" is the tenth
/// of September. Returns whether that decided it.
fn decide_by_weekday(time: &mut Timex) -> bool {
    let When::Calendar(calendar) = &time.expr.when else { return false };
    let (Some((month, day)), Some(said)) = (calendar.swapped, time.parts.weekday) else { return false };
    let (Piece::Day(m, d), YearOf::Stated(year)) = (calendar.piece, calendar.year) else { return false };
    let fits = |month: u8, day: u8| {
        Date::new(year, month as i8, day as i8).is_ok_and(|date| weekday_of(date) == said.value)
    };
    match (fits(m, d), fits(month, day)) {
        (true, false) => {}
        (false, true) => swap(time),
        _ => return false,
    }
    if let When::Calendar(calendar) = &mut time.expr.when {
        calendar.swapped = None;
    }
    true
}

/// Reads the first number as the day if it was read as the month, and vice versa.
fn swap(time: &mut Timex) {
    let When::Calendar(calendar) = &mut time.expr.when else { return };
    let (Some((month, day)), Piece::Day(m, d)) = (calendar.swapped, calendar.piece) else { return };
    *calendar = Calendar { piece: Piece::Day(month, day), swapped: Some((m, d)), ..*calendar };
    if let (Some(month), Some(day)) = (time.parts.month.as_mut(), time.parts.day.as_mut()) {
        std::mem::swap(&mut month.span, &mut day.span);
        std::mem::swap(&mut month.value, &mut day.value);
    }
}

/// Settles numeric dates: first by their weekday, then by unambiguous numeric ones, then by the order of the
/// written-out dates. The last only chooses; the other reading is kept for checks to try.
pub(super) fn decide(times: &mut [Timex]) {
    if !times.iter().any(|t| matches!(&t.expr.when, When::Calendar(c) if c.swapped.is_some())) {
        return;
    }
    let (figures, words) = (style(times, true), style(times, false));
    let (evidence, sure) = if figures != (0, 0) { (figures, true) } else { (words, false) };
    for time in times {
        if decide_by_weekday(time) {
            continue;
        }
        if evidence.1 > 0 && evidence.0 == 0 {
            swap(time);
        }
        if sure
            && (evidence.0 == 0 || evidence.1 == 0)
            && let When::Calendar(calendar) = &mut time.expr.when
        {
            calendar.swapped = None;
        }
    }
}
