//! Which meetings of different articles are the same. Every local meeting belongs to one block (its series,
//! its visitor and country, or its people); only blocks touched by a change are clustered again. What these
//! rules leave apart but is probably one is in `likely`.

mod blocking;
mod cluster;
pub mod compare;
mod features;
mod index;
pub mod likely;
mod links;
mod part_of;
mod profiles;
mod store;
mod summary;
#[cfg(test)]
mod tests;
mod update;

use std::fmt;
use std::sync::Arc;

use crate::article::{Article, DatedArticle};
use crate::entities::EntityId;
use crate::meetings::{EventMention, LocalEvent, MeetingKind, Status};
use crate::names::{LocalEntity, Title};
use crate::text::{DocId, Index, Place};
use crate::time::Window;
pub use profiles::ProfileEvents;
pub use store::EventStore;

/// Names an event. Equal exactly for the same event.
#[derive(Default, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub Arc<str>);

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What one article says about a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub doc: DocId,
    pub local: Index<LocalEvent>,
    /// The most informative mention.
    pub best: Index<EventMention>,
    /// When, according to this account, and where in the text that is said.
    pub when: Option<(Window, Place)>,
    /// The place entity, according to this account, and where in the text it is said.
    pub place: Option<(EntityId, Place)>,
    pub who: Vec<EntityId>,
    pub status: Status,
}

impl Account {
    /// The mentions of the meeting in the account's article, in order of place.
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

/// An event, with every account of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub kind: MeetingKind,
    /// "third Belt and Road Forum", "talks of Wang Yi and Sergey Lavrov".
    pub name: Box<str>,
    /// A profile's series id, else the normal form of the series' name.
    pub series: Option<Box<str>>,
    pub edition: Option<u16>,
    /// What all accounts agree on; `None` if they do not agree or nothing is known.
    pub when: Option<Window>,
    pub place: Option<EntityId>,
    pub who: Vec<EntityId>,
    pub part_of: Option<EventId>,
    /// The profile's event entry, if there is one.
    pub profile: Option<Place>,
    /// Ordered by document and place; never empty.
    pub accounts: Vec<Arc<Account>>,
    /// Why the accounts are of one meeting, in words; empty for a single account.
    pub why: Vec<&'static str>,
}

/// How an article's own entities and titles are linked: the questions [`EventStore`] has about people.
pub trait Links {
    /// The entity of the local entity.
    fn entity(&self, doc: &DocId, local: Index<LocalEntity>) -> Option<EntityId>;

    /// The holder of a title that stands alone, if that is known.
    fn holder(&self, _doc: &DocId, _title: Index<Title>) -> Option<EntityId> {
        None
    }
}

impl EventStore {
    /// The meetings after a change: the articles `removed` are gone; those in `changed` are new or have
    /// another text, date or links. An article whose links changed must be among them; all others stay as
    /// they are. `profile_events` is what the profiles say; where it differs from before, the blocks it
    /// touches are clustered again.
    pub fn update(
        &self,
        removed: &[DocId],
        changed: &[(DocId, Arc<DatedArticle>)],
        links: &(dyn Links + Sync),
        profile_events: &Arc<ProfileEvents>,
    ) -> Self {
        update::update(self, removed, changed, links, profile_events)
    }
}
