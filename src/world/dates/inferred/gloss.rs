//! Relative words that the text itself explains: "last month, in June" is written in July.

use jiff::civil::Date;

use super::own_voice;
use crate::article::{Article, Days};
use crate::text::Span;
use crate::text::normalise::one_line;
use crate::time::{MONTHS, Parts, Window};
use crate::world::dates::Statement;

/// A relative word with its explanation beside it.
#[derive(Clone, Debug)]
pub struct Gloss {
    pub span: Span,
    /// The article dates that make it true.
    pub days: Days,
    /// What it makes of the article's date: "month July", "year 2019", "date 13 May".
    pub makes: String,
}

pub(super) fn statements(article: &Article) -> Vec<Statement> {
    let told = |gloss: Gloss| {
        let words = one_line(article.text.slice(gloss.span));
        Statement {
            words: format!("“{words}” gives the {}", gloss.makes),
            span: Some(gloss.span),
            days: gloss.days,
        }
    };
    glosses(article).into_iter().map(told).collect()
}

/// The glosses of the article's own voice, in order.
pub fn glosses(article: &Article) -> Vec<Gloss> {
    let mut out = Vec::new();
    for (index, timex) in own_voice(article) {
        let Some(next) = article.times.get(index + 1).filter(|next| next.sentence == timex.sentence) else {
            continue;
        };
        let gap = article.text.slice(Span::new(timex.span.end, next.span.start));
        let beside = matches!(gap.trim(), "" | "," | ", in" | "in" | "(" | "(in" | ", on" | "on" | ", of");
        // A weekday in the explanation is a statement of its own; the rest is compared.
        if !beside || next.range.is_some() {
            continue;
        }
        let words = article.text.slice(timex.span).to_lowercase();
        let span = timex.span.cover(next.span);
        if let Some((days, makes)) = explained(&words, next.parts) {
            out.push(Gloss { span, days, makes });
        }
    }
    out
}

/// Unit and distance of a plain relative word, counted from the article.
fn relative(words: &str) -> Option<(&str, i32)> {
    let (which, unit) = words.split_once(' ').unwrap_or(("", words));
    let by = match which {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        "" => {
            return match unit {
                "yesterday" => Some(("day", -1)),
                "today" => Some(("day", 0)),
                "tomorrow" => Some(("day", 1)),
                _ => None,
            };
        }
        _ => return None,
    };
    matches!(unit, "month" | "year").then_some((unit, by))
}

fn explained(words: &str, parts: Parts) -> Option<(Days, String)> {
    let (unit, by) = relative(words)?;
    let month = |parts: Parts| parts.month.map(|m| m.value as i8);
    match unit {
        "year" => {
            let year = parts.year?.value - by as i16;
            Some((Days::of(Window::year(year)?), format!("year {year}")))
        }
        "month" => {
            let said = month(parts)?;
            let back = i32::from(said) - 1 - by;
            let (carry, own) = (back.div_euclid(12) as i16, back.rem_euclid(12) as i8 + 1);
            let days = match parts.year {
                Some(year) => Days::of(Window::month(year.value + carry, own)?),
                None => Days::yearly(|year| Window::month(year, own)),
            };
            Some((days, format!("month {}", MONTHS.get(own as usize - 1)?)))
        }
        _ => {
            let (said, day) = (month(parts)?, parts.day?.value as i8);
            let shifted = |year: i16| {
                let date = Date::new(year, said, day).ok()?;
                date.checked_add(jiff::Span::new().days(-by)).ok().map(Window::day)
            };
            let days = match parts.year {
                Some(year) => Days::of(shifted(year.value)?),
                None => Days::yearly(shifted),
            };
            let date = shifted(parts.year.map_or(2023, |y| y.value))?.earliest?;
            Some((days, format!("day {} {}", date.day(), MONTHS.get(date.month() as usize - 1)?)))
        }
    }
}
