//! A number with its unit: "three days", "five-year", "two and a half hours", "a fortnight".

use super::Reader;
use super::numbers::AmountSaid;
use crate::lang::time::TimeClass;
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Amount, Length};

/// An amount with its unit, hyphenated ("five-year") or not.
pub(super) struct Measured {
    pub length: Length,
    pub end: usize,
    pub hyphen: bool,
    pub plural: bool,
    pub article: bool,
}

impl Reader<'_, '_> {
    /// "two years", "five-year", "2 1/2 hours", "a minute and a half", "two years and three months".
    pub(super) fn measured(&self, at: usize) -> Option<Measured> {
        let AmountSaid { amount, end, article } = self.amount(at)?;
        let more = if self.word(end) == Word::More && !article { end + 1 } else { end };
        let more = if self.is(more, TimeClass::BesideUnit) { more + 1 } else { more };
        let more = if self.word(more) == Word::Another { more + 1 } else { more };
        // "20 or so years"
        let so = self.word(more) == Word::Or && self.word(more + 1) == Word::So;
        let more = if so { more + 2 } else { more };
        // "the four previous weeks"
        let beside = matches!(
            self.word(more),
            Word::Previous | Word::Following | Word::Past | Word::Coming | Word::Next
        ) && matches!(self.word(more + 1), Word::Units(_));
        let more = if beside { more + 1 } else { more };
        let hyphen = self.word(more) == Word::Hyphen && self.glued(more);
        let unit_at = if hyphen { more + 1 } else { more };
        // "Five-Year Plan", "Six-Day War": a name.
        if hyphen && self.capital(unit_at) && self.capital(unit_at + 1) {
            return None;
        }
        let (unit, plural) = match self.word(unit_at) {
            // "45 min"
            Word::Unit(unit) if self.is(unit_at, TimeClass::ShortUnit) => {
                (unit, !matches!(amount, Amount::Exactly(1)))
            }
            Word::Unit(unit) => (unit, false),
            Word::Units(unit) => (unit, true),
            Word::Hours24 => (Unit::Hour, true),
            Word::Fortnight => (Unit::Week, self.text(unit_at).ends_with('s')),
            _ => return None,
        };
        let amount = match amount {
            Amount::Exactly(n) if self.word(unit_at) == Word::Fortnight => {
                Amount::Exactly(n.saturating_mul(2))
            }
            amount => amount,
        };
        // Three-quarters and a quarter are fractions.
        let fraction = unit == Unit::Quarter && (article || hyphen || self.word(unit_at + 1) == Word::Of);
        if fraction || matches!(unit, Unit::Period) || (article && hyphen) {
            return None;
        }
        // "a second visit", "one second".
        let ordinal = unit == Unit::Second && !plural;
        let single = matches!(amount, Amount::Exactly(1)) || self.word(unit_at) == Word::Fortnight && !plural;
        let half = amount == Amount::AndHalf(0);
        if ordinal
            || (plural && single)
            || (!plural && !hyphen && !single && !half && !self.noun_follows(unit_at + 1))
        {
            return None;
        }
        // "$5 years"? "No. 1 day"? A number attached to a mark before it counts something else.
        if at > self.first
            && self.glued(at)
            && !matches!(self.before(at), Word::Hyphen | Word::Open | Word::Apostrophe)
            && matches!(self.word(at), Word::Digits(..) | Word::Grouped(_))
            && !is_quote(self.text(at.wrapping_sub(1)))
        {
            return None;
        }
        // The "58 seconds" of "9.58 seconds".
        let fraction = self.before(at) == Word::Dot
            && self.glued(at)
            && self.glued(at - 1)
            && matches!(self.before(at - 1), Word::Digits(..));
        if fraction {
            return None;
        }
        let (mut article, mut plural) = (article, plural);
        let mut end = unit_at + 1;
        let mut length = Length::new(amount, unit);
        // "an hour and a half", "an hour and half"
        let half = self.skip(end + 1, Word::A);
        let next = self.text(half + 1);
        let ends = half > end + 1
            || !next.starts_with(char::is_alphabetic)
            || self.is_written(half + 1, TimeClass::AfterDate);
        if self.word(end) == Word::And
            && self.word(half) == Word::Half
            && ends
            && let Amount::Exactly(n) = amount
        {
            length = Length::new(Amount::AndHalf(n), unit);
            end = half + 1;
            (article, plural) = (false, true);
        } else if !hyphen
            && matches!(amount, Amount::Exactly(_))
            && length.and.is_none()
            && let Some((n, second, after)) = self.smaller_part(end, unit)
        {
            length.and = Some((n, second));
            end = after;
        }
        if hyphen && self.word(end) == Word::Hyphen && self.word(end + 1) == Word::Long {
            end += 2;
        }
        // "a day or two"
        if article && self.word(end) == Word::Or && self.word(end + 1) == Word::Small(2) {
            length = Length { amount: Amount::Some, unit, and: None };
            end += 2;
            (article, plural) = (false, true);
        }
        Some(Measured { length, end, hyphen, plural, article })
    }

    /// The smaller part of a length: "and three months" after years, ", 1 month", "21 days".
    fn smaller_part(&self, at: usize, unit: Unit) -> Option<(u32, Unit, usize)> {
        let joined = match self.word(at) {
            Word::And | Word::Comma => at + 1,
            _ => at,
        };
        let (n, unit_at) = self.cardinal(joined)?;
        let (Word::Units(second) | Word::Unit(second)) = self.word(unit_at) else { return None };
        let fits = second < unit && !matches!(second, Unit::Weekend | Unit::Period | Unit::Quarter);
        // "for three years, two months of which …", "two years, 30 days each": only an offset is a list.
        let listed = self.word(at) == Word::Comma
            && !matches!(self.word(unit_at + 1), Word::Ago | Word::Earlier | Word::Later | Word::From);
        (fits && !listed).then_some((n, second, unit_at + 1))
    }

    /// "two day rally", "five year low".
    pub(super) fn noun_follows(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_lowercase)
            && matches!(self.word(at), Word::Other | Word::Unit(Unit::Period) | Word::Long)
    }
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "”" | "‘" | "’" | "'" | "`" | "," | ".")
}
