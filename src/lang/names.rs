//! Words of names: the closed lists that the name readers use, and how names are normalised. Read by
//! `crate::names`.

mod class;

pub use class::NameClass;

use rustc_hash::FxHashSet;

use super::Tables;
use super::table::{WordClasses, broken, rows};

/// The name words of one language.
#[derive(Debug)]
pub struct NameWords {
    pub classes: WordClasses<NameClass>,
    /// Keys of short forms, with the given name they stand for.
    pub nicknames: Vec<(&'static str, &'static str)>,
    /// Parts of words with their usual spelling, in the order they are tried.
    pub spellings: Vec<(&'static str, &'static str)>,
    pub genders: Genders,
}

/// Given names that are nearly always a man's, or a woman's.
#[derive(Debug, Default)]
pub struct Genders {
    male: FxHashSet<&'static str>,
    female: FxHashSet<&'static str>,
}

impl Genders {
    /// Whether a given name in lower case is a man's.
    pub fn is_male(&self, name: &str) -> bool {
        self.male.contains(name)
    }

    /// Whether a given name in lower case is a woman's.
    pub fn is_female(&self, name: &str) -> bool {
        self.female.contains(name)
    }
}

impl NameWords {
    pub(super) fn build(tables: &Tables, errors: &mut Vec<String>) -> Self {
        let (mut nicknames, mut spellings) = (Vec::new(), Vec::new());
        let mut genders = Genders::default();
        for row in rows(tables.name_forms) {
            match row.class {
                "Nickname" => nicknames.push((row.word, row.value)),
                "Spelling" => spellings.push((row.word, row.value)),
                "Given" if row.value == "male" => drop(genders.male.insert(row.word)),
                "Given" if row.value == "female" => drop(genders.female.insert(row.word)),
                _ => errors.push(broken("name_forms", row)),
            }
        }
        let classes = WordClasses::build("names", tables.names, errors);
        Self { classes, nicknames, spellings, genders }
    }
}
