//! Words of meetings: the closed lists that their readers ask for, and how names of series are written. Read by
//! `crate::meetings`.

mod class;

pub use class::MeetingClass;

use super::Tables;
use super::table::{KnownWord, WordClasses, broken, rows};

/// The words of meetings of one language.
#[derive(Debug)]
pub struct MeetingWords {
    pub classes: WordClasses<MeetingClass>,
    /// Full names in the order they are tried, with what they are as often called; empty where it is nothing.
    pub abbreviations: Vec<(&'static str, &'static str)>,
    /// Other spellings of a word in the name of a series, with the usual one.
    pub spellings: Vec<(&'static str, &'static str)>,
}

impl MeetingWords {
    pub(super) fn build(tables: &Tables, errors: &mut Vec<String>) -> Self {
        let (mut abbreviations, mut spellings) = (Vec::new(), Vec::new());
        for row in rows(tables.series) {
            match row.class {
                "Short" => abbreviations.push((row.word, row.value)),
                "Spelling" => spellings.push((row.word, row.value)),
                _ => errors.push(broken("series", row)),
            }
        }
        let classes = WordClasses::build("meetings", tables.meetings, errors);
        Self { classes, abbreviations, spellings }
    }

    /// The classes of a lower-case word; a word in none has those of its negative ending.
    pub fn find(&self, word: &str) -> KnownWord<'_, MeetingClass> {
        let known = self.classes.find(word);
        if known.is_known() {
            return known;
        }
        let endings = self.classes.list(MeetingClass::NegativeEnding);
        let ending = endings.iter().find(|ending| word.ends_with(**ending));
        ending.map_or(known, |ending| self.classes.find(ending))
    }
}
