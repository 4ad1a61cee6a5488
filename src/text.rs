//! The shape of a file before any of it is understood: zones, sentences, tokens, and the three ways editors
//! count columns.

pub mod buffer;
mod document;
pub mod index;
pub mod lines;
pub mod marks;
pub mod normalise;
pub mod position;
mod sentences;
mod tokens;
mod unwrapped;
mod zones;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::lang::Language;
pub use document::{DocId, Place};
pub use index::{Index, indexed};
pub use normalise::is_invisible;
pub use tokens::{Token, TokenKind};
pub use zones::{Zone, ZoneKind, dateline};

/// A half-open range of UTF-8 byte offsets into one text. Both ends lie on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// From byte `start` up to byte `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// `len` bytes from `start` on.
    pub const fn sized(start: u32, len: usize) -> Self {
        Self::new(start, start + len as u32)
    }

    /// In bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `offset` lies inside, the end included: a cursor after the last letter is still on the word.
    pub const fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether all of `other` lies in it.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether some byte lies in both.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text under the span; empty where the span does not fit `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A sentence: where it stands, its zone and its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub zone: Index<Zone>,
    /// Places in [`Layout::tokens`], half-open. Half the size of a `Range<usize>`: sentences are kept.
    tokens: (u32, u32),
}

impl Sentence {
    /// Its tokens: places in [`Layout::tokens`], half-open.
    pub const fn tokens(&self) -> Range<usize> {
        self.tokens.0 as usize..self.tokens.1 as usize
    }
}

/// One text split into zones, sentences and tokens. Lives while the article is read; only zones and sentences
/// are kept.
#[derive(Debug)]
pub struct Layout<'t> {
    pub text: &'t str,
    /// The language of the text; every reader of the layout takes its words from here.
    pub language: &'t Language,
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

/// A text on its way to a [`Layout`]: its zones, and its words whole where lines end inside them.
#[derive(Debug)]
pub struct Source<'t> {
    text: Cow<'t, str>,
    zones: Vec<Zone>,
}

impl<'t> Source<'t> {
    /// Divides `text` into zones and mends words that are divided at the end of a line.
    pub fn of(text: &'t str, language: &Language) -> Self {
        let zones = zones::split(text, &language.text);
        Self { text: unwrapped::unwrapped(text, &zones, &language.text), zones }
    }

    /// The text with its words whole.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<'t> Layout<'t> {
    /// Splits a text in which no word is divided; only tests and benches know that.
    pub fn of(text: &'t str, language: &'t Language) -> Self {
        Self::split(text, zones::split(text, &language.text), language)
    }

    /// Splits a text; places in it are those of the file.
    pub fn of_source(source: &'t Source<'_>, language: &'t Language) -> Self {
        Self::split(&source.text, source.zones.clone(), language)
    }

    /// Splits zones into tokens and tokens into sentences, in one pass each. Furniture has a zone but neither
    /// tokens nor sentences, so nothing downstream ever reads it.
    fn split(text: &'t str, zones: Vec<Zone>, language: &'t Language) -> Self {
        let mut layout = Self { text, language, zones, sentences: Vec::new(), tokens: Vec::new() };
        for index in 0..layout.zones.len() {
            let Some(zone) = layout.zones.get(index).copied() else { break };
            if !zone.kind.is_prose() {
                continue;
            }
            let first = layout.tokens.len();
            tokens::split(text, zone.span, &language.text, &mut layout.tokens);
            sentences::split(&mut layout, Index::new(index), first);
        }
        layout
    }

    /// The text under a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &'t str {
        unwrapped::without_fill(span.of(self.text))
    }

    /// The token at a place in `tokens`; `None` past the end.
    #[inline]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// Whether a token exists and has no white space before it.
    #[inline]
    pub fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| !token.spaced)
    }

    /// The written form of a token; empty past the end, so look-ahead needs no bounds check.
    #[inline]
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| self.slice(token.span))
    }

    /// The kind of the zone a sentence stands in.
    pub fn zone_of(&self, sentence: &Sentence) -> ZoneKind {
        sentence.zone.of(&self.zones).map_or(ZoneKind::Body, |zone| zone.kind)
    }

    /// The sentence that a token stands in; the last one for a token past the end.
    pub fn sentence_of(&self, token: usize) -> Index<Sentence> {
        let after = self.sentences.partition_point(|sentence| sentence.tokens().start <= token);
        Index::new(after.saturating_sub(1))
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens()).unwrap_or_default()
    }
}
