//! Workspace symbols: people and meetings of the whole corpus by part of a name.

use super::{Target, outline::SymbolKind};
use crate::corpus::World;

#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub name: String,
    /// "42 mentions in 7 articles".
    pub container: String,
    pub kind: SymbolKind,
    pub target: Target,
}

/// At most `limit`, best first: names that begin with the query before names that hold it, more mentions before fewer.
pub fn search(_world: &World, _query: &str, _limit: usize) -> Vec<Found> {
    Vec::new()
}
