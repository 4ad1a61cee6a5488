//! The articles whose links a change elsewhere may have altered. What depends on links is recomputed for
//! these and no others.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::key::{Month, NameKey, OfficeKey};
use super::spelling::Spelling;
use super::store::{EntityStore, SpellingLink};
use super::{EntityId, titles};
use crate::text::DocId;

/// The articles in which links may differ from those in `before`, the store that this one updates.
pub fn suspects(store: &EntityStore, before: &EntityStore) -> BTreeSet<DocId> {
    let mut docs = BTreeSet::new();
    let (mut offices, mut months) = (BTreeSet::new(), BTreeSet::new());
    for key in store.rebound.iter() {
        let (was, is) = (before.spellings.get(key), store.spellings.get(key));
        for group in was.into_iter().chain(is) {
            offices.extend(group.offices.keys().filter(|(_, country)| country.is_some()));
            months.extend(group.offices_in.keys().filter(|said| times(was, said) != times(is, said)));
        }
        // "His counterpart" depends on the office this person has most often.
        if !bound_alike(store, before, key)
            || was.and_then(|g| g.usual_office()) != is.and_then(|g| g.usual_office())
        {
            let members = is.map_or(&[][..], |group| &group.members);
            docs.extend(members.iter().filter_map(|(slot, _)| Some(store.slot(*slot)?.id.clone())));
        }
    }
    let differs = |office: &OfficeKey, month| holder(store, office, month) != holder(before, office, month);
    let mut changed: BTreeSet<&OfficeKey> = BTreeSet::new();
    for (office, month) in &months {
        let around = month - titles::MAX_OFFICE_MONTHS..=month + titles::MAX_OFFICE_MONTHS;
        if !changed.contains(office) && around.into_iter().any(|month| differs(office, Some(month))) {
            changed.insert(office);
        }
    }
    changed.extend(offices.into_iter().filter(|office| differs(office, None)));
    for office in changed {
        docs.extend(titles::naming(store, office).filter_map(|slot| Some(store.slot(slot)?.id.clone())));
    }
    docs
}

/// The person to whom the articles around a month give an office.
fn holder(store: &EntityStore, office: &OfficeKey, month: Option<Month>) -> Option<EntityId> {
    titles::by_corpus(store, office, month).map(|link| link.entity)
}

/// How often a spelling has an office in a month.
fn times(spelling: Option<&Arc<Spelling>>, said: &(OfficeKey, Month)) -> u32 {
    spelling.map_or(0, |spelling| spelling.offices_in.get(said))
}

/// Whether every member of a group is certain to be linked as before.
fn bound_alike(store: &EntityStore, before: &EntityStore, key: &NameKey) -> bool {
    match (before.links.get(key), store.links.get(key)) {
        (Some(SpellingLink::Cluster(was)), Some(SpellingLink::Cluster(is))) => was.entity == is.entity,
        (Some(SpellingLink::Ambiguous(was)), Some(SpellingLink::Ambiguous(is))) => Arc::ptr_eq(was, is),
        (was, is) => was.is_none() && is.is_none(),
    }
}
