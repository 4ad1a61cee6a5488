//! Words, numbers and marks. A token never contains white space; whether any precedes it is a flag, so that
//! "21-22", "Jong-un" and "G20" can be told from "21 - 22". Only a tab between two cells is a mark itself.

use super::unwrapped::{FILL, without_fill};
use super::{Span, is_invisible};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, inner apostrophes ("O’Brien"), dotted initials ("U.S.", "a.m."). Never a hyphen.
    Word,
    /// Digits, with thousands groups: "13", "2019", "1,990".
    Number,
    /// Digits and letters in one: "21st", "1990s", "G20", "5pm".
    Mixed,
    /// The clitic of a possessive: "'s", "’s".
    Possessive,
    /// One mark.
    Punct,
    /// A web address or e-mail address, whole.
    Url,
}

/// The smallest piece of text that the readers see: a word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// White space (of any width) precedes it; false when glued to the token before.
    pub spaced: bool,
    /// The first letter is upper case (title case included).
    pub capital: bool,
    /// Every letter is upper case, and there are two or more.
    pub upper: bool,
}

impl Token {
    /// Its word in a text with the same places, such as the text in lower case.
    #[inline]
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        without_fill(self.span.of(text))
    }
}

/// Appends the tokens of `zone` to `out`, in order.
pub(super) fn split(text: &str, zone: Span, words: &WordClasses<TextClass>, out: &mut Vec<Token>) {
    let source = zone.of(text);
    let mut at = 0;
    let mut spaced = true;
    // Whether a tab here stands between two cells of a row, and not before the first or after another.
    let mut cell = false;
    let mail = source.contains('@');
    let pairs = words.list(TextClass::InitialPair);
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = source.get(at..).unwrap_or_default();
        if is_invisible(c) {
            at += c.len_utf8();
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            spaced = true;
            if c == '\t' && cell {
                let span = Span::sized(zone.start + at as u32, 1);
                out.push(Token { span, kind: TokenKind::Punct, spaced, capital: false, upper: false });
            }
            cell &= !matches!(c, '\t' | '\n' | '\r');
            at += c.len_utf8();
            continue;
        }
        let follows_word = !spaced
            && out
                .last()
                .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Mixed | TokenKind::Number));
        let (len, kind) = next(rest, c, follows_word, mail, pairs);
        let tail = rest.bytes().skip(len);
        let len =
            len + if kind == TokenKind::Punct { 0 } else { tail.take_while(|b| *b == FILL as u8).count() };
        let start = zone.start + at as u32;
        let span = Span::new(start, start + len as u32);
        let (capital, upper) = if kind == TokenKind::Word || kind == TokenKind::Mixed {
            case(span.of(text))
        } else {
            (false, false)
        };
        out.push(Token { span, kind, spaced, capital, upper });
        spaced = false;
        cell = true;
        at += len;
    }
}

/// The length in bytes and the kind of the token at the start of `rest`, whose first character is `c`. `mail`
/// if there is an "@" in the zone; `pairs` are two letters that make one initial.
fn next(rest: &str, c: char, follows_word: bool, mail: bool, pairs: &[&str]) -> (usize, TokenKind) {
    if (mail || matches!(c, 'h' | 'H' | 'w' | 'W' | 'f' | 'F'))
        && let Some(len) = url(rest)
    {
        return (len, TokenKind::Url);
    }
    if is_apostrophe(c) && follows_word {
        let mut chars = rest.char_indices().skip(1);
        if let Some((at, 's' | 'S')) = chars.next()
            && !chars.next().is_some_and(|(_, next)| next.is_alphanumeric())
        {
            return (at + 1, TokenKind::Possessive);
        }
    }
    if let Some(len) = initials(rest, pairs) {
        return (len, TokenKind::Word);
    }
    if is_word(c) {
        return run(rest);
    }
    (c.len_utf8(), TokenKind::Punct)
}

/// A run of letters and digits, including apostrophes between letters and commas between thousands.
fn run(rest: &str) -> (usize, TokenKind) {
    // Most words are plain letters throughout.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric);
    let (mut letters, mut digits, mut end) = (false, false, 0);
    for byte in plain {
        digits |= byte.is_ascii_digit();
        letters |= byte.is_ascii_alphabetic();
        end += 1;
    }
    let from = end;
    for (at, c) in rest.get(from..).unwrap_or_default().char_indices().map(|(at, c)| (from + at, c)) {
        if is_word(c) {
            digits |= c.is_numeric();
            letters |= !c.is_numeric();
            end = at + c.len_utf8();
        } else if is_invisible(c) {
            continue;
        } else if is_apostrophe(c) && letters && end == at {
            let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
            let mut following = after.chars();
            let first = following.next().unwrap_or(' ');
            let possessive = matches!(first, 's' | 'S') && !following.next().is_some_and(is_word);
            if !first.is_alphabetic() || possessive {
                break;
            }
        } else if c == ',' && digits && !letters && end == at && thousands(rest, at) {
            continue;
        } else {
            break;
        }
    }
    let kind = match (letters, digits) {
        (true, true) => TokenKind::Mixed,
        (false, true) => TokenKind::Number,
        _ => TokenKind::Word,
    };
    (end, kind)
}

/// Whether the comma at `at` separates thousands: one to three digits before it, exactly three after.
fn thousands(rest: &str, at: usize) -> bool {
    let bytes = rest.as_bytes();
    let before = bytes.get(..at).unwrap_or_default().iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let after =
        bytes.get(at + 1..).unwrap_or_default().iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    (1..=3).contains(&before) && after == 3
}

/// "U.S.", "J.R.R.", "a.m.": two or more single letters, each with a full stop.
fn initials(rest: &str, pairs: &[&str]) -> Option<usize> {
    let dot = |at: usize| rest.chars().nth(at) == Some('.');
    if !(dot(1) || dot(2) && pairs.iter().any(|pair| rest.starts_with(pair))) {
        return None;
    }
    let mut end = 0;
    let mut count = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((from, letter)) = chars.next() {
        if !letter.is_alphabetic() {
            break;
        }
        let pair = rest.get(from..from + 2).is_some_and(|pair| pairs.contains(&pair));
        if pair && rest.get(from + 2..).is_some_and(|tail| tail.starts_with('.')) {
            chars.next();
        }
        let Some(&(at, '.')) = chars.peek() else { break };
        chars.next();
        end = at + 1;
        count += 1;
    }
    // "U.S" without its last dot is still the initials; "J.Smith" is not.
    let tail = rest.get(end..).unwrap_or_default();
    let mut tail_chars = tail.chars();
    if let Some(letter) = tail_chars.next().filter(|c| c.is_alphabetic()) {
        let alone = !tail_chars.next().is_some_and(|c| is_word(c) || is_apostrophe(c));
        return (count >= 1 && alone && letter.is_uppercase()).then(|| end + letter.len_utf8());
    }
    (count >= 2).then_some(end)
}

/// A web or e-mail address at the start of `rest`, without the punctuation that ends a sentence.
fn url(rest: &str) -> Option<usize> {
    let scheme = ["http://", "https://", "www.", "ftp://"]
        .iter()
        .any(|p| rest.get(..p.len()).is_some_and(|s| s.eq_ignore_ascii_case(p)));
    if !scheme && !is_email(rest) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | ')' | '('))
        .unwrap_or(rest.len());
    let trimmed = rest.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
    (!trimmed.is_empty()).then_some(trimmed.len())
}

/// A cheap test for `name@host.tld`. Bounded, so that a long run of letters is not scanned again and again.
fn is_email(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let name = bytes
        .iter()
        .take(64)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+'))
        .count();
    name > 0
        && bytes.get(name) == Some(&b'@')
        && bytes.get(name + 1).is_some_and(u8::is_ascii_alphanumeric)
        && bytes
            .get(name + 1..)
            .unwrap_or_default()
            .iter()
            .take(64)
            .take_while(|b| !b.is_ascii_whitespace())
            .any(|b| *b == b'.')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Combining marks: part of the letter before them.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{0610}'..='\u{061a}'
            | '\u{064b}'..='\u{065f}'
            | '\u{093c}'
            | '\u{093e}'..='\u{094d}'
    )
}

/// The apostrophe of the keyboard and the one of typesetters.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

fn case(word: &str) -> (bool, bool) {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return (false, false);
    }
    let capital = word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| c.is_uppercase());
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let (mut count, mut upper) = (0, true);
    for letter in letters {
        count += 1;
        upper &= !letter.is_lowercase();
    }
    (capital, upper && count >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        split(text, Span::new(0, text.len() as u32), &Language::english().text, &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn possessives_come_off_and_inner_apostrophes_stay() {
        assert_eq!(
            words("O’Brien's don't the days' end"),
            ["O’Brien", "'s", "don't", "the", "days", "'", "end"]
        );
    }

    #[test]
    fn hyphens_and_ranges_are_glued_marks() {
        assert_eq!(words("Jong-un Feb. 21-22"), ["Jong", "-", "un", "Feb", ".", "21", "-", "22"]);
    }

    #[test]
    fn numbers_keep_their_thousands_only() {
        assert_eq!(words("1,990 of May 13,2019"), ["1,990", "of", "May", "13", ",", "2019"]);
    }

    #[test]
    fn initials_and_mixed_words_are_one() {
        assert_eq!(
            words("U.S. at 5pm, a.m. G20 21st J.R. Smith"),
            ["U.S.", "at", "5pm", ",", "a.m.", "G20", "21st", "J.R.", "Smith"]
        );
        assert_eq!(words("A.Yu. Roe, Yu.V. Doe"), ["A.Yu.", "Roe", ",", "Yu.V.", "Doe"]);
    }

    #[test]
    fn soft_hyphens_and_nbsp() {
        assert_eq!(words("For\u{ad}eign\u{a0}Minister"), ["For\u{ad}eign", "Minister"]);
    }

    #[test]
    fn a_tab_parts_cells() {
        assert_eq!(words("\tRoe\t\tOslo\n\tDoe \tLima\t"), ["Roe", "\t", "Oslo", "Doe", "\t", "Lima", "\t"]);
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(
            words("(http://a.b/2024/05). x@y.org!"),
            ["(", "http://a.b/2024/05", ")", ".", "x@y.org", "!"]
        );
    }
}
