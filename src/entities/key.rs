//! The keys names are looked up by: spellings that fold to one key are one name, and an office is a role in a
//! country.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHasher;

use crate::names::countries::{self, Country};
use crate::names::{CountryCode, NameKind, Qualifier, Title, lexicon, variants};
use crate::time::Window;

/// A kind and a folded spelling: "p wang yi". Equal spellings of different articles share one.
pub type NameKey = Arc<str>;

/// An office: the role in normal form, and its country.
pub type OfficeKey = (Box<str>, Option<CountryCode>);

/// Months since the year 0.
pub type Month = i32;

/// Days of the longest year. A date with a wider window says nothing about the time.
const YEAR_DAYS: i64 = 366;

/// The month in which the days of a date begin, if the date is known well enough.
pub fn month_of(when: Option<Window>) -> Option<Month> {
    let when = when.filter(|when| when.days().is_some_and(|days| days <= YEAR_DAYS))?;
    let first = when.earliest?;
    Some(i32::from(first.year()) * 12 + i32::from(first.month()))
}

/// Begins the rest of a country's key, after its kind; no word begins with it.
const COUNTRY: char = '=';

/// The key of a local entity.
pub fn key_of(kind: NameKind, name: &str) -> NameKey {
    let words = match kind {
        NameKind::Person => variants::person_key(name),
        // "SCO" and "Shanghai Cooperation Organization" are the same, if the gazetteer has the acronym.
        NameKind::Organisation => variants::plain_key(lexicon::acronym(name).unwrap_or(name)),
        // "US" and "America" are the United States.
        NameKind::Place => match countries::named_whole(name) {
            Some(country) => format!("{COUNTRY}{}", country.code),
            None => variants::plain_key(name),
        },
    };
    let words = if words.is_empty() { name.to_lowercase() } else { words };
    let letter = match kind {
        NameKind::Person => 'p',
        NameKind::Place => 'l',
        NameKind::Organisation => 'o',
    };
    format!("{letter} {words}").into()
}

/// The kind a key begins with.
pub fn kind_of(key: &NameKey) -> NameKind {
    match key.get(..1) {
        Some("p") => NameKind::Person,
        Some("l") => NameKind::Place,
        _ => NameKind::Organisation,
    }
}

/// The country whose key this is.
pub fn country_of(key: &NameKey) -> Option<&'static Country> {
    countries::of(key.strip_prefix("l ")?.strip_prefix(COUNTRY)?)
}

/// The key of a name that stands alone: a surname with its particles, or an acronym. `None` for full names.
pub fn short_key(kind: NameKind, text: &str) -> Option<Box<str>> {
    match kind {
        NameKind::Person => {
            let parts = variants::parts(text);
            let keys: Vec<&str> = parts.iter().map(|part| part.key.as_str()).collect();
            let particle = keys.first().is_some_and(|key| variants::leads_surname(key));
            (keys.len() == 1 || (particle && keys.len() <= 4)).then(|| keys.join(" ").into())
        }
        NameKind::Organisation => {
            let key = variants::plain_key(text);
            (!key.is_empty() && !key.contains(' ')).then(|| key.into())
        }
        NameKind::Place => None,
    }
}

/// The same on every machine and in every run.
pub fn hash(key: &NameKey) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}

/// The office a title names. A former office or a deputy's is a different one; "his counterpart" names none.
pub fn office_of(title: &Title) -> Option<OfficeKey> {
    if title.is_counterpart() {
        return None;
    }
    let role = match title.qualifier.and_then(Qualifier::other_office) {
        Some(word) => format!("{word} {}", title.role).into(),
        None => title.role.clone(),
    };
    Some((role, title.country))
}
