//! Dates that the article states: the latest day, month and year it tells of, and the days of its lead.

use jiff::civil::Date;

use super::{Clue, ClueKind, around, disjoint};
use crate::almanac;
use crate::article::cues::TimeLead;
use crate::article::{Article, Cue, Days};
use crate::text::ZoneKind;
use crate::time::{Anchor, Tense, Timex, TimexKind, Window};
use crate::world::dates::inferred::{is_lead, own_voice, quote, stated_window};

pub(super) fn clues(article: &Article) -> Vec<Clue> {
    let mut out: Vec<Clue> = Vec::new();
    out.extend(top_day(article));
    out.extend(latest(article, 1, ClueKind::LatestDay, &[(0, 1), (2, 7), (8, 60), (61, 400)]));
    out.extend(latest(article, 31, ClueKind::LatestMonth, &[(0, 10), (11, 60), (61, 400)]));
    out.extend(latest_year(article));
    out.extend(post_day(article));
    let lead = lead_day(article);
    if lead.is_none() {
        out.extend(near_day(article));
    }
    out.extend(lead);
    out
}

/// The times told as past or without a tense, each with the days it states.
fn told(article: &Article) -> impl Iterator<Item = (&Timex, Window)> {
    let dates = own_voice(article).filter(|(_, timex)| {
        matches!(timex.kind, TimexKind::Date | TimexKind::Time)
            && timex.tense != Some(Tense::Future)
            && !article.cues.holds(timex.sentence, Cue::Hypothetical)
    });
    dates.filter_map(|(_, timex)| Some((timex, stated_window(timex)?)))
}

/// How far from the start pages print their day, in bytes.
const TOP_BYTES: u32 = 300;

/// A longer line at the top is prose, in bytes.
const MAX_LINE_BYTES: usize = 100;

/// The first complete day at the top of the page.
fn top_day(article: &Article) -> Option<Clue> {
    let all = article.times.iter().take_while(|timex| timex.span.start < TOP_BYTES);
    // The date of a row or of an entry is not the page's.
    let mut top = all.filter(|timex| timex.from == Anchor::Article && !timex.heads);
    let (timex, window) = top.find_map(|timex| {
        let said = timex.tense != Some(Tense::Future) && !timex.quoted && timex.range.is_none();
        let day = stated_window(timex).filter(|window| said && window.single().is_some())?;
        Some((timex, day)).filter(|_| !is_commemorated(day))
    })?;
    let kind = if is_line(article, timex) { ClueKind::TopLine } else { ClueKind::TopDay };
    let words = format!("{} is at the top of the page", quote(article, timex));
    let bins = vec![around(window, 0, 1), around(window, 2, 7)];
    Some(Clue::new(kind, words, timex.span, bins))
}

/// Whether public record counts anniversaries from the day: it is told of for years.
fn is_commemorated(day: Window) -> bool {
    almanac::base_dates().any(|base| base.when == day)
}

/// Whether the time is in a short line, as pages print the day they are of.
fn is_line(article: &Article, timex: &Timex) -> bool {
    let text = article.text.as_str();
    let (start, end) = (timex.span.start as usize, timex.span.end as usize);
    let before = text.get(..start).and_then(|text| text.rsplit('\n').next()).map_or(0, str::len);
    let after = text.get(end..).and_then(|text| text.split('\n').next()).map_or(0, str::len);
    before + (end - start) + after <= MAX_LINE_BYTES
}

/// The latest date no longer than `longest` days; `after` are its bins, in days after its end.
fn latest(article: &Article, longest: i64, kind: ClueKind, after: &[(i32, i32)]) -> Option<Clue> {
    let fits =
        |window: Window| window.days().is_some_and(|days| days <= longest && (longest == 1 || days > 1));
    let (timex, window) =
        told(article).filter(|(_, w)| fits(*w) && !is_commemorated(*w)).max_by_key(|(_, w)| w.latest)?;
    if kind == ClueKind::LatestDay && timex.span.start < TOP_BYTES {
        return None;
    }
    let mut bins: Vec<Days> = after.iter().map(|(from, to)| around(window, *from, *to)).collect();
    if let Some(first) = bins.first_mut() {
        first.add(window);
    }
    let words = format!("{} is the latest that is told of", quote(article, timex));
    Some(Clue::new(kind, words, timex.span, bins))
}

fn latest_year(article: &Article) -> Option<Clue> {
    let years = told(article).filter_map(|(timex, window)| Some((timex, window.earliest?.year())));
    let (timex, year) = years.max_by_key(|(_, year)| *year)?;
    let years = |from: i16, to: i16| {
        let window = Window::year(year + from).zip(Window::year(year + to));
        window.map_or(Days::none(), |(a, b)| Days::of(a.hull(b)))
    };
    Some(Clue::new(
        ClueKind::LatestYear,
        format!("{year} is the latest year told of"),
        timex.span,
        vec![years(0, 0), years(1, 1), years(2, 4)],
    ))
}

/// The latest complete day of a caption, or of a post by a "(@handle)": pictures and posts are mostly of the
/// day of the news.
fn post_day(article: &Article) -> Option<Clue> {
    let days = article
        .times
        .iter()
        .filter(|timex| article.zone_at(timex.span.start) == ZoneKind::Caption || is_post(article, timex));
    let days = days.filter_map(|timex| Some((timex, stated_window(timex)?.single()?)));
    let (timex, day) = days.max_by_key(|(_, day)| *day)?;
    let words = format!("{} is the latest picture or post", quote(article, timex));
    let bins = [(0, 1), (2, 7), (8, 60)].map(|(from, to)| around(Window::day(day), from, to));
    Some(Clue::new(ClueKind::PostDay, words, timex.span, bins.into()))
}

/// How far before its date the handle of a post's author stands, in bytes.
const HANDLE_BYTES: usize = 40;

/// Whether a handle in brackets stands right before the time: "(@harbour) 4 March 2021".
fn is_post(article: &Article, timex: &Timex) -> bool {
    let before = article.text.as_str().get(..timex.span.start as usize).unwrap_or_default().trim_end();
    let start = before.rfind("(@").filter(|at| before.len() - at <= HANDLE_BYTES);
    start.is_some_and(|at| before.get(at..).is_some_and(|handle| handle.find(')') == Some(handle.len() - 1)))
}

/// The first day and month without a year in headline or lead.
fn lead_day(article: &Article) -> Option<Clue> {
    let (index, timex) = own_voice(article).find(|(_, timex)| {
        let lead =
            article.zone_at(timex.span.start) == ZoneKind::Headline || is_lead(article, timex.sentence);
        lead && timex.parts.year.is_none() && timex.parts.month.is_some() && timex.parts.day.is_some()
    })?;
    let in_years = |from, to| in_years(timex, from, to);
    let this = article.cues.of_time(index).lead == Some(TimeLead::This) && timex.tense != Some(Tense::Past);
    let ahead = timex.tense == Some(Tense::Future) || this;
    let (kind, bins, what) = if ahead {
        (ClueKind::LeadDayAhead, vec![in_years(-7, -1), in_years(-60, -8)], "is still to come")
    } else if article.zone_at(timex.span.start) == ZoneKind::Headline {
        (ClueKind::HeadlineDay, vec![in_years(0, 1), in_years(2, 7)], "is in the headline")
    } else {
        (ClueKind::LeadDay, vec![in_years(0, 1), in_years(2, 7)], "is in the lead")
    };
    let words = format!("{} {what}", quote(article, timex));
    Some(Clue::new(kind, words, timex.span, disjoint(bins)))
}

/// A day and month without a year, told as past: the last of them, which is usually the latest.
fn near_day(article: &Article) -> Option<Clue> {
    let times = own_voice(article).map(|(_, timex)| timex);
    let days = times.filter(|timex| {
        timex.parts.year.is_none()
            && timex.parts.month.is_some()
            && timex.parts.day.is_some()
            && !timex.quoted
    });
    let timex = days.filter(|timex| timex.tense == Some(Tense::Past)).last()?;
    let bins = disjoint(vec![in_years(timex, 0, 1), in_years(timex, 2, 7)]);
    let words = format!("{} is past", quote(article, timex));
    Some(Clue::new(ClueKind::NearDay, words, timex.span, bins))
}

/// The days from `from` to `to` days after the month and day of a time, in every year.
fn in_years(timex: &Timex, from: i32, to: i32) -> Days {
    let Some((month, day)) = timex.parts.month.zip(timex.parts.day) else { return Days::none() };
    Days::yearly(|year| {
        let date = Date::new(year, month.value as i8, day.value as i8).ok()?;
        let shift = |by: i32| date.checked_add(jiff::Span::new().days(by)).ok();
        Some(Window { earliest: shift(from), latest: shift(to) })
    })
}
