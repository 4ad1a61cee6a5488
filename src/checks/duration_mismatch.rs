//! DL104 duration-mismatch: "a four-day visit from August 31 to September 7".

use super::Finding;
use super::context::Context;
use super::reasoning::ranges::{RangeDates, asserted};
use super::reasoning::wording;
use super::report::Report;
use crate::text::Span;
use crate::time::words::cardinal;
use crate::time::{RangeEnd, Timex, window::days_between};

/// A range of more days is told by other measures than days.
const MAX_RANGE_DAYS: i64 = 62;

/// Words between the length and the range that it may belong to.
const MAX_WORDS_BETWEEN: usize = 12;

/// Days that a sentence may give something.
const LENGTH_DAYS: std::ops::RangeInclusive<i64> = 2..=31;

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

/// The length that the sentence gives to what the range dates: "four-day visit", "spend four days".
fn said_days(context: &Context<'_>, begin: &Timex, end: &Timex) -> Option<(Span, i64)> {
    let sentence = context.article.sentence(begin.sentence);
    let text = context.article.text.slice(sentence);
    let lower = context.sentence(begin.sentence);
    // Lower case may have another length in rare scripts; then there is nothing to find here.
    if lower.len() != text.len() || OTHER_MEASURES.iter().any(|words| lower.contains(words)) {
        return None;
    }
    // One range only, or the length may belong to the other.
    let begins_here =
        |t: &&Timex| t.sentence == begin.sentence && matches!(t.range, Some((RangeEnd::Begin, _)));
    if context.article.times.iter().filter(begins_here).count() != 1 {
        return None;
    }
    let mut found = None;
    for (at, _) in lower.match_indices("day") {
        let before = lower.get(..at)?.trim_end_matches(['-', ' ', '‑', '\u{a0}']);
        let after = lower.get(at + 3..)?;
        let plural = after.starts_with('s') && !after.get(1..)?.starts_with(char::is_alphanumeric);
        if !plural && after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let count = word.parse().ok().or_else(|| cardinal(word).map(i64::from));
        let Some(count) = count.filter(|count| LENGTH_DAYS.contains(count)) else { continue };
        let start = sentence.start + (before.len() - word.len()) as u32;
        let span = Span::new(start, sentence.start + at as u32 + 3 + u32::from(plural));
        if span.overlaps(begin.span.cover(end.span)) {
            continue;
        }
        // Two lengths: which is meant?
        if found.replace((span, count)).is_some() {
            return None;
        }
    }
    found.filter(|(length, _)| is_near(context, *length, begin, end))
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

/// Words with which days are counted otherwise, or are no length.
const OTHER_MEASURES: &[&str] = &[
    "night",
    "working day",
    "business day",
    "up to",
    "at least",
    "more than",
    "days of the",
    "days after",
    "days before",
    "days later",
    "days earlier",
    "days ago",
];
