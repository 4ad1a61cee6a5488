//! What makes some days likelier than others as an article's date. Unlike a statement, a clue holds only
//! usually; how often is counted (`weights`).

mod anniversaries;
mod gatherings;
mod stated;
mod terms;
mod weekdays;

use jiff::civil::Date;

use super::Known;
use crate::article::{Article, Days};
use crate::text::Span;
use crate::time::Window;

/// One clue.
#[derive(Clone, Debug)]
pub(super) struct Clue {
    pub kind: ClueKind,
    /// In words: "“18 September 2023” is the latest day told".
    words: String,
    /// Better words for some days: which of several gatherings or terms it is then.
    better: Vec<(Window, String)>,
    pub span: Option<Span>,
    /// Sets of days, disjoint, each with its own share in the table of weights.
    pub bins: Vec<Days>,
}

impl Clue {
    /// A clue that says the same of every day.
    fn new(kind: ClueKind, words: String, span: Span, bins: Vec<Days>) -> Self {
        Self { kind, words, better: Vec::new(), span: Some(span), bins }
    }

    /// In words, if the article is of this day.
    pub fn words(&self, day: Date) -> &str {
        let mut better = self.better.iter().filter(|(days, _)| days.contains(day));
        match (better.next(), better.next()) {
            (Some((_, words)), None) => words,
            _ => &self.words,
        }
    }
}

/// What a clue rests on, with what its bins are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClueKind {
    /// A complete day in a line of its own at the top of the page: that day and the next, the week after.
    TopLine,
    /// A complete day in prose at the top of the page: that day and the next, the week after.
    TopDay,
    /// The latest complete date told as past, below the top: that day and the next, the week, two months, a
    /// year after.
    LatestDay,
    /// The same for a month with its year: to ten days after its end, two months, a year after.
    LatestMonth,
    /// The latest year: the year itself, the next, three more.
    LatestYear,
    /// The latest complete day of a post or a picture in the page: that day and the next, the week, two
    /// months after.
    PostDay,
    /// Day and month in the headline: that day and the next, the week after.
    HeadlineDay,
    /// Day and month in the lead: that day and the next, the week after.
    LeadDay,
    /// The same, still to come: the week before, two months before.
    LeadDayAhead,
    /// The weekday of the news: that day, the next, the one after.
    Weekday,
    /// A weekday to come: the day before, two, three days before.
    WeekdayAhead,
    /// A gathering of public record and when it is or was: the days on which that is right.
    GatheringWhen,
    /// The same for a meeting of these people, of which not all are on record.
    GatheringOf,
    /// One in whose town the page is written: its days and the ones before and after.
    GatheringHere,
    /// One on whose margins people met: its days and the next.
    GatheringBeside,
    /// One told as past in headline or lead: its days and the next, the month, the year after.
    GatheringNews,
    /// The same further down.
    GatheringHeld,
    /// One still to come: the week, two months, a year before.
    GatheringAhead,
    /// A day to come in a town, and a gathering there: the days on which they agree.
    GatheringIn,
    /// Somebody called by an office: the terms of it.
    Term,
    /// The latest day and month without a year told of: that day and the next, the week after.
    NearDay,
    /// An anniversary of an event of public record: its days, half a year around.
    Anniversary,
}

impl ClueKind {
    /// Whether it tells the year rather than the day.
    pub(super) const fn is_wide(self) -> bool {
        matches!(self, Self::LatestMonth | Self::LatestYear | Self::Term | Self::Anniversary)
    }
}

/// The clues of an article.
pub(super) fn of(article: &Article, known: &Known) -> Vec<Clue> {
    let mut clues = stated::clues(article);
    clues.extend(weekdays::clues(article));
    if !article.hints.without_almanac {
        clues.extend(gatherings::clues(article, known));
        clues.extend(anniversaries::clues(article));
        clues.extend(terms::clues(article, known));
    }
    clues
}

/// The days from `from` to `to` days after the end of a window, or before its start if they are negative;
/// no day if an end is open.
fn around(window: Window, from: i32, to: i32) -> Days {
    let (Some(first), Some(last)) = (window.earliest, window.latest) else { return Days::none() };
    let shifted = |by: i32| {
        let base = if by < 0 { first } else { last };
        base.checked_add(jiff::Span::new().days(by)).ok()
    };
    match (shifted(from), shifted(to)) {
        (Some(from), Some(to)) if from <= to => Days::of(Window::new(from, to)),
        _ => Days::none(),
    }
}

/// Takes from each bin what an earlier one has.
fn disjoint(bins: Vec<Days>) -> Vec<Days> {
    let mut taken = Days::none();
    let mut out = Vec::with_capacity(bins.len());
    for bin in bins {
        out.push(bin.without(&taken));
        taken = taken.or(&bin);
    }
    out
}
