//! DL302 same-meeting-other-place: two articles put one meeting in two cities.

use super::Finding;
use super::context::Context;
use super::reasoning::blame::{other_accounts, outvoted_by};
use super::report::Report;
use crate::events::{Account, Event};
use crate::meetings::MeetingKind;
use crate::world::Place;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for (mine, event) in context.accounts() {
        // A visit goes to several cities, and a call is in none.
        if event.accounts.len() < 2 || matches!(event.kind, MeetingKind::Visit | MeetingKind::Call) {
            continue;
        }
        if let Some(finding) = other_place(context, mine, event).filter(|f| !report.is_tainted(f.span)) {
            report.add(finding);
        }
    }
}

fn other_place(context: &Context<'_>, mine: &Account, event: &Event) -> Option<Finding> {
    let (city, place) = city_of(context, mine)?;
    if context.is_unsettled(context.article.sentence_at(place.span.start)) {
        return None;
    }
    let others: Vec<_> = other_accounts(context.doc, event, mine)
        .filter_map(|account| Some((account, city_of(context, account)?)))
        .collect();
    let (account, (other, at)) = outvoted_by(&others, |(_, (other, _))| *other != city)?;
    let message = format!("this meeting is in {city}; {} has {other}", account.doc.short_name());
    Some(Finding::new(302, place.span, message).related((*at).clone(), "the other place"))
}

/// Only cities known to the gazetteer: a hall is in some city, and a city in its country.
fn city_of<'a>(context: &Context<'a>, account: &'a Account) -> Option<(&'a str, &'a Place)> {
    let (id, place) = account.place.as_ref()?;
    let name = &*context.world.entity(id)?.name;
    let lexicon = context.world.lexicon();
    (lexicon.city(name).or_else(|| lexicon.capital(name)).is_some()).then_some((name, place))
}
