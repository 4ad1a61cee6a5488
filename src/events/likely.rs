//! Events that are probably the same, although nothing shows it for certain. Computed when asked, from the
//! snapshot, so the order of changes cannot matter. Findings never rest on it.

mod antecedent;
mod candidates;
mod group;
mod likeness;
mod traits;
mod weights;

use super::{EventId, EventStore};
pub use likeness::{Likeness, LikenessSet};
pub use weights::{LIKELY_SCORE, POSSIBLE_SCORE, score};

use antecedent::antecedent;
use candidates::candidates;
use traits::Traits;

/// Another event that may be the same.
#[derive(Clone, Debug, PartialEq)]
pub struct LikelyEvent {
    pub event: EventId,
    /// In log-odds; see [`LIKELY_SCORE`].
    pub score: f64,
    /// What speaks for it and against it, the strongest first.
    pub why: Vec<Likeness>,
}

impl EventStore {
    /// The events that are probably the same as this one, the likeliest first.
    pub fn likely(&self, id: &EventId) -> Vec<LikelyEvent> {
        let group = group::of(self, id);
        let mut others: Vec<LikelyEvent> =
            group.iter().filter(|other| *other != id).filter_map(|other| self.compared(id, other)).collect();
        sort(&mut others);
        others
    }

    /// The events that are perhaps the same, without those that probably are; the likeliest first.
    pub fn possible(&self, id: &EventId) -> Vec<LikelyEvent> {
        let group = group::of(self, id);
        let others = candidates(self, id).into_iter().filter(|other| !group.contains(other));
        let others = others.filter(|other| antecedent(self, other).is_none());
        let mut others: Vec<LikelyEvent> = others
            .filter_map(|other| self.compared(id, &other))
            .filter(|other| other.score >= POSSIBLE_SCORE)
            .collect();
        sort(&mut others);
        others
    }

    /// This event and those that are probably the same, by id.
    pub fn likely_group(&self, id: &EventId) -> Vec<EventId> {
        group::of(self, id)
    }

    /// All pairs that are compared at all, each once, with the evidence; for fitting the weights.
    pub fn compared_pairs(&self) -> Vec<(EventId, EventId, LikenessSet)> {
        let mut pairs = Vec::new();
        for event in self.iter() {
            let Some(a) = Traits::of(self, &event.id) else { continue };
            let later = candidates(self, &event.id).into_iter().filter(|other| *other > event.id);
            for other in later {
                let Some(b) = Traits::of(self, &other) else { continue };
                pairs.push((event.id.clone(), other, likeness::compare(&a, &b)));
            }
        }
        pairs
    }

    fn compared(&self, a: &EventId, b: &EventId) -> Option<LikelyEvent> {
        // "The talks" are what they are in the light of their article; themselves they say nothing.
        if antecedent(self, a).is_some() || antecedent(self, b).is_some() {
            return Some(LikelyEvent { event: b.clone(), score: LIKELY_SCORE, why: Vec::new() });
        }
        let evidence = likeness::compare(&Traits::of(self, a)?, &Traits::of(self, b)?);
        Some(LikelyEvent {
            event: b.clone(),
            score: score(evidence),
            why: weights::strongest_first(evidence),
        })
    }
}

fn sort(others: &mut [LikelyEvent]) {
    others.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.event.cmp(&b.event)));
}
