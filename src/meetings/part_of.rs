//! What a meeting was part of: talks during a visit, a bilateral meeting beside a summit.

use super::roles::TriggerWithRoles;
use super::trigger::TriggerForm;
use super::view::TokenView;
use super::{EventMention, LocalEvent, MeetingKind, Status};
use crate::lang::meetings::MeetingClass as Class;
use crate::text::Index;

/// For each mention, the mention of the meeting it is part of.
pub(super) fn find(
    view: &TokenView<'_>,
    told: &[TriggerWithRoles],
    local: &[Index<LocalEvent>],
) -> Vec<Option<Index<EventMention>>> {
    let visits: Vec<usize> = told
        .iter()
        .enumerate()
        .filter(|(_, t)| t.trigger.kind == MeetingKind::Visit)
        .map(|(i, _)| i)
        .take(64)
        .collect();
    let mut out: Vec<Option<Index<EventMention>>> =
        (0..told.len()).map(|at| stated(view, told, at)).collect();
    for (slot, at) in out.iter_mut().zip(0..) {
        if slot.is_none() {
            *slot = implied(view, told, &visits, local, at);
        }
    }
    // Never part of itself.
    for (at, slot) in out.iter_mut().enumerate() {
        *slot = slot.filter(|whole| local.get(whole.row()) != local.get(at));
    }
    out
}

/// "met on the sidelines of the summit", "during the visit, he will hold talks".
fn stated(view: &TokenView<'_>, told: &[TriggerWithRoles], at: usize) -> Option<Index<EventMention>> {
    let this = told.get(at)?;
    let sentence = this.trigger.sentence;
    if let Some(next) = told.get(at + 1).filter(|t| t.trigger.sentence == sentence)
        && (this.trigger.last..next.trigger.first).any(|i| is_within(view, i, this))
        && next.trigger.first.saturating_sub(this.trigger.last) <= 24
        && can_hold(next, this)
    {
        return Some(Index::new(at + 1));
    }
    let before = at.checked_sub(1)?;
    let holder = told.get(before).filter(|t| t.trigger.sentence == sentence)?;
    let opens = (holder.trigger.first.saturating_sub(7)..holder.trigger.first)
        .any(|i| is_within(view, i, holder) && view.layout.token(i).is_some());
    let relative = (holder.trigger.last..this.trigger.first)
        .any(|i| view.is(i, Class::During) && view.is(i + 1, Class::Which) || view.is(i, Class::Where));
    ((opens || relative) && can_hold(holder, this)).then_some(Index::new(before))
}

fn is_within(view: &TokenView<'_>, at: usize, this: &TriggerWithRoles) -> bool {
    let word = view.known(at);
    // "the closing session of the summit"
    let session = view.is(this.trigger.head, Class::SessionNoun) && at <= this.trigger.last;
    word.is(Class::Within)
        || word.is(Class::Part) && view.is(at + 1, Class::Of)
        || word.is(Class::OfOrAt) && session
}

/// Whether one can be part of the other: talks of anything; a summit of a visit; a visit of nothing.
fn can_hold(holder: &TriggerWithRoles, part: &TriggerWithRoles) -> bool {
    rank(holder) > rank(part)
        || (rank(holder) == rank(part) && holder.trigger.name.is_some() && part.trigger.name.is_none())
}

fn rank(told: &TriggerWithRoles) -> u8 {
    match told.trigger.kind {
        MeetingKind::Talks | MeetingKind::Call => 0,
        MeetingKind::Ceremony | MeetingKind::Conference => 1,
        MeetingKind::Summit => 2,
        MeetingKind::Visit => 3,
    }
}

/// The visitor's talks are part of the visit, if the article has only one that could include them.
fn implied(
    view: &TokenView<'_>,
    told: &[TriggerWithRoles],
    visits: &[usize],
    local: &[Index<LocalEvent>],
    at: usize,
) -> Option<Index<EventMention>> {
    let this = told.get(at)?;
    if this.trigger.kind != MeetingKind::Talks || this.roles.who.is_empty() && this.roles.titled.is_empty() {
        return None;
    }
    let mut visits = visits.iter().filter_map(|i| Some((*i, told.get(*i)?))).filter(|(_, t)| {
        // "invited her to visit", "has visited Bonn, Oslo and Rome": another time.
        let perfect = t.trigger.form == TriggerForm::Verb
            && t.roles.when.is_empty()
            && t.trigger.first.checked_sub(1).is_some_and(|i| view.is(i, Class::Hold));
        let ahead = t.roles.status == Status::Planned && this.roles.status == Status::Held;
        if perfect || ahead {
            return false;
        }
        let visitor = t.roles.who.iter().any(|w| this.roles.who.contains(w))
            || t.roles.titled.iter().any(|w| this.roles.titled.contains(w));
        let there = match (t.country, this.country) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        visitor && there
    });
    let (first, _) = visits.next()?;
    let one = visits.all(|(i, _)| local.get(i) == local.get(first));
    one.then_some(Index::new(first))
}
