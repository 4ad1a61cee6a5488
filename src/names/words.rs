//! What the reader needs to know about single words: their form without case, whether they begin a sentence,
//! and how the article writes them elsewhere.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::Lexicon;
use super::gazetteer::Word;
use crate::lang::KnownWord;
use crate::lang::names::NameClass;
use crate::text::{Layout, TokenKind, is_invisible};

/// Every token of an article in lower case, with what its capitals show.
#[derive(Debug)]
pub(super) struct Words<'t> {
    folded: Vec<Cow<'t, str>>,
    flags: Vec<u8>,
    /// The classes of each word.
    known: Vec<KnownWord<'t, NameClass>>,
    /// Words that occur in lower case somewhere in the article.
    lower: FxHashSet<Cow<'t, str>>,
}

const CAPITAL: u8 = 1;
const STARTS: u8 = 2;
/// In a sentence in title case or all capitals, where case shows nothing.
const SHOUTED: u8 = 4;
const WORD: u8 = 8;
/// The first token of a sentence, mark or word: no name crosses it.
const OPENS: u8 = 16;
const COMMON: u8 = 32;

impl<'t> Words<'t> {
    /// Reads all tokens once.
    pub fn of(layout: &Layout<'t>, lexicon: &Lexicon) -> Self {
        let mut flags = vec![0; layout.tokens.len()];
        let mut folded = Vec::with_capacity(layout.tokens.len());
        for (token, flag) in layout.tokens.iter().zip(&mut flags) {
            let word = layout.slice(token.span);
            let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Mixed);
            *flag |= if is_word { WORD } else { 0 };
            *flag |= if is_word && token.capital { CAPITAL } else { 0 };
            folded.push(lower(word));
        }
        for sentence in &layout.sentences {
            let range = sentence.tokens();
            let tokens = layout.tokens_of(sentence);
            let (mut long, mut raised) = (0, 0);
            for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) {
                long += 1;
                raised += u32::from(token.capital);
            }
            let shouted = long >= 3 && raised * 5 >= long * 4;
            if let Some(flag) = flags.get_mut(range.start) {
                *flag |= OPENS;
            }
            let mut fresh = true;
            for (flag, at) in flags.get_mut(range.clone()).unwrap_or_default().iter_mut().zip(range) {
                *flag |= if shouted { SHOUTED } else { 0 };
                if *flag & WORD != 0 {
                    *flag |= if fresh { STARTS } else { 0 };
                    fresh = false;
                } else if matches!(layout.word(at), "“" | "\"" | ":" | "•" | "‘") {
                    fresh = true;
                }
            }
        }
        let small = layout
            .tokens
            .iter()
            .zip(&folded)
            .filter(|(token, _)| token.kind == TokenKind::Word && !token.capital);
        // The "un" of "Jong-un" is not a use of "un" as a word.
        let lower = small.filter(|(token, _)| token.spaced).map(|(_, word)| word.clone()).collect();
        let classes = &layout.language.names.classes;
        let known = folded.iter().map(|word| classes.find(word)).collect();
        let mut words = Self { folded, flags, known, lower };
        // Needed again and again, so looked up once.
        for at in 0..words.flags.len() {
            if words.capital(at)
                && words.is_common(at, lexicon)
                && let Some(flag) = words.flags.get_mut(at)
            {
                *flag |= COMMON;
            }
        }
        words
    }

    /// In lower case, without invisible characters; empty past the end.
    #[inline]
    pub fn folded(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", |word| word.as_ref())
    }

    /// The classes of the word in lower case; in none past the end.
    #[inline]
    pub fn known(&self, at: usize) -> KnownWord<'t, NameClass> {
        self.known.get(at).copied().unwrap_or_default()
    }

    /// Whether the word in lower case is in a class.
    #[inline]
    pub fn is(&self, at: usize, class: NameClass) -> bool {
        self.known(at).is(class)
    }

    #[inline]
    fn flag(&self, at: usize, flag: u8) -> bool {
        self.flags.get(at).is_some_and(|flags| flags & flag != 0)
    }

    /// A word with a capital.
    #[inline]
    pub fn capital(&self, at: usize) -> bool {
        self.flag(at, CAPITAL)
    }

    /// A word, with or without digits; no mark and no number.
    #[inline]
    pub fn word(&self, at: usize) -> bool {
        self.flag(at, WORD)
    }

    /// The first word of a sentence or a quotation: its capital shows nothing.
    #[inline]
    pub fn starts(&self, at: usize) -> bool {
        self.flag(at, STARTS)
    }

    /// In a sentence in title case or all capitals, where case shows nothing.
    #[inline]
    pub fn shouted(&self, at: usize) -> bool {
        self.flag(at, SHOUTED)
    }

    /// Whether the article writes the word in lower case anywhere.
    pub fn lowered(&self, at: usize) -> bool {
        self.lower.contains(self.folded(at))
    }

    /// The first token of a sentence, mark or word.
    #[inline]
    pub fn opens(&self, at: usize) -> bool {
        self.flag(at, OPENS)
    }

    /// A particle of a name in lower case: "van", "bin".
    pub fn particle(&self, at: usize) -> bool {
        self.word(at) && !self.capital(at) && self.is(at, NameClass::Particle)
    }

    /// A word that is hardly ever a name, as its use here or in general shows.
    pub fn common(&self, at: usize, lexicon: &Lexicon) -> bool {
        if self.capital(at) { self.flag(at, COMMON) } else { self.is_common(at, lexicon) }
    }

    /// Whether the word is in no list of names and ends like a form of a verb that is known: "Announces".
    pub fn is_verb_form(&self, at: usize, lexicon: &Lexicon) -> bool {
        const ENDINGS: [(&str, &str); 6] =
            [("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")];
        let word = self.folded(at);
        let stems = ENDINGS.iter().filter_map(|(ending, rest)| Some((word.strip_suffix(ending)?, rest)));
        let known = |stem: &str| {
            (1..=MAX_KNOWN_RANK).contains(&lexicon.rank(stem))
                && !lexicon.given_name(stem)
                && !lexicon.family_name(stem)
        };
        let mut verbs = stems.filter(|(stem, _)| stem.len() >= MIN_STEM_LETTERS);
        !lexicon.given_name(word)
            && !lexicon.family_name(word)
            && !lexicon.family_first_name(word)
            && verbs.any(|(stem, rest)| known(&format!("{stem}{rest}")))
    }

    fn is_common(&self, at: usize, lexicon: &Lexicon) -> bool {
        let word = self.folded(at);
        if word.len() == 1 && self.capital(at) && !self.is(at, NameClass::OneLetterWord) {
            return false;
        }
        self.lowered(at) || self.is(at, NameClass::NeverName) || hardly_a_name(word, lexicon)
    }
}

/// Whether a word is hardly ever a name, wherever it stands: an everyday word in no name list.
fn hardly_a_name(word: &str, lexicon: &Lexicon) -> bool {
    let known = lexicon.word(word);
    (1..=MAX_EVERYDAY_RANK).contains(&known.rank()) && !known.is(Word::GIVEN | Word::FAMILY_FIRST)
}

/// Ranks up to this are everyday words.
const MAX_EVERYDAY_RANK: u64 = 7;

/// Ranks up to this are words that most readers know.
const MAX_KNOWN_RANK: u64 = 11;

/// Letters of the shortest verb that is looked for in a longer word.
const MIN_STEM_LETTERS: usize = 3;

fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    if !word.chars().any(|c| c.is_uppercase() || is_invisible(c) || c == '’') {
        return Cow::Borrowed(word);
    }
    let shown = word.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(shown.flat_map(|c| if c == '’' { '\''.to_lowercase() } else { c.to_lowercase() }).collect())
}
