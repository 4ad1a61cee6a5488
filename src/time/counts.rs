//! Counts that start at a date: "her second visit since February".

use super::lexicon::{self, Word};
use super::unit::Unit;
use super::{Stated, Timex};
use crate::text::{Index, Layout, Sentence, Span, indexed};

/// "her second visit since February". The first one since then counts as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    pub number: Stated<u16>,
    /// The noun that is counted.
    pub noun: Span,
    /// The mention after "since".
    pub since: Index<Timex>,
}

/// Tokens before "since" in which the number is looked for.
const MAX_NUMBER_TOKENS: usize = 12;

/// The counts of a text whose time expressions are known, in order.
pub fn counts(layout: &Layout<'_>, times: &[Timex]) -> Vec<Count> {
    indexed(times).filter_map(|(index, time)| count(layout, time, index)).collect()
}

/// "second visit" within a few words before "since" and the mention `time`.
fn count(layout: &Layout<'_>, time: &Timex, index: Index<Timex>) -> Option<Count> {
    let sentence = time.sentence.of(&layout.sentences)?;
    let at = layout.tokens.partition_point(|t| t.span.start < time.span.start);
    is_since(layout, sentence, at).then_some(())?;
    let first = sentence.tokens().start.max(at.saturating_sub(MAX_NUMBER_TOKENS));
    let (number_at, number) = (first..at.saturating_sub(1)).rev().find_map(|i| {
        let named = layout.word(i + 1).starts_with(char::is_alphabetic);
        ordinal(layout, i).filter(|_| named).map(|number| (i, number))
    })?;
    let noun = layout.token(number_at + 1)?.span;
    Some(Count { number, noun, since: index })
}

/// Whether the token before `at` is "since".
fn is_since(layout: &Layout<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|i| *i >= sentence.tokens().start);
    before.is_some_and(|i| layout.word(i).eq_ignore_ascii_case("since"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::time;

    #[test]
    fn counts_since() {
        let text =
            "It is her third trip to Lima since March 2019. A fourth trip before May 2020 is no count.";
        let layout = Layout::of(text, Language::english());
        let times = time::read(&layout);
        let found = counts(&layout, &times);
        let [count] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((count.number.value, count.noun.of(text)), (3, "trip"));
        assert_eq!(times[count.since.row()].span.of(text), "March 2019");
    }
}
