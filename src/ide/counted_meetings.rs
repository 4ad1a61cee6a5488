//! "Her second visit since February": the visit in February is implied but not named. Finds the meetings in
//! other articles that may be it and, for such a meeting, the places that count from it.

use crate::events::compare::{self, COUNTED_MEETING, CountedDate, CountedFrom};
use crate::meetings::{Earlier, EventMention};
use crate::text::Index;
use crate::world::{Account, DocId, EntityId, Event, EventMentionRef, MentionRef, World};

/// The accounts in other articles of the meeting from which the mention `counted` counts.
pub(super) fn counted_from<'w>(
    world: &'w World,
    doc: &DocId,
    counted: Index<EventMention>,
) -> Vec<&'w Account> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let mut found = Vec::new();
    for earlier in article.meetings.earlier.iter().filter(|earlier| earlier.counted == counted) {
        let when = world
            .article(doc)
            .map_or_else(CountedDate::default, |dated| CountedDate::of(dated, earlier.since));
        for (event, who) in candidates(world, doc, *earlier) {
            let from = CountedFrom { who, place: place_of(world, doc, counted), when };
            let elsewhere = event.accounts.iter().filter(|account| account.doc != *doc);
            found.extend(elsewhere.map(|account| &**account).filter(|account| is_it(world, &from, account)));
        }
    }
    found.sort_by_key(|account| (&account.doc, account.local));
    found.dedup_by_key(|account| (&account.doc, account.local));
    found
}

/// Where other articles count from this meeting: the article and the counting mention.
pub(super) fn counted_by(world: &World, event: &Event) -> Vec<(DocId, Index<EventMention>)> {
    let mut found = Vec::new();
    for who in &event.who {
        for other in world.events_with(who) {
            for account in &other.accounts {
                let Some(article) = world.article(&account.doc).map(|dated| &dated.article) else { continue };
                for earlier in &article.meetings.earlier {
                    let here = counted_from(world, &account.doc, earlier.counted);
                    if here.iter().any(|found| {
                        event.accounts.iter().any(|a| (&a.doc, a.local) == (&found.doc, found.local))
                    }) {
                        found.push((account.doc.clone(), earlier.counted));
                    }
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Meetings of the person whose meetings are counted.
fn candidates<'w>(world: &'w World, doc: &DocId, earlier: Earlier) -> Vec<(&'w Event, &'w EntityId)> {
    let event = world.event_of(&EventMentionRef::new(doc, earlier.counted));
    let Some(who) = event.and_then(|event| event.who.first()) else { return Vec::new() };
    let others =
        world.events_with(who).into_iter().filter(|other| event.is_none_or(|own| own.id != other.id));
    others.map(|other| (&**other, who)).collect()
}

/// Whether an account is of the meeting that is counted from.
fn is_it(world: &World, from: &CountedFrom<'_>, account: &Account) -> bool {
    let dated = world.article(&account.doc);
    dated.is_some_and(|dated| compare::counted(from, account, dated).score() >= COUNTED_MEETING)
}

/// The place that a mention of a meeting names.
fn place_of<'w>(world: &'w World, doc: &DocId, mention: Index<EventMention>) -> Option<&'w EntityId> {
    let article = &world.article(doc)?.article;
    let place = mention.of(&article.meetings.mentions)?.place?;
    let name = place.of(&article.names.entities)?.mentions.first()?;
    world.entity_of(&MentionRef::new(doc, *name)).map(|link| &link.entity)
}
