//! Workspace symbols: people, organisations and meetings of the whole corpus by part of a name.

use super::{
    Target,
    navigate::{introduction, target},
    outline::SymbolKind,
    show,
};
use crate::corpus::World;

#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub name: String,
    /// "42 mentions", "3 accounts, 2025-06-12".
    pub container: String,
    pub kind: SymbolKind,
    pub target: Target,
}

/// How well a name fits the query; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Start,
    WordStart,
    Inside,
}

/// At most `limit`, best first: names that begin with the query before names that hold it, more mentions before fewer.
/// An empty query finds the most mentioned.
pub fn search(world: &World, query: &str, limit: usize) -> Vec<Found> {
    let query = query.trim().to_lowercase();
    let mut hits: Vec<(Fit, std::cmp::Reverse<usize>, Hit<'_>)> = Vec::new();
    for entity in world.entities() {
        let spelled = entity.spellings.iter().map(|(name, _)| &**name).chain([&*entity.name]);
        if let Some(fit) = spelled.filter_map(|name| fit(name, &query)).min() {
            hits.push((fit, std::cmp::Reverse(entity.mentions.len()), Hit::Entity(entity)));
        }
    }
    for gathering in world.gatherings() {
        if let Some(fit) = fit(&gathering.name, &query) {
            hits.push((fit, std::cmp::Reverse(gathering.accounts.len()), Hit::Gathering(gathering)));
        }
    }
    // Stable: equal hits keep the order of ids.
    hits.sort_by_key(|(fit, weight, _)| (*fit, *weight));
    hits.into_iter().filter_map(|(.., hit)| found(world, hit)).take(limit).collect()
}

enum Hit<'w> {
    Entity(&'w crate::corpus::Entity),
    Gathering(&'w crate::corpus::Gathering),
}

fn found(world: &World, hit: Hit<'_>) -> Option<Found> {
    match hit {
        Hit::Entity(entity) => Some(Found {
            name: entity.name.to_string(),
            container: show::count(entity.mentions.len(), "mention"),
            kind: entity.kind.into(),
            target: introduction(world, entity)?,
        }),
        Hit::Gathering(gathering) => {
            let when = gathering.when.map_or_else(String::new, |when| format!(", {}", show::window(when)));
            let account = gathering.accounts.first()?;
            Some(Found {
                name: gathering.name.to_string(),
                container: format!("{}{when}", show::count(gathering.accounts.len(), "account")),
                kind: SymbolKind::Event,
                target: target(world, super::hover::told_at(world, account)?)?,
            })
        }
    }
}

fn fit(name: &str, query: &str) -> Option<Fit> {
    let name = name.to_lowercase();
    let at = name.find(query)?;
    if at == 0 {
        return Some(Fit::Start);
    }
    let before = name.get(..at).and_then(|head| head.chars().next_back());
    Some(if before.is_some_and(char::is_alphanumeric) { Fit::Inside } else { Fit::WordStart })
}
