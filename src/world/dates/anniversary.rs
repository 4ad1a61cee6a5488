//! Counted years: "the 70th anniversary of … in 1949", "ten years ago". Read from the words of one sentence, and
//! only where the sentence ties base year and count together; whoever asks does the arithmetic.

use crate::article::Article;
use crate::text::{Span, ZoneKind};
use crate::time::words::{cardinal, ordinal};
use crate::time::{MONTHS, Stated};

/// A numbered anniversary as a sentence tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Anniversary {
    /// "70th anniversary".
    pub span: Span,
    pub count: u16,
    pub count_span: Span,
    /// What it is the anniversary of, in lower case, up to eight words; empty if not said.
    pub subject: String,
    /// The year of what is remembered.
    pub base: Option<Stated<i16>>,
    /// The year that the sentence gives the anniversary itself.
    pub year: Option<Stated<i16>>,
    /// "this year", "this October": the article's year.
    pub this_year: Option<Span>,
    pub sentence: u32,
    pub quoted: bool,
}

/// The anniversaries of running text, in order.
pub fn find(article: &Article) -> Vec<Anniversary> {
    let text = article.text.as_str();
    let mut out = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), "nniversary") {
        let start = at.saturating_sub(1) as u32;
        let word = Span::new(start, at as u32 + "nniversary".len() as u32);
        let sentence = article.sentence_at(start);
        let Some(within) = article.sentences.get(sentence as usize).filter(|s| s.span.contains(word)) else {
            continue;
        };
        if matches!(article.zone_at(start), ZoneKind::Body | ZoneKind::Headline | ZoneKind::Summary) {
            // Two anniversaries in one sentence: what is said of the first is not said of the second.
            let from = out.last().map_or(0, |a: &Anniversary| a.span.end).max(within.span.start);
            let clause = around(text, word, Span::new(from, within.span.end));
            out.extend(read(text, clause, word, sentence));
        }
    }
    out
}

/// What of the clause stands near the word.
fn around(text: &str, word: Span, clause: Span) -> Span {
    let boundary = |at: &u32| text.is_char_boundary(*at as usize);
    let start = (clause.start.max(word.start.saturating_sub(NEAR))..=word.start).find(boundary);
    let end = (word.end..=clause.end.min(word.end + NEAR)).rev().find(boundary);
    Span::new(start.unwrap_or(word.start), end.unwrap_or(word.end))
}

/// Bytes before and behind the word that may speak of the anniversary.
const NEAR: u32 = 400;

fn read(text: &str, sentence: Span, word: Span, index: u32) -> Option<Anniversary> {
    let before = words(text, Span::new(sentence.start, word.start));
    let (count_span, count) = before.last().and_then(|w| Some((*w, ordinal(w.of(text))?)))?;
    let after = words(text, Span::new(word.end, sentence.end));
    let plain = |w: &Span| w.of(text).to_lowercase();
    let is_of = after.first().is_some_and(|w| plain(w) == "of");
    let subject: Vec<_> = after.iter().skip(1).take_while(|_| is_of).take(8).map(plain).collect();

    let years_before = years(text, &before);
    let years_after = years(text, &after);
    let this_year =
        before.iter().chain(&after).zip(before.iter().chain(&after).skip(1)).find_map(|(a, b)| {
            let unit = plain(b);
            let this = plain(a) == "this"
                && (unit == "year" || MONTHS.iter().any(|m| m.eq_ignore_ascii_case(&unit)));
            this.then(|| a.cover(*b))
        });
    let told = years_before.iter().rev().find(|y| is_when(text, **y)).copied();
    // "of the pact in 1963" may also say when the anniversary was kept, unless that is said elsewhere.
    let timed = told.is_some() || this_year.is_some();
    let base = years_after.iter().find(|y| is_base(text, &after, **y, timed)).copied();
    let year = told.or_else(|| years_after.iter().find(|y| Some(**y) != base && is_when(text, **y)).copied());
    let opened = text.get(sentence.start as usize..word.start as usize)?;
    let count_of = |c: &[char]| opened.matches(c).count();
    let quoted = count_of(&['“', '«']) > count_of(&['”', '»']) || count_of(&['"']) % 2 == 1;
    let span = count_span.cover(word);
    Some(Anniversary {
        span,
        count,
        count_span,
        subject: subject.join(" "),
        base: base.map(|y| Stated { value: y.value, span: y.span }),
        year: year.map(|y| Stated { value: y.value, span: y.span }),
        this_year,
        sentence: index,
        quoted,
    })
}

/// A year among the words, and its index there.
#[derive(Clone, Copy, PartialEq)]
struct Year {
    value: i16,
    span: Span,
    at: usize,
}

fn years(text: &str, words: &[Span]) -> Vec<Year> {
    let value = |w: &Span| {
        let word = w.of(text);
        (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1000..=2099).contains(y))
    };
    words.iter().enumerate().filter_map(|(at, w)| Some(Year { value: value(w)?, span: *w, at })).collect()
}

/// Whether a year behind the anniversary is that of what is remembered: "of the 1945 victory", "of … in 1949"
/// without a break, ", signed in 1963".
fn is_base(text: &str, after: &[Span], year: Year, timed: bool) -> bool {
    let word = |at: usize| after.get(at).map_or("", |w| w.of(text));
    if !word(0).eq_ignore_ascii_case("of") {
        return false;
    }
    let since = after.first().map_or(year.span, |of| of.cover(year.span)).of(text);
    let unbroken = !since.contains([',', ';', '(', '—', '–', ':']);
    let noun_follows = text.get(year.span.end as usize..).is_some_and(|rest| {
        rest.starts_with([' ', '\u{a0}']) && rest.trim_start().starts_with(char::is_alphabetic)
    });
    if year.at <= 3 && unbroken && noun_follows {
        return true;
    }
    let from = year.at.saturating_sub(6);
    let founded = (from..year.at).any(|at| FOUNDED.contains(&word(at).to_lowercase().as_str()));
    let led = (year.at.saturating_sub(3)..year.at).any(|at| matches!(word(at), "in" | "on" | "since" | "of"));
    led && (founded || timed && unbroken && year.at <= 14)
}

/// Whether the year says when something is or was: "in 2018", "In January 2018", "on 22 January 2013".
fn is_when(text: &str, year: Year) -> bool {
    let before = text.get(..year.span.start as usize).unwrap_or_default();
    let mut last = before.split_whitespace().rev();
    (0..3)
        .filter_map(|_| last.next())
        .any(|word| matches!(word.to_lowercase().as_str(), "in" | "on" | "during"))
}

const FOUNDED: &[&str] = &[
    "signed",
    "signing",
    "founded",
    "founding",
    "established",
    "establishing",
    "establishment",
    "concluded",
    "created",
    "formed",
    "launched",
    "adopted",
    "declared",
    "born",
    "ended",
    "began",
    "begun",
    "opened",
    "won",
    "since",
];

/// The words and numbers in a span; a hyphen keeps a word together.
fn words(text: &str, span: Span) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut start = None;
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    for (at, c) in span.of(text).char_indices().chain([(span.len() as usize, ' ')]) {
        let at = span.start + at as u32;
        match start {
            None if inside(c) => start = Some(at),
            Some(from) if !inside(c) => {
                out.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// "ten years ago", "10 years ago" → 10.
pub fn years_ago(text: &str) -> Option<u16> {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let count = words.next()?;
    let unit = words.next()?;
    (matches!(unit, "years" | "year") && words.next() == Some("ago") && words.next().is_none())
        .then_some(())?;
    count.parse().ok().or_else(|| cardinal(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Hints;
    use crate::lang::Language;
    use crate::names::Lexicon;
    use crate::text::position::Text;

    fn one(text: &str) -> Anniversary {
        let article =
            Article::read(Text::new(text), Hints::default(), &Lexicon::default(), Language::english());
        find(&article).pop().unwrap_or_else(|| panic!("none in {text}"))
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
        assert_eq!(found.subject, "of their pact this october having signed it in".trim_start_matches("of "));
    }

    #[test]
    fn years_ago_in_figures_and_words() {
        assert_eq!(years_ago("Ten years ago"), Some(10));
        assert_eq!(years_ago("12 years ago"), Some(12));
        assert_eq!(years_ago("two weeks ago"), None);
    }
}
