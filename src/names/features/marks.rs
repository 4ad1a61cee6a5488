//! Marks per sentence: how it uses capitals, which phrases and runs of capitals it holds, and where names may
//! be.

use crate::lang::names::NameClass;
use std::ops::Range;

use super::token::{CANDIDATE, CAPITAL, GLUED, HEADLINE, INITIAL, Info, NEAR, QUOTED, SHOUTED, TITLED};
use crate::names::gazetteer::Phrase;
use crate::text::{Layout, Sentence, TokenKind, ZoneKind};

/// All capitals, or title case: most long words of a sentence have a capital.
pub(super) fn mark_case(layout: &Layout<'_>, sentence: &Sentence, tokens: &mut [Info]) {
    let range = sentence.tokens();
    let (mut words, mut capital, mut upper) = (0, 0, 0);
    for token in layout.tokens_of(sentence) {
        if token.kind == TokenKind::Word && token.span.len() >= 4 {
            words += 1;
            capital += u32::from(token.capital);
            upper += u32::from(token.upper);
        }
    }
    let mut flags = 0;
    if upper * 4 >= words * 3 && words >= 2 {
        flags |= SHOUTED;
    } else if capital * 4 >= words * 3 && words >= 4 {
        flags |= TITLED;
    }
    if layout.zone_of(sentence) == ZoneKind::Headline {
        flags |= HEADLINE;
    }
    let mut initial = INITIAL;
    let mut quoted = false;
    for (at, info) in range.clone().zip(tokens.get_mut(range).unwrap_or_default()) {
        info.flags |= flags | initial;
        if quoted {
            info.flags |= QUOTED;
        }
        let mark = layout.word(at);
        quoted = matches!(mark, "\"" | "“" | "”" | "‘" | "'" | "(" | "[" | ":" | "•");
        if info.shape != 0 {
            initial = 0;
        }
    }
}

/// Bits of the phrases a token stands in.
pub(super) mod phrase {
    /// Part of a place's name.
    pub const PLACE: u32 = 1;
    /// Part of a country's name.
    pub const COUNTRY: u32 = 1 << 1;
    /// Part of a demonym.
    pub const DEMONYM: u32 = 1 << 2;
    /// Part of an organisation's name.
    pub const ORGANISATION: u32 = 1 << 3;
    /// An acronym.
    pub const ACRONYM: u32 = 1 << 4;
    /// Part of an office.
    pub const ROLE: u32 = 1 << 5;
    /// The last word of an office.
    pub const ROLE_END: u32 = 1 << 6;
    /// The first word of its phrase.
    pub const FIRST: u32 = 1 << 7;
    /// The last word of its phrase.
    pub const LAST: u32 = 1 << 8;
}

/// Marks the tokens of every phrase of the gazetteer.
pub(super) fn mark_phrases(layout: &Layout<'_>, sentence: &Sentence, tokens: &mut [Info]) {
    let last = sentence.tokens().end;
    for at in sentence.tokens().start..last {
        let Some(info) = tokens.get(at) else { return };
        if info.shape == 0 || info.flags & NEAR == 0 {
            continue;
        }
        let mut longest = (0, Phrase::default());
        Phrase::along((at..last.min(at + 9)).map(|i| layout.word(i)), |count, phrase| {
            if phrase.0 & 0xff != 0 {
                longest = (count, phrase);
            }
        });
        let (count, found) = longest;
        let mut bits = 0;
        for (flag, bit) in [
            (Phrase::PLACE, phrase::PLACE),
            (Phrase::COUNTRY | Phrase::CAPITAL, phrase::COUNTRY),
            (Phrase::DEMONYM, phrase::DEMONYM),
            (Phrase::ORGANISATION, phrase::ORGANISATION),
            (Phrase::ACRONYM, phrase::ACRONYM),
            (Phrase::ROLE, phrase::ROLE),
        ] {
            if found.is(flag) {
                bits |= bit;
            }
        }
        for (offset, info) in tokens.iter_mut().skip(at).take(count).enumerate() {
            if info.phrase != 0 && count == 1 {
                continue;
            }
            info.phrase |= bits;
            if offset == 0 {
                info.phrase |= phrase::FIRST;
            }
            if offset + 1 == count {
                info.phrase |= phrase::LAST;
                if bits & phrase::ROLE != 0 {
                    info.phrase |= phrase::ROLE_END;
                }
            }
        }
    }
}

/// Marks the unbroken runs of capitalised tokens.
pub(super) fn mark_runs(sentence: &Sentence, tokens: &mut [Info]) {
    let Range { start: mut at, end: last } = sentence.tokens();
    while at < last {
        if !has(tokens, at, CAPITAL) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            if end < last && has(tokens, end, CAPITAL) {
                end += 1;
            } else if end + 1 < last
                && has(tokens, end, GLUED)
                && has(tokens, end + 1, GLUED)
                && tokens.get(end + 1).is_some_and(|t| t.shape != 0)
            {
                // A hyphen inside a name, and what follows it, even in lower case: "Jong-un".
                end += 2;
            } else {
                break;
            }
        }
        for info in tokens.iter_mut().take(end).skip(at) {
            info.run = (at as u32, end as u32);
        }
        at = end;
    }
}

/// Whether a token has one of these flags; false past the end.
fn has(tokens: &[Info], at: usize, flags: u32) -> bool {
    tokens.get(at).is_some_and(|token| token.flags & flags != 0)
}

/// Marks the tokens that may be in a name: capitalised ones, and what can stand between or beside them.
pub(super) fn mark_candidates(layout: &Layout<'_>, sentence: &Sentence, tokens: &mut [Info]) {
    let Range { start: first, end: last } = sentence.tokens();
    for at in first..last {
        let capital =
            |i: usize| i >= first && i < last && tokens.get(i).is_some_and(|t| t.flags & CAPITAL != 0);
        let Some(info) = tokens.get(at) else { return };
        let behind = at.wrapping_sub(1);
        let after_name = at > first && tokens.get(behind).is_some_and(|t| t.flags & CANDIDATE != 0);
        let glued = info.flags & GLUED != 0;
        // Lower-case words belong to a name only inside one ("Bank of the West") or as its particle
        // ("al-Assad").
        let ahead = capital(at + 1) || (capital(at + 2) && layout.word(at) != ",");
        let inside = at > first && (capital(behind) || at > first + 1 && capital(at - 2));
        let number = layout.token(at).is_some_and(|t| matches!(t.kind, TokenKind::Number | TokenKind::Mixed));
        let candidate = capital(at)
            || ahead
                && (inside
                    || after_name && glued
                    || layout.language.names.classes.has(layout.word(at), NameClass::TaggerParticle))
            || after_name && glued
            || number && capital(behind);
        if candidate && let Some(info) = tokens.get_mut(at) {
            info.flags |= CANDIDATE;
        }
    }
}

/// Marks candidates and the two tokens on either side, which their features use. Most words are near no name,
/// and the phrase lookup skips them.
pub(super) fn mark_near(sentence: &Sentence, tokens: &mut [Info]) {
    let range = sentence.tokens();
    let Some(tokens) = tokens.get_mut(range) else { return };
    let mut done = 0;
    for at in 0..tokens.len() {
        if tokens.get(at).is_some_and(|token| token.flags & CANDIDATE != 0) {
            let end = tokens.len().min(at + 3);
            let near = tokens.get_mut(done.max(at.saturating_sub(2))..end).unwrap_or_default();
            near.iter_mut().for_each(|token| token.flags |= NEAR);
            done = end;
        }
    }
}
