//! The events that one is compared with: those that share a principal, or a word of their name.

use std::collections::BTreeSet;

use crate::events::compare::gap;
use crate::events::{Event, EventId, EventStore};

/// Days between two dated meetings that may still be one, told with a slip.
const MAX_CANDIDATE_GAP_DAYS: i32 = 62;

/// Of more candidates only those nearest in time are compared.
const MAX_CANDIDATES: usize = 256;

/// Of a long list of participants only these lead to candidates.
const MAX_PRINCIPALS: usize = 6;

pub(super) fn candidates(store: &EventStore, id: &EventId) -> BTreeSet<EventId> {
    let Some(event) = store.get(id) else { return BTreeSet::new() };
    let with_people = event.who.iter().take(MAX_PRINCIPALS).flat_map(|who| store.index.with(who));
    let with_name = event.series.iter().flat_map(|series| store.index.with_word_of(series));
    let nobody = |event: &Event| event.who.is_empty();
    let there = event.place.iter().flat_map(|place| store.index.at(place));
    let there = there.filter(|other| nobody(event) || nobody(other));
    let all = with_people.chain(with_name).chain(there).filter(|other| other.id != *id);
    let near = all.filter(|other| is_near(event, other) && !are_of_others(event, other));
    let mut found: BTreeSet<(i32, &EventId)> =
        near.map(|other| (event.when.zip(other.when).map_or(0, |(a, b)| gap(a, b)), &other.id)).collect();
    while found.len() > MAX_CANDIDATES {
        found.pop_last();
    }
    found.into_iter().map(|(_, id)| id.clone()).collect()
}

fn is_near(a: &Event, b: &Event) -> bool {
    a.when.zip(b.when).is_none_or(|(a, b)| gap(a, b) <= MAX_CANDIDATE_GAP_DAYS)
}

/// Whether the two are ruled out by their people alone: somebody who met hundreds is in hundreds of meetings.
/// A profile may add people that no account names.
fn are_of_others(a: &Event, b: &Event) -> bool {
    let common = a.who.iter().filter(|who| b.who.contains(who)).count();
    let needed = a.who.len().min(b.who.len()).min(2);
    a.profile.is_none() && b.profile.is_none() && common < needed
}
