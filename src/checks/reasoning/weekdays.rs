//! Weekdays: what a stated one refutes, and how a wrong one is fixed.

use jiff::civil::Date;

use super::wording;
use crate::checks::Finding;
use crate::checks::context::{Context, DateStatement};
use crate::text::Span;
use crate::text::normalise::ordinal;
use crate::time::{Stated, weekday_of, window::days_between};

/// Days from the article's date within which a weekday with month and day but no year is taken to lie. With
/// more, the year before or after could be meant as well.
const MAX_DAYS_FROM_ARTICLE: i32 = 200;

/// The statements with month and day that are meant literally: not denied, not retracted.
pub fn asserted<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a DateStatement<'a>> {
    context.statements.iter().filter(|s| {
        let has_day = s.parts.month.is_some() && s.parts.day.is_some();
        let denied = context.article.cues.of_time(s.first).denied;
        has_day && !denied && !context.takes_back(s.timex.sentence)
    })
}

/// Whether `date` falls on the weekday (1 for Monday).
pub fn is_weekday(date: Date, weekday: u8) -> bool {
    weekday_of(date) == weekday
}

/// The day that a statement without a year must mean, if the article's date leaves only one and its weekday
/// differs from the stated one.
pub fn refuting_date(context: &Context<'_>, statement: &DateStatement<'_>) -> Option<Date> {
    let said = statement.parts.weekday?.value;
    let (month, day) = statement.month_day()?;
    if statement.timex.quoted {
        return None;
    }
    let dating = context.dating();
    let mut near: Vec<Date> = Vec::new();
    match (dating.date, &dating.days) {
        (Some(article), _) => near.extend(near_days(month.value, day.value, article)),
        (None, Some(days)) => {
            for date in days.iter().flat_map(|article| near_days(month.value, day.value, article)) {
                if is_weekday(date, said) {
                    return None;
                }
                if !near.contains(&date) {
                    near.push(date);
                }
            }
        }
        (None, None) => return None,
    }
    match near.as_slice() {
        [date] if !is_weekday(*date, said) => Some(*date),
        _ => None,
    }
}

/// The days with this month and day that an article of this date may mean.
fn near_days(month: u8, day: u8, article: Date) -> impl Iterator<Item = Date> {
    let years = article.year() - 1..=article.year() + 1;
    years
        .filter_map(move |year| Date::new(year, month as i8, day as i8).ok())
        .filter(move |date| days_between(*date, article).abs() <= MAX_DAYS_FROM_ARTICLE)
}

/// Adds both fixes of a date that falls on another weekday: the weekday, or the nearest day with that
/// weekday.
pub fn with_fixes(
    context: &Context<'_>,
    finding: Finding,
    date: Date,
    statement: &DateStatement<'_>,
) -> Finding {
    let (Some(said), Some(day)) = (statement.parts.weekday, statement.parts.day) else { return finding };
    let finding = with_weekday_fix(context, finding, said, weekday_of(date));
    let Some(other) = nearest(date, said.value).filter(|other| other.month() == date.month()) else {
        return finding;
    };
    let edit = (context.place(day.span), day_written_alike(context, day.span, other.day()));
    finding.fix(format!("change the day to {}", other.day()), vec![edit])
}

/// Adds the fix that replaces the stated weekday.
pub fn with_weekday_fix(context: &Context<'_>, finding: Finding, said: Stated<u8>, weekday: u8) -> Finding {
    let name = wording::weekday(weekday);
    let edit = (context.place(said.span), weekday_written_alike(context, said, name));
    finding.fix(format!("change the weekday to {name}"), vec![edit])
}

/// The day nearest to `date` that falls on `weekday`.
fn nearest(date: Date, weekday: u8) -> Option<Date> {
    let ahead = (i64::from(weekday) - i64::from(weekday_of(date))).rem_euclid(7);
    let by = if ahead > 3 { ahead - 7 } else { ahead };
    date.checked_add(jiff::Span::new().days(by)).ok()
}

/// The new weekday in the style of the old one: "Mon.", "MONDAY".
fn weekday_written_alike(context: &Context<'_>, said: Stated<u8>, new: &str) -> String {
    let old = context.article.text.slice(said.span);
    let letters = old.trim_end_matches('.');
    let is_short = letters.len() < wording::weekday(said.value).len();
    let mut word = if is_short { new.get(..3).unwrap_or(new).to_owned() } else { new.to_owned() };
    if letters.chars().all(char::is_uppercase) {
        word = word.to_uppercase();
    }
    if old.ends_with('.') {
        word.push('.');
    }
    word
}

/// The new day in the style of the old one: "13th" → "14th".
fn day_written_alike(context: &Context<'_>, span: Span, day: i8) -> String {
    let old = context.article.text.slice(span);
    if old.ends_with(|c: char| c.is_ascii_alphabetic()) {
        ordinal(day.unsigned_abs().into())
    } else if old.starts_with('0') {
        format!("{day:02}")
    } else {
        day.to_string()
    }
}
