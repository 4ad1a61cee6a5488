//! Counted years: DL106 anniversary-arithmetic, DL208 anniversary-numbers.

use super::Finding;
use super::case::Case;
use super::report::Report;
use crate::text::Span;
use crate::text::normalise::ordinal;
use crate::world::dates::anniversary::{self, Anniversary};

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    for found in anniversary::find(case.article) {
        if found.quoted || case.takes_back(found.sentence) || report.is_tainted(found.span) {
            continue;
        }
        if let Some(finding) = anniversary(case, &found) {
            report.add(finding);
        }
    }
    numbers(case, report);
    for at in 0..case.article.times.len() {
        if let Some(finding) = years_ago(case, at) {
            report.add(finding);
        }
    }
}

/// DL106: base year and count against the year that the sentence or the article's date gives the anniversary.
fn anniversary(case: &Case<'_>, found: &Anniversary) -> Option<Finding> {
    let base = found.base?;
    let count = i16::try_from(found.count).ok()?;
    let falls = base.value + count;
    let (said, place) = match (found.year, found.this_year) {
        (Some(year), _) => (year.value, Some(year.span)),
        (None, Some(span)) => (case.dating().year()?, Some(span)),
        (None, None) => return None,
    };
    if said == falls {
        return None;
    }
    let message = format!("{count} years after {} is {falls}, not {said}", base.value);
    let mut finding =
        Finding::new(106, found.span, message).related(case.place(base.span), "counted from here");
    if let Some(place) = place {
        finding = finding.related(case.place(place), format!("said to be in {said}"));
    }
    let right = said - base.value;
    if right > 0 {
        let new = ordinal(right.unsigned_abs().into());
        finding =
            finding.fix(format!("change the count to {right}"), vec![(case.place(found.count_span), new)]);
    }
    finding = finding.fix(
        format!("change {} to {}", base.value, said - count),
        vec![(case.place(base.span), (said - count).to_string())],
    );
    if let Some(year) = found.year {
        finding = finding
            .fix(format!("change {said} to {falls}"), vec![(case.place(year.span), falls.to_string())]);
    }
    Some(finding)
}

/// DL208: "the 70th anniversary of the treaty" here, "the 75th anniversary of the treaty" there.
fn numbers(case: &Case<'_>, report: &mut Report) {
    let usable = |a: &Anniversary| !a.quoted && !report.is_tainted(a.span) && !case.unsettled(a.sentence);
    let all: Vec<_> = anniversary::find(case.article).into_iter().filter(usable).take(50).collect();
    let same = |a: &Anniversary, b: &Anniversary| {
        let content = |a: &Anniversary| -> Vec<String> {
            let small = ["the", "a", "an", "its", "their"];
            a.subject.split(' ').filter(|w| !w.is_empty() && !small.contains(w)).map(str::to_owned).collect()
        };
        let (a, b) = (content(a), content(b));
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        // "Diplomatic relations" may go on "with Japan" or "with Peru".
        let goes_on =
            long.get(short.len()).is_some_and(|w| matches!(w.as_str(), "with" | "between" | "of" | "in"));
        short.len() >= 2 && long.starts_with(&short) && !goes_on
            || short.len() >= 5 && long.get(..5) == short.get(..5)
    };
    // Two years, or a span of years told in one sentence, are two anniversaries.
    let other_year = |a: &Anniversary, b: &Anniversary| {
        a.year.map(|y| y.value) != b.year.map(|y| y.value) || a.sentence == b.sentence
    };
    for (at, later) in all.iter().enumerate() {
        let twin =
            all.iter().take(at).find(|a| a.count != later.count && same(a, later) && !other_year(a, later));
        let Some(earlier) = twin else { continue };
        let message = format!(
            "same anniversary is the {} here, the {} there",
            case.quote(later.count_span),
            case.quote(earlier.count_span)
        );
        let new = case.article.text.slice(earlier.count_span).to_owned();
        report.add(
            Finding::new(208, later.span, message)
                .related(case.place(earlier.span), "the other count")
                .fix(format!("change the count to {new}"), vec![(case.place(later.count_span), new)]),
        );
    }
}

/// DL106: "ten years ago, in 2011" in an article of 2023.
fn years_ago(case: &Case<'_>, at: usize) -> Option<Finding> {
    let timex = case.article.times.get(at)?;
    let next = case.article.times.get(at + 1)?;
    if timex.quoted || case.takes_back(timex.sentence) {
        return None;
    }
    let count = i16::try_from(anniversary::years_ago(case.article.text.slice(timex.span))?).ok()?;
    let gap = case.article.text.slice(Span::new(timex.span.end, next.span.start));
    matches!(gap.trim(), ", in" | "in" | "(" | "," | "(in" | ", on").then_some(())?;
    let base = next.parts.year?;
    let year = case.dating().year()?;
    // Round counts are round; others may be a year off, for the day of the year is not said.
    let off = (year - base.value - count).abs();
    let slack = if count % 10 == 0 && count >= 20 || count > 50 { 2 } else { 1 };
    if off <= slack {
        return None;
    }
    let falls = base.value + count;
    let message = format!("{count} years after {} is {falls}, not {year}", base.value);
    Some(Finding::new(106, timex.span.cover(next.span), message).fix(
        format!("change {} to {}", base.value, year - count),
        vec![(case.place(base.span), (year - count).to_string())],
    ))
}
