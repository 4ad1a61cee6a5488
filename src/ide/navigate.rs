//! Definition, declaration, type definition, implementation, for people and for meetings.

mod profile;

pub(super) use profile::uses;

use super::{
    Target,
    at::{Item, item_at},
    earlier,
};
use crate::entities::MentionRef;
use crate::events::Account;
use crate::names::{Form, NameKind};
use crate::profiles::schema::Table;
use crate::text::{Span, ZoneKind};
use crate::world::{DocId, Entity, EntityId, Event, Place, World};

/// What a place in an article or a profile file is about.
pub(super) enum Subject<'w> {
    Entity(&'w Entity),
    Event(&'w Event),
    /// In profile files only: the id of a series.
    Series(&'w str),
}

/// The person, organisation, place or meeting at `offset`.
pub(super) fn subject<'w>(world: &'w World, doc: &DocId, offset: u32) -> Option<Subject<'w>> {
    let Some(dated) = world.article(doc) else { return in_profile(world, doc, offset) };
    let article = &dated.article;
    match item_at(article, offset)? {
        Item::Name(index) => {
            let mention = article.names.mentions.get(index as usize)?;
            world.entity(&world.link(doc, mention.entity)?.entity).map(|entity| Subject::Entity(entity))
        }
        Item::Title(index) => {
            let title = article.names.titles.get(index as usize)?;
            let link = match title.holder {
                Some(holder) => world.link(doc, holder)?.clone(),
                None => world.title_link(doc, index)?,
            };
            world.entity(&link.entity).map(|entity| Subject::Entity(entity))
        }
        Item::Meeting(index) => {
            let mention = article.meetings.mentions.get(index as usize)?;
            world.event_of(doc, mention.local).map(|event| Subject::Event(event))
        }
        Item::Time(_) => None,
    }
}

/// What the value under the cursor names, else what its entry is about.
fn in_profile<'w>(world: &'w World, doc: &DocId, offset: u32) -> Option<Subject<'w>> {
    let file = world.profile_file(doc)?;
    let entity = |id: &str| world.entity(&EntityId(id.into())).map(|entity| Subject::Entity(entity));
    if let Some((table, id)) = profile::id_at(file, offset) {
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

/// The mention that introduces a person best, and from there the profile; every candidate where it is not sure who is
/// meant. For a meeting, the fullest account, another article preferred.
///
/// In a profile file, an id that stands for another entry leads to that entry; an entry's own names lead to the
/// articles.
pub fn definition(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    if let Some(entry) = profile::entry_of(world, doc, offset) {
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
            // A surname that may be somebody's leads to them, not to itself.
            let itself = |target: &Target| target.place.doc == *doc && target.place.span.touches(offset);
            targets.retain(|target| others.is_empty() || !itself(target));
            targets.extend(others);
            targets
        }
        Some(Subject::Event(event)) => meeting(world, event, doc, offset),
        Some(Subject::Series(series)) => editions(world, series).collect(),
        None => told_before(world, doc, offset),
    }
}

/// The fullest account, and what is counted from it or by it: "her second visit since February" leads to February's.
fn meeting(world: &World, event: &Event, doc: &DocId, offset: u32) -> Vec<Target> {
    let mut targets = told_before(world, doc, offset);
    let counting = earlier::counted_by(world, event).into_iter().filter(|(other, _)| other != doc);
    let counting: Vec<_> =
        counting.filter_map(|(other, mention)| mention_target(world, &other, mention)).collect();
    let best = fullest(world, event, doc, offset);
    let elsewhere = best.as_ref().is_some_and(|target| target.place.doc != *doc);
    if elsewhere || (targets.is_empty() && counting.is_empty()) {
        targets.extend(best);
    }
    targets.extend(counting);
    targets.dedup();
    targets
}

/// From a counted meeting, or the time it is counted from, to the accounts of the one before.
fn told_before(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let Some(article) = world.article(doc).map(|dated| &dated.article) else { return Vec::new() };
    let counted = match item_at(article, offset) {
        Some(Item::Meeting(index)) => Some(index),
        Some(Item::Time(index)) => {
            article.meetings.earlier.iter().find(|e| e.since == index).map(|e| e.counted)
        }
        _ => None,
    };
    let accounts = counted.map_or_else(Vec::new, |counted| earlier::counted_from(world, doc, counted));
    accounts.into_iter().filter_map(|account| account_target(world, account)).collect()
}

fn mention_target(world: &World, doc: &DocId, mention: u32) -> Option<Target> {
    let span = world.article(doc)?.article.meetings.mentions.get(mention as usize)?.span;
    target(world, Place { doc: doc.clone(), span })
}

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

/// The profile entry; for a meeting the event entry, else the series.
pub fn type_definition(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    let found = match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => profile_entry(world, entity),
        Some(Subject::Event(event)) => {
            let entry = event.profile.clone();
            let series = || {
                let (doc, series) = world.series_profile(event.series.as_deref()?)?;
                Some(Place { doc: doc.clone(), span: series.span })
            };
            entry.or_else(series).and_then(|place| target(world, place))
        }
        Some(Subject::Series(series)) => {
            let entry = world.series_profile(series);
            entry.and_then(|(doc, series)| target(world, Place { doc: doc.clone(), span: series.span }))
        }
        None => None,
    };
    found.into_iter().collect()
}

/// The offices a person held, in profile files; other editions of a meeting's series.
pub fn implementation(world: &World, doc: &DocId, offset: u32) -> Vec<Target> {
    match subject(world, doc, offset) {
        Some(Subject::Entity(entity)) => {
            let Some((file, person)) = world.person_profile(&entity.id.0) else { return Vec::new() };
            person
                .offices
                .iter()
                .filter_map(|office| target(world, Place { doc: file.clone(), span: office.span }))
                .collect()
        }
        Some(Subject::Event(event)) => {
            let Some(series) = &event.series else { return Vec::new() };
            let editions = world.events_of_series(series).filter(|other| other.id != event.id);
            editions.filter_map(|other| best_account(world, other)).collect()
        }
        Some(Subject::Series(series)) => editions(world, series).collect(),
        None => Vec::new(),
    }
}

/// The fullest account of each edition.
fn editions<'w>(world: &'w World, series: &str) -> impl Iterator<Item = Target> + use<'w> {
    let editions: Vec<_> = world.events_of_series(series).collect();
    editions.into_iter().filter_map(move |edition| best_account(world, edition))
}

fn best_account(world: &World, event: &Event) -> Option<Target> {
    account_target(world, event.accounts.iter().max_by_key(|account| weight(world, account))?)
}

/// The place with the paragraph or entry around it.
pub(super) fn target(world: &World, place: Place) -> Option<Target> {
    let full = match world.article(&place.doc) {
        Some(dated) => {
            let zone = dated.article.zones.iter().find(|zone| zone.span.contains(place.span));
            zone.map_or(place.span, |zone| zone.span)
        }
        None => place.span,
    };
    world.text(&place.doc)?;
    Some(Target { place, full })
}

/// The profile entry of an entity.
pub(super) fn profile_entry(world: &World, entity: &Entity) -> Option<Target> {
    target(world, entity.profile.clone()?)
}

/// The mention that says best who this is; `None` if the cursor is already there.
fn introduce(world: &World, entity: &Entity, here: &Place) -> Option<Target> {
    let best = introduction(world, entity)?;
    let already = best.place.doc == here.doc && best.place.span.touches(here.span.start);
    (!already || entity.profile.is_none()).then_some(best)
}

/// The mention that introduces an entity best: by full name, in running text, with a title, in the earliest article.
pub(super) fn introduction(world: &World, entity: &Entity) -> Option<Target> {
    let best = entity.mentions.iter().min_by_key(|mention| introduces(world, mention));
    match best {
        Some(MentionRef { doc, mention }) => {
            let span = world.article(doc)?.article.names.mentions.get(*mention as usize)?.span;
            target(world, Place { doc: doc.clone(), span })
        }
        None => profile_entry(world, entity),
    }
}

/// Smaller is better; ties fall to the order of documents and places.
fn introduces(world: &World, mention: &MentionRef) -> (bool, bool, bool, Option<jiff::civil::Date>) {
    let Some(dated) = world.article(&mention.doc) else { return (true, true, true, None) };
    let Some(found) = dated.article.names.mentions.get(mention.mention as usize) else {
        return (true, true, true, None);
    };
    let short = found.form != Form::Full;
    let aside = !matches!(dated.article.zone_at(found.span.start), ZoneKind::Body | ZoneKind::Dateline);
    // An open date counts from the first day that fits: better than losing the oldest article for want of a day.
    let date = dated.dating.window().and_then(|window| window.earliest).unwrap_or(jiff::civil::Date::MAX);
    (short, aside, found.title.is_none(), Some(date))
}

/// From here on one jump is enough; the hover still names the others.
const SURE: u8 = 90;

fn candidates<'w>(world: &'w World, doc: &DocId, offset: u32) -> impl Iterator<Item = &'w Entity> {
    let link = world.article(doc).and_then(|dated| match item_at(&dated.article, offset)? {
        Item::Name(index) => {
            world.link(doc, dated.article.names.mentions.get(index as usize)?.entity).cloned()
        }
        Item::Title(index) => world.title_link(doc, index),
        _ => None,
    });
    let unsure = link.filter(|link| link.confidence < SURE).map_or_else(Vec::new, |link| link.candidates);
    unsure
        .into_iter()
        .filter_map(|id| world.entity(&id))
        .filter(|entity| entity.kind == NameKind::Person)
        .map(|entity| &**entity)
}

/// The account that tells most, another article preferred; from the only article, its fullest mention.
fn fullest(world: &World, event: &Event, doc: &DocId, offset: u32) -> Option<Target> {
    let elsewhere = event.accounts.iter().filter(|account| account.doc != *doc);
    let best = elsewhere.max_by_key(|account| weight(world, account));
    if let Some(found) = best.and_then(|account| account_target(world, account)) {
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

fn account_target(world: &World, account: &Account) -> Option<Target> {
    target(world, super::hover::told_at(world, account)?)
}

/// How much an account tells: held before planned, then how often, who, when and where. Ties go to the first document.
fn weight(world: &World, account: &Account) -> (bool, usize, std::cmp::Reverse<DocId>) {
    let held = account.status == crate::meetings::Status::Held;
    let local = world
        .article(&account.doc)
        .and_then(|dated| dated.article.meetings.local.get(account.local as usize));
    let mentions = local.map_or(0, |local| local.mentions.len());
    let facts =
        account.who.len() + usize::from(account.when.is_some()) + usize::from(account.place.is_some());
    (held, mentions + 2 * facts, std::cmp::Reverse(account.doc.clone()))
}
