//! Whether what the tagger took for a person can be one: not a room, a law, a ship, an acronym, or the verb
//! of a headline.

use super::{Candidate, NameContext};
use crate::lang::names::NameClass;
use crate::names::NameKind;
use crate::names::extent::split_pair;

/// Letters of the longest article that begins a name in lower case: "al-Sisi", "ad-Dabir".
const MAX_ARTICLE_LETTERS: usize = 2;

/// Letters of the shortest acronym before a name: "JD" and "K" are initials.
const MIN_ACRONYM_LETTERS: usize = 3;

/// The shortest word that is tied to a name and not a syllable of it.
const MIN_TIED_BYTES: usize = 5;

/// Letters of the longest word in capitals that is taken for an acronym.
const MAX_ACRONYM_LETTERS: usize = 5;

impl NameContext<'_, '_> {
    /// The name of a person in what the tagger took for one, or of the thing that it is. Nothing if it is
    /// neither.
    pub(super) fn plausible(&self, found: Candidate) -> Option<Candidate> {
        if found.kind != NameKind::Person {
            return Some(found);
        }
        let found = self.unfinished(self.in_headline(self.behind_others(found)));
        let Candidate { first, last, .. } = found;
        let initials = (first..last).filter(|at| self.words.word(*at)).all(|at| self.is_letter(at));
        if first >= last || initials || self.is_acronym(first, last) || self.is_thing(first, last) {
            return None;
        }
        // "X-ray Lithochemistry": what a lower-case word begins, unless that belongs to names: "van", "al".
        let small = !self.words.capital(first)
            && self.words.word(first)
            && !self.words.particle(first)
            && self.words.folded(first).chars().count() > MAX_ARTICLE_LETTERS;
        if small || self.is_month_or_party(first, last) || self.is_in_a_case(first, last) {
            return None;
        }
        let tail = self.words.known(last - 1);
        let firm = first.checked_sub(1).is_some_and(|before| self.words.is(before, NameClass::MakesFirm));
        let person = last == first + 1 || self.is_full_name(first, last);
        if person && !firm {
            return Some(found);
        }
        // "Roe Administration": hers.
        if tail.is(NameClass::OfPerson) {
            return Some(Candidate { last: last - 1, ..found });
        }
        let kind = match tail {
            _ if firm => NameKind::Organisation,
            tail if tail.is(NameClass::PlaceTail) => NameKind::Place,
            tail if tail.is(NameClass::Body) => NameKind::Organisation,
            tail if tail.is(NameClass::Event) => return None,
            _ => NameKind::Person,
        };
        Some(Candidate { kind, ..found })
    }

    /// Without what belongs to somebody else: "McRoe CEO Dave Doe", "Roe’s Claude".
    fn behind_others(&self, found: Candidate) -> Candidate {
        let other = (found.first + 1..found.last).rev().find(|at| {
            self.title_at(*at).is_some_and(|title| !self.is_lone(title))
                || !self.words.word(*at) && self.is_possessive(*at)
        });
        let first = other.map_or(found.first, |at| at + 1);
        let mut first = self.behind_a_tie(self.behind_an_acronym(first, found.last), found.last);
        // "Roe-", where the next name is another's.
        let mark = |at: &usize| self.layout.word(*at) == "-";
        let last = found.last - usize::from(found.last.checked_sub(1).is_some_and(|at| mark(&at)));
        // "First Class Heath Roe", "North Asia Craig Roe"
        if first + 2 < found.last && self.words.is(first, NameClass::NeverGiven) {
            let given = |at: &usize| {
                self.lexicon.given_name(self.words.folded(*at)) && !self.lexicon.place(self.layout.word(*at))
            };
            first = (first + 1..found.last - 1).find(given).unwrap_or(first);
        }
        Candidate { first, last, ..found }
    }

    /// "APNSA Ann Roe", "FEMA Administrator Ann Roe": what an acronym leads to is not part of the name.
    fn behind_an_acronym(&self, first: usize, last: usize) -> usize {
        let word = self.layout.word(first);
        let acronym = word.chars().count() >= MIN_ACRONYM_LETTERS
            && word.chars().all(char::is_uppercase)
            && !self.layout.token(first + 1).is_some_and(|next| next.upper)
            && !self.lexicon.person_name(self.words.folded(first));
        let given = |at: &usize| self.lexicon.given_name(self.words.folded(*at)) && !self.in_title(*at);
        if acronym && first + 2 < last { (first + 1..last - 1).find(given).unwrap_or(first) } else { first }
    }

    /// "Trump-appointed Ann Roe": another's name with a word of ours tied to it.
    fn behind_a_tie(&self, first: usize, last: usize) -> usize {
        let tied = |at: &usize| {
            self.layout.word(*at) == "-"
                && self.layout.is_glued(*at)
                && self.words.word(at + 1)
                && !self.words.capital(at + 1)
                && self.words.folded(at + 1).len() >= MIN_TIED_BYTES
        };
        (first + 1..last.saturating_sub(2)).find(tied).map_or(first, |at| at + 2)
    }

    /// A month or a party on its own: "a November poll", "a senior Democrat".
    fn is_month_or_party(&self, first: usize, last: usize) -> bool {
        let known = self.words.known(first);
        let titled = first.checked_sub(1).is_some_and(|before| self.in_title(before));
        last == first + 1 && !titled && known.is(NameClass::NeverName) && !known.is(NameClass::MonthName)
    }

    /// "Roe v. Wade".
    fn is_in_a_case(&self, first: usize, last: usize) -> bool {
        let versus = |at: usize| self.words.is(at, NameClass::Versus);
        let stop = |at: usize| usize::from(self.layout.word(at) == ".");
        let before = first.checked_sub(1).and_then(|at| at.checked_sub(stop(at)));
        versus(last) || before.is_some_and(versus)
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.layout.token(at).is_some_and(|token| token.kind == crate::text::TokenKind::Possessive)
    }

    /// In a headline, without the words around the name: "Roe Announces", "Amid Roe".
    fn in_headline(&self, found: Candidate) -> Candidate {
        let Candidate { mut first, mut last, .. } = found;
        let name = |at: usize| self.words.word(at) && !self.is_plain_word(at);
        if self.words.shouted(first) && last > first + 1 && (first..last).any(name) {
            first = (first..last).find(|at| name(*at)).unwrap_or(first);
            last = (first..last).rfind(|at| name(*at) || !self.words.word(*at)).map_or(last, |at| at + 1);
        }
        Candidate { first, last, ..found }
    }

    /// An initial is not the end of a name: "JOSEPH R. BIDEN".
    fn unfinished(&self, found: Candidate) -> Candidate {
        let Candidate { first, last, .. } = found;
        let initial = last > first && self.is_letter(last - 1) && self.layout.word(last) == ".";
        let stop = initial
            && self.layout.is_glued(last)
            && self.words.capital(last + 1)
            && !self.words.opens(last + 1);
        let end = if stop { self.extent.name(first).unwrap_or(last) } else { last };
        Candidate { last: end.max(last), ..found }
    }

    /// A word of a headline that is hardly a name: an everyday word, or a form of a verb. "Jan" and "Wood"
    /// are words as well, but names of people.
    fn is_plain_word(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        let name = self.is_letter(at) || self.lexicon.given_name(word) || self.lexicon.family_name(word);
        !name && (self.words.common(at, self.lexicon) || self.words.is_verb_form(at, self.lexicon))
    }

    fn is_letter(&self, at: usize) -> bool {
        self.words.folded(at).chars().count() == 1
    }

    /// "HSI", but not a speaker’s label in a transcript.
    fn is_acronym(&self, first: usize, last: usize) -> bool {
        let upper = self.layout.token(first).is_some_and(|token| token.upper && token.span.len() > 1);
        upper
            && last == first + 1
            && !self.words.shouted(first)
            && self.words.folded(first).len() <= MAX_ACRONYM_LETTERS
            && self.layout.word(last) != ":"
            && !first.checked_sub(1).is_some_and(|before| self.in_title(before))
            && !self.lexicon.family_name(self.words.folded(first))
    }

    /// A thing, as its first word, the word before it, or its hyphen shows: "North Roe", "USS Ann Roe".
    fn is_thing(&self, first: usize, last: usize) -> bool {
        let begins = self.words.known(first);
        let ship = first
            .checked_sub(1)
            .is_some_and(|before| self.words.is(before, NameClass::NamesThing) && self.words.capital(before));
        let pair = split_pair(self.layout, first, last).is_some_and(|(a, b)| {
            self.is_letter(a) || ![a, b].iter().any(|at| self.lexicon.person_name(self.words.folded(*at)))
        });
        let compass = last > first + 1 && begins.is(NameClass::NeverGiven);
        let ends_in_people = last > first + 1
            && self.lexicon.demonym(self.layout.word(last - 1)).is_some()
            && !self.lexicon.given_name(self.words.folded(first));
        ship || pair || compass || ends_in_people || last > first + 1 && begins.is(NameClass::NamesThing)
    }

    /// A name that ends in a family name, whatever that means as a word: "Jude Law", but "Peace Law".
    fn is_full_name(&self, first: usize, last: usize) -> bool {
        self.lexicon.family_name(self.words.folded(last - 1)) && !self.is_plain_word(first)
    }
}
