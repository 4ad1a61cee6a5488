//! Further occurrences of full names, and hyphenated pairs of names.

use crate::lang::names::NameClass;
use rustc_hash::{FxHashMap, FxHashSet};

use super::NameKind;
use super::candidates::{Candidate, NameContext, STRONG, settle};
use super::extent::{is_suffix, split_pair};
use super::name_tree::NameTree;

/// The words of a name, in lower case, without suffix and nickname; hyphens separate words.
pub(super) fn name_words(context: &NameContext<'_, '_>, found: &Candidate) -> Vec<String> {
    let mut quoted = false;
    let mut out = Vec::new();
    for at in found.first..found.last {
        let text = context.layout.word(at);
        if matches!(text, "“" | "\"" | "(" | "”" | ")") {
            quoted = !quoted;
            continue;
        }
        if quoted || !context.words.word(at) || is_suffix(context.layout, text) {
            continue;
        }
        out.push(context.words.folded(at).trim_end_matches('.').to_owned());
    }
    out
}

/// Finds full names again wherever they occur: in headlines in title case, and where there was no other
/// evidence. Also the words of names of profiles that occur in the text, and whether the family name comes
/// first.
pub(super) fn repeated_full_names(
    context: &NameContext<'_, '_>,
    mut found: Vec<Candidate>,
) -> (Vec<Candidate>, FamilyFirst) {
    let (mut names, mut seen) = (NameTree::default(), FxHashSet::default());
    for one in found.iter().filter(|one| one.kind == NameKind::Person && one.strength >= 2) {
        // A headline is not trusted to show where a name ends.
        if context.words.shouted(one.first) && one.strength < STRONG {
            continue;
        }
        let words = name_words(context, one);
        if words.len() >= 2 && seen.insert(words.clone()) {
            names.enter(words.iter().map(String::as_str), ());
        }
    }
    let (mut more, mut known) = (Vec::new(), FamilyFirst::default());
    for at in 0..context.layout.tokens.len() {
        if !context.words.capital(at) {
            continue;
        }
        let mut best = along(context, at, &names).last().map(|(last, ())| *last);
        for (last, row) in along(context, at, context.lexicon.known_by_words()) {
            let known_name = context.lexicon.known().get(row).filter(|one| one.kind == NameKind::Person);
            let Some(one) = known_name.filter(|one| one.name.starts_with(context.layout.word(at))) else {
                continue;
            };
            let words = one.words();
            // A single word may be any word.
            if words.len() > 1 || context.stands_for_known(at) {
                best = best.max(Some(last));
                known.entry(words).or_insert(one.family_first);
            }
        }
        if let Some(last) = best {
            more.push(Candidate { first: at, last, kind: NameKind::Person, strength: STRONG + 2 });
        }
    }
    found.extend(more);
    (settle(found), known)
}

/// Whether the family name comes first, by the words of a name.
pub(super) type FamilyFirst = FxHashMap<Vec<String>, bool>;

impl NameContext<'_, '_> {
    /// Whether a single word of a profile is that name here: not an everyday word or a place, nor part of a
    /// longer name.
    fn stands_for_known(&self, at: usize) -> bool {
        let beside = |at: usize| self.words.capital(at) && self.outside_titles(at) && !self.words.opens(at);
        let before = at.checked_sub(1).is_some_and(|before| beside(before) && !self.words.starts(before));
        let glued = self.layout.word(at + 1) == "-" && self.layout.is_glued(at + 1);
        !self.words.common(at, self.lexicon)
            && !self.lexicon.place(self.layout.word(at))
            && !before
            && !beside(at + 1)
            && !glued
    }
}

/// How hyphens join the words of a name.
pub(super) fn hyphen_ties(context: &NameContext<'_, '_>, found: &Candidate, count: usize) -> Vec<u8> {
    let mut out: Vec<u8> = (found.first..found.last)
        .filter(|at| context.words.word(*at))
        .map(|at| match at.checked_sub(1) {
            Some(before) if at > found.first && context.layout.word(before) == "-" => {
                2 - u8::from(context.words.capital(at))
            }
            _ => 0,
        })
        .collect();
    out.truncate(count);
    out
}

/// Splits "Roe-Doe" where both are names of others in the article.
pub(super) fn split_pairs(context: &NameContext<'_, '_>, found: Vec<Candidate>) -> Vec<Candidate> {
    let mut known = FxHashSet::default();
    let mut double = FxHashSet::default();
    for one in found.iter().filter(|one| one.kind == NameKind::Person) {
        if split_pair(context.layout, one.first, one.last).is_some() {
            continue;
        }
        let words = name_words(context, one);
        let ties = hyphen_ties(context, one, words.len());
        for (pair, tie) in words.windows(2).zip(ties.iter().skip(1)) {
            if *tie > 0 {
                double.extend(pair.first().cloned());
            }
        }
        known.extend(words);
    }
    // Those whom the article calls by one word: in a headline two of them may stand side by side.
    let people = found.iter().filter(|one| one.kind == NameKind::Person && one.last == one.first + 1);
    let alone: FxHashSet<String> = people.map(|one| context.words.folded(one.first).to_owned()).collect();
    let mut out = Vec::with_capacity(found.len());
    for one in found {
        let beside = one.last == one.first + 2
            && one.kind == NameKind::Person
            && context.words.shouted(one.first)
            && !context.lexicon.given_name(context.words.folded(one.first))
            && (one.first..one.last).all(|at| alone.contains(context.words.folded(at)));
        if beside {
            out.extend([Candidate { last: one.first + 1, ..one }, Candidate { first: one.first + 1, ..one }]);
            continue;
        }
        let halves = split_pair(context.layout, one.first, one.last).filter(|(a, b)| {
            (one.kind == NameKind::Person || one.strength < STRONG)
                && !double.contains(context.words.folded(*a))
                && ([a, b].iter().all(|at| known.contains(context.words.folded(**at)))
                    || context.words.is(one.last, NameClass::OfPair)
                        && ([a, b].iter().all(|at| is_surname(context, &known, **at))
                            || [a, b].iter().any(|at| known.contains(context.words.folded(**at)))))
        });
        match halves {
            Some((a, b)) => {
                let kind = NameKind::Person;
                out.extend([Candidate { last: a + 1, kind, ..one }, Candidate { first: b, kind, ..one }]);
            }
            None => out.push(one),
        }
    }
    out
}

/// Whether a word is known as a person's name here, or listed as a family name.
fn is_surname(context: &NameContext<'_, '_>, known: &FxHashSet<String>, at: usize) -> bool {
    let word = context.words.folded(at);
    known.contains(word) || context.lexicon.family_name(word)
}

/// Trims names in headlines. Words around a name that the text has in full are not part of it ("Macron
/// Unveils"), nor is the result an organisation's name unless a list or a word shows it to be one.
pub(super) fn trim_headlines(context: &NameContext<'_, '_>, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let mut known: FxHashSet<String> = FxHashSet::default();
    for one in found.iter().filter(|one| one.kind == NameKind::Person && !context.runs_ahead(one.first)) {
        let words = name_words(context, one);
        known.extend(words.into_iter().filter(|word| word.chars().count() > 1));
    }
    found.retain_mut(|one| {
        let own = |at: &usize| known.contains(context.words.folded(*at));
        let first = (one.first..one.last).find(own);
        let last = (one.first..one.last).rfind(own);
        let (Some(first), Some(last)) = (first, last) else { return true };
        if !context.runs_ahead(one.first) {
            return true;
        }
        match one.kind {
            NameKind::Person => {
                if (one.first..first).chain(last + 1..one.last).all(|at| is_loose(context, at)) {
                    (one.first, one.last) = (first, last + 1);
                }
                true
            }
            NameKind::Organisation => {
                let body = (one.first..one.last).any(|at| context.words.is(at, NameClass::Body));
                body || one.last == one.first + 1 || context.lexicon.organisation(&context.text(one))
            }
            NameKind::Place => true,
        }
    });
    found
}

/// Whether a capitalised word is in no list of persons' names.
fn is_loose(context: &NameContext<'_, '_>, at: usize) -> bool {
    context.words.capital(at) && !context.lexicon.person_name(context.words.folded(at))
}

/// The names whose words occur from `at` on, each with its end, the shortest first.
fn along<T: Copy>(context: &NameContext<'_, '_>, at: usize, names: &NameTree<T>) -> Vec<(usize, T)> {
    let (mut ends, mut next, mut letter) = (Vec::new(), at, false);
    let mut name = names.start();
    loop {
        let mark = context.layout.word(next);
        let joint = next > at && (mark == "-" || letter && mark == ".") && context.layout.is_glued(next);
        let here = next + usize::from(joint);
        let word = context.words.folded(here).trim_end_matches('.');
        let Some(longer) = name.then(word) else { return ends };
        (name, next) = (longer, here + 1);
        letter = word.chars().count() == 1;
        if !name.ends().is_empty() && is_whole(context, next) {
            let end = context.extent.suffix(next);
            ends.extend(name.ends().iter().map(|value| (end, *value)));
        }
    }
}

/// Whether a name may end before this token: not "Ann Roe-Smith", nor "Ann Roe Films".
fn is_whole(context: &NameContext<'_, '_>, next: usize) -> bool {
    let glued = context.layout.is_glued(next);
    let more = context.layout.word(next) == "-" && context.words.capital(next + 1) && glued;
    let after = context.words.known(next);
    let thing =
        context.words.capital(next) && !glued && (after.is(NameClass::Firm) || after.is(NameClass::Body));
    !more && !thing
}
