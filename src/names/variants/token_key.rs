//! The comparison key of one token of a name: romanisations of one name share a key, similar names keep their
//! own.

use super::known;
use crate::text::normalise::{Difference, fold, slip_hashes};

/// In code points: a shorter token is compared as written except for accents. Folding "Jiang" and "Yang" into
/// one, as the rules for long Slavic and Arabic names would, makes two families one.
const MAX_SHORT_TOKEN_CHARS: usize = 5;

/// In code points: shorter keys never match by a slip, because one letter is what tells "Liang" from "Jiang".
const MIN_SLIP_CHARS: usize = 7;

/// The comparison key of one name token.
pub fn key(token: &str) -> String {
    let folded = fold(token);
    if folded.chars().count() <= MAX_SHORT_TOKEN_CHARS { short_key(&folded) } else { long_key(&folded) }
}

/// Whether two token keys may be one name with a slip: Damerau distance at most 1, on long keys.
pub fn near(a: &str, b: &str) -> bool {
    a == b
        || (a.len().min(b.len()) >= MIN_SLIP_CHARS
            && share_an_end(a, b)
            && a.chars().count().min(b.chars().count()) >= MIN_SLIP_CHARS
            && one_slip(a, b))
}

/// What two tokens have in common if they are [`near`], as hashes: a short token whole, a long one with a
/// letter left out.
pub(super) fn pieces(token: &str) -> impl Iterator<Item = u64> {
    let long = token.chars().count() >= MIN_SLIP_CHARS;
    slip_hashes(token).take(if long { usize::MAX } else { 1 })
}

/// A name, or a token of it, as a hash.
pub fn piece(whole: &str) -> u64 {
    let mut pieces = slip_hashes(whole);
    pieces.next().unwrap_or_default()
}

/// Whether two keys share their beginning or end, as they do after a single slip.
fn share_an_end(a: &str, b: &str) -> bool {
    a.bytes().next() == b.bytes().next() || a.bytes().last() == b.bytes().last()
}

/// Whether they are equal, or one insertion, deletion, substitution or swap of neighbours apart.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let difference = Difference::of(&a, &b);
    // "Ivanov" and "Ivanova" are a man and a woman, not a slip.
    let gender = matches!((difference.first, difference.second), ([], ['a']) | (['a'], []));
    difference.is_one_slip() && !(gender && difference.after == 0)
}

/// Without accents, doubled consonants single, a medial or final y an i.
fn short_key(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    for (at, c) in folded.chars().enumerate() {
        let c = if c == 'y' && at > 1 { 'i' } else { c };
        if is_vowel(c) || !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// The romanisation rules: spellings that differ between systems become one symbol.
fn long_key(folded: &str) -> String {
    let mut flat = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let rule = RULES.iter().find(|(from, _)| rest.starts_with(from));
        let (len, to) = rule.map_or((c.len_utf8(), None), |(from, to)| (from.len(), Some(*to)));
        match to {
            Some(to) => flat.push_str(to),
            None => flat.push(c),
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    let mut out = String::with_capacity(flat.len());
    let mut chars = flat.chars().peekable();
    while let Some(c) = chars.next() {
        let last = out.chars().last();
        let dropped = c == 'i'
            && match chars.peek() {
                Some('e') => last.is_none_or(is_vowel),
                Some('u') => true,
                _ => false,
            };
        if !dropped && last != Some(c) {
            out.push(c);
        }
    }
    out
}

/// Longest first. Capitals are symbols of their own: one for each sibilant.
const RULES: &[(&str, &str)] = &[
    ("shch", "Q"),
    ("tch", "C"),
    ("kh", "h"),
    ("ts", "c"),
    ("tc", "c"),
    ("ou", "u"),
    ("ch", "C"),
    ("sh", "S"),
    ("zh", "Z"),
    ("y", "i"),
    ("j", "i"),
    ("x", "h"),
    ("w", "v"),
];

/// English short forms that stand for one given name.
pub(super) fn nickname(key: String) -> String {
    match known().nicknames.iter().find(|(short, _)| *short == key) {
        Some((_, full)) => self::key(full),
        None => key,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}
