//! From pairs to clusters: the strongest ties first, complete link (no two in a cluster are kept apart); an
//! account that could join either of two clusters joins neither. The result does not depend on the order of
//! the accounts.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::compare::{Comparison, Evidence, EvidenceSet, MAX_GAP_DAYS, Pinned, SAME_MEETING, accounts};
use super::features::Features;
use crate::time::Window;

/// Members by index, ascending, and the evidence that made the cluster.
pub(super) type Cluster = (Vec<usize>, EvidenceSet);

/// More connected accounts than this are compared only within separate periods: the work grows with the
/// square.
const MAX_CLUSTERED_ACCOUNTS: usize = 256;

/// How many neighbours in time an account is compared with.
const MAX_NEIGHBOURS: usize = 1024;

/// Clusters the accounts of one block, which are in order of document and place.
pub(super) fn cluster(items: &[Pinned<'_>]) -> Vec<Cluster> {
    let parts = parts(items);
    let mut out: Vec<Cluster> = parts.into_iter().flat_map(|part| stretches(items, part)).collect();
    out.sort();
    out
}

/// The connected components of the accounts: an account without a tie to a component cannot affect it. Pairs
/// whose editions or days rule out a tie are not compared.
fn parts(items: &[Pinned<'_>]) -> Vec<Vec<usize>> {
    let mut group = Groups((0..items.len()).collect());
    let mut first: FxHashMap<(Option<usize>, Option<u16>), usize> = FxHashMap::default();
    for (i, (features, pin)) in items.iter().enumerate() {
        let pin = pin.map(|pin| (Some(pin), None));
        for key in pin.into_iter().chain(features.edition.map(|edition| (None, Some(edition)))) {
            group.unite(*first.entry(key).or_insert(i), i);
        }
    }
    let mut order: Vec<(Window, usize, &Pinned<'_>)> =
        items.iter().enumerate().map(|(i, item)| (days(item.0), i, item)).collect();
    // A window without any day sorts first: it has no bound.
    order.sort_by_key(|(days, i, _)| (days.earliest, *i));
    for (at, (days, a, x)) in order.iter().enumerate() {
        let end = days.latest.map(|last| last.saturating_add(jiff::Span::new().days(MAX_GAP_DAYS)));
        let near = order.iter().skip(at + 1).take(MAX_NEIGHBOURS);
        for (_, b, y) in near.take_while(|(d, ..)| end.is_none_or(|end| d.earliest.is_none_or(|d| d <= end)))
        {
            let editions = x.0.edition.zip(y.0.edition).is_some_and(|(x, y)| x != y);
            if !editions && group.of(*a) != group.of(*b) && accounts(**x, **y).score() >= SAME_MEETING {
                group.unite(*a, *b);
            }
        }
    }
    group.finish()
}

/// The days used for comparison.
fn days(features: &Features) -> Window {
    features.stated().unwrap_or(features.assumed)
}

/// Sets of indices, each named by its smallest.
struct Groups(Vec<usize>);

impl Groups {
    fn of(&mut self, mut i: usize) -> usize {
        while let Some(up) = self.0.get(i).copied().filter(|up| *up != i) {
            let above = self.0.get(up).copied().unwrap_or(up);
            if let Some(slot) = self.0.get_mut(i) {
                *slot = above;
            }
            i = up;
        }
        i
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }

    fn finish(mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.0.len() {
            sets.entry(self.of(i)).or_default().push(i);
        }
        sets.into_values().collect()
    }
}

/// Clusters a component, in separate periods if it is large.
fn stretches(items: &[Pinned<'_>], part: Vec<usize>) -> Vec<Cluster> {
    match part.len() {
        0..=1 => return vec![(part, EvidenceSet::default())],
        2..=MAX_CLUSTERED_ACCOUNTS => return clusters(items, &part),
        _ => {}
    }
    // Accounts of one profile event stay together, however many there are.
    let mut out: Vec<Cluster> = Vec::new();
    let pins: BTreeSet<usize> = part.iter().filter_map(|i| pin(items, *i)).collect();
    for event in pins {
        let all = part.iter().copied().filter(|i| pin(items, *i) == Some(event)).collect();
        out.push((all, Evidence::SameProfileEvent.into()));
    }
    let mut order: Vec<usize> = part.into_iter().filter(|i| pin(items, *i).is_none()).collect();
    order.sort_by_key(|i| (items.get(*i).and_then(|(features, _)| days(features).earliest), *i));
    for stretch in order.chunks(MAX_CLUSTERED_ACCOUNTS) {
        let mut stretch = stretch.to_vec();
        stretch.sort_unstable();
        out.extend(clusters(items, &stretch));
    }
    out
}

/// The profile event that item `i` matches, if any.
fn pin(items: &[Pinned<'_>], i: usize) -> Option<usize> {
    items.get(i).and_then(|(_, pin)| *pin)
}

/// The clusters of a component, all of whose accounts are compared with each other.
fn clusters(items: &[Pinned<'_>], part: &[usize]) -> Vec<Cluster> {
    let picked: Vec<Pinned<'_>> = part.iter().filter_map(|i| items.get(*i).copied()).collect();
    let found = Clusters::of(&picked).finish().into_iter();
    found.map(|(all, ties)| (all.iter().filter_map(|i| part.get(*i).copied()).collect(), ties)).collect()
}

/// Clusters being built, each under the index of its first member.
struct Clusters {
    len: usize,
    /// One per pair of clusters: the nearest of any two members, unless any two are kept apart.
    pairs: Vec<Comparison>,
    home: Vec<usize>,
    ties: Vec<EvidenceSet>,
}

impl Clusters {
    fn of(items: &[Pinned<'_>]) -> Self {
        let len = items.len();
        let mut all = Self {
            len,
            pairs: vec![Comparison::APART; len * len],
            home: (0..len).collect(),
            ties: vec![EvidenceSet::default(); len],
        };
        let mut scores = Vec::new();
        for (i, a) in items.iter().enumerate() {
            for (j, b) in items.iter().enumerate().skip(i + 1) {
                let pair = accounts(*a, *b);
                all.set(i, j, pair);
                if pair.score() >= SAME_MEETING && !scores.contains(&pair.score()) {
                    scores.push(pair.score());
                }
            }
        }
        scores.sort_unstable_by(|a, b| b.cmp(a));
        scores.into_iter().for_each(|score| all.join(score));
        all
    }

    fn pair(&self, a: usize, b: usize) -> Comparison {
        self.pairs.get(a * self.len + b).copied().unwrap_or(Comparison::APART)
    }

    fn set(&mut self, a: usize, b: usize, pair: Comparison) {
        for at in [a * self.len + b, b * self.len + a] {
            if let Some(slot) = self.pairs.get_mut(at) {
                *slot = pair;
            }
        }
    }

    /// Joins all pairs of clusters that have this score.
    fn join(&mut self, score: i16) {
        for a in 0..self.len {
            for b in a + 1..self.len {
                let live = self.home.get(a) == Some(&a) && self.home.get(b) == Some(&b);
                if live
                    && self.pair(a, b).score() == score
                    && !self.torn(a, b, score)
                    && !self.torn(b, a, score)
                {
                    self.merge(a, b);
                }
            }
        }
    }

    /// Whether `a` is tied equally well to a third cluster that `b` is kept apart from.
    fn torn(&self, a: usize, b: usize, score: i16) -> bool {
        (0..self.len).any(|c| {
            c != a
                && c != b
                && self.home.get(c) == Some(&c)
                && self.pair(a, c).score() == score
                && self.pair(b, c).is_apart()
        })
    }

    /// Merges `b` into `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let tie = self.pair(a, b).evidence();
        for c in 0..self.len {
            self.set(a, c, self.pair(a, c).joined(self.pair(b, c)));
        }
        for home in &mut self.home {
            if *home == b {
                *home = a;
            }
        }
        let moved = self.ties.get(b).copied().unwrap_or_default();
        if let Some(ties) = self.ties.get_mut(a) {
            *ties = ties.with(moved).with(tie);
        }
    }

    fn finish(self) -> Vec<Cluster> {
        let mut out: Vec<Cluster> = Vec::new();
        for (first, ties) in self.ties.iter().enumerate() {
            if self.home.get(first) == Some(&first) {
                let members = (first..self.len).filter(|i| self.home.get(*i) == Some(&first)).collect();
                out.push((members, *ties));
            }
        }
        out
    }
}

#[cfg(test)]
pub(super) fn all_at_once(items: &[Pinned<'_>]) -> Vec<Cluster> {
    Clusters::of(items).finish()
}
