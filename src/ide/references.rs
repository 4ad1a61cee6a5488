//! Every mention of the same person, organisation, place or meeting.

use super::profile_ids::uses;
use super::subject::{Subject, subject};
use super::target::introduction;
use crate::world::{DocId, Entity, Event, Place, World};

/// All mentions in the corpus, of a meeting those of probably the same one too, by document and place.
/// `declaration` decides whether the introducing mention is included. In a profile file, the places where
/// other entries refer to it by id are included too.
pub fn references(world: &World, doc: &DocId, offset: u32, declaration: bool) -> Vec<Place> {
    let mut all = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let introduced = introduction(world, entity).map(|target| target.place);
            let mut all = mentions(world, entity);
            all.retain(|place| declaration || Some(place) != introduced.as_ref());
            all
        }
        Some(Subject::Event(event)) => likely_accounts(world, event),
        Some(Subject::Series(series)) => {
            world.events_of_series(series).flat_map(|event| accounts(world, event)).collect()
        }
        None => Vec::new(),
    };
    all.extend(uses(world, doc, offset));
    all.sort();
    all.dedup();
    all
}

/// All mentions of an event and of those that are probably the same.
pub fn likely_accounts(world: &World, event: &Event) -> Vec<Place> {
    let ids = world.likely_events(&event.id);
    ids.iter().filter_map(|id| world.event(id)).flat_map(|event| accounts(world, event)).collect()
}

/// All mentions of an event.
pub fn accounts(world: &World, event: &Event) -> Vec<Place> {
    let mut places = Vec::new();
    for account in &event.accounts {
        let Some(article) = world.article(&account.doc).map(|dated| &dated.article) else { continue };
        let Some(local) = account.local.of(&article.meetings.local) else { continue };
        let found = local.mentions.iter().filter_map(|&mention| mention.of(&article.meetings.mentions));
        places.extend(found.map(|mention| Place { doc: account.doc.clone(), span: mention.span }));
    }
    places.sort();
    places.dedup();
    places
}

fn mentions(world: &World, entity: &Entity) -> Vec<Place> {
    entity.mentions.iter().filter_map(|mention| world.place_of(mention)).collect()
}
