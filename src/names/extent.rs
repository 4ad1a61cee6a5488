//! How far a person's name reaches from its first word: hyphens, particles, initials, quoted nicknames,
//! "Jr.".

use super::NameKind;
use super::lexicon::Lexicon;
use super::tagger::Tag;
use super::titles::TitlePhrase;
use super::words::Words;
use crate::lang::names::NameClass;
use crate::lang::text::TextClass;
use crate::text::{Index, Layout, TokenKind};

/// Tokens in the longest name.
const MAX_NAME_TOKENS: usize = 12;

/// The article around a name whose end is looked for.
#[derive(Clone, Copy)]
pub(super) struct NameExtent<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a Words<'t>,
    pub lexicon: &'a Lexicon,
    pub titled: &'a [Option<Index<TitlePhrase>>],
    pub tags: &'a [Tag],
}

impl NameExtent<'_, '_> {
    /// The end of the name that begins at `first`, or `None` if none can.
    pub fn name(&self, first: usize) -> Option<usize> {
        if !self.words.capital(first) {
            return None;
        }
        let mut last = self.hyphened(first + 1, first);
        while last < first + MAX_NAME_TOKENS {
            let Some(next) = self.further(first, last) else { break };
            last = next;
        }
        Some(self.suffix(last))
    }

    /// The end of the name including its next part, if there is one at `at`.
    fn further(&self, first: usize, at: usize) -> Option<usize> {
        let token = self.layout.token(at).filter(|_| !self.words.opens(at))?;
        let before = self.layout.word(at - 1);
        let single =
            before.chars().count() == 1 || self.layout.language.text.has(before, TextClass::ShortName);
        // "R." is an initial; its full stop is glued to it.
        if self.layout.word(at) == "." && !token.spaced && single && self.words.capital(at + 1) {
            return Some(at + 1);
        }
        if token.kind == TokenKind::Punct
            && token.spaced
            && matches!(self.layout.word(at), "“" | "\"" | "'" | "‘")
        {
            return self.nickname(at);
        }
        // "L.Roe": an initial may be written without a space.
        let initial = self.layout.word(at - 1) == "."
            && at
                .checked_sub(2)
                .is_some_and(|i| self.layout.word(i).chars().count() == 1 && self.words.capital(i));
        if token.kind != TokenKind::Word || !(token.spaced || initial) {
            return None;
        }
        if self.titled.get(at).is_some_and(Option::is_some) {
            return None;
        }
        if self.words.capital(at) {
            if self.ends_here(first, at) {
                return None;
            }
            return Some(self.hyphened(at + 1, at));
        }
        self.particles(at)
    }

    /// "van der Leyen", "bin Said", "al-Sisi", "ad-Dabir": particles with the name they belong to.
    pub fn particles(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while next < at + 3 && (self.words.particle(next) || self.is_article(next)) {
            let glued = self.layout.word(next + 1) == "-" || matches!(self.layout.word(next + 1), "’" | "'");
            next += 1 + usize::from(glued);
        }
        // In "Roe and Doe" and "Roe de facto" the name does not continue.
        let name = next > at && self.words.capital(next) && !self.words.is(at, NameClass::Connective);
        name.then(|| self.hyphened(next + 1, next))
    }

    /// "al" of "al-Sisi", "ad" of "ad-Dabir".
    fn is_article(&self, at: usize) -> bool {
        !self.words.capital(at)
            && self.layout.word(at + 1) == "-"
            && self.words.word(at)
            && self.words.folded(at).len() <= 3
            && self.words.capital(at + 2)
    }

    /// Includes "-un" after "Jong".
    pub fn hyphened(&self, mut last: usize, mut from: usize) -> usize {
        while self.layout.word(last) == "-"
            && self.layout.is_glued(last)
            && self.layout.token(last + 1).is_some_and(|token| !token.spaced && token.kind == TokenKind::Word)
            && (self.words.capital(last + 1) || self.syllable(from, last + 1))
        {
            from = last + 1;
            last += 2;
        }
        last
    }

    /// "Jong-un", "Doo-hwan"; not "Beijing-based", "Putin-led".
    fn syllable(&self, from: usize, at: usize) -> bool {
        let (head, tail) = (self.words.folded(from), self.words.folded(at));
        // "Moon Jae-in": a word elsewhere, a syllable here.
        let korean = from.checked_sub(1).is_some_and(|before| {
            self.words.capital(before) && self.lexicon.family_first_name(self.words.folded(before))
        });
        if korean && head.len() <= 5 && tail.len() <= 3 && self.words.is(at, NameClass::SyllableWord) {
            return true;
        }
        head.len() <= 5
            && tail.len() <= 5
            && !self.words.lowered(at)
            && !self.words.is(at, NameClass::NotSyllable)
    }

    fn nickname(&self, at: usize) -> Option<usize> {
        let close = (at + 1..at + 4).find(|i| matches!(self.layout.word(*i), "”" | "\"" | "'" | "’"))?;
        let inside = close > at + 1 && (at + 1..close).all(|i| self.words.capital(i));
        let mut next = close + 1;
        while next < close + 3 && self.words.particle(next) {
            next += 1;
        }
        let name = inside
            && self.words.capital(next)
            && self.layout.token(close + 1).is_some_and(|token| token.spaced);
        (name && self.lexicon.person_name(self.words.folded(next))).then(|| self.hyphened(next + 1, next))
    }

    /// Whether a capitalised word begins something other than the rest of the name.
    fn ends_here(&self, first: usize, at: usize) -> bool {
        let word = self.layout.word(at);
        if self.lexicon.demonym(word).is_some() {
            return true;
        }
        // "Remarks by President Roe Before Talks"
        let known = self.words.known(at);
        if self.words.shouted(at) && known.is(NameClass::NeverName) && !known.is(NameClass::MonthName) {
            return true;
        }
        // "President Roe Announces": in a headline the tagger takes the verb for a name.
        if self.words.shouted(at) && self.words.is_verb_form(at, self.lexicon) {
            return true;
        }
        // The tagger sees whole names where a single word shows nothing: "John Major".
        if self.tags.get(at).is_some_and(|tag| tag.kind == Some(NameKind::Person) && !tag.begins) {
            return false;
        }
        let single = word.chars().count() == 1;
        let upper = self.layout.token(at).is_some_and(|token| token.upper);
        let first_upper = self.layout.token(first).is_some_and(|token| token.upper);
        if upper && !first_upper && !is_suffix(self.layout, word) && !single {
            return true;
        }
        if self.words.common(at, self.lexicon) {
            return true;
        }
        // In a headline every word has a capital, so a word in no name list ends a name that may be complete.
        self.words.shouted(at)
            && at > first + 1
            && !single
            && !self.lexicon.person_name(self.words.folded(at))
            && (1..=11).contains(&self.lexicon.rank(self.words.folded(at)))
    }

    /// Includes ", Jr." and "III".
    pub fn suffix(&self, last: usize) -> usize {
        // "Joseph Roe Jr": its full stop is part of it.
        let ends = last.checked_sub(1).is_some_and(|at| {
            self.layout.language.names.classes.has(self.layout.word(at), NameClass::JuniorSuffix)
        });
        if ends && self.layout.word(last) == "." && self.layout.is_glued(last) {
            return last + 1;
        }
        let comma = usize::from(self.layout.word(last) == ",");
        let at = last + comma;
        let word = self.layout.word(at);
        let known = self.layout.language.names.classes.find(word);
        if !known.is(NameClass::NumberSuffix) || (comma == 1 && !known.is(NameClass::JuniorSuffix)) {
            return last;
        }
        let dot = self.layout.word(at + 1) == "." && known.is(NameClass::JuniorSuffix);
        at + 1 + usize::from(dot)
    }
}

/// Whether a word as it is written is a suffix that belongs to the name: "Jr", "III".
pub(super) fn is_suffix(layout: &Layout<'_>, word: &str) -> bool {
    layout.language.names.classes.has(word, NameClass::NumberSuffix)
}

/// The tokens on both sides of the one hyphen of "Roe-Doe".
pub(super) fn split_pair(layout: &Layout<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let hyphen = last == first + 3 && matches!(layout.word(first + 1), "-" | "–");
    hyphen.then_some((first, first + 2))
}
