//! Which full names are the same: "Sergey" and "Sergei Petrenko", or a shorter form of a longer name.

use std::sync::Arc;

use super::key::NameKey;
use super::spelling::Spelling;
use super::store::EntityStore;
use crate::names::variants::NameFit;

/// The full names that are the same as this one. A shorter name joins a longer one only if all the longer
/// names agree with each other.
pub fn linked(store: &EntityStore, key: &NameKey) -> Vec<NameKey> {
    let Some(group) = store.spellings.get(key) else { return Vec::new() };
    let fitting = related(store, key, group);
    let unique = agree(store, &fitting);
    let mut out = Vec::new();
    for (other, how) in &fitting {
        let one = match how {
            NameFit::Same => true,
            NameFit::Less => unique,
            NameFit::More => {
                store.spellings.get(other).is_some_and(|group| agree(store, &related(store, other, group)))
            }
        };
        if one {
            out.push(other.clone());
        }
    }
    for claim in &group.claims {
        out.extend(store.claims.keys(&claim.id).iter().filter(|other| *other != key).cloned());
    }
    out
}

/// The full names that fit this one, and how.
pub fn related(store: &EntityStore, key: &NameKey, group: &Spelling) -> Vec<(NameKey, NameFit)> {
    if !group.is_full() {
        return Vec::new();
    }
    let mut seen: Vec<&NameKey> = Vec::new();
    for part in group.parts.iter().filter(|part| part.key.chars().count() > 1) {
        seen.extend(store.by_part.get(part.key.as_str()).into_iter().flat_map(|keys| keys.iter()));
    }
    seen.sort();
    seen.dedup();
    let mut out = Vec::new();
    for other in seen {
        let Some(theirs) = store.spellings.get(other).filter(|theirs| theirs.is_full() && other != key)
        else {
            continue;
        };
        if let Some(how) = group.fit(theirs) {
            out.push((other.clone(), how));
        }
    }
    out
}

/// Whether all longer forms of the name these are related to may be one person.
fn agree(store: &EntityStore, related: &[(NameKey, NameFit)]) -> bool {
    let longer: Vec<&Arc<Spelling>> = related
        .iter()
        .filter(|(_, how)| *how == NameFit::Less)
        .filter_map(|(key, _)| store.spellings.get(key))
        .collect();
    longer.iter().enumerate().all(|(at, a)| longer.iter().skip(at + 1).all(|b| a.fit(b).is_some()))
}
