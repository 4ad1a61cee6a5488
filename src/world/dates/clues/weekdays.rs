//! The weekday of the news: "announced on Monday" is written on a Monday or the day after.

use super::{Clue, ClueKind};
use crate::article::{Article, Days};
use crate::time::{Tense, Timex};
use crate::world::dates::inferred::{own_voice, quote};

/// How many sentences from the start news gives its day in.
const MAX_SENTENCES: usize = 6;

pub(super) fn clues(article: &Article) -> Vec<Clue> {
    let past = weekday(article, false).map(|(timex, weekday)| {
        let words = format!("{} is the day of the news", quote(article, timex));
        let bins = (0..3).map(|after| Days::weekday((weekday + after - 1) % 7 + 1)).collect();
        Clue::new(ClueKind::Weekday, words, timex.span, bins)
    });
    let ahead = weekday(article, true).map(|(timex, weekday)| {
        let words = format!("{} is still to come", quote(article, timex));
        let bins = (1..4).map(|before| Days::weekday((weekday + 6 - before) % 7 + 1)).collect();
        Clue::new(ClueKind::WeekdayAhead, words, timex.span, bins)
    });
    past.into_iter().chain(ahead).collect()
}

/// The first weekday without a date, told as past or as future.
fn weekday(article: &Article, ahead: bool) -> Option<(&Timex, u8)> {
    let mut body = own_voice(article).filter(|(_, timex)| timex.sentence.row() < MAX_SENTENCES * 2);
    body.find_map(|(_, timex)| {
        let alone = timex.parts.month.is_none() && timex.parts.day.is_none() && timex.parts.year.is_none();
        let fits = (timex.tense == Some(Tense::Future)) == ahead && timex.range.is_none();
        Some((timex, timex.parts.weekday.filter(|_| alone && fits)?.value))
    })
}
