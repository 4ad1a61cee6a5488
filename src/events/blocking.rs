//! Blocks: only accounts in one block can be of the same meeting. The block is chosen by the profile event
//! the account matches, its series, its visitor and country, or its people.

use super::features::Features;
use super::profiles::ProfileEvents;
use crate::meetings::{LocalEvent, MeetingKind};
use crate::text::{DocId, Index};

/// The key that accounts of one meeting must share.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Block {
    /// A profile's series, by id.
    Series(Box<str>),
    /// A profile's event without a series.
    Event(Box<str>),
    /// A series by the key of its name.
    Name(Box<str>),
    Visit(Box<str>),
    People(MeetingKind, Box<str>),
    /// An account with too little detail to be compared.
    Alone(DocId, Index<LocalEvent>),
}

impl Block {
    /// What all accounts of the block have in common, in words.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Series(_) | Self::Name(_) => "the same series",
            Self::Event(_) => "the same event of a profile",
            Self::Visit(_) => "the same visitor",
            Self::People(..) => "the same people",
            Self::Alone(..) => "one account",
        }
    }
}

/// The block of an account; `None` if it has too little detail to be compared.
pub(super) fn of(features: &Features, profile_events: &ProfileEvents, pin: Option<usize>) -> Option<Block> {
    if let Some(event) = pin.and_then(|i| profile_events.events.get(i)) {
        return Some(match &event.series {
            Some(series) => Block::Series(series.clone()),
            None => Block::Event(event.id.clone()),
        });
    }
    if let Some(key) = &features.series {
        if key.0.is_empty() {
            return None;
        }
        return Some(match profile_events.series(key) {
            Some(id) => Block::Series(id.into()),
            None => Block::Name(key.0.clone()),
        });
    }
    match features.kind {
        MeetingKind::Visit => Some(Block::Visit((&*features.account.who.first()?.0).into())),
        kind => {
            let all: Vec<&str> = features.people.iter().map(|id| &*id.0).collect();
            (all.len() >= 2).then(|| Block::People(kind, all.join("+").into()))
        }
    }
}
