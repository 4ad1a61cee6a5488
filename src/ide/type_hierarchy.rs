//! Supertypes and subtypes: an organisation and those who held office in it; a series, its editions, and what
//! was held on the sidelines of one.

use super::document_symbol::SymbolKind;
use super::hierarchy::{HierarchyItem, HierarchyNode, editions, of_entity, of_event, of_series, parts};
use super::target::{profile_entry, target};
use crate::names::NameKind;
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::time::wording;
use crate::world::{DocId, Entity, EntityId, Place, World};

/// The organisations of a person's offices; the meeting and the series that a meeting belongs to.
pub fn supertypes(world: &World, node: &HierarchyNode) -> Vec<HierarchyItem> {
    match node {
        HierarchyNode::Person(id) => {
            let Some((file, person)) = world.person_profile(&id.0) else { return Vec::new() };
            let mut items: Vec<HierarchyItem> = Vec::new();
            for item in person.offices.iter().filter_map(|office| organisation(world, file, office)) {
                if items.iter().all(|known| known.node != item.node) {
                    items.push(item);
                }
            }
            items
        }
        HierarchyNode::Meeting(id) => {
            let Some(event) = world.event(id) else { return Vec::new() };
            let whole = event.part_of.as_ref().and_then(|id| world.event(id));
            let whole = whole.and_then(|whole| of_event(world, whole));
            let series = event.series.as_deref().and_then(|series| of_series(world, series));
            whole.into_iter().chain(series).collect()
        }
        HierarchyNode::Organisation(_) | HierarchyNode::Series(_) => Vec::new(),
    }
}

/// Those who held office in an organisation; the editions of a series; the meetings that were part of one.
pub fn subtypes(world: &World, node: &HierarchyNode) -> Vec<HierarchyItem> {
    match node {
        HierarchyNode::Organisation(name) => {
            let people = world.profile_files().flat_map(|(file, shelf)| {
                shelf.persons.iter().filter_map(move |person| officer(world, file, person, name))
            });
            people.collect()
        }
        HierarchyNode::Series(series) => {
            let editions = editions(world, series).into_iter();
            editions.filter_map(|event| of_event(world, event)).collect()
        }
        HierarchyNode::Meeting(id) => {
            let parts = parts(world, id).into_iter();
            parts.filter_map(|event| of_event(world, event)).collect()
        }
        HierarchyNode::Person(_) => Vec::new(),
    }
}

/// The organisation of an office: where an article introduces it, else the entry that names it.
fn organisation(world: &World, file: &DocId, office: &OfficeEntry) -> Option<HierarchyItem> {
    let name = office.org.as_deref()?;
    let known = world.entities().find(|entity| entity.kind == NameKind::Organisation && is(entity, name));
    let mut item = match known.and_then(|entity| of_entity(world, entity)) {
        Some(item) => item,
        None => HierarchyItem {
            node: HierarchyNode::Organisation(name.into()),
            name: name.to_owned(),
            detail: String::new(),
            kind: SymbolKind::Organisation,
            target: target(world, Place { doc: file.clone(), span: office.span })?,
        },
    };
    item.detail = held(office);
    Some(item)
}

fn is(entity: &Entity, name: &str) -> bool {
    same(&entity.name, name) || entity.spellings.iter().any(|(spelling, _)| same(spelling, name))
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// "foreign minister · since 9 March 2004".
fn held(office: &OfficeEntry) -> String {
    match &office.when {
        Some(when) => format!("{} · {}", office.title.value, wording::stretch(when.value.window)),
        None => office.title.value.to_string(),
    }
}

/// A person, if they held office in the organisation. Any spelling of its name counts.
fn officer(world: &World, file: &DocId, person: &PersonEntry, organisation: &str) -> Option<HierarchyItem> {
    let entity = world.entities().find(|e| e.kind == NameKind::Organisation && is(e, organisation));
    let meant = |org: &str| same(org, organisation) || entity.is_some_and(|entity| is(entity, org));
    let offices = person.offices.iter().filter(|office| office.org.as_deref().is_some_and(meant));
    let offices: Vec<_> = offices.map(held).collect();
    if offices.is_empty() {
        return None;
    }
    let id = EntityId(person.id.value.as_ref().into());
    let place = world.entity(&id).and_then(|entity| profile_entry(world, entity));
    Some(HierarchyItem {
        node: HierarchyNode::Person(id),
        name: person.name.value.to_string(),
        detail: offices.join(", "),
        kind: SymbolKind::Person,
        target: place.or_else(|| target(world, Place { doc: file.clone(), span: person.span }))?,
    })
}
