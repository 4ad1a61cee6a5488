//! What recurs: "every day", "each Thursday at 4 p.m.", "Mondays", "twice a week", "daily".

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::TimexKind;
use crate::time::expr::{Expr, When};
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Amount, Length, Rest, Stamp, Time, Value, Year};

impl Reader<'_, '_> {
    /// A set of times, perhaps with the hour: "every Monday at 4 p.m.".
    pub(super) fn set(&self, at: usize) -> Option<Found> {
        let found = self.plain_set(at)?;
        let clock = (self.word(found.end) == Word::At).then(|| self.clock(found.end + 1)).flatten();
        let timed = clock.and_then(|clock| at_time(&found, &clock)).or_else(|| self.at_hour_of_set(&found));
        Some(timed.unwrap_or(found))
    }

    /// "3pm every day", "9 a.m. on Sundays": the set that the clock time `found` belongs to.
    pub(super) fn recurs(&self, found: &Found) -> Option<Found> {
        let set = self.plain_set(self.skip(found.end, Word::On))?;
        let timed = at_time(&set, found)?;
        Some(Found { start: found.start, end: set.end, ..timed })
    }

    /// "every night at 9".
    fn at_hour_of_set(&self, found: &Found) -> Option<Found> {
        let When::Fixed(Value::Stamp(stamp)) = found.expr.when else { return None };
        let expr = Expr { time: stamp.time, ..found.expr.clone() };
        let end = found.end;
        let found = self.at_hour(Found { expr, ..found.clone() });
        let value = Value::Stamp(Stamp { time: found.expr.time, ..stamp });
        (found.end > end).then(|| Found { expr: Expr::new(When::Fixed(value)), ..found })
    }

    fn plain_set(&self, at: usize) -> Option<Found> {
        match self.word(at) {
            Word::Each => {
                let quant = if self.is(at, TimeClass::Every) { "EVERY" } else { "EACH" };
                self.each(at).map(|found| Found { quant: Some(quant), ..found })
            }
            Word::Per => match self.word(at + 1) {
                Word::Unit(unit) if !matches!(unit, Unit::Period | Unit::Second) => {
                    Some(recurring(at, at + 2, Value::Length(Length::new(Amount::Exactly(1), unit))))
                }
                _ => None,
            },
            Word::Once => self.often(at, at + 1, if self.is(at, TimeClass::Once) { 1 } else { 2 }),
            Word::Small(_) | Word::Digits(_, 1..=3) | Word::Tens(_) => {
                let (n, end) = self.cardinal(at)?;
                self.is(end, TimeClass::Times).then(|| self.often(at, end + 1, u8::try_from(n).ok()?))?
            }
            Word::Daily(_) if self.is(at, TimeClass::Adverb) && self.noun_follows(at + 1) => None,
            // "bi-monthly"
            Word::Daily(unit)
                if self.tied(at.wrapping_sub(1)) && self.is(at.wrapping_sub(2), TimeClass::Twofold) =>
            {
                Some(recurring(at - 2, at + 1, Value::Length(Length::new(Amount::Exactly(2), unit))))
            }
            Word::Daily(unit) if !self.capital(at) || at == self.first => {
                Some(recurring(at, at + 1, Value::Length(Length::new(Amount::Exactly(1), unit))))
            }
            Word::Units(Unit::Weekend) if matches!(self.before(at), Word::At | Word::On) => {
                Some(recurring(at, at + 1, Value::Stamp(Stamp::new(Year::Unknown, Rest::Weekend(None)))))
            }
            Word::Weekdays(day) => Some(recurring(at, at + 1, weekday(day, None))),
            Word::Weekday(day) => match self.word(at + 1) {
                Word::Parts(part) => Some(recurring(at, at + 2, weekday(day, Some(Time::Part(part))))),
                _ => None,
            },
            Word::EveryOther(unit) if !self.capital(at) || at == self.first => {
                Some(recurring(at, at + 1, Value::Length(Length::new(Amount::Exactly(2), unit))))
            }
            // "in the mornings"
            Word::Parts(part)
                if self.before(at) == Word::The && self.before(at.wrapping_sub(1)) == Word::In =>
            {
                Some(recurring(at, at + 1, Value::Stamp(of_any_day(Time::Part(part)))))
            }
            _ => None,
        }
    }

    /// "twice a week", "three times per year", "once every four years".
    fn often(&self, start: usize, at: usize, times: u8) -> Option<Found> {
        let found = match self.word(at) {
            Word::A | Word::Per => match self.word(at + 1) {
                Word::Unit(unit) if !matches!(unit, Unit::Period | Unit::Second) => {
                    recurring(start, at + 2, Value::Length(Length::new(Amount::Exactly(1), unit)))
                }
                _ => return None,
            },
            Word::Each => Found { quant: Some("EVERY"), ..self.each(at)? },
            _ => return None,
        };
        Some(Found { start, freq: Some(times), ..found })
    }

    /// "every day", "each Thursday", "every two years", "every July", "every other week".
    fn each(&self, at: usize) -> Option<Found> {
        let other = if self.is(at + 1, TimeClass::Other) { at + 2 } else { at + 1 };
        // "every second Tuesday", "every third year"
        if let Some((nth @ 2..=9, end)) = self.ordinal(at + 1) {
            return match self.word(end) {
                Word::Weekday(day) => Some(recurring(at, end + 1, weekday(day, None))),
                Word::Unit(unit) if unit != Unit::Period => {
                    let length = Length::new(Amount::Exactly(u32::from(nth)), unit);
                    Some(recurring(at, end + 1, Value::Length(length)))
                }
                _ => None,
            };
        }
        if let Some(said) = self.amount(other).filter(|said| !said.article)
            && let Word::Units(unit) = self.word(said.end)
        {
            return Some(recurring(at, said.end + 1, Value::Length(Length::new(said.amount, unit))));
        }
        let value = match self.word(other) {
            Word::Unit(Unit::Period | Unit::Second | Unit::Minute) => return None,
            Word::Unit(unit) => {
                let n = if other > at + 1 { 2 } else { 1 };
                Value::Length(Length::new(Amount::Exactly(n), unit))
            }
            Word::Weekday(day) => match self.word(other + 1) {
                Word::Part(part) => {
                    return Some(recurring(at, other + 2, weekday(day, Some(Time::Part(part)))));
                }
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
        Some(recurring(at, other + 1, value))
    }
}

/// The set `found` at the hour of `clock`, which names no day of its own.
fn at_time(found: &Found, clock: &Found) -> Option<Found> {
    let bare = clock.rule == "clock time" && clock.also.is_none();
    let (When::Fixed(value), Some(time @ Time::Clock { .. }), true) =
        (&found.expr.when, clock.expr.time, bare)
    else {
        return None;
    };
    let stamp = match *value {
        Value::Length(Length { amount: Amount::Exactly(1), unit: Unit::Day, and: None }) => of_any_day(time),
        Value::Stamp(stamp @ Stamp { rest: Rest::Weekday(..) | Rest::Day(..), .. }) => {
            Stamp { time: Some(time), ..stamp }
        }
        _ => return None,
    };
    Some(Found { end: clock.end, expr: Expr::new(When::Fixed(Value::Stamp(stamp))), ..found.clone() })
}

/// A time of any day: "XXXX-XX-XXT09:00".
fn of_any_day(time: Time) -> Stamp {
    Stamp { time: Some(time), ..Stamp::new(Year::Unknown, Rest::Day(None, None)) }
}

fn recurring(start: usize, end: usize, value: Value) -> Found {
    Found::new(start, end, TimexKind::Set, "set", When::Fixed(value))
}

fn weekday(day: u8, time: Option<Time>) -> Value {
    Value::Stamp(Stamp { time, ..Stamp::new(Year::Unknown, Rest::Weekday(None, day)) })
}
