//! Who met whom, by date; who took part in a meeting, and what the meeting was part of.

use std::collections::BTreeSet;

use super::{Item, Node, Step, by_date, of_entity, of_event, parts, told_in, when_and_where};
use crate::ide::navigate;
use crate::names::NameKind;
use crate::world::{DocId, Entity, EntityId, Event, Place, World};

/// For a person every meeting with every other, by date; for a meeting who took part and what was held within it.
pub fn incoming(world: &World, node: &Node) -> Vec<Step> {
    match node {
        Node::Person(id) => {
            let met = meetings_of(world, id).into_iter().flat_map(|event| {
                others(world, event, id).filter_map(move |other| encounter(world, event, other))
            });
            met.collect()
        }
        Node::Meeting(id) => {
            let Some(event) = world.event(id) else { return Vec::new() };
            let people = event.who.iter().filter_map(|who| world.entity(who));
            let mut steps: Vec<_> = people.filter_map(|person| took_part(world, event, person)).collect();
            let within = parts(world, id);
            steps.extend(within.into_iter().filter_map(|part| {
                let item = of_event(world, part)?;
                let ranges = told_in(world, part, &item.target.place.doc);
                Some(Step { item, ranges })
            }));
            steps
        }
        Node::Organisation(_) | Node::Series(_) => Vec::new(),
    }
}

/// For a person everybody they met, once each, by the first date; for a meeting what it was part of. `doc` is the
/// article of the item it was asked of.
pub fn outgoing(world: &World, node: &Node, doc: &DocId) -> Vec<Step> {
    match node {
        Node::Person(id) => {
            let meetings = meetings_of(world, id);
            let mut told = BTreeSet::new();
            let mut steps = Vec::new();
            for other in meetings.iter().flat_map(|event| others(world, event, id)) {
                if told.insert(&other.id) {
                    steps.extend(met(world, &meetings, other, doc));
                }
            }
            steps
        }
        Node::Meeting(id) => {
            let Some(event) = world.event(id) else { return Vec::new() };
            let whole = event.part_of.as_ref().and_then(|id| world.event(id));
            let item = whole.and_then(|whole| of_event(world, whole));
            item.map(|item| Step { item, ranges: told_in(world, event, doc) }).into_iter().collect()
        }
        Node::Organisation(_) | Node::Series(_) => Vec::new(),
    }
}

fn meetings_of<'w>(world: &'w World, id: &EntityId) -> Vec<&'w Event> {
    by_date(world.events_with(id).into_iter().map(|event| &**event).collect())
}

fn others<'w>(world: &'w World, event: &'w Event, id: &'w EntityId) -> impl Iterator<Item = &'w Entity> + 'w {
    let others = event.who.iter().filter(move |who| *who != id);
    others.filter_map(|who| world.entity(who)).map(|entity| &**entity).filter(|e| e.kind == NameKind::Person)
}

/// Somebody else at one meeting: the item stands where the meeting is told.
fn encounter(world: &World, event: &Event, other: &Entity) -> Option<Step> {
    let account = of_event(world, event)?;
    let doc = &account.target.place.doc;
    let ranges = told_in(world, event, doc);
    let detail = format!("{} · {}", account.detail, event.name);
    let item = Item { detail, target: account.target, ..of_entity(world, other)? };
    Some(Step { item, ranges })
}

/// Somebody else, with the dates of all meetings with them.
fn met(world: &World, meetings: &[&Event], other: &Entity, doc: &DocId) -> Option<Step> {
    let together: Vec<_> = meetings.iter().filter(|event| event.who.contains(&other.id)).copied().collect();
    let dates: Vec<_> = together.iter().map(|event| when_and_where(world, event)).collect();
    let mut ranges: Vec<_> = together.iter().flat_map(|event| told_in(world, event, doc)).collect();
    ranges.sort();
    ranges.dedup();
    Some(Step { item: Item { detail: dates.join(" · "), ..of_entity(world, other)? }, ranges })
}

/// Somebody who took part, where an account of the meeting names them.
fn took_part(world: &World, event: &Event, person: &Entity) -> Option<Step> {
    let mut item = of_entity(world, person)?;
    let telling = event.accounts.iter().filter(|account| account.who.contains(&person.id));
    let named = telling.filter_map(|account| person.mentions.iter().find(|m| m.doc == account.doc)).next();
    if let Some(Place { doc, span }) = named.and_then(|mention| world.place_of(mention)) {
        item.target = navigate::target(world, Place { doc, span })?;
    }
    let ranges = told_in(world, event, &item.target.place.doc);
    Some(Step { item, ranges })
}
