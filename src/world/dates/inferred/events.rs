//! Meetings whose date is known, and terms of office: "the third forum next month" fits few months.

use jiff::civil::Date;

use super::{is_lead, own_voice, quote};
use crate::article::{Article, Cue, Days};
use crate::meetings::Status;
use crate::text::{Index, Sentence, ZoneKind};
use crate::time::window::days_between;
use crate::time::{Anchor, Tense, Timex, Window, resolve, wording};
use crate::world::dates::{Known, Statement};

/// Days that the relative expressions used here reach from the article's date, at most.
const REACH: i32 = 430;
/// From one day to the next, what "next month" is away changes by at most a month.
const MONTH_DAYS: i32 = 31;
/// Trying every day is expensive; an article that names more dated meetings than this has narrowed its date
/// enough.
const MOST: usize = 8;
/// Days before and after a handover in which people are still called by their office.
const HANDOVER: i32 = 31;

pub(super) fn statements(article: &Article, known: &Known) -> Vec<Statement> {
    let mut out = meetings(article, known);
    out.extend(offices(article, known));
    out
}

fn meetings(article: &Article, known: &Known) -> Vec<Statement> {
    let mut out: Vec<Statement> = Vec::new();
    let mut tried = 0;
    for mention in &article.meetings.mentions {
        let written = article.text.slice(mention.span);
        let Some(window) = known.when(mention, written) else { continue };
        let prose = matches!(
            article.zone_at(mention.span.start),
            ZoneKind::Body | ZoneKind::Summary | ZoneKind::Headline
        );
        if !prose {
            continue;
        }
        // Where the sentence looks ahead, a verb in the past may describe a plan.
        let forward = article.cues.holds(mention.sentence, Cue::LooksAhead);
        let side = match mention.status {
            Status::Held if !forward && mention.when.is_empty() => {
                Some((Window { earliest: window.earliest, latest: None }, "is past"))
            }
            Status::Planned if forward => {
                Some((Window { earliest: None, latest: window.latest }, "is still to come"))
            }
            _ => None,
        };
        if let Some((side, told)) = side {
            let words = format!("“{written}” ({}) {told}", wording::window(window));
            out.push(Statement { words, span: Some(mention.span), days: Days::of(side) });
        }
        for timex in mention.when.iter().filter_map(|at| at.of(&article.times)) {
            if timex.parts.year.is_some() || timex.quoted || tried >= MOST {
                continue;
            }
            tried += 1;
            if let Some(days) = days_for(timex, window, u32::MAX) {
                let words = format!("“{written}” is {} ({})", quote(article, timex), wording::window(window));
                out.push(Statement { words, span: Some(timex.span), days });
            }
        }
    }
    out
}

/// The article dates at which `timex` may mean a day of `window` in a reading of at most this cost; `None`
/// if it does not depend on the date.
pub(in crate::world::dates) fn days_for(timex: &Timex, window: Window, max_cost: u32) -> Option<Days> {
    // A window of years shows nothing and is expensive.
    window.days().filter(|n| *n <= 62)?;
    let reach = reach(timex, window.earliest?)?;
    let mut days = Days::none();
    let mut day = window.widened(reach).earliest?;
    let last = window.widened(reach).latest?;
    while day <= last {
        let resolved = resolve(std::slice::from_ref(timex), Some(day));
        let resolved = resolved.first()?;
        if resolved.anchor != Anchor::Article {
            return None;
        }
        let readings = resolved
            .window
            .into_iter()
            .chain(resolved.others.iter().filter(|(_, cost)| *cost <= max_cost).map(|(w, _)| *w));
        if readings.into_iter().any(|reading| reading.meets(window)) {
            days.add(Window::day(day));
        }
        day = day.tomorrow().ok()?;
    }
    Some(days)
}

/// How many days the time may lie from the article's date: "on Tuesday" a week or two, "in August" a year.
/// `None` if it does not depend on the date.
fn reach(timex: &Timex, day: Date) -> Option<i32> {
    let resolved = resolve(std::slice::from_ref(timex), Some(day));
    let resolved = resolved.first().filter(|resolved| resolved.anchor == Anchor::Article)?;
    if timex.parts.month.is_some() {
        return Some(REACH);
    }
    let ends = resolved.window.into_iter().chain(resolved.others.iter().map(|(window, _)| *window));
    let ends = ends.flat_map(|window| [window.earliest, window.latest]).flatten();
    let far = ends.map(|end| days_between(day, end).abs()).max().unwrap_or_default();
    Some((far + MONTH_DAYS).min(REACH))
}

/// Whether a place lies in the headline or the lead.
fn now(article: &Article, at: u32, sentence: Index<Sentence>) -> bool {
    article.zone_at(at) == ZoneKind::Headline || is_lead(article, sentence)
}

/// Offices that the lead and the headline give to people whose terms a profile knows.
fn offices(article: &Article, known: &Known) -> Vec<Statement> {
    // A lead about an earlier time may give people the offices they held then.
    let back = own_voice(article)
        .any(|(_, t)| is_lead(article, t.sentence) && t.parts.year.is_some() && t.tense == Some(Tense::Past));
    let titles = article
        .names
        .titles
        .iter()
        .filter(|t| t.qualifier.is_none() && now(article, t.span.start, t.sentence) && !back);
    let mut out = Vec::new();
    for title in titles {
        let Some(holder) = title.holder.and_then(|at| at.of(&article.names.entities)) else {
            continue;
        };
        let mut days = Days::none();
        for term in known.terms(&holder.name, &title.role) {
            days.add(term.widened(HANDOVER));
        }
        if !days.is_empty() {
            let words = format!("{} is {}", holder.name, title.role);
            out.push(Statement { words, span: Some(title.span), days });
        }
    }
    out
}
