//! What the article states of the calendar, mention by mention. "Monday (January 26, 2026)" is read as two mentions
//! but is one statement.

use jiff::civil::Date;

use crate::text::Span;
use crate::time::{Parts, Resolved, Stated, Timex, weekday_of};
use crate::world::DatedArticle;

/// Calendar facts that belong together.
#[derive(Clone, Debug)]
pub(super) struct Statement<'w> {
    /// The mention that holds the day.
    pub timex: &'w Timex,
    pub resolved: &'w Resolved,
    pub parts: Parts,
    /// All of it.
    pub span: Span,
}

pub(super) fn of(dated: &DatedArticle) -> Vec<Statement<'_>> {
    let article = &dated.article;
    let mut out: Vec<Statement<'_>> = Vec::new();
    for (timex, resolved) in article.times.iter().zip(&dated.times) {
        let this = Statement { timex, resolved, parts: timex.parts, span: timex.span };
        let gap = |before: Span| article.text.slice(Span::new(before.end, timex.span.start));
        match out.last_mut().filter(|last| last.timex.sentence == timex.sentence) {
            Some(last) if joins(&last.parts, gap(last.span), &timex.parts) => {
                let parts = merge(last.parts, timex.parts);
                let span = last.span.cover(timex.span);
                // The mention with the day is the one to resolve.
                let day = if timex.parts.day.is_some() { this } else { last.clone() };
                *last = Statement { parts, span, ..day };
            }
            _ => out.push(this),
        }
    }
    out
}

/// "Monday (January 26", "Monday, January 26", "26 January (Monday)", "26 January, a Monday".
fn joins(a: &Parts, gap: &str, b: &Parts) -> bool {
    let day = |p: &Parts| p.month.is_some() && p.day.is_some() && p.weekday.is_none();
    let weekday = |p: &Parts| p.weekday.is_some() && p.month.is_none() && p.day.is_none() && p.year.is_none();
    let gap = gap.trim();
    if weekday(a) && day(b) {
        matches!(gap, "" | "," | "(" | "[" | "–" | "-" | "—" | ", the" | "the")
    } else {
        day(a)
            && weekday(b)
            && matches!(gap, "(" | "[" | ", a" | "– a" | "— a" | "was a" | "is a" | ", which was a")
    }
}

fn merge(a: Parts, b: Parts) -> Parts {
    Parts {
        year: a.year.or(b.year),
        month: a.month.or(b.month),
        day: a.day.or(b.day),
        weekday: a.weekday.or(b.weekday),
    }
}

impl Statement<'_> {
    /// Year, month and day, all stated.
    pub fn full(&self) -> Option<(Stated<i16>, Stated<u8>, Stated<u8>)> {
        Some((self.parts.year?, self.parts.month?, self.parts.day?))
    }

    /// Month and day, stated without a year.
    pub fn month_day(&self) -> Option<(Stated<u8>, Stated<u8>)> {
        self.parts.year.is_none().then_some((self.parts.month?, self.parts.day?))
    }

    /// The stated day, if it exists.
    pub fn date(&self) -> Option<Date> {
        let (year, month, day) = self.full()?;
        Date::new(year.value, month.value as i8, day.value as i8).ok()
    }

    /// The place of the date without its weekday.
    pub fn date_span(&self) -> Span {
        let parts = self.parts;
        let spans = [parts.year.map(|p| p.span), parts.month.map(|p| p.span), parts.day.map(|p| p.span)];
        spans.into_iter().flatten().reduce(Span::cover).unwrap_or(self.span)
    }
}

/// Whether `date` falls on the weekday.
pub(super) fn is_weekday(date: Date, weekday: u8) -> bool {
    weekday_of(date) == weekday
}
