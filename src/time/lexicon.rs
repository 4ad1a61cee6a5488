//! Words of time: what one token may mean, before its neighbours are considered. The words are in
//! `lang/en/time.tsv`; figures and marks are read here.

mod roles;

pub(super) use crate::lang::time::TimeWord as Word;
use crate::lang::time::{TimeClass, TimeWords};
use crate::text::{Layout, Token, TokenKind};

/// The longest word in the tables, in bytes; longer tokens are not looked up.
const MAX_WORD_BYTES: usize = 16;

/// What each token of a text may be.
pub(super) fn classify(layout: &Layout<'_>) -> Vec<Word> {
    let known = &layout.language.time;
    layout.tokens.iter().map(|token| word(known, token, layout.slice(token.span))).collect()
}

/// What one token may be.
pub(super) fn at(layout: &Layout<'_>, index: usize) -> Word {
    let known = &layout.language.time;
    layout.token(index).map_or(Word::Other, |token| word(known, token, layout.slice(token.span)))
}

fn word(known: &TimeWords, token: &Token, text: &str) -> Word {
    match token.kind {
        TokenKind::Word => named(known, token, text),
        TokenKind::Number => digits(text),
        TokenKind::Mixed => mixed(known, text).unwrap_or_else(|| lookup(known, text)),
        TokenKind::Possessive => Word::Possessive,
        TokenKind::Punct => mark(text),
        TokenKind::Url => Word::Other,
    }
}

/// A word of the table. Calendar names must be capitalised: "march" in lower case is not a month.
fn named(known: &TimeWords, token: &Token, text: &str) -> Word {
    let found = lookup(known, text);
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
        Word::Other => plural_weekday(known, token, text),
        Word::Zone(_) | Word::Bc if !token.upper => Word::Other,
        _ if proper && !token.capital => Word::Other,
        _ => found,
    }
}

fn plural_weekday(known: &TimeWords, token: &Token, text: &str) -> Word {
    match text.strip_suffix('s').filter(|_| token.capital).map(|day| lookup(known, day)) {
        Some(Word::Weekday(day)) => Word::Weekdays(day),
        _ => Word::Other,
    }
}

/// The meaning of a word of the tables, regardless of capitals.
pub(super) fn lookup(known: &TimeWords, text: &str) -> Word {
    let mut buffer = [0u8; MAX_WORD_BYTES];
    let mut len = 0;
    for &byte in text.as_bytes() {
        // A soft hyphen inside a word is invisible and means nothing.
        match (byte, len) {
            (0xC2 | 0xAD, _) => continue,
            (_, MAX_WORD_BYTES..) => return Word::Other,
            _ => {}
        }
        if let Some(slot) = buffer.get_mut(len) {
            *slot = byte.to_ascii_lowercase();
        }
        len += 1;
    }
    let key = buffer.get(..len).and_then(|key| std::str::from_utf8(key).ok());
    key.map_or(Word::Other, |key| known.meaning(key))
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
fn mixed(known: &TimeWords, text: &str) -> Option<Word> {
    let fiscal = known.classes.list(TimeClass::FiscalBeginning);
    if let Some(year) = fiscal.iter().find_map(|beginning| text.strip_prefix(beginning)) {
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
    let tail = known.classes.find(tail);
    if tail.is(TimeClass::OrdinalEnding) && value > 0 {
        return u8::try_from(value).ok().map(Word::Ordinal);
    }
    if tail.is(TimeClass::DecadeEnding) && matches!(count, 2 | 4) && value.is_multiple_of(10) {
        return Some(Word::Decade(value as u16));
    }
    let half = tail.is(TimeClass::MorningEnding) || tail.is(TimeClass::EveningEnding);
    (half && value < 60).then(|| Word::Hour(value as u8, tail.is(TimeClass::EveningEnding)))
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
