//! Relative expressions that the text itself explains: "last month, in June" is written in July.

use jiff::civil::Date;

use super::own_voice;
use crate::article::cues::{Deictic, TimeLink};
use crate::article::{Article, Days};
use crate::text::normalise::one_line;
use crate::text::{Index, Span};
use crate::time::unit::Unit;
use crate::time::{Parts, Timex, Window, wording};
use crate::world::dates::Statement;

/// A relative expression with its explanation.
#[derive(Clone, Debug)]
pub struct Gloss {
    pub span: Span,
    /// The article dates that make it true.
    pub days: Days,
    /// What it implies for the article's date: "month July", "year 2019", "date 13 May".
    pub makes: String,
}

pub(super) fn statements(article: &Article) -> Vec<Statement> {
    glosses(article).into_iter().map(|gloss| told(article, gloss)).collect()
}

/// A gloss as a statement.
fn told(article: &Article, gloss: Gloss) -> Statement {
    let words = one_line(article.text.slice(gloss.span));
    Statement {
        words: format!("“{words}” gives the {}", gloss.makes),
        span: Some(gloss.span),
        days: gloss.days,
    }
}

/// The glosses in the article's own voice, in order.
pub fn glosses(article: &Article) -> Vec<Gloss> {
    own_voice(article).filter_map(|(index, timex)| gloss(article, index, timex)).collect()
}

fn gloss(article: &Article, index: Index<Timex>, timex: &Timex) -> Option<Gloss> {
    let around = article.cues.of_time(index);
    let beside = matches!(
        around.link,
        TimeLink::Nothing
            | TimeLink::Comma
            | TimeLink::CommaIn
            | TimeLink::In
            | TimeLink::Parenthesis
            | TimeLink::ParenthesisIn
            | TimeLink::CommaOn
            | TimeLink::On
            | TimeLink::CommaOf
    );
    // A weekday in the explanation is a separate statement; the rest is compared.
    let next = index.next().of(&article.times).filter(|next| beside && next.range.is_none())?;
    let (days, makes) = explained(around.deictic?, next.parts)?;
    Some(Gloss { span: timex.span.cover(next.span), days, makes })
}

fn explained(deictic: Deictic, parts: Parts) -> Option<(Days, String)> {
    let by = i32::from(deictic.by);
    let month = parts.month.map(|m| m.value as i8);
    match deictic.unit {
        Unit::Year => {
            let year = parts.year?.value - i16::from(deictic.by);
            Some((Days::of(Window::year(year)?), format!("year {year}")))
        }
        Unit::Month => {
            let said = month?;
            let back = i32::from(said) - 1 - by;
            let (carry, own) = (back.div_euclid(12) as i16, back.rem_euclid(12) as i8 + 1);
            let days = match parts.year {
                Some(year) => Days::of(Window::month(year.value + carry, own)?),
                None => Days::yearly(|year| Window::month(year, own)),
            };
            Some((days, format!("month {}", wording::month(own as u8))))
        }
        _ => {
            let (said, day) = (month?, parts.day?.value as i8);
            let days = match parts.year {
                Some(year) => Days::of(shifted(year.value, said, day, by)?),
                None => Days::yearly(|year| shifted(year, said, day, by)),
            };
            let date = shifted(parts.year.map_or(2023, |y| y.value), said, day, by)?.earliest?;
            Some((days, format!("day {} {}", date.day(), wording::month(date.month() as u8))))
        }
    }
}

/// The day that lies `by` days before this one.
fn shifted(year: i16, month: i8, day: i8, by: i32) -> Option<Window> {
    let date = Date::new(year, month, day).ok()?;
    date.checked_add(jiff::Span::new().days(-by)).ok().map(Window::day)
}
