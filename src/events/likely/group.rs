//! Groups of events that are probably one: the likeliest pairs first, two groups become one if their pairs
//! are likely on average and nothing rules one out.

use std::collections::{BTreeSet, VecDeque};

use super::antecedent::{anaphors, antecedent};
use super::candidates::candidates;
use super::likeness::compare;
use super::traits::Traits;
use super::weights::{LIKELY_SCORE, RULED_OUT, score};
use crate::events::{EventId, EventStore};

/// A meeting that more events than this may be is told too variously to be one. Beyond it, two members of a
/// group may name different groups.
const MAX_GROUPED: usize = 48;

/// The event and those that are probably the same, by id.
pub(super) fn of(store: &EventStore, id: &EventId) -> Vec<EventId> {
    let meant = antecedent(store, id).unwrap_or_else(|| id.clone());
    let mut group: BTreeSet<EventId> = told(store, &meant).into_iter().collect();
    let alike: Vec<EventId> = group.iter().flat_map(|one| anaphors(store, one)).collect();
    group.extend(alike);
    group.into_iter().collect()
}

/// The same, of events that say who or what they are.
fn told(store: &EventStore, id: &EventId) -> Vec<EventId> {
    let around = component(store, id);
    let mut groups: Vec<Vec<usize>> = (0..around.len()).map(|at| vec![at]).collect();
    let scores = scores(&around);
    while let Some((a, b)) = nearest(&groups, &scores) {
        let moved = groups.remove(b);
        if let Some(group) = groups.get_mut(a) {
            group.extend(moved);
        }
    }
    let own = around.iter().position(|(other, _)| other == id);
    let group = groups.into_iter().find(|group| own.is_some_and(|own| group.contains(&own)));
    let members = group.unwrap_or_default().into_iter().filter_map(|at| around.get(at));
    let mut ids: Vec<EventId> = members.map(|(id, _)| id.clone()).collect();
    ids.sort();
    ids
}

/// The events that likely pairs lead to from this one, by id.
fn component(store: &EventStore, id: &EventId) -> Vec<(EventId, Traits)> {
    let mut found: Vec<(EventId, Traits)> =
        Traits::of(store, id).map(|own| (id.clone(), own)).into_iter().collect();
    let mut seen = BTreeSet::from([id.clone()]);
    let mut queue = VecDeque::from([0]);
    while let Some(at) = queue.pop_front() {
        let Some((from, _)) = found.get(at) else { break };
        for other in candidates(store, &from.clone()) {
            let (Some((_, own)), Some(traits)) = (found.get(at), Traits::of(store, &other)) else { continue };
            let near = score(compare(own, &traits)) >= LIKELY_SCORE;
            if near && found.len() < MAX_GROUPED && seen.insert(other.clone()) {
                queue.push_back(found.len());
                found.push((other, traits));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn scores(around: &[(EventId, Traits)]) -> Vec<Vec<f64>> {
    around.iter().map(|(_, a)| around.iter().map(|(_, b)| score(compare(a, b))).collect()).collect()
}

/// The two groups whose pairs are likeliest on average, if they are likely; of equal ones the first.
fn nearest(groups: &[Vec<usize>], scores: &[Vec<f64>]) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (i, a) in groups.iter().enumerate() {
        for (j, b) in groups.iter().enumerate().skip(i + 1) {
            let score = average(a, b, scores);
            if score >= LIKELY_SCORE && best.is_none_or(|(most, ..)| score > most) {
                best = Some((score, i, j));
            }
        }
    }
    best.map(|(_, i, j)| (i, j))
}

/// The average over all pairs of the two groups; [`RULED_OUT`] if any pair is.
fn average(a: &[usize], b: &[usize], scores: &[Vec<f64>]) -> f64 {
    let pairs = a.iter().flat_map(|i| b.iter().filter_map(|j| scores.get(*i)?.get(*j).copied()));
    let (mut sum, mut count) = (0.0, 0.0);
    for score in pairs {
        if score <= RULED_OUT {
            return RULED_OUT;
        }
        sum += score;
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { RULED_OUT }
}
