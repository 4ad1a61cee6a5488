//! Go to definition: the entity or event, where the corpus introduces it best.

use super::editions;
use crate::events::likely::LikelyEvent;
use crate::ide::mention_at::{MentionAt, mention_at};
use crate::ide::subject::{Subject, subject};
use crate::ide::target::{Target, account_target, fullest_of, introduction, profile_entry, target};
use crate::ide::{counted_meetings, profile_ids};
use crate::meetings::EventMention;
use crate::names::NameKind;
use crate::text::{Index, Span};
use crate::world::{DocId, Entity, Event, MentionRef, Place, TitleRef, World};

/// In percent: below this the other candidates are offered too; from here on only the hover names them.
const MIN_SURE_PERCENT: u8 = 90;

/// The mention that introduces a person best, and from there the profile; every candidate if it is uncertain
/// who is meant. For a meeting, the fullest account, preferably in another article; where none is certain
/// to be of the same meeting, the fullest of those that probably are.
///
/// In a profile file, an id of another entry leads to that entry; an entry's own names lead to the articles.
pub fn definition(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    if let Some(entry) = profile_ids::entry_of(world, doc, offset) {
        return vec![entry];
    }
    match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let here = Place { doc: doc.clone(), span: Span::new(offset, offset) };
            let mut targets: Vec<_> = introduce(world, entity, &here)
                .or_else(|| profile_entry(world, entity))
                .into_iter()
                .collect();
            let others: Vec<_> = candidates(world, doc, offset)
                .filter(|other| other.id != entity.id)
                .filter_map(|other| introduction(world, other))
                .collect();
            // A surname that may be someone's leads to those people, not to itself.
            let itself = |target: &Target| target.place.doc == *doc && target.place.span.touches(offset);
            targets.retain(|target| others.is_empty() || !itself(target));
            targets.extend(others);
            targets
        }
        Some(Subject::Event(event)) => of_event(world, event, doc, offset),
        Some(Subject::Series(series)) => editions(world, series).collect(),
        None => told_before(world, doc, offset),
    }
}

/// The fullest account, and meetings counted from it or counted by it: "her second visit since February"
/// leads to the one in February.
fn of_event(world: &World, event: &Event, doc: &DocId, offset: u32) -> Vec<Target> {
    let mut targets = told_before(world, doc, offset);
    let counting = counted_meetings::counted_by(world, event).into_iter().filter(|(other, _)| other != doc);
    let counting: Vec<_> =
        counting.filter_map(|(other, mention)| mention_target(world, &other, mention)).collect();
    let best = fullest(world, event, doc, offset);
    let elsewhere = best.as_ref().is_some_and(|target| target.place.doc != *doc);
    let counted = !targets.is_empty() || !counting.is_empty();
    if elsewhere || !counted {
        targets.extend(best);
    }
    targets.extend(counting);
    if !elsewhere && !counted {
        targets.extend(likely(world, event, doc));
    }
    // A meeting told of elsewhere leads there, not to itself.
    let itself = |target: &Target| target.place.doc == *doc && target.place.span.touches(offset);
    if targets.iter().any(|target| !itself(target)) {
        targets.retain(|target| !itself(target));
    }
    targets.dedup();
    targets
}

/// Possible accounts are offered only where there are no better ones, and so many.
const MAX_POSSIBLE: usize = 3;

/// The fullest accounts, in other articles, of the events that are probably the same, the likeliest first; if
/// there is none, of those that perhaps are.
fn likely(world: &World, event: &Event, doc: &DocId) -> Vec<Target> {
    let found = |all: Vec<LikelyEvent>| -> Vec<Target> {
        let events = all.iter().filter_map(|other| world.event(&other.event));
        let elsewhere = events
            .map(|event| fullest_of(world, event.accounts.iter().filter(|account| account.doc != *doc)));
        elsewhere.flatten().collect()
    };
    let mut targets = found(world.probably_same(&event.id));
    if targets.is_empty() {
        targets = found(world.perhaps_same(&event.id));
        targets.truncate(MAX_POSSIBLE);
    }
    targets
}

/// From a counted meeting, or the time it is counted from, to the accounts of the earlier meeting.
fn told_before(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let counted = match mention_at(article, offset) {
        Some(MentionAt::Meeting(index)) => Some(index),
        Some(MentionAt::Time(index)) => {
            article.meetings.earlier.iter().find(|e| e.since == index).map(|e| e.counted)
        }
        _ => None,
    };
    let accounts =
        counted.map_or_else(Vec::new, |counted| counted_meetings::counted_from(world, doc, counted));
    accounts.into_iter().filter_map(|account| account_target(world, account)).collect()
}

fn mention_target(world: &World, doc: &DocId, mention: Index<EventMention>) -> Option<Target> {
    let span = mention.of(&world.article(doc)?.article.meetings.mentions)?.span;
    target(world, Place { doc: doc.clone(), span })
}

/// The mention that introduces the entity best; `None` if the cursor is already there.
fn introduce(world: &World, entity: &Entity, here: &Place) -> Option<Target> {
    let best = introduction(world, entity)?;
    let already = best.place.doc == here.doc && best.place.span.touches(here.span.start);
    (!already || !entity.has_profile).then_some(best)
}

/// The other entities a mention may refer to.
fn candidates<'w>(world: &'w World, doc: &DocId, offset: u32) -> impl Iterator<Item = &'w Entity> {
    let link = world.article(doc).and_then(|dated| match mention_at(&dated.article, offset)? {
        MentionAt::Name(index) => world.entity_of(&MentionRef::new(doc, index)).cloned(),
        MentionAt::Title(index) => world.holder_of(&TitleRef::new(doc, index)),
        _ => None,
    });
    let unsure =
        link.filter(|link| link.confidence < MIN_SURE_PERCENT).map_or_else(Vec::new, |link| link.candidates);
    unsure
        .into_iter()
        .filter_map(|id| world.entity(&id))
        .filter(|entity| entity.kind == NameKind::Person)
        .map(|entity| &**entity)
}

/// The fullest account, preferably in another article; in the only article, its fullest mention.
fn fullest(world: &World, event: &Event, doc: &DocId, offset: u32) -> Option<Target> {
    let elsewhere = event.accounts.iter().filter(|account| account.doc != *doc);
    if let Some(found) = fullest_of(world, elsewhere) {
        return Some(found);
    }
    let here = event
        .accounts
        .iter()
        .find(|account| account.doc == *doc)
        .and_then(|account| account_target(world, account))?;
    if here.place.span.touches(offset)
        && let Some(entry) = &event.profile
    {
        return target(world, entry.clone());
    }
    Some(here)
}
