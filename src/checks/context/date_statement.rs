//! The article's statements about the calendar, mention by mention. "Monday (January 26, 2026)" is read as
//! two mentions but is one statement.

use jiff::civil::Date;

use crate::article::cues::TimeLink;
use crate::text::{Index, Span, indexed};
use crate::time::{Parts, Resolved, Stated, Timex};
use crate::world::DatedArticle;

/// Calendar facts that belong together.
#[derive(Clone, Debug)]
pub struct DateStatement<'w> {
    /// The mention that holds the day.
    pub timex: &'w Timex,
    /// What that mention resolves to, given the article's date.
    pub resolved: &'w Resolved,
    /// Its first mention.
    pub first: Index<Timex>,
    /// The facts of all its mentions.
    pub parts: Parts,
    /// All of it.
    pub span: Span,
}

/// The statements of an article, in order of text.
pub fn of(dated: &DatedArticle) -> Vec<DateStatement<'_>> {
    let article = &dated.article;
    let mut out: Vec<DateStatement<'_>> = Vec::new();
    let mut link = TimeLink::Other;
    for ((first, timex), resolved) in indexed(&article.times).zip(&dated.times) {
        let this = DateStatement { timex, resolved, first, parts: timex.parts, span: timex.span };
        match out.last_mut().filter(|last| joins(&last.parts, link, &timex.parts)) {
            Some(last) => *last = merged(last, this),
            None => out.push(this),
        }
        link = article.cues.of_time(first).link;
    }
    out
}

/// "Monday (January 26", "Monday, January 26", "26 January (Monday)", "26 January, a Monday".
fn joins(first: &Parts, link: TimeLink, second: &Parts) -> bool {
    use TimeLink::{Bracket, Comma, Dash, IsA, Nothing, Parenthesis, The};
    if is_weekday_alone(first) && is_day_alone(second) {
        matches!(link, Nothing | Comma | Parenthesis | Bracket | Dash | The)
    } else {
        is_day_alone(first) && is_weekday_alone(second) && matches!(link, Parenthesis | Bracket | IsA)
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

/// Both as one statement. The mention with the day is the one to resolve.
fn merged<'w>(first: &DateStatement<'w>, second: DateStatement<'w>) -> DateStatement<'w> {
    let parts = Parts {
        year: first.parts.year.or(second.parts.year),
        month: first.parts.month.or(second.parts.month),
        day: first.parts.day.or(second.parts.day),
        weekday: first.parts.weekday.or(second.parts.weekday),
    };
    let span = first.span.cover(second.span);
    let day = if second.parts.day.is_some() { second } else { first.clone() };
    DateStatement { parts, span, first: first.first, ..day }
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
