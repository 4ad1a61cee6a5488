//! "Her second visit since February": the visit of February is told, but not named. Finds the meetings elsewhere that
//! may be it, and from such a meeting the places that count from it.

use crate::events::Account;
use crate::meetings::{Earlier, EventMention};
use crate::text::Index;
use crate::time::{Timex, Window};
use crate::world::{DocId, EntityId, Event, EventMentionRef, MentionRef, World};

/// When something was, as far as it is known: days, or a month of an unknown year.
#[derive(Clone, Copy, Debug, Default)]
struct When {
    window: Option<Window>,
    month: Option<u8>,
}

impl When {
    fn of(world: &World, doc: &DocId, time: Index<Timex>) -> Self {
        let Some(dated) = world.article(doc) else { return Self::default() };
        let month = time.of(&dated.article.times).and_then(|t| t.parts.month).map(|month| month.value);
        Self { window: dated.times.get(time.row()).and_then(|resolved| resolved.window), month }
    }

    /// Whether both are known well enough, and could be the same.
    fn agrees(self, other: Self) -> bool {
        match (self.window, other.window, self.month, other.month) {
            (Some(a), Some(b), ..) => a.meets(b),
            (.., Some(a), Some(b)) => a == b,
            _ => false,
        }
    }
}

/// The accounts elsewhere of what the counting mention `counted` of an article counts from.
pub(super) fn counted_from<'w>(
    world: &'w World,
    doc: &DocId,
    counted: Index<EventMention>,
) -> Vec<&'w Account> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let mut found = Vec::new();
    for earlier in article.meetings.earlier.iter().filter(|earlier| earlier.counted == counted) {
        for (event, who) in candidates(world, doc, *earlier) {
            let wanted = When::of(world, doc, earlier.since);
            let told =
                event.accounts.iter().filter(|account| account.doc != *doc && account.who.contains(who));
            found.extend(told.map(|account| &**account).filter(|account| {
                same_town(world, doc, counted, account)
                    && held(world, account).any(|when| when.agrees(wanted))
            }));
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

/// Meetings of the person whose meeting is counted.
fn candidates<'w>(world: &'w World, doc: &DocId, earlier: Earlier) -> Vec<(&'w Event, &'w EntityId)> {
    let event = world.event_of(&EventMentionRef::new(doc, earlier.counted));
    let Some(who) = event.and_then(|event| event.who.first()) else { return Vec::new() };
    let others =
        world.events_with(who).into_iter().filter(|other| event.is_none_or(|own| own.id != other.id));
    others.map(|other| (&**other, who)).collect()
}

/// Both name a town, and it is the same.
fn same_town(world: &World, doc: &DocId, counted: Index<EventMention>, account: &Account) -> bool {
    let Some(town) = place_of(world, doc, counted) else { return false };
    account.place.as_ref().is_some_and(|(place, _)| place == town)
}

/// The place that a mention of a meeting names.
fn place_of<'w>(world: &'w World, doc: &DocId, mention: Index<EventMention>) -> Option<&'w EntityId> {
    let article = &world.article(doc)?.article;
    let place = mention.of(&article.meetings.mentions)?.place?;
    let name = place.of(&article.names.entities)?.mentions.first()?;
    world.entity_of(&MentionRef::new(doc, *name)).map(|link| &link.entity)
}

/// When the mentions of an account say it was.
fn held<'w>(world: &'w World, account: &'w Account) -> impl Iterator<Item = When> + 'w {
    let article = world.article(&account.doc).map(|dated| &dated.article);
    let local = article.and_then(|article| account.local.of(&article.meetings.local));
    let mentions = local.into_iter().flat_map(|local| &local.mentions);
    let times =
        mentions.filter_map(move |m| m.of(&article?.meetings.mentions)).flat_map(|mention| &mention.when);
    times.map(|time| When::of(world, &account.doc, *time))
}
