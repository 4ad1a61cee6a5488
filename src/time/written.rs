//! Dates in file names, addresses, bylines and datelines: short strings in which everything but the date is
//! noise. Running text is read by `time`.

use jiff::civil::Date;

use super::lexicon::{self, Word};
use super::words::{self, is_ordinal_ending};
use crate::lang::Language;
use crate::text::Span;

/// The years accepted in a file name, a byline or an address; other four-digit numbers are counters.
const FIRST_YEAR: i16 = 1800;
const LAST_YEAR: i16 = 2100;

/// A date found in a short string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Day(Date),
    /// Month and day without a year.
    MonthDay(i8, i8),
}

/// 1–12 for "Sep", "Sept", "september".
fn month(word: &str) -> Option<i8> {
    words::month(word).map(|month| month as i8)
}

/// A run of digits or of letters, with its place.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    at: u32,
}

impl<'t> Piece<'t> {
    fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
        let all_digits = self.text.bytes().all(|b| b.is_ascii_digit());
        (all_digits && digits.contains(&self.text.len())).then(|| self.text.parse().ok()).flatten()
    }

    fn year(self) -> Option<i16> {
        self.number(4..=4).map(|y| y as i16).filter(|y| (FIRST_YEAR..=LAST_YEAR).contains(y))
    }

    fn small(self) -> Option<i8> {
        self.number(1..=2).map(|n| n as i8)
    }

    fn end(self) -> u32 {
        self.at + self.text.len() as u32
    }

    /// The day in a number of eight figures, with or without the time of day behind it.
    fn compact(self) -> Option<Date> {
        let part = |from: usize, len: usize| self.text.get(from..from + len)?.parse::<i16>().ok();
        let timed = matches!(self.text.len(), 12 | 14);
        if !self.text.bytes().all(|b| b.is_ascii_digit()) || self.text.len() != 8 && !timed {
            return None;
        }
        let clock = !timed || part(8, 2)? < 24 && part(10, 2)? < 60;
        let year = part(0, 4).filter(|year| clock && (FIRST_YEAR..=LAST_YEAR).contains(year))?;
        Date::new(year, part(4, 2)? as i8, part(6, 2)? as i8).ok()
    }
}

/// The first date in `text`, whole days before month and day alone. Numeric dates count only if the order of
/// day and month is certain: `2024-03-18`, `18.03.2024`, `25/12/2023`.
pub fn find(text: &str) -> Option<(Written, Span)> {
    let pieces = pieces(text);
    let whole = (0..pieces.len()).find_map(|i| day_at(text, pieces.get(i..)?));
    whole.or_else(|| (0..pieces.len()).find_map(|i| month_day_at(pieces.get(i..)?)))
}

/// The first whole day in `text`.
pub fn find_day(text: &str) -> Option<(Date, Span)> {
    match find(text)? {
        (Written::Day(day), span) => Some((day, span)),
        (Written::MonthDay(..), _) => None,
    }
}

/// 1 for a figure, 2 for a letter, 0 for a mark or white space.
fn class(byte: u8) -> u8 {
    if byte.is_ascii_digit() { 1 } else { 2 * u8::from(byte.is_ascii_alphabetic() || byte >= 128) }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut start = 0;
    while let Some(&first) = bytes.get(start) {
        let kind = class(first);
        let len = bytes.iter().skip(start).take_while(|b| class(**b) == kind).count();
        // Ordinal endings belong to the number before them.
        if let Some(text) =
            text.get(start..start + len).filter(|t| kind != 0 && !is_ordinal_ending(t) && !is_filler(t))
        {
            out.push(Piece { text, at: start as u32 });
        }
        start += len;
    }
    without_clocks(text, out)
}

/// Leaves out times of day, with their zone: "10:15", "10:12:00 EDT". Their figures are no part of a day.
fn without_clocks<'t>(text: &'t str, pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
    let mut out = Vec::new();
    let mut rest = pieces.as_slice();
    while let Some((first, mut after)) = rest.split_first() {
        let mut last = *first;
        while let Some((next, behind)) = after.split_first()
            && last.small().is_some()
            && next.number(2..=2).is_some()
            && between(text, last, *next) == ":"
        {
            (last, after) = (*next, behind);
        }
        if last.at == first.at {
            out.push(*first);
        } else if let Some((zone, behind)) = after.split_first()
            && (3..=4).contains(&zone.text.len())
            && zone.text.bytes().all(|b| b.is_ascii_uppercase())
        {
            after = behind;
        }
        rest = after;
    }
    out
}

/// What stands between two pieces.
fn between<'t>(text: &'t str, a: Piece<'t>, b: Piece<'t>) -> &'t str {
    text.get(a.end() as usize..b.at as usize).unwrap_or_default()
}

/// "of" and "the" in "18th of March", which mean nothing here.
fn is_filler(text: &str) -> bool {
    matches!(lexicon::lookup(&Language::english().time, text), Word::Of | Word::The)
}

fn day_at(text: &str, pieces: &[Piece<'_>]) -> Option<(Written, Span)> {
    let first = *pieces.first()?;
    if let Some(date) = first.compact() {
        return Some((Written::Day(date), Span::new(first.at, first.end())));
    }
    let second = *pieces.get(1)?;
    // "/202405/06/" in addresses.
    if let (Some(month), Some(day), "/") =
        (first.number(6..=6), second.number(2..=2), between(text, first, second))
    {
        let year = Some((month / 100) as i16).filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))?;
        let date = Date::new(year, (month % 100) as i8, day as i8).ok()?;
        return Some((Written::Day(date), Span::new(first.at, second.end())));
    }
    let third = *pieces.get(2)?;
    let (before, after) = (between(text, first, second), between(text, second, third));
    // A time of day may stand in it, and was left out.
    let clock = |gap: &str| gap.contains(|c: char| c.is_ascii_digit());
    let parted = |gap: &&str| gap.contains([':', '|', ';', '\n']) && !clock(gap);
    if [before, after].iter().any(parted) {
        return None;
    }
    let figures = [first, second, third].iter().all(|piece| piece.number(1..=4).is_some());
    if figures && before.trim() != after.trim() {
        return None;
    }
    // "18 Sep" and "Sep 18", then the year; with a word such as a weekday between, it is running text.
    let (year, month, day) = if let Some(year) = first.year() {
        (year, second.small().or_else(|| month(second.text))?, third.small()?)
    } else if let (Some(month), Some(day)) = (month(first.text), second.small()) {
        (third.year()?, month, day)
    } else if let (Some(day), Some(month)) = (first.small(), month(second.text)) {
        (third.year()?, month, day)
    } else {
        let (a, b, year) = (first.small()?, second.small()?, third.year()?);
        // "03/04/2023" can be two days, so neither is chosen.
        if b <= 12 && (a > 12 || a == b) {
            (year, b, a)
        } else if a <= 12 && b > 12 {
            (year, a, b)
        } else {
            return None;
        }
    };
    let date = Date::new(year, month, day).ok()?;
    Some((Written::Day(date), Span::new(first.at, third.end())))
}

fn month_day_at(pieces: &[Piece<'_>]) -> Option<(Written, Span)> {
    let (first, second) = (*pieces.first()?, *pieces.get(1)?);
    let (month, day) = match (month(first.text), second.small()) {
        (Some(month), Some(day)) => (month, day),
        _ => (month(second.text)?, first.small()?),
    };
    // A leap year, so that 29 February is valid.
    Date::new(2024, month, day).ok()?;
    Some((Written::MonthDay(month, day), Span::new(first.at, second.end())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_and_addresses() {
        for name in [
            "2024-03-18-oslo.txt",
            "20240318.txt",
            "oslo_18-Mar-2024.md",
            "March 18, 2024 notes.txt",
            "18.3.2024.txt",
            "https://example.org/news/2024/03/18/oslo.html",
            "x-18th-of-March-2024",
        ] {
            let (date, _) = find_day(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(date.to_string(), "2024-03-18", "{name}");
        }
    }

    #[test]
    fn old_and_coming_years() {
        for (name, day) in [
            ("1938-09-30.txt", "1938-09-30"),
            ("18650415.txt", "1865-04-15"),
            ("April 15, 1865", "1865-04-15"),
            ("2099-12-31", "2099-12-31"),
        ] {
            assert_eq!(find_day(name).map(|(day, _)| day.to_string()), Some(day.into()));
        }
    }

    #[test]
    fn what_is_no_date() {
        for name in [
            "000_5a66d8e0507d6185.txt",
            "03-04-2023.txt",
            "page (3).txt",
            "20231318.txt",
            "G20-2023.md",
            "12345678",
            "17991231.txt",
            "21010101.txt",
        ] {
            assert_eq!(find_day(name), None, "{name}");
        }
    }

    #[test]
    fn times_of_day_are_no_part_of_a_day() {
        for text in [
            "Mon May 6 10:12:00 2024",
            "Mon May  6 10:12:00 CEST 2024",
            "10:15 AM EDT, May 6, 2024",
            "202405061015 notes",
            "2024-05-06T10:15:00+02:00",
            "https://example.org/202405/06/a.html",
        ] {
            assert_eq!(find_day(text).map(|(day, _)| day.to_string()), Some("2024-05-06".into()), "{text}");
        }
        for text in
            ["06/05/2024 - 10:15", "Updated 12:30 | 5 2024", "2024 - 10:15", "202405069915", "202413/06/"]
        {
            assert_eq!(find_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_dateline_without_a_year() {
        let (written, span) = find("OSLO, July 13 (Wire) --").unwrap();
        assert_eq!((written, span), (Written::MonthDay(7, 13), Span::new(6, 13)));
    }
}
