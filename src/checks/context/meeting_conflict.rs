//! Meetings of one article whose dates and words contradict each other. `reasoning::meeting_order` finds
//! them.

use crate::article::cues::PlacedCue;
use crate::text::Span;
use crate::time::Window;

/// Two meetings of an article that cannot have taken place as it says.
#[derive(Clone, Debug)]
pub enum MeetingConflict {
    /// `first` is said to come before `then`, by this word.
    Order { first: DatedMeeting, then: DatedMeeting, word: PlacedCue },
    /// `inner` is said to be part of `outer`.
    Containment { inner: DatedMeeting, outer: DatedMeeting },
}

/// A dated meeting, by one mention.
#[derive(Clone, Copy, Debug)]
pub struct DatedMeeting {
    /// The words for the meeting.
    pub span: Span,
    /// The words for its dates.
    pub when: Span,
    pub window: Window,
}
