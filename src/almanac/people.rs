//! People of public record and the offices they held.

use super::block::{Block, list};
use crate::text::normalise::ascii_slug;
use crate::time::{Window, edtf};

/// In the words of a source.
const NOT_CHECKED: &str = "not checked";
const CHECKED_START: &str = "start: ";

/// Countries in which the family's name comes first.
const FAMILY_FIRST: [&str; 6] = ["cn", "kp", "kr", "sg", "tw", "vn"];

const TEXT: &str = include_str!("data/offices.tsv");

/// A person of the almanac.
#[derive(Clone, Copy, Debug)]
pub struct AlmanacPerson(Block);

/// One term of an office.
#[derive(Clone, Copy, Debug)]
pub struct AlmanacTerm {
    /// As newspapers write it: "Foreign Minister".
    pub title: &'static str,
    /// Two lower-case letters; empty for an international organisation.
    pub country: &'static str,
    /// The body: "State Council"; often empty.
    pub org: &'static str,
    /// From the first to the last day it may have lasted. An open end: still held when last checked, or ended
    /// on an unknown day.
    pub when: Window,
    /// The day up to which the term is known to have been open, as EDTF; empty where nobody checked, and the
    /// term must not be called current.
    pub checked: &'static str,
    /// Whether the term has ended, even if on an unknown day.
    pub ended: bool,
    /// For [`super::source`].
    pub source: u16,
}

impl AlmanacTerm {
    /// Whether no page supports the term, or one end of it.
    pub fn is_from_memory(&self) -> bool {
        super::source(self.source).contains(NOT_CHECKED)
    }

    /// Whether data support its start, even where its end is from memory.
    pub fn has_checked_start(&self) -> bool {
        !self.is_from_memory() || super::source(self.source).starts_with(CHECKED_START)
    }
}

impl AlmanacPerson {
    pub(super) fn at(offset: u32) -> Option<Self> {
        Block::at(TEXT, offset).map(Self)
    }

    pub(super) fn offset(self) -> u32 {
        self.0.offset()
    }

    /// Everybody.
    pub fn all() -> impl Iterator<Item = Self> {
        Block::all(TEXT).map(Self)
    }

    /// The slug that profiles of the person would use.
    pub fn id(self) -> String {
        match self.0.field(0) {
            "=" => ascii_slug(self.name()),
            id => id.to_owned(),
        }
    }

    pub fn name(self) -> &'static str {
        self.0.field(1)
    }

    /// "王毅" from `zh=王毅`.
    pub fn native(self) -> Option<&'static str> {
        self.0.field(2).split_once('=').map(|(_, name)| name)
    }

    /// Wikidata's identifier: "Q701801".
    pub fn wikidata(self) -> Option<&'static str> {
        Some(self.0.field(4)).filter(|id| !id.is_empty())
    }

    /// The name and all aliases.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name()).chain(list(self.0.field(3)))
    }

    /// The words of the name that may stand for it: the last, and the first where families come first.
    pub fn surnames(self) -> impl Iterator<Item = &'static str> {
        let mut words = self.name().split(' ');
        let first = words.next();
        let last = words.next_back();
        let family_first =
            self.native().is_some() || self.terms().any(|term| FAMILY_FIRST.contains(&term.country));
        last.into_iter().chain(first.filter(|_| family_first && last.is_some()))
    }

    /// The terms, the earliest first.
    pub fn terms(self) -> impl Iterator<Item = AlmanacTerm> {
        self.0.members().map(|fields| AlmanacTerm {
            title: fields.get(0),
            country: fields.get(1),
            org: fields.get(2),
            when: when(fields.get(3), fields.get(4)),
            checked: fields.get(5),
            ended: fields.get(4) != "..",
            source: fields.get(6).parse().unwrap_or_default(),
        })
    }
}

/// The widest window that both ends allow.
fn when(from: &str, to: &str) -> Window {
    let day = |text: &str| edtf::parse(text).ok().map(|date| date.window);
    Window { earliest: day(from).and_then(|w| w.earliest), latest: day(to).and_then(|w| w.latest) }
}
