//! Ids in profile files: the entry an id stands for, and every place that refers to an entry by its id.

use super::target::{Target, introduction, target};
use crate::profiles::Spanned;
use crate::profiles::cursor::{CursorContext, cursor};
use crate::profiles::file::File;
use crate::profiles::schema::{Table, ValueKind};
use crate::text::Span;
use crate::world::{DocId, EntityId, Place, World};

/// The id under the cursor, if it stands for another entry: a value of `not`, `host`, `attended` or `series`.
pub fn id_at(file: &File, offset: u32) -> Option<(Table, &str)> {
    match cursor(file.text.as_str(), offset).at {
        CursorContext::Value { key, item } => match key.kind {
            ValueKind::Id(table) | ValueKind::Ids(table) => Some((table, item.text)),
            _ => None,
        },
        _ => None,
    }
}

/// The entry that the id under the cursor stands for; a person without one is looked up in the articles.
pub fn entry_of(world: &World, doc: &DocId, offset: u32) -> Option<Target> {
    let (table, id) = id_at(world.profile_file(doc)?, offset)?;
    let entry = match table {
        Table::Person | Table::Office => world.person_profile(id).map(|(doc, entry)| (doc, entry.span)),
        Table::Event => world.event_profile(id).map(|(doc, entry)| (doc, entry.span)),
        Table::Series => world.series_profile(id).map(|(doc, entry)| (doc, entry.span)),
    };
    match entry {
        Some((doc, span)) => target(world, Place { doc: doc.clone(), span }),
        None => introduction(world, world.entity(&EntityId(id.into()))?),
    }
}

/// In a profile file: every place in profile files that refers by id to the entry under the cursor, or to the
/// entry whose id is under the cursor.
pub fn uses(world: &World, doc: &DocId, offset: u32) -> Vec<Place> {
    let Some(file) = world.profile_file(doc) else { return Vec::new() };
    let Some((table, id)) = id_at(file, offset).or_else(|| entry_at(file, offset)) else { return Vec::new() };
    let mut found = Vec::new();
    for (doc, file) in world.profile_files() {
        let mut take = |own: &Spanned<Box<str>>| {
            if *own.value == *id {
                found.push(Place { doc: doc.clone(), span: without_quotes(own.span) });
            }
        };
        match table {
            Table::Person | Table::Office => {
                file.persons
                    .iter()
                    .flat_map(|person| person.not.iter().chain([&person.id]))
                    .for_each(&mut take);
                let events = file.events.iter();
                events.flat_map(|event| event.attended.iter().chain(&event.host)).for_each(&mut take);
            }
            Table::Series => {
                file.series.iter().for_each(|series| take(&series.id));
                file.events.iter().filter_map(|event| event.series.as_ref()).for_each(&mut take);
            }
            Table::Event => file.events.iter().for_each(|event| take(&event.id)),
        }
    }
    found
}

/// Without the quotes around a TOML string.
pub fn without_quotes(quoted: Span) -> Span {
    if quoted.len() >= 2 { Span::new(quoted.start + 1, quoted.end - 1) } else { quoted }
}

/// The entry around the cursor.
fn entry_at(file: &File, offset: u32) -> Option<(Table, &str)> {
    let person = file.persons.iter().find(|entry| entry.span.touches(offset));
    let event = || file.events.iter().find(|entry| entry.span.touches(offset));
    let series = || file.series.iter().find(|entry| entry.span.touches(offset));
    person
        .map(|entry| (Table::Person, &*entry.id.value))
        .or_else(|| event().map(|entry| (Table::Event, &*entry.id.value)))
        .or_else(|| series().map(|entry| (Table::Series, &*entry.id.value)))
}
