//! Go to declaration: where this article first speaks of it.

use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, target};
use crate::world::{DocId, Place, World};

/// The first mention in this article.
pub fn declaration(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let span = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let first = entity.mentions.iter().find(|mention| mention.doc == *doc);
            first.and_then(|first| article.names.mentions.get(first.mention as usize)).map(|m| m.span)
        }
        Some(Subject::Event(event)) => {
            let account = event.accounts.iter().find(|account| account.doc == *doc);
            let local = account.and_then(|account| article.meetings.local.get(account.local as usize));
            let first = local.and_then(|local| local.mentions.first());
            first.and_then(|first| article.meetings.mentions.get(*first as usize)).map(|m| m.span)
        }
        Some(Subject::Series(_)) | None => None,
    };
    span.and_then(|span| target(world, Place { doc: doc.clone(), span })).into_iter().collect()
}
