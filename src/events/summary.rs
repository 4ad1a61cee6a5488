//! A cluster of accounts as one event: its id, its name, what all accounts agree on, and why they belong
//! together.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use super::blocking::Block;
use super::compare::{Evidence, EvidenceSet, Pinned};
use super::features::Features;
use super::profiles::ProfileEvents;
use super::{EntityId, Event, EventId};
use crate::text::normalise::accented_slug;
use crate::time::Window;

/// The event of a cluster; `all` is in order of document and place.
pub(super) fn summarise(
    block: &Block,
    all: &[Pinned<'_>],
    ties: EvidenceSet,
    profile_events: &ProfileEvents,
) -> Option<Event> {
    let (first, _) = all.first()?;
    let profile = all.iter().find_map(|(_, pin)| *pin).and_then(|i| profile_events.events.get(i));
    let telling = all.iter().map(|(features, _)| *features).max_by_key(|features| weight(features))?;
    let edition = profile.and_then(|p| p.edition).or_else(|| all.iter().find_map(|(f, _)| f.edition));
    let series = match block {
        Block::Series(id) => Some(id.clone()),
        Block::Name(key) => Some(key.clone()),
        _ => telling.series.as_ref().map(|key| key.0.clone()),
    };
    let when = profile.and_then(|p| p.when).or_else(|| agreed(all));
    let place = place(all);
    Some(Event {
        id: id(profile.map(|p| &*p.id), telling, first, when),
        kind: telling.kind,
        name: profile.map_or_else(|| telling.label.clone(), |p| p.name.clone()),
        series,
        edition,
        when,
        place,
        who: who(all, profile.map_or(&[][..], |p| &p.attended)),
        part_of: None,
        profile: profile.map(|p| p.at.clone()),
        accounts: all.iter().map(|(features, _)| features.account.clone()).collect(),
        why: why(block, all.len(), ties),
    })
}

/// Why the accounts are of one meeting.
pub(super) fn why(block: &Block, accounts: usize, ties: EvidenceSet) -> Vec<&'static str> {
    match accounts {
        ..=1 => Vec::new(),
        _ => [block.words()].into_iter().chain(ties.iter().map(Evidence::words)).collect(),
    }
}

/// How informative an account is; of equal ones the first in text order supplies the name.
fn weight(features: &Features) -> impl Ord + use<'_> {
    (
        features.series.is_some(),
        features.edition.is_some(),
        features.people.len().min(3),
        features.account.place.is_some(),
        features.label.len().min(60),
        Reverse((&features.account.doc, features.account.local)),
    )
}

/// Code points of a label used in an id. A longer id is no more readable.
const MAX_ID_CHARS: usize = 60;

/// A profile's id; otherwise readable words and the first account, which no other event has.
fn id(profile: Option<&str>, telling: &Features, first: &Features, when: Option<Window>) -> EventId {
    if let Some(id) = profile {
        return EventId(id.into());
    }
    let label: String = telling.label.chars().take(MAX_ID_CHARS).collect();
    let slug = accented_slug(&label);
    let day = when.and_then(|w| w.earliest).map_or_else(String::new, |day| format!("-{day}"));
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(first.account.doc.to_string().as_bytes());
    first.account.local.hash(&mut hasher);
    let mark = hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    EventId(format!("{slug}{day}-{mark:08x}").into())
}

/// The days that all stated windows share.
fn agreed(all: &[Pinned<'_>]) -> Option<Window> {
    let mut stated =
        all.iter().filter_map(|(features, _)| features.account.when.as_ref().map(|(window, _)| *window));
    let first = stated.next()?;
    stated.try_fold(first, Window::intersect)
}

/// The only town that accounts name, else the only place.
fn place(all: &[Pinned<'_>]) -> Option<EntityId> {
    let towns: BTreeSet<&EntityId> = all.iter().filter_map(|(features, _)| features.town()).collect();
    let places: BTreeSet<&EntityId> = all
        .iter()
        .filter_map(|(features, _)| features.account.place.as_ref())
        .map(|(place, _)| place)
        .collect();
    let from = if towns.is_empty() { places } else { towns };
    if from.len() == 1 { from.into_iter().next().cloned() } else { None }
}

/// Everyone, in order of first mention, then those of the profile.
fn who(all: &[Pinned<'_>], attended: &[EntityId]) -> Vec<EntityId> {
    let mut out: Vec<EntityId> = Vec::new();
    for id in all.iter().flat_map(|(features, _)| &features.account.who).chain(attended) {
        if !out.contains(id) {
            out.push(id.clone());
        }
    }
    out
}
