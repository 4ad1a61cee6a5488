//! Paragraphs on one line and words whole: a copy of the text in which no line end, soft hyphen or mark of
//! quotation stands inside a sentence. Every byte that goes is replaced by a space or by [`FILL`], so places
//! in the copy are places in the text.

use std::borrow::Cow;

use super::zones::{Zone, is_end_hyphen};
use super::{Span, is_invisible};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// Stands for a byte that was taken out of a word: invisible, one byte long, and in no text.
pub(super) const FILL: char = '\u{1f}';

/// A word without what stands for bytes taken out at its end.
#[inline]
pub(super) fn without_fill(word: &str) -> &str {
    // Asked of every word again and again, and true of hardly any.
    if word.as_bytes().last() == Some(&(FILL as u8)) { word.trim_end_matches(FILL) } else { word }
}

/// The text with its paragraphs on one line; the text itself if they are.
pub(super) fn unwrapped<'t>(text: &'t str, zones: &[Zone], words: &WordClasses<TextClass>) -> Cow<'t, str> {
    let mut out = Copy { text, words, done: 0, out: String::new() };
    for zone in zones.iter().filter(|zone| zone.kind.is_prose()) {
        out.zone(zone.span);
    }
    out.finish()
}

/// The copy so far: `out` is the text up to byte `done`.
struct Copy<'a, 't> {
    text: &'t str,
    words: &'a WordClasses<TextClass>,
    done: usize,
    out: String,
}

impl<'t> Copy<'_, 't> {
    fn zone(&mut self, zone: Span) {
        let end = zone.end as usize;
        let mut at = zone.start as usize;
        while let Some(found) = self.next(at, end) {
            at = self.gap(found, end).max(found + 1);
            while !self.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }

    /// The next place from `at` on where something may stand inside a word: a line break, or an invisible
    /// character.
    fn next(&self, at: usize, end: usize) -> Option<usize> {
        let rest = self.text.get(at..end)?;
        rest.char_indices().find(|(_, c)| matches!(c, '\n' | '\r') || is_invisible(*c)).map(|(i, _)| at + i)
    }

    /// Mends what stands at `at`; the end of what was looked at.
    fn gap(&mut self, at: usize, end: usize) -> usize {
        let rest = self.text.get(at..end).unwrap_or_default();
        let gap =
            rest.find(|c: char| !(c.is_whitespace() || is_invisible(c) || c == '>')).unwrap_or(rest.len());
        let inside = rest.get(..gap).unwrap_or_default();
        let Some(breaks) = inside.find(['\n', '\r']) else { return self.invisible(at, at + gap, end) };
        let before = self.text.get(..at).unwrap_or_default().trim_end_matches(is_invisible);
        let head = before.strip_suffix(is_end_hyphen);
        let hyphen = head.filter(|head| head.ends_with(char::is_alphanumeric));
        let soft = self.text.get(before.len()..at + breaks).is_some_and(|hidden| hidden.contains('\u{ad}'));
        let next = rest.get(gap..).unwrap_or_default();
        match hyphen {
            Some(head) if next.starts_with(char::is_alphanumeric) => {
                let kept = before.ends_with(['-', '\u{2010}']) && self.keeps_hyphen(head, next);
                self.join(if kept { before.len() } else { head.len() }, at + gap, end)
            }
            None if soft && next.starts_with(char::is_alphabetic) => self.join(before.len(), at + gap, end),
            _ => self.go_on(at, at + gap),
        }
    }

    /// Whether the hyphen at the end of a line belongs to the compound: "Franco-" of "Franco-German", "two-"
    /// of "two-day", "21-" of "21-22".
    fn keeps_hyphen(&self, head: &str, next: &str) -> bool {
        let part = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        !next.starts_with(char::is_lowercase)
            || part.ends_with(|c: char| c.is_numeric())
            || self.words.has_folded(part, TextClass::CompoundPart)
            || head.strip_suffix(part).is_some_and(|before| before.ends_with('-'))
    }

    /// A soft hyphen or another invisible character between two letters.
    fn invisible(&mut self, at: usize, to: usize, end: usize) -> usize {
        let gap = self.text.get(at..to).unwrap_or_default();
        let next = self.text.get(to..end).unwrap_or_default();
        let inside = self.text.get(..at).unwrap_or_default().ends_with(char::is_alphabetic)
            && next.starts_with(char::is_alphabetic)
            && gap.chars().all(is_invisible);
        if inside { self.join(at, to, end) } else { to }
    }

    /// Leaves out `from..to`: the rest of the word moves forward, and the fill follows it.
    fn join(&mut self, from: usize, to: usize, end: usize) -> usize {
        let rest = self.text.get(to..end).unwrap_or_default();
        let compound = self.text.get(..from).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        // After a hyphen that stays, the next word keeps its place.
        let word = if compound { 0 } else { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) };
        if from < self.done {
            return to + word;
        }
        self.out.push_str(self.text.get(self.done..from).unwrap_or_default());
        self.out.push_str(rest.get(..word).unwrap_or_default());
        self.out.extend(std::iter::repeat_n(FILL, to - from));
        self.done = to + word;
        self.done
    }

    /// The line goes on: its break becomes a space, and so do marks of quotation.
    fn go_on(&mut self, at: usize, to: usize) -> usize {
        if at >= self.done {
            let gap = self.text.get(at..to).unwrap_or_default();
            self.out.push_str(self.text.get(self.done..at).unwrap_or_default());
            self.out.extend(gap.chars().map(|c| if matches!(c, '>' | '\n' | '\r') { ' ' } else { c }));
            self.done = to;
        }
        to
    }

    fn finish(mut self) -> Cow<'t, str> {
        if self.done == 0 {
            return Cow::Borrowed(self.text);
        }
        self.out.push_str(self.text.get(self.done..).unwrap_or_default());
        Cow::Owned(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::text::Layout;

    /// The words of a text, and what stands in the text at each.
    fn words(text: &str) -> Vec<(String, &str)> {
        let language = Language::english();
        let source = crate::text::Source::of(text, language);
        let layout = Layout::of_source(&source, language);
        let tokens = 0..layout.tokens.len();
        tokens.map(|at| (layout.word(at).to_owned(), layout.tokens[at].span.of(text))).collect()
    }

    fn read(text: &str) -> Vec<String> {
        words(text).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn a_word_is_whole_and_keeps_its_place() {
        let got = words("She met Har-\nwood in Lima.");
        assert_eq!(got[2], ("Harwood".into(), "Har-\nwood"));
        assert_eq!(got[3], ("in".into(), "in"));
        assert_eq!(words("For\u{ad}eign trade")[0], ("Foreign".into(), "For\u{ad}eign"));
    }

    #[test]
    fn hyphens_at_line_ends() {
        for (text, whole) in [
            ("the govern-\r\nment said", "the government said"),
            ("the govern\u{ad}\nment said", "the government said"),
            ("the govern¬\n ment said", "the government said"),
            ("a two-\nday visit", "a two - day visit"),
            ("the Franco-\nGerman talks", "the Franco - German talks"),
            ("on Feb. 21-\n22 he spoke", "on Feb . 21 - 22 he spoke"),
            ("> the govern-\n> ment said\n> so", "the government said so"),
        ] {
            let got: Vec<_> = read(text).iter().map(|w| w.replace(FILL, " ")).collect();
            assert_eq!(got.join(" ").split_whitespace().collect::<Vec<_>>().join(" "), whole, "{text:?}");
        }
    }

    #[test]
    fn list_items_stay_apart() {
        assert_eq!(read("Talks:\n- pre-\n- Post"), ["Talks", ":", "-", "pre", "-", "-", "Post"]);
    }
}
