//! The second look, over the whole article: once a full name stands anywhere, its surname alone, in headlines too, is
//! the same person; a word that is somebody in one place is somebody in the next.

use rustc_hash::{FxHashMap, FxHashSet};

use super::NameKind;
use super::gather::{is_suffix, split_pair};
use super::lexicon::Lexicon;
use super::spans::{Finder, Found, STRONG};
use super::titles::is_body;
use super::variants::{self, Part};

/// A person of the article while names are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// The words of the fullest name, in lower case.
    pub words: Vec<String>,
    pub parts: Vec<Part>,
    pub family_first: Option<bool>,
    /// Which of `words` stand for the person alone: from, to.
    pub family: (usize, usize),
}

/// A name with the person it means (index), for persons.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub found: Found,
    pub person: Option<usize>,
    /// It is the person's full name.
    pub full: bool,
}

pub(super) struct Document {
    pub persons: Vec<Person>,
    pub named: Vec<Named>,
}

impl Document {
    pub fn of(finder: &Finder<'_, '_>, found: Vec<Found>) -> Self {
        let found = pairs(finder, repeats(finder, found));
        let mut document = Self { persons: Vec::new(), named: Vec::new() };
        for one in found {
            let person = document.full_name(finder, &one);
            document.named.push(Named { found: one, person, full: person.is_some() });
        }
        document.families(finder);
        document.shorts(finder);
        document
    }

    /// The person whose full name this is, a new one if need be.
    fn full_name(&mut self, finder: &Finder<'_, '_>, found: &Found) -> Option<usize> {
        if found.kind != NameKind::Person {
            return None;
        }
        let words = words_of(finder, found);
        let parts = variants::parts(&words.join(" "));
        if parts.len() < 2 || words.len() < 2 || variants::is_particle(words.first()?) {
            return None;
        }
        let turns =
            |words: &[String]| words.first().is_some_and(|word| finder.lexicon.family_first_name(word));
        let same = self.persons.iter().position(|person| {
            person.words == words
                || variants::fit(&person.parts, &parts, turns(&words) || turns(&person.words)).is_some()
        });
        let at = same.unwrap_or_else(|| {
            self.persons.push(Person::default());
            self.persons.len() - 1
        });
        let person = self.persons.get_mut(at)?;
        if parts.len() > person.parts.len() {
            person.words = words;
            person.parts = parts;
        }
        Some(at)
    }

    /// Settles which words of each name stand for the person alone, by use, then by the lists.
    fn families(&mut self, finder: &Finder<'_, '_>) {
        let mut alone: FxHashMap<&str, u32> = FxHashMap::default();
        let mut inside = vec![false; finder.layout.tokens.len()];
        for named in self.named.iter().filter(|named| named.full) {
            inside.get_mut(named.found.first..named.found.last).unwrap_or_default().fill(true);
        }
        for (at, inside) in inside.iter().enumerate() {
            if !inside && finder.words.capital(at) {
                *alone.entry(finder.words.folded(at)).or_default() += 1;
            }
        }
        for person in &mut self.persons {
            let (Some(first), Some(last)) = (person.words.first(), person.words.last()) else { continue };
            let known = finder.lexicon.known().iter().find(|known| {
                known.kind == NameKind::Person && known.name.to_lowercase() == person.words.join(" ")
            });
            let uses = |word: &str| alone.get(word).copied().unwrap_or(0);
            let listed = finder.lexicon.family_first_name(first) && !is_western(finder.lexicon, first, last);
            person.family_first = match known {
                Some(known) if known.family_first => Some(true),
                _ if uses(first) > 0 && uses(last) == 0 && listed => Some(true),
                _ if uses(last) > 0 && uses(first) == 0 && finder.lexicon.given_name(first) => Some(false),
                _ => None,
            };
            let turned = person.family_first.unwrap_or(listed);
            let count = person.words.len();
            let from =
                (1..count).find(|at| person.words.get(*at).is_some_and(|word| variants::is_particle(word)));
            person.family = match from {
                _ if turned => (0, 1),
                Some(from) if from + 1 < count => (from, count),
                _ => (count.saturating_sub(1), count),
            };
        }
    }

    /// Finds names that stand alone and gives each its person.
    fn shorts(&mut self, finder: &Finder<'_, '_>) {
        let mut by_word: FxHashMap<String, Vec<(usize, bool)>> = FxHashMap::default();
        for (at, person) in self.persons.iter().enumerate() {
            let (from, to) = person.family;
            let last = to.saturating_sub(1);
            for (i, word) in person.words.iter().enumerate() {
                if word.chars().count() > 1 && !variants::is_particle(word) {
                    by_word
                        .entry(word.clone())
                        .or_default()
                        .push((at, i == last || (i == from && last == from)));
                }
            }
        }
        self.lone(finder, &mut by_word);
        let mut taken = vec![0u32; finder.layout.tokens.len()];
        for (index, named) in self.named.iter().enumerate() {
            taken.get_mut(named.found.first..named.found.last).unwrap_or_default().fill(index as u32 + 1);
        }
        let mut recent: Vec<usize> = vec![usize::MAX; self.persons.len()];
        let mut extra = Vec::new();
        for at in 0..finder.layout.tokens.len() {
            let owner = taken.get(at).and_then(|index| index.checked_sub(1)).map(|index| index as usize);
            if let Some(index) = owner {
                let Some(named) = self.named.get_mut(index) else { continue };
                if let (true, Some(person)) = (named.full, named.person) {
                    if let Some(place) = recent.get_mut(person) {
                        *place = at;
                    }
                    continue;
                }
                if named.found.first != at || named.person.is_some() {
                    continue;
                }
            }
            if !finder.words.capital(at) || finder.titled.get(at).is_some_and(|title| *title > 0) {
                continue;
            }
            let Some((person, first, last)) = self.pick(finder, &by_word, &recent, at) else { continue };
            let found = Found { first, last, kind: NameKind::Person, strength: STRONG };
            match owner.and_then(|index| self.named.get_mut(index)) {
                Some(named) if named.found.last <= last => {
                    *named = Named { found, person: Some(person), full: false };
                }
                Some(_) => {}
                None => extra.push(Named { found, person: Some(person), full: false }),
            }
        }
        self.named.extend(extra);
        self.named.sort_by_key(|named| (named.found.first, named.found.last));
        self.named.dedup_by(|b, a| b.found.first < a.found.last);
    }

    /// Persons that the article names by one word only.
    fn lone(&mut self, finder: &Finder<'_, '_>, by_word: &mut FxHashMap<String, Vec<(usize, bool)>>) {
        for named in &mut self.named {
            if named.found.kind != NameKind::Person || named.full {
                continue;
            }
            let words = words_of(finder, &named.found);
            let Some(word) = words.last() else { continue };
            if by_word.contains_key(word) || self.persons.iter().any(|person| slip(person, word)) {
                continue;
            }
            let parts = variants::parts(&words.join(" "));
            by_word.insert(word.clone(), vec![(self.persons.len(), true)]);
            let family = (0, words.len());
            self.persons.push(Person { words, parts, family_first: None, family });
        }
    }

    /// Who the lone word at `at` is, and the span of the name.
    fn pick(
        &self,
        finder: &Finder<'_, '_>,
        by_word: &FxHashMap<String, Vec<(usize, bool)>>,
        recent: &[usize],
        at: usize,
    ) -> Option<(usize, usize, usize)> {
        let word = finder.words.folded(at);
        let titled = follows_title(finder, at);
        // "UN" is not the last syllable of somebody's name.
        if finder.layout.token(at)?.upper && !finder.words.shouted(at) {
            return None;
        }
        let exact = by_word.get(word);
        let mut those: Vec<(usize, bool)> = exact.cloned().unwrap_or_default();
        if those.is_empty() {
            let said = titled
                || finder.speech(at + 1)
                || at.checked_sub(1).is_some_and(|before| finder.speech(before));
            if word.len() < 7 || !said {
                return None;
            }
            those = (0..self.persons.len())
                .filter(|person| self.persons.get(*person).is_some_and(|person| slip(person, word)))
                .map(|person| (person, true))
                .collect();
        }
        if those.iter().any(|(_, family)| *family) {
            those.retain(|(_, family)| *family);
        }
        let (person, family) = *those.iter().min_by_key(|(person, _)| {
            let seen = recent.get(*person).copied().unwrap_or(usize::MAX);
            (seen == usize::MAX, std::cmp::Reverse(if seen == usize::MAX { 0 } else { seen }), *person)
        })?;
        if !titled && !self.stands_alone(finder, at, family) {
            return None;
        }
        // "von der Leyen": with its particles.
        let mut first = at;
        let (from, _) = self.persons.get(person)?.family;
        if family {
            let own = self.persons.get(person)?.words.get(from..)?;
            let before = own.len().saturating_sub(1);
            let fits = (1..=before).all(|back| {
                at.checked_sub(back)
                    .is_some_and(|i| own.get(before - back).is_some_and(|w| w == finder.words.folded(i)))
            });
            if fits {
                first = at - before;
            }
        }
        Some((person, first, at + 1))
    }

    /// Whether a word is a name by itself here and no part of a longer one.
    fn stands_alone(&self, finder: &Finder<'_, '_>, at: usize, family: bool) -> bool {
        let words = finder.words;
        let weak = words.starts(at) || words.shouted(at);
        if weak && (words.lowered(at) || (!family && words.common(at, finder.lexicon))) {
            return false;
        }
        if !family && (words.lowered(at) || finder.lexicon.place(finder.layout.word(at))) {
            return false;
        }
        let glued = |i: usize| finder.layout.token(i).is_some_and(|token| !token.spaced);
        let name = |i: usize| {
            words.capital(i)
                && finder.titled.get(i) == Some(&0)
                && !words.common(i, finder.lexicon)
                && finder.lexicon.demonym(finder.layout.word(i)).is_none()
        };
        // "Roe University", "Roe Smith"; "Putin-led" is Putin.
        let next = at + 1;
        let behind = !glued(next) && name(next) && (!words.shouted(next) || is_body(words.folded(next)));
        let before = at > 0 && !glued(at) && name(at - 1) && !words.starts(at - 1) && !words.shouted(at - 1);
        !behind && !before
    }
}

impl Finder<'_, '_> {
    fn speech(&self, at: usize) -> bool {
        super::spans::says(self.words.folded(at))
    }
}

/// Whether a misspelt word may be this person's family name.
fn slip(person: &Person, word: &str) -> bool {
    let (from, to) = person.family;
    let [family] = person.words.get(from..to).unwrap_or_default() else { return false };
    word != family && word.len() >= 7 && Part::new(word).near(&Part::new(family))
}

fn is_western(lexicon: &Lexicon, first: &str, last: &str) -> bool {
    lexicon.given_name(first)
        && lexicon.family_name(last)
        && !lexicon.given_name(last)
        && !lexicon.family_first_name(last)
}

fn follows_title(finder: &Finder<'_, '_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back);
    let titled = |i: Option<usize>| i.and_then(|i| finder.titled.get(i)).is_some_and(|title| *title > 0);
    titled(before(1))
}

/// The words of a name, in lower case, without suffix and nickname; hyphens part words.
fn words_of(finder: &Finder<'_, '_>, found: &Found) -> Vec<String> {
    let mut quoted = false;
    let mut out = Vec::new();
    for at in found.first..found.last {
        let text = finder.layout.word(at);
        if matches!(text, "“" | "\"" | "(" | "”" | ")") {
            quoted = !quoted;
            continue;
        }
        if quoted || !finder.words.word(at) || is_suffix(text) {
            continue;
        }
        out.push(finder.words.folded(at).trim_end_matches('.').to_owned());
    }
    out
}

/// Full names again, wherever they stand: headlines in title case, and where nothing else spoke for them.
fn repeats(finder: &Finder<'_, '_>, mut found: Vec<Found>) -> Vec<Found> {
    let mut by_first: FxHashMap<String, Vec<Vec<String>>> = FxHashMap::default();
    for one in found.iter().filter(|one| one.kind == NameKind::Person && one.strength >= 2) {
        // What a headline says is not trusted further than it goes.
        if finder.words.shouted(one.first) && one.strength < STRONG {
            continue;
        }
        let words = words_of(finder, one);
        if words.len() >= 2
            && let Some(first) = words.first().cloned()
        {
            let all = by_first.entry(first).or_default();
            if !all.contains(&words) {
                all.push(words);
            }
        }
    }
    for known in finder.lexicon.known().iter().filter(|known| known.kind == NameKind::Person) {
        let words: Vec<String> =
            known.name.split([' ', '-']).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        if words.len() >= 2
            && let Some(first) = words.first().cloned()
        {
            by_first.entry(first).or_default().push(words);
        }
    }
    let mut more = Vec::new();
    for at in 0..finder.layout.tokens.len() {
        if !finder.words.capital(at) {
            continue;
        }
        let Some(all) = by_first.get(finder.words.folded(at)) else { continue };
        let best = all.iter().filter_map(|words| along(finder, at, words)).max();
        if let Some(last) = best {
            more.push(Found { first: at, last, kind: NameKind::Person, strength: STRONG + 1 });
        }
    }
    found.extend(more);
    super::spans::settle(found)
}

/// Splits "Roe-Doe" where both are names of others in the article.
fn pairs(finder: &Finder<'_, '_>, found: Vec<Found>) -> Vec<Found> {
    let mut known = FxHashSet::default();
    for one in found.iter().filter(|one| one.kind == NameKind::Person) {
        if split_pair(finder.layout, one.first, one.last).is_none() {
            known.extend(words_of(finder, one));
        }
    }
    let mut out = Vec::with_capacity(found.len());
    for one in found {
        let halves = split_pair(finder.layout, one.first, one.last).filter(|(a, b)| {
            one.kind == NameKind::Person
                && known.contains(finder.words.folded(*a))
                && known.contains(finder.words.folded(*b))
        });
        match halves {
            Some((a, b)) => out.extend([Found { last: a + 1, ..one }, Found { first: b, ..one }]),
            None => out.push(one),
        }
    }
    out
}

/// The end of the name if its words stand at `at`.
fn along(finder: &Finder<'_, '_>, at: usize, words: &[String]) -> Option<usize> {
    let mut next = at;
    for (i, word) in words.iter().enumerate() {
        if i > 0 && matches!(finder.layout.word(next), "-" | ".") && !finder.layout.token(next)?.spaced {
            next += 1;
        }
        if finder.words.folded(next).trim_end_matches('.') != word {
            return None;
        }
        next += 1;
    }
    // Not "Ann Roe-Smith".
    let more = finder.layout.word(next) == "-"
        && finder.words.capital(next + 1)
        && !finder.layout.token(next)?.spaced;
    (!more).then_some(next)
}
