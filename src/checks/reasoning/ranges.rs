//! Ranges of dates: their two ends, as stated.

use jiff::civil::Date;

use crate::checks::context::Context;
use crate::checks::report::Report;
use crate::text::Span;
use crate::time::{RangeEnd, Stated, Timex};

/// The ranges that are meant literally and not blamed by a finding, in text order: first and last mention.
/// "From 10 May to 7 May" may be right if something was moved.
pub fn asserted<'a>(
    context: &'a Context<'_>,
    report: &Report,
) -> impl Iterator<Item = (&'a Timex, &'a Timex)> {
    let times = &context.article.times;
    times.iter().filter_map(move |begin| {
        let Some((RangeEnd::Begin, other)) = begin.range else { return None };
        let end = other.of(times)?;
        let unsure = begin.quoted
            || context.is_unsettled(begin.sentence)
            || report.is_tainted(begin.span.cover(end.span));
        (!unsure).then_some((begin, end))
    })
}

/// The two ends of a range; what one end leaves out is taken from the other.
pub struct RangeDates {
    pub from: Date,
    pub to: Date,
    /// An end does not give its year, so both may be in another.
    pub floating: bool,
    /// The month is stated only once.
    pub one_month: bool,
}

impl RangeDates {
    /// The two days; `None` if an end does not name a day.
    pub fn of(begin: &Timex, end: &Timex) -> Option<Self> {
        let (first, last) = (begin.parts, end.parts);
        let one_month = own(first.month, begin.span).is_none() || own(last.month, end.span).is_none();
        let floating = own(first.year, begin.span).is_none() || own(last.year, end.span).is_none();
        // Any year will do if none is stated; a leap year has every day.
        let last_year = last.year.or(first.year).map_or(2024, |year| year.value);
        let first_year = if floating { last_year } else { first.year?.value };
        Some(Self {
            from: date(first_year, first.month.or(last.month)?, first.day?)?,
            to: date(last_year, last.month.or(first.month)?, last.day?)?,
            floating,
            one_month,
        })
    }
}

/// A part written in the mention itself, not in the other end of the range.
fn own<T>(part: Option<Stated<T>>, mention: Span) -> Option<Stated<T>> {
    part.filter(|part| mention.contains(part.span))
}

fn date(year: i16, month: Stated<u8>, day: Stated<u8>) -> Option<Date> {
    Date::new(year, month.value as i8, day.value as i8).ok()
}
