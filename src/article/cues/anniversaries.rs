//! Numbered anniversaries: "the 70th anniversary of … in 1949". A year counts as that of the commemorated
//! event, or of the anniversary itself, only where the sentence ties it to the word; the caller does the
//! arithmetic.

use super::words;
use crate::lang::cues::CueWord;
use crate::text::{Index, Layout, Sentence, Span, TokenKind, ZoneKind};
use crate::time::Stated;
use crate::time::words::{month, ordinal};

/// A numbered anniversary as a sentence gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Anniversary {
    /// "70th anniversary".
    pub span: Span,
    pub count: u16,
    pub count_span: Span,
    /// What it commemorates, in lower case, up to eight words without a leading "the"; empty if not given.
    pub subject: Box<str>,
    /// The words of the subject that carry its meaning.
    pub content: Box<[SubjectWord]>,
    /// The year of the commemorated event.
    pub base: Option<Stated<i16>>,
    /// The year that the sentence gives for the anniversary itself.
    pub year: Option<Stated<i16>>,
    /// "this year", "this October": the article's year.
    pub this_year: Option<Span>,
    pub sentence: Index<Sentence>,
    pub quoted: bool,
}

/// A word of what an anniversary commemorates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectWord {
    /// In lower case.
    pub text: Box<str>,
    /// The words before it may be a complete name, which this one continues: "relations with Japan".
    pub goes_on: bool,
}

/// Bytes before and after the word that may belong to the anniversary.
const NEAR_BYTES: u32 = 400;

/// Words of the subject that are kept.
const SUBJECT_WORDS: usize = 8;

/// The anniversary whose word is token `at`, if it is numbered and stands in running text. What belongs to
/// `earlier`, the one before it in the text, does not count for this one.
pub(super) fn read(
    layout: &Layout<'_>,
    index: Index<Sentence>,
    at: usize,
    earlier: Option<&Anniversary>,
) -> Option<Anniversary> {
    let sentence = index.of(&layout.sentences)?;
    matches!(layout.zone_of(sentence), ZoneKind::Body | ZoneKind::Headline | ZoneKind::Summary)
        .then_some(())?;
    let word = layout.token(at)?.span;
    let from = earlier.map_or(0, |earlier| earlier.span.end);
    let clause = Clause::around(layout, sentence, at, from);
    let count_span = *clause.before.last()?;
    let count = ordinal(layout.slice(count_span))?;
    let year = clause.years(&clause.before).rev().find(|year| clause.is_when(*year));
    let this_year = clause.this_year();
    // "of the pact in 1963" may also give the year of the anniversary, unless that is given elsewhere.
    let timed = year.is_some() || this_year.is_some();
    let base = clause.years(&clause.after).find(|base| clause.is_base(*base, timed));
    Some(Anniversary {
        span: count_span.cover(word),
        count,
        count_span,
        subject: clause.subject(),
        content: clause.content(),
        base: base.map(Year::stated),
        year: year.or_else(|| clause.year_behind(base)).map(Year::stated),
        this_year,
        sentence: index,
        quoted: clause.is_quoted(at),
    })
}

/// The words around an anniversary; a hyphenated word is one word.
struct Clause<'a, 't> {
    layout: &'a Layout<'t>,
    /// Its first token.
    first: usize,
    before: Vec<Span>,
    after: Vec<Span>,
}

/// A year among the words, and its index there.
#[derive(Clone, Copy, PartialEq)]
struct Year {
    value: i16,
    span: Span,
    at: usize,
}

impl Year {
    /// The year and where it is written.
    fn stated(self) -> Stated<i16> {
        Stated { value: self.value, span: self.span }
    }
}

impl<'a, 't> Clause<'a, 't> {
    /// The part of the sentence near token `at` and after offset `from`.
    fn around(layout: &'a Layout<'t>, sentence: &Sentence, at: usize, from: u32) -> Self {
        let word = layout.token(at).map_or(Span::default(), |token| token.span);
        let start = word.start.saturating_sub(NEAR_BYTES).max(from);
        let first = layout.tokens.partition_point(|token| token.span.start < start);
        let first = first.max(sentence.tokens().start);
        let last = layout.tokens.partition_point(|token| token.span.end <= word.end + NEAR_BYTES);
        let last = last.min(sentence.tokens().end);
        Self { layout, first, before: compounds(layout, first, at), after: compounds(layout, at + 1, last) }
    }

    fn text(&self, word: Span) -> &'t str {
        self.layout.slice(word)
    }

    fn is(&self, word: Span, class: CueWord) -> bool {
        self.layout.language.cues.classes.has_folded(self.text(word), class)
    }

    fn years<'s>(&'s self, words: &'s [Span]) -> impl DoubleEndedIterator<Item = Year> + use<'s, 'a, 't> {
        words.iter().enumerate().filter_map(|(at, span)| {
            let word = self.text(*span);
            let value = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
            (1000..=2099).contains(&value).then_some(Year { value, span: *span, at })
        })
    }

    /// "this year", "this October".
    fn this_year(&self) -> Option<Span> {
        let all = self.before.iter().chain(&self.after);
        let mut pairs = all.clone().zip(all.skip(1));
        let found = pairs.find(|(a, b)| self.is(**a, CueWord::This) && self.is_year_or_month(**b));
        found.map(|(a, b)| a.cover(*b))
    }

    /// Whether the word is "year" or the name of a month.
    fn is_year_or_month(&self, word: Span) -> bool {
        self.is(word, CueWord::Year) || month(self.text(word)).is_some()
    }

    fn subject(&self) -> Box<str> {
        let words = self.remembered().skip_while(|word| self.is(*word, CueWord::The));
        words.map(|word| self.text(word).to_lowercase()).collect::<Vec<_>>().join(" ").into()
    }

    fn content(&self) -> Box<[SubjectWord]> {
        let words = self.remembered().filter(|word| !self.is(*word, CueWord::Determiner));
        words.map(|word| self.subject_word(word)).collect()
    }

    fn subject_word(&self, word: Span) -> SubjectWord {
        let goes_on = self.is(word, CueWord::GoesOn);
        SubjectWord { text: self.text(word).to_lowercase().into(), goes_on }
    }

    /// The words that follow "of".
    fn remembered(&self) -> impl Iterator<Item = Span> {
        let most = if self.is_of() { SUBJECT_WORDS } else { 0 };
        self.after.iter().skip(1).take(most).copied()
    }

    fn is_of(&self) -> bool {
        self.after.first().is_some_and(|word| self.is(*word, CueWord::Of))
    }

    /// Whether a year after the anniversary is that of the commemorated event: "of the 1945 victory", "of …
    /// in 1949" without a break, ", signed in 1963".
    fn is_base(&self, year: Year, timed: bool) -> bool {
        if !self.is_of() {
            return false;
        }
        let since = self.after.first().map_or(year.span, |of| of.cover(year.span));
        let unbroken = !self.text(since).contains([',', ';', '(', '—', '–', ':']);
        if year.at <= 3 && unbroken && self.noun_follows(year) {
            return true;
        }
        let founded = self.words_before(year, 6).any(|word| self.is(*word, CueWord::Founded));
        let mut led = self.words_before(year, 3);
        led.any(|word| self.is(*word, CueWord::LeadsDate) || self.is(*word, CueWord::Of))
            && (founded || timed && unbroken && year.at <= 14)
    }

    /// The last words, at most `most`, between the anniversary and a year after it.
    fn words_before(&self, year: Year, most: usize) -> impl Iterator<Item = &Span> {
        self.after.iter().take(year.at).skip(year.at.saturating_sub(most))
    }

    /// The year after the anniversary, other than `base`, that says when something is or was.
    fn year_behind(&self, base: Option<Year>) -> Option<Year> {
        self.years(&self.after).find(|year| Some(*year) != base && self.is_when(*year))
    }

    fn noun_follows(&self, year: Year) -> bool {
        let next = self.layout.tokens.partition_point(|token| token.span.start < year.span.end);
        let spaced = self.layout.token(next).is_some_and(|token| token.spaced);
        spaced && self.layout.word(next).starts_with(char::is_alphabetic)
    }

    /// Whether the year says when something is or was: "in 2018", "In January 2018", "on 22 January 2013".
    fn is_when(&self, year: Year) -> bool {
        let at = self.layout.tokens.partition_point(|token| token.span.start < year.span.start);
        let mut starts = (0..at).rev().filter(|at| words::is_spaced(self.layout, *at)).take(3);
        starts.any(|at| words::is_spaced(self.layout, at + 1) && words::is(self.layout, at, CueWord::Held))
    }

    /// Whether a quotation is open before token `at`.
    fn is_quoted(&self, at: usize) -> bool {
        let opened = self.words_up_to(at).filter(|mark| matches!(*mark, "“" | "«")).count();
        let closed = self.words_up_to(at).filter(|mark| matches!(*mark, "”" | "»")).count();
        opened > closed || self.words_up_to(at).filter(|mark| *mark == "\"").count() % 2 == 1
    }

    /// The words and marks of the clause before token `at`.
    fn words_up_to(&self, at: usize) -> impl Iterator<Item = &'t str> {
        (self.first..at).map(|at| self.layout.word(at))
    }
}

/// The words and numbers among the tokens `first..last`, including parts joined by hyphens and apostrophes.
fn compounds(layout: &Layout<'_>, first: usize, last: usize) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for token in layout.tokens.get(first..last).unwrap_or_default() {
        let tie = matches!(layout.slice(token.span), "-" | "'" | "’");
        let inside = tie || !matches!(token.kind, TokenKind::Punct | TokenKind::Url);
        match out.last_mut() {
            Some(word) if open && inside && !token.spaced => *word = word.cover(token.span),
            _ if inside => out.push(token.span),
            _ => {}
        }
        open = inside;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Hints};
    use crate::lang::Language;
    use crate::names::Lexicon;
    use crate::text::position::Text;

    fn one(text: &str) -> Anniversary {
        let article =
            Article::read(Text::new(text), Hints::default(), &Lexicon::default(), Language::english());
        article.cues.anniversaries.last().cloned().unwrap_or_else(|| panic!("none in {text}"))
    }

    #[test]
    fn base_and_year() {
        for (text, count, base, year) in [
            (
                "In May 2018 they kept the 50th anniversary of the pact, signed in 1963 by two old men.",
                50,
                Some(1963),
                Some(2018),
            ),
            ("It is the seventieth anniversary of the 1949 treaty.", 70, Some(1949), None),
            (
                "This year marks the 75th anniversary of the founding of the port in 1949.",
                75,
                Some(1949),
                None,
            ),
            ("The 30th anniversary of the film was kept in 2014.", 30, None, Some(2014)),
            (
                "In 2018 she kept the twenty-fifth anniversary of a band, and its last record is from 1999.",
                25,
                None,
                Some(2018),
            ),
        ] {
            let found = one(text);
            assert_eq!(
                (found.count, found.base.map(|b| b.value), found.year.map(|y| y.value)),
                (count, base, year),
                "{text}"
            );
        }
    }

    #[test]
    fn this_year() {
        let found = one(
            "The countries keep the 70th anniversary of their pact this October, having signed it in 1949.",
        );
        assert!(found.this_year.is_some());
        assert_eq!(found.base.map(|b| b.value), Some(1949));
        assert_eq!(&*found.subject, "their pact this october having signed it in");
    }
}
