//! Where names stand, sentence by sentence: what titles, lists and the company of words say, and what the tagger says,
//! brought to one set of disjoint spans. Surnames alone are for `document`.

mod lists;

use std::ops::Range;

use super::NameKind;
use super::gather::{Gather, split_pair};
use super::lexicon::Lexicon;
use super::tagger::Tag;
use super::titles::{Phrase, is_body};
use super::words::Words;
use crate::text::Layout;
use lists::{EVENTS, NAMED_AFTER, PLACES};
pub(super) use lists::{is_firm, says};

/// A name in the text: tokens, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub first: usize,
    pub last: usize,
    pub kind: NameKind,
    /// What speaks for it; names from [`STRONG`] on give way to nothing.
    pub strength: u8,
}

pub(super) const STRONG: u8 = 4;

pub(super) struct Finder<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a Words<'t>,
    pub lexicon: &'a Lexicon,
    pub phrases: &'a [Phrase],
    pub tags: &'a [Tag],
    pub gather: Gather<'a, 't>,
    /// For each token, the title it stands in (index + 1).
    pub titled: &'a [u32],
}

impl Finder<'_, '_> {
    /// What was found, as written.
    pub fn text(&self, found: &Found) -> &str {
        let (first, last) = (self.layout.token(found.first), self.layout.token(found.last.saturating_sub(1)));
        first.zip(last).map_or("", |(first, last)| self.layout.slice(first.span.cover(last.span)))
    }

    /// All names of the text, in order, disjoint.
    pub fn find(&self) -> Vec<Found> {
        let mut all = self.by_tags();
        self.behind_titles(&mut all);
        self.by_lists(&mut all);
        self.bodies(&mut all);
        self.surnames(&mut all);
        self.speakers(&mut all);
        settle(all)
    }

    /// Names of profiles, organisations and places of the lists.
    fn by_lists(&self, out: &mut Vec<Found>) {
        for sentence in &self.layout.sentences {
            let Range { start: mut at, end } = sentence.tokens();
            while at < end {
                if !self.words.capital(at) {
                    at += 1;
                    continue;
                }
                let found = self.listed(at, end);
                at = found.map_or(at + 1, |found| found.last);
                out.extend(found.filter(|found| self.unsure(found.first, found.last)));
            }
        }
    }

    /// Whether the tagger sees no name here but does not rule it out.
    fn unsure(&self, first: usize, last: usize) -> bool {
        let tags = self.tags.get(first..last).unwrap_or_default();
        tags.iter().all(|tag| tag.kind.is_none() && tag.margin < UNSURE)
    }

    fn listed(&self, at: usize, end: usize) -> Option<Found> {
        let words = || (at..end.min(at + 10)).map(|i| self.layout.word(i));
        let place = self.lexicon.longest_place(words()).map(|(count, _)| count);
        if let Some(count) = self.lexicon.longest_organisation(words())
            && place.is_none_or(|place| count >= place)
        {
            return Some(Found { first: at, last: at + count, kind: NameKind::Organisation, strength: 2 });
        }
        let count = place?;
        let name =
            self.layout.slice(self.layout.token(at)?.span.cover(self.layout.token(at + count - 1)?.span));
        // "Chinese" is of a place and names none; "Jordan Roe" is a person.
        let demonym =
            count == 1 && self.lexicon.demonym(name).is_some() && self.lexicon.country(name).is_none();
        if demonym || (count == 1 && self.starts_a_person(at)) {
            return None;
        }
        Some(Found { first: at, last: at + count, kind: NameKind::Place, strength: 2 })
    }

    /// Whether the token before or behind makes a place's name a person's.
    fn starts_a_person(&self, at: usize) -> bool {
        let name = |i: usize| {
            self.words.capital(i)
                && self.titled.get(i) == Some(&0)
                && self.layout.token(i).is_some_and(|token| token.spaced && !token.upper)
                && self.lexicon.person_name(self.words.folded(i))
                && !self.words.common(i, self.lexicon)
                && !self.lexicon.place(self.layout.word(i))
                && !is_body(self.words.folded(i))
        };
        let before = at > 0 && name(at - 1) && self.lexicon.given_name(self.words.folded(at - 1));
        before || (name(at + 1) && self.lexicon.given_name(self.words.folded(at)))
    }

    /// A name right behind a title is a person's.
    fn behind_titles(&self, out: &mut Vec<Found>) {
        for phrase in self.phrases {
            let at = phrase.last;
            let glued = self.layout.word(at) == "." && phrase.honorific();
            let at = at + usize::from(glued);
            if self.titled.get(at).is_some_and(|title| *title > 0) {
                continue;
            }
            let lower_role = !self.words.capital(phrase.head.1 - 1);
            // "Dr al-Ansari"
            let particles = self.gather.particles(at).filter(|_| self.layout.word(at + 1) == "-");
            let Some(last) = self.gather.name(at).or(particles) else { continue };
            // "S." is no name yet.
            if (at..last).all(|i| self.layout.word(i).chars().count() == 1) {
                continue;
            }
            let one = last == at + 1;
            let word = self.layout.word(at);
            let other = self.lexicon.demonym(word).is_some()
                || self.lexicon.organisation(word)
                || (self.lexicon.place(word) && (one || lower_role))
                || self
                    .layout
                    .token(at)
                    .is_some_and(|token| token.upper && !self.words.shouted(at) && token.span.len() > 2);
            let tagged = self.tags.get(at).is_some_and(|tag| {
                tag.margin >= SURE && tag.kind.is_some_and(|kind| kind != NameKind::Person)
            });
            // "Gen Z", "Metro Express": a lone word in no list of names, where the tagger sees no person.
            let unknown = one
                && !phrase.honorific()
                && !self.lexicon.person_name(self.words.folded(at))
                && self.tags.get(at).is_some_and(|tag| tag.kind != Some(NameKind::Person));
            if other
                || tagged
                || unknown
                || (one && self.words.common(at, self.lexicon) && !phrase.honorific())
            {
                continue;
            }
            let tail = self.words.folded(last - 1);
            if is_body(tail) || EVENTS.contains(&tail) || PLACES.contains(&tail) {
                continue;
            }
            out.push(Found { first: at, last, kind: NameKind::Person, strength: STRONG + 2 });
        }
    }

    /// Runs of capitals that end like the name of a body, where the tagger was not sure: "Ruritanian Water Authority".
    fn bodies(&self, out: &mut Vec<Found>) {
        for sentence in &self.layout.sentences {
            let Range { start: mut first, end } = sentence.tokens();
            while first < end {
                if !self.words.capital(first) || self.titled.get(first) != Some(&0) {
                    first += 1;
                    continue;
                }
                let mut last = first + 1;
                while last < end
                    && self.words.capital(last)
                    && self.layout.token(last).is_some_and(|token| token.spaced)
                {
                    last += 1;
                }
                let from = if self.words.starts(first) && self.words.common(first, self.lexicon) {
                    first + 1
                } else {
                    first
                };
                let body = is_body(self.words.folded(last - 1)) && !self.words.shouted(first);
                if body && last - from > 1 && self.unsure(from, last) {
                    out.push(Found { first: from, last, kind: NameKind::Organisation, strength: 2 });
                }
                first = last;
            }
        }
    }

    /// "Roe praised …": a family name by itself before what people do, where the tagger saw no name or hardly one. A
    /// guess, for the corpus to settle.
    fn surnames(&self, out: &mut Vec<Found>) {
        for at in (0..self.layout.tokens.len()).filter(|at| self.words.capital(*at)) {
            let (word, next) = (self.words.folded(at), self.words.folded(at + 1));
            let who = next == "," && matches!(self.words.folded(at + 2), "who" | "whose");
            let does = who
                || says(next)
                || matches!(next, "left" | "will" | "won" | "has" | "had" | "was" | "flew")
                || next.ends_with("ed");
            // In a list, or in no list of words either.
            let torn = self.tags.get(at).is_some_and(|tag| tag.margin < UNSURE);
            let name = match self.lexicon.rank(word) {
                0 => who || (torn && (says(next) || next == "left")) || self.lexicon.person_name(word),
                rank => rank > 1 && self.lexicon.person_name(word) && !self.lexicon.given_name(word),
            };
            // "JD Vance flew …"
            let first = self.given_before(at);
            let alone = !self.words.capital(at + 1)
                && (self.words.starts(first)
                    || !first.checked_sub(1).is_some_and(|before| self.words.capital(before)))
                && self.titled.get(at) == Some(&0)
                && !self.words.common(at, self.lexicon)
                && !self.words.shouted(at);
            let text = self.layout.word(at);
            // "IndiGo" is a brand; "McRoe" is not.
            let camel = text.chars().skip(3).any(char::is_uppercase);
            let other = camel
                || self.lexicon.place(text)
                || self.lexicon.organisation(text)
                || self.lexicon.demonym(text).is_some();
            // What the tagger saw too faintly to be believed by itself; "who" speaks against a place.
            let free = self.tags.get(at).is_some_and(|tag| match tag.kind {
                None => tag.margin < 2 * UNSURE,
                Some(NameKind::Person) => tag.margin < DOUBT,
                _ => tag.margin < if who { SURE } else { UNSURE },
            });
            if does && name && alone && !other && free {
                // "Roe, who …" is as good as a title.
                let strength = if who { STRONG + 2 } else { 3 };
                out.push(Found { first, last: at + 1, kind: NameKind::Person, strength });
            }
        }
    }

    /// "Ann Roe: …" and "Ann Roe (translated): …" at the start of a paragraph: who speaks in a transcript.
    fn speakers(&self, out: &mut Vec<Found>) {
        for sentence in &self.layout.sentences {
            let Range { start: first, end } = sentence.tokens();
            if !sentence.zone.of(&self.layout.zones).is_some_and(|zone| {
                self.layout.token(first).is_some_and(|token| token.span.start == zone.span.start)
            }) {
                continue;
            }
            let mut last = first;
            while last < end.min(first + 5) && self.words.capital(last) && self.titled.get(last) == Some(&0) {
                last += 1;
            }
            let mut colon = last;
            if self.layout.word(last) == "(" {
                colon = (last..end.min(last + 6))
                    .find(|at| self.layout.word(*at) == ")")
                    .map_or(end, |at| at + 1);
            }
            let name = |at: usize| {
                !self.words.common(at, self.lexicon)
                    && (self.lexicon.rank(self.words.folded(at)) == 0
                        || self.lexicon.person_name(self.words.folded(at)))
            };
            let whole = last > first + 1 && self.layout.word(colon) == ":" && (first..last).all(name);
            if whole && !self.layout.word(first).chars().all(char::is_uppercase) {
                out.push(Found { first, last, kind: NameKind::Person, strength: 3 });
            }
        }
    }

    /// The tagger's names, without the titles it took in.
    fn by_tags(&self) -> Vec<Found> {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(tag) = self.tags.get(at) {
            let Some(kind) = tag.kind else {
                at += 1;
                continue;
            };
            let mut last = at + 1;
            while self.tags.get(last).is_some_and(|tag| tag.kind == Some(kind) && !tag.begins) {
                last += 1;
            }
            let mut first = at;
            let began = at;
            at = last;
            // A lone "Baron" or "King" is a name if the tagger is sure of it.
            let lone = last - first == 1 && self.tags.get(first).is_some_and(|tag| tag.margin >= DOUBT);
            if kind == NameKind::Person && (!lone || self.words.capital(last)) {
                while first < last
                    && (self.titled.get(first).is_some_and(|title| *title > 0)
                        || self.lexicon.demonym(self.layout.word(first)).is_some()
                        || matches!(self.words.folded(first), "the" | "an" | "madam")
                        || (self.words.folded(first) == "a" && self.layout.word(first + 1) != ".")
                        || !self.words.word(first))
                {
                    first += 1;
                }
            }
            // "CEO Forum": what a title leaves of the name of a thing.
            let tail = self.words.folded(last.saturating_sub(1));
            let thing = is_body(tail) || EVENTS.contains(&tail) || PLACES.contains(&tail);
            if kind == NameKind::Person && thing && last - first == 1 {
                continue;
            }
            // "State Councilor": an office is no body.
            if kind == NameKind::Organisation && (first..last).all(|i| self.in_role(i)) {
                continue;
            }
            // "China-Russia": two places, not a body of both.
            if let Some((a, b)) = split_pair(self.layout, first, last)
                && kind == NameKind::Organisation
                && [a, b].iter().all(|i| self.lexicon.place(self.layout.word(*i)))
            {
                let strength = self.trust(kind, first, last);
                let place = |at: usize| Found { first: at, last: at + 1, kind: NameKind::Place, strength };
                out.extend([place(a), place(b)]);
                continue;
            }
            if kind == NameKind::Person && first < last && first == began {
                first = self.given_before(first);
            }
            if first < last {
                let after = NAMED_AFTER.contains(&self.words.folded(last)) && !self.words.capital(last);
                // "Ann Roe Films", whether or not the tagger took "Films" in.
                let behind = kind == NameKind::Person
                    && self.words.capital(last)
                    && !self.words.shouted(last)
                    && self.layout.token(last).is_some_and(|token| token.spaced)
                    && is_firm(self.words.folded(last));
                let last = last + usize::from(behind);
                let firm = last > first + 1 && is_firm(self.words.folded(last - 1));
                let kind = match kind {
                    NameKind::Person if after => NameKind::Place,
                    NameKind::Person if firm => NameKind::Organisation,
                    _ => kind,
                };
                let last = match kind {
                    NameKind::Person => self.gather.suffix(self.gather.hyphened(last, last - 1)),
                    _ => last,
                };
                out.push(Found { first, last, kind, strength: self.trust(kind, first, last) });
                at = last;
            }
        }
        out
    }

    /// Takes in a given name or initials that the tagger left out: "Hossein", "JD", "K".
    fn given_before(&self, first: usize) -> usize {
        let Some(at) = first.checked_sub(1) else { return first };
        let text = self.layout.word(at);
        let initials = text.chars().count() <= 2
            && text.chars().all(|c| c.is_ascii_uppercase())
            && !matches!(
                text,
                "A" | "I" | "PM" | "FM" | "CM" | "MP" | "VP" | "AG" | "TV" | "OK" | "NO" | "MR" | "DR"
            );
        let given = self.lexicon.given_name(self.words.folded(at)) && !self.words.common(at, self.lexicon);
        let free = self.words.capital(at)
            && self.titled.get(at) == Some(&0)
            && !self.words.shouted(at)
            && self.tags.get(at).is_some_and(|tag| tag.kind.is_none())
            && self.layout.token(first).is_some_and(|token| token.spaced)
            && !self.words.opens(first)
            && !self.lexicon.place(text)
            && !self.lexicon.organisation(text)
            && self.lexicon.acronym(text).is_none()
            && self.lexicon.demonym(text).is_none();
        if free && (initials || given) { at } else { first }
    }

    /// Whether a token is of an office's own name, not of what the office is held in.
    fn in_role(&self, at: usize) -> bool {
        let title = self.titled.get(at).and_then(|title| title.checked_sub(1));
        let phrase = title.and_then(|title| self.phrases.get(title as usize));
        phrase.is_some_and(|phrase| (phrase.head.0..phrase.head.1).contains(&at))
    }

    /// How far the tagger is to be believed.
    fn trust(&self, kind: NameKind, first: usize, last: usize) -> u8 {
        let tags = self.tags.get(first..last).unwrap_or_default();
        let margin =
            tags.iter().filter(|tag| tag.kind == Some(kind)).map(|tag| tag.margin).min().unwrap_or(0);
        let strength = match margin {
            SURE.. => 5,
            DOUBT.. => 4,
            _ if last - first > 1 => 3,
            8.. => 2,
            _ => 1,
        };
        if strength > 2 || kind != NameKind::Person {
            return strength;
        }
        // A word alone needs more to speak for it.
        let word = self.words.folded(first);
        let said = says(self.words.folded(last))
            || first.checked_sub(1).is_some_and(|at| says(self.words.folded(at)));
        let listed =
            (self.lexicon.family_name(word) || self.lexicon.given_name(word)) && !self.lexicon.place(word);
        strength + u8::from(said) + u8::from(listed && (said || !self.words.starts(first)))
    }
}

/// Margins of the tagger: above, it is nearly always right; below, a toss-up.
const SURE: u8 = 40;
const DOUBT: u8 = 16;
/// Outside with less than this may yet be a name that the lists know.
const UNSURE: u8 = 16;

/// Keeps the strongest of what overlaps (then the longest, then the first).
pub(super) fn settle(mut all: Vec<Found>) -> Vec<Found> {
    all.sort_by_key(|found| {
        (std::cmp::Reverse(found.strength), std::cmp::Reverse(found.last - found.first), found.first)
    });
    let most = all.iter().map(|found| found.last).max().unwrap_or(0);
    let mut taken = vec![false; most];
    let mut out = Vec::new();
    for found in all {
        let Some(place) = taken.get_mut(found.first..found.last) else { continue };
        if place.iter().any(|taken| *taken) {
            continue;
        }
        place.fill(true);
        out.push(found);
    }
    out.sort_by_key(|found| found.first);
    out
}

/// For each token the title it stands in, by index + 1.
pub(super) fn titled(layout: &Layout<'_>, phrases: &[Phrase]) -> Vec<u32> {
    let mut out = vec![0; layout.tokens.len()];
    for (at, phrase) in phrases.iter().enumerate() {
        let end = phrase.last + usize::from(phrase.honorific() && layout.word(phrase.last) == ".");
        out.get_mut(phrase.first..end).unwrap_or_default().fill(at as u32 + 1);
    }
    out
}
