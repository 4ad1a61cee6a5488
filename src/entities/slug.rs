//! The id of an entity without a profile: readable and unique.

use super::EntityId;
use super::key::{NameKey, country_of, key_of, kind_of};
use super::store::EntityStore;
use crate::names::{NameKind, countries, lexicon};
use crate::text::normalise;

/// The id of an entity without a profile; no other spelling has it.
pub fn slug(store: &EntityStore, key: &NameKey) -> EntityId {
    let mut id = match kind_of(key) {
        NameKind::Person => key.get(2..).unwrap_or_default().replace(' ', "-"),
        NameKind::Organisation => format!("org/{}", readable(store, key)),
        NameKind::Place => match country_of(key) {
            Some(country) => format!("place/{}", normalise::slug(country.name)),
            None => format!("place/{}", readable(store, key)),
        },
    };
    while store.claims.has(&id) {
        id.push_str("-unlisted");
    }
    EntityId(id.into())
}

/// The most common spelling, as an id. It leads back to its key, so no two names share one. If no spelling
/// does, the key itself with an ending that no spelling has.
fn readable(store: &EntityStore, key: &NameKey) -> String {
    let full =
        spelled(store, key).filter_map(|(name, _)| Some((normalise::slug(lexicon::acronym(name)?), 0)));
    let slugs = spelled(store, key).map(|(name, n)| (normalise::slug(name), *n)).chain(full);
    slugs
        .filter(|(slug, _)| key_of(kind_of(key), slug) == *key && !taken(key, slug))
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
        .map_or_else(|| format!("{}--", key.get(2..).unwrap_or_default().replace(' ', "-")), |(slug, _)| slug)
}

/// The ways in which a name is written, each with its number of mentions.
fn spelled<'s>(
    store: &'s EntityStore,
    key: &NameKey,
) -> impl Iterator<Item = (&'s Box<str>, &'s u32)> + use<'s> {
    store.spellings.get(key).into_iter().flat_map(|group| group.written.iter())
}

/// Whether a slug is reserved for a country, however unusually another name is spelt.
fn taken(key: &NameKey, slug: &str) -> bool {
    kind_of(key) == NameKind::Place && countries::is_slug(slug)
}
