//! The place: "in Oslo", "to North Korea", "visited India", "his Delhi visit"; failing those, "In Oslo on 13
//! May, …".

use super::{SentenceActors, is_visit};
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::actors::{Case, Who};
use crate::meetings::trigger::{Trigger, TriggerForm};
use crate::names::LocalEntity;
use crate::text::Index;

/// How far after a trigger its place may stand, in tokens.
const MAX_PLACE_TOKENS: usize = 24;

impl SentenceActors<'_> {
    /// The place of the meeting: after its trigger, inside it, or before it.
    pub(super) fn place(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<LocalEntity>> {
        self.place_behind(trigger, others)
            .or_else(|| self.place_inside(trigger))
            .or_else(|| self.place_before(trigger, others))
    }

    fn place_behind(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<LocalEntity>> {
        let view = self.view;
        let stop = self.stop_after(trigger, others).min(trigger.last + MAX_PLACE_TOKENS);
        let visit = is_visit(trigger);
        let guest =
            visit && view.is(trigger.head, Class::VisitingVerb) && !self.people(trigger, others).is_empty();
        for i in trigger.last..stop {
            // After a comma, only another "in" continues the place: "…, in Oslo".
            if view.low(i) == ","
                && !view.is(i + 1, Class::InOrAt)
                && view.place(i + 1).is_none()
                && !self.in_list(i)
            {
                return None;
            }
            let Some(place) = view.place(i) else {
                if self.begins_another_predicate(i) {
                    return None;
                }
                continue;
            };
            let before = view.before(i);
            let p = if view.is(before, Class::The) { before.saturating_sub(1) } else { before };
            let here = p >= trigger.last && view.is(p, Class::Nearby)
                || visit && p >= trigger.last && view.is(p, Class::ToOrFor);
            let direct = visit && trigger.form == TriggerForm::Verb && p + 1 == trigger.last && !guest;
            let elsewhere = p.checked_sub(1).is_some_and(|topic| view.is(topic, Class::GoesOnThere));
            if (here || direct) && !(elsewhere && p > trigger.last) {
                return Some(place.entity);
            }
        }
        None
    }

    /// Whether the words from here on say something else: "to discuss the war in Gaza", "and praised the port
    /// of Oslo". A place after them is not the meeting's.
    fn begins_another_predicate(&self, i: usize) -> bool {
        let view = self.view;
        let word = view.known(i);
        let small = |at: usize| view.is_word(at) && !view.is_capital(at);
        if word.is(Class::To) {
            return small(i + 1)
                && !view.is(i + 1, Class::Determiner)
                && !view.is(i + 1, Class::Be)
                && !view.is(i + 1, Class::TakeVerb)
                && view.time_index(i + 1).is_none();
        }
        if word.is(Class::Auxiliary) || word.is(Class::Modal) {
            let held = |at: usize| {
                view.is(at, Class::HeldParticiple)
                    || view.is(at, Class::TakeVerb)
                    || view.is(at, Class::InOrAt)
            };
            return !(i + 1..i + 5).any(held);
        }
        let ends = view.low(i);
        let past = small(i)
            && ends.ends_with("ed")
            && ends.len() > 4
            && !word.is(Class::HeldParticiple)
            && !view.is(i + 1, Class::Preposition);
        // "aimed at ending the war in Ukraine"
        let gerund = small(i)
            && ends.ends_with("ing")
            && ends.len() > 5
            && !word.is(Class::MeetingNoun)
            && i.checked_sub(1).is_some_and(|b| view.is(b, Class::Preposition));
        past || gerund || ends == "—" || word.is(Class::Saying)
    }

    /// A comma inside a list of people, or around a title after a name.
    fn in_list(&self, comma: usize) -> bool {
        self.around(comma).iter().any(|a| {
            !matches!(a.who, Who::Side(_))
                && (a.first <= comma && comma < a.last
                    || a.first > comma && a.first <= comma + 3 && a.case != Case::Subject)
        }) || self.view.time_index(comma + 1).is_some()
            || self.view.title(comma + 1).is_some()
            || self.view.is(comma + 1, Class::The) && self.view.title(comma + 2).is_some()
    }

    /// "a four-day Russia visit", "the president’s Delhi visit".
    fn place_inside(&self, trigger: &Trigger) -> Option<Index<LocalEntity>> {
        let view = self.view;
        if !is_visit(trigger) || trigger.form != TriggerForm::Noun {
            return None;
        }
        (trigger.first.saturating_sub(3).max(self.first)..trigger.head).rev().find_map(|i| {
            let owner = view.is_possessive(i + 1);
            let ends = view.mention_index(i) != view.mention_index(i + 1);
            view.place(i).filter(|_| !owner && ends).map(|place| place.entity)
        })
    }

    fn place_before(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<LocalEntity>> {
        let view = self.view;
        let from = self.start_before(trigger, others);
        if is_visit(trigger) {
            return None;
        }
        (from.max(trigger.first.saturating_sub(MAX_PLACE_TOKENS))..trigger.first).rev().find_map(|i| {
            let place = view.place(i)?;
            let before = i.checked_sub(1).filter(|p| *p >= from)?;
            let someone = self.around(i).iter().any(|actor| {
                actor.first > i && actor.last <= trigger.head && !matches!(actor.who, Who::Side(_))
            });
            let told = someone || (i..trigger.first).any(|k| view.low(k) == ",");
            // "In Oslo on Monday, Roe met" opens its clause, "the leaders in Oslo, and talks" does not.
            let opens = before < self.first + 4 || view.low(before.saturating_sub(1)) == ",";
            (view.is(before, Class::InOrAt) && told && opens).then_some(place.entity)
        })
    }
}
