//! An entity with all its mentions, titles and spellings: assembled on first use and kept until a change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::disambiguate::link_of;
use super::key::NameKey;
use super::store::{EntityCluster, EntityStore, IndexedArticle, SpellingLink};
use super::{Entity, EntityId, MentionRef, TitleRef};
use crate::names::LocalEntity;
use crate::text::Index;
use crate::text::normalise::one_line;

/// Assembles an entity; `None` for a surname whose mentions were all linked to other entities.
pub fn entity<'r>(
    store: &'r EntityStore,
    id: &EntityId,
    cluster: &'r EntityCluster,
) -> Option<&'r Arc<Entity>> {
    cluster.cell.get_or_init(|| gather(store, id, cluster).map(Arc::new)).as_ref()
}

fn gather(store: &EntityStore, id: &EntityId, cluster: &EntityCluster) -> Option<Entity> {
    let mut locals: Vec<(&IndexedArticle, Index<LocalEntity>)> = Vec::new();
    let shorts = cluster.shorts.iter().flat_map(|short| store.ambiguous_names(cluster.kind, short));
    let claimed = store.claims.keys(&id.0).iter().filter(|key| store.is_short(key));
    let keys: BTreeSet<&NameKey> = cluster.keys.iter().chain(shorts).chain(claimed).collect();
    for key in keys {
        let Some(group) = store.spellings.get(key) else { continue };
        let all = matches!(store.links.get(key), Some(SpellingLink::Cluster(_)));
        for (slot, local) in &group.members {
            if all || link_of(store, *slot, key, *local).is_some_and(|link| link.entity == *id) {
                locals.extend(store.slot(*slot).map(|doc| (doc.as_ref(), *local)));
            }
        }
    }
    if locals.is_empty() && cluster.claim.is_none() {
        return None;
    }
    locals.sort_by(|a, b| (&a.0.id, a.1).cmp(&(&b.0.id, b.1)));
    locals.dedup_by(|a, b| a.0.slot == b.0.slot && a.1 == b.1);
    let (mut mentions, mut titles) = (Vec::new(), Vec::new());
    for (doc, local) in locals {
        let names = &doc.article.names;
        let of_local = local.of(&names.entities).map_or(&[][..], |local| &local.mentions);
        mentions.extend(of_local.iter().map(|mention| MentionRef { doc: doc.id.clone(), mention: *mention }));
        titles.extend(doc.held.by(local).map(|title| TitleRef { doc: doc.id.clone(), title }));
    }
    mentions.sort();
    titles.sort();
    let mut spellings: Vec<(Box<str>, u32)> = spellings(store, cluster);
    spellings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Some(Entity {
        id: id.clone(),
        kind: cluster.kind,
        name: cluster.name.clone(),
        has_profile: cluster.claim.is_some(),
        mentions,
        titles,
        spellings,
    })
}

fn spellings(store: &EntityStore, cluster: &EntityCluster) -> Vec<(Box<str>, u32)> {
    let spellings = cluster.keys.iter().filter_map(|key| store.spellings.get(key));
    let mut all: BTreeMap<Box<str>, u32> = BTreeMap::new();
    for (spelling, n) in spellings.flat_map(|spelling| spelling.written.iter()) {
        *all.entry(one_line(spelling).into()).or_default() += n;
    }
    all.into_iter().collect()
}
