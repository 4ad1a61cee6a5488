//! Articles and profiles change: their accounts are assigned to blocks, and the blocks affected are clustered
//! again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::blocking::{self, Block};
use super::cluster::{self, Cluster};
use super::compare::Pinned;
use super::features::{self, Features};
use super::profiles::{ProfileChanges, ProfileEvents};
use super::store::{BlockMember, BlockMembers, EventStore, PlacedAccount, PlacedAccounts};
use super::{Event, EventId, Links, part_of, summary};
use crate::article::DatedArticle;
use crate::meetings::LocalEvent;
use crate::parallel;
use crate::text::{DocId, Index};

/// The blocks to cluster again, each with the documents that changed in it.
type ChangedBlocks = BTreeMap<Block, BTreeSet<DocId>>;

/// The key of one account.
type AccountKey = (DocId, Index<LocalEvent>);

/// A block that was clustered again. A cluster that is already an event, with the same accounts for the same
/// reasons, has its id.
struct Reclustered {
    block: Block,
    before: Arc<BlockMembers>,
    members: Vec<BlockMember>,
    clusters: Vec<(Cluster, Option<EventId>)>,
}

/// See [`EventStore::update`].
pub fn update(
    store: &EventStore,
    removed: &[DocId],
    changed: &[(DocId, Arc<DatedArticle>)],
    links: &(dyn Links + Sync),
    profile_events: &Arc<ProfileEvents>,
) -> EventStore {
    let told = parallel::map(changed.iter().collect(), |(doc, dated)| {
        let features = features::of(doc, dated, links).into_iter().map(Arc::new).collect();
        (doc.clone(), features)
    });
    change(store, removed, told, profile_events)
}

/// The store without the documents `removed` and with the accounts in `told`.
pub fn change(
    store: &EventStore,
    removed: &[DocId],
    told: Vec<(DocId, Vec<Arc<Features>>)>,
    profile_events: &Arc<ProfileEvents>,
) -> EventStore {
    let mut next = store.clone();
    let mut dirty = ChangedBlocks::new();
    if *next.profile_events != **profile_events {
        next.profile_events = profile_events.clone();
        let changes = ProfileChanges::between(&store.profile_events, profile_events);
        let touched = store.docs.iter().filter(|(_, accounts)| {
            accounts.iter().any(|(features, pin, _)| changes.may_touch(features, *pin))
        });
        for (doc, accounts) in touched {
            let features = accounts.iter().map(|(features, ..)| features.clone()).collect();
            replace(&mut next, doc, features, &store.profile_events, &mut dirty);
        }
    }
    for doc in removed {
        replace(&mut next, doc, Vec::new(), profile_events, &mut dirty);
    }
    for (doc, features) in told {
        replace(&mut next, &doc, features, profile_events, &mut dirty);
    }
    recluster(&mut next, dirty);
    next
}

/// Replaces the accounts of `doc` and records the blocks this touches. `old` is what the profiles said when
/// the earlier accounts were made.
fn replace(
    store: &mut EventStore,
    doc: &DocId,
    features: Vec<Arc<Features>>,
    old: &ProfileEvents,
    dirty: &mut ChangedBlocks,
) {
    let before = store.docs.get(doc).cloned().unwrap_or_default();
    let now: PlacedAccounts = features.into_iter().map(|features| placed(store, features)).collect();
    let profile_events = store.profile_events.clone();
    for at in 0..before.len().max(now.len()) {
        match (before.get(at), now.get(at)) {
            (Some(was), Some(is)) if before.len() == now.len() && stays(was, is, old, &profile_events) => {
                move_account(store, was, is)
            }
            (was, is) => {
                for (.., block) in was.into_iter().chain(is) {
                    dirty.entry(block.clone()).or_default().insert(doc.clone());
                }
            }
        }
    }
    if now.is_empty() {
        store.docs.remove_mut(doc);
    } else {
        store.docs.insert_mut(doc.clone(), Arc::new(now));
    }
}

/// An account in its block, according to the current profiles.
fn placed(store: &EventStore, features: Arc<Features>) -> PlacedAccount {
    let pin = store.profile_events.pin(&features);
    let block = blocking::of(&features, &store.profile_events, pin);
    let block = block.unwrap_or_else(|| Block::Alone(features.doc().clone(), features.account.local));
    (features, pin, block)
}

/// Whether two accounts differ at most in their places in the text.
fn says_the_same(was: &PlacedAccount, is: &PlacedAccount) -> bool {
    was.0.says_as_much_as(&is.0) && (was.1, &was.2) == (is.1, &is.2)
}

/// Whether an account says the same as before and its profile event, if any, is the same in `old` and `new`.
fn stays(was: &PlacedAccount, is: &PlacedAccount, old: &ProfileEvents, new: &ProfileEvents) -> bool {
    says_the_same(was, is) && is.1.is_none_or(|event| old.events.get(event) == new.events.get(event))
}

/// Moves an account that says the same at another place in its text, as after most keystrokes. Nothing needs
/// to be clustered again.
fn move_account(store: &mut EventStore, (was, ..): &PlacedAccount, (is, _, block): &PlacedAccount) {
    if was.account == is.account {
        return;
    }
    if let Some(block) = store.blocks.get_mut(block) {
        let members = &mut Arc::make_mut(block).members;
        let at = members.binary_search_by(|(member, _)| member.place().cmp(&is.place()));
        if let Some((member, _)) = at.ok().and_then(|at| members.get_mut(at)) {
            member.clone_from(is);
        }
    }
    let (doc, local) = is.place();
    let known = store.links.get(doc, local).and_then(|id| store.index.get(id));
    let Some(mut event) = known.map(|event| Event::clone(event)) else { return };
    if let Some(account) = event.accounts.iter_mut().find(|a| (&a.doc, a.local) == (doc, local)) {
        *account = is.account.clone();
    }
    store.index.put(Arc::new(event));
}

/// Clusters the blocks in which documents changed. First everything that was is removed, then everything that
/// is gets added, because an id may move from one block to another.
fn recluster(store: &mut EventStore, dirty: ChangedBlocks) {
    let now = &*store;
    let blocks: Vec<Reclustered> =
        parallel::map(dirty.into_iter().collect(), |(block, docs)| recluster_block(now, block, &docs));
    let mut gone: BTreeMap<AccountKey, EventId> = BTreeMap::new();
    for block in &blocks {
        retire(store, block, &mut gone);
    }
    let (mut fresh, mut moved) = (BTreeSet::new(), BTreeSet::new());
    for block in blocks {
        enter(store, block, &mut gone, &mut fresh, &mut moved);
    }
    moved.extend(gone.into_keys().map(|(doc, _)| doc));
    part_of::attach(store, fresh, &moved);
}

fn recluster_block(store: &EventStore, block: Block, docs: &BTreeSet<DocId>) -> Reclustered {
    let before = store.blocks.get(&block).cloned().unwrap_or_default();
    let members = members(store, &block, docs, &before);
    let pinned: Vec<Pinned<'_>> = members.iter().map(|(features, pin)| (&**features, *pin)).collect();
    let clusters = cluster::cluster(&pinned).into_iter();
    let clusters = clusters.map(|cluster| (known_as(store, &block, &pinned, docs, &cluster), cluster));
    let clusters = clusters.map(|(id, cluster)| (cluster, id)).collect();
    Reclustered { block, before, members, clusters }
}

/// The members of a block once `docs` have changed, in order of document and place.
fn members(
    store: &EventStore,
    block: &Block,
    docs: &BTreeSet<DocId>,
    before: &BlockMembers,
) -> Vec<BlockMember> {
    let kept = before.members.iter().filter(|(features, _)| !docs.contains(features.doc())).cloned();
    let told = docs.iter().filter_map(|doc| store.docs.get(doc)).flat_map(|told| told.iter());
    let told = told.filter(|(.., home)| home == block).map(|(features, pin, _)| (features.clone(), *pin));
    let mut members: Vec<BlockMember> = kept.chain(told).collect();
    members.sort_by(|(a, _), (b, _)| a.place().cmp(&b.place()));
    members
}

/// The id of the event that a cluster already is: with the same accounts, none of them changed, for the same
/// reasons.
fn known_as(
    store: &EventStore,
    block: &Block,
    pinned: &[Pinned<'_>],
    docs: &BTreeSet<DocId>,
    (all, ties): &Cluster,
) -> Option<EventId> {
    let (first, _) = pinned.get(*all.first()?)?;
    let known = store.event_of_chain(first.doc(), first.account.local)?;
    let accounts = all.iter().filter_map(|i| pinned.get(*i)).map(|(features, _)| &features.account);
    let mut pairs = known.accounts.iter().zip(accounts);
    let same = known.accounts.len() == all.len()
        && pairs.all(|(a, b)| Arc::ptr_eq(a, b) && !docs.contains(&a.doc))
        && known.why == summary::why(block, all.len(), *ties);
    same.then(|| known.id.clone())
}

/// Removes the events of a block that no longer exist and puts their accounts into `gone`.
fn retire(store: &mut EventStore, block: &Reclustered, gone: &mut BTreeMap<AccountKey, EventId>) {
    let kept: FxHashSet<&EventId> = block.clusters.iter().filter_map(|(_, known)| known.as_ref()).collect();
    for id in block.before.ids.iter().filter(|id| !kept.contains(id)) {
        let accounts = store.index.get(id).map_or(&[][..], |event| &event.accounts);
        let keys: Vec<AccountKey> =
            accounts.iter().map(|account| (account.doc.clone(), account.local)).collect();
        for key in keys {
            store.links.set(&key, None);
            gone.insert(key, id.clone());
        }
        store.index.remove(id);
    }
}

/// Adds the events of a block: new ones also go into `fresh`, and documents with an account in another event
/// than before into `moved`.
fn enter(
    store: &mut EventStore,
    block: Reclustered,
    gone: &mut BTreeMap<AccountKey, EventId>,
    fresh: &mut BTreeSet<EventId>,
    moved: &mut BTreeSet<DocId>,
) {
    let Reclustered { block, members, clusters, .. } = block;
    let mut ids = Vec::with_capacity(clusters.len());
    for (cluster, known) in clusters {
        if let Some(id) = known {
            ids.push(id);
            continue;
        }
        let Some(event) = summarise(store, &block, &members, &cluster) else { continue };
        fresh.insert(event.id.clone());
        ids.push(event.id.clone());
        for account in &event.accounts {
            let key = (account.doc.clone(), account.local);
            if gone.remove(&key).as_ref() != Some(&event.id) {
                moved.insert(account.doc.clone());
            }
            store.links.set(&key, Some(event.id.clone()));
        }
        store.index.put(Arc::new(event));
    }
    if members.is_empty() {
        store.blocks.remove_mut(&block);
    } else {
        store.blocks.insert_mut(block, Arc::new(BlockMembers { members, ids }));
    }
}

fn summarise(
    store: &EventStore,
    block: &Block,
    members: &[BlockMember],
    (all, ties): &Cluster,
) -> Option<Event> {
    let all = all.iter().filter_map(|i| members.get(*i)).map(|(features, pin)| (&**features, *pin));
    let all: Vec<Pinned<'_>> = all.collect();
    summary::summarise(block, &all, *ties, &store.profile_events)
}
