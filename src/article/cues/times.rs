//! The words around time mentions: what introduces one, denies it, or links it to the next, and counts of
//! years.

use std::ops::Range;

use super::words;
use crate::lang::cues::{CueWord, Deictic, TimeLink};
use crate::text::{Index, Layout, Sentence, TokenKind, indexed};
use crate::time::Timex;
use crate::time::words::cardinal;

/// The words around one time mention in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeCues {
    /// It is a single relative expression: "last month", "yesterday".
    pub deictic: Option<Deictic>,
    /// It begins with "today".
    pub today: bool,
    /// The word that introduces it: "in", "until", "this".
    pub lead: Option<TimeLead>,
    /// The words right before deny it: "not Monday".
    pub denied: bool,
    /// "Will" stands before it.
    pub behind_will: bool,
    /// The words between it and the next mention.
    pub link: TimeLink,
}

/// The last word before a time mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLead {
    /// in, on, since, during
    At,
    /// until, till, through
    Until,
    /// this, also where it is the first word of the time: "signed this third day of May", "this Saturday"
    This,
}

/// A count of years that the next mention may begin: "ten years ago, in 2013", "a year since … in May 2022".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedYears {
    /// The time mention that holds the count.
    pub time: Index<Timex>,
    pub years: u16,
    pub counting: Counting,
}

/// How years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// "ten years ago"
    Ago,
    /// "a year since … in", up to the next mention
    Since,
    /// "almost a year since … in", up to the next mention
    AlmostSince,
}

/// A time mention in its sentence: tokens `first..last`.
struct Place<'a> {
    sentence: &'a Sentence,
    first: usize,
    last: usize,
}

/// Whitespace-separated words before a time in which a denial is looked for.
const DENIAL_WORDS: usize = 3;

/// Tokens before a time in which these words are: more only in chains without a space.
const MAX_DENIAL_TOKENS: usize = 32;

/// No link of the table has more tokens.
const MAX_LINK_TOKENS: usize = 4;

/// One per mention.
pub(super) fn read(layout: &Layout<'_>, times: &[Timex]) -> Box<[TimeCues]> {
    let next = times.iter().skip(1).map(Some).chain([None]);
    let mut wills = Wills::default();
    times.iter().zip(next).map(|(time, next)| around(layout, time, next, &mut wills)).collect()
}

fn around(layout: &Layout<'_>, time: &Timex, next: Option<&Timex>, wills: &mut Wills) -> TimeCues {
    let Some(place) = place(layout, time) else { return TimeCues::default() };
    let Place { sentence, first, last } = place;
    TimeCues {
        deictic: deictic(layout, first, last),
        today: words::is(layout, first, CueWord::Today),
        lead: lead(layout, sentence, first),
        denied: is_denied(layout, sentence, first),
        behind_will: wills.before(layout, sentence, first),
        link: next.map_or(TimeLink::Other, |next| link(layout, time, last, next)),
    }
}

/// Where "will" has been looked for: a sentence of a thousand dates is read once.
#[derive(Default)]
struct Wills {
    looked: Range<usize>,
    found: bool,
}

impl Wills {
    /// Whether "will" stands in a sentence before token `first`. Asked in order of place.
    fn before(&mut self, layout: &Layout<'_>, sentence: &Sentence, first: usize) -> bool {
        let start = sentence.tokens().start;
        if self.looked.start != start || self.looked.end > first {
            *self = Self { looked: start..start, found: false };
        }
        self.found |= (self.looked.end..first).any(|at| words::is(layout, at, CueWord::Will));
        self.looked.end = first;
        self.found
    }
}

fn place<'a>(layout: &'a Layout<'_>, time: &Timex) -> Option<Place<'a>> {
    let sentence = time.sentence.of(&layout.sentences)?;
    let first = layout.tokens.partition_point(|token| token.span.start < time.span.start);
    let last = layout.tokens.partition_point(|token| token.span.start < time.span.end);
    Some(Place { sentence, first, last })
}

/// The relative expression that the tokens `first..last` are, if any.
fn deictic(layout: &Layout<'_>, first: usize, last: usize) -> Option<Deictic> {
    let mut all = layout.language.cues.deictics.iter();
    all.find(|(phrase, _)| words::are(layout, first, last, phrase)).map(|(_, deictic)| *deictic)
}

fn lead(layout: &Layout<'_>, sentence: &Sentence, first: usize) -> Option<TimeLead> {
    if words::is(layout, first, CueWord::This) {
        return Some(TimeLead::This);
    }
    let mut before = (sentence.tokens().start..first).rev();
    let at = before.find(|at| layout.token(*at).is_some_and(|token| token.kind != TokenKind::Punct))?;
    if words::is(layout, at, CueWord::LeadsAt) {
        return Some(TimeLead::At);
    }
    if words::is(layout, at, CueWord::LeadsUntil) {
        return Some(TimeLead::Until);
    }
    words::is(layout, at, CueWord::This).then_some(TimeLead::This)
}

/// Whether one of the few words before token `first` denies what follows. A word with a mark does not.
fn is_denied(layout: &Layout<'_>, sentence: &Sentence, first: usize) -> bool {
    let before = (sentence.tokens().start..first).rev().take(MAX_DENIAL_TOKENS);
    let mut starts = before.filter(|at| words::is_spaced(layout, *at)).take(DENIAL_WORDS);
    starts.any(|at| {
        words::is(layout, at, CueWord::Denial) && (at + 1 == first || words::is_spaced(layout, at + 1))
    })
}

fn link(layout: &Layout<'_>, time: &Timex, last: usize, next: &Timex) -> TimeLink {
    if next.sentence != time.sentence {
        return TimeLink::Other;
    }
    let to = layout.tokens.partition_point(|token| token.span.start < next.span.start);
    if to.saturating_sub(last) > MAX_LINK_TOKENS {
        return TimeLink::Other;
    }
    if last == to {
        return TimeLink::Nothing;
    }
    let between = layout.language.cues.links.iter().find(|(phrase, _)| words::are(layout, last, to, phrase));
    between.map_or(TimeLink::Other, |(_, link)| *link)
}

/// The counts of years among the mentions, in order.
pub(super) fn counted_years(layout: &Layout<'_>, times: &[Timex]) -> Box<[CountedYears]> {
    let next = times.iter().skip(1).map(Some).chain([None]);
    indexed(times).zip(next).filter_map(|((index, time), next)| counted(layout, index, time, next)).collect()
}

fn counted(
    layout: &Layout<'_>,
    index: Index<Timex>,
    time: &Timex,
    next: Option<&Timex>,
) -> Option<CountedYears> {
    let Place { first, last, .. } = place(layout, time)?;
    let nearly = words::is(layout, first, CueWord::Nearly);
    let at = first + usize::from(nearly);
    words::is(layout, at + 1, CueWord::Year).then_some(())?;
    let counting = match last.checked_sub(at)? {
        3 if !nearly && words::is(layout, at + 2, CueWord::Ago) => Counting::Ago,
        2 if is_since(layout, last, time, next?) && nearly => Counting::AlmostSince,
        2 if is_since(layout, last, time, next?) => Counting::Since,
        _ => return None,
    };
    let count = layout.word(at);
    let years = count.parse().ok().or_else(|| cardinal(count))?;
    Some(CountedYears { time: index, years, counting })
}

/// "a year since the war began in February 2022": "since" after the first mention, "in" before the next, and
/// no new sentence or clause between.
fn is_since(layout: &Layout<'_>, last: usize, time: &Timex, next: &Timex) -> bool {
    let to = layout.tokens.partition_point(|token| token.span.start < next.span.start);
    next.sentence == time.sentence
        && last < to
        && words::is(layout, last, CueWord::Since)
        && words::is(layout, to - 1, CueWord::LeadsDate)
        && !(last..to).any(|at| layout.word(at).contains([';', '.']))
}
