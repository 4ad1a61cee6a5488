//! Written forms made comparable and printable: one line, folded, slug, ordinal, and the edit distance of two
//! words. Every other file uses these, so that no two places disagree about what counts as the same spelling.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text on one line: runs of white space become one space; outer white space and invisible characters go,
/// and so does a hyphen that divides a word at the end of a line.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut broken = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            broken |= matches!(c, '\n' | '\r');
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
            continue;
        }
        let divided = line.strip_suffix("- ").is_some_and(|word| word.ends_with(char::is_alphanumeric));
        if broken && divided && c.is_alphanumeric() {
            // "Har-" and "wood" are one word; "Franco-" and "German" keep their hyphen.
            line.truncate(line.len() - if c.is_lowercase() { 2 } else { 1 });
        }
        broken = false;
        line.push(c);
    }
    line.truncate(line.trim_end().len());
    line
}

/// Lower case, without accents, apostrophes and invisible characters: "O’Neill" and "oneill" fold alike.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_invisible(*c) && !is_combining_mark(*c)) {
        if matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '`' | '´' | 'ʻ' | '＇') {
            continue;
        }
        match base_letters(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// The spelling, in lower case, of a letter that Unicode does not decompose into a base letter and an accent.
pub const fn base_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'ı' | 'İ' => "i",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ə' | 'Ə' => "a",
        _ => return None,
    })
}

/// A name as used in an entity's id: folded words, without the marks around them, joined by hyphens.
pub fn slug(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || is_hyphen(c));
    let words = words.map(|word| fold(word.trim_matches(['.', ',', '"', '“', '”', '(', ')'])));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A slug of ASCII letters, digits and hyphens only, as profile ids allow; empty if the name has none of
/// them.
pub fn ascii_slug(name: &str) -> String {
    let slug: String = slug(name).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    slug.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A slug of lower-case letters and digits with their accents; every run of anything else is one hyphen.
pub fn accented_slug(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| word.chars().flat_map(char::to_lowercase).collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// "1st", "22nd", "113th".
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Invisible characters: soft hyphen, zero-width marks, bidi controls, byte order mark, variation selectors,
/// and what fills the place of a divided word's hyphen. They never end a word.
#[inline]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{1f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// The keyboard hyphen and typographic ones, including dashes and the minus sign.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Where two words differ: the code points they share at the beginning and at the end, and what each has in
/// between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference<'w> {
    /// Code points both begin with.
    pub before: usize,
    /// What only the first word has.
    pub first: &'w [char],
    /// What only the second word has.
    pub second: &'w [char],
    /// Code points both end with.
    pub after: usize,
}

impl<'w> Difference<'w> {
    /// Compares two words letter by letter.
    pub fn of(a: &'w [char], b: &'w [char]) -> Self {
        let before = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        let (a, b) = (a.get(before..).unwrap_or_default(), b.get(before..).unwrap_or_default());
        let after = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
        let first = a.get(..a.len() - after).unwrap_or_default();
        let second = b.get(..b.len() - after).unwrap_or_default();
        Self { before, first, second, after }
    }

    /// Whether they differ by one letter added, removed or replaced, or two neighbours swapped (Damerau
    /// distance at most 1).
    pub fn is_one_slip(&self) -> bool {
        match (self.first, self.second) {
            ([] | [_], [] | [_]) => true,
            ([a, b], [c, d]) => a == d && b == c,
            _ => false,
        }
    }
}

/// What words that are one slip apart have in common, as hashes: the word itself, and the word without each
/// of its letters. So words with a slip between them are found without comparing all of them.
pub fn slip_hashes(word: &str) -> impl Iterator<Item = u64> {
    let whole = std::iter::once(hash(word, ""));
    let letters = if word.len() > MAX_SLIP_BYTES { "" } else { word }.char_indices();
    let shorter = letters.filter_map(|(at, c)| {
        let (before, after) = (word.get(..at)?, word.get(at + c.len_utf8()..)?);
        Some(hash(before, after))
    });
    whole.chain(shorter)
}

/// Longer words are no names, and a hash for each of their letters would cost the square of their length.
const MAX_SLIP_BYTES: usize = 64;

/// Two parts as if they were one text.
fn hash(before: &str, after: &str) -> u64 {
    // Letter by letter, because a hasher may take whole blocks differently from parts of them.
    let mut hasher = FxHasher::default();
    before.bytes().chain(after.bytes()).for_each(|byte| hasher.write_u8(byte));
    hasher.finish()
}

/// The letters to insert, delete or replace to turn one word into the other (Levenshtein distance), in code
/// points.
pub fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, cb) in b.chars().enumerate() {
        let (mut diagonal, mut left) = (i, i + 1);
        for (j, ca) in a.iter().enumerate() {
            let up = row.get(j + 1).copied().unwrap_or(usize::MAX - 1);
            let cost = (diagonal + usize::from(*ca != cb)).min(up + 1).min(left + 1);
            if let Some(cell) = row.get_mut(j) {
                *cell = left;
            }
            (diagonal, left) = (up, cost);
        }
        if let Some(cell) = row.last_mut() {
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_shows_what_can_be_seen() {
        assert_eq!(one_line(" Ann\r\n\tRo\u{ad}e \u{200b} Li\u{feff} "), "Ann Roe Li");
        assert_eq!(one_line("\u{200b} \n"), "");
        assert_eq!(
            one_line("Ann Har-\n  wood, Franco-\r\nGerman - or - not"),
            "Ann Harwood, Franco-German - or - not"
        );
    }

    #[test]
    fn folding_takes_accents_and_apostrophes() {
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("O’Neill"), "oneill");
        assert_eq!(fold("Ærø\u{ad}"), "aero");
    }

    #[test]
    fn slugs_join_words_by_hyphens() {
        assert_eq!(slug("Côte d'Ivoire (West)"), "cote-divoire-west");
        assert_eq!(slug("王毅 – Wang"), "王毅-wang");
        assert_eq!(ascii_slug("王毅 – J.R. Łoś"), "jr-los");
        assert_eq!(ascii_slug("王毅"), "");
        assert_eq!(accented_slug("Xi’s visit — Évian (2024)"), "xi-s-visit-évian-2024");
    }

    #[test]
    fn ordinals_have_their_endings() {
        for (number, written) in [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th")]
        {
            assert_eq!(ordinal(number), written);
        }
        assert_eq!(
            (ordinal(21), ordinal(113), ordinal(102)),
            ("21st".into(), "113th".into(), "102nd".into())
        );
    }

    #[test]
    fn words_differ_by_a_slip_or_more() {
        let slip = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            Difference::of(&a, &b).is_one_slip()
        };
        assert!(slip("baerbok", "baerbock") && slip("ivan", "ivna") && slip("same", "same"));
        assert!(!slip("keqiang", "qiang") && !slip("abcd", "badc"));
        for (a, b) in [("baerbok", "baerbock"), ("ivan", "ivna"), ("same", "same"), ("šime", "sime")] {
            assert!(slip_hashes(a).any(|one| slip_hashes(b).any(|other| one == other)), "{a} {b}");
        }
        assert!(!slip_hashes("keqiang").any(|one| slip_hashes("qiang").any(|other| one == other)));
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!(edit_distance("", "abc"), 3);
    }
}
