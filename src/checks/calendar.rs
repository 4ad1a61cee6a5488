//! What the calendar alone refutes: DL101 weekday-mismatch, DL102 impossible-date, DL105 weekday-mismatch with an
//! inferred year, DL205 weekday-chain.

use jiff::civil::Date;

use super::Finding;
use super::case::{Case, is_leap, month_name, weekday_name};
use super::report::Report;
use super::statements::{Statement, is_weekday};
use crate::text::Span;
use crate::text::normalise::ordinal;
use crate::time::{Stated, weekday_of, window::days_between};

/// Older dates may follow the Julian calendar.
const GREGORIAN: i16 = 1800;
/// A weekday with month and day but no year is said of a day at most this far from the article's date.
const NEAR: i32 = 200;
/// Two such dates within this many days are of one year.
const CHAIN: i32 = 60;
/// Dates that are compared with each other.
const MOST: usize = 100;

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    for statement in usable(case) {
        if let Some(finding) = impossible(case, statement).or_else(|| weekday_mismatch(case, statement)) {
            report.add(finding);
        }
    }
    // Two dates side by side refute each other in any year; one far from the other is first held against the
    // article's date.
    chain(case, report, true);
    for finding in usable(case).filter_map(|s| inferred_year(case, s)).collect::<Vec<_>>() {
        report.add(finding);
    }
    chain(case, report, false);
}

/// Statements that mean what they say.
fn usable<'a>(case: &'a Case<'_>) -> impl Iterator<Item = &'a Statement<'a>> {
    case.statements.iter().filter(|s| {
        let dated = s.parts.month.is_some() && s.parts.day.is_some();
        dated && !case.takes_back(s.timex.sentence) && !case.is_denied(s.span)
    })
}

/// DL102: 31 June.
fn impossible(case: &Case<'_>, statement: &Statement<'_>) -> Option<Finding> {
    let (month, day) = (statement.parts.month?, statement.parts.day?);
    let most = match (month.value, statement.parts.year) {
        (2, Some(year)) if !is_leap(year.value) => 28,
        (2, _) => 29,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    };
    if day.value <= most || !(1..=12).contains(&month.value) {
        return None;
    }
    let year = match statement.parts.year {
        Some(year) if month.value == 2 => format!(" {}", year.value),
        _ => String::new(),
    };
    let name = month_name(month.value);
    let message =
        format!("`{}` does not exist: {name}{year} has {most} days", case.quote(statement.date_span()));
    let place = case.place(day.span);
    let title = format!("change the day to {most}, the last of {name}");
    Some(Finding::new(102, statement.span, message).fix(title, vec![(place, most.to_string())]))
}

/// DL101: all four parts are stated.
fn weekday_mismatch(case: &Case<'_>, statement: &Statement<'_>) -> Option<Finding> {
    let said = statement.parts.weekday?;
    let date = statement.date().filter(|d| d.year() >= GREGORIAN)?;
    // In quotation marks people are allowed to err.
    if is_weekday(date, said.value) || statement.timex.quoted {
        return None;
    }
    let real = weekday_name(weekday_of(date));
    let message =
        format!("`{}` is a {real}, not a {}", case.quote(statement.date_span()), weekday_name(said.value));
    let finding = Finding::new(101, statement.span, message);
    Some(with_fixes(case, finding, date, statement))
}

/// DL105: the year comes from the article's date, and no near year makes the weekday right.
fn inferred_year(case: &Case<'_>, statement: &Statement<'_>) -> Option<Finding> {
    let said = statement.parts.weekday?;
    let (month, day) = statement.month_day()?;
    if statement.timex.quoted {
        return None;
    }
    let at = |year: i16| Date::new(year, month.value as i8, day.value as i8).ok();
    let dating = case.dating();
    let mut near: Vec<Date> = Vec::new();
    match (dating.date, &dating.days) {
        (Some(article), _) => {
            let years = (article.year() - 1)..=(article.year() + 1);
            near.extend(years.filter_map(at).filter(|d| days_between(*d, article).abs() <= NEAR));
        }
        (None, Some(days)) => {
            for article in days.iter() {
                let years = (article.year() - 1)..=(article.year() + 1);
                for date in years.filter_map(at).filter(|d| days_between(*d, article).abs() <= NEAR) {
                    if is_weekday(date, said.value) {
                        return None;
                    }
                    if !near.contains(&date) {
                        near.push(date);
                    }
                }
            }
        }
        (None, None) => return None,
    }
    if near.is_empty() || near.iter().any(|date| is_weekday(*date, said.value)) {
        return None;
    }
    let date = *near.first().filter(|_| near.len() == 1)?;
    let why = dating.evidence.first().map_or("the article’s date", |evidence| evidence.words.as_str());
    let message = format!(
        "`{}` {} is a {} (year from {why})",
        case.quote(statement.span),
        date.year(),
        weekday_name(weekday_of(date))
    );
    let mut finding = Finding::new(105, statement.span, message);
    if let Some(place) = dating.evidence.first().and_then(|e| e.place.clone()) {
        finding = finding.related(place, "the article’s date");
    }
    Some(with_fixes(case, finding, date, statement))
}

/// Both repairs: the weekday, or the day to the nearest with that weekday.
fn with_fixes(case: &Case<'_>, mut finding: Finding, date: Date, statement: &Statement<'_>) -> Finding {
    let (Some(said), Some(day)) = (statement.parts.weekday, statement.parts.day) else { return finding };
    let real = weekday_name(weekday_of(date));
    finding = finding
        .fix(format!("change the weekday to {real}"), vec![(case.place(said.span), like(case, said, real))]);
    let Some(other) = nearest(date, said.value).filter(|other| other.month() == date.month()) else {
        return finding;
    };
    finding.fix(
        format!("change the day to {}", other.day()),
        vec![(case.place(day.span), renumbered(case, day.span, other.day()))],
    )
}

/// The day nearest to `date` that falls on `weekday`.
fn nearest(date: Date, weekday: u8) -> Option<Date> {
    let ahead = (i64::from(weekday) - i64::from(weekday_of(date))).rem_euclid(7);
    let by = if ahead > 3 { ahead - 7 } else { ahead };
    date.checked_add(jiff::Span::new().days(by)).ok()
}

/// The new weekday as the old one was written: "Mon.", "MONDAY".
fn like(case: &Case<'_>, said: Stated<u8>, new: &str) -> String {
    let old = case.article.text.slice(said.span);
    let letters = old.trim_end_matches('.');
    let short = letters.len() < weekday_name(said.value).len();
    let mut word = if short { new.get(..3).unwrap_or(new).to_owned() } else { new.to_owned() };
    if letters.chars().all(char::is_uppercase) {
        word = word.to_uppercase();
    }
    if old.ends_with('.') {
        word.push('.');
    }
    word
}

/// The new day as the old one was written: "13th" → "14th".
fn renumbered(case: &Case<'_>, span: Span, day: i8) -> String {
    let old = case.article.text.slice(span);
    if old.ends_with(|c: char| c.is_ascii_alphabetic()) {
        ordinal(day.unsigned_abs().into())
    } else if old.starts_with('0') {
        format!("{day:02}")
    } else {
        day.to_string()
    }
}

/// DL205: two dates without a year whose weekdays no year can bring together.
fn chain(case: &Case<'_>, report: &mut Report, near: bool) {
    let dated = |s: &&Statement<'_>| s.parts.weekday.is_some() && s.month_day().is_some() && !s.timex.quoted;
    let all: Vec<_> = usable(case).filter(dated).filter(|s| !report.is_tainted(s.span)).take(MOST).collect();
    let conflicts = |s: &Statement<'_>| all.iter().filter(|other| !due(s, other).is_empty()).count();
    // The article's date knows better than a count of voices.
    let refuted = |s: &Statement<'_>| usize::from(inferred_year(case, s).is_some()) * all.len();
    for (at, later) in all.iter().enumerate() {
        for earlier in all.iter().take(at) {
            if near && later.timex.sentence.abs_diff(earlier.timex.sentence) > 1 {
                continue;
            }
            // Whoever disagrees with more is to blame; between equals the later one.
            let guilt = |s: &Statement<'_>| refuted(s) + conflicts(s);
            let (wrong, right) =
                if guilt(earlier) > guilt(later) { (earlier, later) } else { (later, earlier) };
            let real = due(right, wrong);
            let Some(first) = real.first().filter(|_| !report.is_tainted(wrong.span)) else { continue };
            let (Some(said), Some(sure)) = (wrong.parts.weekday, right.parts.weekday) else { continue };
            let message = format!(
                "if `{}` is a {}, `{}` is not a {}",
                case.quote(right.date_span()),
                weekday_name(sure.value),
                case.quote(wrong.date_span()),
                weekday_name(said.value)
            );
            let mut finding = Finding::new(205, wrong.span, message).related(
                case.place(right.span),
                format!("counted from here it is a {}", weekday_name(*first)),
            );
            for new in real.iter().map(|day| weekday_name(*day)) {
                let edit = vec![(case.place(said.span), like(case, said, new))];
                finding = finding.fix(format!("change the weekday to {new}"), edit);
            }
            report.add(finding);
        }
    }
}

/// The weekdays that `b` may have if `a` is right; empty if the one it states is among them.
fn due(a: &Statement<'_>, b: &Statement<'_>) -> Vec<u8> {
    let (Some(from), Some(said)) = (a.parts.weekday, b.parts.weekday) else { return Vec::new() };
    let weekday = |apart: i32| (i32::from(from.value) - 1 + apart).rem_euclid(7) as u8 + 1;
    let mut days: Vec<u8> = distances(a, b).into_iter().map(weekday).collect();
    days.dedup();
    if days.contains(&said.value) { Vec::new() } else { days }
}

/// Days from `a` to `b`, both without a year, the shorter way round: in a plain year and around a leap day; empty
/// where they may be of different years.
fn distances(a: &Statement<'_>, b: &Statement<'_>) -> Vec<i32> {
    let on = |s: &Statement<'_>, year: i16| {
        let (month, day) = s.month_day()?;
        Date::new(year, month.value as i8, day.value as i8).ok()
    };
    let around = |year: i16| {
        let from = on(a, year)?;
        let ways = (year - 1..=year + 1).filter_map(|y| Some(days_between(from, on(b, y)?)));
        ways.min_by_key(|days| days.abs())
    };
    let ways: Vec<i32> = [2022, 2024].into_iter().filter_map(around).collect();
    if ways.iter().all(|days| days.abs() <= CHAIN) { ways } else { Vec::new() }
}
