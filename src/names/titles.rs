//! Titles: "former Chinese foreign minister", "President of the European Council". Candidates come first,
//! from the words alone, because a title shows where a name begins; holders are assigned once the names are
//! known.

mod apposition;
mod edges;
mod extent;
mod find;
mod holders;
mod role;

pub(super) use find::find;
pub(super) use holders::attach;

use super::words::Words;
use super::{Lexicon, Qualifier};
use crate::lang::names::NameClass;
use crate::lang::offices::OfficeClass;
use crate::names::CountryCode;
use crate::text::Layout;

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
    /// "Mr", "Dr".
    honorific: bool,
    /// "counterpart": the role is another person's.
    pub counterpart: bool,
    /// "Presidents Roe and Doe": of each of those named.
    pub plural: bool,
    /// "the …", "his …", "Russian …": it can stand for a person on its own.
    pub definite: bool,
}

impl TitlePhrase {
    /// "Mr", "Dr": shows that a person follows, and nothing else.
    pub fn honorific(&self) -> bool {
        self.honorific
    }

    /// The token where a name after the title begins: behind the full stop of "Gen. Roe".
    pub fn behind(&self, layout: &Layout<'_>, words: &Words<'_>) -> usize {
        let (stop, next) = (self.last, self.last + 1);
        let short = self.honorific || stop.checked_sub(1).is_some_and(|at| words.capital(at));
        let glued = layout.word(stop) == "." && layout.is_glued(stop);
        stop + usize::from(short && glued && words.capital(next) && !words.opens(next))
    }
}

/// Whether a run of capitalised words at `at` names an organisation.
fn is_body_run(words: &Words<'_>, at: usize) -> bool {
    (at..at + 8).take_while(|i| words.capital(*i)).any(|i| words.is(i, NameClass::Body))
}

/// Whether the place of an office stands for a whole country: "French", but neither "Normandy" nor the Paris
/// of a mayor.
fn is_national(layout: &Layout<'_>, lexicon: &Lexicon, role: &str, (first, last): (usize, usize)) -> bool {
    let local = layout.language.offices.has(role, OfficeClass::Local);
    !local && lexicon.longest_nation((first..last).map(|at| layout.word(at))) == Some(last - first)
}
