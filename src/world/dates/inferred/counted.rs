//! Counted years: "this year marks the 70th anniversary … in 1949", "ten years ago, in 2013".

use jiff::civil::Date;

use super::calendar::stated_window;
use super::{own_voice, quote};
use crate::article::{Article, Days};
use crate::text::Span;
use crate::time::{Tense, Timex, Window};
use crate::world::dates::{Statement, anniversary};

pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let mut out: Vec<_> =
        anniversary::find(article).iter().filter_map(|a| of_anniversary(article, a)).collect();
    for (index, timex) in own_voice(article) {
        out.extend(years_ago(article, index, timex));
        out.extend(years_since(article, index, timex));
    }
    out
}

/// The anniversary's year, if the base year stands in the sentence; "this year" and "marks" make it the article's.
fn of_anniversary(article: &Article, found: &anniversary::Anniversary) -> Option<Statement> {
    let base = found.base?;
    let year = base.value + i16::try_from(found.count).ok()?;
    // A year that the sentence itself gives the anniversary has nothing to do with the article's date.
    found.year.is_none().then_some(())?;
    let now = found.this_year.is_some();
    let slack = if now { 0 } else { 1 };
    let days = Days::of(Window {
        earliest: Date::new(year - slack, 1, 1).ok(),
        latest: Date::new(year + slack, 12, 31).ok(),
    });
    let counted = article.text.slice(found.span);
    let words = format!("“{counted}” counted from {} is in {year}", base.value);
    // Without "this year" an anniversary may be remembered in any year.
    (now && !found.quoted).then_some(Statement { words, span: Some(found.span), days })
}

/// "It is almost a year since …, in February 2022".
fn years_since(article: &Article, index: usize, timex: &Timex) -> Option<Statement> {
    let words = article.text.slice(timex.span).to_lowercase();
    let (short, rest) = match words.split_once(' ')? {
        ("almost" | "nearly", rest) => (true, rest),
        _ => (false, words.as_str()),
    };
    let count = anniversary::years_ago(&format!("{rest} ago"))?;
    let then = article.times.get(index + 1).filter(|t| t.sentence == timex.sentence)?;
    let gap = article.text.slice(Span::new(timex.span.end, then.span.start));
    let led = gap.trim_end().rsplit(' ').next().is_some_and(|word| matches!(word, "in" | "on" | "since"));
    (gap.trim_start().starts_with("since ") && led && !gap.contains([';', '.'])).then_some(())?;
    // Said in the present: "it was a year since" counts from another time.
    (timex.tense != Some(Tense::Past)).then_some(())?;
    let base = stated_window(then)?;
    let years = jiff::Span::new().years(i64::from(count));
    let due = |date: Option<Date>| date?.checked_add(years).ok();
    let due = Window { earliest: due(base.earliest), latest: due(base.latest) };
    let due = if short {
        Window { latest: due.latest?.tomorrow().ok(), ..due.widened(100) }
    } else {
        due.widened(100)
    };
    let words = format!("{} since {}", quote(article, timex), quote(article, then));
    Some(Statement { words, span: Some(timex.span), days: Days::of(due) })
}

/// "N years ago, in YYYY".
fn years_ago(article: &Article, index: usize, timex: &Timex) -> Option<Statement> {
    let count = anniversary::years_ago(article.text.slice(timex.span))?;
    let next = article.times.get(index + 1)?;
    let gap = article.text.slice(Span::new(timex.span.end, next.span.start));
    matches!(gap.trim(), ", in" | "in" | "," | "(" | ", on" | "on").then_some(())?;
    let base = next.parts.year?.value;
    let (from, to) = (base + i16::try_from(count).ok()?, base + i16::try_from(count).ok()?);
    // Eleven months are "a year ago" too, and thirteen.
    let window = match next.parts.month {
        Some(month) => {
            let month = Window::month(from, month.value as i8)?;
            month.widened(100)
        }
        None => Window::new(Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?).widened(100),
    };
    let words = format!("{} is {}", quote(article, timex), next.parts.year?.value);
    Some(Statement { words, span: Some(timex.span), days: Days::of(window) })
}
