//! The events that anniversaries count from.

use super::block::{Fields, list};
use crate::time::{Window, edtf};

const TEXT: &str = include_str!("data/base_dates.tsv");

/// What an anniversary counts from: "independence of Colombia", 20 July 1810.
#[derive(Clone, Copy, Debug)]
pub struct BaseDate {
    fields: Fields,
    /// A day, or a year where only that is known.
    pub when: Window,
}

impl BaseDate {
    /// The event and its other names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.fields.get(0)).chain(list(self.fields.get(1)))
    }

    /// Two lower-case letters each.
    pub fn parties(&self) -> impl Iterator<Item = &'static str> {
        list(self.fields.get(3))
    }

    /// For [`super::source`].
    pub fn source(&self) -> u16 {
        self.fields.get(5).parse().unwrap_or_default()
    }

    /// Whether a page supports it; otherwise it is from memory.
    pub fn is_sure(&self) -> bool {
        self.fields.get(4) == "sure"
    }
}

/// All of them, the earliest first.
pub fn base_dates() -> impl Iterator<Item = BaseDate> {
    TEXT.lines()
        .map(Fields::of)
        .filter_map(|fields| Some(BaseDate { fields, when: edtf::parse(fields.get(2)).ok()?.window }))
}
