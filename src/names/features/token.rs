//! One token on its own: its form, how it is written, and what the lists say about it.

use crate::names::gazetteer::{GazetteerKey, Word};
use crate::names::memo::{Memo, Packed};
use crate::text::{Layout, Token, TokenKind};

/// What is known of one token before its neighbours are looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Info {
    /// Hash of the word, without case and accents.
    pub(super) word: u32,
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 3],
    pub(super) suffixes: [u32; 3],
    pub(super) lists: Word,
    pub(super) phrase: u32,
    pub(super) article: u32,
    pub(super) flags: u32,
    /// The unbroken run of capitalised tokens it stands in, half-open; empty for others.
    pub(super) run: (u32, u32),
}

/// Its first letter is a capital.
pub(super) const CAPITAL: u32 = 1;
/// Begins its sentence: up to the first word, marks included.
pub(super) const INITIAL: u32 = 1 << 1;
/// No white space stands before it.
pub(super) const GLUED: u32 = 1 << 2;
/// The first token of its line.
pub(super) const LINE_START: u32 = 1 << 3;
/// After a quotation mark, a bracket, a colon or a bullet, where a capital is weak evidence.
pub(super) const QUOTED: u32 = 1 << 4;
/// In a sentence that is all capitals, or where every long word has one: case is weak evidence.
pub(super) const SHOUTED: u32 = 1 << 5;
/// In a sentence in title case.
pub(super) const TITLED: u32 = 1 << 6;
/// May be part of a name; the model looks at nothing else.
pub(super) const CANDIDATE: u32 = 1 << 7;
/// In a headline.
pub(super) const HEADLINE: u32 = 1 << 8;
/// A candidate, or one of the two tokens on either side of one.
pub(super) const NEAR: u32 = 1 << 9;

/// What the letters of a word alone show.
#[derive(Clone, Copy, Debug, Default)]
struct TokenForm {
    word: u32,
    shape: u32,
    prefixes: [u32; 3],
    suffixes: [u32; 3],
    lists: Word,
}

/// What a token shows on its own, before its neighbours are considered.
pub(super) fn info(layout: &Layout<'_>, at: usize) -> Info {
    let Some(token) = layout.token(at) else { return Info::default() };
    let text = layout.slice(token.span);
    let mut flags = 0;
    if token.capital {
        flags |= CAPITAL;
    }
    if !token.spaced {
        flags |= GLUED;
    }
    let gap = at
        .checked_sub(1)
        .and_then(|i| layout.token(i))
        .and_then(|before| layout.text.get(before.span.end as usize..token.span.start as usize));
    if gap.is_none_or(|gap| gap.contains(['\n', '\r'])) {
        flags |= LINE_START;
    }
    let form = match token.kind {
        TokenKind::Word | TokenKind::Mixed => form(token, text),
        TokenKind::Number => mark(3 + text.len().min(8) as u32),
        TokenKind::Url => mark(12),
        _ => mark(hash(text.as_bytes())),
    };
    let TokenForm { word, shape, prefixes, suffixes, lists } = form;
    Info { word, shape, prefixes, suffixes, lists, flags, ..Info::default() }
}

fn form(token: &Token, text: &str) -> TokenForm {
    static MEMO: Memo<5> = Memo::new();
    MEMO.get(text, |text| look_at(token, text))
}

impl Packed<5> for TokenForm {
    fn pack(self) -> [u64; 5] {
        let Self { word, shape, prefixes: [a, b, c], suffixes: [x, y, z], lists } = self;
        [pair(word, shape), pair(a, b), pair(c, x), pair(y, z), lists.0]
    }

    fn unpack([own, ab, cx, yz, lists]: [u64; 5]) -> Self {
        let ((word, shape), (a, b), (c, x), (y, z)) = (parts(own), parts(ab), parts(cx), parts(yz));
        Self { word, shape, prefixes: [a, b, c], suffixes: [x, y, z], lists: Word(lists) }
    }
}

fn pair(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

fn parts(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

fn look_at(token: &Token, text: &str) -> TokenForm {
    let Some(key) = GazetteerKey::of(text) else { return mark(hash(text.as_bytes())) };
    let bytes = key.as_bytes();
    let ends = |n: usize| bytes.get(bytes.len().saturating_sub(n)..).map_or(0, hash);
    let begins = |n: usize| bytes.get(..n.min(bytes.len())).map_or(0, hash);
    TokenForm {
        word: hash(bytes),
        shape: shape(token, text),
        prefixes: [begins(2), begins(3), begins(4)],
        suffixes: [ends(2), ends(3), ends(4)],
        lists: Word::of(text),
    }
}

/// The form of a token that is not a word: nothing but what it is.
fn mark(word: u32) -> TokenForm {
    TokenForm { word, suffixes: [word; 3], ..TokenForm::default() }
}

/// The pattern of capitals, small letters, digits and marks, with the length of what is short.
fn shape(token: &Token, text: &str) -> u32 {
    let (mut state, mut last, mut letters) = (17u32, 0u32, 0u32);
    for c in text.chars().take(24) {
        let class = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            _ => 5,
        };
        letters += 1;
        if class != last {
            state = state.wrapping_mul(7).wrapping_add(class);
        }
        last = class;
    }
    let length = if token.upper || letters < 4 { letters.min(6) } else { 7 };
    state << 4 | length
}

/// The same on every machine; never 0, which stands for nothing.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in bytes {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // Small numbers are kept for the ends of a sentence and for kinds of number.
    (state ^ state >> 32) as u32 | 1 << 31
}
