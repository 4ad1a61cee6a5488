//! Which texts may contain any of some names: one pass over a text, however many names there are.

use rustc_hash::FxHashMap;
use unicode_normalization::char::is_combining_mark;

use crate::lang::Language;
use crate::text::normalise::{fold, is_hyphen};
use crate::text::{Source, is_invisible};

/// Names to be found whole. A text that the reader could find one of them in is never missed; case, accents
/// and what stands between words are ignored.
#[derive(Debug)]
pub(super) struct NameSearch {
    /// By its first word, the other words of each name.
    names: FxHashMap<String, Vec<Vec<String>>>,
    /// The ASCII letters and digits that first words begin with, in lower case.
    begins: [bool; 128],
}

impl NameSearch {
    /// A search for all of `names`.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut search = Self { names: FxHashMap::default(), begins: [false; 128] };
        for name in names {
            let mut words = words(name);
            let Some(first) = words.next() else { continue };
            if let Some(begins) = first.bytes().next().and_then(|b| search.begins.get_mut(usize::from(b))) {
                *begins = true;
            }
            search.names.entry(first).or_default().push(words.collect());
        }
        search
    }

    /// Whether one of the names may be in the text.
    pub fn finds_any(&self, text: &str, language: &Language) -> bool {
        self.is_in(text) || divides_words(text) && self.is_in(Source::of(text, language).as_str())
    }

    fn is_in(&self, text: &str) -> bool {
        let mut inside = false;
        text.char_indices().any(|(at, c)| {
            let begins = !inside && self.may_begin(c);
            inside = is_of_word(c);
            begins && text.get(at..).is_some_and(|rest| self.starts(rest))
        })
    }

    /// Whether a first word may begin with this character; a letter with an accent may stand for any.
    fn may_begin(&self, c: char) -> bool {
        self.begins.get(c.to_ascii_lowercase() as usize).copied().unwrap_or_else(|| is_of_word(c))
    }

    /// Whether one of the names may be at the beginning of the text.
    fn starts(&self, text: &str) -> bool {
        let mut here = words(text);
        let Some(names) = here.next().and_then(|first| self.names.get(&first)) else { return false };
        let most = names.iter().map(Vec::len).max().unwrap_or(0);
        let next: Vec<String> = here.take(most).collect();
        names.iter().any(|rest| next.starts_with(rest))
    }
}

/// Whether a line may end inside a word.
fn divides_words(text: &str) -> bool {
    let hidden = |c: char| c.is_whitespace() || is_invisible(c);
    let mut ends = text.split(['\n', '\r']).map(|line| (line, line.trim_end_matches(hidden)));
    ends.any(|(line, seen)| {
        seen.ends_with(|c| is_hyphen(c) || c == '¬') || line.len() > seen.len() && line.contains('\u{ad}')
    })
}

/// The words of a text, folded.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c| !is_of_word(c)).map(fold).filter(|word| !word.is_empty())
}

/// Letters, digits, and what may stand in a word without being seen.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c) || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(names: &[&str], text: &str) -> bool {
        NameSearch::of(names.iter().copied()).finds_any(text, Language::english())
    }

    #[test]
    fn a_name_is_found_in_any_dress() {
        for text in ["xx LI WEI", "Li-Wei’s", "(Li\nWei)", "said L\u{ad}i We\u{ad}i.", "Ann, Li Wei"] {
            assert!(finds(&["Ann Roe", "Li Wei"], text), "{text}");
        }
        assert!(finds(&["Li Harwood"], "Ann saw Li Har-\n  wood and\nLi."));
        assert!(finds(&["Li Harwood"], "Ann saw Li Har\u{ad}\nwood and\nLi."));
        assert!(finds(&["Łukasz Nowak"], "by ŁUKASZ Nowak"));
        assert!(finds(&["José Roe"], "Jose\u{301} Roe, JOSÉ ROE"));
        assert!(finds(&["王毅"], "“王毅”说") && finds(&["Émile"], "émile"));
    }

    #[test]
    fn a_part_of_a_name_or_of_a_word_is_not_the_name() {
        for text in ["Li and Wei", "Lin Wei", "Ali Wei", "Wei Li", "Li", "", "Li Weibo"] {
            assert!(!finds(&["Li Wei"], text), "{text}");
        }
        assert!(!finds(&[], "Li Wei") && !finds(&["!"], "anything"));
    }
}
