//! The tokens of an article with the names and times that cover them, so that rules can look things up by
//! token index.

use crate::lang::KnownWord;
use crate::lang::meetings::{MeetingClass, MeetingWords};
use crate::names::{Mention, NameKind, Names, Title};
use crate::text::{Index, Layout, Sentence, Span, Token, TokenKind, ZoneKind};
use crate::time::{Sections, Timex};

/// A word with the classes that the meeting readers use.
pub(super) type MeetingWord<'a> = KnownWord<'a, MeetingClass>;

/// An article's tokens, each with its classes and with the mention, title and time that cover it.
pub(super) struct TokenView<'a> {
    pub layout: &'a Layout<'a>,
    pub names: &'a Names,
    pub times: &'a [Timex],
    pub sections: &'a Sections,
    /// The text in ASCII lower case, with the same offsets.
    lower: String,
    known: Vec<MeetingWord<'a>>,
    mention: Vec<Option<Index<Mention>>>,
    title: Vec<Option<Index<Title>>>,
    time: Vec<Option<Index<Timex>>>,
    /// Whether the token's sentence is in title case.
    title_case: Vec<bool>,
}

impl<'a> TokenView<'a> {
    /// Looks every token up once.
    pub fn of(layout: &'a Layout<'a>, times: &'a [Timex], sections: &'a Sections, names: &'a Names) -> Self {
        let tokens = &layout.tokens;
        let lower = layout.text.to_ascii_lowercase();
        let words = &layout.language.meetings;
        Self {
            layout,
            names,
            times,
            sections,
            known: tokens.iter().map(|t| words.find(t.word(&lower))).collect(),
            lower,
            mention: covering(tokens, names.mentions.iter().map(|m| m.span)),
            title: covering(tokens, names.titles.iter().map(|t| t.span)),
            time: covering(tokens, times.iter().map(|t| t.span)),
            title_case: layout.sentences.iter().map(|s| is_title_case(layout, s)).collect(),
        }
    }

    /// The token's word in lower case; empty outside the text.
    #[inline]
    pub fn low(&self, at: usize) -> &str {
        self.layout.token(at).map_or("", |t| t.word(&self.lower))
    }

    /// The token's word in lower case with its classes; in none outside the text.
    #[inline]
    pub fn known(&self, at: usize) -> MeetingWord<'a> {
        self.known.get(at).copied().unwrap_or_default()
    }

    /// Whether the token's word is in a class; in none outside the text.
    #[inline]
    pub fn is(&self, at: usize, class: MeetingClass) -> bool {
        self.known(at).is(class)
    }

    /// The words of meetings of the text's language.
    pub fn words(&self) -> &'a MeetingWords {
        &self.layout.language.meetings
    }

    /// The token itself; `None` outside the text.
    #[inline]
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.layout.token(at)
    }

    /// Whether the token begins with a capital.
    #[inline]
    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.capital)
    }

    /// Whether the token is a word, with or without digits.
    #[inline]
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Mixed))
    }

    /// A token inside a noun phrase that has no role in it: the full stop of "Mr.", and Markdown's brackets
    /// and asterisks around a name. After another title ("Security Advisor Dr. Roe") the full stop separates
    /// the two.
    pub fn is_filler(&self, at: usize) -> bool {
        match self.low(at) {
            "." => {
                let title = at.checked_sub(1).is_some_and(|i| self.is(i, MeetingClass::BeforeName));
                let titled = at.checked_sub(2).is_some_and(|i| self.is_capital(i));
                title && !titled && self.is_glued(at) && self.is_capital(at + 1)
            }
            "[" | "]" | "*" | "**" | "_" => true,
            _ => false,
        }
    }

    /// Whether the token makes a possessive of the one before it: "'s", or "'" after an s.
    /// The token before this one, over fillers; the first token of the text has none and gives itself.
    pub fn before(&self, at: usize) -> usize {
        let mut before = at.saturating_sub(1);
        while before > 0 && self.is_filler(before) {
            before -= 1;
        }
        before
    }

    pub fn is_possessive(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Possessive)
            || (matches!(self.low(at), "'" | "’")
                && self.token(at).is_some_and(|t| !t.spaced)
                && at.checked_sub(1).is_some_and(|b| self.low(b).ends_with('s')))
    }

    /// Whether the two neighbours are written as one word: "summit-level".
    #[inline]
    pub fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.spaced)
    }

    /// The mention by name that the token is part of.
    pub fn mention_index(&self, at: usize) -> Option<Index<Mention>> {
        *self.mention.get(at)?
    }

    /// The mention by name that the token is part of.
    pub fn mention(&self, at: usize) -> Option<&Mention> {
        self.mention_index(at)?.of(&self.names.mentions)
    }

    /// The person's mention that the token is part of.
    pub fn person(&self, at: usize) -> Option<&Mention> {
        self.mention(at).filter(|m| m.kind == NameKind::Person)
    }

    /// The two people right before the token in "Merkel–Macron summit", by token.
    pub fn pair_before(&self, at: usize) -> Option<(usize, usize)> {
        let second = at.checked_sub(1).filter(|i| self.person(*i).is_some())?;
        let hyphen = second.checked_sub(1).filter(|i| matches!(self.low(*i), "-" | "‑" | "–"))?;
        let first = hyphen.checked_sub(1).filter(|i| self.person(*i).is_some())?;
        Some((first, second))
    }

    /// The place's mention that the token is part of.
    pub fn place(&self, at: usize) -> Option<&Mention> {
        self.mention(at).filter(|m| m.kind == NameKind::Place)
    }

    /// The title that the token is part of.
    pub fn title_index(&self, at: usize) -> Option<Index<Title>> {
        *self.title.get(at)?
    }

    /// The title that the token is part of.
    pub fn title(&self, at: usize) -> Option<&Title> {
        self.title_index(at)?.of(&self.names.titles)
    }

    /// The time mention that the token is part of.
    pub fn time_index(&self, at: usize) -> Option<Index<Timex>> {
        *self.time.get(at)?
    }

    /// Whether a sentence is written in title case, where a capital says nothing.
    pub fn is_title_case(&self, sentence: Index<Sentence>) -> bool {
        self.title_case.get(sentence.row()).copied().unwrap_or(false)
    }

    /// The same for the sentence that holds this token.
    pub fn is_title_case_at(&self, token: usize) -> bool {
        self.is_title_case(self.layout.sentence_of(token))
    }

    /// First token at or after `offset`.
    pub fn token_at(&self, offset: u32) -> usize {
        self.layout.tokens.partition_point(|t| t.span.end <= offset)
    }

    /// The bytes of tokens `first..last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.token(first).map_or(0, |t| t.span.start);
        let end = last.checked_sub(1).and_then(|i| self.token(i)).map_or(start, |t| t.span.end);
        Span::new(start, end.max(start))
    }
}

/// For each token the index of the span that covers its first letter. Spans are in order and disjoint, or
/// equal: of those ("Presidents Roe and Doe" has two holders) it is the first.
fn covering<T>(tokens: &[Token], spans: impl Iterator<Item = Span>) -> Vec<Option<Index<T>>> {
    let mut out = vec![None; tokens.len()];
    for (index, span) in spans.enumerate() {
        let first = tokens.partition_point(|t| t.span.end <= span.start);
        for (token, slot) in tokens.iter().zip(&mut out).skip(first) {
            if token.span.start >= span.end {
                break;
            }
            slot.get_or_insert(Index::new(index));
        }
    }
    out
}

/// Whether a sentence is a headline or written like one: nearly every longer word begins with a capital. A
/// sentence full of names has a verb in lower case, however short: "President Trump met Vladimir Putin".
fn is_title_case(layout: &Layout<'_>, sentence: &Sentence) -> bool {
    let tokens = layout.tokens_of(sentence);
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 3);
    let capitals = words.clone().filter(|t| t.capital).count();
    let count = words.count();
    let floor = if layout.zone_of(sentence) == ZoneKind::Headline { 6 } else { 9 };
    count >= 2 && capitals * 10 >= count * floor && !tokens.iter().any(|token| is_met_verb(layout, token))
}

/// "met" in lower case.
fn is_met_verb(layout: &Layout<'_>, token: &Token) -> bool {
    let small = token.kind == TokenKind::Word && !token.capital;
    small && layout.language.meetings.find(layout.slice(token.span)).is(MeetingClass::MetVerb)
}
