//! Words before a date that belong to it: "early", "mid-", "later", "the end of", "around".

use super::clock::is_day;
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{Calendar, Pick, Piece, When};
use crate::time::lexicon::Word;
use crate::time::unit::{Part, Unit};
use crate::time::{Modifier, TimexKind};

impl Reader<'_, '_> {
    /// "early May", "the end of the year": a part of what follows.
    pub(super) fn edge(&self, at: usize) -> Option<Found> {
        let the = if self.word(at) == Word::The { at + 1 } else { at };
        let next = the + 1;
        match self.word(the) {
            Word::Early | Word::Late | Word::Mid => self.part(at, the),
            Word::Other if self.is(the, TimeClass::Rest) && self.word(next) == Word::Of => {
                self.edge_of(at, next + 1, Modifier::End).filter(|f| matches!(f.expr.when, When::Unit { .. }))
            }
            Word::Middle | Word::Start | Word::End if self.word(next) == Word::Of => {
                let modifier = match self.word(the) {
                    Word::Start => Modifier::Start,
                    Word::End => Modifier::End,
                    _ => Modifier::Mid,
                };
                self.edge_of(at, next + 1, modifier)
            }
            // "end-May", "end-2019"
            Word::End if the == at && self.word(next) == Word::Hyphen && self.glued(next) => self
                .edge_of(at, next + 1, Modifier::End)
                .filter(|f| matches!(f.rule, "month" | "month year" | "year")),
            Word::Earlier | Word::Later if the == at => self.earlier(at),
            Word::About if the == at && self.is(at, TimeClass::Around) => {
                let found = self
                    .clock(next)
                    .or_else(|| self.point(next))
                    .or_else(|| self.reference(next).filter(|f| f.rule == "year end"))?;
                let weekday = matches!(found.expr.when, When::Weekday { .. } | When::Unit { .. });
                let exact = is_day(&found) && !weekday
                    || found.kind == TimexKind::Time
                    || found.rule == "year end"
                    || matches!(found.expr.when, When::Calendar(_));
                exact.then_some(Found { start: at, modifier: Some(Modifier::Approx), ..found })
            }
            _ => None,
        }
    }

    /// "early 1990", "late last month", "mid-May", "the early 1980s", "early Tuesday".
    fn part(&self, start: usize, at: usize) -> Option<Found> {
        let modifier = match self.word(at) {
            Word::Early => Modifier::Start,
            Word::Late => Modifier::End,
            _ => Modifier::Mid,
        };
        let mut next = at + 1;
        if self.word(next) == Word::Hyphen && self.glued(next) {
            next += 1;
        }
        // "early in the year", "late in 1862"
        if self.word(next) == Word::In && modifier != Modifier::Mid && start == at {
            return self.edge_of(start, next + 1, modifier).filter(|f| f.kind == TimexKind::Date);
        }
        if modifier == Modifier::Mid && matches!(self.word(next), Word::Part(Part::Afternoon | Part::Morning))
        {
            return self.mid_part(start, next);
        }
        // "the early years"
        if let Word::Units(unit @ (Unit::Year | Unit::Day | Unit::Month)) = self.word(next)
            && start < at
        {
            let expr = crate::time::expr::Expr::vague(unit);
            return Some(Found::new(start, next + 1, TimexKind::Duration, "vague amount", expr.when));
        }
        // "early on Tuesday", "late on Tuesday night"
        let on = self.skip(next, Word::On);
        let next = if matches!(self.word(on), Word::Weekday(_)) { on } else { next };
        let found = self.point(next).or_else(|| self.bare_part(next))?;
        // "the early summer", "the late 1970s"; but "the late May" is a person.
        let dated =
            !matches!(found.expr.when, When::Fixed(_)) || found.rule == "decade" || found.rule == "century";
        let the = start < at
            && !matches!(found.rule, "decade" | "century" | "season" | "month" | "month year" | "year");
        let single = found.also.is_none() || found.rule == "century";
        (dated && !the && single).then_some(Found { start, modifier: Some(modifier), ..found })
    }

    /// The "afternoon" of "it happened late afternoon".
    fn bare_part(&self, at: usize) -> Option<Found> {
        let Word::Part(part @ (Part::Morning | Part::Afternoon | Part::Evening)) = self.word(at) else {
            return None;
        };
        let ends = at + 1 >= self.last || matches!(self.word(at + 1), Word::Comma | Word::Dot | Word::On);
        let found = Found::new(
            at,
            at + 1,
            TimexKind::Time,
            "part of a day",
            super::clock::unit_day(0, crate::time::expr::From::Near),
        );
        let expr = super::clock::timed(found.expr, crate::time::value::Time::Part(part));
        let adjective = matches!(self.before(at.wrapping_sub(1)), Word::The | Word::A);
        (ends && !adjective).then_some(Found { expr, ..found })
    }

    /// "mid-afternoon", "mid-afternoon yesterday".
    fn mid_part(&self, start: usize, at: usize) -> Option<Found> {
        let Word::Part(part) = self.word(at) else { return None };
        let time = crate::time::value::Time::Part(part);
        let day = self.point(at + 1).filter(is_day);
        let (when, end, parts) = match day {
            Some(day) => (day.expr.when, day.end, day.parts),
            None => (super::clock::unit_day(0, crate::time::expr::From::Either), at + 1, Default::default()),
        };
        let found = Found::new(start, end, TimexKind::Time, "part of a day", when).with(parts);
        Some(Found { expr: super::clock::timed(found.expr, time), modifier: Some(Modifier::Mid), ..found })
    }

    /// The period whose end "the end of" names.
    fn edge_of(&self, start: usize, at: usize, modifier: Modifier) -> Option<Found> {
        let found = self.point(at).or_else(|| self.bare_unit(at))?;
        let calendar = matches!(found.expr.when, When::Calendar(_) | When::Unit { .. } | When::Fixed(_));
        let day = matches!(found.expr.when, When::Calendar(Calendar { piece: Piece::Day(..), .. }));
        (calendar && !day && found.also.is_none() && found.kind == TimexKind::Date).then_some(Found {
            start,
            modifier: Some(modifier),
            ..found
        })
    }

    /// The "year" of "by end of year".
    fn bare_unit(&self, at: usize) -> Option<Found> {
        let Word::Unit(unit @ (Unit::Month | Unit::Quarter | Unit::Year)) = self.word(at) else {
            return None;
        };
        let noun = self.word(at + 1) == Word::Other && self.text(at + 1).starts_with(char::is_lowercase)
            || self.tied(at + 1)
            || self.capital(at);
        let when = When::Unit { unit, by: 0, from: crate::time::expr::From::Either };
        (!noun).then(|| Found::date(at, at + 1, "unit end", when))
    }

    /// "earlier this year", "later that day", "later in the month". In "earlier Sunday", "earlier" describes
    /// the event.
    fn earlier(&self, at: usize) -> Option<Found> {
        let modifier = if self.word(at) == Word::Earlier { Modifier::Start } else { Modifier::End };
        let next = self.skip(at + 1, Word::In);
        let found = self.point(next)?;
        let relative = match found.expr.when {
            When::Unit { .. } => true,
            When::Calendar(_) => self.word(at + 1) == Word::In,
            // "earlier Sunday" describes the event, "later Sunday" the hour.
            When::Weekday { pick: Pick::Plain, .. } => {
                modifier == Modifier::End && next == at + 1 && at > self.first
            }
            _ => false,
        };
        let in_a_unit =
            next == at + 1 || self.word(next) == Word::The || matches!(found.expr.when, When::Calendar(_));
        (relative && in_a_unit).then_some(Found { start: at, modifier: Some(modifier), ..found })
    }
}
