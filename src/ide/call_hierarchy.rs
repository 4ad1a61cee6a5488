//! Who met whom, by date; who took part in a meeting, and what the meeting was part of.

use std::collections::BTreeSet;

use super::hierarchy::{
    HierarchyItem, HierarchyNode, by_date, of_entity, of_event, parts, told_in, when_and_where,
};
use super::target::target;
use crate::names::NameKind;
use crate::text::Span;
use crate::world::{DocId, Entity, EntityId, Event, Place, World};

/// A step of a call hierarchy: its target, and the event mentions it rests on, all in one document: the
/// target's for an incoming step, the original item's for an outgoing one.
#[derive(Clone, Debug, PartialEq)]
pub struct HierarchyCall {
    pub item: HierarchyItem,
    pub ranges: Vec<Span>,
}

/// For a person, every meeting with every other person, by date; for a meeting, its participants and the
/// meetings that were part of it.
pub fn incoming_calls(world: &World, node: &HierarchyNode) -> Vec<HierarchyCall> {
    match node {
        HierarchyNode::Person(id) => {
            let met = meetings_of(world, id).into_iter().flat_map(|event| {
                others(world, event, id).filter_map(move |other| encounter(world, event, other))
            });
            met.collect()
        }
        HierarchyNode::Meeting(id) => {
            let Some(event) = world.event(id) else { return Vec::new() };
            let people = event.who.iter().filter_map(|who| world.entity(who));
            let mut calls: Vec<_> = people.filter_map(|person| took_part(world, event, person)).collect();
            let within = parts(world, id);
            calls.extend(within.into_iter().filter_map(|part| {
                let item = of_event(world, part)?;
                let ranges = told_in(world, part, &item.target.place.doc);
                Some(HierarchyCall { item, ranges })
            }));
            calls
        }
        HierarchyNode::Organisation(_) | HierarchyNode::Series(_) => Vec::new(),
    }
}

/// For a person, everyone they met, once each, by first date; for a meeting, what it was part of. `doc` is
/// the article of the original item.
pub fn outgoing_calls(world: &World, node: &HierarchyNode, doc: &DocId) -> Vec<HierarchyCall> {
    match node {
        HierarchyNode::Person(id) => {
            let meetings = meetings_of(world, id);
            let mut told = BTreeSet::new();
            let mut calls = Vec::new();
            for other in meetings.iter().flat_map(|event| others(world, event, id)) {
                if told.insert(&other.id) {
                    calls.extend(met(world, &meetings, other, doc));
                }
            }
            calls
        }
        HierarchyNode::Meeting(id) => {
            let Some(event) = world.event(id) else { return Vec::new() };
            let whole = event.part_of.as_ref().and_then(|id| world.event(id));
            let item = whole.and_then(|whole| of_event(world, whole));
            item.map(|item| HierarchyCall { item, ranges: told_in(world, event, doc) }).into_iter().collect()
        }
        HierarchyNode::Organisation(_) | HierarchyNode::Series(_) => Vec::new(),
    }
}

fn meetings_of<'w>(world: &'w World, id: &EntityId) -> Vec<&'w Event> {
    by_date(world.events_with(id).into_iter().map(|event| &**event).collect())
}

fn others<'w>(world: &'w World, event: &'w Event, id: &'w EntityId) -> impl Iterator<Item = &'w Entity> + 'w {
    let others = event.who.iter().filter(move |who| *who != id);
    others.filter_map(|who| world.entity(who)).map(|entity| &**entity).filter(|e| e.kind == NameKind::Person)
}

/// Another person at one meeting, located where the meeting is mentioned.
fn encounter(world: &World, event: &Event, other: &Entity) -> Option<HierarchyCall> {
    let account = of_event(world, event)?;
    let doc = &account.target.place.doc;
    let ranges = told_in(world, event, doc);
    let detail = format!("{} · {}", account.detail, event.name);
    let item = HierarchyItem { detail, target: account.target, ..of_entity(world, other)? };
    Some(HierarchyCall { item, ranges })
}

/// Another person, with the dates of all meetings with them.
fn met(world: &World, meetings: &[&Event], other: &Entity, doc: &DocId) -> Option<HierarchyCall> {
    let together: Vec<_> = meetings.iter().filter(|event| event.who.contains(&other.id)).copied().collect();
    let dates: Vec<_> = together.iter().map(|event| when_and_where(world, event)).collect();
    let mut ranges: Vec<_> = together.iter().flat_map(|event| told_in(world, event, doc)).collect();
    ranges.sort();
    ranges.dedup();
    Some(HierarchyCall {
        item: HierarchyItem { detail: dates.join(" · "), ..of_entity(world, other)? },
        ranges,
    })
}

/// A participant, located where an account of the meeting names them.
fn took_part(world: &World, event: &Event, person: &Entity) -> Option<HierarchyCall> {
    let mut item = of_entity(world, person)?;
    let telling = event.accounts.iter().filter(|account| account.who.contains(&person.id));
    let named = telling.filter_map(|account| person.mentions.iter().find(|m| m.doc == account.doc)).next();
    if let Some(Place { doc, span }) = named.and_then(|mention| world.place_of(mention)) {
        item.target = target(world, Place { doc, span })?;
    }
    let ranges = told_in(world, event, &item.target.place.doc);
    Some(HierarchyCall { item, ranges })
}
