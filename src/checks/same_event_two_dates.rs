//! DL201 same-event-two-dates: one article gives one meeting two dates.

use super::Finding;
use super::context::Context;
use super::reasoning::meeting_date::{DateFrame, MeetingDate, date_of};
use super::reasoning::wording;
use super::report::Report;
use crate::article::cues::PlacedKind;
use crate::events::compare::{self, SAME_MEETING};
use crate::meetings::{EventMention, MeetingKind, Status};
use crate::text::{Span, indexed};

/// Mentions that are compared with each other: the work grows with their square.
const MAX_MENTIONS: usize = 200;

/// A mention of the meeting, and the date it gives.
type Dated<'a> = (&'a EventMention, MeetingDate);

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    for mentions in same_meetings(context) {
        let dated: Vec<Dated<'_>> = mentions
            .into_iter()
            .filter(|mention| !context.is_unsettled(mention.sentence) && mention.status != Status::Off)
            .filter_map(|mention| Some((mention, date_of(context, mention)?)))
            .filter(|(mention, date)| !report.is_tainted(date.span) && is_close(context, mention, date))
            .collect();
        if let Some(finding) = two_dates(context, &dated) {
            report.add(finding);
        }
    }
}

/// The first date of a meeting that cannot be true together with an earlier one.
fn two_dates(context: &Context<'_>, dated: &[Dated<'_>]) -> Option<Finding> {
    let (earlier, later) = dated.iter().enumerate().find_map(|(at, later)| {
        let earlier = dated.iter().take(at).find(|earlier| contradict(earlier, later))?;
        Some((earlier, later))
    })?;
    // The date given less often is to blame; if equal, the later one.
    let blame_earlier = support(&earlier.1, dated) < support(&later.1, dated);
    let ((mention, wrong), (other, right)) = if blame_earlier { (earlier, later) } else { (later, earlier) };
    let (here, there) = (said(context, wrong), said(context, right));
    let message = format!("`{}` is dated {here} here and {there} there", context.quote(mention.span));
    let related = format!("`{}` is {there}", context.quote(other.span));
    Some(Finding::new(201, wrong.span, message).related(context.place(right.span), related))
}

/// The days, if the calendar gives them, else the words.
fn said(context: &Context<'_>, date: &MeetingDate) -> String {
    match date.frame {
        DateFrame::Calendar => wording::window(date.window),
        _ => format!("`{}`", context.quote(date.span)),
    }
}

/// Two dates that cannot be of one meeting, for mentions certain to be of one: an edition is held once,
/// whether reported as planned or as held.
fn contradict((earlier, date): &Dated<'_>, (later, other): &Dated<'_>) -> bool {
    // A journey to several places is in each on other days.
    let stages = earlier.kind == MeetingKind::Visit && earlier.place != later.place;
    let same = earlier.edition.is_some() || earlier.status == later.status;
    same && !stages && date.is_apart(other)
}

/// How many mentions agree with a date.
fn support(date: &MeetingDate, dated: &[Dated<'_>]) -> usize {
    dated.iter().filter(|(_, other)| !other.is_apart(date)).count()
}

/// Whether the date is so close to its meeting that it certainly belongs to it: nothing is reported or said
/// in between.
fn is_close(context: &Context<'_>, mention: &EventMention, date: &MeetingDate) -> bool {
    let (first, second) = if date.span.start < mention.span.start {
        (date.span, mention.span)
    } else {
        (mention.span, date.span)
    };
    let between = Span::new(first.end, second.start);
    let most = if date.frame == DateFrame::UnknownWeek || date.weekday_only { 4 } else { 10 };
    let mut placed = context.article.cues.placed_in(between);
    context.article.text.slice(between).split_whitespace().nth(most).is_none()
        && !placed.any(|cue| cue.kind == PlacedKind::Separates)
}

/// Groups mentions of one meeting. The chains keep meetings with different dates apart, and rightly so; here
/// the dates are ignored.
fn same_meetings<'a>(context: &'a Context<'_>) -> Vec<Vec<&'a EventMention>> {
    let mut groups: Vec<Vec<&EventMention>> = Vec::new();
    for (at, mention) in indexed(&context.article.meetings.mentions).take(MAX_MENTIONS) {
        // "The talks" refers back, "the second talks" does not.
        let refers_back = context.article.cues.is_definite(at);
        let score =
            |first: &EventMention| compare::mentions(context.article, mention, first, refers_back).score();
        let same = |group: &&mut Vec<&EventMention>| group.first().is_some_and(|f| score(f) >= SAME_MEETING);
        match groups.iter_mut().find(same) {
            Some(group) => group.push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups
}
