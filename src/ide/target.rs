//! The target of a jump: the best mention of an entity, the fullest account of an event, an entry of a
//! profile file.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::entities::MentionRef;
use crate::events::Account;
use crate::meetings::Status;
use crate::names::MentionForm;
use crate::text::{Span, ZoneKind};
use crate::world::{DocId, Entity, Event, Place, World};

/// Where to jump: the place to select, and the paragraph or entry around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    pub place: Place,
    pub full: Span,
}

/// The place with the paragraph or entry around it.
pub fn target(world: &World, place: Place) -> Option<Target> {
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
pub fn profile_entry(world: &World, entity: &Entity) -> Option<Target> {
    let (doc, entry) = world.person_profile(&entity.id.0).filter(|_| entity.has_profile)?;
    target(world, Place { doc: doc.clone(), span: entry.span })
}

/// The mention that introduces an entity best: by full name, in running text, with a title, in the earliest
/// article.
pub fn introduction(world: &World, entity: &Entity) -> Option<Target> {
    let best = entity.mentions.iter().min_by_key(|mention| introduces(world, mention));
    match best {
        Some(MentionRef { doc, mention }) => {
            let span = mention.of(&world.article(doc)?.article.names.mentions)?.span;
            target(world, Place { doc: doc.clone(), span })
        }
        None => profile_entry(world, entity),
    }
}

/// The fullest account of an event.
pub fn fullest_account(world: &World, event: &Event) -> Option<Target> {
    fullest_of(world, &event.accounts)
}

/// The fullest of some accounts.
pub fn fullest_of<'w>(world: &World, accounts: impl IntoIterator<Item = &'w Arc<Account>>) -> Option<Target> {
    account_target(world, accounts.into_iter().max_by_key(|account| weight(world, account))?)
}

/// The fullest mention of an account.
pub fn account_target(world: &World, account: &Account) -> Option<Target> {
    target(world, told_at(world, account)?)
}

/// The place of an account's fullest mention.
pub fn told_at(world: &World, account: &Account) -> Option<Place> {
    let article = &world.article(&account.doc)?.article;
    let span = account.best.of(&article.meetings.mentions)?.span;
    Some(Place { doc: account.doc.clone(), span })
}

/// The rank of a mention as an introduction, smaller is better; ties are broken by document and place.
fn introduces(world: &World, mention: &MentionRef) -> (bool, bool, bool, Option<jiff::civil::Date>) {
    let Some(dated) = world.article(&mention.doc) else { return (true, true, true, None) };
    let Some(found) = mention.mention.of(&dated.article.names.mentions) else {
        return (true, true, true, None);
    };
    let short = found.form != MentionForm::Full;
    let aside = !matches!(dated.article.zone_at(found.span.start), ZoneKind::Body | ZoneKind::Dateline);
    // An open date counts from the first day that fits, so that the oldest article is not lost because its
    // day is unknown.
    let date = dated.dating.window().and_then(|window| window.earliest).unwrap_or(jiff::civil::Date::MAX);
    (short, aside, found.title.is_none(), Some(date))
}

/// How full an account is: held before planned, then how often, who, when and where. Ties go to the first
/// document.
fn weight(world: &World, account: &Account) -> (bool, usize, Reverse<DocId>) {
    let held = account.status == Status::Held;
    let local = world.article(&account.doc).and_then(|dated| account.local.of(&dated.article.meetings.local));
    let mentions = local.map_or(0, |local| local.mentions.len());
    let facts =
        account.who.len() + usize::from(account.when.is_some()) + usize::from(account.place.is_some());
    (held, mentions + 2 * facts, Reverse(account.doc.clone()))
}
