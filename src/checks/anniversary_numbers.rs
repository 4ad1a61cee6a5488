//! DL208 anniversary-numbers: "the 70th anniversary of the treaty" here, "the 75th anniversary of the treaty" there.

use super::Finding;
use super::context::Context;
use super::report::Report;
use crate::world::dates::anniversary::{self, Anniversary};

/// Anniversaries that are compared with each other: the work grows with their square.
const MAX_COMPARED: usize = 50;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut all = anniversary::find(context.article);
    all.retain(|a| !a.quoted && !report.is_tainted(a.span) && !context.is_unsettled(a.sentence));
    all.truncate(MAX_COMPARED);
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

/// Two counts of one anniversary. Two years, or a span of years told in one sentence, are two anniversaries.
fn contradict(a: &Anniversary, b: &Anniversary) -> bool {
    let same_year = a.year.map(|year| year.value) == b.year.map(|year| year.value);
    a.count != b.count && same_year && a.sentence != b.sentence && is_same_subject(a, b)
}

/// Whether both remember one thing: one subject begins with the other, or five words of both are the same.
fn is_same_subject(a: &Anniversary, b: &Anniversary) -> bool {
    let (a, b) = (content_words(&a.subject), content_words(&b.subject));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // "Diplomatic relations" may go on "with Japan" or "with Peru".
    let goes_on = matches!(long.get(short.len()), Some(&("with" | "between" | "of" | "in")));
    short.len() >= 2 && long.starts_with(&short) && !goes_on
        || short.len() >= 5 && long.get(..5) == short.get(..5)
}

fn content_words(subject: &str) -> Vec<&str> {
    subject.split(' ').filter(|w| !matches!(*w, "" | "the" | "a" | "an" | "its" | "their")).collect()
}
