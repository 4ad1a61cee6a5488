//! Dates in file names, addresses, bylines and datelines: short strings in which everything but the date is
//! noise. Running text is read by `time`.

use jiff::civil::Date;

use super::lexicon::{self, Word};
use super::words::{self, is_ordinal_ending};
use crate::lang::Language;
use crate::text::Span;

/// The earliest year accepted in a file name or an address; other four-digit numbers are counters.
const FIRST_YEAR: i16 = 1980;
const LAST_YEAR: i16 = 2040;

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
}

/// The first date in `text`, whole days before month and day alone. Numeric dates count only if the order of
/// day and month is certain: `2024-03-18`, `18.03.2024`, `25/12/2023`.
pub fn find(text: &str) -> Option<(Written, Span)> {
    let pieces = pieces(text);
    let whole = (0..pieces.len()).find_map(|i| day_at(pieces.get(i..)?));
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
    out
}

/// "of" and "the" in "18th of March", which mean nothing here.
fn is_filler(text: &str) -> bool {
    matches!(lexicon::lookup(&Language::english().time, text), Word::Of | Word::The)
}

fn day_at(pieces: &[Piece<'_>]) -> Option<(Written, Span)> {
    let first = *pieces.first()?;
    if let Some(number) = first.number(8..=8) {
        let year = (number / 10_000) as i16;
        let date = Date::new(year, (number / 100 % 100) as i8, (number % 100) as i8).ok()?;
        return (FIRST_YEAR..=LAST_YEAR)
            .contains(&year)
            .then_some((Written::Day(date), Span::new(first.at, first.end())));
    }
    let (second, third) = (*pieces.get(1)?, *pieces.get(2)?);
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
    fn what_is_no_date() {
        for name in [
            "000_5a66d8e0507d6185.txt",
            "03-04-2023.txt",
            "page (3).txt",
            "20231318.txt",
            "G20-2023.md",
            "12345678",
        ] {
            assert_eq!(find_day(name), None, "{name}");
        }
    }

    #[test]
    fn a_dateline_without_a_year() {
        let (written, span) = find("OSLO, July 13 (Wire) --").unwrap();
        assert_eq!((written, span), (Written::MonthDay(7, 13), Span::new(6, 13)));
    }
}
