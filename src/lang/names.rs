//! Words of names: the closed lists that the name readers use, and how names are normalised. Read by
//! `crate::names`.

mod class;

pub use class::NameClass;

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
}

impl NameWords {
    pub(super) fn build(tables: &Tables, errors: &mut Vec<String>) -> Self {
        let (mut nicknames, mut spellings) = (Vec::new(), Vec::new());
        for row in rows(tables.name_forms) {
            match row.class {
                "Nickname" => nicknames.push((row.word, row.value)),
                "Spelling" => spellings.push((row.word, row.value)),
                _ => errors.push(broken("name_forms", row)),
            }
        }
        let classes = WordClasses::build("names", tables.names, errors);
        Self { classes, nicknames, spellings }
    }
}
