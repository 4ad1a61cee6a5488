//! Document highlights: every mention in this document of what is under the cursor.

use super::profile_ids::uses;
use super::references::likely_accounts;
use super::subject::{Subject, subject};
use crate::text::Span;
use crate::world::{DocId, Entity, Place, World};

/// The mentions in this document only, in no order.
pub fn document_highlights(world: &World, doc: &DocId, offset: u32) -> Vec<Span> {
    let all = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => mentions_in(world, entity, doc).collect(),
        Some(Subject::Event(event)) => likely_accounts(world, event),
        Some(Subject::Series(_)) | None => Vec::new(),
    };
    let all = all.into_iter().chain(uses(world, doc, offset));
    all.filter(|place| place.doc == *doc).map(|place| place.span).collect()
}

fn mentions_in<'a>(world: &'a World, entity: &'a Entity, doc: &'a DocId) -> impl Iterator<Item = Place> + 'a {
    let article = world.article(doc).map(|dated| &dated.article);
    let here = entity.mentions.iter().filter(move |mention| mention.doc == *doc);
    here.filter_map(move |mention| {
        Some(Place { doc: doc.clone(), span: mention.mention.of(&article?.names.mentions)?.span })
    })
}
