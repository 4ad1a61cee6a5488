//! Candidates from the tagger, without the titles it included.

use super::{Candidate, DOUBT_MARGIN, NameContext, STRONG, SURE_MARGIN};
use crate::lang::names::NameClass;
use crate::names::NameKind;
use crate::names::extent::split_pair;

impl NameContext<'_, '_> {
    /// The tagger's names, without the titles it included.
    pub(super) fn by_tags(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(tag) = self.tags.get(at) {
            let Some(kind) = tag.kind.filter(|_| !self.parts(at)) else {
                at += 1;
                continue;
            };
            let mut last = at + 1;
            while self.tags.get(last).is_some_and(|tag| tag.kind == Some(kind) && !tag.begins)
                && !self.parts(last)
            {
                last += 1;
            }
            let mut first = at;
            let began = at;
            at = last;
            // A lone "Baron" or "King" is a name if the tagger is sure of it.
            let lone =
                last - first == 1 && self.tags.get(first).is_some_and(|tag| tag.margin >= DOUBT_MARGIN);
            if kind == NameKind::Person && (!lone || self.words.capital(last)) {
                while first < last
                    && (self.in_title(first)
                        || self.lexicon.demonym(self.layout.word(first)).is_some()
                        || self.words.is(first, NameClass::NotFirst)
                        || (self.words.is(first, NameClass::IndefiniteA)
                            && self.layout.word(first + 1) != ".")
                        || !self.words.word(first))
                {
                    first += 1;
                }
            }
            // "CEO Forum": what is left of a thing's name once the title is removed.
            let tail = self.words.known(last.saturating_sub(1));
            let thing =
                tail.is(NameClass::Body) || tail.is(NameClass::Event) || tail.is(NameClass::PlaceTail);
            if kind == NameKind::Person && thing && last - first == 1 {
                continue;
            }
            // "State Councilor": an office is not an organisation.
            if kind == NameKind::Organisation && (first..last).all(|i| self.in_role(i)) {
                continue;
            }
            // "Biden-Harris Administration": of two people.
            if kind == NameKind::Organisation
                && last > first + 1
                && self.words.is(last - 1, NameClass::OfPerson)
                && let Some((a, b)) = split_pair(self.layout, first, last - 1)
            {
                let two = [a, b].map(|at| Candidate {
                    first: at,
                    last: at + 1,
                    kind: NameKind::Person,
                    strength: STRONG,
                });
                out.extend(two);
                continue;
            }
            // "China-Russia": two places, not an organisation of both.
            if let Some((a, b)) = split_pair(self.layout, first, last)
                && kind == NameKind::Organisation
                && [a, b].iter().all(|i| self.lexicon.place(self.layout.word(*i)))
            {
                let (kind, strength) = (NameKind::Place, self.trust(kind, first, last));
                out.extend([a, b].map(|at| Candidate { first: at, last: at + 1, kind, strength }));
                continue;
            }
            if kind == NameKind::Person && first < last && first == began {
                first = self.given_before(first);
            }
            if first < last {
                let after = self.words.is(last, NameClass::NamedAfter) && !self.words.capital(last);
                // "Ann Roe Films", whether or not the tagger included "Films".
                let behind = kind == NameKind::Person
                    && self.words.capital(last)
                    && !self.words.shouted(last)
                    && self.layout.token(last).is_some_and(|token| token.spaced)
                    && self.words.is(last, NameClass::Firm);
                let last = last + usize::from(behind);
                let firm = last > first + 1 && self.words.is(last - 1, NameClass::Firm);
                let kind = match kind {
                    NameKind::Person if after => NameKind::Place,
                    NameKind::Person if firm => NameKind::Organisation,
                    _ => kind,
                };
                let last = match kind {
                    NameKind::Person => self.extent.suffix(self.extent.hyphened(last, last - 1)),
                    _ => last,
                };
                let found = Candidate { first, last, kind, strength: self.trust(kind, first, last) };
                out.extend(self.plausible(found));
                at = last;
            }
        }
        out
    }

    /// Whether a mark parts the names beside it, whatever the tagger says: cells of a row, a dash without
    /// spaces, a list mark, a comma that holds no name together.
    fn parts(&self, at: usize) -> bool {
        match self.layout.word(at) {
            "\t" | "|" | "—" | "―" | "•" | ";" => true,
            "," => self.layout.is_glued(at + 1),
            // "Ann Roe - Jan Doe": a list in one line.
            "-" | "–" => [at, at + 1].iter().all(|at| self.layout.token(*at).is_some_and(|t| t.spaced)),
            _ => false,
        }
    }

    /// Adds a given name or initials that the tagger left out: "Hossein", "JD", "K".
    pub(super) fn given_before(&self, first: usize) -> usize {
        let Some(at) = first.checked_sub(1) else { return first };
        let text = self.layout.word(at);
        let initials = text.chars().count() <= 2
            && text.chars().all(|c| c.is_ascii_uppercase())
            && !self.layout.language.names.classes.has(text, NameClass::NotInitials);
        let given = self.lexicon.given_name(self.words.folded(at)) && !self.words.common(at, self.lexicon);
        let free = self.words.capital(at)
            && self.outside_titles(at)
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

    /// Whether a token belongs to an office's own name, rather than to the country or organisation.
    fn in_role(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|phrase| (phrase.head.0..phrase.head.1).contains(&at))
    }

    /// How far the tagger can be trusted.
    fn trust(&self, kind: NameKind, first: usize, last: usize) -> u8 {
        let tags = self.tags.get(first..last).unwrap_or_default();
        let margin =
            tags.iter().filter(|tag| tag.kind == Some(kind)).map(|tag| tag.margin).min().unwrap_or(0);
        let strength = match margin {
            SURE_MARGIN.. => 5,
            DOUBT_MARGIN.. => 4,
            _ if last - first > 1 => 3,
            8.. => 2,
            _ => 1,
        };
        if strength > 2 || kind != NameKind::Person {
            return strength;
        }
        // A single word needs more evidence.
        let word = self.words.folded(first);
        let said = self.words.is(last, NameClass::SpeechVerb)
            || first.checked_sub(1).is_some_and(|at| self.words.is(at, NameClass::SpeechVerb));
        let listed =
            (self.lexicon.family_name(word) || self.lexicon.given_name(word)) && !self.lexicon.place(word);
        strength + u8::from(said) + u8::from(listed && (said || !self.words.starts(first)))
    }
}
