//! Words of time: what one token may mean, before its neighbours are asked. The tables in `tables` are meant to be read.

mod roles;
mod tables;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use tables::*;

use super::MONTHS;
use super::unit::{Part, Season, Unit};
use crate::text::{Layout, Token, TokenKind};

/// What a token may be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Other,
    /// Digits: their value and how many there are.
    Digits(u32, u8),
    /// "1,990": never a year.
    Grouped(u32),
    Small(u32),
    Tens(u32),
    Scale(u32),
    Dozen,
    Half,
    Few,
    Couple,
    Ordinal(u8),
    /// 1990 for "1990s", 90 for "90s" and "nineties".
    Decade(u16),
    /// "5pm", or the "30pm" of "9.30pm".
    Hour(u8, bool),
    Month(u8),
    MonthShort(u8),
    Weekday(u8),
    WeekdayShort(u8),
    Weekdays(u8),
    Season(Season),
    Unit(Unit),
    Units(Unit),
    Fortnight,
    Part(Part),
    Parts(Part),
    /// "dawn", "dusk": the edge of a part of the day.
    Light(Part),
    Noon,
    Midnight,
    Am,
    Pm,
    Oclock,
    Hours24,
    /// A time zone; true for UTC itself.
    Zone(bool),
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    A,
    The,
    This,
    These,
    That,
    Last,
    Past,
    Previous,
    Next,
    Following,
    Coming,
    Current,
    /// "the near term".
    Term,
    Same,
    Latest,
    Recent,
    First,
    Each,
    Another,
    Early,
    Late,
    Mid,
    Earlier,
    Later,
    Start,
    Middle,
    End,
    About,
    Nearly,
    More,
    Less,
    Than,
    At,
    Least,
    Most,
    Up,
    Over,
    Under,
    Ago,
    Before,
    After,
    From,
    Since,
    Until,
    To,
    Through,
    Between,
    And,
    Or,
    Of,
    In,
    On,
    By,
    For,
    During,
    Within,
    Per,
    So,
    Long,
    Old,
    Fiscal,
    /// "FY2024".
    FiscalYear(u16),
    Quarters(u8),
    Halves(u8),
    Bc,
    Ad,
    Now,
    Currently,
    Recently,
    Future,
    Daily(Unit),
    Once,
    Feast,
    Possessive,
    Comma,
    Dot,
    Hyphen,
    Colon,
    Slash,
    Apostrophe,
    Open,
    Close,
}

static TABLE: LazyLock<FxHashMap<Cow<'static, str>, Word>> = LazyLock::new(|| {
    let mut table = plain_table();
    table.extend((1..).zip(MONTHS).map(|(n, month)| (Cow::from(month.to_ascii_lowercase()), Word::Month(n))));
    table
});

fn plain_table() -> FxHashMap<Cow<'static, str>, Word> {
    let mut table: FxHashMap<&'static str, Word> = FxHashMap::default();
    table.extend(PLAIN.iter().copied());
    table.extend(MONTHS_SHORT.iter().map(|(w, n)| (*w, Word::MonthShort(*n))));
    table.extend(WEEKDAYS.iter().map(|(w, n)| (*w, Word::Weekday(*n))));
    table.extend(WEEKDAYS_SHORT.iter().map(|(w, n)| (*w, Word::WeekdayShort(*n))));
    table.extend(SEASONS.iter().map(|(w, s)| (*w, Word::Season(*s))));
    table.extend(ZONES.iter().map(|(w, utc)| (*w, Word::Zone(*utc))));
    for (one, many, unit) in UNITS {
        table.insert(*one, Word::Unit(*unit));
        table.insert(*many, Word::Units(*unit));
    }
    for (one, many, part) in PARTS {
        table.insert(*one, Word::Part(*part));
        table.insert(*many, Word::Parts(*part));
    }
    table.extend(SMALL.iter().zip(1..).map(|(w, n)| (*w, Word::Small(n))));
    for (tens, decade, n) in TENS {
        table.insert(*tens, Word::Tens(*n));
        table.insert(*decade, Word::Decade(*n as u16));
    }
    table.extend(ORDINALS.iter().map(|(w, n)| (*w, Word::Ordinal(*n))));
    table.into_iter().map(|(word, meaning)| (Cow::from(word), meaning)).collect()
}

/// The longest word in the tables; longer tokens are not looked up.
const LONGEST: usize = 16;

/// Says of every token of a text what it may be.
pub(super) fn classify(layout: &Layout<'_>) -> Vec<Word> {
    layout.tokens.iter().map(|token| word(token, layout.slice(token.span))).collect()
}

/// What one token may be.
pub(super) fn at(layout: &Layout<'_>, index: usize) -> Word {
    layout.token(index).map_or(Word::Other, |token| word(token, layout.slice(token.span)))
}

fn word(token: &Token, text: &str) -> Word {
    match token.kind {
        TokenKind::Word => named(token, text),
        TokenKind::Number => digits(text),
        TokenKind::Mixed => mixed(text).unwrap_or_else(|| lookup(text)),
        TokenKind::Possessive => Word::Possessive,
        TokenKind::Punct => mark(text),
        TokenKind::Url => Word::Other,
    }
}

/// A word of the table. Names of the calendar must be capitalised: nobody marches in "march".
fn named(token: &Token, text: &str) -> Word {
    let found = lookup(text);
    let proper = matches!(
        found,
        Word::Month(_)
            | Word::MonthShort(_)
            | Word::Weekday(_)
            | Word::WeekdayShort(_)
            | Word::Feast
            | Word::Zone(_)
    );
    match found {
        Word::Other => plural_weekday(token, text),
        Word::Zone(_) | Word::Bc if !token.upper => Word::Other,
        _ if proper && !token.capital => Word::Other,
        _ => found,
    }
}

fn plural_weekday(token: &Token, text: &str) -> Word {
    match text.strip_suffix('s').filter(|_| token.capital).map(lookup) {
        Some(Word::Weekday(day)) => Word::Weekdays(day),
        _ => Word::Other,
    }
}

/// The meaning of a word of the tables, whatever its capitals.
pub(super) fn lookup(text: &str) -> Word {
    let mut buffer = [0u8; LONGEST];
    let mut len = 0;
    for &byte in text.as_bytes() {
        // A soft hyphen inside a word shows nothing and means nothing.
        match (byte, len) {
            (0xC2 | 0xAD, _) => continue,
            (_, LONGEST..) => return Word::Other,
            _ => {}
        }
        if let Some(slot) = buffer.get_mut(len) {
            *slot = byte.to_ascii_lowercase();
        }
        len += 1;
    }
    let key = buffer.get(..len).and_then(|key| std::str::from_utf8(key).ok());
    key.and_then(|key| TABLE.get(key)).copied().unwrap_or(Word::Other)
}

fn digits(text: &str) -> Word {
    if text.contains(',') {
        let plain: String = text.chars().filter(char::is_ascii_digit).collect();
        return plain.parse().map_or(Word::Other, Word::Grouped);
    }
    if text.len() > 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Word::Other;
    }
    text.parse().map_or(Word::Other, |n| Word::Digits(n, text.len() as u8))
}

/// "21st", "1990s", "90s", "5pm".
fn mixed(text: &str) -> Option<Word> {
    if let Some(year) = text.strip_prefix("FY") {
        let n: u16 = year.parse().ok()?;
        return match year.len() {
            4 => Some(Word::FiscalYear(n)),
            2 => Some(Word::FiscalYear(2000 + n)),
            _ => None,
        };
    }
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = text.split_at_checked(count)?;
    let value: u32 = number.parse().ok()?;
    Some(match tail {
        "st" | "nd" | "rd" | "th" if value > 0 => Word::Ordinal(u8::try_from(value).ok()?),
        "s" if count == 4 && value.is_multiple_of(10) => Word::Decade(value as u16),
        "s" if count == 2 && value.is_multiple_of(10) => Word::Decade(value as u16),
        "am" | "AM" | "pm" | "PM" if value < 60 => Word::Hour(value as u8, tail.starts_with(['p', 'P'])),
        _ => return None,
    })
}

fn mark(text: &str) -> Word {
    match text {
        "," => Word::Comma,
        "." => Word::Dot,
        "-" | "–" | "—" | "‑" | "‐" | "−" => Word::Hyphen,
        ":" => Word::Colon,
        "/" => Word::Slash,
        "'" | "’" | "‘" | "`" => Word::Apostrophe,
        "(" | "[" => Word::Open,
        ")" | "]" => Word::Close,
        _ => Word::Other,
    }
}
