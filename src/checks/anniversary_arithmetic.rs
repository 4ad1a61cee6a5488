//! DL106 anniversary-arithmetic: a base year and a count of years that do not add up to the year of the
//! anniversary.

use super::Finding;
use super::context::Context;
use super::report::Report;
use crate::article::cues::{Anniversary, CountedYears, Counting, TimeLink};
use crate::text::normalise::ordinal;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for found in &context.article.cues.anniversaries {
        if found.quoted || context.takes_back(found.sentence) || report.is_tainted(found.span) {
            continue;
        }
        if let Some(finding) = miscounted(context, found) {
            report.add(finding);
        }
    }
    for counted in context.article.cues.counted_years.iter().filter(|c| c.counting == Counting::Ago) {
        years_ago(context, counted).into_iter().for_each(|finding| report.add(finding));
    }
}

/// Compares base year and count with the year that the sentence or the article's date gives the anniversary.
fn miscounted(context: &Context<'_>, found: &Anniversary) -> Option<Finding> {
    let base = found.base?;
    let count = i16::try_from(found.count).ok()?;
    let falls = base.value.checked_add(count)?;
    let (said, said_at) = match (found.year, found.this_year) {
        (Some(year), _) => (year.value, year.span),
        (None, Some(span)) => (context.dating().year()?, span),
        (None, None) => return None,
    };
    if said == falls {
        return None;
    }
    let message = format!("{count} years after {} is {falls}, not {said}", base.value);
    let mut finding = Finding::new(106, found.span, message)
        .related(context.place(base.span), "counted from here")
        .related(context.place(said_at), format!("said to be in {said}"));
    let right = said - base.value;
    if right > 0 {
        // Counts in words are replaced by figures.
        let edit = (context.place(found.count_span), ordinal(right.unsigned_abs().into()));
        finding = finding.fix(format!("change the count to {right}"), vec![edit]);
    }
    let edit = (context.place(base.span), (said - count).to_string());
    finding = finding.fix(format!("change {} to {}", base.value, said - count), vec![edit]);
    if let Some(year) = found.year {
        let edit = (context.place(year.span), falls.to_string());
        finding = finding.fix(format!("change {said} to {falls}"), vec![edit]);
    }
    Some(finding)
}

/// "Ten years ago, in 2011" in an article of 2023.
fn years_ago(context: &Context<'_>, counted: &CountedYears) -> Option<Finding> {
    use TimeLink::{Comma, CommaIn, CommaOn, In, Parenthesis, ParenthesisIn};
    let timex = counted.time.of(&context.article.times)?;
    let next = counted.time.next().of(&context.article.times)?;
    if timex.quoted || context.takes_back(timex.sentence) {
        return None;
    }
    let link = context.article.cues.of_time(counted.time).link;
    if !matches!(link, CommaIn | In | Parenthesis | Comma | ParenthesisIn | CommaOn) {
        return None;
    }
    let count = i16::try_from(counted.years).ok()?;
    let base = next.parts.year?;
    let year = context.dating().year()?;
    // Round counts are approximate; others may be a year off, because the day of the year is not given.
    let slack_years = if count % 10 == 0 && count >= 20 || count > 50 { 2 } else { 1 };
    if (year - base.value - count).abs() <= slack_years {
        return None;
    }
    let falls = base.value.checked_add(count)?;
    let message = format!("{count} years after {} is {falls}, not {year}", base.value);
    let edit = (context.place(base.span), (year - count).to_string());
    let finding = Finding::new(106, timex.span.cover(next.span), message);
    Some(finding.fix(format!("change {} to {}", base.value, year - count), vec![edit]))
}
