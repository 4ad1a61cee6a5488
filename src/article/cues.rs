//! What sentences say besides times, names and meetings, read once, while tokens exist. Later rooms use these
//! cues and never look at the words of an article.
//!
//! | question | answer |
//! | --- | --- |
//! | May a date here be wrong on purpose, or was it changed? | [`Cue::Retracted`], [`Cue::Rescheduled`] |
//! | Do the words right before a date deny it ("not Monday")? | [`TimeCues::denied`] |
//! | May a verb in the past refer to the future? | [`Cue::LooksAhead`], [`Cue::Foretells`] |
//! | May what is described never have happened? | [`Cue::Hypothetical`] |
//! | Does the sentence give the first or the last day of something? | [`Cue::Begins`], [`Cue::Ends`] |
//! | Does a headline announce what begins as it is written? | [`Cue::BeginsNow`] |
//! | How long does something last ("4-day visit")? | [`Cues::lengths`] |
//! | Are days counted differently in this sentence ("nights", "at least")? | [`Cue::OtherMeasure`] |
//! | Is one meeting part of another? | [`Cue::Within`] |
//! | Was an office held at another time? | [`Cue::OtherTime`] |
//! | Past verbs, and words that order two meetings or separate one from a date | [`Cues::placed_in`] |
//! | Is it "the talks", mentioned before? | [`Cues::is_definite`] |
//! | Which year does an anniversary commemorate, and which anniversary is it? | [`Cues::anniversaries`] |
//! | "Ten years ago", "almost a year since": how many years? | [`Cues::counted_years`] |
//! | Which relative expression is this ("last month")? | [`TimeCues::deictic`] |
//! | Does the next date explain it ("last month, in June")? | [`TimeCues::link`] |
//! | What introduces a date: "in 2012", "until Thursday"? | [`TimeCues::lead`] |
//! | Does "will" stand before a date ("will … in May")? | [`TimeCues::behind_will`] |
//!
//! "Her second visit since February" counts meetings, so `Meetings::earlier` reads it.

mod anniversaries;
mod lengths;
mod placed;
mod times;
mod words;

use crate::lang::cues::CueSet;
pub use crate::lang::cues::{Cue, Deictic, TimeLink};
use crate::meetings::EventMention;
use crate::text::{Index, Layout, Sentence, Span, indexed};
use crate::time::Timex;
pub use anniversaries::{Anniversary, SubjectWord};
pub use lengths::DayLength;
pub use placed::{PlacedCue, PlacedKind};
pub use times::{CountedYears, Counting, TimeCues, TimeLead};

/// The cues of one article. Articles are kept by the thousand, so a sentence costs four bytes and a time
/// mention eight; the rest is rare.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cues {
    /// One per sentence.
    sentences: Box<[CueSet]>,
    /// One per time mention.
    times: Box<[TimeCues]>,
    /// In order of place.
    pub anniversaries: Box<[Anniversary]>,
    /// "Ten years ago", in order of place.
    pub counted_years: Box<[CountedYears]>,
    /// "4-day visit", in order of place.
    pub lengths: Box<[DayLength]>,
    /// In order of place.
    placed: Box<[PlacedCue]>,
    /// Ascending.
    definite: Box<[Index<EventMention>]>,
}

impl Cues {
    /// Whether the sentence has the cue; false past the end.
    pub fn holds(&self, sentence: Index<Sentence>, cue: Cue) -> bool {
        self.sentences.get(sentence.row()).is_some_and(|cues| cues.has(cue))
    }

    /// The words around the time mention; nothing past the end.
    pub fn of_time(&self, time: Index<Timex>) -> TimeCues {
        self.times.get(time.row()).copied().unwrap_or_default()
    }

    /// The lengths in `span`.
    pub fn lengths_in(&self, span: Span) -> impl Iterator<Item = &DayLength> {
        let from = self.lengths.partition_point(|length| length.span.start < span.start);
        self.lengths.iter().skip(from).take_while(move |length| length.span.end <= span.end)
    }

    /// The cues with a place in `span`, which lies in a sentence with a time or a meeting.
    pub fn placed_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &PlacedCue> {
        let from = self.placed.partition_point(|cue| cue.span.start < span.start);
        let to = self.placed.partition_point(|cue| cue.span.start < span.end);
        let within = self.placed.get(from..to).unwrap_or_default();
        within.iter().filter(move |cue| cue.span.end <= span.end)
    }

    /// Whether "the" or "this" stands right before the event mention with this index.
    pub fn is_definite(&self, mention: Index<EventMention>) -> bool {
        self.definite.binary_search(&mention).is_ok()
    }
}

/// Reads the cues of a text whose times and meetings are known: one pass, with one table lookup per word.
pub(super) fn read(layout: &Layout<'_>, times: &[Timex], meetings: &[EventMention]) -> Cues {
    let mut sentences = Vec::with_capacity(layout.sentences.len());
    let (mut anniversaries, mut lengths, mut placed) = (Vec::new(), Vec::new(), Vec::new());
    let wanted = placed::wanted(layout, times, meetings);
    for (index, sentence) in indexed(&layout.sentences) {
        let mut all = CueSet::default();
        for at in sentence.tokens() {
            let cues = words::cues_at(layout, sentence, at);
            all = all.with(cues);
            if wanted.get(index.row()) == Some(&true) {
                placed.extend(placed::read(layout, sentence, at, cues));
            }
            if cues.has(Cue::Anniversary) {
                let told = anniversaries::read(layout, index, at, anniversaries.last());
                anniversaries.extend(told);
            }
            if cues.has(Cue::Day) || cues.has(Cue::Days) {
                lengths.extend(lengths::read(layout, sentence, at, cues.has(Cue::Days)));
            }
        }
        sentences.push(all);
    }
    Cues {
        sentences: sentences.into(),
        times: times::read(layout, times),
        anniversaries: anniversaries.into(),
        counted_years: times::counted_years(layout, times),
        lengths: lengths.into(),
        placed: placed.into(),
        definite: placed::definite(layout, meetings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Hints};
    use crate::lang::Language;
    use crate::names::Lexicon;
    use crate::text::position::Text;

    fn read(text: &str) -> Article {
        Article::read(Text::new(text), Hints::default(), &Lexicon::default(), Language::english())
    }

    #[test]
    fn a_phrase_is_found_whole() {
        for (text, cue, holds) in [
            ("An earlier version gave the wrong day.", Cue::Retracted, true),
            ("The earlier version gave the wrong day.", Cue::Retracted, false),
            ("It was moved, instead of cancelled.", Cue::Rescheduled, true),
            ("The removed text was about an instead.", Cue::Rescheduled, false),
            ("The talks KICKED OFF at noon.", Cue::Begins, true),
            ("The kick was off.", Cue::Begins, false),
            ("The rally ended at", Cue::Ends, true),
        ] {
            assert_eq!(read(text).cues.holds(Index::new(0), cue), holds, "{text}");
        }
        assert!(!read("It ended.").cues.holds(Index::new(7), Cue::Ends));
    }

    #[test]
    fn what_stands_around_a_time() {
        let around = |text: &str| read(text).cues.of_time(Index::new(0));
        assert!(around("They did not meet Monday.").denied);
        assert!(!around("They did not, Monday.").denied);
        assert!(around("She will speak there on Monday.").behind_will);
        assert_eq!(around("They stay until Thursday.").lead, Some(TimeLead::Until));
        assert_eq!(around("They met in 2012.").lead, Some(TimeLead::At));
        let gloss = around("They met last month, in June.");
        assert_eq!((gloss.deictic.map(|d| d.by), gloss.link), (Some(-1), TimeLink::CommaIn));
    }

    #[test]
    fn years_are_counted() {
        let counted = |text: &str| read(text).cues.counted_years.first().map(|c| (c.years, c.counting));
        assert_eq!(counted("They met ten years ago, in 2013."), Some((10, Counting::Ago)));
        let since = "It is almost a year since the war began in May 2022.";
        assert_eq!(counted(since), Some((1, Counting::AlmostSince)));
        assert_eq!(counted("They met two weeks ago, in June."), None);
    }

    #[test]
    fn words_with_their_places() {
        let text =
            "They met, and the talks of Monday were held two days after the summit and ahead of the rally.";
        let article = read(text);
        let all = article.cues.placed_in(Span::new(0, text.len() as u32));
        let found: Vec<_> = all.map(|cue| (cue.span.of(text), cue.kind)).collect();
        let expected = [
            ("met", PlacedKind::PastVerb),
            ("were", PlacedKind::PastVerb),
            ("held", PlacedKind::PastVerb),
            ("after", PlacedKind::After { qualified: true }),
            ("after", PlacedKind::Separates),
            ("ahead of", PlacedKind::Before { qualified: false }),
        ];
        assert_eq!(found, expected);
        let talks = article.meetings.mentions.iter().position(|mention| mention.span.of(text) == "talks");
        assert!(talks.is_some_and(|talks| article.cues.is_definite(Index::new(talks))));
    }

    #[test]
    fn lengths_with_what_lasts() {
        let text = "Roe begins 4-day official visit\n\nThe holiday lasts three days.";
        let article = read(text);
        let found: Vec<_> =
            article.cues.lengths.iter().map(|l| (l.span.of(text), l.days, l.plural)).collect();
        assert_eq!(found, [("4-day", 4, false), ("three days", 3, true)]);
        let what = article.cues.lengths.first().and_then(|length| length.what);
        assert_eq!(what.map(|span| span.of(text)), Some("visit"));
    }
}
