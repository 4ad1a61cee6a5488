//! Every mention of the same person, organisation, place or meeting; highlights are those of one article.

use super::navigate::{Subject, introduction, subject, uses};
use crate::text::Span;
use crate::world::{DocId, Entity, Event, Place, World};

/// All mentions in the corpus, by document and place. `declaration` decides whether the introducing mention is in.
/// Asked in a profile file, the places where other entries name it by its id are in as well.
pub fn references(world: &World, doc: &DocId, offset: u32, declaration: bool) -> Vec<Place> {
    let mut all = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let introduced = introduction(world, entity).map(|target| target.place);
            let mut all = mentions(world, entity);
            all.retain(|place| declaration || Some(place) != introduced.as_ref());
            all
        }
        Some(Subject::Event(event)) => accounts(world, event),
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

/// The mentions in this document only.
pub fn highlights(world: &World, doc: &DocId, offset: u32) -> Vec<Span> {
    let all = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => mentions_in(world, entity, doc).collect(),
        Some(Subject::Event(event)) => accounts(world, event),
        Some(Subject::Series(_)) | None => Vec::new(),
    };
    let all = all.into_iter().chain(uses(world, doc, offset));
    all.filter(|place| place.doc == *doc).map(|place| place.span).collect()
}

fn mentions(world: &World, entity: &Entity) -> Vec<Place> {
    let of = |mention: &crate::entities::MentionRef| {
        let span = world.article(&mention.doc)?.article.names.mentions.get(mention.mention as usize)?.span;
        Some(Place { doc: mention.doc.clone(), span })
    };
    entity.mentions.iter().filter_map(of).collect()
}

fn mentions_in<'a>(world: &'a World, entity: &'a Entity, doc: &'a DocId) -> impl Iterator<Item = Place> + 'a {
    let article = world.article(doc).map(|dated| &dated.article);
    let here = entity.mentions.iter().filter(move |mention| mention.doc == *doc);
    here.filter_map(move |mention| {
        Some(Place { doc: doc.clone(), span: article?.names.mentions.get(mention.mention as usize)?.span })
    })
}

pub(super) fn accounts(world: &World, event: &Event) -> Vec<Place> {
    let mut places = Vec::new();
    for account in &event.accounts {
        let Some(article) = world.article(&account.doc).map(|dated| &dated.article) else { continue };
        let Some(local) = article.meetings.local.get(account.local as usize) else { continue };
        let found =
            local.mentions.iter().filter_map(|&mention| article.meetings.mentions.get(mention as usize));
        places.extend(found.map(|mention| Place { doc: account.doc.clone(), span: mention.span }));
    }
    places.sort();
    places.dedup();
    places
}
