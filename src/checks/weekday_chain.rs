//! DL205 weekday-chain: two dates without a year whose weekdays do not fit together in any year.

use jiff::civil::Date;

use super::Finding;
use super::context::{Context, DateStatement};
use super::reasoning::weekdays::{asserted, refuting_date, with_weekday_fix};
use super::reasoning::wording;
use super::report::Report;
use crate::time::window::days_between;

/// Days between two such dates of one year, at most; with more, one may be in the year before.
const MAX_DAYS_APART: i32 = 60;

/// Dates that are compared with each other: the work grows with their square.
const MAX_COMPARED: usize = 100;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let all: Vec<Link<'_>> = asserted(context).filter_map(|statement| Link::of(context, statement)).collect();
    // Adjacent dates refute each other in any year. Away from others, a date that the article's date refutes
    // is left to DL105, which can name the year.
    compare(context, report, &all, Reach::Neighbours);
    compare(context, report, &all, Reach::Anywhere);
}

/// How far apart two dates may be in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// In one sentence or in two consecutive ones.
    Neighbours,
    Anywhere,
}

/// A date with weekday, month and day and no year.
#[derive(Clone, Copy)]
struct Link<'a> {
    statement: &'a DateStatement<'a>,
    weekday: u8,
    /// The article's date refutes it, which is stronger evidence than a majority.
    refuted: bool,
}

impl<'a> Link<'a> {
    fn of(context: &Context<'_>, statement: &'a DateStatement<'a>) -> Option<Self> {
        let weekday = statement.parts.weekday?.value;
        statement.month_day().filter(|_| !statement.timex.quoted)?;
        let refuted = refuting_date(context, statement).is_some();
        Some(Self { statement, weekday, refuted })
    }
}

fn compare(context: &Context<'_>, report: &mut Report, all: &[Link<'_>], reach: Reach) {
    let usable = all.iter().filter(|link| !report.is_tainted(link.statement.span));
    let usable = usable.filter(|link| reach == Reach::Neighbours || !link.refuted);
    let links: Vec<Link<'_>> = usable.take(MAX_COMPARED).copied().collect();
    let guilt: Vec<usize> = links.iter().map(|link| guilt(link, &links)).collect();
    for (at, (later, guilt_of_later)) in links.iter().zip(&guilt).enumerate() {
        for (earlier, guilt_of_earlier) in links.iter().zip(&guilt).take(at) {
            let apart = later.statement.timex.sentence.row().abs_diff(earlier.statement.timex.sentence.row());
            if reach == Reach::Neighbours && apart > 1 {
                continue;
            }
            // The one that disagrees with more dates is to blame; if equal, the later one.
            let (wrong, right) =
                if guilt_of_earlier > guilt_of_later { (earlier, later) } else { (later, earlier) };
            if report.is_tainted(wrong.statement.span) {
                continue;
            }
            if let Some(finding) = conflict(context, wrong, right) {
                report.add(finding);
            }
        }
    }
}

/// The number of dates this one disagrees with; higher than any count if the article's date refutes it.
fn guilt(link: &Link<'_>, all: &[Link<'_>]) -> usize {
    let conflicts = all.iter().filter(|other| !due_weekdays(link, other).is_empty()).count();
    if link.refuted { conflicts + all.len() } else { conflicts }
}

fn conflict(context: &Context<'_>, wrong: &Link<'_>, right: &Link<'_>) -> Option<Finding> {
    let due = due_weekdays(right, wrong);
    let first = *due.first()?;
    let message = format!(
        "if `{}` is a {}, `{}` is not a {}",
        context.quote(right.statement.date_span()),
        wording::weekday(right.weekday),
        context.quote(wrong.statement.date_span()),
        wording::weekday(wrong.weekday)
    );
    let reason = format!("counted from here it is a {}", wording::weekday(first));
    let said = wrong.statement.parts.weekday?;
    let finding = Finding::new(205, wrong.statement.span, message);
    let finding = finding.related(context.place(right.statement.span), reason);
    Some(due.into_iter().fold(finding, |finding, weekday| with_weekday_fix(context, finding, said, weekday)))
}

/// The weekdays that `to` may have if `from` is right; empty if its stated one is among them.
fn due_weekdays(from: &Link<'_>, to: &Link<'_>) -> Vec<u8> {
    let mut days: Vec<u8> = distances(from.statement, to.statement)
        .into_iter()
        .map(|apart| (i32::from(from.weekday) - 1 + apart).rem_euclid(7) as u8 + 1)
        .collect();
    days.dedup();
    if days.contains(&to.weekday) { Vec::new() } else { days }
}

/// Days from one date to another, both without a year, by the shorter way: in a common year and around a leap
/// day. Empty if they may be in different years.
fn distances(from: &DateStatement<'_>, to: &DateStatement<'_>) -> Vec<i32> {
    let ways: Vec<i32> = [2022, 2024].into_iter().filter_map(|year| shortest(from, to, year)).collect();
    if ways.iter().all(|days| days.abs() <= MAX_DAYS_APART) { ways } else { Vec::new() }
}

/// Days from one date in `year` to the nearest possible day of the other.
fn shortest(from: &DateStatement<'_>, to: &DateStatement<'_>, year: i16) -> Option<i32> {
    let start = in_year(from, year)?;
    let ends = (year - 1..=year + 1).filter_map(|year| in_year(to, year));
    ends.map(|end| days_between(start, end)).min_by_key(|days| days.abs())
}

fn in_year(statement: &DateStatement<'_>, year: i16) -> Option<Date> {
    let (month, day) = statement.month_day()?;
    Date::new(year, month.value as i8, day.value as i8).ok()
}
