//! When a meeting was, as one mention tells it: days of the calendar, days of an unknown year, or days of an unknown
//! week. Only like can be compared with like.

use jiff::civil::{Date, date};

use super::case::{Case, contains_words};
use crate::meetings::{EventMention, MeetingKind};
use crate::text::Span;
use crate::time::{Parts, Window};

/// What the days are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Days of the calendar.
    Calendar,
    /// Month and day of a year nobody knows: days of 2024.
    Year,
    /// Weekdays of a week nobody knows: days of the first week of 2024.
    Week,
}

#[derive(Clone, Debug)]
pub(super) struct Told {
    pub frame: Frame,
    pub window: Window,
    /// What else the words may mean.
    pub others: Vec<Window>,
    /// Where it is said.
    pub span: Span,
    /// No day of a month is named.
    pub weekday_only: bool,
}

impl Told {
    /// Whether the two cannot be of one meeting, under any reading.
    pub fn is_apart(&self, other: &Self) -> bool {
        let readings =
            |t: &Self| std::iter::once(t.window).chain(t.others.iter().copied()).collect::<Vec<_>>();
        let (mine, theirs) = (readings(self), readings(other));
        self.frame == other.frame && !mine.iter().any(|a| theirs.iter().any(|b| a.meets(*b)))
    }
}

/// The days that a mention gives to its meeting, if it names days and is certain of them: "last month" agrees with
/// much.
pub(super) fn told(case: &Case<'_>, mention: &EventMention) -> Option<Told> {
    let mut all: Option<Told> = None;
    for at in with_borrowed_month(case, mention) {
        let one = one(case, at)?;
        all = Some(match all {
            None => one,
            Some(all) if all.frame == one.frame => Told {
                window: all.window.hull(one.window),
                others: Vec::new(),
                weekday_only: all.weekday_only && one.weekday_only,
                span: all.span.cover(one.span),
                frame: all.frame,
            },
            Some(_) => return None,
        });
    }
    let mut all = all?;
    if all.window.single().is_some() {
        match edge(case, mention) {
            Some(Edge::Begin) => all.window.latest = None,
            Some(Edge::End) => all.window.earliest = None,
            None => {}
        }
    }
    Some(all)
}

/// The time mentions of a meeting. "17 and 18 July": the first day borrows its month from the last, so both count.
fn with_borrowed_month(case: &Case<'_>, mention: &EventMention) -> Vec<u32> {
    let times = &case.article.times;
    let mut when = mention.when.clone();
    while let Some(last) = when.last().copied()
        && let Some(timex) = times.get(last as usize)
        && timex.parts.month.is_some_and(|month| month.span.start > timex.span.end)
        && times.get(last as usize + 1).is_some_and(|next| next.sentence == timex.sentence)
    {
        when.push(last + 1);
    }
    when
}

fn one(case: &Case<'_>, at: u32) -> Option<Told> {
    let timex = case.article.times.get(at as usize)?;
    let resolved = case.dated.times.get(at as usize)?;
    let parts = timex.parts;
    if timex.quoted || timex.modifier.is_some() || parts.day.is_none() && parts.weekday.is_none() {
        return None;
    }
    let (span, weekday_only) = (timex.span, parts.day.is_none());
    if let Some(window) = resolved.window {
        let others =
            if parts.year.is_some() { Vec::new() } else { resolved.others.iter().map(|(w, _)| *w).collect() };
        return Some(Told { frame: Frame::Calendar, window, others, span, weekday_only });
    }
    let (frame, day) = floating(parts)?;
    Some(Told { frame, window: Window::day(day), others: Vec::new(), span, weekday_only })
}

/// Where the article's date is unknown.
fn floating(parts: Parts) -> Option<(Frame, Date)> {
    match (parts.month, parts.day, parts.weekday) {
        (Some(month), Some(day), _) => {
            Some((Frame::Year, Date::new(2024, month.value as i8, day.value as i8).ok()?))
        }
        (None, None, Some(weekday)) => {
            let monday = date(2024, 1, 1);
            let day = monday.checked_add(jiff::Span::new().days(i64::from(weekday.value) - 1)).ok()?;
            Some((Frame::Week, day))
        }
        _ => None,
    }
}

/// The first or the last of several days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Begin,
    End,
}

/// Whether a kind of meeting usually lasts more than a day.
pub(super) fn lasts(kind: MeetingKind) -> bool {
    !matches!(kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony)
}

/// Which end of a meeting of several days its sentence tells: "opens today", "ended on Thursday".
fn edge(case: &Case<'_>, mention: &EventMention) -> Option<Edge> {
    lasts(mention.kind).then(|| edge_in(&case.sentence(mention.sentence))).flatten()
}

/// The same of a sentence in lower case.
pub(super) fn edge_in(sentence: &str) -> Option<Edge> {
    let has = |words: &[&str]| words.iter().any(|word| contains_words(sentence, word));
    match (has(BEGINS), has(ENDS)) {
        (true, false) => Some(Edge::Begin),
        (false, true) => Some(Edge::End),
        _ => None,
    }
}

const BEGINS: &[&str] = &[
    "open",
    "opens",
    "opened",
    "opening",
    "begin",
    "begins",
    "began",
    "beginning",
    "start",
    "starts",
    "started",
    "starting",
    "arrive",
    "arrives",
    "arrived",
    "arrival",
    "kick off",
    "kicks off",
    "kicked off",
    "from",
    "embarks",
    "embarked",
];

const ENDS: &[&str] = &[
    "close",
    "closes",
    "closed",
    "closing",
    "end",
    "ends",
    "ended",
    "ending",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
    "wrap up",
    "wraps up",
    "wrapped up",
    "leave",
    "leaves",
    "left",
    "departs",
    "departed",
    "until",
    "final",
    "adopted",
];
