//! Lengths in days: "4-day visit", "four days of talks".

use super::words;
use crate::lang::cues::CueWord;
use crate::text::{Layout, Sentence, Span};
use crate::time::words::cardinal;

/// A count of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayLength {
    /// "4-day", "four days".
    pub span: Span,
    pub days: u16,
    /// The place of the number.
    pub number: Span,
    /// It is written with the plural: "four days", not "four-day".
    pub plural: bool,
    /// What lasts that long, if it follows directly: "visit".
    pub what: Option<Span>,
}

/// Words after a length in which to look for what lasts that long: "4-day official visit".
const NOUN_WORDS: usize = 3;

/// The length whose "day" (or "days", the plural) is token `at`.
pub(super) fn read(layout: &Layout<'_>, sentence: &Sentence, at: usize, plural: bool) -> Option<DayLength> {
    let number_at = number_before(layout, at).filter(|number| *number >= sentence.tokens().start)?;
    let (number, unit) = (layout.token(number_at)?.span, layout.token(at)?.span);
    let word = layout.slice(number);
    let days = word.parse().ok().or_else(|| cardinal(word))?;
    Some(DayLength { span: number.cover(unit), days, number, plural, what: what(layout, sentence, at) })
}

/// The token of the number: beside the unit, or with just a hyphen between.
fn number_before(layout: &Layout<'_>, at: usize) -> Option<usize> {
    let (unit, before) = (layout.token(at)?, at.checked_sub(1)?);
    if unit.spaced {
        return Some(before);
    }
    let hyphen = matches!(layout.word(before), "-" | "‑") && layout.is_glued(before);
    before.checked_sub(1).filter(|_| hyphen)
}

/// The first noun for what lasts, among the next few words. Hyphenated words do not count.
fn what(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> Option<Span> {
    if !words::is_spaced(layout, at + 1) {
        return None;
    }
    let mut begun = 0;
    for at in at + 1..sentence.tokens().end {
        begun += usize::from(words::is_spaced(layout, at));
        if begun > NOUN_WORDS {
            break;
        }
        if words::is(layout, at, CueWord::Lasting) && words::stands_alone(layout, at) {
            return layout.token(at).map(|token| token.span);
        }
    }
    None
}
