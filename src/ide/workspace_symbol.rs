//! Workspace symbols: people, organisations and meetings of the whole corpus by part of a name.

use super::document_symbol::SymbolKind;
use super::meeting_name::meeting_name;
use super::show;
use super::target::{Target, introduction, target, told_at};
use crate::names::word_index::words;
use crate::time::wording;
use crate::world::World;

/// Names examined per symbol shown: the highest weights come first, but the weight is not yet the number of
/// mentions.
const NAMES_PER_SYMBOL: usize = 2;

/// A name of the corpus, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkspaceSymbol {
    pub name: String,
    /// "42 mentions", "3 accounts, Thu 12 June 2025".
    pub container: String,
    pub kind: SymbolKind,
    pub target: Target,
}

/// At most `limit`, best first: names that begin with the query before names that contain it, more mentions
/// before fewer. An empty query finds the most mentioned.
pub fn workspace_symbols(world: &World, query: &str, limit: usize) -> Vec<WorkspaceSymbol> {
    let query = plain(query);
    let mut hits: Vec<(Fit, std::cmp::Reverse<usize>, Hit<'_>)> = Vec::new();
    let entities = world.named(&query).filter_map(|entity| {
        let spelled = entity.spellings.iter().map(|(name, _)| &**name).chain([&*entity.name]);
        let fit = spelled.filter_map(|name| fit(name, &query)).min()?;
        Some((fit, std::cmp::Reverse(entity.mentions.len()), Hit::Entity(entity)))
    });
    hits.extend(entities.take(NAMES_PER_SYMBOL * limit));
    let events = world.events_named(&query).filter_map(|event| {
        let fit = fit(&event.name, &query)?;
        Some((fit, std::cmp::Reverse(event.accounts.len()), Hit::Event(event)))
    });
    hits.extend(events.take(NAMES_PER_SYMBOL * limit));
    // A stable sort: equal hits keep their order.
    hits.sort_by_key(|(fit, weight, _)| (*fit, *weight));
    hits.into_iter().filter_map(|(.., hit)| found(world, hit)).take(limit).collect()
}

/// How well a name fits the query; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Start,
    WordStart,
    Inside,
}

enum Hit<'w> {
    Entity(&'w crate::world::Entity),
    Event(&'w crate::world::Event),
}

fn found(world: &World, hit: Hit<'_>) -> Option<WorkspaceSymbol> {
    match hit {
        Hit::Entity(entity) => Some(WorkspaceSymbol {
            name: entity.name.to_string(),
            container: show::count(entity.mentions.len(), "mention"),
            kind: entity.kind.into(),
            target: introduction(world, entity)?,
        }),
        Hit::Event(event) => {
            let when = event.when.map_or_else(String::new, |when| format!(", {}", wording::window(when)));
            let account = event.accounts.first()?;
            Some(WorkspaceSymbol {
                name: meeting_name(world, event, None),
                container: format!("{}{when}", show::count(event.accounts.len(), "account")),
                kind: SymbolKind::Event,
                target: target(world, told_at(world, account)?)?,
            })
        }
    }
}

fn fit(name: &str, query: &str) -> Option<Fit> {
    let name = plain(name);
    let at = name.find(query)?;
    Some(match name.get(..at) {
        Some("") => Fit::Start,
        Some(before) if before.ends_with(' ') => Fit::WordStart,
        _ => Fit::Inside,
    })
}

/// Without case, accents and marks, one space between words.
fn plain(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}
