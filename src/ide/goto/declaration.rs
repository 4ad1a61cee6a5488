//! Go to declaration: the first mention in this article.

use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, target};
use crate::world::{DocId, Place, World};

/// The first mention in this article.
pub fn declaration(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let span = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let first = entity.mentions.iter().find(|mention| mention.doc == *doc);
            first.and_then(|first| first.mention.of(&article.names.mentions)).map(|m| m.span)
        }
        Some(Subject::Event(event)) => {
            let account = event.accounts.iter().find(|account| account.doc == *doc);
            let local = account.and_then(|account| account.local.of(&article.meetings.local));
            let first = local.and_then(|local| local.mentions.first());
            first.and_then(|first| first.of(&article.meetings.mentions)).map(|m| m.span)
        }
        Some(Subject::Series(_)) | None => None,
    };
    span.and_then(|span| target(world, Place { doc: doc.clone(), span })).into_iter().collect()
}
