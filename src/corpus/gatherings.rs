//! Which meetings of different articles are the same meeting.

use std::fmt;
use std::sync::Arc;

use super::{DocId, EntityId, Place};
use crate::meetings::{MeetingKind, Status};
use crate::time::Window;

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
