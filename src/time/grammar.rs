//! Tokens to time expressions: one pass over the tokens of each sentence, the longest reading at each place.

mod amounts;
mod bounds;
mod business;
mod calendar;
mod clock;
mod edges;
mod measures;
mod numbers;
mod numeric;
mod offsets;
mod order;
mod ranges;
mod refs;
mod relative;
mod seasons;
mod sets;
mod spoken;
mod tense;
mod weekdays;
mod years;

use std::ops::Range;

pub(super) use business::week_of_year;

use super::expr::{Expr, When};
use super::lexicon::{self, Word};
use super::unit::Unit;
use super::{Anchor, Modifier, Parts, Timex, TimexKind};
use crate::lang::WordClasses;
use crate::lang::time::TimeClass;
use crate::text::{Index, Layout, Span, ZoneKind};

/// Tokens that may precede a time at the start of its sentence: "Beijing, on 3 May 2024, …".
const MAX_FRONT_TOKENS: usize = 3;

/// How many tokens after the start the first time word may stand: "the beginning of the next year".
const MAX_EDGE_TOKENS: usize = 7;

/// Finds the time expressions of a text, in order, disjoint.
pub(super) fn read(layout: &Layout<'_>) -> Vec<Timex> {
    let words = lexicon::classify(layout);
    let mut out = Vec::new();
    for (index, sentence) in layout.sentences.iter().enumerate() {
        let zone = sentence.zone.of(&layout.zones).map(|zone| zone.kind);
        let Range { start: first, end: last } = sentence.tokens();
        let reader = Reader { layout, words: &words, first, last, zone };
        let first = out.len();
        reader.sentence(&mut out);
        ranges::link(&reader, &mut out, first);
        tense::set(&reader, Index::new(index), out.get_mut(first..).unwrap_or_default());
    }
    tense::quotations(layout, &mut out);
    order::decide(&mut out);
    out
}

/// The tokens of one sentence. Reading past either end gives [`Word::Other`], so look-ahead needs no bounds
/// check.
pub(super) struct Reader<'a, 't> {
    pub layout: &'a Layout<'t>,
    pub words: &'a [Word],
    pub first: usize,
    pub last: usize,
    /// Where on the page the sentence stands.
    pub zone: Option<ZoneKind>,
}

/// What a rule found: tokens `start..end`.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub kind: TimexKind,
    pub rule: &'static str,
    pub expr: Expr,
    pub parts: Parts,
    pub modifier: Option<Modifier>,
    pub quant: Option<&'static str>,
    pub freq: Option<u8>,
    /// The other end of a range that shares words with this one: "Feb. 21-22".
    pub also: Option<Box<Found>>,
}

impl Found {
    /// An expression at tokens `start..end` that states no calendar facts.
    pub fn new(start: usize, end: usize, kind: TimexKind, rule: &'static str, when: When) -> Self {
        let (expr, parts) = (Expr::new(when), Parts::default());
        Self { start, end, kind, rule, expr, parts, modifier: None, quant: None, freq: None, also: None }
    }

    /// The same of type DATE.
    pub fn date(start: usize, end: usize, rule: &'static str, when: When) -> Self {
        Self::new(start, end, TimexKind::Date, rule, when)
    }

    /// With the calendar facts it states.
    pub fn with(self, parts: Parts) -> Self {
        Self { parts, ..self }
    }

    /// With a TIMEX3 modifier.
    pub fn modified(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }
}

impl Reader<'_, '_> {
    fn sentence(&self, out: &mut Vec<Timex>) {
        let mut at = self.first;
        while at < self.last {
            let Some(found) = self.may_begin(at).then(|| self.expression(at)).flatten() else {
                at += 1;
                continue;
            };
            at = found.end_of_all().max(at + 1);
            if self.is_title(&found) || self.is_play(&found) {
                continue;
            }
            self.push(found, out);
        }
    }

    /// A cheap test before the rules run: "the" begins a time only if a time word follows soon.
    fn may_begin(&self, at: usize) -> bool {
        let word = self.word(at);
        word.begins()
            && (word.is_core() || (at + 1..at + MAX_EDGE_TOKENS).any(|next| self.word(next).is_core()))
    }

    /// "This Week" after a quotation mark, "High Noon", "60 Minutes": a title.
    fn is_title(&self, found: &Found) -> bool {
        let last = found.end.saturating_sub(1);
        let unit = matches!(self.word(last), Word::Unit(_) | Word::Units(_) | Word::Noon | Word::Midnight);
        let before = self.text(found.start.wrapping_sub(1));
        let quoted = matches!(before, "\"" | "“" | "‘" | "'" | "`" | "’");
        // "28 Years Later" in running text is a film.
        let film = matches!(self.word(last), Word::Later | Word::Ago) && self.capital(last);
        if film && self.capital(last.wrapping_sub(1)) && self.zone != Some(ZoneKind::Headline) {
            return true;
        }
        let the = self.word(found.start) == Word::The && found.end == found.start + 2;
        if the && unit && self.capital(last) {
            return true;
        }
        let name = found.start > self.first
            && self.capital(found.start.wrapping_sub(1))
            && found.end == found.start + 1;
        // "USA Today reported"; in a headline the next word has its capital too.
        let paper = name
            && self.word(last) == Word::Today
            && self.text(found.end).starts_with(char::is_lowercase)
            && self.word(found.end) != Word::Possessive;
        (unit || paper) && self.capital(last) && (quoted || name)
    }

    /// "The video, 12:45 long", "the first quarter of the game": the time of something played.
    fn is_play(&self, found: &Found) -> bool {
        if found.rule == "clock time" {
            return self.is_written(found.end, TimeClass::PlayedThing);
        }
        let the = self.skip(found.end + 1, Word::The);
        let noun = if self.word(the) == Word::A { the + 1 } else { the };
        let last = found.end.wrapping_sub(1);
        let part = matches!(self.word(last), Word::Unit(Unit::Quarter) | Word::Half);
        let of = self.word(found.end) == Word::Of && !self.capital(found.end);
        part && of && self.is_written(noun, TimeClass::Game)
    }

    fn push(&self, found: Found, out: &mut Vec<Timex>) {
        out.push(Timex {
            span: self.span(found.start, found.end),
            kind: found.kind,
            rule: found.rule,
            expr: found.expr,
            parts: found.parts,
            modifier: found.modifier,
            quant: found.quant,
            freq: found.freq,
            range: None,
            quoted: false,
            fronted: found.start <= self.first + MAX_FRONT_TOKENS,
            sentence: Index::new(0),
            tense: None,
            from: Anchor::Article,
            heads: false,
        });
        if let Some(also) = found.also {
            self.push(*also, out);
        }
    }

    /// The longest expression that begins at token `at`.
    fn expression(&self, at: usize) -> Option<Found> {
        let rules: [fn(&Self, usize) -> Option<Found>; 8] = [
            Self::edge,
            Self::clock,
            Self::calendar,
            Self::numeric,
            Self::business,
            Self::relative,
            Self::amount_phrase,
            Self::reference,
        ];
        let mut best: Option<Found> = None;
        for rule in rules {
            if let Some(found) = rule(self, at)
                && best.as_ref().is_none_or(|b| b.end_of_all() < found.end_of_all())
            {
                best = Some(found);
            }
        }
        best.map(|mut found| {
            found.end = found.end.min(self.last);
            found
        })
    }

    /// A date-like expression without modifiers: it may follow "the end of" or "10 p.m.".
    fn point(&self, at: usize) -> Option<Found> {
        let rules: [fn(&Self, usize) -> Option<Found>; 4] =
            [Self::calendar, Self::numeric, Self::business, Self::relative];
        rules.into_iter().filter_map(|rule| rule(self, at)).fold(
            None,
            |best: Option<Found>, found| match best {
                Some(best) if best.end >= found.end => Some(best),
                _ => Some(found),
            },
        )
    }

    /// The meaning of token `at` in the grammar; `Other` outside the sentence.
    pub fn word(&self, at: usize) -> Word {
        if at < self.first || at >= self.last {
            return Word::Other;
        }
        self.words.get(at).copied().unwrap_or(Word::Other)
    }

    /// The word before `at`.
    pub fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |i| self.word(i))
    }

    /// The written form of token `at`; empty outside the sentence.
    #[inline]
    pub fn text(&self, at: usize) -> &str {
        if at < self.first || at >= self.last { "" } else { self.layout.word(at) }
    }

    /// Whether token `at` is in a class, regardless of capitals.
    #[inline]
    pub fn is(&self, at: usize, class: TimeClass) -> bool {
        self.classes().has_folded(self.text(at), class)
    }

    /// Whether token `at` is in a class as it is written.
    #[inline]
    pub fn is_written(&self, at: usize, class: TimeClass) -> bool {
        self.classes().has(self.text(at), class)
    }

    /// The word classes of the text's language.
    #[inline]
    pub fn classes(&self) -> &WordClasses<TimeClass> {
        &self.layout.language.time.classes
    }

    /// Whether nothing stands between token `at` and the one before it.
    pub fn glued(&self, at: usize) -> bool {
        at > self.first && at < self.last && self.layout.is_glued(at)
    }

    /// Whether a hyphen at `at` joins two words into one, unlike a dash between clauses.
    pub fn tied(&self, at: usize) -> bool {
        self.word(at) == Word::Hyphen && self.glued(at) && self.glued(at + 1) && self.text(at) != "—"
    }

    /// Whether token `at` begins with a capital; false outside the sentence.
    pub fn capital(&self, at: usize) -> bool {
        at >= self.first && at < self.last && self.layout.token(at).is_some_and(|t| t.capital)
    }

    /// The bytes of tokens `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.layout.token(start).map_or(Span::default(), |t| t.span);
        let last = end.checked_sub(1).and_then(|i| self.layout.token(i)).map_or(first, |t| t.span);
        first.cover(last)
    }

    /// After `at` if the token there is `word`, else `at` itself.
    pub fn skip(&self, at: usize, word: Word) -> usize {
        if self.word(at) == word { at + 1 } else { at }
    }
}

impl Found {
    fn end_of_all(&self) -> usize {
        self.also.as_ref().map_or(self.end, |also| also.end)
    }
}
