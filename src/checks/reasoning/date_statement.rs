//! What the article states of the calendar, mention by mention. "Monday (January 26, 2026)" is read as two mentions
//! but is one statement.

use jiff::civil::Date;

use crate::text::Span;
use crate::time::{Parts, Resolved, Stated, Timex};
use crate::world::DatedArticle;

/// Calendar facts that belong together.
#[derive(Clone, Debug)]
pub struct DateStatement<'w> {
    /// The mention that holds the day.
    pub timex: &'w Timex,
    /// What that mention means in the light of the article's date.
    pub resolved: &'w Resolved,
    /// The facts of all its mentions.
    pub parts: Parts,
    /// All of it.
    pub span: Span,
}

/// The statements of an article, in order of text.
pub fn of(dated: &DatedArticle) -> Vec<DateStatement<'_>> {
    let article = &dated.article;
    let mut out: Vec<DateStatement<'_>> = Vec::new();
    for (timex, resolved) in article.times.iter().zip(&dated.times) {
        let this = DateStatement { timex, resolved, parts: timex.parts, span: timex.span };
        match out.last_mut().filter(|last| last.timex.sentence == timex.sentence) {
            Some(last)
                if joins(
                    &last.parts,
                    article.text.slice(Span::new(last.span.end, timex.span.start)),
                    &timex.parts,
                ) =>
            {
                let parts = merge(last.parts, timex.parts);
                let span = last.span.cover(timex.span);
                // The mention with the day is the one to resolve.
                let day = if timex.parts.day.is_some() { this } else { last.clone() };
                *last = DateStatement { parts, span, ..day };
            }
            _ => out.push(this),
        }
    }
    out
}

/// "Monday (January 26", "Monday, January 26", "26 January (Monday)", "26 January, a Monday".
fn joins(first: &Parts, gap: &str, second: &Parts) -> bool {
    let gap = gap.trim();
    if is_weekday_alone(first) && is_day_alone(second) {
        matches!(gap, "" | "," | "(" | "[" | "–" | "-" | "—" | ", the" | "the")
    } else {
        is_day_alone(first)
            && is_weekday_alone(second)
            && matches!(gap, "(" | "[" | ", a" | "– a" | "— a" | "was a" | "is a" | ", which was a")
    }
}

/// A day of a month without its weekday.
fn is_day_alone(parts: &Parts) -> bool {
    parts.month.is_some() && parts.day.is_some() && parts.weekday.is_none()
}

/// A weekday and nothing else.
fn is_weekday_alone(parts: &Parts) -> bool {
    parts.weekday.is_some() && parts.month.is_none() && parts.day.is_none() && parts.year.is_none()
}

fn merge(first: Parts, second: Parts) -> Parts {
    Parts {
        year: first.year.or(second.year),
        month: first.month.or(second.month),
        day: first.day.or(second.day),
        weekday: first.weekday.or(second.weekday),
    }
}

impl DateStatement<'_> {
    /// Month and day, stated without a year.
    pub fn month_day(&self) -> Option<(Stated<u8>, Stated<u8>)> {
        self.parts.year.is_none().then_some((self.parts.month?, self.parts.day?))
    }

    /// The day, if year, month and day are all stated and it exists.
    pub fn date(&self) -> Option<Date> {
        let (year, month, day) = (self.parts.year?, self.parts.month?, self.parts.day?);
        Date::new(year.value, month.value as i8, day.value as i8).ok()
    }

    /// The place of the date without its weekday.
    pub fn date_span(&self) -> Span {
        let parts = self.parts;
        let spans = [parts.year.map(|p| p.span), parts.month.map(|p| p.span), parts.day.map(|p| p.span)];
        spans.into_iter().flatten().reduce(Span::cover).unwrap_or(self.span)
    }
}
