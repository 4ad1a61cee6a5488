//! Words that change what a sentence says about a date or a meeting. Read by `crate::article::cues`.

use rustc_hash::FxHashMap;

use super::Tables;
use super::table::{Named, Row, WordClasses, broken, named, rows};
use super::time::Unit;

named! {
    /// What a word or a phrase says about its sentence.
    pub enum Cue {
        /// "Correction", "an earlier version", "old style": a date here may be wrong on purpose.
        Retracted,
        /// "Postponed", "instead of", "originally": a date was changed.
        Rescheduled,
        /// "Next", "upcoming", "to": a verb in the past may describe a plan.
        LooksAhead,
        /// "Was to", "scheduled", "by", "announced": the sentence looks forward from the past, or reports
        /// what others said.
        Foretells,
        /// "Would", "hoped", "was to": what is described may never have happened.
        Hypothetical,
        /// "Opens", "arrived", "from": the sentence gives the first day of something.
        Begins,
        /// "Begins", "embarks": in a headline, something begins as the article is written.
        BeginsNow,
        /// "Closed", "until", "left": the sentence gives the last day of something.
        Ends,
        /// It names an anniversary.
        Anniversary,
        /// "Day": it may count days.
        Day,
        /// "Days".
        Days,
        /// "Nights", "at least", "days later": days are counted differently here, or are not a length.
        OtherMeasure,
        /// "Then", "former", "served as": an office may be that of another time.
        OtherTime,
        /// "During", "on the sidelines": one meeting is part of another.
        Within,
        /// "Before", "ahead of": what precedes it comes first. Kept with its place.
        Before,
        /// "After", "following": what follows it comes first. Kept with its place.
        After,
        /// A past verb, if written in lower case. Kept with its place.
        PastVerb,
        /// Between a meeting and a date, it shows that the date belongs to something else. Kept with its
        /// place.
        Separates,
        /// Between a verb and a date that does not belong to it: "ordered him to appear on 3 October". Kept
        /// with its place.
        PartsVerb,
    }
}

named! {
    class
    /// Single words that a reader of cues looks for in a certain position.
    pub enum CueWord {
        /// Right before a time: "in 2012".
        LeadsAt,
        /// Right before a time: "until Thursday".
        LeadsUntil,
        Will,
        Today,
        /// Before a time: "not Monday".
        Denial,
        /// Before a count that is not quite complete: "almost a year since".
        Nearly,
        /// What is counted in "ten years ago".
        Year,
        Ago,
        Since,
        /// Before the date that begins a count.
        LeadsDate,
        /// What has a length in days: "4-day visit".
        Lasting,
        /// After "anniversary".
        Of,
        /// Begins what an anniversary commemorates.
        The,
        /// Adds nothing to what an anniversary commemorates: "the", "its".
        Determiner,
        /// What an anniversary commemorates continues after it: "diplomatic relations with Japan".
        GoesOn,
        /// Right before a meeting, it shows that the meeting was mentioned before: "The talks", "this visit".
        Definite,
        /// Right before a word of order: "not before", "two days after".
        QualifiesOrder,
        /// "this year", "this October"
        This,
        /// Among the words before the year in which something was held.
        Held,
        /// Before the year an anniversary commemorates: "signed in 1963".
        Founded,
        /// In a byline: the date after it is that of the article.
        Published,
    }
}

named! {
    /// What stands between a time mention and the next one in its sentence. The variants are named after
    /// their words.
    #[derive(Default)]
    pub enum TimeLink {
        /// Other words, or no next mention.
        #[default]
        Other,
        Nothing,
        Comma,
        In,
        CommaIn,
        On,
        CommaOn,
        CommaOf,
        Parenthesis,
        ParenthesisIn,
        Bracket,
        Dash,
        /// "the", ", the"
        The,
        /// ", a", "is a", "was a"
        IsA,
    }
}

/// A day, month or year relative to the article's: last month is (month, −1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deictic {
    pub unit: Unit,
    pub by: i8,
}

/// A set of cues, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueSet(u32);

impl CueSet {
    pub const fn of(cue: Cue) -> Self {
        Self(1 << cue as u32)
    }

    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn has(self, cue: Cue) -> bool {
        self.0 & Self::of(cue).0 != 0
    }
}

/// The cues that begin with a given word.
#[derive(Debug, Default)]
pub struct CuePhrases {
    /// Those of the word alone.
    pub alone: CueSet,
    /// Those of phrases, each with the words that follow the first.
    pub longer: Vec<(&'static str, CueSet)>,
}

/// The cue words of one language.
#[derive(Debug)]
pub struct CueWords {
    /// First word in lower case → the cues it begins.
    phrases: FxHashMap<&'static str, CuePhrases>,
    pub classes: WordClasses<CueWord>,
    /// Relative words, in lower case.
    pub deictics: Vec<(&'static str, Deictic)>,
    /// Words and marks, separated by spaces.
    pub links: Vec<(&'static str, TimeLink)>,
}

/// The longest first word of a phrase, in bytes. A longer one would never be found.
const MAX_FIRST_WORD_BYTES: usize = 16;

impl CueWords {
    pub(super) fn build(tables: &Tables, errors: &mut Vec<String>) -> Self {
        let mut words = Self {
            phrases: FxHashMap::default(),
            classes: WordClasses::build("cue_words", tables.cue_words, errors),
            deictics: Vec::new(),
            links: Vec::new(),
        };
        for row in rows(tables.cues) {
            words.cue(row).unwrap_or_else(|| errors.push(broken("cues", row)));
        }
        for row in rows(tables.time_phrases) {
            words.time_phrase(row).unwrap_or_else(|| errors.push(broken("time_phrases", row)));
        }
        words
    }

    fn cue(&mut self, row: Row) -> Option<()> {
        let cue = CueSet::of(Cue::named(row.class).filter(|_| row.value.is_empty())?);
        let (first, rest) = row.word.split_once(' ').unwrap_or((row.word, ""));
        (first.len() <= MAX_FIRST_WORD_BYTES).then_some(())?;
        let phrases = self.phrases.entry(first).or_default();
        if rest.is_empty() {
            phrases.alone = phrases.alone.with(cue);
        } else {
            phrases.longer.push((rest, cue));
        }
        Some(())
    }

    fn time_phrase(&mut self, row: Row) -> Option<()> {
        match row.class {
            "Deictic" => {
                let (unit, by) = row.value.split_once(' ')?;
                let deictic = Deictic { unit: Unit::named(unit)?, by: by.parse().ok()? };
                self.deictics.push((row.word, deictic));
            }
            "Link" => self.links.push((row.word, TimeLink::named(row.value)?)),
            _ => return None,
        }
        Some(())
    }

    /// The cues that `word` begins, regardless of capitals.
    pub fn begun_by(&self, word: &str) -> Option<&CuePhrases> {
        let mut buffer = [0; MAX_FIRST_WORD_BYTES];
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.phrases.get(std::str::from_utf8(lower).ok()?)
    }
}
