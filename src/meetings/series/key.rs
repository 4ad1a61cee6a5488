//! The key under which names of one series meet: "Belt and Road summit" and "Belt and Road Forum for International
//! Cooperation" are one series, the SCO's leaders and its foreign ministers are two.

use super::normal::normal;

/// Words of the name that tell one series from another, in order of the alphabet, and the level it meets at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub Box<str>);

/// Full names that are as often written short.
const SHORT: &[(&str, &str)] = &[
    ("shanghai cooperation organization", "sco"),
    ("european union", "eu"),
    ("united nations", "un"),
    ("world health organization", "who"),
    ("group seven", "g7"),
    ("group 7", "g7"),
    ("group twenty", "g20"),
    ("group 20", "g20"),
    ("asia-pacific economic cooperation", "apec"),
    ("asia pacific economic cooperation", "apec"),
    ("association southeast asian nations", "asean"),
    ("north atlantic treaty organization", "nato"),
    ("eurasian economic union", "eaeu"),
    ("gulf cooperation council", "gcc"),
    ("un general assembly", "unga"),
    ("general assembly", "unga"),
    ("world economic forum", "davos"),
    ("artificial intelligence", "ai"),
    ("united states", "us"),
    ("international cooperation", ""),
];

/// The key of a written name or of its normal form.
pub fn key(name: &str) -> Key {
    let mut text = format!(" {} ", normal(name));
    for (full, short) in SHORT {
        let full = format!(" {full} ");
        if text.contains(&full) {
            let short = if short.is_empty() { " ".to_owned() } else { format!(" {short} ") };
            text = text.replace(&full, &short);
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let head = words.iter().position(|w| is_head(w));
    let (before, behind) = head.map_or((words.as_slice(), &[][..]), |at| {
        (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default())
    });
    let telling = |list: &[&str]| -> Vec<String> {
        let mut list: Vec<String> =
            list.iter().filter(|w| !is_common(w) && !is_head(w)).map(|w| (*w).to_owned()).collect();
        list.sort();
        list.dedup();
        list
    };
    // "Global Summit on Traditional Medicine", with or without its owner: the topic tells. Else what stands before.
    let (front, topic) = (telling(before), telling(behind));
    let mut words = if topic.is_empty() { front } else { topic };
    if text.contains(" ministers ") || text.contains(" ministerial ") {
        words.push("ministers".into());
    }
    Key(words.join(" ").into())
}

fn is_head(word: &str) -> bool {
    matches!(
        word,
        "summit"
            | "forum"
            | "conference"
            | "meeting"
            | "congress"
            | "parade"
            | "dialogue"
            | "expo"
            | "session"
            | "ceremony"
            | "consultations"
            | "symposium"
            | "funeral"
    )
}

/// Words that any series may carry.
fn is_common(word: &str) -> bool {
    matches!(
        word,
        "global"
            | "international"
            | "high"
            | "level"
            | "informal"
            | "extraordinary"
            | "special"
            | "virtual"
            | "bilateral"
            | "trilateral"
            | "emergency"
            | "ministers"
            | "ministerial"
            | "heads"
            | "state"
            | "government"
            | "foreign"
            | "grand"
            | "official"
            | "plenary"
            | "regular"
            | "round"
    )
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
