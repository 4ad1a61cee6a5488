//! Counted years: "this year marks the 70th anniversary … in 1949", "ten years ago, in 2013".

use jiff::civil::Date;

use super::calendar::stated_window;
use super::{own_voice, quote};
use crate::article::cues::{Anniversary, CountedYears, Counting, TimeLink};
use crate::article::{Article, Days};
use crate::time::{Tense, Timex, Window};
use crate::world::dates::Statement;

/// Eleven or thirteen months are "a year ago" too.
const SLACK_DAYS: i32 = 100;

pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let mut out: Vec<_> =
        article.cues.anniversaries.iter().filter_map(|found| of_anniversary(article, found)).collect();
    for counted in &article.cues.counted_years {
        let Some((_, timex)) = own_voice(article).find(|(at, _)| *at == counted.time) else {
            continue;
        };
        out.extend(match counted.counting {
            Counting::Ago => years_ago(article, *counted, timex),
            Counting::Since | Counting::AlmostSince => years_since(article, *counted, timex),
        });
    }
    out
}

/// The anniversary's year, if the base year is in the sentence; "this year" and "marks" make it the
/// article's.
fn of_anniversary(article: &Article, found: &Anniversary) -> Option<Statement> {
    let base = found.base?;
    let year = base.value + i16::try_from(found.count).ok()?;
    // A year that the sentence itself gives for the anniversary has nothing to do with the article's date.
    found.year.is_none().then_some(())?;
    let now = found.this_year.is_some();
    let slack = if now { 0 } else { 1 };
    let days = Days::of(Window {
        earliest: Date::new(year - slack, 1, 1).ok(),
        latest: Date::new(year + slack, 12, 31).ok(),
    });
    let counted = article.text.slice(found.span);
    let words = format!("“{counted}” counted from {} is in {year}", base.value);
    // Without "this year" an anniversary may be mentioned in any year.
    (now && !found.quoted).then_some(Statement { words, span: Some(found.span), days })
}

/// "It is almost a year since …, in February 2022".
fn years_since(article: &Article, counted: CountedYears, timex: &Timex) -> Option<Statement> {
    // Only in the present: "it was a year since" counts from another time.
    (timex.tense != Some(Tense::Past)).then_some(())?;
    let then = counted.time.next().of(&article.times)?;
    let base = stated_window(then)?;
    let years = jiff::Span::new().years(i64::from(counted.years));
    let due = Window { earliest: due(base.earliest, years), latest: due(base.latest, years) };
    let due = if counted.counting == Counting::AlmostSince {
        Window { latest: due.latest?.tomorrow().ok(), ..due.widened(SLACK_DAYS) }
    } else {
        due.widened(SLACK_DAYS)
    };
    let words = format!("{} since {}", quote(article, timex), quote(article, then));
    Some(Statement { words, span: Some(timex.span), days: Days::of(due) })
}

/// The date that many years after this one.
fn due(date: Option<Date>, years: jiff::Span) -> Option<Date> {
    date?.checked_add(years).ok()
}

/// "N years ago, in YYYY".
fn years_ago(article: &Article, counted: CountedYears, timex: &Timex) -> Option<Statement> {
    let next = counted.time.next().of(&article.times)?;
    matches!(
        article.cues.of_time(counted.time).link,
        TimeLink::CommaIn
            | TimeLink::In
            | TimeLink::Comma
            | TimeLink::Parenthesis
            | TimeLink::CommaOn
            | TimeLink::On
    )
    .then_some(())?;
    let base = next.parts.year?.value;
    let year = base + i16::try_from(counted.years).ok()?;
    let window = match next.parts.month {
        Some(month) => Window::month(year, month.value as i8)?,
        None => Window::year(year)?,
    };
    let words = format!("{} is {base}", quote(article, timex));
    Some(Statement { words, span: Some(timex.span), days: Days::of(window.widened(SLACK_DAYS)) })
}
