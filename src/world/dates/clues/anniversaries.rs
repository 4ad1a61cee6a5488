//! Anniversaries of public record: "the 80th anniversary of the victory" is near one day of one year.

use super::{Clue, ClueKind, disjoint};
use crate::almanac::{self, BaseDate};
use crate::article::cues::Anniversary;
use crate::article::{Article, Days};
use crate::time::Window;

/// Words of the subject that must be in the event's name: one alone ("independence") fits many.
const MIN_WORDS: usize = 2;

pub(super) fn clues(article: &Article) -> Vec<Clue> {
    let own = article.cues.anniversaries.iter().filter(|found| found.base.is_none() && found.year.is_none());
    own.filter_map(|found| clue(article, found)).take(2).collect()
}

fn clue(article: &Article, found: &Anniversary) -> Option<Clue> {
    let base = almanac::base_dates().find(|base| commemorates(found, base))?;
    let day = base.when.earliest?;
    let years = i16::try_from(found.count).ok()?;
    let day = jiff::civil::Date::new(day.year() + years, day.month(), day.day()).ok()?;
    let around = |days: i32| Days::of(Window::day(day).widened(days));
    let words = format!("“{}” of {}", article.text.slice(found.span), base.names().next()?);
    let words = format!("the {words} is in {}", day.year());
    let bins = disjoint(vec![around(10), around(200)]);
    Some(Clue::new(ClueKind::Anniversary, words, found.span, bins))
}

/// Whether a name of the event has the telling words of the subject.
fn commemorates(found: &Anniversary, base: &BaseDate) -> bool {
    base.names().any(|name| {
        let name = name.to_lowercase();
        let has = |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
        let said = found.content.iter().filter(|word| word.text.len() > 3);
        let common = said.clone().filter(|word| has(&word.text)).count();
        common >= MIN_WORDS && common * 2 > said.count()
    })
}
