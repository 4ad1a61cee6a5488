//! Candidates from context, where the tagger was not sure: names that end like an organisation's, subjects of
//! verbs that people do, and speakers in a transcript.

use crate::lang::names::NameClass;
use std::ops::Range;

use super::{Candidate, DOUBT_MARGIN, NameContext, STRONG, SURE_MARGIN, UNSURE_MARGIN};
use crate::names::NameKind;
use crate::text::TokenKind;

impl NameContext<'_, '_> {
    /// Runs of capitalised words that end like an organisation's name, where the tagger was not sure:
    /// "Ruritanian Water Authority".
    pub(super) fn bodies(&self, out: &mut Vec<Candidate>) {
        for sentence in &self.layout.sentences {
            let Range { start: mut first, end } = sentence.tokens();
            while first < end {
                if !self.words.capital(first) || !self.outside_titles(first) {
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
                let body = self.words.is(last - 1, NameClass::Body) && !self.words.shouted(first);
                if body && last - from > 1 && self.unsure(from, last) {
                    out.push(Candidate { first: from, last, kind: NameKind::Organisation, strength: 2 });
                }
                first = last;
            }
        }
    }

    /// "Theresa May may": a month’s name after a given name, where no day or year follows.
    pub(super) fn named_like_months(&self, out: &mut Vec<Candidate>) {
        for at in (1..self.layout.tokens.len()).filter(|at| self.words.is(*at, NameClass::MonthName)) {
            let given = self.words.capital(at - 1)
                && !self.words.opens(at)
                && self.outside_titles(at - 1)
                && self.lexicon.given_name(self.words.folded(at - 1))
                && !self.words.common(at - 1, self.lexicon);
            let dated = self.layout.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
            if given
                && !dated
                && self.words.capital(at)
                && self.layout.token(at).is_some_and(|token| token.spaced)
            {
                out.push(Candidate { first: at - 1, last: at + 1, kind: NameKind::Person, strength: STRONG });
            }
        }
    }

    /// "Roe praised …": a family name on its own before a verb that people do, where the tagger saw at most a
    /// faint name. A guess, for the corpus to settle.
    pub(super) fn surnames(&self, out: &mut Vec<Candidate>) {
        for at in (0..self.layout.tokens.len()).filter(|at| self.words.capital(*at)) {
            let (word, next) = (self.words.folded(at), self.words.folded(at + 1));
            let who = next == "," && self.words.is(at + 2, NameClass::RelativeWho);
            let verb = self.words.known(at + 1);
            let does = who
                || verb.is(NameClass::SpeechVerb)
                || verb.is(NameClass::SurnameVerb)
                || next.ends_with("ed");
            let acts = verb.is(NameClass::SpeechVerb) || verb.is(NameClass::LeftVerb);
            // In a name list, or in no word list at all.
            let torn = self.tags.get(at).is_some_and(|tag| tag.margin < UNSURE_MARGIN);
            let name = match self.lexicon.rank(word) {
                0 => who || (torn && acts) || self.lexicon.person_name(word),
                rank => rank > 1 && self.lexicon.person_name(word) && !self.lexicon.given_name(word),
            };
            // "JD Vance flew …"
            let first = self.given_before(at);
            let alone = !self.words.capital(at + 1)
                && (self.words.starts(first)
                    || !first.checked_sub(1).is_some_and(|before| self.words.capital(before)))
                && self.outside_titles(at)
                && !self.words.common(at, self.lexicon)
                && !self.words.shouted(at);
            let text = self.layout.word(at);
            // "IndiGo" is a brand; "McRoe" is not.
            let camel = text.chars().skip(3).any(char::is_uppercase);
            let other = camel
                || self.lexicon.place(text)
                || self.lexicon.organisation(text)
                || self.lexicon.demonym(text).is_some();
            // What the tagger saw too faintly to be trusted alone; "who" speaks against a place.
            let free = self.tags.get(at).is_some_and(|tag| match tag.kind {
                None => tag.margin < 2 * UNSURE_MARGIN,
                Some(NameKind::Person) => tag.margin < DOUBT_MARGIN,
                _ => tag.margin < if who { SURE_MARGIN } else { UNSURE_MARGIN },
            });
            if does && name && alone && !other && free {
                // "Roe, who …" is as strong as a title.
                let strength = if who { STRONG + 2 } else { 3 };
                out.push(Candidate { first, last: at + 1, kind: NameKind::Person, strength });
            }
        }
    }

    /// "Ann Roe: …" and "Ann Roe (translated): …" at the start of a paragraph: the speaker in a transcript.
    pub(super) fn speakers(&self, out: &mut Vec<Candidate>) {
        for sentence in &self.layout.sentences {
            let Range { start: first, end } = sentence.tokens();
            if !sentence.zone.of(&self.layout.zones).is_some_and(|zone| {
                self.layout.token(first).is_some_and(|token| token.span.start == zone.span.start)
            }) {
                continue;
            }
            let mut last = first;
            while last < end.min(first + 5) && self.words.capital(last) && self.outside_titles(last) {
                last += 1;
            }
            let mut colon = last;
            if self.layout.word(last) == "(" {
                colon = (last..end.min(last + 6))
                    .find(|at| self.layout.word(*at) == ")")
                    .map_or(end, |at| at + 1);
            }
            let names = (first..last).all(|at| self.is_speakers_name(at));
            let whole = last > first + 1 && self.layout.word(colon) == ":" && names;
            if whole && !self.layout.word(first).chars().all(char::is_uppercase) {
                out.push(Candidate { first, last, kind: NameKind::Person, strength: 3 });
            }
        }
    }

    /// Whether a word before a colon may be part of a name: listed as one, or in no word list.
    fn is_speakers_name(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        !self.words.common(at, self.lexicon)
            && (self.lexicon.rank(word) == 0 || self.lexicon.person_name(word))
    }
}
