//! Whether two written names are one name: a typo, or another spelling.

use crate::text::normalise::Difference;

/// One letter added, removed, changed or swapped within a long word, but not at its end, which carries gender
/// and number.
pub fn looks_like_slip(a: &str, b: &str) -> bool {
    // A word joiner between two names is no letter.
    let (a, b): (Vec<char>, Vec<char>) = (letters(a).collect(), letters(b).collect());
    let difference = Difference::of(&a, &b);
    a.len().min(b.len()) >= 6 && difference.before >= 1 && difference.after >= 1 && difference.is_one_slip()
}

/// A spelling with the same number of words, one of them different. Capitals, hyphens, initials and short
/// forms ("J.", "Greg" for "Gregory") do not make another spelling.
pub fn is_other_spelling(spelling: &str, name: &str) -> bool {
    let (mut a, mut b) = (lower_words(spelling), lower_words(name));
    if a.len() != b.len() || a == b || a.iter().zip(&b).any(|(x, y)| is_short_form(x, y)) {
        return false;
    }
    // The same words in another order are another spelling; words that begin differently are another name.
    a.sort();
    b.sort();
    a.iter().zip(&b).all(|(x, y)| begin_alike(x, y))
}

/// The words without capitals and marks: "Jr." is "Jr", "J.B." is "JB".
fn lower_words(name: &str) -> Vec<String> {
    name.to_lowercase().split([' ', '-']).map(|word| letters(word).collect()).collect()
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|letter| letter.is_alphanumeric())
}

/// An initial beside another word, or the beginning of a longer one.
fn is_short_form(a: &str, b: &str) -> bool {
    let (n, m) = (a.chars().count(), b.chars().count());
    n.min(m) == 1 && a != b || n.abs_diff(m) >= 2 && (a.starts_with(b) || b.starts_with(a))
}

fn begin_alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.chars().next(), b.chars().next());
    a == b || is_vowel(a) && is_vowel(b)
}

fn is_vowel(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| "aeiou".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_within_a_long_word() {
        assert!(looks_like_slip("Baerbok", "Baerbock") && looks_like_slip("Lavrov", "Lavorv"));
        assert!(!looks_like_slip("Ivanov", "Ivanova"), "gender");
        assert!(!looks_like_slip("Wang", "Weng"), "short");
        assert!(!looks_like_slip("Roe-\u{2060}Holm", "Roe-Holm"), "an invisible mark");
    }

    #[test]
    fn short_forms_are_no_other_spelling() {
        assert!(is_other_spelling("Volodymyr Zelensky", "Volodymyr Zelenskiy"));
        assert!(!is_other_spelling("J. Smith", "John Smith"));
        assert!(!is_other_spelling("Greg Smith", "Gregory Smith"));
        assert!(!is_other_spelling("JOHN SMITH", "John Smith"));
        assert!(!is_other_spelling("John Smith Jr", "John Smith, Jr."));
        assert!(!is_other_spelling("JB Smith", "J.B. Smith"));
    }
}
