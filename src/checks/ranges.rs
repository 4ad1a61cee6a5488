//! Ranges: DL103 reversed-range, DL104 duration-mismatch.

use jiff::civil::Date;

use super::Finding;
use super::case::{Case, plural};
use super::report::Report;
use crate::text::Span;
use crate::time::words::cardinal;
use crate::time::{RangeEnd, Timex, window::days_between};

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    let times = &case.article.times;
    for begin in times {
        let Some((RangeEnd::Begin, other)) = begin.range else { continue };
        let Some(end) = times.get(other as usize) else { continue };
        let span = begin.span.cover(end.span);
        // "From 10 May to 7 May" may be right if something was moved.
        let unsure = case.unsettled(begin.sentence);
        if unsure || begin.quoted || report.is_tainted(span) {
            continue;
        }
        if let Some(finding) = reversed(case, begin, end).or_else(|| length(case, begin, end)) {
            report.add(finding);
        }
    }
}

/// The two ends of a range, as stated: what one end leaves out it has from the other.
struct Ends {
    from: Date,
    to: Date,
    /// Both ends may be of another year.
    floating: bool,
    /// The month is stated once only.
    one_month: bool,
}

fn ends(begin: &Timex, end: &Timex) -> Option<Ends> {
    let (a, b) = (begin.parts, end.parts);
    let own_month = |p: crate::time::Parts, s: Span| p.month.filter(|m| s.contains(m.span));
    let one_month = own_month(a, begin.span).is_none() || own_month(b, end.span).is_none();
    let (month_a, month_b) = (a.month.or(b.month)?.value, b.month.or(a.month)?.value);
    let (day_a, day_b) = (a.day?.value, b.day?.value);
    let stated = |p: crate::time::Parts, s: Span| p.year.filter(|y| s.contains(y.span));
    let floating = stated(a, begin.span).is_none() || stated(b, end.span).is_none();
    // Any year serves where none is stated; a leap year has every day.
    let year = b.year.or(a.year).map_or(2024, |y| y.value);
    let from = if floating { year } else { a.year?.value };
    let date = |year: i16, month: u8, day: u8| Date::new(year, month as i8, day as i8).ok();
    Some(Ends { from: date(from, month_a, day_a)?, to: date(year, month_b, day_b)?, floating, one_month })
}

/// DL103.
fn reversed(case: &Case<'_>, begin: &Timex, end: &Timex) -> Option<Finding> {
    let years = || {
        let only_year = |t: &Timex| t.parts.month.is_none() && t.parts.day.is_none();
        let (a, b) = (begin.parts.year?, end.parts.year?);
        (only_year(begin) && only_year(end) && b.value < a.value && b.value >= 1000).then_some(())
    };
    let is_reversed = match ends(begin, end) {
        Some(ends) if ends.to < ends.from => {
            // Across New Year the end seems to come first: "from 28 December to 3 January". What then lasts nearly
            // a year is reversed all the same, but a whole year ("1 October to 30 September") is a year of accounts.
            let rolled = 365 - days_between(ends.to, ends.from);
            !ends.floating || ends.one_month || (330..=363).contains(&rolled)
        }
        Some(_) => false,
        None => years().is_some(),
    };
    if !is_reversed {
        return None;
    }
    let (a, b) = (case.quote(begin.span), case.quote(end.span));
    let message = format!("range ends (`{b}`) before it starts (`{a}`)");
    let span = begin.span.cover(end.span);
    let edits = swap(case, begin, end);
    Some(
        Finding::new(103, span, message)
            .related(case.place(begin.span), "it starts here")
            .fix("swap the two ends", edits),
    )
}

/// Exchanges the ends: only the days where the month is said once.
fn swap(case: &Case<'_>, begin: &Timex, end: &Timex) -> Vec<(crate::world::Place, String)> {
    let (mut a, mut b) = (begin.span, end.span);
    if let (Some(day_a), Some(day_b)) = (begin.parts.day, end.parts.day)
        && begin.parts.month.map(|m| m.value) == end.parts.month.map(|m| m.value)
    {
        (a, b) = (day_a.span, day_b.span);
    }
    let text = |span: Span| case.article.text.slice(span).to_owned();
    vec![(case.place(a), text(b)), (case.place(b), text(a))]
}

/// DL104: "a four-day visit from August 31 to September 4".
fn length(case: &Case<'_>, begin: &Timex, end: &Timex) -> Option<Finding> {
    let ends = ends(begin, end)?;
    let mut between = days_between(ends.from, ends.to);
    if between < 0 {
        between += 365;
    }
    let (said, count) = said_days(case, begin, end)?;
    let days = i64::from(between) + 1;
    // Counted with and without the last day.
    if count == days || count == days - 1 || days > 62 {
        return None;
    }
    let (a, b) = (case.quote(begin.span), case.quote(end.span));
    let message = format!("`{a}` to `{b}` is {}, not {count}", plural(days, "day"));
    Some(
        Finding::new(104, said, message)
            .related(case.place(begin.span.cover(end.span)), "the days told here"),
    )
}

/// The length that the sentence gives to what the range dates: "four-day visit", "spend four days".
fn said_days(case: &Case<'_>, begin: &Timex, end: &Timex) -> Option<(Span, i64)> {
    let sentence = case.article.sentence(begin.sentence);
    let text = case.article.text.slice(sentence);
    let lower = case.sentence(begin.sentence);
    // Lower case may have another length in rare scripts; then there is nothing to find here.
    (lower.len() == text.len()).then_some(())?;
    if [
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
    ]
    .iter()
    .any(|w| lower.contains(w))
    {
        return None;
    }
    // One range only, or the length may belong to the other.
    let within = |t: &&Timex| t.sentence == begin.sentence && matches!(t.range, Some((RangeEnd::Begin, _)));
    (case.article.times.iter().filter(within).count() == 1).then_some(())?;
    let mut found = None;
    for (at, _) in lower.match_indices("day") {
        let before = lower.get(..at)?.trim_end_matches(['-', ' ', '‑', '\u{a0}']);
        let after = lower.get(at + 3..)?;
        let glued = after.starts_with('s') && !after.get(1..)?.starts_with(char::is_alphanumeric);
        if !glued && after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let count =
            word.parse().ok().or_else(|| cardinal(word).map(i64::from)).filter(|n| (2..=31).contains(n));
        let Some(count) = count else { continue };
        let start = sentence.start + (before.len() - word.len()) as u32;
        let span = Span::new(start, sentence.start + at as u32 + 3 + u32::from(glued));
        if span.overlaps(begin.span.cover(end.span)) {
            continue;
        }
        // Two lengths: which is meant?
        if found.replace((span, count)).is_some() {
            return None;
        }
    }
    let (span, count) = found?;
    // Near each other, with no other date between.
    let gap = if span.end <= begin.span.start {
        Span::new(span.end, begin.span.start)
    } else {
        Span::new(end.span.end, span.start)
    };
    let between = case.article.text.slice(gap);
    let other = case.article.times.iter().any(|t| gap.contains(t.span) && t.span != span);
    (between.split_whitespace().count() <= 12 && !between.contains([';', '.']) && !other)
        .then_some((span, count))
}
