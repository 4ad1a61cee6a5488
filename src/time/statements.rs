//! What a text states about time besides dates: anniversaries, counts since a date, and which side of a date
//! something falls on. Checks do arithmetic on them; nothing here is resolved.

use super::lexicon::{self, Word};
use super::unit::Unit;
use super::{Stated, Timex};
use crate::text::{Layout, Sentence, Span};

/// All such statements of one text, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    pub anniversaries: Vec<Anniversary>,
    pub counts: Vec<Count>,
    pub orders: Vec<Order>,
}

/// "the 80th anniversary of the founding in 1945".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anniversary {
    pub number: Stated<u16>,
    /// Number and noun.
    pub span: Span,
    /// Index of the mention that states the year of what is remembered, if the sentence has one.
    pub base: Option<u32>,
    /// Index of the mention that dates the anniversary itself, if one stands beside it.
    pub held: Option<u32>,
    pub sentence: u32,
}

/// "her second visit since February". A first since then counts as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    pub number: Stated<u16>,
    /// The noun that is counted.
    pub noun: Span,
    /// Index of the mention behind "since".
    pub since: u32,
    pub sentence: u32,
}

/// An order word before a date: "before May 5", "ahead of Monday".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    pub relation: Relation,
    pub word: Span,
    /// Index of the mention.
    pub time: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Before,
    After,
    During,
    Since,
    Until,
}

/// Reads the statements of a text whose time expressions are known.
pub fn statements(layout: &Layout<'_>, times: &[Timex]) -> Statements {
    let mut out = Statements::default();
    for (index, sentence) in layout.sentences.iter().enumerate() {
        for at in sentence.first as usize..sentence.last as usize {
            let word = layout.word(at);
            if word.len() == 11 && word.eq_ignore_ascii_case("anniversary") {
                out.anniversaries.extend(anniversary(layout, times, sentence, index as u32, at));
            }
        }
    }
    for (index, time) in times.iter().enumerate() {
        let Some(sentence) = layout.sentences.get(time.sentence as usize) else { continue };
        let at = layout.tokens.partition_point(|t| t.span.start < time.span.start);
        let Some((relation, word)) = relation(layout, sentence, at) else { continue };
        out.orders.push(Order { relation, word, time: index as u32 });
        if relation == Relation::Since {
            out.counts.extend(count(layout, sentence, time.sentence, index as u32, at));
        }
    }
    out
}

/// The number before "anniversary", and the dates around it.
fn anniversary(
    layout: &Layout<'_>,
    times: &[Timex],
    sentence: &Sentence,
    index: u32,
    at: usize,
) -> Option<Anniversary> {
    let first = sentence.first as usize;
    let number = (1..=4)
        .filter_map(|back| at.checked_sub(back).filter(|i| *i >= first))
        .find_map(|i| ordinal(layout, i))?;
    let span = number.span.cover(layout.token(at)?.span);
    let mut here = times.iter().enumerate().filter(|(_, t)| t.sentence == index);
    let year = |t: &Timex| t.parts.year.is_some();
    let of = layout.word(at + 1).eq_ignore_ascii_case("of");
    let near = |t: &Timex| {
        let gap = layout.text.get(span.end as usize..t.span.start as usize).unwrap_or_default();
        matches!(gap.trim(), "in" | "on" | "," | "")
    };
    let held = here.clone().find(|(_, t)| t.span.start >= span.end && near(t));
    let base = here.find(|(_, t)| of && year(t) && t.span.start >= span.end && !near(t));
    let place = |found: Option<(usize, &Timex)>| found.map(|(i, _)| i as u32);
    Some(Anniversary { number, span, base: place(base), held: place(held), sentence: index })
}

/// "80th", "eightieth", "70-year" before its noun.
fn ordinal(layout: &Layout<'_>, at: usize) -> Option<Stated<u16>> {
    let token = layout.token(at)?;
    let year = || layout.word(at + 2).eq_ignore_ascii_case("year") && layout.word(at + 1) == "-";
    let value = match lexicon::at(layout, at) {
        Word::Ordinal(n) => u16::from(n),
        Word::First => 1,
        Word::Unit(Unit::Second) => 2,
        Word::Digits(n, 1..=4) | Word::Small(n) | Word::Tens(n) if year() => u16::try_from(n).ok()?,
        _ => return None,
    };
    Some(Stated { value, span: token.span })
}

/// The order word that ends right before token `at`.
fn relation(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> Option<(Relation, Span)> {
    let before = at.checked_sub(1).filter(|i| *i >= sentence.first as usize)?;
    let span = layout.token(before)?.span;
    let pair = |first: &str, second: &str| {
        let one = before.checked_sub(1).filter(|i| *i >= sentence.first as usize)?;
        let found =
            layout.word(one).eq_ignore_ascii_case(first) && layout.word(before).eq_ignore_ascii_case(second);
        found.then(|| layout.token(one).map(|t| t.span.cover(span)))?
    };
    for (first, second) in [("ahead", "of"), ("prior", "to")] {
        if let Some(span) = pair(first, second) {
            return Some((Relation::Before, span));
        }
    }
    let word = layout.word(before);
    const WORDS: &[(&str, Relation)] = &[
        ("before", Relation::Before),
        ("after", Relation::After),
        ("following", Relation::After),
        ("during", Relation::During),
        ("throughout", Relation::During),
        ("since", Relation::Since),
        ("until", Relation::Until),
        ("till", Relation::Until),
        ("by", Relation::Until),
    ];
    WORDS.iter().find(|(w, _)| word.eq_ignore_ascii_case(w)).map(|(_, relation)| (*relation, span))
}

/// "second visit" within a few words before "since".
fn count(layout: &Layout<'_>, sentence: &Sentence, index: u32, since: u32, at: usize) -> Option<Count> {
    let first = (sentence.first as usize).max(at.saturating_sub(12));
    let (number_at, number) = (first..at.saturating_sub(1)).rev().find_map(|i| {
        let named = layout.word(i + 1).starts_with(char::is_alphabetic);
        ordinal(layout, i).filter(|_| named).map(|number| (i, number))
    })?;
    let noun = layout.token(number_at + 1)?.span;
    Some(Count { number, noun, since, sentence: index })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::time;

    fn read(text: &str) -> (Vec<String>, Statements) {
        let layout = Layout::of(text, Language::english());
        let times = time::read(&layout);
        let statements = statements(&layout, &times);
        (times.iter().map(|t| t.span.of(text).to_owned()).collect(), statements)
    }

    #[test]
    fn anniversaries_with_their_years() {
        let (times, found) = read("Oslo marks the 75th anniversary of the treaty signed in 1949.");
        let [a] = found.anniversaries.as_slice() else { panic!("{found:?}") };
        assert_eq!((a.number.value, a.base.map(|i| times[i as usize].as_str())), (75, Some("1949")));
        let (times, found) = read("They celebrated the fiftieth anniversary in 2021.");
        let [a] = found.anniversaries.as_slice() else { panic!("{found:?}") };
        assert_eq!((a.number.value, a.base), (50, None));
        assert_eq!(a.held.map(|i| times[i as usize].as_str()), Some("2021"));
        assert!(read("The anniversary was quiet.").1.anniversaries.is_empty());
    }

    #[test]
    fn counts_since() {
        let text = "It is her third trip to Lima since March 2019.";
        let (times, found) = read(text);
        let [count] = found.counts.as_slice() else { panic!("{found:?}") };
        assert_eq!((count.number.value, count.noun.of(text)), (3, "trip"));
        assert_eq!(times[count.since as usize], "March 2019");
    }

    #[test]
    fn order_words() {
        let text = "The talks come ahead of Monday and before May 5.";
        let (_, found) = read(text);
        let words: Vec<_> = found.orders.iter().map(|o| (o.relation, o.word.of(text))).collect();
        assert_eq!(words, [(Relation::Before, "ahead of"), (Relation::Before, "before")]);
    }
}
