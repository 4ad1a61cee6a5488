//! From spellings to persons: which full names are one, and who may be meant by a surname. An update looks only at
//! the names that came, went or changed, and at those that can be told from them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::counts;
use super::spelling::{COUNTRY, Claim, Group, Key, key_of};
use super::store::{EntityStore, KeysByName, Node};
use super::{EntityId, Link};
use crate::names::NameKind;
use crate::names::countries::{self, Country};
use crate::names::lexicon;
use crate::names::variants::NameFit;
use crate::text::normalise::slug;

/// What a spelling is bound to.
#[derive(Clone, Debug)]
pub(super) enum Bound {
    Full(Arc<Link>),
    Short(Arc<Bucket>),
}

/// A spelling each of whose members may be somebody else.
#[derive(Debug)]
pub(super) struct Bucket {
    /// Who may be meant, by id.
    pub candidates: Vec<EntityId>,
    /// The entity of those who are none of them.
    pub own: EntityId,
    /// One a member of the group; worked out when somebody asks.
    pub links: Box<[OnceLock<Box<Link>>]>,
}

/// The spellings of one entity, and its profile.
type Settled = (Vec<Key>, Option<Arc<Claim>>);

impl EntityStore {
    /// Brings indexes, persons and surnames in line with the groups. `old` is the register before the change of
    /// the groups in `touched`.
    pub(super) fn rebind(&mut self, old: &Self, touched: &BTreeSet<Key>) {
        let mut stack = Vec::new();
        for key in touched {
            let (was, is) = (old.groups.get(key), self.groups.get(key).cloned());
            self.index(key, was, is.as_ref());
            if structure(was) != structure(is.as_ref()) {
                // Only a name that comes, goes or turns round can change who is one with whom.
                for group in was.into_iter().chain(&is) {
                    stack.extend(self.related(key, group).into_iter().map(|(other, _)| other));
                    let ids = group.claims.iter().map(|claim| &claim.id);
                    stack.extend(ids.flat_map(|id| [old.claims.keys(id), self.claims.keys(id)].concat()));
                }
                stack.push(key.clone());
            }
        }
        let mut region = BTreeSet::new();
        while let Some(key) = stack.pop() {
            if region.contains(&key) {
                continue;
            }
            stack.extend(old.node_of(&key).into_iter().flat_map(|(_, node)| node.groups.clone()));
            // What was linked to it and is no longer may now be somebody else's.
            stack.extend(old.linked(&key));
            stack.extend(self.linked(&key));
            region.insert(key);
        }
        let (mut shorts, mut stale) = (BTreeSet::new(), BTreeSet::new());
        let mut again: Vec<Settled> = Vec::new();
        for key in touched.iter().chain(&region) {
            if let Some((id, node)) = old.node_of(key)
                && self.leave(id)
            {
                shorts.extend(node.shorts.iter().map(|short| (node.kind, short.clone())));
                if !region.contains(key) {
                    let claim = self.groups.get(key).and_then(|_| self.claim_of(&node.groups));
                    again.push((node.groups.to_vec(), claim));
                }
            }
            if let Some(Bound::Short(bucket)) = old.bound.get(key) {
                self.leave(&bucket.own);
                stale.extend(bucket.candidates.iter().cloned());
            }
            self.bound.remove_mut(key);
        }
        // Whoever was there by shared names alone is looked for again.
        for key in touched.iter().chain(&region) {
            let claims = old.groups.get(key).map_or(&[][..], |group| &group.claims);
            for id in claims.iter().map(|claim| EntityId(claim.id.clone())) {
                if let Some(node) = self.nodes.get(&id).filter(|node| node.groups.is_empty()).cloned() {
                    shorts.extend(node.shorts.iter().map(|short| (node.kind, short.clone())));
                    self.leave(&id);
                }
            }
        }
        again.extend(self.partition(&region));
        let (mut buckets, mut rebound) = (BTreeSet::new(), region.clone());
        rebound.extend(touched.iter().cloned());
        for (groups, claim) in again {
            // A name this profile shares with another.
            let ids = claim.iter().map(|claim| &claim.id);
            for key in ids.flat_map(|id| self.claims.keys(id)) {
                let group = self.groups.get(key).filter(|group| group.claims.len() > 1);
                let alone = group.into_iter().flat_map(|group| group.short_keys().map(Into::into));
                shorts.extend(alone.map(|short| (kind_of(key), short)));
                buckets.insert(key.clone());
            }
            rebound.extend(groups.iter().cloned());
            self.settle(groups, claim, &mut shorts);
        }
        for key in touched.iter().chain(&region) {
            self.enter_shared(key, &mut shorts);
        }
        buckets.extend(shorts.iter().flat_map(|(kind, short)| self.buckets(*kind, short)).cloned());
        buckets.extend(touched.iter().chain(&region).cloned());
        buckets.retain(|key| self.is_short(key));
        for key in &buckets {
            self.fill(key, &mut stale);
        }
        for id in stale {
            self.forget(&id);
        }
        rebound.extend(buckets);
        self.rebound = Arc::new(rebound);
    }

    /// The mentions of an entity are to be counted anew when somebody asks.
    fn forget(&mut self, id: &EntityId) {
        if let Some(node) = self.nodes.get(id) {
            let fresh = Node { cell: OnceLock::new(), ..Node::clone(node) };
            self.nodes.insert_mut(id.clone(), Arc::new(fresh));
        }
    }

    /// The surnames (or acronyms) that are looked up by `short`.
    pub(super) fn buckets(&self, kind: NameKind, short: &str) -> impl Iterator<Item = &Key> {
        let all = self.by_part.get(short).map_or(&[][..], |keys| keys.as_slice());
        all.iter().filter(move |key| kind_of(key) == kind && self.is_short(key))
    }

    pub(super) fn is_short(&self, key: &Key) -> bool {
        self.groups.get(key).is_some_and(|group| group.is_short())
    }

    pub(super) fn node_of(&self, key: &Key) -> Option<(&EntityId, &Arc<Node>)> {
        match self.bound.get(key)? {
            Bound::Full(link) => self.nodes.get_key_value(&link.entity),
            Bound::Short(_) => None,
        }
    }

    fn claim_of(&self, groups: &[Key]) -> Option<Arc<Claim>> {
        groups.iter().find_map(|key| match self.groups.get(key)?.claims.as_slice() {
            [claim] => Some(claim.clone()),
            _ => None,
        })
    }

    /// The profiles that claim a name.
    fn claimants(&self, key: &Key) -> impl Iterator<Item = EntityId> + use<'_> {
        let claims = self.groups.get(key).map_or(&[][..], |group| &group.claims);
        claims.iter().map(|claim| EntityId(claim.id.clone()))
    }

    /// Somebody whose every name is shared with another profile: no name leads to them alone, and yet they are there.
    fn enter_shared(&mut self, key: &Key, shorts: &mut BTreeSet<(NameKind, Box<str>)>) {
        let shared = self.groups.get(key).filter(|group| group.claims.len() > 1);
        for claim in shared.map_or_else(Vec::new, |group| group.claims.clone()) {
            let id = EntityId(claim.id.clone());
            if self.nodes.contains_key(&id) {
                continue;
            }
            let own: BTreeSet<Box<str>> = claim.shorts.iter().cloned().collect();
            shorts.extend(own.iter().map(|short| (NameKind::Person, short.clone())));
            let (kind, name, claim) = (NameKind::Person, claim.name.clone(), Some(claim));
            let (groups, shorts) = (Box::default(), own.into_iter().collect());
            self.enter(id, Node { kind, name, claim, groups, shorts, cell: OnceLock::new() });
        }
    }

    /// Keeps the indexes in step with one group.
    fn index(&mut self, key: &Key, was: Option<&Arc<Group>>, is: Option<&Arc<Group>>) {
        let by_part = |group: Option<&Arc<Group>>| -> BTreeSet<Box<str>> {
            group.map_or_else(BTreeSet::new, |group| match &group.short {
                Some(short) => [short.clone()].into(),
                None => group.parts.iter().map(|part| part.key.as_str().into()).collect(),
            })
        };
        change(&mut self.by_part, key, &by_part(was), &by_part(is));
        let by_short = |group: Option<&Arc<Group>>| -> BTreeSet<Box<str>> {
            let full = group.filter(|group| !group.is_short() || group.claims.len() > 1);
            full.map_or_else(BTreeSet::new, |group| group.short_keys().map(Into::into).collect())
        };
        change(&mut self.by_short, key, &by_short(was), &by_short(is));
        self.index_offices(key, was, is);
    }

    /// The full names that fit this one, and how.
    fn related(&self, key: &Key, group: &Group) -> Vec<(Key, NameFit)> {
        if !group.is_full() {
            return Vec::new();
        }
        let mut seen: Vec<&Key> = Vec::new();
        for part in group.parts.iter().filter(|part| part.key.chars().count() > 1) {
            seen.extend(self.by_part.get(part.key.as_str()).into_iter().flat_map(|keys| keys.iter()));
        }
        seen.sort();
        seen.dedup();
        let mut out = Vec::new();
        for other in seen {
            let Some(theirs) = self.groups.get(other).filter(|theirs| theirs.is_full() && other != key)
            else {
                continue;
            };
            if let Some(how) = group.fit(theirs) {
                out.push((other.clone(), how));
            }
        }
        out
    }

    /// The full names that are one with this one. A name that says less is one with a longer name only if all longer
    /// names agree with each other.
    fn linked(&self, key: &Key) -> Vec<Key> {
        let Some(group) = self.groups.get(key) else { return Vec::new() };
        let related = self.related(key, group);
        let unique = self.agree(&related);
        let mut out = Vec::new();
        for (other, how) in &related {
            let one = match how {
                NameFit::Same => true,
                NameFit::Less => unique,
                NameFit::More => {
                    self.groups.get(other).is_some_and(|group| self.agree(&self.related(other, group)))
                }
            };
            if one {
                out.push(other.clone());
            }
        }
        for claim in &group.claims {
            out.extend(self.claims.keys(&claim.id).iter().filter(|other| *other != key).cloned());
        }
        out
    }

    /// Whether all names that say more than the one these are related to may be one person.
    fn agree(&self, related: &[(Key, NameFit)]) -> bool {
        let longer: Vec<&Arc<Group>> = related
            .iter()
            .filter(|(_, how)| *how == NameFit::Less)
            .filter_map(|(key, _)| self.groups.get(key))
            .collect();
        longer.iter().enumerate().all(|(at, a)| longer.iter().skip(at + 1).all(|b| a.fit(b).is_some()))
    }

    /// Divides groups that are linked into entities: one a profile, and one for what no profile claims; what lies
    /// between two profiles goes to neither.
    fn partition(&self, region: &BTreeSet<Key>) -> Vec<Settled> {
        let mut of_profile: BTreeMap<Arc<str>, Settled> = BTreeMap::new();
        let mut rest = Vec::new();
        let mut seen = BTreeSet::new();
        for key in region {
            let Some(group) = self.groups.get(key).filter(|group| !group.is_short()) else { continue };
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
                let Some(group) = self.groups.get(&key).filter(|group| !group.is_short()) else { continue };
                if let [claim] = group.claims.as_slice() {
                    claims.insert(claim.id.clone(), claim.clone());
                } else if seen.insert(key.clone()) {
                    stack.extend(self.linked(&key));
                    component.push(key);
                }
            }
            component.sort();
            // Namesakes are never merged, whoever else links them.
            claims.retain(|_, claim| {
                !component.iter().any(|key| claim.not.iter().any(|id| **id == *self.slug(key).0))
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

    /// Makes an entity of groups.
    fn settle(
        &mut self,
        mut keys: Vec<Key>,
        claim: Option<Arc<Claim>>,
        shorts: &mut BTreeSet<(NameKind, Box<str>)>,
    ) {
        keys.sort();
        keys.retain(|key| self.groups.contains_key(key));
        let Some(first) = keys.first() else { return };
        let kind = kind_of(first);
        let mut spellings: BTreeMap<&str, (u32, &Key)> = BTreeMap::new();
        let mut own = BTreeSet::new();
        for key in &keys {
            let Some(group) = self.groups.get(key) else { continue };
            own.extend(group.short_keys().map(Box::<str>::from));
            for (spelling, n) in group.spellings.iter() {
                spellings.entry(spelling).or_insert((0, key)).0 += n;
            }
        }
        // An organisation is shown by a name rather than by an acronym.
        let whole = |name: &str| kind == NameKind::Organisation && name.contains(' ');
        let commonest = spellings.iter().max_by(|a, b| {
            let (first, second) = ((whole(a.0), a.1.0), (whole(b.0), b.1.0));
            first.cmp(&second).then_with(|| b.0.cmp(a.0))
        });
        let (name, key) = commonest.map_or(("", first), |(name, (_, key))| (*name, *key));
        let (id, name, why) = match &claim {
            Some(claim) => (EntityId(claim.id.clone()), claim.name.clone(), "a profile says so"),
            None => (
                self.slug(key),
                Box::from(country_of(key).map_or(name, |country| country.name)),
                "the full name",
            ),
        };
        shorts.extend(own.iter().map(|short| (kind, short.clone())));
        for key in &keys {
            let why: Cow<'static, str> =
                if claim.is_some() && self.groups.get(key).is_some_and(|group| group.claims.is_empty()) {
                    format!("the full name fits the profile of {name}").into()
                } else {
                    why.into()
                };
            let link = Link { entity: id.clone(), why, confidence: 100, candidates: Vec::new() };
            self.bound.insert_mut(key.clone(), Bound::Full(Arc::new(link)));
        }
        let (groups, shorts) = (keys.into(), own.into_iter().collect());
        self.enter(id, Node { kind, name, claim, groups, shorts, cell: OnceLock::new() });
    }

    /// Says anew who may be meant by a surname; everybody who may has their mentions counted anew.
    fn fill(&mut self, key: &Key, stale: &mut BTreeSet<EntityId>) {
        let Some(group) = self.groups.get(key).cloned() else { return };
        let mut candidates: BTreeSet<EntityId> =
            group.claims.iter().map(|claim| EntityId(claim.id.clone())).collect();
        if let Some(keys) = group.short.as_deref().and_then(|short| self.by_short.get(short)) {
            let same = keys.iter().filter(|other| kind_of(other) == group.kind);
            for other in same {
                match self.node_of(other) {
                    Some((id, _)) => drop(candidates.insert(id.clone())),
                    // A name that several profiles share may be any of them.
                    None => candidates.extend(self.claimants(other)),
                }
            }
        }
        stale.extend(candidates.iter().cloned());
        let own = self.slug(key);
        let most = group.spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        let node = Node {
            kind: group.kind,
            name: most.map_or_else(|| Box::from(""), |(name, _)| name.clone()),
            claim: None,
            groups: [key.clone()].into(),
            shorts: Box::default(),
            cell: OnceLock::new(),
        };
        self.enter(own.clone(), node);
        let links = group.members.iter().map(|_| OnceLock::new()).collect();
        let bucket = Bucket { candidates: candidates.into_iter().collect(), own, links };
        self.bound.insert_mut(key.clone(), Bound::Short(Arc::new(bucket)));
    }

    /// The id of an entity without a profile: no other spelling has it.
    fn slug(&self, key: &Key) -> EntityId {
        let mut id = match kind_of(key) {
            NameKind::Person => key.get(2..).unwrap_or_default().replace(' ', "-"),
            NameKind::Organisation => format!("org/{}", self.readable(key)),
            NameKind::Place => match country_of(key) {
                Some(country) => format!("place/{}", slug(country.name)),
                None => format!("place/{}", self.readable(key)),
            },
        };
        while self.claims.has(&id) {
            id.push_str("-unlisted");
        }
        EntityId(id.into())
    }

    /// The commonest spelling, as an id writes it. It leads back to its key, so no two names share one; where none
    /// does, the key itself, with an ending that no spelling has.
    fn readable(&self, key: &Key) -> String {
        let spellings = self.groups.get(key).map(|group| &group.spellings);
        let spelled = || spellings.into_iter().flat_map(|all| all.iter());
        let full = spelled().filter_map(|(name, _)| Some((slug(lexicon::acronym(name)?), 0)));
        // A country's slug is the country's, however oddly somebody else may write a name.
        let taken = |slug: &str| kind_of(key) == NameKind::Place && countries::is_slug(slug);
        let slugs = spelled().map(|(name, n)| (slug(name), *n)).chain(full);
        slugs
            .filter(|(slug, _)| key_of(kind_of(key), slug) == *key && !taken(slug))
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
            .map_or_else(
                || format!("{}--", key.get(2..).unwrap_or_default().replace(' ', "-")),
                |(slug, _)| slug,
            )
    }
}

/// The country whose group this is.
fn country_of(key: &Key) -> Option<&'static Country> {
    countries::of(key.strip_prefix("l ")?.strip_prefix(COUNTRY)?)
}

pub(super) fn kind_of(key: &Key) -> NameKind {
    match key.get(..1) {
        Some("p") => NameKind::Person,
        Some("l") => NameKind::Place,
        _ => NameKind::Organisation,
    }
}

/// What decides who is one with whom.
fn structure(group: Option<&Arc<Group>>) -> Option<(bool, &[Arc<Claim>])> {
    group.map(|group| (group.turns(), group.claims.as_slice()))
}

fn change(index: &mut KeysByName, key: &Key, was: &BTreeSet<Box<str>>, is: &BTreeSet<Box<str>>) {
    for word in was.difference(is) {
        let Some(keys) = index.get_mut(word) else { continue };
        let keys = Arc::make_mut(keys);
        keys.retain(|other| other != key);
        if keys.is_empty() {
            index.remove_mut(word);
        }
    }
    for word in is.difference(was) {
        if !index.contains_key(word) {
            index.insert_mut(word.clone(), Arc::default());
        }
        if let Some(keys) = index.get_mut(word).map(Arc::make_mut)
            && let Err(at) = keys.binary_search(key)
        {
            counts::insert(keys, at, key.clone());
        }
    }
}
