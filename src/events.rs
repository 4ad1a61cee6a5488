//! Which meetings of different articles are the same meeting. Every local meeting falls into one block (its series,
//! its visitor and country, or its people); only blocks that a change touches are clustered again.

mod blocking;
mod cluster;
pub mod compare;
mod features;
mod index;
mod links;
mod profiles;
mod summary;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};
use rustc_hash::FxHashSet;

use crate::article::{Article, DatedArticle};
use crate::entities::EntityId;
use crate::meetings::{EventMention, LocalEvent, MeetingKind, Status};
use crate::names::{LocalEntity, Title};
use crate::parallel;
use crate::text::{DocId, Index, Place};
use crate::time::Window;
use blocking::Block;
use cluster::Cluster;
use compare::Pinned;
use features::Features;
use index::EventIndex;
use links::EventLinks;
pub use profiles::ProfileEvents;

/// Names a meeting. Equal exactly for the same one.
#[derive(Default, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub Arc<str>);

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What one article tells of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub doc: DocId,
    pub local: Index<LocalEvent>,
    /// The mention that tells most.
    pub best: Index<EventMention>,
    /// When, by this account; the place in the text that says so.
    pub when: Option<(Window, Place)>,
    /// The place entity, by this account, and where it is said.
    pub place: Option<(EntityId, Place)>,
    pub who: Vec<EntityId>,
    pub status: Status,
}

impl Account {
    /// The mentions of the meeting in the article that tells of it, in order of place.
    pub fn mentions<'a>(&self, article: &'a Article) -> impl Iterator<Item = &'a EventMention> + use<'a> {
        let chain = self.local.of(&article.meetings.local);
        let mentions = chain.map_or(&[][..], |chain| &chain.mentions);
        mentions.iter().filter_map(|mention| mention.of(&article.meetings.mentions))
    }
}

/// A mention of a meeting in some article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventMentionRef {
    pub doc: DocId,
    pub mention: Index<EventMention>,
}

impl EventMentionRef {
    pub fn new(doc: &DocId, mention: Index<EventMention>) -> Self {
        Self { doc: doc.clone(), mention }
    }
}

/// A meeting, with every account of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub kind: MeetingKind,
    /// "third Belt and Road Forum", "talks of Wang Yi and Sergey Lavrov".
    pub name: Box<str>,
    /// A profile's series id, else the normal form of the series' name.
    pub series: Option<Box<str>>,
    pub edition: Option<u16>,
    /// What all accounts agree on; `None` if they do not, or nothing is known.
    pub when: Option<Window>,
    pub place: Option<EntityId>,
    pub who: Vec<EntityId>,
    pub part_of: Option<EventId>,
    /// The profile's event entry, if there is one.
    pub profile: Option<Place>,
    /// Ordered by document and place; never empty.
    pub accounts: Vec<Arc<Account>>,
    /// Why the accounts are taken for one meeting, in words; empty for a single account.
    pub why: Vec<&'static str>,
}

/// How an article's own entities and titles are linked: what [`EventStore`] asks the register of people.
pub trait Links {
    /// Who the local entity is.
    fn entity(&self, doc: &DocId, local: Index<LocalEntity>) -> Option<EntityId>;

    /// Who holds the title that stands alone, if that can be said.
    fn holder(&self, _doc: &DocId, _title: Index<Title>) -> Option<EntityId> {
        None
    }
}

/// All meetings of a corpus. Cheap to clone; two are equal if they hold the same meetings.
#[derive(Clone, Default)]
pub struct EventStore {
    /// What each document tells, in order of its local meetings.
    docs: RedBlackTreeMapSync<DocId, Arc<Told>>,
    blocks: HashTrieMapSync<Block, Arc<Members>>,
    links: EventLinks,
    catalogue: EventIndex,
    profile_events: Arc<ProfileEvents>,
}

/// What one document tells: each meeting with the profile event it is taken for and its block.
type Told = Vec<Telling>;
type Telling = (Arc<Features>, Option<usize>, Block);
type Member = (Arc<Features>, Option<usize>);
/// The blocks to cluster again, each with the documents that changed in it.
type Dirty = BTreeMap<Block, BTreeSet<DocId>>;

/// One block: who is in it, and the meetings it came to.
#[derive(Clone, Debug, Default)]
struct Members {
    members: Vec<Member>,
    ids: Vec<EventId>,
}

impl EventStore {
    /// The meetings after a change: the articles `removed` are gone, those in `told` are new, or have another text,
    /// date, or links. An article whose links changed must be told again; all others are left alone. `profile_events`
    /// is what the profiles say; where it differs from before, what hangs on it is clustered again.
    pub fn update(
        &self,
        removed: &[DocId],
        told: &[(DocId, Arc<DatedArticle>)],
        links: &(dyn Links + Sync),
        profile_events: &Arc<ProfileEvents>,
    ) -> Self {
        let told = parallel::map(told.iter().collect(), |(doc, dated)| {
            let features = features::of(doc, dated, links).into_iter().map(Arc::new).collect();
            (doc.clone(), features)
        });
        self.change(removed, told, profile_events)
    }

    fn change(
        &self,
        removed: &[DocId],
        told: Vec<(DocId, Vec<Arc<Features>>)>,
        profile_events: &Arc<ProfileEvents>,
    ) -> Self {
        let mut next = self.clone();
        let mut dirty = Dirty::new();
        if *next.profile_events != **profile_events {
            next.profile_events = profile_events.clone();
            // Every account may fall into another block, or be taken for another event.
            let all: Vec<(DocId, Arc<Told>)> =
                next.docs.iter().map(|(d, t)| (d.clone(), t.clone())).collect();
            for (doc, told) in all {
                let features = told.iter().map(|(features, ..)| features.clone()).collect();
                next.replace(&doc, features, &self.profile_events, &mut dirty);
            }
        }
        for doc in removed {
            next.replace(doc, Vec::new(), profile_events, &mut dirty);
        }
        for (doc, features) in told {
            next.replace(&doc, features, profile_events, &mut dirty);
        }
        next.settle(dirty);
        next
    }

    /// Puts what `doc` tells in place of what it told; notes the blocks this touches. `old` is what the
    /// profiles said when it was told.
    fn replace(&mut self, doc: &DocId, features: Vec<Arc<Features>>, old: &ProfileEvents, dirty: &mut Dirty) {
        let before = self.docs.get(doc).cloned().unwrap_or_default();
        let told: Told = features
            .into_iter()
            .map(|features| {
                let pin = self.profile_events.pin(&features);
                let block = blocking::of(&features, &self.profile_events, pin);
                let block = block.unwrap_or_else(|| Block::Alone(doc.clone(), features.account.local));
                (features, pin, block)
            })
            .collect();
        let now = &*self.profile_events.clone();
        let untouched = |event: usize| old.events.get(event) == now.events.get(event);
        let same = |(a, b): (&Telling, &Telling)| {
            a.0.says_as_much_as(&b.0) && (a.1, &a.2) == (b.1, &b.2) && a.1.is_none_or(untouched)
        };
        let alike = before.len() == told.len();
        for (was, is) in before.iter().zip(&told).filter(|pair| alike && same(*pair)) {
            if was.0.account != is.0.account {
                self.move_account(&is.0, &is.2);
            }
        }
        let mut changed = |told: &Told, other: &Told| {
            for (at, (.., block)) in told.iter().enumerate() {
                if !alike || !told.get(at).zip(other.get(at)).is_some_and(same) {
                    dirty.entry(block.clone()).or_default().insert(doc.clone());
                }
            }
        };
        changed(&before, &told);
        changed(&told, &before);
        if told.is_empty() {
            self.docs.remove_mut(doc);
        } else {
            self.docs.insert_mut(doc.clone(), Arc::new(told));
        }
    }

    /// An account that says the same at another place of its text, as after most keystrokes: nobody need be asked
    /// again who is one with whom.
    fn move_account(&mut self, features: &Arc<Features>, block: &Block) {
        if let Some(block) = self.blocks.get_mut(block) {
            let members = &mut Arc::make_mut(block).members;
            let at = members.binary_search_by(|(member, _)| member.place().cmp(&features.place()));
            if let Some((member, _)) = at.ok().and_then(|at| members.get_mut(at)) {
                member.clone_from(features);
            }
        }
        let (doc, local) = features.place();
        let Some(id) = self.links.get(doc, local) else { return };
        let Some(mut event) = self.catalogue.get(id).map(|event| Event::clone(event)) else {
            return;
        };
        if let Some(account) = event.accounts.iter_mut().find(|a| (&a.doc, a.local) == (doc, local)) {
            *account = features.account.clone();
        }
        self.catalogue.put(Arc::new(event));
    }

    /// Clusters again the blocks in which documents changed.
    fn settle(&mut self, dirty: Dirty) {
        // First all that was, then all that is: an id may go from one block to another.
        let mut gone: BTreeMap<(DocId, Index<LocalEvent>), EventId> = BTreeMap::new();
        let mut gathered = Vec::with_capacity(dirty.len());
        let clustered = parallel::map(dirty.into_iter().collect(), |(block, docs)| {
            let before = self.blocks.get(&block).cloned().unwrap_or_default();
            let members = self.members(&block, &docs, &before);
            let clusters = self.cluster(&block, &members, &docs);
            (block, before, members, clusters)
        });
        for (block, before, members, clusters) in clustered {
            let kept: FxHashSet<&EventId> = clusters.iter().filter_map(|(_, same)| same.as_ref()).collect();
            for id in before.ids.iter().filter(|id| !kept.contains(id)) {
                let accounts = self.catalogue.get(id).map_or(&[][..], |event| &event.accounts);
                let keys: Vec<_> =
                    accounts.iter().map(|account| (account.doc.clone(), account.local)).collect();
                for key in keys {
                    self.links.set(&key, None);
                    gone.insert(key, id.clone());
                }
                self.catalogue.remove(id);
            }
            drop(kept);
            gathered.push((block, members, clusters));
        }
        let mut fresh: BTreeSet<EventId> = BTreeSet::new();
        let mut moved: BTreeSet<DocId> = BTreeSet::new();
        for (block, members, clusters) in gathered {
            let mut ids = Vec::with_capacity(clusters.len());
            for (cluster, same) in clusters {
                if let Some(id) = same {
                    ids.push(id);
                    continue;
                }
                let Some(event) = self.summarise(&block, &members, &cluster) else { continue };
                fresh.insert(event.id.clone());
                ids.push(event.id.clone());
                for account in &event.accounts {
                    let key = (account.doc.clone(), account.local);
                    if gone.remove(&key).as_ref() != Some(&event.id) {
                        moved.insert(account.doc.clone());
                    }
                    self.links.set(&key, Some(event.id.clone()));
                }
                self.catalogue.put(Arc::new(event));
            }
            if members.is_empty() {
                self.blocks.remove_mut(&block);
            } else {
                self.blocks.insert_mut(block, Arc::new(Members { members, ids }));
            }
        }
        moved.extend(gone.into_keys().map(|(doc, _)| doc));
        self.attach(fresh, &moved);
    }

    /// The members of a block once `docs` have changed, in order of document and place.
    fn members(&self, block: &Block, docs: &BTreeSet<DocId>, before: &Members) -> Vec<Member> {
        let kept = before.members.iter().filter(|(features, _)| !docs.contains(features.doc())).cloned();
        let told = docs.iter().filter_map(|doc| self.docs.get(doc)).flat_map(|told| told.iter());
        let told = told.filter(|(.., home)| home == block).map(|(features, pin, _)| (features.clone(), *pin));
        let mut members: Vec<Member> = kept.chain(told).collect();
        members.sort_by(|(a, _), (b, _)| a.place().cmp(&b.place()));
        members
    }

    /// The clusters of a block; with its id each that is a meeting already, with the same accounts for the same
    /// reasons.
    fn cluster(
        &self,
        block: &Block,
        members: &[Member],
        docs: &BTreeSet<DocId>,
    ) -> Vec<(Cluster, Option<EventId>)> {
        let pinned: Vec<Pinned<'_>> = members.iter().map(|(features, pin)| (&**features, *pin)).collect();
        let same = |(all, ties): &Cluster| {
            let (first, _) = pinned.get(*all.first()?)?;
            let known = self.event_of_chain(first.doc(), first.account.local)?;
            let accounts = all.iter().filter_map(|i| pinned.get(*i)).map(|(features, _)| &features.account);
            (known.accounts.len() == all.len()
                && known
                    .accounts
                    .iter()
                    .zip(accounts)
                    .all(|(a, b)| Arc::ptr_eq(a, b) && !docs.contains(&a.doc))
                && known.why == summary::why(block, all.len(), *ties))
            .then(|| known.id.clone())
        };
        let clusters = cluster::cluster(&pinned).into_iter();
        clusters
            .map(|cluster| {
                let same = same(&cluster);
                (cluster, same)
            })
            .collect()
    }

    fn summarise(&self, block: &Block, members: &[Member], (all, ties): &Cluster) -> Option<Event> {
        let all = all.iter().filter_map(|i| members.get(*i)).map(|(features, pin)| (&**features, *pin));
        let all: Vec<Pinned<'_>> = all.collect();
        summary::summarise(block, &all, *ties, &self.profile_events)
    }

    /// Says what meetings are part of, now that all have their ids: the fresh ones, and all of documents in which
    /// some meeting is another than before.
    fn attach(&mut self, mut ids: BTreeSet<EventId>, docs: &BTreeSet<DocId>) {
        for (doc, told) in docs.iter().filter_map(|doc| Some((doc, self.docs.get(doc)?))) {
            let locals = told.iter().map(|(features, ..)| features.account.local);
            ids.extend(locals.filter_map(|local| self.links.get(doc, local)).cloned());
        }
        for id in ids {
            let Some(event) = self.catalogue.get(&id) else { continue };
            let part_of = self.container(event);
            if part_of != event.part_of {
                let changed = Event { part_of, ..Event::clone(event) };
                self.catalogue.put(Arc::new(changed));
            }
        }
    }

    /// The meeting that most accounts give as the whole; of several as often named, the first.
    fn container(&self, event: &Event) -> Option<EventId> {
        let mut votes: BTreeMap<&EventId, usize> = BTreeMap::new();
        for account in &event.accounts {
            let whole = self.docs.get(&account.doc).and_then(|told| {
                told.iter().find(|(features, ..)| features.account.local == account.local)?.0.part_of
            });
            if let Some(id) = whole.and_then(|local| self.links.get(&account.doc, local))
                && *id != event.id
            {
                *votes.entry(id).or_default() += 1;
            }
        }
        let most = votes.values().max().copied()?;
        votes.into_iter().find(|(_, n)| *n == most).map(|(id, _)| id.clone())
    }

    /// The meeting that a coreference chain of an article is. The rooms above ask by mention: see `World::event_of`.
    pub fn event_of_chain(&self, doc: &DocId, chain: Index<LocalEvent>) -> Option<&Arc<Event>> {
        self.get(self.links.get(doc, chain)?)
    }

    /// What an article tells of meetings: each of its accounts with the meeting it belongs to, in order of place.
    pub fn accounts_in(&self, doc: &DocId) -> impl Iterator<Item = (&Arc<Event>, &Arc<Account>)> {
        let told = self.docs.get(doc).into_iter().flat_map(|told| told.iter());
        told.filter_map(|(features, ..)| {
            let account = &features.account;
            Some((self.event_of_chain(&account.doc, account.local)?, account))
        })
    }

    pub fn get(&self, id: &EventId) -> Option<&Arc<Event>> {
        self.catalogue.get(id)
    }

    /// The meetings somebody took part in, by id.
    pub fn with(&self, who: &EntityId) -> impl Iterator<Item = &Arc<Event>> {
        self.catalogue.with(who)
    }

    /// The meetings of a series, by id.
    pub fn of_series(&self, series: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.catalogue.of_series(series)
    }

    /// The meetings of whose name some word begins with `text`, the most told first.
    pub fn named(&self, text: &str) -> impl Iterator<Item = &Arc<Event>> {
        self.catalogue.named(text)
    }

    /// All meetings, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.catalogue.iter()
    }
}

impl PartialEq for EventStore {
    fn eq(&self, other: &Self) -> bool {
        self.catalogue == other.catalogue
    }
}

impl fmt::Debug for EventStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|event| (&event.id, event))).finish()
    }
}
