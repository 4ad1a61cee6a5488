//! When a meeting is, according to one mention: calendar days, days of an unknown year, or days of an unknown
//! week. Only dates of the same kind can be compared.

use jiff::civil::{Date, date};

use crate::article::{Article, Cue};
use crate::checks::context::Context;
use crate::meetings::{EventMention, MeetingKind};
use crate::text::{Index, Sentence, Span};
use crate::time::{Parts, Timex, Window};

/// What the days are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFrame {
    /// Days of the calendar.
    Calendar,
    /// Month and day of an unknown year: days of 2024.
    UnknownYear,
    /// Weekdays of an unknown week: days of the first week of 2024.
    UnknownWeek,
}

/// The days that a mention gives for its meeting.
#[derive(Clone, Debug)]
pub struct MeetingDate {
    /// What the days are counted in.
    pub frame: DateFrame,
    /// The days, counted in the frame.
    pub window: Window,
    /// Other readings of the words.
    pub others: Vec<Window>,
    /// Where the date is written.
    pub span: Span,
    /// No day of a month is named.
    pub weekday_only: bool,
}

impl MeetingDate {
    /// Whether the two cannot be of one meeting, under any reading.
    pub fn is_apart(&self, other: &Self) -> bool {
        self.frame == other.frame && !self.readings().any(|a| other.readings().any(|b| a.meets(b)))
    }

    /// All readings of the words.
    fn readings(&self) -> impl Iterator<Item = Window> {
        std::iter::once(self.window).chain(self.others.iter().copied())
    }
}

/// The days that a mention gives for its meeting, if they are calendar days.
pub fn calendar_date(context: &Context<'_>, mention: &EventMention) -> Option<MeetingDate> {
    date_of(context, mention).filter(|date| date.frame == DateFrame::Calendar)
}

/// The days that a mention gives for its meeting, if it names days precisely: "last month" agrees with too
/// much.
pub fn date_of(context: &Context<'_>, mention: &EventMention) -> Option<MeetingDate> {
    let mut whole: Option<MeetingDate> = None;
    for at in times_of(context, mention) {
        let one = date_at(context, at)?;
        whole = Some(match whole {
            None => one,
            Some(whole) if whole.frame == one.frame => joined(&whole, &one),
            Some(_) => return None,
        });
    }
    let mut date = whole?;
    if date.window.single().is_some() && lasts_days(mention.kind) {
        match edge_in(context.article, mention.sentence) {
            Some(MeetingEdge::Begin) => date.window.latest = None,
            Some(MeetingEdge::End) => date.window.earliest = None,
            None => {}
        }
    }
    Some(date)
}

/// From the first to the last day of both.
fn joined(first: &MeetingDate, second: &MeetingDate) -> MeetingDate {
    MeetingDate {
        frame: first.frame,
        window: first.window.hull(second.window),
        others: Vec::new(),
        span: first.span.cover(second.span),
        weekday_only: first.weekday_only && second.weekday_only,
    }
}

/// The time mentions of a meeting. In "17 and 18 July" the first day takes its month from the last, so both
/// count.
fn times_of(context: &Context<'_>, mention: &EventMention) -> Vec<Index<Timex>> {
    let times = &context.article.times;
    let mut when = mention.when.clone();
    while let Some(last) = when.last().copied()
        && let Some(timex) = last.of(times)
        && timex.parts.month.is_some_and(|month| month.span.start > timex.span.end)
        && last.next().of(times).is_some_and(|next| next.sentence == timex.sentence)
    {
        when.push(last.next());
    }
    when
}

/// The days of one time mention, if it names days.
fn date_at(context: &Context<'_>, at: Index<Timex>) -> Option<MeetingDate> {
    let timex = at.of(&context.article.times)?;
    let resolved = context.dated.times.get(at.row())?;
    let parts = timex.parts;
    if timex.quoted || timex.modifier.is_some() || parts.day.is_none() && parts.weekday.is_none() {
        return None;
    }
    let (span, weekday_only) = (timex.span, parts.day.is_none());
    if let Some(window) = resolved.window {
        let others =
            if parts.year.is_some() { Vec::new() } else { resolved.others.iter().map(|(w, _)| *w).collect() };
        return Some(MeetingDate { frame: DateFrame::Calendar, window, others, span, weekday_only });
    }
    let (frame, day) = floating(parts)?;
    Some(MeetingDate { frame, window: Window::day(day), others: Vec::new(), span, weekday_only })
}

/// A day where the article's date is unknown.
fn floating(parts: Parts) -> Option<(DateFrame, Date)> {
    match (parts.month, parts.day, parts.weekday) {
        (Some(month), Some(day), _) => {
            let day = Date::new(2024, month.value as i8, day.value as i8).ok()?;
            Some((DateFrame::UnknownYear, day))
        }
        (None, None, Some(weekday)) => {
            let monday = date(2024, 1, 1);
            let day = monday.checked_add(jiff::Span::new().days(i64::from(weekday.value) - 1)).ok()?;
            Some((DateFrame::UnknownWeek, day))
        }
        _ => None,
    }
}

/// The first or the last of several days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingEdge {
    Begin,
    End,
}

/// Whether a kind of meeting usually lasts more than a day.
pub fn lasts_days(kind: MeetingKind) -> bool {
    !matches!(kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony)
}

/// Which end of a meeting of several days a sentence gives: "opens today", "ended on Thursday".
pub fn edge_in(article: &Article, sentence: Index<Sentence>) -> Option<MeetingEdge> {
    match (article.cues.holds(sentence, Cue::Begins), article.cues.holds(sentence, Cue::Ends)) {
        (true, false) => Some(MeetingEdge::Begin),
        (false, true) => Some(MeetingEdge::End),
        _ => None,
    }
}
