//! Written-out numbers, from the one table of number words: "seventy", "seventy-fifth", "70th". For callers
//! that have an English word but no layout.

use super::lexicon::{self, Word};
use super::unit::Unit;
use crate::lang::Language;
use crate::lang::time::TimeClass;

/// "one" … "nineteen", "twenty" … "ninety", "hundred"; "a" is one.
pub fn cardinal(word: &str) -> Option<u16> {
    match lookup(word) {
        Word::Small(n) | Word::Tens(n) => u16::try_from(n).ok(),
        Word::Scale(100) => Some(100),
        Word::A => Some(1),
        _ => None,
    }
}

/// "70th", "seventieth", "seventy-fifth".
pub fn ordinal(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        return digits.parse().ok().filter(|_| word.get(digits.len()..).is_some_and(is_ordinal_ending));
    }
    if let Some((tens, ones)) = word.split_once('-') {
        return Some(ten(tens)? + ordinal(ones).filter(|n| *n < 10)?);
    }
    match lookup(word) {
        Word::First => Some(1),
        Word::Unit(Unit::Second) => Some(2),
        Word::Ordinal(n) => Some(u16::from(n)),
        _ => None,
    }
}

/// "twenty" … "ninety", as they stand before "-fifth".
pub fn ten(word: &str) -> Option<u16> {
    match lookup(word) {
        Word::Tens(n) => u16::try_from(n).ok(),
        _ => None,
    }
}

/// 1 for "January" or "Jan" … 12 for "December" or "Dec", regardless of capitals.
pub fn month(word: &str) -> Option<u8> {
    match lookup(word) {
        Word::Month(month) | Word::MonthShort(month) => Some(month),
        _ => None,
    }
}

/// Whether this follows the figures of an ordinal, regardless of capitals.
pub fn is_ordinal_ending(letters: &str) -> bool {
    Language::english().time.classes.has_folded(letters, TimeClass::OrdinalEnding)
}

fn lookup(word: &str) -> Word {
    lexicon::lookup(&Language::english().time, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_out() {
        for (word, n) in [
            ("70th", 70),
            ("seventieth", 70),
            ("Seventy-fifth", 75),
            ("twelfth", 12),
            ("1st", 1),
            ("second", 2),
        ] {
            assert_eq!(ordinal(word), Some(n), "{word}");
        }
        for word in ["north", "seconds", "70", "five-fifth", ""] {
            assert_eq!(ordinal(word), None, "{word}");
        }
        assert_eq!((cardinal("a"), cardinal("Ninety"), cardinal("hundred")), (Some(1), Some(90), Some(100)));
        assert_eq!(cardinal("many"), None);
    }
}
