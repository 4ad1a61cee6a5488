//! Meetings as an article reports them: talks, visits, summits, calls … with participants, place and time.
//! `events` decides which meetings of different articles are the same.

mod actors;
mod chain;
pub mod evidence_weights;
mod part_of;
mod reader;
mod roles;
pub mod series;
mod status;
#[cfg(test)]
mod tests;
mod trigger;
mod triggers;
mod view;

use crate::names::{CountryCode, Lexicon, LocalEntity, Names, Title};
use crate::text::{Index, Layout, Sentence, Span};
use crate::time::{RangeEnd, Sections, Timex};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingKind {
    /// met, held talks, discussions, consultations
    Talks,
    /// visit, trip, arrived
    Visit,
    /// Leaders: summit, leaders' meeting
    Summit,
    /// forum, conference, dialogue, assembly, foreign ministers' meeting
    Conference,
    /// phone call, video call
    Call,
    /// parade, ceremony, funeral, inauguration
    Ceremony,
}

impl MeetingKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Visit => "visit",
            Self::Summit => "summit",
            Self::Conference => "conference",
            Self::Call => "call",
            Self::Ceremony => "ceremony",
        }
    }
}

/// Whether it took place, as far as this mention says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Held,
    Planned,
    /// Postponed, cancelled, or said not to have happened.
    Off,
}

/// One mention of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMention {
    /// The name ("third Belt and Road Forum") or the trigger ("met", "visit", "held talks").
    pub span: Span,
    pub kind: MeetingKind,
    pub status: Status,
    /// A named series, as the normal form of its written name ("belt and road forum").
    pub series: Option<Box<str>>,
    pub edition: Option<u16>,
    /// Who took part, in order of mention, people only.
    pub who: Vec<Index<LocalEntity>>,
    /// Participants given by title only.
    pub titled: Vec<Index<Title>>,
    /// Countries and organisations that took part.
    pub sides: Vec<Index<LocalEntity>>,
    /// When; a range gives both ends.
    pub when: Vec<Index<Timex>>,
    /// The date is only that of the beginning or the end: "arrived on Monday", "a visit that ends on Friday".
    pub edge: Option<RangeEnd>,
    pub place: Option<Index<LocalEntity>>,
    /// The country of the place.
    pub country: Option<CountryCode>,
    /// The place is the country itself.
    pub whole_country: bool,
    /// The meeting this one was part of or on the sidelines of.
    pub part_of: Option<Index<EventMention>>,
    /// Its coreference chain.
    pub local: Index<LocalEvent>,
    pub sentence: Index<Sentence>,
}

/// One meeting within one article: its mentions and their combined details.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEvent {
    /// Ascending.
    pub mentions: Vec<Index<EventMention>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meetings {
    /// In order of place, disjoint.
    pub mentions: Vec<EventMention>,
    pub local: Vec<LocalEvent>,
    pub earlier: Vec<Earlier>,
}

/// "her second visit since February" implies another visit, in February, without naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The meeting that is counted.
    pub counted: Index<EventMention>,
    /// The time mention after "since".
    pub since: Index<Timex>,
}

/// Finds the meetings of a text.
pub fn read(
    layout: &Layout<'_>,
    times: &[Timex],
    sections: &Sections,
    names: &Names,
    lexicon: &Lexicon,
) -> Meetings {
    let mut meetings = reader::read(layout, times, sections, names, lexicon);
    let counts = crate::time::counts(layout, times);
    let earlier = counts.iter().filter(|count| count.number.value >= 2).filter_map(|count| {
        let counted = meetings.mentions.iter().position(|mention| mention.span.overlaps(count.noun))?;
        Some(Earlier { counted: Index::new(counted), since: count.since })
    });
    meetings.earlier = earlier.collect();
    meetings
}
