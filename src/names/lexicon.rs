//! Gazetteers: what is built in, plus the names of the workspace's profiles.

use super::NameKind;

/// A name that a profile states, for the reader to find in texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    pub name: Box<str>,
    pub kind: NameKind,
    pub family_first: bool,
}

/// The built-in gazetteers and the workspace's own names. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    known: std::sync::Arc<Vec<Known>>,
}

impl Lexicon {
    /// The order of `known` does not matter.
    pub fn new(known: impl IntoIterator<Item = Known>) -> Self {
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort();
        known.dedup();
        Self { known: known.into() }
    }

    pub fn known(&self) -> &[Known] {
        &self.known
    }
}
