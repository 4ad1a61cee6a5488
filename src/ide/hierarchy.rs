//! Call and type hierarchy, as they read for a corpus: who met whom, who took part in what, what is part of what.
//! Each step leads to more such places; a [`Node`] is all a client has to bring back.

mod calls;
mod kinds;

pub use calls::{incoming, outgoing};
pub use kinds::{subtypes, supertypes};

use super::navigate::{self, Subject, introduction, subject};
use super::outline::SymbolKind;
use super::{Target, at, hover, references, show};
use crate::names::NameKind;
use crate::text::Span;
use crate::world::{DocId, Entity, EntityId, Event, EventId, Place, World};

/// Whom or what an item stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Person(EntityId),
    /// By name: an office may be of one that no article mentions.
    Organisation(Box<str>),
    Meeting(EventId),
    /// As in `Event::series`.
    Series(Box<str>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub node: Node,
    pub name: String,
    pub detail: String,
    pub kind: SymbolKind,
    pub target: Target,
}

/// A step of a call hierarchy: where it leads, and the mentions of meetings it rests on, in one document: that of the
/// item for an incoming step, that of the item it was asked of for an outgoing one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub item: Item,
    pub ranges: Vec<Span>,
}

/// What a hierarchy can begin with at `offset`.
pub fn prepare(world: &World, doc: &DocId, offset: u32) -> Option<Item> {
    let mut item = match subject(world, doc, offset)? {
        Subject::Entity(entity) => of_entity(world, entity),
        Subject::Event(event) => of_event(world, event),
        Subject::Series(series) => kinds::of_series(world, series),
    }?;
    // Begun here, it stays here.
    if let Some(span) = here(world, doc, offset) {
        item.target = navigate::target(world, Place { doc: doc.clone(), span })?;
    }
    Some(item)
}

fn here(world: &World, doc: &DocId, offset: u32) -> Option<Span> {
    let article = &world.article(doc)?.article;
    match at::item_at(article, offset)? {
        at::Item::Name(index) => article.names.mentions.get(index as usize).map(|mention| mention.span),
        at::Item::Title(index) => article.names.titles.get(index as usize).map(|title| title.span),
        at::Item::Meeting(index) => article.meetings.mentions.get(index as usize).map(|m| m.span),
        at::Item::Time(_) => None,
    }
}

fn of_entity(world: &World, entity: &Entity) -> Option<Item> {
    let node = match entity.kind {
        NameKind::Person => Node::Person(entity.id.clone()),
        NameKind::Organisation => Node::Organisation(entity.name.clone()),
        NameKind::Place => return None,
    };
    Some(Item {
        node,
        name: entity.name.to_string(),
        detail: show::count(entity.mentions.len(), "mention"),
        kind: entity.kind.into(),
        target: introduction(world, entity)?,
    })
}

fn of_event(world: &World, event: &Event) -> Option<Item> {
    let told = event.accounts.iter().find_map(|account| hover::told_at(world, account));
    Some(Item {
        node: Node::Meeting(event.id.clone()),
        name: event.name.to_string(),
        detail: when_and_where(world, event),
        kind: SymbolKind::Event,
        target: navigate::target(world, told?)?,
    })
}

/// "2024-05-03, Oslo".
fn when_and_where(world: &World, event: &Event) -> String {
    let when = event.when.map_or_else(|| "undated".to_owned(), show::window);
    match event.place.as_ref().and_then(|id| world.entity(id)) {
        Some(place) => format!("{when}, {}", place.name),
        None => when,
    }
}

/// Where an article speaks of a meeting.
fn told_in(world: &World, event: &Event, doc: &DocId) -> Vec<Span> {
    let places = references::accounts(world, event).into_iter().filter(|place| place.doc == *doc);
    places.map(|place| place.span).collect()
}

/// What was held within a meeting, by date.
fn parts<'w>(world: &'w World, whole: &EventId) -> Vec<&'w Event> {
    let parts = world.events().filter(|event| event.part_of.as_ref() == Some(whole));
    by_date(parts.map(|event| &**event).collect())
}

/// In order of time; what has no date comes last.
fn by_date(mut events: Vec<&Event>) -> Vec<&Event> {
    let first_day = |event: &Event| event.when.and_then(|when| when.earliest);
    events.sort_by_key(|event| (first_day(event).is_none(), first_day(event)));
    events
}
