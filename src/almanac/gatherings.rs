//! Series of gatherings and when each of them took place.

use super::block::{Block, list};
use crate::time::{Window, edtf};

const TEXT: &str = include_str!("data/gatherings.tsv");

/// A series of the almanac: "Belt and Road Forum".
#[derive(Clone, Copy, Debug)]
pub struct GatheringSeries(Block);

/// One meeting of a series.
#[derive(Clone, Debug)]
pub struct Gathering {
    pub edition: Option<u16>,
    /// "Belt and Road Forum 2023".
    pub name: String,
    /// As profiles write it: `summit`, `conference`, `talks` …
    pub kind: &'static str,
    pub when: Window,
    pub city: &'static str,
    /// Two lower-case letters.
    pub country: &'static str,
    participants: &'static str,
    /// Whether a page supports days and city; otherwise they are from memory, and no finding may rest on
    /// them.
    pub sure: bool,
    /// For [`super::source`].
    pub source: u16,
}

impl Gathering {
    /// Ids of people, or countries as two lower-case letters; only where few took part.
    pub fn participants(&self) -> impl Iterator<Item = &'static str> + use<> {
        list(self.participants)
    }
}

impl GatheringSeries {
    pub(super) fn at(offset: u32) -> Option<Self> {
        Block::at(TEXT, offset).map(Self)
    }

    pub(super) fn offset(self) -> u32 {
        self.0.offset()
    }

    /// Every series.
    pub fn all() -> impl Iterator<Item = Self> {
        Block::all(TEXT).map(Self)
    }

    pub fn id(self) -> &'static str {
        self.0.field(0)
    }

    pub fn name(self) -> &'static str {
        self.0.field(1)
    }

    /// The name and all aliases.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name()).chain(list(self.0.field(2)))
    }

    /// Its meetings, the earliest first.
    pub fn gatherings(self) -> impl Iterator<Item = Gathering> {
        self.0.members().filter_map(move |fields| {
            let from = edtf::parse(fields.get(3)).ok()?.window;
            let to = edtf::parse(fields.get(4)).map_or(from, |to| to.window);
            let year = fields.get(3).get(..4).unwrap_or_default();
            Some(Gathering {
                edition: fields.get(0).parse().ok(),
                name: match fields.get(1) {
                    "" => format!("{} {year}", self.name()),
                    name => name.to_owned(),
                },
                kind: fields.get(2),
                when: from.hull(to),
                city: fields.get(5),
                country: fields.get(6),
                participants: fields.get(7),
                sure: fields.get(8) == "sure",
                source: fields.get(9).parse().unwrap_or_default(),
            })
        })
    }
}
