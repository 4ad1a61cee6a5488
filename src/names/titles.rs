//! Titles: "former Chinese foreign minister", "President of the European Council". Candidates come first,
//! from the words alone, because a title shows where a name begins; holders are assigned once the names are
//! known.

mod extent;
mod find;
mod holders;
mod role;

pub(super) use find::find;
pub(super) use holders::{Edges, attach};

use super::words::Words;
use super::{Lexicon, Qualifier};
use crate::names::CountryCode;

/// The normal form of a role.
pub(super) fn normal(title: &str) -> Box<str> {
    match Lexicon::default().role(title) {
        Some(role) => role.into(),
        None => title.to_lowercase().into(),
    }
}

/// A title in the text: its tokens, half-open, and what they mean.
#[derive(Clone, Debug)]
pub(super) struct TitlePhrase {
    pub first: usize,
    pub last: usize,
    /// The tokens of the role alone.
    pub head: (usize, usize),
    pub role: &'static str,
    pub org: Option<(usize, usize)>,
    pub country: Option<CountryCode>,
    pub qualifier: Option<Qualifier>,
    /// "counterpart": the role is another person's.
    pub counterpart: bool,
    /// "the …", "his …", "Russian …": it can stand for a person on its own.
    pub definite: bool,
}

impl TitlePhrase {
    /// "Mr", "Dr": shows that a person follows, and nothing else.
    pub fn honorific(&self) -> bool {
        matches!(self.role, "mr" | "doctor")
    }
}

/// Last words in the names of organisations with offices.
pub(super) fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "ministry"
            | "council"
            | "committee"
            | "commission"
            | "department"
            | "government"
            | "parliament"
            | "senate"
            | "house"
            | "party"
            | "union"
            | "bank"
            | "office"
            | "agency"
            | "authority"
            | "organization"
            | "organisation"
            | "army"
            | "navy"
            | "police"
            | "assembly"
            | "congress"
            | "court"
            | "fund"
            | "bureau"
            | "administration"
            | "cabinet"
            | "politburo"
            | "kremlin"
            | "pentagon"
            | "duma"
            | "bundestag"
            | "board"
            | "university"
            | "institute"
            | "group"
            | "company"
            | "foundation"
            | "federation"
            | "association"
            | "forces"
            | "force"
            | "nations"
            | "republic"
            | "kingdom"
            | "state"
            | "affairs"
            | "center"
            | "centre"
    )
}

/// Whether a run of capitalised words at `at` names an organisation.
fn is_body_run(words: &Words<'_>, at: usize) -> bool {
    (at..at + 8).take_while(|i| words.capital(*i)).any(|i| is_body(words.folded(i)))
}
