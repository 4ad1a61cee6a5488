//! DL107 tense-conflict: a day after the article's date, under every reading, with a verb in the past.

use super::Finding;
use super::context::{Context, DateStatement};
use super::reasoning::article_date::with_article_date;
use super::reasoning::past::past_verb_of_date;
use super::reasoning::wording;
use super::report::Report;
use crate::article::Cue;
use crate::text::ZoneKind;
use crate::time::{Anchor, Tense, TimexKind, Window};

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for statement in &context.statements {
        if report.is_tainted(statement.span) {
            continue;
        }
        if let Some(finding) = conflict(context, statement) {
            report.add(finding);
        }
    }
}

fn conflict(context: &Context<'_>, statement: &DateStatement<'_>) -> Option<Finding> {
    if !is_day_of_past(context, statement) {
        return None;
    }
    let article = context.dating().date.filter(|_| context.dating().stated)?;
    let sentence = statement.timex.sentence;
    if context.is_unsettled(sentence) || context.holds(sentence, Cue::Foretells) {
        return None;
    }
    // One day ahead may be a time zone.
    let reported_by = article.tomorrow().unwrap_or(article);
    let mut readings = readings(statement).peekable();
    readings.peek()?;
    if !readings.all(|window| window.earliest.is_some_and(|day| day > reported_by)) {
        return None;
    }
    let verb = past_verb_of_date(context, statement.span, sentence)?;
    let message = format!(
        "`{}` is after the article’s date ({}), but `{verb}` is in the past",
        context.quote(statement.span),
        wording::day(article)
    );
    Some(with_article_date(context, Finding::new(107, statement.span, message)))
}

/// A day of a month that running text puts in the past in its own voice.
fn is_day_of_past(context: &Context<'_>, statement: &DateStatement<'_>) -> bool {
    let timex = statement.timex;
    timex.from == Anchor::Article
        && timex.kind == TimexKind::Date
        && statement.parts.day.is_some()
        && matches!(context.zone(statement.span), ZoneKind::Body | ZoneKind::Summary)
        && !timex.quoted
        && timex.range.is_none()
        && timex.tense == Some(Tense::Past)
}

/// All readings of a statement; none if no day could be found.
fn readings(statement: &DateStatement<'_>) -> impl Iterator<Item = Window> {
    let others = statement.resolved.others.iter().map(|(window, _)| *window);
    statement.resolved.window.into_iter().chain(others)
}
