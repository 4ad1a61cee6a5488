//! Amounts of time: "three days", "five-year", "the past two months", "a decade ago", "15 a year".

use super::measures::Measured;
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{From, When};
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Amount, Length, Value};
use crate::time::{Modifier, Parts, Stated, TimexKind};

impl Reader<'_, '_> {
    /// "three days", "two weeks ago", "more than a year".
    pub(super) fn amount_phrase(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.between(at) {
            return Some(found);
        }
        let (modifier, next) = self.limit(at);
        let found = self
            .weekdays_ago(at)
            .or_else(|| self.counted(next, at))
            .or_else(|| self.bare_units(next, at))
            .or_else(|| self.lasting(next))?;
        let vague = matches!(found.expr.when, When::Length(Length { amount: Amount::Some, .. }));
        let preposition = vague && matches!(self.word(at), Word::Over | Word::Under | Word::At);
        // "used over three years" is a stretch, "for over three years" a bound.
        let over = self.word(at) == Word::Over && !self.bounds(at);
        let shown = modifier.is_some() && !self.is(at, TimeClass::OutsideBound) && !over && !preposition;
        let start = if shown { at } else { found.start };
        let modifier = modifier.filter(|_| shown || self.word(at) == Word::About);
        let start = if self.widens(start, &found) { start - 1 } else { start };
        Some(Found { start, modifier: found.modifier.or(modifier), ..found })
    }

    /// Everything that begins with a determiner or an amount.
    fn counted(&self, at: usize, outer: usize) -> Option<Found> {
        // "in as many days"
        if self.is(at, TimeClass::Many) && self.is(at.wrapping_sub(1), TimeClass::AsOrHow) {
            return None;
        }
        let (the, next) = if self.word(at) == Word::The { (true, at + 1) } else { (false, at) };
        // "the talks will last two days": a verb.
        if self.word(next) == Word::Last && !the && self.is_verb_last(next) {
            return None;
        }
        let picked = matches!(
            self.word(next),
            Word::Past
                | Word::Last
                | Word::Next
                | Word::First
                | Word::Coming
                | Word::Following
                | Word::Previous
                | Word::Latest
        ) || self.is(next, TimeClass::Final);
        let from = if picked { next + 1 } else { next };
        let Some(m) = self.measured(from) else {
            return self.picked_units(at, next, picked);
        };
        if picked && (m.article || m.hyphen) || the && m.article {
            return None;
        }
        if picked {
            let plural = m.plural || matches!(m.length.amount, Amount::AndHalf(_));
            return plural.then(|| {
                self.or_so(Found::new(
                    at,
                    m.end,
                    TimexKind::Duration,
                    "picked amount",
                    When::Length(m.length),
                ))
            });
        }
        if the {
            // "the nine months", but in "the two-week crisis" the article belongs to the crisis.
            return (m.plural && !m.hyphen)
                .then(|| Found::new(at, m.end, TimexKind::Duration, "amount", When::Length(m.length)));
        }
        self.amount_with_tail(at, outer, &m)
    }

    /// "will last", "to last", "did not last".
    fn is_verb_last(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        self.word(before) == Word::To
            || self.is_written(before, TimeClass::FutureVerb)
            || self.is(before, TimeClass::Negation)
            || self.text(before).ends_with("n't")
            || self.text(before).ends_with("n’t")
    }

    /// "aged 8 to 10 years": whether the number at `at` is someone's age.
    fn aged(&self, at: usize) -> bool {
        let mut before = (self.first..at).rev().take(4);
        before.find(|i| !self.is_of_number(*i)).is_some_and(|i| self.is(i, TimeClass::Aged))
    }

    /// Whether a token may stand in "8 to 10".
    fn is_of_number(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Word::Digits(..) | Word::To | Word::And | Word::Hyphen | Word::Between | Word::Small(_)
        )
    }

    /// An amount and what follows it: "ago", "later", "from Monday", "old".
    fn amount_with_tail(&self, at: usize, outer: usize, m: &Measured) -> Option<Found> {
        if self.aged(outer) {
            return None;
        }
        let old = self.skip(m.end, Word::Hyphen);
        if self.word(old) == Word::Old || self.word(m.end) == Word::Of && self.is(m.end + 1, TimeClass::Age) {
            return None;
        }
        let found = Found::new(at, m.end, TimexKind::Duration, "amount", When::Length(m.length));
        let found = self.or_so(found);
        let end = found.end;
        if m.hyphen {
            return (self.word(end) != Word::Ago).then_some(found);
        }
        if let Some(found) = self.counted_from_a_day(&found, m.length) {
            return Some(found);
        }
        let away = |end, back, from| Some(self.away(&found, m.length, end, back, from));
        match (self.word(end), self.word(end + 1)) {
            // "a week ago Monday"
            (Word::Ago, Word::Weekday(day)) if m.length.unit == Unit::Week => {
                let Amount::Exactly(n) = m.length.amount else { return None };
                let week = i32::try_from(n).ok().map(|n| -n);
                let stated = Stated { value: day, span: self.span(end + 1, end + 2) };
                let parts = Parts { weekday: Some(stated), ..Parts::default() };
                let when = When::Weekday { day, pick: crate::time::expr::Pick::Plain, week };
                return Some(Found::date(at, end + 2, "weeks from a weekday", when).with(parts));
            }
            (Word::Ago, _) => return away(end + 1, true, From::Either),
            // "a month earlier than usual": how much earlier, not when.
            (Word::Earlier | Word::Later, Word::Than) => return Some(found),
            (Word::Earlier, _) => return away(end + 1, true, From::Focus),
            (Word::Later, _) => return away(end + 1, false, From::Focus),
            (Word::From, Word::Now | Word::Today) => return away(end + 2, false, From::Article),
            (Word::From, Word::Weekday(day)) if m.length.unit == Unit::Week => {
                let Amount::Exactly(n) = m.length.amount else { return None };
                let when =
                    When::Weekday { day, pick: crate::time::expr::Pick::Next, week: i32::try_from(n).ok() };
                return Some(Found::date(at, end + 2, "weeks from a weekday", when));
            }
            (Word::Before | Word::After, next) if !self.glued(end) => {
                let back = self.word(end) == Word::Before;
                let alone = matches!(next, Word::Comma | Word::Dot) || end + 1 >= self.last;
                if alone {
                    return away(end + 1, back, From::Focus);
                }
            }
            _ if self.is(end, TimeClass::Back) && matches!(self.word(end + 1), Word::Comma | Word::Dot) => {
                return away(end + 1, true, From::Either);
            }
            _ if self.is(end, TimeClass::Prior) && self.word(end + 1) != Word::To => {
                return away(end + 1, true, From::Focus);
            }
            _ if self.is(end, TimeClass::Previously) => return away(end + 1, true, From::Focus),
            _ if self.is(end, TimeClass::Hence) => return away(end + 1, false, From::Article),
            _ => {}
        }
        if m.article {
            return self.rate_or_length(found, outer);
        }
        Some(found)
    }

    /// "a year" is a rate after a number ("15 a year"), else a length where a preposition asks for one.
    fn rate_or_length(&self, found: Found, outer: usize) -> Option<Found> {
        let before = self.before(found.start);
        let next = self.word(found.end);
        let asked = outer < found.start
            || matches!(
                before,
                Word::For
                    | Word::Within
                    | Word::In
                    | Word::After
                    | Word::About
                    | Word::Over
                    | Word::During
                    | Word::Before
                    | Word::Under
                    | Word::Than
                    | Word::Nearly
                    | Word::Until
            )
            || matches!(next, Word::Before | Word::After)
            || self.is_written(found.start.wrapping_sub(1), TimeClass::BeforeLength);
        if asked {
            return Some(found);
        }
        let When::Length(length) = found.expr.when else { return None };
        let counted = matches!(
            before,
            Word::Digits(..)
                | Word::Grouped(_)
                | Word::Small(_)
                | Word::Tens(_)
                | Word::Scale(_)
                | Word::Once
        ) || self.counts(found.start.wrapping_sub(1))
            || self.is(found.start.wrapping_sub(1), TimeClass::Percent)
            || matches!(
                self.before(found.start.wrapping_sub(1)),
                Word::Digits(..) | Word::Grouped(_) | Word::Scale(_) | Word::Small(_)
            );
        let short = self.word(found.start + 1) == Word::Unit(Unit::Second);
        (counted && !short && next != Word::Of).then(|| Found {
            kind: TimexKind::Set,
            rule: "rate",
            expr: crate::time::expr::Expr::new(When::Fixed(Value::Length(length))),
            ..found
        })
    }

    /// A plural before a rate: "seats a week", but not "is a year" or "opens a week".
    fn counts(&self, at: usize) -> bool {
        self.text(at).ends_with('s')
            && !self.is_written(at, TimeClass::NotCounted)
            && self.scheduled(at).is_none()
    }

    fn away(&self, found: &Found, length: Length, end: usize, back: bool, from: From) -> Found {
        let vague = length.amount == Amount::Some;
        let rule = if back { "ago" } else { "later" };
        let clock = length.unit.is_clock();
        let days = matches!(length.amount, Amount::Exactly(n) if n % 24 == 0) && length.unit == Unit::Hour;
        let (kind, when) = match (vague, clock && !days) {
            // "half an hour ago" was on this day.
            (false, true) if back && from == From::Either && is_short(length) => {
                (TimexKind::Time, When::Away { length, back, from })
            }
            (_, true) => (TimexKind::Duration, When::Length(length)),
            // "days later" in a story is not the future.
            (true, _) if from == From::Focus && !back => (TimexKind::Duration, When::Length(length)),
            (true, _) => (TimexKind::Date, When::Fixed(if back { Value::Past } else { Value::Future })),
            _ => (TimexKind::Date, When::Away { length, back, from }),
        };
        let end = if kind == TimexKind::Duration && !back && clock { found.end } else { end };
        Found { end, kind, rule, expr: crate::time::expr::Expr::new(when), ..found.clone() }
    }

    /// "or so", "or more".
    fn or_so(&self, found: Found) -> Found {
        match (self.word(found.end), self.word(found.end + 1)) {
            (Word::Or, Word::So) => Found { end: found.end + 2, modifier: Some(Modifier::Approx), ..found },
            (Word::Or, Word::More) if self.word(found.end + 2) != Word::Than => {
                Found { end: found.end + 2, modifier: Some(Modifier::EqualOrMore), ..found }
            }
            _ => found,
        }
    }

    /// "recent years", "the coming weeks", "past years".
    fn picked_units(&self, at: usize, next: usize, picked: bool) -> Option<Found> {
        if picked && self.word(next + 1) == Word::Fortnight {
            let length = Length::new(Amount::Exactly(2), Unit::Week);
            let when = When::Length(length);
            return Some(Found::new(at, next + 2, TimexKind::Duration, "picked amount", when));
        }
        let recent = self.word(next) == Word::Recent;
        // "following years of drought": "following" is a preposition.
        let preposition = self.word(next) == Word::Following && next == at;
        let coming =
            matches!(self.word(next), Word::Coming | Word::Past | Word::Following) && picked && !preposition;
        if !recent && !coming {
            return None;
        }
        let Word::Units(unit) = self.word(next + 1) else { return None };
        (unit > Unit::Hour).then(|| {
            let length = Length { amount: Amount::Some, unit, and: None };
            Found::new(at, next + 2, TimexKind::Duration, "vague amount", When::Length(length))
        })
    }

    /// "weeks", "for years", "in the days before": a plural without a number.
    fn bare_units(&self, at: usize, outer: usize) -> Option<Found> {
        let Word::Units(unit) = self.word(at) else { return None };
        let before = self.before(outer);
        let counted = matches!(
            before,
            Word::Digits(..)
                | Word::Grouped(_)
                | Word::Hyphen
                | Word::Each
                | Word::Few
                | Word::Small(_)
                | Word::These
                | Word::This
        ) || self.is(outer.wrapping_sub(1), TimeClass::Those);
        let end = at + 1;
        if counted
            || unit == Unit::Period
            || unit == Unit::Weekend
            || unit == Unit::Quarter
            || matches!(self.word(end), Word::Old | Word::Apostrophe | Word::Possessive)
        {
            return None;
        }
        if self.tied(end) {
            let long = self.word(end + 1) == Word::Long;
            return long.then(|| vague(at, end + 2, unit));
        }
        let over = before == Word::The && self.before(outer.wrapping_sub(1)) == Word::Over && outer == at;
        let found = vague(if over { at - 1 } else { at }, end, unit);
        match self.word(end) {
            Word::Ago => return Some(self.away(&found, length(unit), end + 1, true, From::Either)),
            Word::Earlier => return Some(self.away(&found, length(unit), end + 1, true, From::Focus)),
            Word::Later => return Some(self.away(&found, length(unit), end + 1, false, From::Focus)),
            _ => {}
        }
        let asked =
            matches!(
                before,
                Word::For
                    | Word::In
                    | Word::Within
                    | Word::After
                    | Word::The
                    | Word::Over
                    | Word::During
                    | Word::Since
            ) || matches!(self.word(end), Word::Before | Word::After | Word::Of | Word::Or | Word::And)
                || self.is_written(outer.wrapping_sub(1), TimeClass::BeforeUnits);
        let clock = unit.is_clock()
            && !matches!(before, Word::For | Word::Within)
            && !matches!(self.word(end), Word::Before | Word::After);
        let counted_of = matches!(self.word(end), Word::Of) && before == Word::The;
        (asked && !clock && !counted_of).then_some(found)
    }

    /// "day-long", "year-long".
    fn lasting(&self, at: usize) -> Option<Found> {
        // "all day", "all-year"
        if self.word(at) == Word::All
            && let next = self.skip(at + 1, Word::Hyphen)
            && let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = self.word(next)
        {
            let length = When::Length(Length::new(Amount::Exactly(1), unit));
            return (!self.capital(next))
                .then(|| Found::new(at, next + 1, TimexKind::Duration, "amount", length));
        }
        let Word::Unit(unit) = self.word(at) else { return None };
        let long = self.word(at + 1) == Word::Hyphen && self.word(at + 2) == Word::Long;
        let length = Length::new(Amount::Exactly(1), unit);
        (long && unit != Unit::Second)
            .then(|| Found::new(at, at + 3, TimexKind::Duration, "amount", When::Length(length)))
    }
}

/// The longest time before now that is almost surely of the same day.
const MAX_SAME_DAY_HOURS: u32 = 6;

/// Whether a length before now hardly reaches into another day.
fn is_short(length: Length) -> bool {
    match (length.amount, length.unit) {
        (Amount::Exactly(n), Unit::Hour) => n <= MAX_SAME_DAY_HOURS,
        (Amount::Exactly(n), Unit::Minute) => n <= MAX_SAME_DAY_HOURS * 60,
        (Amount::Exactly(_), Unit::Second) => true,
        _ => false,
    }
}

fn length(unit: Unit) -> Length {
    Length { amount: Amount::Some, unit, and: None }
}

fn vague(start: usize, end: usize, unit: Unit) -> Found {
    Found::new(start, end, TimexKind::Duration, "vague amount", When::Length(length(unit)))
}
