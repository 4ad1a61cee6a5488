//! What all accounts of one event say together: the input of the likeness of two events.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::entities::EntityId;
use crate::events::features::{Features, width};
use crate::events::{EventId, EventStore};
use crate::meetings::{MeetingKind, Status};
use crate::names::CountryCode;
use crate::text::DocId;
use crate::time::Window;

/// Days that a window may have and still say when; a wider one is no date.
const MAX_DATED_DAYS: i64 = 400;

#[derive(Debug, Default)]
pub(super) struct Traits {
    pub kinds: BTreeSet<MeetingKind>,
    pub people: BTreeSet<EntityId>,
    /// The telling words of each name.
    pub names: BTreeSet<Box<str>>,
    pub editions: BTreeSet<u16>,
    pub towns: BTreeSet<EntityId>,
    pub countries: BTreeSet<CountryCode>,
    /// The narrowest window that an account states.
    pub stated: Option<Window>,
    /// Without one: the days on which the articles' own dates and tenses allow it.
    pub assumed: Option<Window>,
    /// Whose visit it is, if it is one.
    pub visitors: BTreeSet<EntityId>,
    /// When its articles were written.
    pub written: BTreeSet<Date>,
    pub planned: bool,
    pub held: bool,
    pub docs: BTreeSet<DocId>,
    /// Everybody at any meeting of the same articles.
    pub around: BTreeSet<EntityId>,
}

impl Traits {
    /// `None` for an event that the store does not have.
    pub fn of(store: &EventStore, id: &EventId) -> Option<Self> {
        let event = store.get(id)?;
        let mut traits = Self::default();
        for account in &event.accounts {
            let told = store.docs.get(&account.doc)?;
            let at = told.binary_search_by_key(&account.local, |(features, ..)| features.account.local);
            let (features, ..) = told.get(at.ok()?)?;
            traits.add(features);
            let around = told.iter().flat_map(|(features, ..)| &features.people);
            traits.around.extend(around.cloned());
        }
        Some(traits)
    }

    fn add(&mut self, features: &Features) {
        self.kinds.insert(features.kind);
        self.people.extend(features.people.iter().cloned());
        self.names.extend(features.series.as_ref().map(|key| key.0.clone()));
        self.editions.extend(features.edition);
        self.towns.extend(features.town().cloned());
        self.countries.extend(features.country);
        if features.kind == MeetingKind::Visit {
            self.visitors.extend(features.account.who.first().cloned());
        }
        self.written.extend(features.written);
        self.docs.insert(features.doc().clone());
        match features.account.status {
            Status::Planned => self.planned = true,
            Status::Held => self.held = true,
            Status::Off => {}
        }
        let stated = features.stated().filter(|window| width(*window) <= MAX_DATED_DAYS);
        self.stated = narrower(self.stated, stated);
        let assumed = features.likely.or(Some(features.assumed));
        let assumed = assumed.filter(|window| width(*window) <= MAX_DATED_DAYS);
        self.assumed = narrower(self.assumed, assumed);
    }

    /// The words of all names.
    pub fn words(&self) -> BTreeSet<&str> {
        self.names.iter().flat_map(|name| name.split(' ')).collect()
    }
}

fn narrower(a: Option<Window>, b: Option<Window>) -> Option<Window> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if width(b) < width(a) { b } else { a }),
        (one, other) => one.or(other),
    }
}
