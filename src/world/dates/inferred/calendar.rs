//! Dates without a year, dates described as past or future, and "today" beside a date.

use jiff::civil::Date;

use super::{is_lead, own_voice, quote};
use crate::article::cues::TimeLead;
use crate::article::{Article, Cue, Days};
use crate::text::normalise::one_line;
use crate::text::{Index, indexed};
use crate::time::{RangeEnd, Tense, Timex, TimexKind, Window};
use crate::world::dates::Statement;

/// A weekday with month and day refers to a day less than a week away in a lead, less than half a year
/// elsewhere.
const LEAD: i32 = 6;
const ELSEWHERE: i32 = 180;

pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let mut out: Vec<_> = dateline(article).into_iter().collect();
    for (index, timex) in own_voice(article) {
        out.extend(weekday_date(article, index, timex));
        out.extend(told_date(article, index, timex));
        out.extend(today(article, index, timex));
    }
    out.extend(signature(article));
    out
}

/// How far from its end a document is signed, in bytes.
const SIGNATURE_BYTES: usize = 600;

/// "I have hereunto set my hand this third day of May, in the year …", at the end of a proclamation.
fn signature(article: &Article) -> Option<Statement> {
    let from = article.text.as_str().len().saturating_sub(SIGNATURE_BYTES) as u32;
    let last = article.times.partition_point(|timex| timex.span.start < from);
    let mut end = indexed(&article.times).skip(last);
    end.find_map(|(index, timex)| {
        let this = article.cues.of_time(index).lead == Some(TimeLead::This);
        let day = stated_window(timex).filter(|window| this && !timex.quoted && window.single().is_some())?;
        let words = format!("it is signed “this {}”", one_line(article.text.slice(timex.span)));
        Some(Statement { words, span: Some(timex.span), days: Days::of(day) })
    })
}

/// "OSLO, July 13 (Wire) --": that day, in any year.
fn dateline(article: &Article) -> Option<Statement> {
    let (month, day, span) = article.own_dates.dateline_day?;
    let days = Days::yearly(|year| Date::new(year, month, day).ok().map(Window::day));
    Some(Statement { words: "the dateline gives month and day".into(), span: Some(span), days })
}

/// Month and day that a mention states without a year.
fn month_day(timex: &Timex) -> Option<(i8, i8)> {
    let parts = timex.parts;
    parts.year.is_none().then_some(())?;
    Some((parts.month?.value as i8, parts.day?.value as i8))
}

/// "Monday, May 13": only some years have it.
fn weekday_date(article: &Article, index: Index<Timex>, timex: &Timex) -> Option<Statement> {
    let (month, day) = month_day(timex)?;
    let weekday = timex.parts.weekday?.value;
    let reach = if is_lead(article, timex.sentence) { LEAD } else { ELSEWHERE };
    let tense = match article.cues.of_time(index).lead {
        // "As we look forward to this Saturday, December 10".
        Some(TimeLead::This) if timex.tense != Some(Tense::Past) => Some(Tense::Future),
        _ => timex.tense,
    };
    let (before, after) = match tense {
        // One day of tolerance: the article may be written where the day has not yet come, or is already
        // over.
        Some(Tense::Past) => (1, reach),
        Some(Tense::Future) => (reach, 1),
        _ => (reach, reach),
    };
    let days = Days::yearly(|year| {
        let date = Date::new(year, month, day).ok().filter(|date| right(*date, weekday))?;
        Some(Window { earliest: shift(date, -before), latest: shift(date, after) })
    });
    let side = match tense {
        Some(Tense::Past) => ", told as past,",
        Some(Tense::Future) => ", still to come,",
        _ => "",
    };
    let words = format!("{}{side} falls on that weekday in few years only", quote(article, timex));
    Some(Statement { words, span: Some(timex.span), days })
}

/// Whether a date falls on this day of the week.
fn right(date: Date, weekday: u8) -> bool {
    date.weekday().to_monday_one_offset() as u8 == weekday
}

/// The date `by` days after this one.
fn shift(date: Date, by: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().days(by)).ok()
}

/// A date with its year, described as past or future, bounds the article's date on one side. "By 2012" and
/// "would … in 2012" do not.
fn told_date(article: &Article, index: Index<Timex>, timex: &Timex) -> Option<Statement> {
    let window = stated_window(timex).filter(|_| timex.kind == TimexKind::Date)?;
    if article.cues.holds(timex.sentence, Cue::Hypothetical) {
        return None;
    }
    let around = article.cues.of_time(index);
    let (bound, words) = match timex.tense? {
        Tense::Past if around.lead == Some(TimeLead::At) => {
            (Window { earliest: window.earliest?.yesterday().ok(), latest: None }, "is past")
        }
        Tense::Future if around.behind_will => {
            (Window { earliest: None, latest: window.latest?.tomorrow().ok() }, "is still to come")
        }
        _ => return None,
    };
    let words = format!("{} {words}", quote(article, timex));
    Some(Statement { words, span: Some(timex.span), days: Days::of(bound) })
}

/// The days that a mention states on its own, including the year.
pub(in crate::world::dates) fn stated_window(timex: &Timex) -> Option<Window> {
    let year = timex.parts.year?.value;
    match (timex.parts.month, timex.parts.day) {
        (Some(month), Some(day)) => Date::new(year, month.value as i8, day.value as i8).ok().map(Window::day),
        (Some(month), None) => Window::month(year, month.value as i8),
        (None, None) => Window::year(year),
        (None, Some(_)) => None,
    }
}

/// "Today" after "on Feb. 21-22 … held talks": the range that the lead describes as past has ended, so today
/// is its last day.
fn today(article: &Article, index: Index<Timex>, timex: &Timex) -> Option<Statement> {
    (article.cues.of_time(index).today && timex.tense == Some(Tense::Past)).then_some(())?;
    let lead = article.times.iter().take(index.row()).filter(|t| is_lead(article, t.sentence));
    let lead = lead.filter(|t| t.tense != Some(Tense::Future) && !t.quoted);
    let mut ends = lead.filter(|t| matches!(t.range, Some((RangeEnd::End, _))));
    let day = ends.find(|t| timex.sentence.row().saturating_sub(t.sentence.row()) <= 6)?;
    let words =
        format!("{} is the last of the days that end with {}", quote(article, timex), quote(article, day));
    let days = match stated_window(day) {
        Some(window) => Days::of(window),
        None => {
            let (month, day) = month_day(day)?;
            Days::yearly(|year| Date::new(year, month, day).ok().map(Window::day))
        }
    };
    Some(Statement { words, span: Some(timex.span), days })
}
