//! DL101 weekday-mismatch: a full date that falls on another weekday than the one beside it.

use super::Finding;
use super::context::{Context, DateStatement};
use super::reasoning::weekdays::{asserted, is_weekday, with_fixes};
use super::reasoning::wording;
use super::report::Report;
use crate::time::weekday_of;

/// Older dates may follow the Julian calendar.
const FIRST_GREGORIAN_YEAR: i16 = 1800;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for finding in asserted(context).filter_map(|statement| mismatch(context, statement)) {
        report.add(finding);
    }
}

fn mismatch(context: &Context<'_>, statement: &DateStatement<'_>) -> Option<Finding> {
    let said = statement.parts.weekday?.value;
    let date = statement.date().filter(|date| date.year() >= FIRST_GREGORIAN_YEAR)?;
    // Quoted speech may be wrong.
    if is_weekday(date, said) || statement.timex.quoted {
        return None;
    }
    let message = format!(
        "`{}` is a {}, not a {}",
        context.quote(statement.date_span()),
        wording::weekday(weekday_of(date)),
        wording::weekday(said)
    );
    let finding = Finding::new(101, statement.span, message);
    Some(with_fixes(context, finding, date, statement))
}
