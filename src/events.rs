//! Which meetings of different articles are the same meeting. Every local meeting falls into one block (its series,
//! its visitor and country, or its people); only blocks that a change touches are clustered again.

mod blocking;
mod cluster;
pub mod compare;
mod features;
mod index;
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

impl EventStore {
    /// The meetings after a change: the articles `removed` are gone, those in `changed` are new, or have another text,
    /// date, or links. An article whose links changed must be among them; all others are left alone. `profile_events`
    /// is what the profiles say; where it differs from before, the blocks it touches are clustered again.
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
