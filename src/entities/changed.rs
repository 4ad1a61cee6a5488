//! Which articles a change of others may have given other people: what hangs on links is worked out anew for these
//! and no more.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cluster::Bound;
use super::spelling::{Group, Key, OfficeKey};
use super::store::EntityStore;
use crate::article::Article;
use crate::text::DocId;

impl EntityStore {
    /// The articles in which somebody may be linked otherwise than in `before`, of which this register is the update.
    pub fn suspects(&self, before: &Self) -> BTreeSet<DocId> {
        let mut docs = BTreeSet::new();
        let mut offices = BTreeSet::new();
        for key in self.rebound.iter() {
            let (was, is) = (before.groups.get(key), self.groups.get(key));
            for group in was.into_iter().chain(is) {
                offices.extend(group.offices.keys().filter(|(_, country)| country.is_some()));
            }
            // "His counterpart" has the office this one has most often.
            if !self.bound_alike(before, key) || was.and_then(|g| usual(g)) != is.and_then(|g| usual(g)) {
                let members = is.map_or(&[][..], |group| &group.members);
                docs.extend(members.iter().filter_map(|(slot, _)| Some(self.slot(*slot)?.id.clone())));
            }
        }
        let holder = |register: &Self, office: &OfficeKey| register.by_corpus(office).map(|link| link.entity);
        for office in offices.into_iter().filter(|office| holder(self, office) != holder(before, office)) {
            docs.extend(self.naming(office).filter_map(|slot| Some(self.slot(slot)?.id.clone())));
        }
        docs
    }

    /// Whether every member of a group is surely the same as before.
    fn bound_alike(&self, before: &Self, key: &Key) -> bool {
        match (before.bound.get(key), self.bound.get(key)) {
            (Some(Bound::Full(was)), Some(Bound::Full(is))) => was.entity == is.entity,
            (Some(Bound::Short(was)), Some(Bound::Short(is))) => Arc::ptr_eq(was, is),
            (was, is) => was.is_none() && is.is_none(),
        }
    }
}

/// The office somebody is given most often.
pub(super) fn usual(group: &Arc<Group>) -> Option<&OfficeKey> {
    group.offices.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(office, _)| office)
}

/// Whether two versions of an article say the same of people, wherever in the text they say it.
pub(super) fn same_names(a: &Article, b: &Article) -> bool {
    let (x, y) = (&a.names, &b.names);
    let mentions = || x.mentions.iter().zip(&y.mentions);
    let titles = || x.titles.iter().zip(&y.titles);
    x.entities == y.entities
        && x.mentions.len() == y.mentions.len()
        && x.titles.len() == y.titles.len()
        && mentions().all(|(m, n)| {
            (m.kind, m.form, m.entity, m.title) == (n.kind, n.form, n.entity, n.title)
                && a.text.slice(m.span) == b.text.slice(n.span)
        })
        && titles().all(|(t, u)| {
            (t.holder, &t.role, &t.org, t.country, t.qualifier, t.counterpart_of)
                == (u.holder, &u.role, &u.org, u.country, u.qualifier, u.counterpart_of)
        })
}
