//! Words of meetings: the closed lists that the meeting readers use, and how series names are written. Read
//! by `crate::meetings`.

mod class;

pub use class::MeetingClass;

use super::Tables;
use super::table::{KnownWord, WordClasses, broken, rows};

/// The meeting words of one language.
#[derive(Debug)]
pub struct MeetingWords {
    pub classes: WordClasses<MeetingClass>,
    /// Full names in the order they are tried, each with its usual short form; empty where the name adds
    /// nothing.
    pub abbreviations: Vec<(&'static str, &'static str)>,
    /// Variant spellings of words in series names, each with the usual one.
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

    /// The classes of a lower-case word. A word in no class has those of its negative ending.
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
