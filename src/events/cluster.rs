//! From pairs to clusters: the strongest ties first, complete link (nothing in a cluster is apart), and what could
//! go two ways stays alone. The result does not depend on the order of the accounts.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::compare::{Pinned, SEASON, Tie, Verdict, compare};
use super::features::Features;
use crate::time::Window;

/// Members by index, ascending, and the ties that made the cluster, strongest first.
pub(super) type Cluster = (Vec<usize>, Vec<Tie>);

/// More accounts than this that hang together are compared in stretches of time only.
const LIMIT: usize = 256;

/// An account looks for ties no further than this many neighbours in time.
const REACH: usize = 1024;

/// Clusters the accounts of one block, which come in order of document and place.
pub(super) fn cluster(items: &[Pinned<'_>]) -> Vec<Cluster> {
    let parts = parts(items);
    let mut out: Vec<Cluster> = parts.into_iter().flat_map(|part| stretches(items, part)).collect();
    out.sort();
    out
}

/// The accounts that hang together by ties: whatever is not tied to any of a part has no say in it. Pairs that can
/// have no tie, by their edition or by their days, are not compared.
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
    // No day at all sorts before every day: it has no bound.
    order.sort_by_key(|(days, i, _)| (days.earliest, *i));
    for (at, (days, a, x)) in order.iter().enumerate() {
        let end = days.latest.map(|last| last.saturating_add(jiff::Span::new().days(SEASON)));
        let near = order.iter().skip(at + 1).take(REACH);
        for (_, b, y) in near.take_while(|(d, ..)| end.is_none_or(|end| d.earliest.is_none_or(|d| d <= end)))
        {
            let editions = x.0.edition.zip(y.0.edition).is_some_and(|(x, y)| x != y);
            if !editions && group.of(*a) != group.of(*b) && matches!(compare(**x, **y), Verdict::Tied(_)) {
                group.unite(*a, *b);
            }
        }
    }
    group.finish()
}

/// The days that are compared.
fn days(features: &Features) -> Window {
    features.stated().unwrap_or(features.assumed)
}

/// Sets of indices; each goes by its least.
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

/// Clusters a part, in stretches of time if it is long.
fn stretches(items: &[Pinned<'_>], part: Vec<usize>) -> Vec<Cluster> {
    let pick =
        |part: &[usize]| -> Vec<Pinned<'_>> { part.iter().filter_map(|i| items.get(*i).copied()).collect() };
    let clusters = |part: Vec<usize>| {
        let found = Clusters::of(&pick(&part)).finish().into_iter();
        let back =
            found.map(|(all, ties)| (all.iter().filter_map(|i| part.get(*i).copied()).collect(), ties));
        back.collect::<Vec<Cluster>>()
    };
    match part.len() {
        0..=1 => return vec![(part, Vec::new())],
        2..=LIMIT => return clusters(part),
        _ => {}
    }
    let pin = |i: usize| items.get(i).and_then(|(_, pin)| *pin);
    // Accounts of one profile event stay together whatever their number.
    let mut out: Vec<Cluster> = Vec::new();
    let pins: BTreeSet<usize> = part.iter().filter_map(|i| pin(*i)).collect();
    for event in pins {
        let all = part.iter().copied().filter(|i| pin(*i) == Some(event)).collect();
        out.push((all, vec![Tie::Profile]));
    }
    let mut order: Vec<usize> = part.into_iter().filter(|i| pin(*i).is_none()).collect();
    order.sort_by_key(|i| (items.get(*i).and_then(|(features, _)| days(features).earliest), *i));
    for stretch in order.chunks(LIMIT) {
        let mut stretch = stretch.to_vec();
        stretch.sort_unstable();
        out.extend(clusters(stretch));
    }
    out
}

/// Clusters in the making, each under the index of its first member.
struct Clusters {
    len: usize,
    /// One verdict a pair of clusters: the best tie of any two members, unless any two are apart.
    verdicts: Vec<Verdict>,
    home: Vec<usize>,
    ties: Vec<Vec<Tie>>,
}

impl Clusters {
    fn of(items: &[Pinned<'_>]) -> Self {
        let len = items.len();
        let mut verdicts = vec![Verdict::Apart; len * len];
        for (i, a) in items.iter().enumerate() {
            for (j, b) in items.iter().enumerate().skip(i + 1) {
                let verdict = compare(*a, *b);
                for at in [i * len + j, j * len + i] {
                    if let Some(slot) = verdicts.get_mut(at) {
                        slot.clone_from(&verdict);
                    }
                }
            }
        }
        let mut all = Self { len, verdicts, home: (0..len).collect(), ties: vec![Vec::new(); len] };
        for tie in [Tie::Profile, Tie::Edition, Tie::Town, Tie::Days, Tie::Season, Tie::Coarse, Tie::Tense] {
            all.join(tie);
        }
        all
    }

    fn verdict(&self, a: usize, b: usize) -> &Verdict {
        self.verdicts.get(a * self.len + b).unwrap_or(&Verdict::Apart)
    }

    /// Joins all pairs of clusters whose best tie is this one.
    fn join(&mut self, tie: Tie) {
        for a in 0..self.len {
            for b in a + 1..self.len {
                let live = self.home.get(a) == Some(&a) && self.home.get(b) == Some(&b);
                if live
                    && *self.verdict(a, b) == Verdict::Tied(tie)
                    && !self.torn(a, b, tie)
                    && !self.torn(b, a, tie)
                {
                    self.merge(a, b, tie);
                }
            }
        }
    }

    /// Whether `a` is tied just as well to a third that `b` is apart from.
    fn torn(&self, a: usize, b: usize, tie: Tie) -> bool {
        (0..self.len).any(|c| {
            c != a
                && c != b
                && self.home.get(c) == Some(&c)
                && *self.verdict(a, c) == Verdict::Tied(tie)
                && *self.verdict(b, c) == Verdict::Apart
        })
    }

    /// `b` goes into `a`.
    fn merge(&mut self, a: usize, b: usize, tie: Tie) {
        for c in 0..self.len {
            let both = match (self.verdict(a, c), self.verdict(b, c)) {
                (Verdict::Apart, _) | (_, Verdict::Apart) => Verdict::Apart,
                (Verdict::Tied(x), Verdict::Tied(y)) => Verdict::Tied(*x.max(y)),
                (Verdict::Tied(x), _) | (_, Verdict::Tied(x)) => Verdict::Tied(*x),
                _ => Verdict::Open,
            };
            for at in [a * self.len + c, c * self.len + a] {
                if let Some(slot) = self.verdicts.get_mut(at) {
                    slot.clone_from(&both);
                }
            }
        }
        for home in &mut self.home {
            if *home == b {
                *home = a;
            }
        }
        let moved = self.ties.get_mut(b).map(std::mem::take).unwrap_or_default();
        if let Some(ties) = self.ties.get_mut(a) {
            ties.extend(moved);
            ties.push(tie);
        }
    }

    fn finish(mut self) -> Vec<Cluster> {
        let mut out: Vec<Cluster> = Vec::new();
        for first in 0..self.len {
            if self.home.get(first) != Some(&first) {
                continue;
            }
            let members = (first..self.len).filter(|i| self.home.get(*i) == Some(&first)).collect();
            let mut ties = self.ties.get_mut(first).map(std::mem::take).unwrap_or_default();
            ties.sort_by(|a, b| b.cmp(a));
            ties.dedup();
            out.push((members, ties));
        }
        out
    }
}

#[cfg(test)]
pub(super) fn all_at_once(items: &[Pinned<'_>]) -> Vec<Cluster> {
    Clusters::of(items).finish()
}
