//! Told as past before it can have been: DL107 tense-conflict, DL207 dated-before-event.

use super::Finding;
use super::case::{Case, contains_words, told_day, told_window};
use super::report::Report;
use super::statements::Statement;
use crate::meetings::Status;
use crate::text::{Span, ZoneKind};
use crate::time::{Tense, TimexKind, Window};

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    for statement in &case.statements {
        if report.is_tainted(statement.span) {
            continue;
        }
        if let Some(finding) = conflict(case, statement) {
            report.add(finding);
        }
    }
    for finding in events(case, report) {
        report.add(finding);
    }
}

/// Words that look forward from the past, or say what others said.
const FORWARD: &[&str] = &[
    "was to",
    "were to",
    "scheduled",
    "planned",
    "plan",
    "plans",
    "due",
    "would",
    "will",
    "expected",
    "set",
    "set to",
    "set for",
    "slated",
    "upcoming",
    "going to",
    "until",
    "ahead of",
    "by",
    "before",
    "deadline",
    "expire",
    "expires",
    "agreed",
    "invited",
    "proposed",
    "fixed",
    "announced",
    "if",
    "should",
    "could",
    "might",
    "may have",
];

/// DL107: a day after the article's date, under every reading, with a past verb.
fn conflict(case: &Case<'_>, statement: &Statement<'_>) -> Option<Finding> {
    let timex = statement.timex;
    let day = timex.kind == TimexKind::Date && statement.parts.day.is_some();
    let prose = matches!(case.zone(statement.span), ZoneKind::Body | ZoneKind::Summary);
    if !day || !prose || timex.quoted || timex.range.is_some() || timex.tense != Some(Tense::Past) {
        return None;
    }
    let article = case.dating().date.filter(|_| case.dating().stated)?;
    let sentence = case.sentence(timex.sentence);
    if case.unsettled(timex.sentence) || FORWARD.iter().any(|words| contains_words(&sentence, words)) {
        return None;
    }
    let late = |window: Window| window.earliest.is_some_and(|d| d > article.tomorrow().unwrap_or(article));
    let readings =
        statement.resolved.window.into_iter().chain(statement.resolved.others.iter().map(|(w, _)| *w));
    let mut readings = readings.peekable();
    readings.peek()?;
    if !readings.all(late) {
        return None;
    }
    let verb = past_verb(case, statement.span, timex.sentence)?;
    let message = format!(
        "`{}` is after the article’s date ({}), but `{verb}` is in the past",
        case.quote(statement.span),
        told_day(article)
    );
    let mut finding = Finding::new(107, statement.span, message);
    if let Some(place) = case.dating().evidence.first().and_then(|e| e.place.clone()) {
        finding = finding.related(place, "the article’s date");
    }
    Some(finding)
}

/// The past verb nearest to the date in its sentence.
fn past_verb(case: &Case<'_>, span: Span, sentence: u32) -> Option<String> {
    let whole = case.article.sentence(sentence);
    let before = case.article.text.slice(Span::new(whole.start, span.start));
    let after = case.article.text.slice(Span::new(span.end, whole.end));
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_past = |word: &str| {
        const IRREGULAR: &[&str] = &[
            "met", "held", "was", "were", "took", "came", "went", "began", "spoke", "said", "told", "sat",
            "left", "flew", "won", "made", "gave", "saw", "had",
        ];
        IRREGULAR.contains(&word)
            || (word.len() > 4 && word.ends_with("ed") && word.chars().all(char::is_lowercase))
    };
    let back = before.split_whitespace().rev().take(12).map(clean).find(|w| is_past(w));
    back.or_else(|| after.split_whitespace().take(8).map(clean).find(|w| is_past(w)))
}

/// DL207: a meeting of known date that the article, dated earlier, tells as held.
fn events(case: &Case<'_>, report: &Report) -> Vec<Finding> {
    let Some(article) = case.dating().date.filter(|_| case.dating().stated) else { return Vec::new() };
    let mut out = Vec::new();
    for (index, local) in case.article.meetings.local.iter().enumerate() {
        let Some(event) = case.world.event_of(case.doc, index as u32) else { continue };
        let Some(profile) = &event.profile else { continue };
        let Some(window) = case.event_at(profile) else { continue };
        let starts = window.earliest.and_then(|d| d.yesterday().ok());
        if starts.is_none_or(|starts| article >= starts) {
            continue;
        }
        let held = local.mentions.iter().filter_map(|at| case.article.meetings.mentions.get(*at as usize));
        let mut held = held.filter(|m| m.status == Status::Held && !report.is_tainted(m.span));
        let Some(mention) = held.find(|m| {
            let sentence = case.sentence(m.sentence);
            !case.unsettled(m.sentence)
                && !FORWARD.iter().any(|w| contains_words(&sentence, w))
                && past_verb(case, m.span, m.sentence).is_some()
        }) else {
            continue;
        };
        let message = format!(
            "article is dated {}, before `{}` ({}), which it reports as past",
            told_day(article),
            case.quote(mention.span),
            told_window(window)
        );
        out.push(Finding::new(207, mention.span, message).related(profile.clone(), "the known date"));
    }
    out
}
