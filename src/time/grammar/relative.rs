//! Units counted from now or from what was said before: "today", "last week", "the following year", "next
//! Friday".

use super::clock::unit_day;
use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::time::expr::{Calendar, From, Pick, When};
use crate::time::lexicon::Word;
use crate::time::unit::{Part, Unit};
use crate::time::value::{Amount, Length, Time};
use crate::time::{Modifier, Parts, Stated, TimexKind};

impl Reader<'_, '_> {
    /// "last week", "next Friday", "this year": a unit counted from the article or from what was said.
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
        let found = match self.word(at) {
            Word::Today => Some(Found::date(at, at + 1, "today", unit_day(0, From::Article))),
            Word::Yesterday => Some(Found::date(at, at + 1, "yesterday", unit_day(-1, From::Article))),
            Word::Tomorrow => Some(Found::date(at, at + 1, "tomorrow", unit_day(1, From::Article))),
            Word::Tonight => Some(self.night(at, at + 1, 0)),
            Word::Overnight => Some(self.night(at, at + 1, 0)),
            Word::The if self.word(at + 1) == Word::Unit(Unit::Day) => self.day_beside(at, at + 1),
            Word::Unit(Unit::Day) => self.day_beside(at, at),
            Word::Weekday(_)
            | Word::WeekdayShort(_)
            | Word::Month(_)
            | Word::MonthShort(_)
            | Word::Digits(..) => self.calendar(at),
            _ => None,
        };
        let found = found.or_else(|| self.part_of_day(at)).or_else(|| self.picked(at))?;
        let found = self.at_hour(self.part_after(found));
        let so = matches!(found.expr.when, When::Unit { .. })
            && self.word(found.end) == Word::Or
            && self.word(found.end + 1) == Word::So;
        if so {
            return Some(Found { end: found.end + 2, modifier: Some(Modifier::Approx), ..found });
        }
        Some(self.of_week(found))
    }

    fn night(&self, start: usize, end: usize, by: i32) -> Found {
        let found = Found::new(start, end, TimexKind::Time, "part of a day", unit_day(by, From::Article));
        Found { expr: super::clock::timed(found.expr, Time::Part(Part::Night)), ..found }
    }

    /// "the day before yesterday", "day after tomorrow".
    fn day_beside(&self, start: usize, at: usize) -> Option<Found> {
        let by = match (self.word(at + 1), self.word(at + 2)) {
            (Word::Before, Word::Yesterday) => -2,
            (Word::After, Word::Tomorrow) => 2,
            _ => return None,
        };
        Some(Found::date(start, at + 3, "day beside", unit_day(by, From::Article)))
    }

    /// "last …", "the following …", "this past …": a determiner and what it picks.
    fn picked(&self, at: usize) -> Option<Found> {
        let the = matches!(self.word(at), Word::The);
        let mut next = if the { at + 1 } else { at };
        let first = self.word(next);
        let pick = match first {
            Word::Last => Pick::Last,
            Word::Past if the => Pick::Last,
            Word::This | Word::Current => Pick::This,
            Word::Next => Pick::Next,
            Word::Coming
                if the || matches!(self.before(at), Word::On | Word::For | Word::By | Word::Until) =>
            {
                Pick::Next
            }
            Word::Previous => Pick::Before,
            // "following Tuesday's talks" means after them.
            Word::Following if the => Pick::After,
            Word::That | Word::Same => Pick::Plain,
            Word::Latest if the => Pick::This,
            _ => return if the { self.the_unit(at) } else { None },
        };
        next += 1;
        let pick = match (first, self.word(next)) {
            // "this coming Sunday", "this past spring", "that same day", "this same week".
            (Word::This, Word::Coming | Word::Next) => {
                next += 1;
                Pick::Next
            }
            (Word::This, Word::Past | Word::Last) => {
                next += 1;
                Pick::Last
            }
            (Word::That | Word::This, Word::Same) => {
                next += 1;
                Pick::Plain
            }
            _ => pick,
        };
        let fiscal = self.word(next) == Word::Fiscal;
        let next = if fiscal || self.is(next, TimeClass::FullYear) { next + 1 } else { next };
        self.thing(at, next, pick, first, the)
    }

    /// The unit, weekday, month or season that a determiner picks.
    fn thing(&self, start: usize, at: usize, pick: Pick, first: Word, the: bool) -> Option<Found> {
        let end = at + 1;
        match self.word(at) {
            Word::Unit(unit) => {
                // "last minute", "this second", "this period": not calendar units.
                let latest = first == Word::Latest;
                let plain_period = unit == Unit::Period && !latest;
                if unit.is_clock()
                    || plain_period
                    || matches!(self.word(end), Word::Hyphen)
                        && self.glued(end)
                        && !matches!(self.word(end + 1), Word::Digits(..))
                {
                    return None;
                }
                // "the last day of the visit", "her last day" are not yesterday.
                let final_one = first == Word::Last && unit == Unit::Day;
                if final_one || latest && unit < Unit::Quarter && unit != Unit::Period {
                    return None;
                }
                let (by, from) = match pick {
                    Pick::Last => (-1, From::Article),
                    Pick::This => (0, if latest { From::Focus } else { From::This }),
                    Pick::Next => (
                        1,
                        if the {
                            if unit == Unit::Day { From::Focus } else { From::Either }
                        } else {
                            From::Article
                        },
                    ),
                    Pick::Before => (-1, From::Focus),
                    Pick::After => (1, From::Focus),
                    Pick::Plain | Pick::Within => (0, From::Focus),
                };
                // "the past year and a half"
                let half = self.word(end) == Word::And
                    && self.word(end + 1) == Word::A
                    && self.word(end + 2) == Word::Half;
                if half && matches!(pick, Pick::Last | Pick::Next) {
                    let length = Length::new(Amount::AndHalf(1), unit);
                    let when = When::Length(length);
                    return Some(Found::new(start, end + 3, TimexKind::Duration, "picked amount", when));
                }
                // "over the past year" is twelve months, not the calendar year before.
                if first == Word::Past
                    && the
                    && pick == Pick::Last
                    && unit > Unit::Day
                    && unit != Unit::Weekend
                {
                    let when = When::Length(Length::new(Amount::Exactly(1), unit));
                    return Some(Found::new(start, end, TimexKind::Duration, "picked amount", when));
                }
                let unit = if latest && unit == Unit::Quarter { Unit::Period } else { unit };
                if first == Word::Previous && !the && !matches!(unit, Unit::Year | Unit::Quarter)
                    || first == Word::Same && !the
                    || unit == Unit::Day && first == Word::Current
                {
                    return None;
                }
                Some(Found::date(start, end, "unit", When::Unit { unit, by, from }))
            }
            Word::Weekday(day) => {
                let stated = Stated { value: day, span: self.span(at, end) };
                // "this Friday, Oct. 23": the date is more precise.
                let date = self.calendar(at).filter(|f| f.parts.day.is_some());
                if let Some(date) = date {
                    return Some(Found { start, ..date });
                }
                let parts = Parts { weekday: Some(stated), ..Parts::default() };
                let rule = if pick == Pick::Plain { "weekday" } else { "picked weekday" };
                (first != Word::That && first != Word::Same || pick == Pick::Plain).then(|| {
                    Found::date(start, end, rule, When::Weekday { day, pick, week: None }).with(parts)
                })
            }
            Word::Month(_) | Word::Season(_) | Word::Feast => {
                let found = match self.word(at) {
                    Word::Month(month) => {
                        let stated = Stated { value: month, span: self.span(at, end) };
                        let calendar = Calendar::of(
                            crate::time::expr::YearOf::Open,
                            crate::time::expr::Piece::Month(month),
                        );
                        let dated = self.calendar(at).filter(|f| f.end > end);
                        let parts = Parts { month: Some(stated), ..Parts::default() };
                        dated.unwrap_or_else(|| {
                            Found::date(at, end, "picked month", When::Calendar(calendar)).with(parts)
                        })
                    }
                    Word::Season(season) => {
                        let calendar = Calendar::of(
                            crate::time::expr::YearOf::Open,
                            crate::time::expr::Piece::Season(season),
                        );
                        Found::date(at, end, "picked season", When::Calendar(calendar))
                    }
                    _ => self.feast(at)?,
                };
                if matches!(first, Word::That | Word::Same | Word::Latest) {
                    return None;
                }
                let When::Calendar(calendar) = found.expr.when else { return Some(Found { start, ..found }) };
                let expr = crate::time::expr::Expr::new(When::Calendar(Calendar { pick, ..calendar }));
                Some(Found { start, expr, ..found })
            }
            _ => None,
        }
    }

    /// "the year", "the quarter", "the weekend", "the week", "the month".
    fn the_unit(&self, at: usize) -> Option<Found> {
        let whole = self.is(at + 1, TimeClass::Whole);
        let unit_at = if whole { at + 2 } else { at + 1 };
        let Word::Unit(unit) = self.word(unit_at) else { return None };
        let end = unit_at + 1;
        if whole && unit != Unit::Year {
            return None;
        }
        if self.word(end) == Word::Hyphen && self.glued(end) {
            return None;
        }
        if matches!(unit, Unit::Year | Unit::Quarter | Unit::Week | Unit::Month)
            && let Some(calendar) = self.ending(end, unit)
        {
            return Some(Found::date(at, end, "unit ended", When::Holding(unit, calendar)));
        }
        // "the week before last", "the month after next"
        let twice = match (self.word(end), self.word(end + 1)) {
            (Word::Before, Word::Last) => -2,
            (Word::After, Word::Next) => 2,
            _ => 0,
        };
        if twice != 0 && unit > Unit::Day && unit < Unit::Period {
            return Some(Found::date(
                at,
                end + 2,
                "unit beside",
                When::Unit { unit, by: twice, from: From::Article },
            ));
        }
        // "the week before": before the last mention.
        let alone = end + 1 >= self.last || matches!(self.word(end + 1), Word::Comma | Word::Dot | Word::And);
        if matches!(self.word(end), Word::Before | Word::After)
            && alone
            && !whole
            && unit > Unit::Hour
            && unit < Unit::Period
        {
            let by = if self.word(end) == Word::Before { -1 } else { 1 };
            return Some(Found::date(at, end + 1, "unit beside", When::Unit { unit, by, from: From::Focus }));
        }
        let found = |unit, from| Some(Found::date(at, end, "the unit", When::Unit { unit, by: 0, from }));
        match unit {
            Unit::Year | Unit::Month | Unit::Week if !matches!(self.word(end), Word::Of) => {
                let noun = self.word(end) == Word::Other
                    && self.text(end).starts_with(char::is_lowercase)
                    && unit != Unit::Year
                    && !self.is_written(end, TimeClass::AfterDate)
                    && !self.is_written(end, TimeClass::Ended)
                    && !self.is_written(end, TimeClass::Ending);
                if noun { None } else { found(unit, From::Either) }
            }
            Unit::Week | Unit::Weekend if self.word(end) == Word::Of => {
                let ordinal =
                    self.ordinal(self.skip(end + 1, Word::The)).filter(|(day, _)| (1..=31).contains(day));
                let point = self.point(end + 1).filter(super::clock::is_day);
                if let (Some((day, last)), None) = (ordinal, &point) {
                    let noun = self.text(last).starts_with(char::is_alphabetic)
                        && !self.is_written(last, TimeClass::AfterDate);
                    let when = When::HoldingDate(unit, day);
                    return (!noun).then(|| Found::date(at, last, "week of a day", when));
                }
                let day = point?;
                let last = day.end_of_all();
                let When::Calendar(calendar) = day.expr.when else { return None };
                let expr = crate::time::expr::Expr::new(When::Holding(unit, calendar));
                Some(Found { start: at, end: last, rule: "week of a day", expr, also: None, ..day })
            }
            Unit::Weekend => found(unit, From::Article),
            Unit::Decade | Unit::Century if self.before(at) == Word::Of => found(unit, From::Either),
            Unit::Quarter => found(Unit::Period, From::Focus),
            // "later in the day", "over the course of the day": the day just mentioned.
            Unit::Day
                if self.before(at) == Word::Of && self.is(at.wrapping_sub(2), TimeClass::CourseOf)
                    || self.before(at) == Word::In
                        && matches!(self.before(at.wrapping_sub(1)), Word::Later | Word::Earlier) =>
            {
                found(unit, From::Near)
            }
            Unit::Day
                if matches!(self.before(at), Word::In | Word::On)
                    && self.word(end) != Word::Of
                    && !matches!(self.word(end), Word::Before | Word::After) =>
            {
                found(unit, From::Either)
            }
            _ => None,
        }
    }

    /// The date in "the quarter ended Sept. 30", "the year ending June 30, 1990".
    fn ending(&self, at: usize, unit: Unit) -> Option<Calendar> {
        // A week may also be given by its first day.
        let begins = unit == Unit::Week && (self.word(at) == Word::Start || self.is(at, TimeClass::Starting));
        if !self.is(at, TimeClass::Ended) && !self.is(at, TimeClass::Ending) && !begins {
            return None;
        }
        let date = self.calendar(self.skip(at + 1, Word::On)).filter(super::clock::is_day)?;
        let When::Calendar(calendar) = date.expr.when else { return None };
        Some(calendar)
    }

    /// "Friday of last week", "Monday of this week".
    fn of_week(&self, found: Found) -> Found {
        let When::Weekday { day, pick: Pick::Plain, .. } = found.expr.when else { return found };
        if found.expr.time.is_some() || found.parts.day.is_some() {
            return found;
        }
        // "Friday week", "Monday fortnight": that long after the next one.
        let weeks = match self.word(found.end) {
            Word::Unit(Unit::Week) => Some(1),
            Word::Fortnight => Some(2),
            _ => None,
        };
        let noun = matches!(self.word(found.end + 1), Word::Other | Word::Hyphen | Word::Possessive)
            && self.text(found.end + 1).starts_with(|c: char| c.is_alphabetic() || matches!(c, '-' | '\''));
        if weeks.is_some() && !noun && !self.capital(found.end) {
            let when = When::Weekday { day, pick: Pick::Next, week: weeks };
            let expr = crate::time::expr::Expr::new(when);
            return Found { end: found.end + 1, rule: "weeks from a weekday", expr, ..found };
        }
        let of = self.skip(found.end, Word::Of);
        let week = match self.word(of) {
            Word::Last => -1,
            Word::This => 0,
            Word::Next => 1,
            _ => return found,
        };
        if self.word(of + 1) != Word::Unit(Unit::Week) {
            return found;
        }
        let when = When::Weekday { day, pick: Pick::Plain, week: Some(week) };
        Found { end: of + 2, rule: "weekday of a week", expr: crate::time::expr::Expr::new(when), ..found }
    }
}
