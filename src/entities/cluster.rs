//! From spellings to persons: which full names are the same, and who may be meant by a surname. An update
//! looks only at names that were added, removed or changed, and at names related to them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::key::{NameKey, country_of, kind_of};
use super::profile_persons::ProfilePerson;
use super::spelling::Spelling;
use super::store::{AmbiguousName, EntityCluster, EntityStore, SpellingLink};
use super::{EntityId, Link, index, same_name, slug};
use crate::names::NameKind;

/// The spellings of one entity, and its profile.
type Settled = (Vec<NameKey>, Option<Arc<ProfilePerson>>);

/// Updates indexes, persons and surnames for the spellings in `touched`. `old` is the store before those
/// spellings changed.
pub fn rebind(store: &mut EntityStore, old: &EntityStore, touched: &BTreeSet<NameKey>) {
    let mut stack = Vec::new();
    for key in touched {
        let (was, is) = (old.spellings.get(key), store.spellings.get(key).cloned());
        index::index(store, key, was, is.as_ref());
        if structure(was) != structure(is.as_ref()) {
            // Only a name that is added, removed or changes its order can change which names are the same.
            for group in was.into_iter().chain(&is) {
                stack.extend(same_name::related(store, key, group).into_iter().map(|(other, _)| other));
                let ids = group.claims.iter().map(|claim| &claim.id);
                stack.extend(ids.flat_map(|id| [old.claims.keys(id), store.claims.keys(id)].concat()));
            }
            stack.push(key.clone());
        }
    }
    let mut region = BTreeSet::new();
    while let Some(key) = stack.pop() {
        if region.contains(&key) {
            continue;
        }
        stack.extend(old.cluster_of(&key).into_iter().flat_map(|(_, cluster)| cluster.keys.clone()));
        // A spelling once linked to it may now belong to another person.
        stack.extend(same_name::linked(old, &key));
        stack.extend(same_name::linked(store, &key));
        region.insert(key);
    }
    let (mut shorts, mut stale) = (BTreeSet::new(), BTreeSet::new());
    let mut again: Vec<Settled> = Vec::new();
    for key in touched.iter().chain(&region) {
        if let Some((id, cluster)) = old.cluster_of(key)
            && store.leave(id)
        {
            shorts.extend(cluster.shorts.iter().map(|short| (cluster.kind, short.clone())));
            if !region.contains(key) {
                let claim = store.spellings.get(key).and_then(|_| claim_of(store, &cluster.keys));
                again.push((cluster.keys.to_vec(), claim));
            }
        }
        if let Some(SpellingLink::Ambiguous(ambiguous)) = old.links.get(key) {
            store.leave(&ambiguous.own);
            stale.extend(ambiguous.candidates.iter().cloned());
        }
        store.links.remove_mut(key);
    }
    // Entities that were found by shared names alone are looked for again.
    for key in touched.iter().chain(&region) {
        let claims = old.spellings.get(key).map_or(&[][..], |group| &group.claims);
        for id in claims.iter().map(|claim| EntityId(claim.id.clone())) {
            if let Some(cluster) = store.clusters.get(&id).filter(|cluster| cluster.keys.is_empty()).cloned()
            {
                shorts.extend(cluster.shorts.iter().map(|short| (cluster.kind, short.clone())));
                store.leave(&id);
            }
        }
    }
    again.extend(partition(store, &region));
    let (mut ambiguous_names, mut rebound) = (BTreeSet::new(), region.clone());
    rebound.extend(touched.iter().cloned());
    for (keys, claim) in again {
        // A name this profile shares with another.
        let ids = claim.iter().map(|claim| &claim.id);
        for key in ids.flat_map(|id| store.claims.keys(id)) {
            let group = store.spellings.get(key).filter(|group| group.claims.len() > 1);
            let alone = group.into_iter().flat_map(|group| group.short_keys().map(Into::into));
            shorts.extend(alone.map(|short| (kind_of(key), short)));
            ambiguous_names.insert(key.clone());
        }
        rebound.extend(keys.iter().cloned());
        settle(store, keys, claim, &mut shorts);
    }
    for key in touched.iter().chain(&region) {
        enter_shared(store, key, &mut shorts);
    }
    ambiguous_names
        .extend(shorts.iter().flat_map(|(kind, short)| store.ambiguous_names(*kind, short)).cloned());
    ambiguous_names.extend(touched.iter().chain(&region).cloned());
    ambiguous_names.retain(|key| store.is_short(key));
    for key in &ambiguous_names {
        fill(store, key, &mut stale);
    }
    for id in stale {
        forget(store, &id);
    }
    rebound.extend(ambiguous_names);
    store.rebound = Arc::new(rebound);
}

/// Makes the mentions of an entity be counted again on next use.
fn forget(store: &mut EntityStore, id: &EntityId) {
    if let Some(cluster) = store.clusters.get(id) {
        let fresh = EntityCluster { cell: OnceLock::new(), ..EntityCluster::clone(cluster) };
        store.clusters.insert_mut(id.clone(), Arc::new(fresh));
    }
}

fn claim_of(store: &EntityStore, keys: &[NameKey]) -> Option<Arc<ProfilePerson>> {
    keys.iter().find_map(|key| match store.spellings.get(key)?.claims.as_slice() {
        [claim] => Some(claim.clone()),
        _ => None,
    })
}

/// The profiles that claim a name.
fn claimants<'s>(store: &'s EntityStore, key: &NameKey) -> impl Iterator<Item = EntityId> + use<'s> {
    let claims = store.spellings.get(key).map_or(&[][..], |group| &group.claims);
    claims.iter().map(|claim| EntityId(claim.id.clone()))
}

/// Enters a person all of whose names are shared with other profiles: no name leads to that person alone.
fn enter_shared(store: &mut EntityStore, key: &NameKey, shorts: &mut BTreeSet<(NameKind, Box<str>)>) {
    let shared = store.spellings.get(key).filter(|group| group.claims.len() > 1);
    for claim in shared.map_or_else(Vec::new, |group| group.claims.clone()) {
        let id = EntityId(claim.id.clone());
        if store.clusters.contains_key(&id) {
            continue;
        }
        let own: BTreeSet<Box<str>> = claim.shorts.iter().cloned().collect();
        shorts.extend(own.iter().map(|short| (NameKind::Person, short.clone())));
        let (kind, name, claim) = (NameKind::Person, claim.name.clone(), Some(claim));
        let (keys, shorts) = (Box::default(), own.into_iter().collect());
        store.enter(id, EntityCluster { kind, name, claim, keys, shorts, cell: OnceLock::new() });
    }
}

/// Divides linked spellings into entities: one per profile, and one for what no profile claims. A spelling
/// between two profiles goes to neither.
fn partition(store: &EntityStore, region: &BTreeSet<NameKey>) -> Vec<Settled> {
    let mut of_profile: BTreeMap<Arc<str>, Settled> = BTreeMap::new();
    let mut rest = Vec::new();
    let mut seen = BTreeSet::new();
    for key in region {
        let Some(group) = store.spellings.get(key).filter(|group| !group.is_short()) else { continue };
        if let [claim] = group.claims.as_slice() {
            let entry = of_profile.entry(claim.id.clone()).or_default();
            entry.0.push(key.clone());
            entry.1 = Some(claim.clone());
            continue;
        }
        if seen.contains(key) {
            continue;
        }
        let (mut component, mut claims) = (Vec::new(), BTreeMap::new());
        let mut stack = vec![key.clone()];
        while let Some(key) = stack.pop() {
            let Some(group) = store.spellings.get(&key).filter(|group| !group.is_short()) else { continue };
            if let [claim] = group.claims.as_slice() {
                claims.insert(claim.id.clone(), claim.clone());
            } else if seen.insert(key.clone()) {
                stack.extend(same_name::linked(store, &key));
                component.push(key);
            }
        }
        component.sort();
        // Namesakes are never merged, whatever other links there are.
        claims.retain(|_, claim| {
            !component.iter().any(|key| claim.not.iter().any(|id| **id == *slug::slug(store, key).0))
        });
        match claims.first_key_value() {
            Some((id, claim)) if claims.len() == 1 => {
                let entry = of_profile.entry(id.clone()).or_default();
                entry.0.extend(component);
                entry.1 = Some(claim.clone());
            }
            _ => rest.push((component, None)),
        }
    }
    rest.extend(of_profile.into_values());
    rest
}

/// Makes an entity of spellings.
fn settle(
    store: &mut EntityStore,
    mut keys: Vec<NameKey>,
    claim: Option<Arc<ProfilePerson>>,
    shorts: &mut BTreeSet<(NameKind, Box<str>)>,
) {
    keys.sort();
    keys.retain(|key| store.spellings.contains_key(key));
    let Some(first) = keys.first() else { return };
    let kind = kind_of(first);
    let mut spellings: BTreeMap<&str, (u32, &NameKey)> = BTreeMap::new();
    let mut own = BTreeSet::new();
    for key in &keys {
        let Some(group) = store.spellings.get(key) else { continue };
        own.extend(group.short_keys().map(Box::<str>::from));
        for (spelling, n) in group.written.iter() {
            spellings.entry(spelling).or_insert((0, key)).0 += n;
        }
    }
    let commonest = spellings.iter().max_by(|a, b| {
        let (first, second) = ((whole(kind, a.0), a.1.0), (whole(kind, b.0), b.1.0));
        first.cmp(&second).then_with(|| b.0.cmp(a.0))
    });
    let (name, key) = commonest.map_or(("", first), |(name, (_, key))| (*name, *key));
    let (id, name, why) = match &claim {
        Some(claim) => (EntityId(claim.id.clone()), claim.name.clone(), "a profile says so"),
        None => (
            slug::slug(store, key),
            Box::from(country_of(key).map_or(name, |country| country.name)),
            "the full name",
        ),
    };
    shorts.extend(own.iter().map(|short| (kind, short.clone())));
    for key in &keys {
        let why: Cow<'static, str> =
            if claim.is_some() && store.spellings.get(key).is_some_and(|group| group.claims.is_empty()) {
                format!("the full name fits the profile of {name}").into()
            } else {
                why.into()
            };
        let link = Link { entity: id.clone(), why, confidence: 100, candidates: Vec::new() };
        store.links.insert_mut(key.clone(), SpellingLink::Cluster(Arc::new(link)));
    }
    let shorts = own.into_iter().collect();
    store.enter(id, EntityCluster { kind, name, claim, keys: keys.into(), shorts, cell: OnceLock::new() });
}

/// Whether it is an organisation's name in full, which is shown rather than an acronym.
fn whole(kind: NameKind, name: &str) -> bool {
    kind == NameKind::Organisation && name.contains(' ')
}

/// Recomputes who may be meant by a surname. The mentions of all candidates are counted again.
fn fill(store: &mut EntityStore, key: &NameKey, stale: &mut BTreeSet<EntityId>) {
    let Some(group) = store.spellings.get(key).cloned() else { return };
    let mut candidates: BTreeSet<EntityId> =
        group.claims.iter().map(|claim| EntityId(claim.id.clone())).collect();
    if let Some(keys) = group.short.as_deref().and_then(|short| store.by_short.get(short)) {
        let same = keys.iter().filter(|other| kind_of(other) == group.kind);
        for other in same {
            match store.cluster_of(other) {
                Some((id, _)) => drop(candidates.insert(id.clone())),
                // A name that several profiles share may be any of them.
                None => candidates.extend(claimants(store, other)),
            }
        }
    }
    stale.extend(candidates.iter().cloned());
    let own = slug::slug(store, key);
    let most = group.written.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
    let cluster = EntityCluster {
        kind: group.kind,
        name: most.map_or_else(|| Box::from(""), |(name, _)| name.clone()),
        claim: None,
        keys: [key.clone()].into(),
        shorts: Box::default(),
        cell: OnceLock::new(),
    };
    store.enter(own.clone(), cluster);
    let links = group.members.iter().map(|_| OnceLock::new()).collect();
    let ambiguous = AmbiguousName { candidates: candidates.into_iter().collect(), own, links };
    store.links.insert_mut(key.clone(), SpellingLink::Ambiguous(Arc::new(ambiguous)));
}

/// The facts that decide which names are the same.
fn structure(group: Option<&Arc<Spelling>>) -> Option<(bool, &[Arc<ProfilePerson>])> {
    group.map(|group| (group.turns(), group.claims.as_slice()))
}
