//! DL105 weekday-mismatch-inferred-year: a weekday, month and day without a year, where the day falls on
//! another weekday in every year that the article's date allows.

use super::Finding;
use super::context::{Context, DateStatement};
use super::reasoning::article_date::with_article_date;
use super::reasoning::weekdays::{asserted, refuting_date, with_fixes};
use super::reasoning::wording;
use super::report::Report;
use crate::time::weekday_of;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for finding in asserted(context).filter_map(|statement| mismatch(context, statement)) {
        report.add(finding);
    }
}

fn mismatch(context: &Context<'_>, statement: &DateStatement<'_>) -> Option<Finding> {
    let date = refuting_date(context, statement)?;
    let evidence = context.dating().evidence.first();
    let why = evidence.map_or("the article’s date", |evidence| evidence.words.as_str());
    let message = format!(
        "`{}` {} is a {} (year from {why})",
        context.quote(statement.span),
        date.year(),
        wording::weekday(weekday_of(date))
    );
    let finding = with_article_date(context, Finding::new(105, statement.span, message));
    Some(with_fixes(context, finding, date, statement))
}
