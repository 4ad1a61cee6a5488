//! What bounds an amount: "more than", "no fewer than", "at least", "just", "between 60 and 90".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::When;
use crate::time::lexicon::Word;
use crate::time::value::{Amount, Length};
use crate::time::{Modifier, TimexKind};

impl Reader<'_, '_> {
    /// Whether the word before an amount belongs to it: the "no" of "no more than three days", the "just" of
    /// "just two months".
    pub(super) fn widens(&self, start: usize, found: &Found) -> bool {
        let denied = matches!(self.word(start), Word::More | Word::Less) && self.is_denied(start);
        let just = self.is(start.wrapping_sub(1), TimeClass::Just) && self.amount(start).is_some();
        start > self.first && found.kind != TimexKind::Set && (denied || just)
    }

    /// The "60" of "between 60 and 90 days".
    pub(super) fn between(&self, at: usize) -> Option<Found> {
        if self.before(at) != Word::Between {
            return None;
        }
        let (n, end) = self.cardinal(at)?;
        if self.word(end) != Word::And {
            return None;
        }
        let second = self.measured(end + 1).filter(|m| m.plural && !m.article)?;
        let length = |length| When::Length(length);
        let other = Found::new(end + 1, second.end, TimexKind::Duration, "amount", length(second.length));
        let first = Length { amount: Amount::Exactly(n), ..second.length };
        let found = Found::new(at, end, TimexKind::Duration, "amount", length(first));
        Some(Found { also: Some(Box::new(other)), ..found })
    }

    /// Whether the "over" at `at` means "more than": a preposition or a verb that takes a length stands
    /// before it.
    pub(super) fn bounds(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        at == self.first
            || matches!(
                self.word(before),
                Word::For | Word::In | Word::After | Word::Within | Word::Of | Word::By
            )
            || self.is_written(before, TimeClass::BeforeOver)
    }

    /// "not more than", "no less than".
    fn is_denied(&self, at: usize) -> bool {
        self.is(at.wrapping_sub(1), TimeClass::Negation)
    }

    /// "nearly", "more than", "at least", "up to": what bounds an amount, and the token after it.
    pub(super) fn limit(&self, at: usize) -> (Option<Modifier>, usize) {
        match (self.word(at), self.word(at + 1)) {
            (Word::Nearly, _) => (Some(Modifier::Approx), at + 1),
            (Word::About, _) => (Some(Modifier::Approx), at + 1),
            (Word::More, Word::Than) if self.is_denied(at) => (Some(Modifier::EqualOrLess), at + 2),
            (Word::Less, Word::Than) if self.is_denied(at) => (Some(Modifier::EqualOrMore), at + 2),
            (Word::More, Word::Than) => (Some(Modifier::MoreThan), at + 2),
            (Word::Less, Word::Than) => (Some(Modifier::LessThan), at + 2),
            (Word::At, Word::Least) => (Some(Modifier::EqualOrMore), at + 2),
            (Word::At, Word::Most) => (Some(Modifier::EqualOrLess), at + 2),
            (Word::Up, Word::To) => (Some(Modifier::EqualOrLess), at + 2),
            (Word::Over, w) if w != Word::The && w != Word::This => (Some(Modifier::MoreThan), at + 1),
            (Word::Under, w) if w != Word::The && w != Word::This => (Some(Modifier::LessThan), at + 1),
            _ => (None, at),
        }
    }
}
