//! A word that mentions a meeting, and the place in its sentence from which its readers look around.

use super::MeetingKind;
use super::view::{MeetingWord, TokenView};
use crate::lang::meetings::MeetingClass;
use crate::text::{Index, Sentence};

/// What a name says about the meeting.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    pub series: Box<str>,
}

/// The form of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TriggerForm {
    /// "met", "arrived", "held talks"
    Verb,
    /// "the visit", "talks"
    Noun,
    /// "third Belt and Road Forum"
    Name,
    /// A series' place or acronym, used for the meeting itself: "at Davos"
    Metonym,
}

/// What precedes a noun and shows which meeting is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// the, this, these
    Definite,
    /// "Merkel’s", "his": the token of the owner
    Owned(usize),
    /// a, an
    Indefinite,
    /// "another", "a second", "last year’s": not the one before
    Other,
    /// no, any, every: no particular one
    Generic,
    Bare,
}

/// A word or a name that mentions a meeting.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    pub sentence: Index<Sentence>,
    /// The tokens of the span, half-open.
    pub first: usize,
    pub last: usize,
    /// The noun or the verb itself.
    pub head: usize,
    /// The verb that carries the noun: "held" in "held detailed talks".
    pub verb: Option<usize>,
    pub kind: MeetingKind,
    pub form: TriggerForm,
    pub lead: Lead,
    pub name: Option<Name>,
    /// "16th", of a name or of "the 16th summit".
    pub edition: Option<u16>,
}

/// A place in a sentence, for looking around without leaving the sentence.
#[derive(Clone, Copy)]
pub(super) struct TokenPlace<'v> {
    pub view: &'v TokenView<'v>,
    pub sentence: Index<Sentence>,
    pub first: usize,
    pub last: usize,
    pub at: usize,
}

impl<'v> TokenPlace<'v> {
    /// The lower-case word `n` tokens after; empty beyond the sentence.
    #[inline]
    pub fn ahead(&self, n: usize) -> &'v str {
        self.behind(n).map_or("", |i| self.view.low(i))
    }

    /// The word `n` tokens before, by its classes; in none beyond the sentence.
    #[inline]
    pub fn known_back(&self, n: usize) -> MeetingWord<'v> {
        self.before(n).map_or_else(MeetingWord::default, |i| self.view.known(i))
    }

    /// The word `n` tokens after, by its classes; in none beyond the sentence.
    #[inline]
    pub fn known_ahead(&self, n: usize) -> MeetingWord<'v> {
        self.behind(n).map_or_else(MeetingWord::default, |i| self.view.known(i))
    }

    /// Whether the word `n` tokens before is in a class.
    #[inline]
    pub fn back_is(&self, n: usize, class: MeetingClass) -> bool {
        self.known_back(n).is(class)
    }

    /// Whether the word `n` tokens after is in a class.
    #[inline]
    pub fn ahead_is(&self, n: usize, class: MeetingClass) -> bool {
        self.known_ahead(n).is(class)
    }

    /// The token `n` before, within the sentence.
    #[inline]
    pub fn before(&self, n: usize) -> Option<usize> {
        self.at.checked_sub(n).filter(|i| *i >= self.first)
    }

    /// The token `n` after, within the sentence.
    #[inline]
    pub fn behind(&self, n: usize) -> Option<usize> {
        Some(self.at + n).filter(|i| *i < self.last)
    }

    /// Another token of the same sentence.
    pub fn moved(&self, at: usize) -> Self {
        Self { at, ..*self }
    }

    /// The word itself, in lower case.
    #[inline]
    pub fn word(&self) -> &'v str {
        self.view.low(self.at)
    }

    /// The word itself, by its classes.
    #[inline]
    pub fn known(&self) -> MeetingWord<'v> {
        self.view.known(self.at)
    }

    /// Whether the word itself is in a class.
    #[inline]
    pub fn is(&self, class: MeetingClass) -> bool {
        self.known().is(class)
    }

    /// The verb just before a noun phrase, with an adverb or a preposition between: "embarked on", "took part
    /// in".
    pub fn verb_before(&self, start: usize) -> Option<usize> {
        (1..=3)
            .map_while(|n| start.checked_sub(n).filter(|i| *i >= self.first))
            .take_while(|i| {
                let word = self.view.known(*i);
                word.is(MeetingClass::Carrier) || word.is(MeetingClass::BesideCarrier)
            })
            .find(|i| {
                // "our hosts for the summit": after a determiner it is a noun.
                let noun = i.checked_sub(1).is_some_and(|b| self.view.is(b, MeetingClass::Determiner));
                self.view.is(*i, MeetingClass::Carrier) && !noun
            })
    }
}
