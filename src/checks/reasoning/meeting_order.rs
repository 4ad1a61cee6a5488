//! The dated meetings of an article as constraints: each is a period of days, related to others by "before",
//! "after" and "during". Constraints that cannot all hold are a conflict.

use jiff::civil::{Date, date};

use super::meeting_date::calendar_date;
use super::network::{Network, ORIGIN, Point};
use crate::article::Cue;
use crate::article::cues::{PlacedCue, PlacedKind};
use crate::checks::context::{Context, DatedMeeting, MeetingConflict};
use crate::checks::report::Report;
use crate::meetings::{EventMention, Status};
use crate::text::{Index, Span, indexed};
use crate::time::window::days_between;

/// The day from which the days of the network are counted.
const DAY_ZERO: Date = date(1990, 1, 1);

/// Mentions examined: the cost of the network grows with their square.
const MAX_MENTIONS: usize = 200;

/// Why a constraint holds; indices into the meetings.
#[derive(Clone, Debug, PartialEq)]
enum Because {
    /// A mention's date.
    Date,
    /// An order word between two mentions.
    Order { first: usize, then: usize, word: PlacedCue },
    /// The inner one is part of the outer one.
    Within { inner: usize, outer: usize },
    /// A meeting ends after it begins.
    Nature,
}

/// A dated meeting in the network.
struct Placed<'a> {
    meeting: DatedMeeting,
    mention: &'a EventMention,
    /// The index of the mention in `Meetings::mentions`.
    index: Index<EventMention>,
    start: Point,
    end: Point,
}

/// The first conflict of the article. The first check to ask fixes the input of the network: mentions that
/// its report has tainted by then are left out, and one network gives one conflict.
pub fn conflict<'c>(context: &'c Context<'_>, report: &Report) -> Option<&'c MeetingConflict> {
    context.meeting_conflict.get_or_init(|| find(context, report)).as_ref()
}

fn find(context: &Context<'_>, report: &Report) -> Option<MeetingConflict> {
    let mut network = Network::new();
    let placed = place(context, report, &mut network);
    if placed.len() < 2 {
        return None;
    }
    bind_parts(context, &placed, &mut network);
    bind_ordered(context, &placed, &mut network);
    let cycle = network.conflict()?;
    let meeting = |at: usize| placed.get(at).map(|placed| placed.meeting);
    cycle.into_iter().find_map(|because| match because {
        Because::Order { first, then, word } => {
            Some(MeetingConflict::Order { first: meeting(first)?, then: meeting(then)?, word })
        }
        Because::Within { inner, outer } => {
            Some(MeetingConflict::Containment { inner: meeting(inner)?, outer: meeting(outer)? })
        }
        Because::Date | Because::Nature => None,
    })
}

/// Puts the dated meetings into the network, each between its first and its last day.
fn place<'a>(context: &'a Context<'_>, report: &Report, network: &mut Network<Because>) -> Vec<Placed<'a>> {
    let mut placed = Vec::new();
    for (index, mention) in indexed(&context.article.meetings.mentions).take(MAX_MENTIONS) {
        if mention.status == Status::Off || context.is_unsettled(mention.sentence) {
            continue;
        }
        let date = calendar_date(context, mention).filter(|date| !report.is_tainted(date.span));
        let Some(date) = date else { continue };
        let (start, end) = (network.point(), network.point());
        if let Some(from) = date.window.earliest {
            network.at_most(start, ORIGIN, -i64::from(days_between(DAY_ZERO, from)), Because::Date);
        }
        if let Some(to) = date.window.latest {
            network.at_most(ORIGIN, end, i64::from(days_between(DAY_ZERO, to)), Because::Date);
        }
        network.in_order(start, end, Because::Nature);
        let meeting = DatedMeeting { span: mention.span, when: date.span, window: date.window };
        placed.push(Placed { meeting, mention, index, start, end });
    }
    placed
}

/// Adds constraints for parts: during a visit or on the sidelines of a summit means within its days, but only
/// where the sentence says so.
fn bind_parts(context: &Context<'_>, placed: &[Placed<'_>], network: &mut Network<Because>) {
    for (inner, part) in placed.iter().enumerate() {
        let Some(mention) =
            part.mention.part_of.filter(|_| context.holds(part.mention.sentence, Cue::Within))
        else {
            continue;
        };
        let Some(outer) = position_of(context, placed, mention) else { continue };
        // A visit given with one day has more days than that.
        let Some(whole) = placed.get(outer).filter(|p| p.meeting.window.single().is_none()) else { continue };
        let because = Because::Within { inner, outer };
        network.in_order(whole.start, part.end, because.clone());
        network.in_order(part.start, whole.end, because);
    }
}

/// The dated meeting of a mention: its own, one of the same meeting or, for "the visit", the only visit in
/// the article.
fn position_of(context: &Context<'_>, placed: &[Placed<'_>], mention: Index<EventMention>) -> Option<usize> {
    let this = mention.of(&context.article.meetings.mentions)?;
    let own = placed.iter().position(|p| p.index == mention);
    let same = || placed.iter().position(|p| p.mention.local == this.local);
    own.or_else(same).or_else(|| only_of_its_kind(this, placed))
}

/// The only dated meeting of this kind, if a mention without date and name may refer to it.
fn only_of_its_kind(this: &EventMention, placed: &[Placed<'_>]) -> Option<usize> {
    let undated = this.when.is_empty() && this.series.is_none();
    let mut kin = placed.iter().enumerate().filter(|(_, p)| p.mention.kind == this.kind);
    let (at, only) = kin.next().filter(|_| undated && kin.next().is_none())?;
    let shared = this.who.is_empty() || this.who.iter().any(|who| only.mention.who.contains(who));
    shared.then_some(at)
}

/// "met X on 17 May before the summit on 15 May": an order word between two mentions of one sentence.
fn bind_ordered(context: &Context<'_>, placed: &[Placed<'_>], network: &mut Network<Because>) {
    for (at, pair) in placed.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        if a.mention.sentence != b.mention.sentence || a.mention.span.end > b.mention.span.start {
            continue;
        }
        let between = Span::new(a.mention.span.end, b.mention.span.start);
        match (only_word(context, between, is_before), only_word(context, between, is_after)) {
            (Some(word), None) => {
                network.in_order(a.start, b.end, Because::Order { first: at, then: at + 1, word });
            }
            (None, Some(word)) => {
                network.in_order(b.start, a.end, Because::Order { first: at + 1, then: at, word });
            }
            _ => {}
        }
    }
}

fn is_before(kind: PlacedKind) -> bool {
    matches!(kind, PlacedKind::Before { .. })
}

fn is_after(kind: PlacedKind) -> bool {
    matches!(kind, PlacedKind::After { .. })
}

/// Words that may stand between an order word and the mention it applies to.
const MAX_WORDS_BEHIND: usize = 4;

/// The order word of this kind, if there is only one, near the second mention and in its clause, with no word
/// right before it that changes its meaning.
fn only_word(context: &Context<'_>, between: Span, is_wanted: fn(PlacedKind) -> bool) -> Option<PlacedCue> {
    let text = &context.article.text;
    let mut words = context.article.cues.placed_in(between).filter(|cue| is_wanted(cue.kind));
    let first = *words.next()?;
    if words.any(|other| !text.slice(other.span).eq_ignore_ascii_case(text.slice(first.span))) {
        return None;
    }
    let rest = text.slice(Span::new(first.span.end, between.end));
    let near =
        rest.split_whitespace().nth(MAX_WORDS_BEHIND).is_none() && !rest.contains([',', ';', '.', ':']);
    (near && !is_qualified(context, between, first)).then_some(first)
}

/// Whether the word before an order word is also between the mentions and changes its meaning.
fn is_qualified(context: &Context<'_>, between: Span, word: PlacedCue) -> bool {
    let before = context.article.text.slice(Span::new(between.start, word.span.start));
    let (PlacedKind::Before { qualified } | PlacedKind::After { qualified }) = word.kind else {
        return false;
    };
    qualified && !before.trim().is_empty()
}
