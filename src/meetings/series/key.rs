//! The key that the names of one series share: "Belt and Road summit" and "Belt and Road Forum for
//! International Cooperation" are one series; the SCO's leaders and its foreign ministers are two.

use super::head;
use super::normal::normal;
use crate::lang::Language;
use crate::lang::meetings::{MeetingClass, MeetingWords};

/// The words of the name that tell one series from another, in alphabetical order, and the level it meets at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeriesKey(pub Box<str>);

/// The key of a written name or of its normal form.
pub fn key(name: &str) -> SeriesKey {
    let mut text = format!(" {} ", normal(name));
    let known = &Language::english().meetings;
    for (full, short) in &known.abbreviations {
        let full = format!(" {full} ");
        if text.contains(&full) {
            let short = if short.is_empty() { " ".to_owned() } else { format!(" {short} ") };
            text = text.replace(&full, &short);
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| is_head(known, word));
    let (before, behind) = at.map_or((words.as_slice(), &[][..]), |at| {
        (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default())
    });
    // "Global Summit on Traditional Medicine", with or without its owner: the topic decides. Otherwise what
    // precedes the head.
    let (front, topic) = (telling_words(known, before), telling_words(known, behind));
    let mut telling = if topic.is_empty() { front } else { topic };
    if words.iter().any(|word| known.classes.has(word, MeetingClass::MinisterLevel)) {
        telling
            .extend(known.classes.list(MeetingClass::MinisterLevel).first().map(|word| (*word).to_owned()));
    }
    SeriesKey(telling.join(" ").into())
}

/// Whether a word of a key says that ministers meet, not leaders.
pub fn is_ministerial(word: &str) -> bool {
    Language::english().meetings.classes.has(word, MeetingClass::MinisterLevel)
}

/// The words that tell a series from others, sorted, each once.
fn telling_words(known: &MeetingWords, words: &[&str]) -> Vec<String> {
    let telling = words.iter().filter(|word| !is_common(known, word) && !is_head(known, word));
    let mut telling: Vec<String> = telling.map(|word| (*word).to_owned()).collect();
    telling.sort();
    telling.dedup();
    telling
}

/// Whether a word is the head of a series name: "forum", "summit".
fn is_head(known: &MeetingWords, word: &str) -> bool {
    head(known.find(word)).is_some()
}

/// Whether the word is common to any series name.
fn is_common(known: &MeetingWords, word: &str) -> bool {
    known.classes.has(word, MeetingClass::CommonInSeries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_series_under_several_names() {
        let same = [
            ("third Belt and Road Forum for International Cooperation", "Belt and Road summit"),
            ("16th EU-India Summit", "India–EU summit"),
            ("Summit of the Shanghai Cooperation Organisation", "SCO leaders’ summit"),
            ("Second Global Summit on Rare Herbs", "WHO Global Summit on Rare Herbs"),
            ("77th Harbour Day Parade", "Harbour Day parade"),
            ("India-Russia Annual Summit", "India-Russia Summit"),
        ];
        for (a, b) in same {
            assert_eq!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn levels_and_topics_apart() {
        for (a, b) in [
            ("SCO summit", "SCO foreign ministers’ meeting"),
            ("BRICS Business Forum", "BRICS summit"),
            ("India-Malaysia CEO Forum", "India-Malaysia summit"),
        ] {
            assert_ne!(key(a), key(b), "{a} / {b}");
        }
    }
}
