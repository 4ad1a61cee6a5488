//! DL104 duration-mismatch: "a four-day visit from August 31 to September 7".

use super::Finding;
use super::context::Context;
use super::reasoning::ranges::{RangeDates, asserted};
use super::reasoning::wording;
use super::report::Report;
use crate::article::Cue;
use crate::text::{Index, Sentence, Span};
use crate::time::{RangeEnd, Timex, window::days_between};

/// A range of more days is usually not given a length in days.
const MAX_RANGE_DAYS: i64 = 62;

/// Words between the length and the range it may belong to.
const MAX_WORDS_BETWEEN: usize = 12;

/// Lengths in days that are compared.
const LENGTH_DAYS: std::ops::RangeInclusive<u16> = 2..=31;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let ranges: Vec<_> = asserted(context, report).collect();
    for finding in ranges.into_iter().filter_map(|(begin, end)| mismatch(context, begin, end)) {
        report.add(finding);
    }
}

fn mismatch(context: &Context<'_>, begin: &Timex, end: &Timex) -> Option<Finding> {
    let ends = RangeDates::of(begin, end)?;
    let between = match days_between(ends.from, ends.to) {
        // Across New Year.
        days if days < 0 => days + 365,
        days => days,
    };
    let (said, count) = said_days(context, begin, end)?;
    let days = i64::from(between) + 1;
    // Counted with and without the last day.
    if count == days || count == days - 1 || days > MAX_RANGE_DAYS {
        return None;
    }
    let (first, last) = (context.quote(begin.span), context.quote(end.span));
    let message = format!("`{first}` to `{last}` is {}, not {count}", wording::count(days, "day"));
    let range = context.place(begin.span.cover(end.span));
    Some(Finding::new(104, said, message).related(range, "the days told here"))
}

/// The length that the sentence gives for what the range dates: "four-day visit", "spend four days".
fn said_days(context: &Context<'_>, begin: &Timex, end: &Timex) -> Option<(Span, i64)> {
    if context.holds(begin.sentence, Cue::OtherMeasure) || !is_only_range(context, begin.sentence) {
        return None;
    }
    let range = begin.span.cover(end.span);
    let lengths = context.article.cues.lengths_in(context.article.sentence(begin.sentence));
    let mut lengths =
        lengths.filter(|length| !length.span.overlaps(range) && LENGTH_DAYS.contains(&length.days));
    // With two lengths, either may be meant.
    let length = lengths.next().filter(|_| lengths.next().is_none())?;
    is_near(context, length.span, begin, end).then_some((length.span, i64::from(length.days)))
}

/// Whether the sentence has one range: with two, the length may belong to the other.
fn is_only_range(context: &Context<'_>, sentence: Index<Sentence>) -> bool {
    let mut ranges = context
        .article
        .times
        .iter()
        .filter(|timex| timex.sentence == sentence && matches!(timex.range, Some((RangeEnd::Begin, _))));
    ranges.next().is_some() && ranges.next().is_none()
}

/// Whether length and range stand near each other, with no other date between.
fn is_near(context: &Context<'_>, length: Span, begin: &Timex, end: &Timex) -> bool {
    let gap = if length.end <= begin.span.start {
        Span::new(length.end, begin.span.start)
    } else {
        Span::new(end.span.end, length.start)
    };
    let between = context.article.text.slice(gap);
    let other_date = context.article.times.iter().any(|t| gap.contains(t.span) && t.span != length);
    between.split_whitespace().count() <= MAX_WORDS_BETWEEN && !between.contains([';', '.']) && !other_date
}
