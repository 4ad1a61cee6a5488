//! What a time expression means, in words, and why: what it was counted from, and what that rests on.

use std::fmt::Write as _;

use crate::ide::time_words::{about_date, marked, meaning, resolved_words};
use crate::ide::{Linker, show};
use crate::text::Index;
use crate::time::{Anchor, RangeEnd, Resolved, Timex, TimexKind, Window, weekday_of, wording};
use crate::world::{DatedArticle, DocId, World};

/// Other readings dearer than this are far-fetched; readers of the text would not think of them.
const MAX_OTHER_COST: u32 = 4;

/// Reasons shown for an inferred date.
const MAX_REASONS: usize = 3;

/// The hover on the time mention `index` of an article.
pub fn of_mention(world: &World, doc: &DocId, index: Index<Timex>, link: Linker<'_>) -> Option<String> {
    let dated = world.article(doc)?;
    let timex = index.of(&dated.article.times)?;
    let (resolved, likely) = dated.shown_time(index)?;
    let words = show::plain(dated.article.text.slice(timex.span));
    let meaning = show::plain(&marked(likely, resolved_words(timex, resolved)));
    let mut out = format!("**{words}**");
    if meaning.to_lowercase() != words.to_lowercase() && !meaning.is_empty() {
        let _ = write!(out, " → **{meaning}**");
    }
    let _ = write!(out, "  \n{}", why(world, dated, timex, resolved, link));
    if let Some((end, other)) = timex.range
        && let Some(other) = other.of(&dated.article.times)
    {
        let words = show::plain(dated.article.text.slice(other.span));
        let range = if end == RangeEnd::Begin { "until" } else { "from" };
        let _ = write!(out, "  \na range, {range} “{words}”");
    }
    // A weekday without a tense may be the next or the last one; what else a word may mean is far-fetched.
    if timex.tense.is_none() && timex.parts.weekday.is_some() {
        let others = resolved.others.iter().filter(|(_, cost)| *cost <= MAX_OTHER_COST).take(1);
        for (window, _) in others {
            let _ = write!(out, "  \nless likely: {}", wording::window(*window));
        }
    }
    Some(out)
}

fn why(world: &World, dated: &DatedArticle, timex: &Timex, resolved: &Resolved, link: Linker<'_>) -> String {
    match (timex.kind, resolved.anchor) {
        // "days later": how long after is said, but not after what.
        (TimexKind::Duration, _) if timex.rule == "later" => "after what was told before".to_owned(),
        (TimexKind::Duration, _) => "a length of time".to_owned(),
        (TimexKind::Set, _) => "again and again".to_owned(),
        (_, Anchor::Itself) if is_no_day(timex, resolved) => "there is no such day".to_owned(),
        (_, Anchor::Itself) if resolved.window.is_none() => match dated.dating.date {
            Some(date) => format!("the article is of {}", wording::day(date)),
            None => "the article’s date is not known".to_owned(),
        },
        (_, Anchor::Itself) if has_other_weekday(timex, resolved) => {
            "the weekday in the text does not fit this day".to_owned()
        }
        (_, Anchor::Itself) => "as the text says".to_owned(),
        (_, Anchor::Mention(index)) => {
            let words = index.of(&dated.article.times).map_or("", |t| dated.article.text.slice(t.span));
            format!("counted from “{}”{}", show::plain(words), in_brackets(&meaning(dated, index)))
        }
        (_, Anchor::Article) => match dated.dating.date {
            Some(date) => {
                let date = wording::day(date);
                format!("counted from the article’s date, {date}{}", reasons(world, dated, link))
            }
            None => match about_date(dated) {
                Some(date) => {
                    format!("counted from the article’s likely date, {date}{}", reasons(world, dated, link))
                }
                None => "counted from the article’s date".to_owned(),
            },
        },
        (_, Anchor::Unknown) => {
            let parts = timex.parts;
            let open = if parts.month.is_some() && parts.year.is_none() { "the year" } else { "which one" };
            let date = if dated.dating.date.is_none() { ": the article’s date is not known" } else { "" };
            format!("{open} is open{date}")
        }
    }
}

/// "31 June 2024".
fn is_no_day(timex: &Timex, resolved: &Resolved) -> bool {
    resolved.window.is_none() && timex.parts.year.is_some() && timex.parts.day.is_some()
}

/// "Monday, 5 September 2023", which is a Tuesday.
fn has_other_weekday(timex: &Timex, resolved: &Resolved) -> bool {
    let day = resolved.window.and_then(Window::single);
    timex.parts.weekday.zip(day).is_some_and(|(said, day)| said.value != weekday_of(day))
}

fn in_brackets(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({})", show::plain(words)) }
}

/// ", known from the file name"; ": “Monday” is the day of the news" for a date that no line states.
fn reasons(world: &World, dated: &DatedArticle, link: Linker<'_>) -> String {
    // One line that states the date is enough.
    let most = if dated.dating.stated { 1 } else { MAX_REASONS };
    let all = dated.dating.evidence.iter().take(most).map(|evidence| match &evidence.place {
        Some(place) => format!("{}, {}", show::plain(&evidence.words), show::place(world, place, link)),
        None => show::plain(&evidence.words),
    });
    let all: Vec<_> = all.collect();
    match (all.as_slice(), dated.dating.stated) {
        ([], _) => String::new(),
        (_, true) => format!(", known from {}", all.join("; ")),
        (_, false) => format!(": {}", all.join("; ")),
    }
}
