//! Words of time: what one word may mean in a time expression, the named days, and the small closed lists
//! that the time grammar uses. Read by `crate::time`.

mod class;
mod feast;
mod word;

use rustc_hash::FxHashMap;

pub use class::TimeClass;
pub use feast::{Feast, FeastName};
pub use word::{Part, Season, TimeWord, Unit};

use super::Tables;
use super::table::{WordClasses, broken, rows};

/// The time words of one language.
#[derive(Debug)]
pub struct TimeWords {
    /// Lower-case word → its meaning.
    words: FxHashMap<&'static str, TimeWord>,
    pub classes: WordClasses<TimeClass>,
    pub feasts: Vec<FeastName>,
}

impl TimeWords {
    pub(super) fn build(tables: &Tables, errors: &mut Vec<String>) -> Self {
        let mut words = FxHashMap::default();
        for row in rows(tables.time) {
            let meaning = TimeWord::read(row.class, row.value);
            if meaning.is_none_or(|meaning| words.insert(row.word, meaning).is_some()) {
                errors.push(broken("time", row));
            }
        }
        let feasts = feast::read(tables.feasts, errors);
        // A feast may begin with a word that has a meaning of its own: "May Day", "Spring Festival".
        for name in feasts.iter().filter_map(|feast| feast.words.first()) {
            words.entry(name).or_insert(TimeWord::Feast);
        }
        Self { words, classes: WordClasses::build("time_classes", tables.time_classes, errors), feasts }
    }

    /// What a lower-case word may mean.
    pub fn meaning(&self, word: &str) -> TimeWord {
        self.words.get(word).copied().unwrap_or(TimeWord::Other)
    }
}
