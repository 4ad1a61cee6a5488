//! The two built-in tables, as stored in the binary: single words, and phrases of one word or more. Made by
//! `tools/build-gazetteer.rs`; nothing is unpacked at start.

mod entry;

use std::sync::LazyLock;

use entry::WordEntry;
use fst::{Map, raw};

use crate::names::CountryCode;
use crate::text::normalise::{base_letters, is_invisible};

static WORDS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("data/words.fst").as_slice()).ok());
static PHRASES: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("data/phrases.fst").as_slice()).ok());
/// Expansions of acronyms and normal forms of roles, by number.
static STRINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("data/phrases.txt").lines().collect());

/// What is known of a single word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word(pub u64);

impl Word {
    /// Used as a given name.
    pub const GIVEN: u64 = 1;
    /// Used as a family name.
    pub const FAMILY: u64 = 1 << 1;
    /// A family name of a culture that puts it first.
    pub const FAMILY_FIRST: u64 = 1 << 2;
    /// In the list of personal names, of unknown kind.
    pub const LISTED: u64 = 1 << 3;

    /// What the tables say about one token, as written.
    #[inline]
    pub fn of(token: &str) -> Self {
        Self(entry::entry(token).word)
    }

    /// The value as the table stores it: flags in the lowest 4 bits, then rank (4), coarse (8) and fine group
    /// (16).
    pub const fn pack(flags: u64, rank: u64, coarse: u64, fine: u64) -> Self {
        Self(flags | rank << 4 | coarse << 8 | fine << 16)
    }

    /// Whether any of `flags` is set.
    pub const fn is(self, flags: u64) -> bool {
        self.0 & flags != 0
    }

    /// The flags alone.
    pub const fn flags(self) -> u64 {
        self.0 & 0xf
    }

    /// How common the word is in general text, regardless of case: 1 for the commonest, 15 for the rarest, 0
    /// for unknown.
    pub const fn rank(self) -> u64 {
        self.0 >> 4 & 0xf
    }

    /// The word's group among a few dozen, by its neighbours in general text; 0 for unknown.
    pub const fn coarse(self) -> u64 {
        self.0 >> 8 & 0xff
    }

    /// The word's group among a thousand; 0 for unknown.
    pub const fn fine(self) -> u64 {
        self.0 >> 16 & 0xffff
    }
}

/// What is known of a phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phrase(pub u64);

impl Phrase {
    /// The name of a country.
    pub const COUNTRY: u64 = 1;
    /// The name of a country's capital.
    pub const CAPITAL: u64 = 1 << 1;
    /// A part of a country, or of the world.
    pub const REGION: u64 = 1 << 2;
    /// The name of a city.
    pub const CITY: u64 = 1 << 3;
    /// The adjective of a country, or its people: "Chinese", "Russians".
    pub const DEMONYM: u64 = 1 << 4;
    /// The name of an organisation.
    pub const ORGANISATION: u64 = 1 << 5;
    /// An office: "foreign minister".
    pub const ROLE: u64 = 1 << 6;
    /// Stands for something longer: "SCO".
    pub const ACRONYM: u64 = 1 << 7;
    /// A name or role only where it is written in capitals: "US", "PM".
    pub const UPPER: u64 = 1 << 8;
    /// A place of any kind.
    pub const PLACE: u64 = Self::COUNTRY | Self::CAPITAL | Self::REGION | Self::CITY;

    /// All of `text` as one phrase.
    #[inline]
    pub fn of(text: &str) -> Self {
        match entry::entry(text).phrase {
            0 => Self::default(),
            found => Self(found).written(text, all_upper(text)),
        }
    }

    /// Walks along `words` and calls `found` with each phrase that begins at the first: how many words it
    /// has, and what it is. Hyphens between words count as words.
    pub fn along<'w>(words: impl IntoIterator<Item = &'w str>, mut found: impl FnMut(usize, Self)) {
        let mut words = words.into_iter().enumerate();
        let (Some(map), Some((_, first))) = (PHRASES.as_ref(), words.next()) else { return };
        let WordEntry { phrase, start, .. } = entry::entry(first);
        let mut upper = all_upper(first);
        if phrase != 0 {
            found(1, Self(phrase).written(first, upper));
        }
        let fst = map.as_fst();
        let mut state = None;
        for (count, word) in words.filter(|(_, word)| !matches!(*word, "-" | "." | "‐" | "‑")) {
            if state.is_none() && start.may_go_on(word) {
                state = start.way().map(|(node, said)| (fst.node(node), raw::Output::new(said)));
            }
            let Some(state) = state.as_mut() else { return };
            let key = GazetteerKey::of(word).filter(|_| step(fst, state, b" "));
            if !key.is_some_and(|key| step(fst, state, key.as_bytes())) {
                return;
            }
            upper &= all_upper(word);
            if state.0.is_final() {
                let value = state.1.cat(state.0.final_output()).value();
                found(count + 1, Self(value).written(first, upper));
            }
        }
    }

    /// Whether one of `flags` holds.
    pub const fn is(self, flags: u64) -> bool {
        self.0 & flags != 0
    }

    /// Of a place: its country.
    pub fn country(self) -> Option<CountryCode> {
        code(self.0 >> 16)
    }

    /// Of a demonym: its country.
    pub fn demonym(self) -> Option<CountryCode> {
        code(self.0 >> 32)
    }

    /// The expansion of an acronym, the normal form of a role.
    pub fn string(self) -> Option<&'static str> {
        STRINGS.get((self.0 >> 48).checked_sub(1)? as usize).copied()
    }

    /// Removes what the capitals rule out: "us" is not a country, nor is "turkey".
    fn written(self, first: &str, upper: bool) -> Self {
        let mut out = self.0;
        if out & Self::UPPER != 0 && !upper {
            return Self::default();
        }
        if out & Self::ACRONYM != 0 && !upper {
            out &= !Self::ACRONYM;
            if out & Self::ORGANISATION == 0 {
                out &= !(0xffff << 48);
            }
        }
        if !first.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) {
            out &= !(Self::PLACE | Self::DEMONYM | Self::ORGANISATION | Self::ACRONYM);
        }
        Self(out)
    }
}

/// The normal forms of all offices, in the order of the table.
pub fn roles() -> impl Iterator<Item = &'static str> {
    STRINGS.iter().copied().filter(|text| {
        let phrase = Phrase::of(text);
        phrase.is(Phrase::ROLE) && phrase.string() == Some(*text)
    })
}

#[inline]
fn step<'f>(
    fst: &'f raw::Fst<&'static [u8]>,
    state: &mut (raw::Node<'f>, raw::Output),
    bytes: &[u8],
) -> bool {
    for &byte in bytes {
        let Some(index) = state.0.find_input(byte) else { return false };
        let transition = state.0.transition(index);
        *state = (fst.node(transition.addr), state.1.cat(transition.out));
    }
    true
}

fn code(bits: u64) -> Option<CountryCode> {
    let pair = [(bits & 0xff) as u8, (bits >> 8 & 0xff) as u8];
    CountryCode::of_letters(pair)
}

fn all_upper(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// A name or phrase as the tables spell it: lower case, no accents, no dots, hyphens as spaces. Lives on the
/// stack.
#[derive(Clone, Copy, Debug)]
pub struct GazetteerKey {
    bytes: [u8; 64],
    len: usize,
}

impl GazetteerKey {
    /// `None` for text longer than any entry.
    pub fn of(text: &str) -> Option<Self> {
        let mut key = Self { bytes: [0; 64], len: 0 };
        let mut fits = true;
        for c in text.chars() {
            if c.is_ascii() {
                fits &= key.push_ascii(c.to_ascii_lowercase());
            } else if let Some(letters) = plain(c) {
                fits &= letters.chars().all(|c| key.push_ascii(c));
            } else {
                unicode_normalization::char::decompose_canonical(c, |part| {
                    if !unicode_normalization::char::is_combining_mark(part) && !is_invisible(part) {
                        part.to_lowercase().for_each(|lower| fits &= key.push(lower));
                    }
                });
            }
            if !fits {
                return None;
            }
        }
        if key.bytes.get(key.len.wrapping_sub(1)) == Some(&b' ') {
            key.len -= 1;
        }
        Some(key)
    }

    /// The key in UTF-8, as the tables hold it.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    #[inline]
    fn push_ascii(&mut self, c: char) -> bool {
        match c {
            '.' => true,
            '-' | '\u{9}'..='\u{d}' | ' ' => {
                let doubled = self.len == 0 || self.bytes.get(self.len - 1) == Some(&b' ');
                doubled || self.push(' ')
            }
            _ => self.push(c),
        }
    }

    #[inline]
    fn push(&mut self, c: char) -> bool {
        if c.is_whitespace() && c != ' ' {
            return self.push_ascii(' ');
        }
        let mut utf8 = [0; 4];
        let encoded = c.encode_utf8(&mut utf8).as_bytes();
        let Some(room) = self.bytes.get_mut(self.len..self.len + encoded.len()) else { return false };
        room.copy_from_slice(encoded);
        self.len += encoded.len();
        true
    }
}

/// The plain form of a character that Unicode does not decompose, and of typographic apostrophes and hyphens.
fn plain(c: char) -> Option<&'static str> {
    match c {
        '’' | '‘' | 'ʼ' | '＇' => Some("'"),
        '‐' | '‑' | '–' => Some("-"),
        _ => base_letters(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain() {
        let key =
            |text: &str| GazetteerKey::of(text).map(|k| String::from_utf8_lossy(k.as_bytes()).into_owned());
        assert_eq!(key("Côte d’Ivoire").as_deref(), Some("cote d'ivoire"));
        assert_eq!(key("U.S.").as_deref(), Some("us"));
        assert_eq!(key("Guinea-Bissau\u{a0}").as_deref(), Some("guinea bissau"));
        assert_eq!(key("Łódź\u{ad}").as_deref(), Some("lodz"));
        assert_eq!(key(&"x".repeat(65)), None);
    }

    #[test]
    fn the_tables_are_there() {
        assert!(WORDS.as_ref().is_some_and(|map| map.len() > 100_000));
        assert!(PHRASES.as_ref().is_some_and(|map| map.len() > 10_000));
        assert!(Word::of("minister").fine() > 0 && Word::of("the").rank() == 1);
    }

    #[test]
    fn a_phrase_is_found_word_by_word() {
        for role in roles() {
            let mut found = None;
            Phrase::along(role.split(' '), |_, phrase| found = phrase.string().or(found));
            assert_eq!(found, Some(role));
        }
        let mut longest = 0;
        Phrase::along(["Côte", "d’Ivoire"], |count, _| longest = count);
        assert_eq!(longest, 2);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_key_or_none(text in "\\PC{0,80}") {
            if let Some(key) = GazetteerKey::of(&text) {
                proptest::prop_assert!(std::str::from_utf8(key.as_bytes()).is_ok());
            }
            Phrase::along(text.split(' '), |count, _| assert!(count > 0));
        }
    }
}
