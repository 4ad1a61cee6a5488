//! Which name a title belongs to: one that it precedes in the same noun phrase, or that it stands beside as
//! an apposition. Members of a list give each other nothing: "Ann Roe, Jan Doe and the French ambassador".

use super::TitlePhrase;
use super::edges::Edges;
use crate::lang::names::NameClass;
use crate::lang::offices::OfficeClass;
use crate::names::words::Words;
use crate::text::Layout;

/// Titles that may precede one name: "State Councilor, Foreign Minister and Special Envoy Dr Roe".
const MAX_STACKED_TITLES: usize = 4;

/// Tokens that the rest of a title may take before its noun phrase ends: "for hostage affairs of the …".
const MAX_REST_TOKENS: usize = 10;

/// The noun phrases around titles.
pub(super) struct NounPhrases<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a Words<'t>,
    pub phrases: &'a [TitlePhrase],
    pub edges: &'a Edges,
}

impl NounPhrases<'_, '_> {
    /// The people who hold the title, by the indexes of their mentions: several only for a plural.
    pub fn holders(&self, at: usize) -> Vec<usize> {
        let Some(phrase) = self.phrases.get(at) else { return Vec::new() };
        if phrase.plural {
            return self.listed(phrase);
        }
        let one = self.named_behind(at).or_else(|| {
            let before = self.named_before(at);
            before.or_else(|| self.named_in_apposition(at))
        });
        one.into_iter().collect()
    }

    /// "Presidents Roe and Doe".
    fn listed(&self, phrase: &TitlePhrase) -> Vec<usize> {
        let mut out = Vec::new();
        let mut at = phrase.behind(self.layout, self.words);
        while let Some(mention) = self.person_at(at) {
            out.push(mention);
            let mut next = self.edges.after(self.layout, mention);
            if self.layout.word(next) == "," && self.person_at(next + 1).is_none() {
                next += 1;
            }
            if !self.words.is(next, NameClass::TitleJoint) {
                break;
            }
            at = next + 1;
        }
        if out.len() > 1 { out } else { Vec::new() }
    }

    /// The name that a title precedes, with further titles between them: "Foreign Minister Dr Ann Roe",
    /// "State Councilor and Foreign Minister Ann Roe".
    fn named_behind(&self, first: usize) -> Option<usize> {
        let mut phrase = self.phrases.get(first)?;
        // A title that ends a headline is not that of whoever opens the text.
        let here = self.layout.sentence_of(phrase.first);
        let person_at = |at: usize| self.person_at(at).filter(|_| self.layout.sentence_of(at) == here);
        for next in self.phrases.iter().skip(first + 1).take(MAX_STACKED_TITLES) {
            let behind = phrase.behind(self.layout, self.words);
            if let Some(mention) = person_at(behind) {
                return Some(mention);
            }
            let joined = self.is_and(behind);
            if next.first != behind + usize::from(joined)
                || next.plural
                || !joined && self.is_to_place(phrase)
                || joined && (next.honorific() || self.two_people(phrase, next))
            {
                return None;
            }
            phrase = next;
        }
        person_at(phrase.behind(self.layout, self.words))
    }

    /// "adviser to Maine" before "governor Roe": the place is the next title's.
    fn is_to_place(&self, phrase: &TitlePhrase) -> bool {
        (phrase.head.1..phrase.last).any(|at| self.words.is(at, NameClass::To))
    }

    /// Whether two titles that "and" joins are those of two people: "the President and Prime Minister Roe".
    fn two_people(&self, first: &TitlePhrase, second: &TitlePhrase) -> bool {
        let seats = &self.layout.language.offices;
        let one_seat = |phrase: &TitlePhrase| seats.has(phrase.role, OfficeClass::OneSeat);
        let alone =
            self.determined(first) && (first.country.is_none() || self.written_otherwise(first, second));
        alone
            || second.country.is_some() && second.country != first.country
            || one_seat(first) && one_seat(second)
    }

    /// "the president", "his president".
    fn determined(&self, phrase: &TitlePhrase) -> bool {
        phrase.first.checked_sub(1).is_some_and(|at| self.words.is(at, NameClass::DefiniteSign))
    }

    /// Whether only one of the two titles has a capital: "the Chinese president and Foreign Minister Roe".
    fn written_otherwise(&self, first: &TitlePhrase, second: &TitlePhrase) -> bool {
        self.words.capital(first.head.0) != self.words.capital(second.head.0)
    }

    /// "Ann Roe, the US national security adviser, …", "Ann Roe (president)".
    fn named_before(&self, title: usize) -> Option<usize> {
        let phrase = self.phrases.get(title)?;
        let mut mark = phrase.first.checked_sub(1)?;
        // "Ann Roe, chair and president of the club"
        if self.is_and(mark) {
            let first = title.checked_sub(1).filter(|first| {
                self.phrases
                    .get(*first)
                    .is_some_and(|first| first.last == mark && !self.two_people(first, phrase))
            })?;
            return self.close(phrase).and_then(|_| self.named_before(first));
        }
        if self.words.is(mark, NameClass::BeforeTitle) {
            mark = mark.checked_sub(1)?;
        }
        if !matches!(self.layout.word(mark), "," | "(" | "–" | "—") {
            return None;
        }
        let holder = self.edges.ends(self.layout, mark.checked_sub(1)?)?;
        let close = self.close(phrase)?;
        // "Ann Roe, Jan Doe, the French ambassador, and …"
        let goes_on = self.layout.word(close) == "," && self.is_and(close + 1);
        let begins = self.edges.before(self.layout, holder);
        let listed = begins.is_some_and(|at| {
            self.layout.word(at) == "," && at.checked_sub(1).is_some_and(|at| self.person_ends(at))
        });
        (!(goes_on && listed)).then_some(holder)
    }

    /// "China's foreign minister, Ann Roe, said".
    fn named_in_apposition(&self, at: usize) -> Option<usize> {
        let phrase = self.phrases.get(at)?;
        if !phrase.definite || self.layout.word(phrase.last) != "," {
            return None;
        }
        // "Jan Doe, the French ambassador, Ann Roe": a list.
        let before = phrase.first.checked_sub(1 + usize::from(self.determined(phrase)));
        if before.is_some_and(|at| {
            self.layout.word(at) == "," && at.checked_sub(1).is_some_and(|at| self.person_ends(at))
        }) {
            return None;
        }
        // "Jan Doe, adviser to the board and director of the office, Ambassador Ann Roe": his.
        if before.is_some_and(|at| self.is_and(at)) {
            return None;
        }
        let mut name = phrase.last + 1;
        for next in self.phrases.iter().skip(at + 1).take(MAX_STACKED_TITLES) {
            if next.first == name && !next.definite {
                name = next.behind(self.layout, self.words);
            }
        }
        let holder = self.person_at(name)?;
        let close = self.edges.after(self.layout, holder);
        let closed = match self.layout.word(close) {
            "," => !self.is_and(close + 1) && !self.begins_someone(close + 1),
            "." | ":" | ";" | "–" | "—" => true,
            _ => self.words.opens(close) || close >= self.layout.tokens.len(),
        };
        closed.then_some(holder)
    }

    /// Where the noun phrase of a title ends, if nothing shows that it is another person's: a mark, or a word
    /// that leads on to what the office is about. "…, the president said" is a clause, "…, the president’s
    /// aide" an aide, and in "…, Chief of Defense Jan Doe" the name follows.
    fn close(&self, phrase: &TitlePhrase) -> Option<usize> {
        let mut at = phrase.behind(self.layout, self.words);
        if self.is_and(at) {
            // "president and founder of …" goes on, and so does "the president and a member of the board,";
            // "the president and other guests" does not.
            let second = self.words.is(at + 1, NameClass::IndefiniteSign)
                && (at + 2..at + MAX_REST_TOKENS)
                    .find(|at| self.ends_phrase(*at))
                    .is_some_and(|at| self.layout.word(at) == ",");
            let founder = !phrase.definite && !self.words.capital(at + 1);
            return (self.begins_title(at + 1) || second || founder).then_some(at);
        }
        if self.ends_phrase(at) {
            return Some(at);
        }
        if !self.words.is(at, NameClass::AfterTitle)
            && self.layout.token(at)?.kind != crate::text::TokenKind::Number
        {
            return None;
        }
        let end = at + MAX_REST_TOKENS;
        while at < end && !self.ends_phrase(at) {
            let named = self.person_at(at).is_some() && self.words.capital(at - 1) && at > phrase.last + 1;
            if named {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// A mark that ends a noun phrase, or the end of the sentence.
    fn ends_phrase(&self, at: usize) -> bool {
        let mark = matches!(
            self.layout.word(at),
            "," | "." | ";" | ":" | ")" | "(" | "–" | "—" | "”" | "\"" | "?" | "!"
        );
        mark || self.words.opens(at) || at >= self.layout.tokens.len()
    }

    /// Whether a name or a title begins here.
    fn begins_someone(&self, at: usize) -> bool {
        self.person_at(at).is_some() || self.begins_title(at)
    }

    fn begins_title(&self, at: usize) -> bool {
        self.phrases.binary_search_by_key(&at, |phrase| phrase.first).is_ok()
    }

    fn is_and(&self, at: usize) -> bool {
        self.words.is(at, NameClass::TitleJoint) && self.layout.word(at) != ","
    }

    fn person_at(&self, at: usize) -> Option<usize> {
        self.edges.begins(self.layout, at)
    }

    fn person_ends(&self, at: usize) -> bool {
        self.edges.ends(self.layout, at).is_some()
    }
}
