//! Call and type hierarchy, applied to a corpus: who met whom, who took part in what, what is part of what.
//! Each step leads to more such items; a client needs to return only a [`HierarchyNode`].

use super::document_symbol::SymbolKind;
use super::meeting_name::meeting_name;
use super::mention_at::span_at;
use super::references::accounts;
use super::show;
use super::subject::{Subject, subject};
use super::target::{Target, introduction, target, told_at};
use crate::names::NameKind;
use crate::text::Span;
use crate::time::wording;
use crate::world::{DocId, Entity, EntityId, Event, EventId, Place, World};

/// What an item stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HierarchyNode {
    Person(EntityId),
    /// By name, because an office may be in an organisation that no article mentions.
    Organisation(Box<str>),
    Meeting(EventId),
    /// As in `Event::series`.
    Series(Box<str>),
}

/// An item of a hierarchy, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct HierarchyItem {
    pub node: HierarchyNode,
    pub name: String,
    pub detail: String,
    pub kind: SymbolKind,
    pub target: Target,
}

/// The item at which a hierarchy can start at `offset`.
pub fn prepare(world: &World, doc: &DocId, offset: u32) -> Option<HierarchyItem> {
    let mut item = match subject(world, doc, offset)? {
        Subject::Entity(entity) => of_entity(world, entity),
        Subject::Event(event) => of_event(world, event),
        Subject::Series(series) => of_series(world, series),
    }?;
    // A hierarchy that starts here keeps this place.
    if let Some(span) = span_at(world, doc, offset) {
        item.target = target(world, Place { doc: doc.clone(), span })?;
    }
    Some(item)
}

/// A person or an organisation, where it is introduced. Places have no hierarchy.
pub fn of_entity(world: &World, entity: &Entity) -> Option<HierarchyItem> {
    let node = match entity.kind {
        NameKind::Person => HierarchyNode::Person(entity.id.clone()),
        NameKind::Organisation => HierarchyNode::Organisation(entity.name.clone()),
        NameKind::Place => return None,
    };
    Some(HierarchyItem {
        node,
        name: entity.name.to_string(),
        detail: show::count(entity.mentions.len(), "mention"),
        kind: entity.kind.into(),
        target: introduction(world, entity)?,
    })
}

/// A meeting, at its fullest account.
pub fn of_event(world: &World, event: &Event) -> Option<HierarchyItem> {
    let told = event.accounts.iter().find_map(|account| told_at(world, account));
    Some(HierarchyItem {
        node: HierarchyNode::Meeting(event.id.clone()),
        name: meeting_name(world, event, None),
        detail: when_and_where(world, event),
        kind: SymbolKind::Event,
        target: target(world, told?)?,
    })
}

/// "Fri 3 May 2024, Oslo".
pub fn when_and_where(world: &World, event: &Event) -> String {
    let when = event.when.map_or_else(|| "undated".to_owned(), wording::window);
    match event.place.as_ref().and_then(|id| world.entity(id)) {
        Some(place) => format!("{when}, {}", place.name),
        None => when,
    }
}

/// The mentions of a meeting in one article.
pub fn told_in(world: &World, event: &Event, doc: &DocId) -> Vec<Span> {
    let places = accounts(world, event).into_iter().filter(|place| place.doc == *doc);
    places.map(|place| place.span).collect()
}

/// The meetings that were part of another, by date.
pub fn parts<'w>(world: &'w World, whole: &EventId) -> Vec<&'w Event> {
    let parts = world.events().filter(|event| event.part_of.as_ref() == Some(whole));
    by_date(parts.map(|event| &**event).collect())
}

/// By date; undated ones last.
pub fn by_date(mut events: Vec<&Event>) -> Vec<&Event> {
    let first_day = |event: &Event| event.when.and_then(|when| when.earliest);
    events.sort_by_key(|event| (first_day(event).is_none(), first_day(event)));
    events
}

/// A series: its profile entry, else its earliest edition.
pub fn of_series(world: &World, series: &str) -> Option<HierarchyItem> {
    let entry = world.series_profile(series);
    let editions = editions(world, series);
    let place = match entry {
        Some((file, entry)) => target(world, Place { doc: file.clone(), span: entry.span })?,
        None => editions.iter().find_map(|edition| of_event(world, edition))?.target,
    };
    Some(HierarchyItem {
        node: HierarchyNode::Series(series.into()),
        name: entry.map_or_else(|| series.to_owned(), |(_, entry)| entry.name.value.to_string()),
        detail: show::count(editions.len(), "edition"),
        kind: SymbolKind::Event,
        target: place,
    })
}

/// The meetings of a series, by date.
pub fn editions<'w>(world: &'w World, series: &str) -> Vec<&'w Event> {
    by_date(world.events_of_series(series).map(|event| &**event).collect())
}
