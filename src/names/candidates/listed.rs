//! Candidates from the gazetteers: organisations and places, where the tagger does not rule a name out.

use crate::lang::names::NameClass;
use std::ops::Range;

use super::{Candidate, NameContext};
use crate::names::NameKind;

impl NameContext<'_, '_> {
    /// Names of profiles, organisations and places of the lists.
    pub(super) fn by_lists(&self, out: &mut Vec<Candidate>) {
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

    fn listed(&self, at: usize, end: usize) -> Option<Candidate> {
        let words = || (at..end.min(at + 10)).map(|i| self.layout.word(i));
        let place = self.lexicon.longest_place(words()).map(|(count, _)| count);
        if let Some(count) = self.lexicon.longest_organisation(words())
            && place.is_none_or(|place| count >= place)
        {
            return Some(Candidate {
                first: at,
                last: at + count,
                kind: NameKind::Organisation,
                strength: 2,
            });
        }
        let count = place?;
        let name =
            self.layout.slice(self.layout.token(at)?.span.cover(self.layout.token(at + count - 1)?.span));
        // "Chinese" refers to a place but does not name it; "Jordan Roe" is a person.
        let demonym =
            count == 1 && self.lexicon.demonym(name).is_some() && self.lexicon.country(name).is_none();
        if demonym || (count == 1 && self.starts_a_person(at)) {
            return None;
        }
        Some(Candidate { first: at, last: at + count, kind: NameKind::Place, strength: 2 })
    }

    /// Whether the token before or after turns a place name into a person's name.
    fn starts_a_person(&self, at: usize) -> bool {
        let before =
            at > 0 && self.is_name_beside(at - 1) && self.lexicon.given_name(self.words.folded(at - 1));
        before || (self.is_name_beside(at + 1) && self.lexicon.given_name(self.words.folded(at)))
    }

    /// Whether a token beside a place name can only belong to a person's.
    fn is_name_beside(&self, at: usize) -> bool {
        self.words.capital(at)
            && self.outside_titles(at)
            && self.layout.token(at).is_some_and(|token| token.spaced && !token.upper)
            && self.lexicon.person_name(self.words.folded(at))
            && !self.words.common(at, self.lexicon)
            && !self.lexicon.place(self.layout.word(at))
            && !self.words.is(at, NameClass::Body)
    }
}
