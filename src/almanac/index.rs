//! From a name, an office or a series to the blocks that tell of it. A key is its kind, the text, and a
//! number where several blocks have the same text; its value is the byte offset of the block in its file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fst::{IntoStreamer, Map, Streamer};

use super::{AlmanacPerson, GatheringSeries};
use crate::meetings::series;
use crate::text::normalise::slug;

/// Where the tool writes the index, below the repository's root.
pub const INDEX_PATH: &str = "src/almanac/data/index.fst";

static INDEX: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("data/index.fst").as_slice()).ok());

/// What a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person's name or alias.
    Person,
    /// The last word of a person's name, and the first where families come first.
    Surname,
    PersonId,
    /// Country and title.
    Office,
    /// A series' name or alias.
    Series,
    SeriesId,
    /// A participant's id.
    Participant,
    /// A town where gatherings took place.
    Town,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::Person => 'p',
            Self::Surname => 'f',
            Self::PersonId => 'i',
            Self::Office => 'o',
            Self::Series => 's',
            Self::SeriesId => 'j',
            Self::Participant => 'w',
            Self::Town => 't',
        }
    }
}

/// The form in which names of people are looked up.
pub(super) fn name_key(name: &str) -> String {
    slug(name)
}

/// The form in which offices are looked up.
pub(super) fn office_key(country: &str, title: &str) -> String {
    format!("{country} {}", slug(title))
}

/// The offsets of the blocks under a key, in order.
pub(super) fn find(kind: Kind, text: &str) -> impl Iterator<Item = u32> {
    let prefix = format!("{}{text}\t", kind.letter());
    let mut end = prefix.clone().into_bytes();
    // The separator is the only tab, so the next byte after it bounds the keys of this text.
    if let Some(last) = end.last_mut() {
        *last += 1;
    }
    let mut found = Vec::new();
    if let Some(index) = &*INDEX {
        let mut keys = index.range().ge(prefix.as_bytes()).lt(&end).into_stream();
        while let Some((_, offset)) = keys.next() {
            found.extend(u32::try_from(offset));
        }
    }
    found.into_iter()
}

/// All keys with their values, sorted: the contents of the index.
pub fn keys() -> BTreeMap<String, u64> {
    let mut all: BTreeMap<(char, String), Vec<u32>> = BTreeMap::new();
    let mut note = |kind: Kind, text: String, offset: u32| {
        let offsets = all.entry((kind.letter(), text)).or_default();
        if !offsets.contains(&offset) {
            offsets.push(offset);
        }
    };
    for person in AlmanacPerson::all() {
        let id = person.id();
        if id != name_key(person.name()) {
            note(Kind::PersonId, id, person.offset());
        }
        person.names().for_each(|name| note(Kind::Person, name_key(name), person.offset()));
        person.surnames().for_each(|name| note(Kind::Surname, name_key(name), person.offset()));
        person
            .terms()
            .for_each(|term| note(Kind::Office, office_key(term.country, term.title), person.offset()));
    }
    for one in GatheringSeries::all() {
        note(Kind::SeriesId, one.id().to_owned(), one.offset());
        let ids = one.gatherings().flat_map(|gathering| gathering.participants());
        ids.for_each(|id| note(Kind::Participant, id.to_owned(), one.offset()));
        let towns = one.gatherings().map(|gathering| name_key(gathering.city));
        towns.for_each(|town| note(Kind::Town, town, one.offset()));
        one.names().for_each(|name| note(Kind::Series, series::key(name).0.into(), one.offset()));
    }
    let numbered = |((letter, text), offsets): ((char, String), Vec<u32>)| {
        offsets
            .into_iter()
            .enumerate()
            .map(move |(n, offset)| (format!("{letter}{text}\t{n:04}"), u64::from(offset)))
    };
    all.into_iter().flat_map(numbered).collect()
}
