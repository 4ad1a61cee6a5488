//! Countries for lookup: code, name, adjective, capital. The gazetteer is built from the same rows.

use crate::lang::Language;
use crate::lang::names::NameClass;
use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::gazetteer::Phrase;
use crate::text::normalise::slug;

/// The code of a country: two lower-case letters of ISO 3166-1 alpha-2, "no" for Norway.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Two ASCII letters in either case; `None` for anything else. It does not check whether a country has
    /// the code.
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        Self::of_letters(letters.map(|letter| letter.to_ascii_lowercase()))
    }

    /// The same of two letters that are in lower case already.
    pub fn of_letters(letters: [u8; 2]) -> Option<Self> {
        letters.iter().all(u8::is_ascii_lowercase).then_some(Self(letters))
    }

    /// The two letters, in lower case.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, lower case.
    pub code: &'static str,
    pub name: &'static str,
    /// "Chinese".
    pub adjective: &'static str,
    /// The capital; empty where there is none.
    pub capital: &'static str,
}

static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let rows = include_str!("data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut all: Vec<_> = rows.filter_map(row).collect();
    all.sort_by_key(|country| country.code);
    all
});

/// One row of the table: its code, then names, adjectives and capitals, the usual one first.
fn row(line: &'static str) -> Option<Country> {
    let mut columns = line.split('\t').map(|names| names.split('|').next().unwrap_or_default());
    let code = columns.next().filter(|code| code.len() == 2)?;
    let [name, adjective, capital] = std::array::from_fn(|_| columns.next().unwrap_or_default());
    Some(Country { code, name, adjective, capital })
}

static SLUGS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| ALL.iter().map(|country| slug(country.name)).collect());

/// Whether an id made of a name is a country's.
pub fn is_slug(text: &str) -> bool {
    SLUGS.contains(text)
}

/// All countries, by code.
pub fn all() -> &'static [Country] {
    &ALL
}

/// The country with this code, regardless of case.
pub fn of(code: &str) -> Option<&'static Country> {
    let code = code.to_ascii_lowercase();
    let at = ALL.binary_search_by(|country| country.code.cmp(&code)).ok()?;
    ALL.get(at)
}

/// Whether these two letters are the code of a country or territory.
pub fn is_code(code: &str) -> bool {
    of(code).is_some() || TERRITORIES.split(' ').any(|known| known == code)
}

/// ISO 3166-1 codes without a row: territories that belong to another country.
const TERRITORIES: &str = "ai aq as aw ax bl bm bq bv cc ck cw cx fk fo gf gg gi gl gp gs gu hm im io je ky mf mp mq ms \
    nc nf nu pf pm pn pr re sh sj sx tc tf tk um vg vi wf yt";

/// The country that these words name: "China", "US", "the United States".
pub fn named(name: &str) -> Option<&'static Country> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let phrase = Phrase::of(name);
    let code = phrase.is(Phrase::COUNTRY).then(|| phrase.country()).flatten()?;
    of(code.as_str())
}

/// [`named`], except for names of part of a country, of a former one, or of several countries.
pub fn named_whole(name: &str) -> Option<&'static Country> {
    named(name).filter(|_| !Language::english().names.classes.has_folded(name, NameClass::OldCountry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_country_that_its_name_leads_to() {
        assert!(all().len() > 190);
        for country in all() {
            assert_eq!(named(country.name).map(|found| found.code), Some(country.code), "{country:?}");
            assert!(!country.adjective.is_empty(), "{country:?}");
        }
        assert_eq!(of("CN").map(|country| country.name), Some("China"));
        assert_eq!(named("the U.S.").map(|country| country.code), Some("us"));
        assert_eq!(of("xx"), None);
        assert_eq!(
            (named_whole("Scotland"), named_whole("USA").map(|c| c.name)),
            (None, Some("United States"))
        );
    }
}
