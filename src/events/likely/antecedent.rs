//! "The summit", "the talks" with nobody named: probably the meeting that the article told of before.

use crate::events::compare::gap;
use crate::events::features::Features;
use crate::events::{EventId, EventStore};
use crate::meetings::MeetingKind;

/// Days between the two, if both are dated.
const MAX_GAP_DAYS: i32 = 3;

/// The event that a meeting without people and name probably is: the nearest before it in its article that
/// fits, else the first after it. `None` for a meeting that says who or what it is.
pub(super) fn antecedent(store: &EventStore, id: &EventId) -> Option<EventId> {
    let event = store.get(id)?;
    let [account] = event.accounts.as_slice() else { return None };
    let told = store.docs.get(&account.doc)?;
    let at = told.binary_search_by_key(&account.local, |(features, ..)| features.account.local).ok()?;
    let (own, ..) =
        told.get(at).filter(|(own, ..)| is_anonymous(own) && own.taken_up && own.part_of.is_none())?;
    let before = told.get(..at)?.iter().rev();
    let after = told.get(at + 1..)?.iter();
    let (found, ..) = before.chain(after).find(|(other, ..)| !is_anonymous(other) && fits(own, other))?;
    store.event_of_chain(found.doc(), found.account.local).map(|event| event.id.clone())
}

/// The events of the same articles that probably are this one, without saying so.
pub(super) fn anaphors(store: &EventStore, id: &EventId) -> Vec<EventId> {
    let Some(event) = store.get(id) else { return Vec::new() };
    let told = event.accounts.iter().filter_map(|account| store.docs.get(&account.doc));
    let anonymous = told.flat_map(|told| told.iter()).filter(|(features, ..)| is_anonymous(features));
    let events = anonymous.filter_map(|(one, ..)| store.event_of_chain(one.doc(), one.account.local));
    events
        .filter(|other| antecedent(store, &other.id).as_ref() == Some(id))
        .map(|event| event.id.clone())
        .collect()
}

fn is_anonymous(features: &Features) -> bool {
    features.people.is_empty() && features.series.is_none()
}

/// Whether kind, place and days leave room for one meeting.
fn fits(own: &Features, other: &Features) -> bool {
    let apart = own.stated().zip(other.stated()).is_some_and(|(a, b)| gap(a, b) > MAX_GAP_DAYS);
    let abroad = own.country.zip(other.country).is_some_and(|(a, b)| a != b);
    let elsewhere = own.town().zip(other.town()).is_some_and(|(a, b)| a != b);
    !apart && !abroad && !elsewhere && level(own.kind) == level(other.kind)
}

/// Sorts of meeting that are not told apart by their noun: leaders' talks are called a summit.
fn level(kind: MeetingKind) -> MeetingKind {
    match kind {
        MeetingKind::Summit | MeetingKind::Conference => MeetingKind::Talks,
        other => other,
    }
}
