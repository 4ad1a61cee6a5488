//! One series, many ways to write it: the comparison form of a name.

use crate::text::normalise::is_ordinal_ending;

/// The normal form of a series' name: what stays when edition, year, small words and spelling variants are set
/// aside. "The 3rd Belt and Road Forum for International Cooperation" → "belt road forum".
pub fn normal(name: &str) -> Box<str> {
    let mut words: Vec<String> = Vec::new();
    for raw in name.split(|c: char| !(c.is_alphanumeric() || c == '.')) {
        let word = raw.replace('.', "").to_lowercase();
        if word.is_empty() || is_small(&word) || is_number(&word) {
            continue;
        }
        words.push(match word.as_str() {
            "organisation" => "organization".into(),
            "co" => "cooperation".into(),
            _ => word,
        });
    }
    words.join(" ").into()
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "of"
            | "and"
            | "for"
            | "on"
            | "in"
            | "s"
            | "annual"
            | "leaders"
            | "leader"
            | "a"
            | "an"
            | "at"
            | "with"
    )
}

/// Ordinals and years.
fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..).unwrap_or_default();
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (suffix.is_empty() || is_ordinal_ending(suffix))
        || matches!(
            word,
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "seventh"
                | "eighth"
                | "ninth"
                | "tenth"
        )
}
