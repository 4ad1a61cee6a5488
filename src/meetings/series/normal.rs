//! The normal form of a series name, which can be written in many ways.

use crate::lang::Language;
use crate::lang::meetings::MeetingClass;
use crate::time::words::is_ordinal_ending;

/// The normal form of a series name, without edition, year, small words and spelling variants. "The 3rd Belt
/// and Road Forum for International Cooperation" → "belt road forum".
pub fn normal(name: &str) -> Box<str> {
    let known = &Language::english().meetings;
    let mut words: Vec<String> = Vec::new();
    for raw in name.split(|c: char| !(c.is_alphanumeric() || c == '.')) {
        let word = raw.replace('.', "").to_lowercase();
        let classes = known.find(&word);
        let small = classes.is(MeetingClass::SmallInSeries) || classes.is(MeetingClass::EditionWord);
        if word.is_empty() || small || is_number(&word) {
            continue;
        }
        let spelling = known.spellings.iter().find(|(other, _)| *other == word);
        words.push(spelling.map_or(word, |(_, usual)| (*usual).to_owned()));
    }
    words.join(" ").into()
}

/// Ordinals and years in figures.
fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..).unwrap_or_default();
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (suffix.is_empty() || is_ordinal_ending(suffix))
}
