//! DL102 impossible-date: a day that its month does not have, such as 31 June.

use jiff::civil::Date;

use super::Finding;
use super::context::{Context, DateStatement};
use super::reasoning::weekdays::asserted;
use super::reasoning::wording;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for finding in asserted(context).filter_map(|statement| impossible(context, statement)) {
        report.add(finding);
    }
}

fn impossible(context: &Context<'_>, statement: &DateStatement<'_>) -> Option<Finding> {
    let (month, day) = (statement.parts.month?, statement.parts.day?);
    let year = statement.parts.year.map(|year| year.value);
    let last = last_day(month.value, year);
    if day.value <= last || !(1..=12).contains(&month.value) {
        return None;
    }
    let name = wording::month(month.value);
    // Only February's last day depends on the year.
    let of_year = year.filter(|_| month.value == 2).map_or(String::new(), |year| format!(" {year}"));
    let message =
        format!("`{}` does not exist: {name}{of_year} has {last} days", context.quote(statement.date_span()));
    let title = format!("change the day to {last}, the last of {name}");
    let edit = (context.place(day.span), last.to_string());
    Some(Finding::new(102, statement.span, message).fix(title, vec![edit]))
}

/// The last day of a month; for February, that of a leap year if the year is not known.
fn last_day(month: u8, year: Option<i16>) -> u8 {
    match month {
        2 if year.is_some_and(|year| Date::new(year, 2, 29).is_err()) => 28,
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
