//! The subject of a place: the person, organisation, place or meeting under the cursor.

use super::mention_at::{MentionAt, mention_at};
use super::profile_ids;
use crate::profiles::schema::Table;
use crate::world::{DocId, Entity, EntityId, Event, EventMentionRef, MentionRef, Place, TitleRef, World};

/// The subject of a place in an article or a profile file.
pub enum Subject<'w> {
    Entity(&'w Entity),
    Event(&'w Event),
    /// In profile files only: the id of a series.
    Series(&'w str),
}

/// The person, organisation, place or meeting at `offset`.
pub fn subject<'w>(world: &'w World, doc: &DocId, offset: u32) -> Option<Subject<'w>> {
    let Some(dated) = world.article(doc) else { return in_profile(world, doc, offset) };
    let article = &dated.article;
    match mention_at(article, offset)? {
        MentionAt::Name(index) => {
            let link = world.entity_of(&MentionRef::new(doc, index))?;
            world.entity(&link.entity).map(|entity| Subject::Entity(entity))
        }
        MentionAt::Title(index) => {
            let link = world.holder_of(&TitleRef::new(doc, index))?;
            world.entity(&link.entity).map(|entity| Subject::Entity(entity))
        }
        MentionAt::Meeting(index) => {
            world.event_of(&EventMentionRef::new(doc, index)).map(|event| Subject::Event(event))
        }
        MentionAt::Time(_) => None,
    }
}

/// The subject of the value under the cursor, else that of its entry.
fn in_profile<'w>(world: &'w World, doc: &DocId, offset: u32) -> Option<Subject<'w>> {
    let file = world.profile_file(doc)?;
    let entity = |id: &str| world.entity(&EntityId(id.into())).map(|entity| Subject::Entity(entity));
    if let Some((table, id)) = profile_ids::id_at(file, offset) {
        return match table {
            Table::Person | Table::Office => entity(id),
            Table::Series => world.series_profile(id).map(|(_, series)| Subject::Series(&series.id.value)),
            Table::Event => None,
        };
    }
    if let Some(person) = file.persons.iter().find(|person| person.span.touches(offset)) {
        return entity(&person.id.value);
    }
    if let Some(series) = file.series.iter().find(|series| series.span.touches(offset)) {
        return Some(Subject::Series(&series.id.value));
    }
    let event = file.events.iter().find(|event| event.span.touches(offset))?;
    let entry = Place { doc: doc.clone(), span: event.span };
    world.events().find(|event| event.profile.as_ref() == Some(&entry)).map(|event| Subject::Event(event))
}
