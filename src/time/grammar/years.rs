//! Years on their own and after other words, decades and centuries, and how to tell a year from a count.

use super::{Found, Reader};
use crate::lang::time::TimeClass;
use crate::text::Span;
use crate::time::expr::{Calendar, From, Piece, When, YearOf};
use crate::time::lexicon::Word;
use crate::time::unit::Unit;
use crate::time::value::{Stamp, Value, Year};
use crate::time::{Modifier, Parts, Stated};

/// A year that follows a month or a season, and where it is stated in figures.
pub(super) type YearSaid = (YearOf, Option<Stated<i16>>, usize);

impl Reader<'_, '_> {
    /// A year in figures or words.
    pub(super) fn plain_year(&self, at: usize) -> Option<YearSaid> {
        let (year, end) = self.year(at).or_else(|| self.short_year(at))?;
        let phone = self.word(end) == Word::Hyphen
            && self.glued(end)
            && matches!(self.word(end + 1), Word::Digits(_, 3..))
            && !matches!(self.word(end + 1), Word::Digits(n, 4) if (1000..2200).contains(&n));
        let stated = Stated { value: year, span: self.span(at, end) };
        (!phone).then_some((YearOf::Stated(year), Some(stated), end))
    }

    /// The year behind a day and its month: "May 5, 2019", "5 May last year", "May 5, 190 BC", "5 May 96".
    pub(super) fn year_of_day(&self, at: usize) -> Option<YearSaid> {
        let comma = self.skip(at, Word::Comma);
        let before_christ = || self.year_after(comma).filter(|(_, _, end)| self.before(*end) == Word::Bc);
        self.plain_year(comma)
            .or_else(|| self.solemn_year(comma))
            .or_else(|| self.year_after(at))
            .or_else(before_christ)
            .or_else(|| self.late_year(self.skip(comma, Word::Of)))
            .or_else(|| self.year_of_two_days(at))
    }

    /// The year behind a day in two calendars, for either of them: "25 October (7 November) 1917".
    fn year_of_two_days(&self, at: usize) -> Option<YearSaid> {
        let open = if self.word(at) == Word::Open { at } else { at.checked_sub(3)? };
        let (year, ..) = self.second_calendar(open).filter(|(_, close)| at == open || at == *close)?;
        Some((year, None, at))
    }

    /// The year and the closing bracket of the second calendar's day, if its bracket opens here.
    pub(super) fn second_calendar(&self, open: usize) -> Option<(YearOf, usize)> {
        let month = |at: usize| matches!(self.word(at), Word::Month(_) | Word::MonthShort(_));
        let day = |at: usize| matches!(self.word(at), Word::Digits(1..=31, 1..=2));
        let both = |at: usize| month(at) && day(at + 1) || day(at) && month(at + 1);
        let before = open.checked_sub(2).is_some_and(both);
        let shape = self.word(open) == Word::Open && both(open + 1) && self.word(open + 3) == Word::Close;
        let (year, _, _) = self.plain_year(open + 4).filter(|_| before && shape)?;
        Some((year, open + 3))
    }

    /// "in the year of our Lord two thousand twenty-three".
    fn solemn_year(&self, at: usize) -> Option<YearSaid> {
        let opens = [Word::In, Word::The, Word::Unit(Unit::Year)];
        let said = opens.iter().enumerate().all(|(by, word)| self.word(at + by) == *word);
        let mut year = self.skip(at + opens.len(), Word::Of);
        // "Of our Lord" has two such words.
        for _ in 0..2 {
            year += usize::from(self.is(year, TimeClass::Grace));
        }
        said.then(|| self.plain_year(year))?
    }

    /// "96" behind a month: two figures that no month has as a day, and that count nothing.
    pub(super) fn late_year(&self, at: usize) -> Option<YearSaid> {
        let ends = at + 1 >= self.last
            || matches!(self.word(at + 1), Word::Comma | Word::Dot | Word::Close) && !self.glued(at + 2);
        let late = matches!(self.word(at), Word::Digits(32..=99, 2));
        (late && ends && !self.glued(at)).then(|| self.two_figures(at))?
    }

    /// A year in two figures; those from 30 on belong to the last century.
    pub(super) fn two_figures(&self, at: usize) -> Option<YearSaid> {
        let Word::Digits(n, 2) = self.word(at) else { return None };
        let value = full_year(n);
        Some((YearOf::Stated(value), Some(Stated { value, span: self.span(at, at + 1) }), at + 1))
    }

    /// A year after its month: "of 1920", "last year", "of that year".
    pub(super) fn year_after(&self, at: usize) -> Option<YearSaid> {
        let of = self.skip(at, Word::Of);
        if let Some(year) = self.plain_year(of) {
            return Some(year);
        }
        if self.word(of) == Word::Fiscal {
            return self.plain_year(of + 1);
        }
        if let (Word::Digits(n, 1..=4), Word::Bc) = (self.word(of), self.word(of + 1)) {
            let span: Span = self.span(of, of + 2);
            let year = -(n as i16);
            return Some((YearOf::Stated(year), Some(Stated { value: year, span }), of + 2));
        }
        let the = self.skip(of, Word::The);
        let by = match self.word(the) {
            Word::Last => (-1, From::Article),
            Word::This | Word::Current => (0, From::This),
            Word::Next => (1, From::Article),
            Word::That | Word::Same => (0, From::Focus),
            Word::Previous => (-1, From::Focus),
            Word::Following => (1, From::Focus),
            _ => return None,
        };
        (self.word(the + 1) == Word::Unit(Unit::Year) && self.word(the + 2) != Word::Possessive).then_some((
            YearOf::By(by.0, by.1),
            None,
            the + 2,
        ))
    }

    /// A year on its own, unless the words around it make it a count.
    pub(super) fn year_alone(&self, at: usize) -> Option<Found> {
        if let (Word::Digits(n, 1..=4), Word::Bc) = (self.word(at), self.word(at + 1)) {
            return Some(Found::date(at, at + 2, "year", year_value(Year::Before(n as u16))));
        }
        if let Some(found) = self.years_bc(at) {
            return Some(found);
        }
        let (year, end) = self.year(at).or_else(|| self.short_year(at))?;
        if !self.is_year(at, end, year) {
            return None;
        }
        let stated = Stated { value: year, span: self.span(at, end) };
        let parts = Parts { year: Some(stated), ..Parts::default() };
        let first = Found::date(at, end, "year", whole(YearOf::Stated(year))).with(parts);
        Some(Found { also: self.second_year(end, year).map(Box::new), ..first })
    }

    /// "480-479 BC", "264 to 241 BC": years that count down to one "BC".
    fn years_bc(&self, at: usize) -> Option<Found> {
        let joined = matches!(self.word(at + 1), Word::Hyphen | Word::To | Word::And | Word::Or);
        let (Word::Digits(first, 1..=4), Word::Digits(second, 1..=4), Word::Bc, true) =
            (self.word(at), self.word(at + 2), self.word(at + 3), joined)
        else {
            return None;
        };
        let before = |n: u32| year_value(Year::Before(n as u16));
        let other = Found::date(at + 2, at + 4, "year", before(second));
        let first_found = Found::date(at, at + 1, "year", before(first));
        (first > second).then(|| Found { also: Some(Box::new(other)), ..first_found })
    }

    /// The "-07" of "2006-07", "1914–18", the "/20" of "2019/20", the "/2000" of "1999/2000".
    pub(super) fn second_year(&self, at: usize, first: i16) -> Option<Found> {
        if !self.glued(at) || !self.glued(at + 1) {
            return None;
        }
        let slash = self.word(at) == Word::Slash;
        let second = match (self.word(at), self.word(at + 1)) {
            // "2019/05" is a month; a slash joins only consecutive years.
            (Word::Hyphen | Word::Slash, Word::Digits(n, 2)) => {
                let near = first - first % 100 + n as i16;
                if slash && near < first { near + 100 } else { near }
            }
            (Word::Slash, Word::Digits(n, 4)) => n as i16,
            _ => return None,
        };
        let more = self.glued(at + 2)
            && matches!(self.word(at + 2), Word::Digits(..) | Word::Hyphen | Word::Slash | Word::Other);
        if more || second <= first || slash && second != first + 1 {
            return None;
        }
        let stated = Stated { value: second, span: self.span(at + 1, at + 2) };
        let parts = Parts { year: Some(stated), ..Parts::default() };
        Some(Found::date(at + 1, at + 2, "year", whole(YearOf::Stated(second))).with(parts))
    }

    /// Whether a bare four-digit number is a year here and not an amount.
    pub(super) fn is_year(&self, at: usize, end: usize, year: i16) -> bool {
        let before = self.before(at);
        let range = self.word(end) == Word::Hyphen && self.year(end + 1).is_some();
        let asked = range && matches!(before, Word::Over | Word::The | Word::Open)
            || matches!(
                before,
                Word::In
                    | Word::Since
                    | Word::By
                    | Word::Until
                    | Word::Of
                    | Word::From
                    | Word::During
                    | Word::Early
                    | Word::Late
                    | Word::Mid
                    | Word::Before
                    | Word::After
                    | Word::Through
                    | Word::Fiscal
                    | Word::Between
                    | Word::End
                    | Word::To
                    | Word::And
            );
        // Figures next to figures are a telephone number, a score or a table.
        let table = matches!(before, Word::Digits(..)) || matches!(self.word(end), Word::Digits(..));
        let glued_before = self.glued(at)
            && !matches!(before, Word::Open | Word::Hyphen | Word::Apostrophe | Word::Slash)
            && before != Word::Other;
        let joined = self.glued(at)
            && matches!(before, Word::Hyphen | Word::Slash)
            && !matches!(
                self.before(at.wrapping_sub(1)),
                Word::Digits(_, 4) | Word::Mid | Word::Early | Word::Late | Word::End
            );
        let decimal = self.word(end) == Word::Dot
            && self.glued(end)
            && self.glued(end + 1)
            && matches!(self.word(end + 1), Word::Digits(..));
        let colon = self.word(end) == Word::Colon && self.glued(end) && self.glued(end + 1);
        // "2024-13-01" is no date, and no year either.
        let code = self.tied(end) && matches!(self.word(end + 1), Word::Digits(_, 2)) && self.tied(end + 2);
        let money = self.is_written(at.wrapping_sub(1), TimeClass::NumberMark)
            || (before == Word::Dot && self.is_written(at.wrapping_sub(2), TimeClass::NumberAbbreviation))
            || self.is(at.wrapping_sub(1), TimeClass::Numbered);
        let next = self.text(end);
        let counted =
            matches!(self.word(end), Word::Units(_) | Word::Scale(_) | Word::Zone(_) | Word::Hours24)
                || (self.word(end) == Word::Hyphen && matches!(self.word(end + 1), Word::Unit(_)))
                || self.is_written(end, TimeClass::Counted);
        let plural = next.len() > 3
            && next.ends_with('s')
            && next.starts_with(|c: char| c.is_lowercase())
            && !next.ends_with("ss")
            && !next.ends_with("sis")
            && !self.is_written(end, TimeClass::YearsOwn);
        let round = year % 100 == 0 || year < 1700;
        let house = self.capital(end) && self.is_written(end, TimeClass::Street);
        if table
            || glued_before
            || joined
            || decimal
            || colon
            || code
            || money
            || counted
            || house
            || self.word(end) == Word::Slash && self.glued(end) && self.second_year(end, year).is_none()
        {
            return false;
        }
        match (asked, plural) {
            (true, false) => !(round && year < 1000),
            (true, true) => !round && matches!(before, Word::In | Word::Since | Word::Of | Word::During),
            (false, true) => before == Word::The && !round && (1900..2050).contains(&year),
            // "Programme 2030": part of a name.
            (false, false) if self.names_a_year(at) => false,
            (false, false) => (1700..2100).contains(&year) && (!round || self.is_year_shaped(at, end)),
        }
    }

    /// "Programme 2030", "Strategy 2025-2034": a capitalised noun stands before the figures.
    fn names_a_year(&self, at: usize) -> bool {
        let from = match (self.before(at), self.before(at.wrapping_sub(1))) {
            (Word::Hyphen, Word::Digits(_, 4)) => at - 2,
            _ => at,
        };
        let noun = matches!(self.before(from), Word::Other | Word::Unit(_));
        noun && from > self.first + 1 && self.capital(from - 1)
    }

    /// A round number that counts nothing, after "the", an opening bracket or a capitalised name.
    pub(super) fn is_year_shaped(&self, at: usize, end: usize) -> bool {
        let before = at
            .checked_sub(1)
            .is_some_and(|i| self.capital(i) || matches!(self.word(i), Word::The | Word::Open | Word::Comma));
        before && !self.text(end).starts_with(char::is_lowercase)
    }

    /// "the 1990s", "'80s", "the nineties".
    pub(super) fn decade(&self, at: usize, start: usize) -> Option<Found> {
        let (n, end) = match (self.word(at), self.word(at + 1)) {
            (Word::Decade(n), _) => (n, at + 1),
            // "the 1960's", "the 70's"
            (Word::Digits(n, 4), Word::Possessive) if n % 10 == 0 => (n as u16, at + 2),
            (Word::Digits(n @ 20..=90, 2), Word::Possessive) if n % 10 == 0 && start < at => {
                (n as u16, at + 2)
            }
            // "the nineteen seventies"
            (Word::Small(19), Word::Decade(n @ 20..=90)) => (1900 + n, at + 2),
            (Word::Apostrophe, Word::Decade(n)) if self.glued(at + 1) => (n, at + 2),
            _ => return None,
        };
        let asked = start < at
            || end > at + 1
            || matches!(self.before(at), Word::Early | Word::Late | Word::Mid | Word::The | Word::And)
            || (self.before(at) == Word::Hyphen && self.before(at.wrapping_sub(1)) == Word::Mid);
        if n < 100 && !asked || self.is_written(start.wrapping_sub(1), TimeClass::LifeOwner) {
            return None;
        }
        let year = if n >= 1000 { n } else { 1900 + n };
        Some(Found::date(start, end, "decade", year_value(Year::Decade(year / 10))))
    }

    /// "the 1960's": a decade where an article or "early" asks for one, else a year with its possessive.
    pub(super) fn decade_apostrophe(&self, at: usize, start: usize) -> Option<Found> {
        let asked = start < at || matches!(self.before(at), Word::Early | Word::Late | Word::Mid | Word::The);
        let next = self.text(at + 2);
        let noun = next.starts_with(char::is_alphabetic)
            && self.word(at + 2) == Word::Other
            && !self.is_written(at + 2, TimeClass::AfterDate);
        let figures =
            matches!(self.word(at), Word::Digits(_, 2 | 4)) && self.word(at + 1) == Word::Possessive;
        (asked && figures && !noun).then(|| self.decade(at, start))?
    }

    /// "the 20th century", "19th-century", "the 4th century BC".
    pub(super) fn century(&self, at: usize, start: usize) -> Option<Found> {
        let (n, end) = self.ordinal(at)?;
        if matches!(self.word(end), Word::And | Word::To | Word::Hyphen | Word::Or) {
            return self.two_centuries(n, end, start);
        }
        self.one_century(n, end, start, Word::Unit(Unit::Century))
    }

    /// "the 20th and 21st centuries", "the late 19th and early 20th centuries".
    fn two_centuries(&self, n: u8, end: usize, start: usize) -> Option<Found> {
        let modifier = match self.word(end + 1) {
            Word::Early => Some(Modifier::Start),
            Word::Late => Some(Modifier::End),
            Word::Mid => Some(Modifier::Mid),
            _ => None,
        };
        let second_at = if modifier.is_some() { end + 2 } else { end + 1 };
        let Some((second, unit_at)) = self.ordinal(second_at) else {
            return self.one_century(n, end, start, Word::Unit(Unit::Century));
        };
        let second = [Word::Units(Unit::Century), Word::Unit(Unit::Century)]
            .into_iter()
            .find_map(|unit| self.one_century(second, unit_at, end + 1, unit))?;
        let also = Some(Box::new(Found { modifier, ..second }));
        (n > 0)
            .then(|| Found { also, ..Found::date(start, end, "century", year_value(Year::Century(n - 1))) })
    }

    fn one_century(&self, n: u8, end: usize, start: usize, unit: Word) -> Option<Found> {
        let end = self.skip(end, Word::Hyphen);
        if self.word(end) != unit || n == 0 {
            return None;
        }
        if self.word(end + 1) == Word::Bc {
            return Some(Found::date(
                start,
                end + 2,
                "century",
                year_value(Year::Before(u16::from(n - 1) * 100)),
            ));
        }
        Some(Found::date(start, end + 1, "century", year_value(Year::Century(n - 1))))
    }
}

/// The year that two figures mean.
pub(super) fn full_year(figures: u32) -> i16 {
    figures as i16 + if figures >= 30 { 1900 } else { 2000 }
}

/// A year that is complete as it stands.
pub(super) fn year_value(year: Year) -> When {
    When::Fixed(Value::Stamp(Stamp::year(year)))
}

/// All of a year.
pub(super) fn whole(year: YearOf) -> When {
    When::Calendar(Calendar::of(year, Piece::Whole))
}
