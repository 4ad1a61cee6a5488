//! From pairs to clusters: the strongest ties first, complete link (nothing in a cluster is apart), and what could
//! go two ways stays alone. The result does not depend on the order of the accounts.

use std::collections::BTreeSet;

use super::same::{Pinned, Tie, Verdict, compare};

/// Members by index, ascending, and the ties that made the cluster, strongest first.
pub(super) type Cluster = (Vec<usize>, Vec<Tie>);

/// More accounts than this are compared in stretches of time only.
const LIMIT: usize = 256;

/// Clusters the accounts of one block, which come in order of document and place.
pub(super) fn cluster(items: &[Pinned<'_>]) -> Vec<Cluster> {
    if items.len() <= LIMIT {
        return Clusters::of(items).finish();
    }
    // Accounts of one profile event stay together whatever their number.
    let mut out: Vec<Cluster> = Vec::new();
    let pins: BTreeSet<usize> = items.iter().filter_map(|(_, pin)| *pin).collect();
    for pin in pins {
        let all = items.iter().enumerate().filter(|(_, (_, p))| *p == Some(pin)).map(|(i, _)| i).collect();
        out.push((all, vec![Tie::Profile]));
    }
    let mut order: Vec<usize> =
        items.iter().enumerate().filter(|(_, (_, pin))| pin.is_none()).map(|(i, _)| i).collect();
    order.sort_by_key(|i| (items.get(*i).map(|(f, _)| f.stated().unwrap_or(f.assumed).earliest), *i));
    for stretch in order.chunks(LIMIT) {
        let mut stretch = stretch.to_vec();
        stretch.sort_unstable();
        let part: Vec<Pinned<'_>> = stretch.iter().filter_map(|i| items.get(*i).copied()).collect();
        let found = Clusters::of(&part).finish().into_iter();
        out.extend(
            found.map(|(all, ties)| (all.iter().filter_map(|i| stretch.get(*i).copied()).collect(), ties)),
        );
    }
    out.sort();
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
        let verdicts = items.iter().flat_map(|a| items.iter().map(|b| compare(*a, *b))).collect();
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
