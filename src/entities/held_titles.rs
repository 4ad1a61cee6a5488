//! The titles of one article by who holds them, so that those of one person are found without reading all.

use crate::names::{LocalEntity, Names, Title};
use crate::text::{Index, indexed};

/// The titles of an article that have a holder there.
#[derive(Clone, Debug)]
pub struct HeldTitles(Box<[(Index<LocalEntity>, Index<Title>)]>);

impl HeldTitles {
    /// Those among the titles of an article.
    pub fn of(names: &Names) -> Self {
        let held = indexed(&names.titles).filter_map(|(title, said)| Some((said.holder?, title)));
        let mut held: Vec<_> = held.collect();
        held.sort_unstable();
        Self(held.into())
    }

    /// The titles that this person holds, in order of place.
    pub fn by(&self, holder: Index<LocalEntity>) -> impl Iterator<Item = Index<Title>> {
        let first = self.0.partition_point(|(other, _)| *other < holder);
        let own = self.0.get(first..).unwrap_or_default().iter();
        own.take_while(move |(other, _)| *other == holder).map(|(_, title)| *title)
    }
}
