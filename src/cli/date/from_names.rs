//! Dates in file names, by a pattern the user gives: `*{year}-{month}-{day}*`.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::Failure;
use crate::time::words;

/// With more stars a long name takes too many tries.
const MAX_STARS: usize = 4;

/// Years that newspapers are of; other figures of four digits are counters.
const YEARS: RangeInclusive<i16> = 1800..=2100;

/// A pattern of names or paths.
pub(super) struct Pattern {
    pieces: Vec<Piece>,
    /// Whether it tells of whole paths below the folder.
    paths: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Letter(char),
    /// Any one letter but `/`.
    One,
    /// Any text without `/`.
    Any,
    Year,
    Month,
    Day,
}

impl Piece {
    const fn is_field(self) -> bool {
        matches!(self, Self::Year | Self::Month | Self::Day)
    }
}

impl Pattern {
    pub(super) fn parse(text: &str) -> Result<Self, Failure> {
        let wrong = |why: String| format!("--from-names `{text}`: {why}");
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            match first {
                '*' if pieces.last() == Some(&Piece::Any) => {}
                '*' => pieces.push(Piece::Any),
                '?' => pieces.push(Piece::One),
                '{' => {
                    let (name, after) =
                        rest.split_once('}').ok_or_else(|| wrong("a `}` is missing".into()))?;
                    pieces.push(match name {
                        "year" => Piece::Year,
                        "month" => Piece::Month,
                        "day" => Piece::Day,
                        _ => {
                            return Err(wrong(format!(
                                "`{{{name}}}` is no field; write {{year}}, {{month}} or {{day}}"
                            )));
                        }
                    });
                    rest = after;
                }
                letter => pieces.extend(letter.to_lowercase().map(Piece::Letter)),
            }
        }
        for (field, name) in [(Piece::Year, "year"), (Piece::Month, "month"), (Piece::Day, "day")] {
            match pieces.iter().filter(|piece| **piece == field).count() {
                0 => {
                    return Err(wrong(format!(
                        "`{{{name}}}` is missing; a date is a year, a month and a day"
                    )));
                }
                1 => {}
                _ => return Err(wrong(format!("`{{{name}}}` stands twice"))),
            }
        }
        if pieces.iter().filter(|piece| **piece == Piece::Any).count() > MAX_STARS {
            return Err(wrong(format!("it has more than {MAX_STARS} stars")));
        }
        Ok(Self { pieces, paths: text.contains('/') })
    }

    /// The date in a path below the folder. A pattern of names may leave the ending out.
    pub(super) fn date(&self, path: &str) -> Option<Date> {
        let name = if self.paths { path } else { path.rsplit('/').next()? };
        let stem = name.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && !ending.contains('/'));
        self.in_text(name).or_else(|| self.in_text(stem?.0))
    }

    fn in_text(&self, text: &str) -> Option<Date> {
        let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
        found(&self.pieces, &letters, 0, Fields::default())
    }
}

/// What is read so far.
#[derive(Clone, Copy, Default)]
struct Fields {
    year: i16,
    month: i8,
    day: i8,
    /// Whether the last piece was a star or a question mark.
    loose: bool,
}

/// The date if the pieces fit the letters from `at` on.
fn found(pieces: &[Piece], letters: &[char], at: usize, read: Fields) -> Option<Date> {
    let Some((piece, rest)) = pieces.split_first() else {
        return (at == letters.len()).then(|| Date::new(read.year, read.month, read.day).ok()).flatten();
    };
    let next = letters.get(at).copied();
    // A field beside a star is a whole number: `*{year}` does not find 2024 in 120245.
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    if piece.is_field() && read.loose && is_digit(at.checked_sub(1)) && is_digit(Some(at)) {
        return None;
    }
    let ends = |end: usize| {
        !(rest.first() == Some(&Piece::Any) && is_digit(Some(end)) && is_digit(end.checked_sub(1)))
    };
    let then = |end: usize, read: Fields| found(rest, letters, end, Fields { loose: false, ..read });
    let digits = letters.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let number = |len: usize| -> Option<i16> {
        letters
            .get(at..at + len)
            .filter(|_| len > 0 && len <= digits)?
            .iter()
            .collect::<String>()
            .parse()
            .ok()
    };
    let small = || [2, 1].into_iter().filter_map(|len| Some((at + len, number(len)? as i8)));
    match piece {
        Piece::Letter(wanted) => (next == Some(*wanted)).then(|| then(at + 1, read))?,
        Piece::One => next
            .filter(|c| *c != '/')
            .and_then(|_| found(rest, letters, at + 1, Fields { loose: true, ..read })),
        Piece::Any => {
            let most = letters.iter().skip(at).take_while(|c| **c != '/').count();
            (at..=at + most).find_map(|end| found(rest, letters, end, Fields { loose: true, ..read }))
        }
        Piece::Year => {
            let year = number(4).filter(|year| YEARS.contains(year) && ends(at + 4))?;
            then(at + 4, Fields { year, ..read })
        }
        Piece::Day => {
            small().filter(|(end, _)| ends(*end)).find_map(|(end, day)| then(end, Fields { day, ..read }))
        }
        Piece::Month => {
            let numbers = small().filter(|(end, _)| ends(*end));
            let word: String = letters.iter().skip(at).take_while(|c| c.is_alphabetic()).collect();
            let named = words::month(&word).map(|month| (at + word.chars().count(), month as i8));
            numbers.chain(named).find_map(|(end, month)| then(end, Fields { month, ..read }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_the_pattern_says() {
        for (pattern, path, wanted) in [
            ("*{year}-{month}-{day}*", "a/b 2024-05-03.txt", Some("2024-05-03")),
            ("*{year}-{month}-{day}", "2024-5-3.txt", Some("2024-05-03")),
            ("*{year}{month}{day}*", "wire20240503.txt", Some("2024-05-03")),
            ("*{year}{month}{day}*", "wire120240503.txt", None),
            ("*{year}{month}{day}*", "wire202405031.txt", None),
            ("{day}{month}{year}*", "03051938_p1.txt", Some("1938-05-03")),
            ("{day} {month} {year}*", "3 sept 2024.txt", Some("2024-09-03")),
            ("{year}/{month}/{day}/*", "2024/05/03/a.txt", Some("2024-05-03")),
            ("{year}/{month}/*_{day}.txt", "2024/MAY/a_b_03.txt", Some("2024-05-03")),
            ("*{year}-{month}-{day}*", "2024-02-30.txt", None),
            ("*{year}-{month}-{day}*", "1500-02-03.txt", None),
            ("??-{month}{day}{year}.TXT", "ab-05032024.txt", Some("2024-05-03")),
        ] {
            let read = Pattern::parse(pattern).unwrap().date(path).map(|date| date.to_string());
            assert_eq!(read.as_deref(), wanted, "{pattern} {path}");
        }
    }

    #[test]
    fn a_wrong_pattern_gets_a_cure() {
        for (pattern, cure) in [
            ("*{year}-{month}*", "`{day}` is missing"),
            ("{yr}{month}{day}", "write {year}, {month} or {day}"),
            ("{year}{year}{month}{day}", "stands twice"),
            ("{year", "`}` is missing"),
            ("*a*b*c*d*{year}{month}{day}", "more than 4 stars"),
        ] {
            let Err(failure) = Pattern::parse(pattern) else { panic!("{pattern}") };
            assert!(failure.contains(cure), "{failure}");
        }
    }
}
