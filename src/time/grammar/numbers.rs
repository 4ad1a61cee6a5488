//! Numbers, in digits and written out.

use super::Reader;
use crate::lang::time::TimeClass;
use crate::time::lexicon::Word;
use crate::time::value::Amount;

/// An amount as written, and the token after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AmountSaid {
    pub amount: Amount,
    pub end: usize,
    /// "a", "an": may also begin a rate or a reference.
    pub article: bool,
}

impl Reader<'_, '_> {
    /// "5", "five", "twenty-four", "a hundred", "2 1/2", "two and a half", "a few", "12 to 18".
    pub(super) fn amount(&self, at: usize) -> Option<AmountSaid> {
        let first = self.single_amount(at)?;
        // "12 to 18 months", "two or three days", "10-12 days": an amount in between.
        let joint = first.end;
        let between = match self.word(joint) {
            Word::To | Word::Or | Word::Hyphen if !first.article => self.single_amount(joint + 1),
            _ => None,
        };
        if let Some(second) = between
            && !second.article
            && matches!((first.amount, second.amount), (Amount::Exactly(a), Amount::Exactly(b)) if a < b)
            && matches!(self.word(self.skip(second.end, Word::Hyphen)), Word::Units(_) | Word::Unit(_))
        {
            return Some(AmountSaid { amount: Amount::Some, end: second.end, article: false });
        }
        Some(first)
    }

    fn single_amount(&self, at: usize) -> Option<AmountSaid> {
        let said = |amount, end| Some(AmountSaid { amount, end, article: false });
        match self.word(at) {
            Word::A => match self.word(at + 1) {
                Word::Few => said(Amount::Some, at + 2),
                Word::Couple => said(Amount::Exactly(2), self.skip(at + 2, Word::Of)),
                Word::Half => said(Amount::AndHalf(0), self.skip(at + 2, Word::Hyphen)),
                Word::Scale(_) => self.cardinal(at + 1).and_then(|(n, end)| said(Amount::Exactly(n), end)),
                Word::Dozen => said(Amount::Exactly(12), at + 2),
                Word::Another => Some(AmountSaid { amount: Amount::Exactly(1), end: at + 2, article: true }),
                _ if self.is(at + 1, TimeClass::Single) => {
                    Some(AmountSaid { amount: Amount::Exactly(1), end: at + 2, article: true })
                }
                _ => Some(AmountSaid { amount: Amount::Exactly(1), end: at + 1, article: true }),
            },
            // "for another week"
            Word::Another => Some(AmountSaid { amount: Amount::Exactly(1), end: at + 1, article: true }),
            Word::Few => said(Amount::Some, at + 1),
            Word::Couple => said(Amount::Exactly(2), self.skip(at + 1, Word::Of)),
            Word::Half if self.word(at + 1) == Word::A && self.word(at + 2) == Word::Dozen => {
                said(Amount::Exactly(6), at + 3)
            }
            Word::Half => said(Amount::AndHalf(0), self.skip(self.skip(at + 1, Word::Hyphen), Word::A)),
            _ => {
                let (n, end) = self.cardinal(at)?;
                // "two and a half", "two-and-a-half"
                let and = self.skip(end, Word::Hyphen);
                let a = self.skip(and + 1, Word::Hyphen);
                let half = self.skip(a + 1, Word::Hyphen);
                if self.word(and) == Word::And && self.word(a) == Word::A && self.word(half) == Word::Half {
                    return said(Amount::AndHalf(n), half + 1);
                }
                // "2 1/2", "2½", "2.5"
                if self.text(end) == "1" && self.word(end + 1) == Word::Slash && self.text(end + 2) == "2" {
                    return said(Amount::AndHalf(n), end + 3);
                }
                if self.text(end) == "½" {
                    return said(Amount::AndHalf(n), end + 1);
                }
                if self.word(end) == Word::Dot
                    && self.glued(end)
                    && self.text(end + 1) == "5"
                    && self.glued(end + 1)
                {
                    return said(Amount::AndHalf(n), end + 2);
                }
                said(Amount::Exactly(n), end)
            }
        }
    }

    /// A whole number of up to nine places: digits or words.
    pub(super) fn cardinal(&self, at: usize) -> Option<(u32, usize)> {
        match self.word(at) {
            Word::Digits(n, len) if len <= 5 => Some((n, at + 1)),
            Word::Grouped(n) => Some((n, at + 1)),
            Word::Small(_) | Word::Tens(_) | Word::Scale(_) => self.spelled(at),
            _ => None,
        }
    }

    /// "twenty four", "two thousand", "a hundred and fifty": a sum of groups under a thousand.
    fn spelled(&self, at: usize) -> Option<(u32, usize)> {
        let (mut total, mut group, mut end, mut fresh) = (0u32, 0u32, at, true);
        // No number has more words: "thousand thousand …" must not cost the square of its length.
        while end < at + 12 {
            let here =
                if !fresh && self.word(end) == Word::Hyphen && self.glued(end) { end + 1 } else { end };
            match self.word(here) {
                Word::Tens(n) if fresh && group % 100 == 0 => group += n,
                Word::Small(n) if fresh && group % 100 == 0 => group += n,
                Word::Small(n) if n < 10 && group % 10 == 0 && group % 100 >= 20 => group += n,
                Word::Scale(100) if group < 100 => group = group.max(1) * 100,
                Word::Scale(scale) if scale > 100 && scale <= 1_000_000 => {
                    total = total.saturating_add(group.max(1).saturating_mul(scale));
                    group = 0;
                }
                Word::And
                    if group % 100 == 0
                        && (group > 0 || total > 0)
                        && matches!(self.word(here + 1), Word::Tens(_) | Word::Small(_)) =>
                {
                    // "two hundred and ten", but "two and a half" ended above.
                    fresh = true;
                    end = here + 1;
                    continue;
                }
                _ => break,
            }
            fresh = matches!(self.word(here), Word::Scale(_));
            end = here + 1;
        }
        (end > at).then_some((total.saturating_add(group), end))
    }

    /// "first", "second", "3rd", "twenty-first".
    pub(super) fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        match self.word(at) {
            Word::First => Some((1, at + 1)),
            Word::Unit(crate::time::unit::Unit::Second) => Some((2, at + 1)),
            Word::Ordinal(n) => Some((n, at + 1)),
            // "twenty-first", "twenty first"
            Word::Tens(tens) => {
                let ones = self.skip(at + 1, Word::Hyphen);
                let n = match self.word(ones) {
                    Word::First => 1,
                    Word::Unit(crate::time::unit::Unit::Second) => 2,
                    Word::Ordinal(n @ 3..=9) => n,
                    _ => return None,
                };
                Some((tens as u8 + n, ones + 1))
            }
            _ => None,
        }
    }

    /// A year in four digits, or written out: "nineteen ninety-six", "two thousand", "twenty twelve".
    pub(super) fn year(&self, at: usize) -> Option<(i16, usize)> {
        match self.word(at) {
            Word::Digits(n, 4) if (1000..=2199).contains(&n) => Some((n as i16, at + 1)),
            Word::Small(century @ (17..=19)) | Word::Tens(century @ 20) => {
                let (rest, end) = match self.word(at + 1) {
                    Word::Tens(_) => self.spelled(at + 1)?,
                    Word::Small(n @ 10..) => (n, at + 2),
                    _ => return None,
                };
                (10..100).contains(&rest).then_some(((century * 100 + rest) as i16, end))
            }
            Word::Small(2) if self.word(at + 1) == Word::Scale(1000) => {
                let (n, end) = self.spelled(at)?;
                (2000..2100).contains(&n).then_some((n as i16, end))
            }
            _ => None,
        }
    }

    /// "'98", "’98": an apostrophe that opens a year. Years from 30 on belong to the last century.
    pub(super) fn short_year(&self, at: usize) -> Option<(i16, usize)> {
        let Word::Digits(n, 2) = self.word(at + 1) else { return None };
        let opens = self.word(at) == Word::Apostrophe && self.glued(at + 1) && !self.glued(at);
        opens.then(|| (super::years::full_year(n), at + 2))
    }
}
