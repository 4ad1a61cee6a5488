//! The second look, over the whole article: once a full name stands anywhere, its surname alone, in headlines too, is
//! the same person; a word that is somebody in one place is somebody in the next.

use rustc_hash::FxHashMap;

use super::NameKind;
use super::gather::is_suffix;
use super::lexicon::Lexicon;
use super::recent::Recent;
use super::repeats::{headlines, pairs, repeats, ties_of, words_of};
use super::spans::{Finder, Found, STRONG, is_firm};
use super::titles::is_body;
use super::variants::{self, Part};
use super::votes::agree;
use crate::text::ZoneKind;

/// A person of the article while names are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// "jr" or "sr", where the article says so.
    pub generation: Option<&'static str>,
    /// The words of the fullest name, in lower case; hyphens part words.
    pub words: Vec<String>,
    /// For each word whether a hyphen ties it to the one before: 1, and 2 if it has no capital ("Jong-un").
    pub ties: Vec<u8>,
    pub parts: Vec<Part>,
    pub family_first: Option<bool>,
    /// Which of `words` stand for the person alone: from, to.
    pub family: (usize, usize),
    /// Known by one word only, which is mostly somebody else's or nobody's: only where the sentence shows a person.
    pub shy: bool,
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
        let (found, known) = repeats(finder, agree(finder, found));
        let found = headlines(finder, pairs(finder, found));
        let mut document = Self { persons: Vec::new(), named: Vec::new() };
        for one in found {
            let person = document.full_name(finder, &one);
            document.named.push(Named { found: one, person, full: person.is_some() });
        }
        document.families(finder, &known);
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
        // "Abdallah II" is whole: a king has a number and no family name.
        let number = finder.layout.word(found.last.checked_sub(1)?);
        let king = words.len() == 1 && is_suffix(number);
        if (parts.len() < 2 || words.len() < 2 || finder.surname_first(found.first)) && !king {
            return None;
        }
        let turns =
            |words: &[String]| words.first().is_some_and(|word| finder.lexicon.family_first_name(word));
        let generation = variants::generation(finder.text(found));
        // Father and son are two.
        let other = |person: &Person| {
            person.generation.is_some() && generation.is_some() && person.generation != generation
        };
        let same = self.persons.iter().position(|person| {
            if other(person) {
                return false;
            }
            person.words == words
                || !king
                    && (variants::same_initials(&person.parts, &parts)
                        || variants::fit(&person.parts, &parts, turns(&words) || turns(&person.words))
                            .is_some())
        });
        // "Barros Lopez" of "Joaquin Barros Lopez".
        let end = |person: &Person| words.len() > 1 && person.words.ends_with(&words);
        let same = same.or_else(|| self.persons.iter().rposition(|person| end(person) && !other(person)));
        let at = same.unwrap_or_else(|| {
            self.persons.push(Person::default());
            self.persons.len() - 1
        });
        let person = self.persons.get_mut(at)?;
        person.generation = person.generation.or(generation);
        if parts.len() > person.parts.len() {
            person.ties = ties_of(finder, found, words.len());
            person.words = words;
            person.parts = parts;
        }
        Some(at)
    }

    /// Settles which words of each name stand for the person alone, by use, then by the lists.
    fn families(&mut self, finder: &Finder<'_, '_>, known: &[(Vec<String>, bool)]) {
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
            let known = known.iter().find(|(words, _)| *words == person.words);
            let uses = |word: &str| alone.get(word).copied().unwrap_or(0);
            let listed = finder.lexicon.family_first_name(first) && !is_western(finder.lexicon, first, last);
            person.family_first = match known {
                Some((_, true)) => Some(true),
                _ if uses(first) > 0 && uses(last) == 0 && listed => Some(true),
                _ if uses(last) > 0 && uses(first) == 0 && finder.lexicon.given_name(first) => Some(false),
                _ => None,
            };
            // "Choe Son-hui": two syllables of a given name stand last.
            let syllables = person.words.len() == 3 && person.ties.last() == Some(&2);
            let turned = person.family_first.unwrap_or(listed || syllables);
            let count = person.words.len();
            let tied = person.ties.iter().rev().take_while(|tie| **tie == 1).count();
            let from =
                (1..count).find(|at| person.words.get(*at).is_some_and(|word| variants::is_particle(word)));
            person.family = match from {
                _ if turned => (0, 1),
                Some(from) if from + 1 < count => (from, count),
                _ => (count.saturating_sub(1 + tied), count),
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
        let mut recent = Recent::of(self.persons.len());
        let mut extra = Vec::new();
        for at in 0..finder.layout.tokens.len() {
            let owner = taken.get(at).and_then(|index| index.checked_sub(1)).map(|index| index as usize);
            if let Some(index) = owner {
                let Some(named) = self.named.get_mut(index) else { continue };
                if let (true, Some(person)) = (named.full, named.person) {
                    recent.say(person, at);
                    continue;
                }
                if named.found.first != at || named.person.is_some() {
                    continue;
                }
                let was = named.found;
                if was.kind == NameKind::Person
                    && let Some(person) = self
                        .bearer(finder, &by_word, &recent, index)
                        .or_else(|| self.newcomer(finder, &mut by_word, &mut recent, &was))
                {
                    // The sentence may have shown only a part: "Karnataka DGP Ann Roe".
                    let reach = self.reach(finder, person, was.last - 1, true).filter(|(first, last)| {
                        let free = |i: usize| taken.get(i) == Some(&0);
                        *last == was.last && *first < was.first && (*first..was.first).all(free)
                    });
                    let found = Found { first: reach.map_or(was.first, |reach| reach.0), ..was };
                    let full = self.is_full(finder, person, &found);
                    if let Some(named) = self.named.get_mut(index) {
                        *named = Named { found, person: Some(person), full };
                    }
                    recent.call(finder.words.folded(was.last - 1), person);
                    continue;
                }
            }
            let role = finder.titled.get(at).and_then(|title| title.checked_sub(1));
            if !finder.words.capital(at) || role.is_some_and(|role| !finder.lone_role(role)) {
                continue;
            }
            let Some((person, first, last)) = self.pick(finder, &by_word, &recent, at) else { continue };
            let found = Found { first, last, kind: NameKind::Person, strength: STRONG };
            let full = self.is_full(finder, person, &found);
            let named = Named { found, person: Some(person), full };
            recent.call(finder.words.folded(at), person);
            match owner.and_then(|index| Some((index, self.named.get(index)?.found))) {
                Some((index, other)) => {
                    let word = finder.layout.word(at);
                    // However sure the tagger is of a word that no list knows, the article's own full name is surer.
                    let listed = finder.lexicon.organisation(word) || finder.lexicon.place(word);
                    let better = other.last <= last
                        && self.outranks(by_word.get(finder.words.folded(at)), &other, listed);
                    if let Some(place) = self.named.get_mut(index).filter(|_| better) {
                        *place = named;
                    }
                }
                None => extra.push(named),
            }
        }
        self.named.extend(extra);
        self.named.sort_by_key(|named| (named.found.first, named.found.last));
        self.named.dedup_by(|b, a| b.found.first < a.found.last);
    }

    /// Whether a mention has more than what stands for the person alone.
    fn is_full(&self, finder: &Finder<'_, '_>, person: usize, found: &Found) -> bool {
        let Some(person) = self.persons.get(person) else { return false };
        let alone = person.family.1.saturating_sub(person.family.0).max(1);
        person.parts.len() > 1 && words_of(finder, found).len() > alone
    }

    /// Who a name is that the sentence shows to be a person's, by its last word, else by its first.
    fn bearer(
        &self,
        finder: &Finder<'_, '_>,
        by_word: &FxHashMap<String, Vec<(usize, bool)>>,
        recent: &Recent,
        index: usize,
    ) -> Option<usize> {
        let words = words_of(finder, &self.named.get(index)?.found);
        let word = words.last()?;
        let those = by_word.get(word).or_else(|| by_word.get(words.first()?));
        match those {
            Some(those) => recent.latest(finder, those, word, self.named.get(index)?.found.first),
            None => self.persons.iter().position(|person| slip(person, word)),
        }
    }

    /// A new person, called by a given name that somebody introduced later has too.
    fn newcomer(
        &mut self,
        finder: &Finder<'_, '_>,
        by_word: &mut FxHashMap<String, Vec<(usize, bool)>>,
        recent: &mut Recent,
        found: &Found,
    ) -> Option<usize> {
        let words = words_of(finder, found);
        let [word] = words.as_slice() else { return None };
        by_word.get_mut(word)?.push((self.persons.len(), true));
        recent.enter(found.first);
        let parts = variants::parts(word);
        self.persons.push(Person { words, parts, family: (0, 1), ..Person::default() });
        Some(self.persons.len() - 1)
    }

    /// Persons that the article names by one word only: those for whom more speaks than against them.
    fn lone(&mut self, finder: &Finder<'_, '_>, by_word: &mut FxHashMap<String, Vec<(usize, bool)>>) {
        let mut votes: FxHashMap<String, (i32, u8, u32)> = FxHashMap::default();
        let mut seen: FxHashMap<&str, Seen> = FxHashMap::default();
        for at in (0..finder.layout.tokens.len()).filter(|at| finder.words.capital(*at)) {
            seen.entry(finder.words.folded(at)).or_default().count(finder, at);
        }
        for named in self.named.iter().filter(|named| !named.full) {
            let Some(word) = words_of(finder, &named.found).pop() else { continue };
            let strength = named.found.strength;
            let vote = votes.entry(word).or_default();
            if named.found.kind == NameKind::Person {
                vote.0 += i32::from(strength);
                vote.1 = vote.1.max(strength);
                vote.2 += 1;
            } else if named.found.last == named.found.first + 1 {
                vote.0 -= i32::from(strength);
            }
        }
        for named in &self.named {
            if named.found.kind != NameKind::Person || named.full {
                continue;
            }
            let words = words_of(finder, &named.found);
            let Some(word) = words.last() else { continue };
            if by_word.contains_key(word) || self.persons.iter().any(|person| slip(person, word)) {
                continue;
            }
            let (sum, best, count) = votes.get(word).copied().unwrap_or_default();
            if sum <= 0 || best < 3 {
                continue;
            }
            let seen = seen.get(word.as_str()).copied().unwrap_or_default();
            let titled = best > STRONG + 1;
            // One slip of the tagger must not make a person of a brand or a people all over the article.
            if !titled && seen.other > 1 && seen.other >= seen.person {
                continue;
            }
            let shy = !titled && count * 5 < seen.all;
            let parts = variants::parts(&words.join(" "));
            by_word.insert(word.clone(), vec![(self.persons.len(), true)]);
            let family = (0, words.len());
            self.persons.push(Person { words, parts, family, shy, ..Person::default() });
        }
    }

    /// Whether a person is meant where something else was found: a full name outranks a guess.
    fn outranks(&self, those: Option<&Vec<(usize, bool)>>, found: &Found, listed: bool) -> bool {
        let full = those.is_some_and(|those| {
            those.iter().any(|(person, family)| {
                *family && self.persons.get(*person).is_some_and(|p| p.parts.len() > 1)
            })
        });
        found.kind == NameKind::Person || (full && (found.strength < 5 || !listed)) || found.strength < 3
    }

    /// Who the lone word at `at` is, and the span of the name.
    fn pick(
        &self,
        finder: &Finder<'_, '_>,
        by_word: &FxHashMap<String, Vec<(usize, bool)>>,
        recent: &Recent,
        at: usize,
    ) -> Option<(usize, usize, usize)> {
        let word = finder.words.folded(at);
        let titled = follows_title(finder, at);
        // "UN" is not the last syllable of somebody's name.
        if finder.layout.token(at)?.upper && !finder.words.shouted(at) {
            return None;
        }
        let exact = by_word.get(word);
        if finder.lexicon.demonym(finder.layout.word(at)).is_some() && !titled {
            return None;
        }
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
        let person = recent.latest(finder, &those, word, at)?;
        let family = those.iter().any(|(other, family)| *other == person && *family);
        // Somebody known by one word only is not every such word.
        let whole = self.persons.get(person).is_some_and(|person| person.parts.len() > 1);
        let outside = finder.tags.get(at).is_some_and(|tag| tag.kind.is_none() && tag.margin > CERTAIN);
        if !titled && self.persons.get(person)?.shy {
            return None;
        }
        let (first, last) = self.reach(finder, person, at, family)?;
        let alone = self.stands_alone(finder, (first, last), family);
        if !titled && (!alone || (outside && !(whole && family))) {
            return None;
        }
        Some((person, first, last))
    }

    /// How far the name of a person reaches around the word at `at`: "von der Leyen", "Roe-Doe". `None` if the word is
    /// part of a name that is tied together by a hyphen and not this person's.
    fn reach(
        &self,
        finder: &Finder<'_, '_>,
        person: usize,
        at: usize,
        family: bool,
    ) -> Option<(usize, usize)> {
        let person = self.persons.get(person)?;
        let words = finder.words;
        let hyphen = |i: usize| {
            finder.layout.word(i) == "-" && finder.layout.token(i).is_some_and(|token| !token.spaced)
        };
        let (mut first, mut last) = (at, at + 1);
        let Some(mine) = person.words.iter().position(|word| word == words.folded(at)) else {
            // A slip of the pen.
            return Some((first, last));
        };
        let (from, to) = if family { person.family } else { (mine, mine + 1) };
        // What stands before the family name may stand here too: "Mary Roe" of "Ann Mary Roe".
        for back in (0..mine).rev() {
            if back < from && !family {
                break;
            }
            let step = 1 + usize::from(first > 0 && hyphen(first - 1));
            let Some(before) = first
                .checked_sub(step)
                .filter(|i| person.words.get(back).is_some_and(|w| w == words.folded(*i)))
            else {
                break;
            };
            first = before;
        }
        for ahead in mine + 1..to {
            let step = usize::from(hyphen(last));
            if person.words.get(ahead).is_none_or(|word| word != words.folded(last + step)) {
                break;
            }
            last += step + 1;
        }
        // "Roe-Doe" of another, unless both are people of the article: then each is named.
        let foreign = |i: usize| {
            words.capital(i)
                && !self.persons.iter().any(|other| other.words.iter().any(|word| word == words.folded(i)))
        };
        let tied =
            (hyphen(last) && foreign(last + 1)) || (first >= 2 && hyphen(first - 1) && foreign(first - 2));
        (!tied).then_some((first, last))
    }

    /// Whether a word is a name by itself here and no part of a longer one.
    fn stands_alone(&self, finder: &Finder<'_, '_>, (at, last): (usize, usize), family: bool) -> bool {
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
        let next = last;
        let firm = words.capital(next) && (is_body(words.folded(next)) || is_firm(words.folded(next)));
        let behind =
            !glued(next) && (firm || name(next)) && (!words.shouted(next) || is_body(words.folded(next)));
        let before = at > 0 && !glued(at) && name(at - 1) && !words.starts(at - 1) && !words.shouted(at - 1);
        !behind && !before
    }
}

/// What the tagger says of a word alone, all over the article.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    all: u32,
    person: u32,
    /// Something else, or nothing, where its capital means anything.
    other: u32,
}

impl Seen {
    fn count(&mut self, finder: &Finder<'_, '_>, at: usize) {
        self.all += 1;
        let goes_on = |at: usize| finder.tags.get(at).is_some_and(|tag| tag.kind.is_some() && !tag.begins);
        let longer = goes_on(at) || goes_on(at + 1);
        match finder.tags.get(at).map(|tag| tag.kind) {
            Some(Some(NameKind::Person)) => self.person += u32::from(!longer),
            _ => self.other += u32::from(!finder.words.shouted(at)),
        }
    }
}

/// Above this margin the tagger's "no name here" holds against a guess.
const CERTAIN: u8 = 12;

impl Finder<'_, '_> {
    /// "Bin Said", "al-Sisi": a surname with its particle; "Ben Roe" and "Al Roe" are full names.
    fn surname_first(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        variants::is_particle(word)
            && !(self.words.capital(at)
                && self.layout.word(at + 1) != "-"
                && matches!(word, "ben" | "al" | "della"))
    }

    /// A role that nobody has here: one word, of which a name may be made ("Cardinal", "King").
    fn lone_role(&self, role: u32) -> bool {
        self.phrases.get(role as usize).is_some_and(|phrase| {
            phrase.last == phrase.first + 1 && !phrase.honorific() && !self.words.capital(phrase.last)
        })
    }

    /// The index of the sentence a token stands in.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.layout.sentences.partition_point(|sentence| sentence.tokens().start <= at)
    }

    /// Whether a token stands where people are named before they are introduced.
    pub(super) fn ahead(&self, at: usize) -> bool {
        let sentence = self.sentence(at).checked_sub(1).and_then(|index| self.layout.sentences.get(index));
        let zone = sentence.map(|sentence| self.layout.zone_of(sentence));
        matches!(zone, Some(ZoneKind::Headline | ZoneKind::Summary | ZoneKind::Caption))
    }

    fn speech(&self, at: usize) -> bool {
        super::spans::says(self.words.folded(at))
    }
}

/// Whether a misspelt word may be this person's family name.
fn slip(person: &Person, word: &str) -> bool {
    let (from, to) = person.family;
    let [family] = person.words.get(from..to).unwrap_or_default() else { return false };
    let close = family.len().abs_diff(word.len()) <= 2 && family.chars().next() == word.chars().next();
    word != family && word.len() >= 7 && close && Part::new(word).near(&Part::new(family))
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
