//! Titles: "former Chinese foreign minister", "President of the European Council". Candidate first, by the words alone,
//! for a title says where a name begins; given to their holders once the names are known.

mod extent;
mod find;
mod holders;
mod role;

pub(super) use find::find;
pub(super) use holders::{Edges, attach};

use super::words::Words;
use super::{Lexicon, Qualifier};

/// The normal form of a role.
pub(super) fn normal(title: &str) -> Box<str> {
    match Lexicon::default().role(title) {
        Some(role) => role.into(),
        None => title.to_lowercase().into(),
    }
}

/// A title in the text: tokens, half-open, and what they say.
#[derive(Clone, Debug)]
pub(super) struct TitlePhrase {
    pub first: usize,
    pub last: usize,
    /// The tokens of the role alone.
    pub head: (usize, usize),
    pub role: &'static str,
    pub org: Option<(usize, usize)>,
    pub country: Option<[u8; 2]>,
    pub qualifier: Option<Qualifier>,
    /// "counterpart": the role is somebody else's.
    pub counterpart: bool,
    /// "the …", "his …", "Russian …": it can stand for somebody by itself.
    pub definite: bool,
}

impl TitlePhrase {
    /// "Mr", "Dr": says that a person follows, and nothing else.
    pub fn honorific(&self) -> bool {
        matches!(self.role, "mr" | "doctor")
    }
}

/// Words that end the name of a body one can hold an office in.
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

/// Whether a run of capitalised words at `at` names a body.
fn is_body_run(words: &Words<'_>, at: usize) -> bool {
    (at..at + 8).take_while(|i| words.capital(*i)).any(|i| is_body(words.folded(i)))
}
