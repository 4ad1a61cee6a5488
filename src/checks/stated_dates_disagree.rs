//! DL210 stated-dates-disagree: an article states two days as its own that lie more than a day apart.

use super::Finding;
use super::context::Context;
use super::reasoning::wording;
use super::report::Report;
use crate::article::OwnDate;
use crate::time::window::days_between;

/// Days that two statements of one day may lie apart: time zones, and papers that go to print at midnight.
const MAX_DAYS_APART: u32 = 1;

/// Before that year news travelled by ship, and a dateline told when it had left.
const FIRST_WIRE_YEAR: i16 = 1930;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let stated = &context.article.own_dates.stated;
    // What the user has decided settles it.
    if context.article.hints.date.is_some() {
        return;
    }
    let mut firm = stated.iter().filter(|own| own.firm);
    let Some(first) = firm.next() else { return };
    let Some(other) = firm.find(|other| disagree(first, other)) else { return };
    let (blamed, basis) = if other.span.is_some() { (other, first) } else { (first, other) };
    let span = blamed.span.or_else(|| Some(context.article.headline_or_first_prose()?.span));
    let Some(span) = span.filter(|span| !report.is_tainted(*span)) else { return };
    let message = format!(
        "{} says {}, {} says {}",
        first.words,
        wording::day(first.date),
        other.words,
        wording::day(other.date)
    );
    let help = format!("the article is read as of {}; state its date to settle it", wording::day(first.date));
    let mut finding = Finding::new(210, span, message).help(help);
    if let Some(span) = basis.span {
        finding = finding
            .related(context.place(span), format!("{} says {}", basis.words, wording::day(basis.date)));
    }
    report.note(finding);
}

/// Whether both cannot be the day of publication.
fn disagree(a: &OwnDate, b: &OwnDate) -> bool {
    let old = a.date.year().min(b.date.year()) < FIRST_WIRE_YEAR;
    days_between(a.date, b.date).unsigned_abs() > MAX_DAYS_APART && !(old && (a.dateline || b.dateline))
}
