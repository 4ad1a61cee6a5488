//! DL208 anniversary-numbers: "the 70th anniversary of the treaty" here, "the 75th anniversary of the treaty"
//! there.

use super::Finding;
use super::context::Context;
use super::report::Report;
use crate::article::cues::Anniversary;

/// Anniversaries that are compared with each other: the work grows with their square.
const MAX_COMPARED: usize = 50;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let all = context.article.cues.anniversaries.iter();
    let all = all.filter(|a| !a.quoted && !report.is_tainted(a.span) && !context.is_unsettled(a.sentence));
    let all: Vec<&Anniversary> = all.take(MAX_COMPARED).collect();
    for (at, later) in all.iter().enumerate() {
        let Some(earlier) = all.iter().take(at).find(|earlier| contradict(earlier, later)) else { continue };
        let message = format!(
            "same anniversary is the {} here, the {} there",
            context.quote(later.count_span),
            context.quote(earlier.count_span)
        );
        let new = context.article.text.slice(earlier.count_span).to_owned();
        report.add(
            Finding::new(208, later.span, message)
                .related(context.place(earlier.span), "the other count")
                .fix(format!("change the count to {new}"), vec![(context.place(later.count_span), new)]),
        );
    }
}

/// Whether two counts of one anniversary contradict each other. Two years, or a span of years given in one
/// sentence, are two anniversaries.
fn contradict(a: &Anniversary, b: &Anniversary) -> bool {
    let same_year = a.year.map(|year| year.value) == b.year.map(|year| year.value);
    a.count != b.count && same_year && a.sentence != b.sentence && is_same_subject(a, b)
}

/// Whether both commemorate the same thing: one subject begins with the other, or they share five words.
fn is_same_subject(a: &Anniversary, b: &Anniversary) -> bool {
    let (short, long) =
        if a.content.len() <= b.content.len() { (&a.content, &b.content) } else { (&b.content, &a.content) };
    // "Diplomatic relations" may continue "with Japan" or "with Peru".
    let goes_on = long.get(short.len()).is_some_and(|word| word.goes_on);
    short.len() >= 2 && long.starts_with(short) && !goes_on
        || short.len() >= 5 && long.get(..5) == short.get(..5)
}
