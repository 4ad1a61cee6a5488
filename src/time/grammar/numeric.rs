//! Dates in figures: ISO 8601 (weeks included), "13/05/2019", "5/13/2019", "14.05.2018".

use super::{Found, Reader};
use crate::text::Span;
use crate::time::expr::{Calendar, Piece, When, YearOf};
use crate::time::lexicon::Word;
use crate::time::value::Time;
use crate::time::{Parts, Stated, TimexKind};

impl Reader<'_, '_> {
    /// "2019-02-21", "21/2/2019", "21.02.2019".
    pub(super) fn numeric(&self, at: usize) -> Option<Found> {
        let Word::Digits(_, len) = self.word(at) else { return None };
        // A number inside a longer code ("v1.2018-05-14") is not a date.
        if self.glued(at)
            && !matches!(self.before(at), Word::Open | Word::Comma | Word::Apostrophe)
            && self.before(at) != Word::Other
        {
            return None;
        }
        if len == 4 {
            self.iso(at).or_else(|| self.year_first(at))
        } else {
            let found = self.year_last(at).or_else(|| self.slashed(at))?;
            let other = (self.word(found.end) == Word::Hyphen && self.glued(found.end))
                .then(|| self.year_last(found.end + 1))
                .flatten();
            Some(Found { also: other.map(Box::new), ..found })
        }
    }

    /// "2018-05-14", "2018-05-14T10:00Z", "2019-W20", "2019-W20-3", "2019-05".
    fn iso(&self, at: usize) -> Option<Found> {
        if self.word(at + 1) != Word::Hyphen || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let from = self.layout.token(at)?.span.start;
        let start = from as usize;
        let tail = self.layout.text.get(start..)?;
        let run = tail
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '+' | '.')))
            .unwrap_or(tail.len());
        let run = tail.get(..run)?.trim_end_matches(['.', ':', '-', '+']);
        let year: i16 = run.get(..4)?.parse().ok()?;
        if !(1000..=2199).contains(&year) {
            return None;
        }
        let rest = run.get(5..)?;
        let (piece, parts, used, time) = if let Some(week) = rest.strip_prefix('W') {
            let n = two(week.get(..2)?)?;
            let day = week.strip_prefix(week.get(..2)?)?.strip_prefix('-').and_then(|d| d.parse::<u8>().ok());
            match day.filter(|d| (1..=7).contains(d)) {
                Some(day) => (Piece::WeekDay(n, day), None, 10, None),
                None => (Piece::Week(n), None, 8, None),
            }
        } else {
            let month = two(rest.get(..2)?)?;
            let day = rest.get(2..).and_then(|r| r.strip_prefix('-')).and_then(|r| r.get(..2)).and_then(two);
            // There is no month 13.
            match day.filter(|_| (1..=12).contains(&month)) {
                Some(day) => {
                    let clock = rest.get(5..).and_then(|r| r.strip_prefix('T')).and_then(clock);
                    let used = clock.map_or(10, |(_, len)| 11 + len);
                    (Piece::Day(month, day), Some((month, Some(day))), used, clock.map(|(time, _)| time))
                }
                None => (Piece::Month(month), Some((month, None)), 7, None),
            }
        };
        if used != run.len() {
            return None;
        }
        // "2006-07" is a season far more often than a month.
        if let Piece::Month(month) = piece
            && (i16::from(month) == (year + 1) % 100 || !(1..=12).contains(&month))
        {
            return None;
        }
        let end = self.token_ending_at(at, start + used)?;
        // "2018-05-14 22:31:10"
        let (time, end) = match (time, self.word(end), self.minutes(end + 1)) {
            (None, Word::Digits(hour @ 0..=24, 1..=2), Some((minute, second, after)))
                if matches!(piece, Piece::Day(..)) && self.word(end + 1) == Word::Colon =>
            {
                let time = super::clock::with(hour as u8, minute, second);
                match self.zone(after) {
                    Some((utc, last)) => (Some(super::clock::in_zone(time, utc)), last),
                    None => (Some(time), after),
                }
            }
            _ => (time, end),
        };
        let parts = Parts {
            year: Some(Stated { value: year, span: Span::sized(from, 4) }),
            month: parts.map(|(month, _)| Stated { value: month, span: Span::sized(from + 5, 2) }),
            day: parts
                .and_then(|(_, day)| day)
                .map(|day| Stated { value: day, span: Span::sized(from + 8, 2) }),
            weekday: None,
        };
        let when = When::Calendar(Calendar::of(YearOf::Stated(year), piece));
        let mut found = Found::date(at, end, "iso date", when).with(parts);
        if time.is_some() {
            found.expr.time = time;
            found.kind = TimexKind::Time;
        }
        Some(found)
    }

    fn token_ending_at(&self, at: usize, end: usize) -> Option<usize> {
        let last = (at..self.last)
            .take(12)
            .find(|&i| self.layout.token(i).is_some_and(|t| t.span.end as usize >= end))?;
        (self.layout.token(last)?.span.end as usize == end).then_some(last + 1)
    }

    /// "2019/05/13".
    fn year_first(&self, at: usize) -> Option<Found> {
        let (year, month, day, end) = self.three(at)?;
        let year = i16::try_from(year).ok().filter(|y| (1000..=2199).contains(y))?;
        self.figures(at, end, year, (month, at + 2), (day, at + 4), None, at)
    }

    /// "13/05/2019", "5/13/2019", "7/8/07", "14.05.2018". Evidence settles the order of day and month later.
    fn year_last(&self, at: usize) -> Option<Found> {
        let (first, second, year, end) = self.three(at)?;
        let slash = self.word(at + 1) == Word::Slash;
        let year = match self.word(at + 4) {
            Word::Digits(y, 4) if (1000..=2199).contains(&y) => y as i16,
            Word::Digits(_, 2) if slash => {
                if year >= 50 {
                    1900 + year as i16
                } else {
                    2000 + year as i16
                }
            }
            _ => return None,
        };
        // Dots are written day first.
        let (day, month) = ((first, at), (second, at + 2));
        let american = ((second, at + 2), (first, at));
        let fits = |month: u32| (1..=12).contains(&month);
        match (fits(first), fits(second)) {
            (_, true) if self.word(at + 1) == Word::Dot => {
                self.figures(at, end, year, month, day, None, at + 4)
            }
            (true, true) if first == second => self.figures(at, end, year, month, day, None, at + 4),
            (true, true) => {
                let (day, month) = american;
                self.figures(at, end, year, month, day, Some((second as u8, first as u8)), at + 4)
            }
            (true, false) => self.figures(at, end, year, american.1, american.0, None, at + 4),
            (false, true) => self.figures(at, end, year, month, day, None, at + 4),
            (false, false) => None,
        }
    }

    /// "on 22/04", "Friday 5/12": without a year only where a day is asked for and only one order is
    /// possible.
    fn slashed(&self, at: usize) -> Option<Found> {
        let (Word::Digits(first, 1..=2), Word::Slash, Word::Digits(second, 1..=2)) =
            (self.word(at), self.word(at + 1), self.word(at + 2))
        else {
            return None;
        };
        let glued = self.glued(at + 1) && self.glued(at + 2);
        let more = self.glued(at + 3) && !matches!(self.word(at + 3), Word::Comma | Word::Dot | Word::Close)
            || matches!(self.word(at + 3), Word::Of | Word::Units(_))
            || self.word(at + 3) == Word::Other && self.text(at + 3).starts_with(char::is_alphabetic);
        let asked =
            matches!(self.before(at), Word::On | Word::By | Word::Since | Word::Until | Word::Weekday(_));
        let ((month, month_at), (day, day_at)) = match (first, second) {
            (1..=12, 13..=31) => ((first, at), (second, at + 2)),
            (13..=31, 1..=12) => ((second, at + 2), (first, at)),
            _ => return None,
        };
        let parts = Parts {
            month: Some(Stated { value: month as u8, span: self.span(month_at, month_at + 1) }),
            day: Some(Stated { value: day as u8, span: self.span(day_at, day_at + 1) }),
            ..Parts::default()
        };
        let when = When::Calendar(Calendar::of(YearOf::Open, Piece::Day(month as u8, day as u8)));
        let found = Found::date(at, at + 3, "numeric date", when).with(parts);
        (glued && asked && !more).then_some(found)
    }

    /// Three numbers glued by one kind of mark.
    fn three(&self, at: usize) -> Option<(u32, u32, u32, usize)> {
        let mark = self.word(at + 1);
        let marks = matches!(mark, Word::Slash | Word::Dot | Word::Hyphen) && self.word(at + 3) == mark;
        let glued = (1..=4).all(|i| self.glued(at + i));
        let more =
            self.glued(at + 5) && matches!(self.word(at + 5), Word::Slash | Word::Hyphen | Word::Digits(..));
        // "5/1/2019-5/7/2020"
        let figures = |at: usize| matches!(self.word(at), Word::Digits(..));
        let range = self.word(at + 5) == Word::Hyphen
            && self.word(at + 7) == mark
            && self.word(at + 9) == mark
            && [at + 6, at + 8, at + 10].into_iter().all(figures);
        let more = more && !range;
        match (self.word(at), self.word(at + 2), self.word(at + 4)) {
            (Word::Digits(a, _), Word::Digits(b, 1..=2), Word::Digits(c, _)) if marks && glued && !more => {
                Some((a, b, c, at + 5))
            }
            _ => None,
        }
    }

    #[allow(clippy::too_many_arguments, reason = "three figures, each with its place")]
    fn figures(
        &self,
        at: usize,
        end: usize,
        year: i16,
        (month, month_at): (u32, usize),
        (day, day_at): (u32, usize),
        swapped: Option<(u8, u8)>,
        year_at: usize,
    ) -> Option<Found> {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let (month, day) = (month as u8, day as u8);
        let parts = Parts {
            year: Some(Stated { value: year, span: self.span(year_at, year_at + 1) }),
            month: Some(Stated { value: month, span: self.span(month_at, month_at + 1) }),
            day: Some(Stated { value: day, span: self.span(day_at, day_at + 1) }),
            weekday: None,
        };
        let calendar = Calendar { swapped, ..Calendar::of(YearOf::Stated(year), Piece::Day(month, day)) };
        Some(Found::date(at, end, "numeric date", When::Calendar(calendar)).with(parts))
    }
}

fn two(text: &str) -> Option<u8> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

/// "10:00Z", "10:00:05", "10:00+02:00" at the end of an ISO date: the time and its length in the text.
fn clock(text: &str) -> Option<(Time, usize)> {
    let (hour, minute) = (two(text.get(..2)?)?, two(text.get(3..5)?)?);
    if text.get(2..3)? != ":" || hour > 24 || minute > 59 {
        return None;
    }
    let seconds = text.get(5..).and_then(|r| r.strip_prefix(':')).and_then(|r| r.get(..2)).and_then(two);
    let zone = text.get(if seconds.is_some() { 8 } else { 5 }..)?;
    (zone.is_empty() || zone == "Z" || zone.starts_with(['+', '-', '.']))
        .then_some((Time::Clock { hour, minute, second: seconds, utc: zone == "Z" }, text.len()))
}
