//! DL301 same-meeting-other-date: another article gives the same meeting another date.

use super::Finding;
use super::context::Context;
use super::reasoning::blame::{other_accounts, outvoted_by};
use super::reasoning::meeting_date::{edge_in, lasts_days};
use super::reasoning::wording;
use super::report::Report;
use crate::events::{Account, Event};
use crate::text::{Index, indexed};
use crate::time::unit::Unit;
use crate::time::{Timex, Window};
use crate::world::{DatedArticle, Place};

/// A difference of one day may be a time zone.
const MAX_ZONE_DAYS: i32 = 1;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (mine, event) in context.accounts().filter(|(_, event)| event.accounts.len() > 1) {
        if let Some(finding) = other_date(context, report, mine, event) {
            report.add(finding);
        }
    }
}

fn other_date(context: &Context<'_>, report: &Report, mine: &Account, event: &Event) -> Option<Finding> {
    let (window, place) = day_of(context, mine)?;
    if report.is_tainted(place.span) || context.is_unsettled(context.article.sentence_at(place.span.start)) {
        return None;
    }
    let others: Vec<(&Account, Window, &Place)> = other_accounts(context.doc, event, mine)
        .filter_map(|account| day_of(context, account).map(|(window, place)| (account, window, place)))
        .collect();
    let (account, other, at) =
        outvoted_by(&others, |(_, other, _)| !other.widened(MAX_ZONE_DAYS).meets(window))?;
    let message = format!(
        "this meeting is dated {} here; {} says {}",
        wording::window(window),
        account.doc.short_name(),
        wording::window(*other)
    );
    Some(Finding::new(301, place.span, message).related((*at).clone(), "the other date"))
}

/// The days of an account that names days: a weekday, a date, today. "Four years ago" agrees with too much.
fn day_of<'a>(context: &Context<'_>, account: &'a Account) -> Option<(Window, &'a Place)> {
    let (window, place) = account.when.as_ref()?;
    let dated = context.world.article(&place.doc)?;
    let best = account.best.of(&dated.article.meetings.mentions)?;
    // "Opens today" is one end of several days.
    let sentence = dated.article.sentence_at(place.span.start);
    let is_edge =
        lasts_days(best.kind) && window.single().is_some() && edge_in(&dated.article, sentence).is_some();
    let times = indexed(&dated.article.times).filter(|(_, timex)| place.span.overlaps(timex.span));
    let mut named = times.map(|(at, timex)| names_day(dated, at, timex));
    (!is_edge && named.all(|named| named)).then_some((*window, place))
}

/// Whether a time names a day: a weekday, a day of a month, or "today" in an article that states its date.
fn names_day(dated: &DatedArticle, at: Index<Timex>, timex: &Timex) -> bool {
    let deictic = dated.article.cues.of_time(at).deictic;
    let near = deictic.is_some_and(|deictic| deictic.unit == Unit::Day) && dated.dating.stated;
    let parts = timex.parts;
    !timex.quoted
        && timex.modifier.is_none()
        && (near || parts.weekday.is_some() || parts.day.is_some() && parts.month.is_some())
}
