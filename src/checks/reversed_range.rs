//! DL103 reversed-range: a range that ends before it starts.

use super::Finding;
use super::context::Context;
use super::reasoning::ranges::{RangeDates, asserted};
use super::report::Report;
use crate::time::{Timex, window::days_between};
use crate::world::Place;

/// "From 28 December to 3 January" crosses New Year. A range that would then last this many days is reversed
/// after all; a whole year ("1 October to 30 September") is a financial year.
const REVERSED_DAYS: std::ops::RangeInclusive<i32> = 330..=363;

/// Smaller numbers are hardly years.
const FIRST_YEAR: i16 = 1000;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let ranges: Vec<_> = asserted(context, report).collect();
    for (begin, end) in ranges.into_iter().filter(|(begin, end)| is_reversed(begin, end)) {
        let message = format!(
            "range ends (`{}`) before it starts (`{}`)",
            context.quote(end.span),
            context.quote(begin.span)
        );
        report.add(
            Finding::new(103, begin.span.cover(end.span), message)
                .related(context.place(begin.span), "it starts here")
                .fix("swap the two ends", swap(context, begin, end)),
        );
    }
}

fn is_reversed(begin: &Timex, end: &Timex) -> bool {
    match RangeDates::of(begin, end) {
        Some(ends) if ends.to < ends.from => {
            let rolled = 365 - days_between(ends.to, ends.from);
            !ends.floating || ends.one_month || REVERSED_DAYS.contains(&rolled)
        }
        Some(_) => false,
        None => are_reversed_years(begin, end).unwrap_or(false),
    }
}

/// "From 2019 to 2017".
fn are_reversed_years(begin: &Timex, end: &Timex) -> Option<bool> {
    let (first, last) = (begin.parts.year?.value, end.parts.year?.value);
    let only_years = [begin, end].iter().all(|t| t.parts.month.is_none() && t.parts.day.is_none());
    Some(only_years && last < first && last >= FIRST_YEAR)
}

/// Swaps the ends; only the days, where the month is given once.
fn swap(context: &Context<'_>, begin: &Timex, end: &Timex) -> Vec<(Place, String)> {
    let (first, last) = match (begin.parts.day, end.parts.day) {
        (Some(first), Some(last))
            if begin.parts.month.map(|m| m.value) == end.parts.month.map(|m| m.value) =>
        {
            (first.span, last.span)
        }
        _ => (begin.span, end.span),
    };
    let text = &context.article.text;
    vec![
        (context.place(first), text.slice(last).to_owned()),
        (context.place(last), text.slice(first).to_owned()),
    ]
}
