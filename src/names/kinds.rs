//! One name, one kind: where the tagger calls the same words a person here and a place there, the whole
//! article decides.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::names::NameClass;

use super::NameKind;
use super::candidates::{Candidate, NameContext, STRONG};
use super::repeated::name_words;

/// Gives every name the kind with the most evidence in the article. A name after a title is beyond doubt.
pub(super) fn one_kind_a_name(context: &NameContext<'_, '_>, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let mut votes: FxHashMap<Vec<String>, [u32; 3]> = FxHashMap::default();
    for one in &found {
        if let Some(vote) = votes.entry(name_words(context, one)).or_default().get_mut(index(one.kind)) {
            *vote += u32::from(one.strength);
        }
    }
    let located: FxHashSet<Vec<String>> =
        found.iter().filter(|one| context.is_located(one)).map(|one| name_words(context, one)).collect();
    for one in found.iter_mut().filter(|one| one.strength <= STRONG + 1) {
        if one.kind == NameKind::Person && located.contains(&name_words(context, one)) {
            one.kind = NameKind::Place;
            continue;
        }
        let Some(votes) = votes.get(&name_words(context, one)) else { continue };
        let own = votes.get(index(one.kind)).copied().unwrap_or_default();
        for kind in [NameKind::Person, NameKind::Organisation, NameKind::Place] {
            let most = votes.get(index(kind)).copied().unwrap_or_default();
            if most > own && votes.iter().all(|vote| *vote <= most) {
                one.kind = kind;
            }
        }
    }
    found
}

impl NameContext<'_, '_> {
    /// "the town of Roe", "the Roe neighbourhood".
    fn is_settlement(&self, first: usize, last: usize) -> bool {
        let of = first.checked_sub(1).filter(|at| self.words.is(*at, NameClass::Of));
        let kind = of.and_then(|of| of.checked_sub(1));
        let settled = |at: usize| self.words.is(at, NameClass::Settlement) && !self.words.capital(at);
        kind.is_some_and(settled)
            || settled(last) && first.checked_sub(1).is_some_and(|at| self.words.is(at, NameClass::The))
    }

    /// "at Cheong Wa Dae", "through Kerem Shalom": what is there is a place, unless its first word is a
    /// person's.
    fn is_located(&self, one: &Candidate) -> bool {
        let first = self.words.folded(one.first);
        let person = self.lexicon.given_name(first)
            || self.lexicon.family_name(first)
            || self.lexicon.family_first_name(first);
        let there = one.first.checked_sub(1).is_some_and(|before| self.words.is(before, NameClass::Locative));
        let located = there && !person && one.last > one.first + 1 && one.kind == NameKind::Person;
        (located || self.is_settlement(one.first, one.last)) && one.strength <= STRONG + 1
    }
}

const fn index(kind: NameKind) -> usize {
    match kind {
        NameKind::Person => 0,
        NameKind::Organisation => 1,
        NameKind::Place => 2,
    }
}
