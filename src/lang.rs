//! The words of a language, as data. A language is a folder of tables (`lang/en/*.tsv`, compiled in) that
//! list what each word may mean. The meanings themselves, and so what a grammar may ask for, are the Rust
//! files here.
//!
//! Nothing in this room reads a text. A [`Language`] is built once and reaches every reader through its
//! [`Layout`](crate::text::Layout). Only input words live here; the program's own messages stand where they
//! are printed.

pub mod cues;
mod en;
pub mod meetings;
pub mod names;
pub mod offices;
mod table;
pub mod text;
pub mod time;

use std::fmt;
use std::sync::LazyLock;

pub use table::{KnownWord, WordClass, WordClasses};

/// Everything the readers know of one language.
pub struct Language {
    /// ISO 639-1: "en".
    pub code: &'static str,
    pub text: WordClasses<text::TextClass>,
    pub time: time::TimeWords,
    pub meetings: meetings::MeetingWords,
    pub names: names::NameWords,
    pub cues: cues::CueWords,
    pub offices: WordClasses<offices::OfficeClass>,
}

/// The text of one language's tables, as compiled in.
struct Tables {
    code: &'static str,
    text: &'static str,
    time: &'static str,
    time_classes: &'static str,
    feasts: &'static str,
    meetings: &'static str,
    series: &'static str,
    names: &'static str,
    name_forms: &'static str,
    cues: &'static str,
    cue_words: &'static str,
    time_phrases: &'static str,
    offices: &'static str,
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::build(&en::TABLES).0);

impl Language {
    /// The English that ships with the program, built on first use (0.7 ms: 3,800 rows).
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The language, and the rows that could not be read. Those rows are left out; a test checks that there
    /// are none.
    fn build(tables: &Tables) -> (Self, Vec<String>) {
        let mut broken = Vec::new();
        let text = WordClasses::build("text", tables.text, &mut broken);
        let time = time::TimeWords::build(tables, &mut broken);
        let meetings = meetings::MeetingWords::build(tables, &mut broken);
        let names = names::NameWords::build(tables, &mut broken);
        let cues = cues::CueWords::build(tables, &mut broken);
        let offices = WordClasses::build("offices", tables.offices, &mut broken);
        (Self { code: tables.code, text, time, meetings, names, cues, offices }, broken)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let (_, broken) = Language::build(&en::TABLES);
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }

    #[test]
    fn every_class_has_words() {
        let language = Language::english();
        let empty = [
            language.text.empty(),
            language.time.classes.empty(),
            language.meetings.classes.empty(),
            language.names.classes.empty(),
            language.cues.classes.empty(),
            language.offices.empty(),
        ]
        .concat();
        assert!(empty.is_empty(), "no word is in {empty:?}");
    }
}
