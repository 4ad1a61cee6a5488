//! Vague references and sets: "now", "the future", "recently", "every day", "each Thursday", "Mondays",
//! "daily".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::TimexKind;
use crate::time::expr::When;
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Amount, Length, Rest, Stamp, Time, Value, Year};

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
            Word::Current if self.noun(at + 1) => fixed(at + 1, Value::Present),
            Word::Recent if self.noun(at + 1) => fixed(at + 1, Value::Past),
            Word::These if self.word(at + 1) == Word::Units(Unit::Day) => fixed(at + 2, Value::Present),
            Word::Future if matches!(self.word(at + 1), Word::Units(_)) => fixed(at + 2, Value::Future),
            Word::The => self.the_reference(at),
            Word::Each => {
                let quant = if self.is(at, TimeClass::Every) { "EVERY" } else { "EACH" };
                self.each(at).map(|found| Found { quant: Some(quant), ..found })
            }
            Word::Per => match self.word(at + 1) {
                Word::Unit(unit) if !matches!(unit, Unit::Period | Unit::Second) => {
                    Some(set(at, at + 2, Value::Length(Length::new(Amount::Exactly(1), unit))))
                }
                _ => None,
            },
            Word::Once => self.often(at, at + 1, if self.is(at, TimeClass::Once) { 1 } else { 2 }),
            Word::Small(_) | Word::Digits(_, 1..=3) | Word::Tens(_) => {
                let (n, end) = self.cardinal(at)?;
                self.is(end, TimeClass::Times).then(|| self.often(at, end + 1, u8::try_from(n).ok()?))?
            }
            Word::Daily(unit) if !self.capital(at) || at == self.first => {
                Some(set(at, at + 1, Value::Length(Length::new(Amount::Exactly(1), unit))))
            }
            Word::Units(Unit::Weekend) if matches!(self.before(at), Word::At | Word::On) => {
                Some(set(at, at + 1, Value::Stamp(Stamp::new(Year::Unknown, Rest::Weekend(None)))))
            }
            Word::Weekdays(day) => Some(set(at, at + 1, weekday(day, None))),
            Word::Weekday(day) => match self.word(at + 1) {
                Word::Parts(part) => Some(set(at, at + 2, weekday(day, Some(Time::Part(part))))),
                _ => None,
            },
            Word::Unit(Unit::Year | Unit::Month) => self.unit_end(at, at),
            _ => None,
        }
    }

    /// "twice a week", "three times per year", "once every four years".
    fn often(&self, start: usize, at: usize, times: u8) -> Option<Found> {
        let found = match self.word(at) {
            Word::A | Word::Per => match self.word(at + 1) {
                Word::Unit(unit) if !matches!(unit, Unit::Period | Unit::Second) => {
                    set(start, at + 2, Value::Length(Length::new(Amount::Exactly(1), unit)))
                }
                _ => return None,
            },
            Word::Each => Found { quant: Some("EVERY"), ..self.each(at)? },
            _ => return None,
        };
        Some(Found { start, freq: Some(times), ..found })
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

    /// "every day", "each Thursday", "every two years", "every July", "every other week".
    fn each(&self, at: usize) -> Option<Found> {
        let other = if self.is(at + 1, TimeClass::Other) { at + 2 } else { at + 1 };
        // "every second Tuesday", "every third year"
        if let Some((nth @ 2..=9, end)) = self.ordinal(at + 1) {
            return match self.word(end) {
                Word::Weekday(day) => Some(set(at, end + 1, weekday(day, None))),
                Word::Unit(unit) if unit != Unit::Period => {
                    let length = Length::new(Amount::Exactly(u32::from(nth)), unit);
                    Some(set(at, end + 1, Value::Length(length)))
                }
                _ => None,
            };
        }
        if let Some(said) = self.amount(other).filter(|said| !said.article)
            && let Word::Units(unit) = self.word(said.end)
        {
            return Some(set(at, said.end + 1, Value::Length(Length::new(said.amount, unit))));
        }
        let value = match self.word(other) {
            Word::Unit(Unit::Period | Unit::Second | Unit::Minute) => return None,
            Word::Unit(unit) => {
                let n = if other > at + 1 { 2 } else { 1 };
                Value::Length(Length::new(Amount::Exactly(n), unit))
            }
            Word::Weekday(day) => match self.word(other + 1) {
                Word::Part(part) => return Some(set(at, other + 2, weekday(day, Some(Time::Part(part))))),
                _ => weekday(day, None),
            },
            Word::Month(month) => Value::Stamp(Stamp::new(Year::Unknown, Rest::Month(Some(month)))),
            Word::Season(season) => Value::Stamp(Stamp::new(Year::Unknown, Rest::Season(season))),
            Word::Part(part) => {
                let stamp = Stamp::new(Year::Unknown, Rest::Day(None, None));
                Value::Stamp(Stamp { time: Some(Time::Part(part)), ..stamp })
            }
            _ => return None,
        };
        Some(set(at, other + 1, value))
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

fn set(start: usize, end: usize, value: Value) -> Found {
    Found::new(start, end, TimexKind::Set, "set", When::Fixed(value))
}

fn weekday(day: u8, time: Option<Time>) -> Value {
    Value::Stamp(Stamp { time, ..Stamp::new(Year::Unknown, Rest::Weekday(None, day)) })
}
