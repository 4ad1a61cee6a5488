//! Vague references: "now", "the future", "recently", "the end of the year".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::When;
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::Value;

impl Reader<'_, '_> {
    /// "now", "recently", "in the past": references without days.
    pub(super) fn reference(&self, at: usize) -> Option<Found> {
        let fixed = |end, value| Some(Found::date(at, end, "reference", When::Fixed(value)));
        match self.word(at) {
            // "Now, following …" opens a speech and dates nothing.
            Word::Now if at == self.first && self.word(at + 1) == Word::Comma => None,
            Word::Now if !self.tied(at + 1) => fixed(at + 1, Value::Present),
            Word::Currently => fixed(at + 1, Value::Present),
            Word::Recently => fixed(at + 1, Value::Past),
            Word::These if self.word(at + 1) == Word::Units(Unit::Day) => fixed(at + 2, Value::Present),
            Word::Future if matches!(self.word(at + 1), Word::Units(_)) => fixed(at + 2, Value::Future),
            Word::The => self.the_reference(at),
            Word::Unit(Unit::Year | Unit::Month) => self.unit_end(at, at),
            _ => self.set(at),
        }
    }

    /// "the future", "the near future", "the past", "the short term", "the year-end".
    fn the_reference(&self, at: usize) -> Option<Found> {
        let fixed = |end, value| Some(Found::date(at, end, "reference", When::Fixed(value)));
        let near = self.is(at + 1, TimeClass::Near);
        let next = if near { at + 2 } else { at + 1 };
        if self.is(at + 1, TimeClass::Other) && self.word(at + 2) == Word::Unit(Unit::Day) {
            return fixed(at + 3, Value::Past);
        }
        match self.word(next) {
            Word::Future if near || !self.noun(next + 1) || self.text(next + 1).ends_with(['s', 'd']) => {
                fixed(next + 1, Value::Future)
            }
            Word::Past if self.clause_ends(next + 1) => fixed(next + 1, Value::Past),
            _ if near && self.word(at + 2) == Word::Term => fixed(at + 3, Value::Future),
            Word::Unit(Unit::Year | Unit::Month) => self.unit_end(next, at),
            _ => None,
        }
    }

    /// "year-end", "year end", "month's end".
    fn unit_end(&self, at: usize, start: usize) -> Option<Found> {
        let Word::Unit(unit) = self.word(at) else { return None };
        let next = match self.word(at + 1) {
            Word::Hyphen | Word::Possessive => at + 2,
            _ => at + 1,
        };
        if self.word(next) != Word::End {
            return None;
        }
        let when = match unit {
            Unit::Year => {
                let (year, end) = match self.plain_year(next + 1) {
                    Some((year, _, end)) => (year, end),
                    None => (crate::time::expr::YearOf::By(0, crate::time::expr::From::Either), next + 1),
                };
                let calendar = crate::time::expr::Calendar::of(year, crate::time::expr::Piece::LastDay);
                return Some(Found::date(start, end, "year end", When::Calendar(calendar)));
            }
            _ => When::Unit { unit, by: 0, from: crate::time::expr::From::Either },
        };
        Some(Found::date(start, next + 1, "unit end", when).modified(crate::time::Modifier::End))
    }

    fn noun(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_alphabetic)
            && (matches!(self.word(at), Word::Other | Word::Half) || self.capital(at))
            && !self.is_written(at, TimeClass::AfterNow)
    }

    /// Whether nothing follows that "past" could modify: "in the past", not "the past year" or "past the
    /// gate".
    fn clause_ends(&self, at: usize) -> bool {
        at >= self.last
            || !self.text(at).starts_with(char::is_alphanumeric)
            || matches!(
                self.word(at),
                Word::And
                    | Word::Or
                    | Word::To
                    | Word::By
                    | Word::In
                    | Word::For
                    | Word::On
                    | Word::That
                    | Word::From
                    | Word::Of
            )
            || self.is_written(at, TimeClass::AfterPast)
    }
}
