//! The time: a date in the noun phrase ("today’s meeting"), after the trigger, else before it in the same
//! clause.

use super::SentenceActors;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::trigger::{Trigger, TriggerForm};
use crate::text::Index;
use crate::time::{RangeEnd, Timex, TimexKind};

/// How far from a trigger its date may stand, in tokens.
const MAX_DATE_TOKENS: usize = 30;

impl SentenceActors<'_> {
    /// The dates of the meeting: both ends of a range, otherwise one date.
    pub(super) fn when(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Index<Timex>> {
        let found = self
            .date_in_phrase(trigger, others)
            .or_else(|| self.date_behind(trigger, others))
            .or_else(|| self.date_before(trigger, others))
            .or_else(|| self.shared_date(trigger, others));
        let Some(index) = found else { return Vec::new() };
        let mut out = vec![index];
        out.extend(index.of(self.view.times).and_then(|t| t.range).map(|(_, other)| other));
        out.sort_unstable();
        out
    }

    /// Whether the single date of a meeting of several days is its first or its last.
    pub(super) fn edge(&self, trigger: &Trigger, when: &[Index<Timex>]) -> Option<RangeEnd> {
        let long = !matches!(trigger.kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony);
        if !long || when.len() != 1 {
            return None;
        }
        let near = trigger.verb.into_iter().chain(trigger.last..(trigger.last + 6).min(self.last));
        near.map(|i| self.view.known(i)).take_while(|word| !word.is(Class::ClauseOpener)).find_map(|word| {
            let end = || word.is(Class::EndVerb).then_some(RangeEnd::End);
            word.is(Class::BeginVerb).then_some(RangeEnd::Begin).or_else(end)
        })
    }

    /// The date that begins at this token, if it can be that of a meeting.
    fn date(&self, at: usize) -> Option<Index<Timex>> {
        let view = self.view;
        let index = view.time_index(at)?;
        let timex = index.of(view.times)?;
        let first = view.token_at(timex.span.start);
        let dated = matches!(timex.kind, TimexKind::Date | TimexKind::Time) && first == at;
        let before = first.checked_sub(1).filter(|b| *b >= self.first);
        (dated && before.is_none_or(|b| self.dates(b))).then_some(index)
    }

    /// Whether a date after this token is that of the meeting: after "on", a comma, a name or a verb, but not
    /// inside a title ("Programme 2030"), a deadline or a count of years.
    fn dates(&self, before: usize) -> bool {
        let view = self.view;
        let word = view.known(before);
        if word.is(Class::NotWhen) {
            return word.is(Class::Of) && view.is(before.saturating_sub(1), Class::DatePart);
        }
        let proper = view.is_capital(before)
            && view.mention(before).is_none()
            && view.title(before).is_none()
            && view.time_index(before).is_none()
            && before > self.first
            && !view.is_title_case_at(before);
        !proper || word.is(Class::Preposition)
    }

    fn date_in_phrase(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let view = self.view;
        let start = self.start_before(trigger, others).max(trigger.head.saturating_sub(6));
        (start..trigger.head).rev().find_map(|i| {
            let index = view.time_index(i)?;
            let end = index.of(view.times).map_or(0, |t| view.token_at(t.span.end));
            (view.is_possessive(end) || end == trigger.first || end == trigger.head)
                .then(|| self.date(i))
                .flatten()
        })
    }

    fn date_behind(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let stop = self.stop_after(trigger, others).min(trigger.last + MAX_DATE_TOKENS);
        for i in trigger.last..stop {
            if let Some(date) = self.date(i) {
                return Some(date);
            }
            if self.view.is(i, Class::Commemorating) {
                return None;
            }
            // A participle begins another topic: "held talks in Oslo, winning the vote on Monday".
            if self.view.low(i) == "," && self.view.low(i + 1).ends_with("ing") {
                return None;
            }
        }
        None
    }

    fn date_before(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let start = self.start_before(trigger, others);
        let shared = start > self.first;
        for i in (start.max(trigger.first.saturating_sub(MAX_DATE_TOKENS))..trigger.first).rev() {
            // After another trigger and before a new clause, the date belongs to the other.
            if shared && (self.view.is(i, Class::ClauseOpener) || self.view.is(i, Class::AndComma)) {
                return None;
            }
            if let Some(date) = self.date(i) {
                // "Culminating his tour, Roe on Monday met": the date is not the tour's.
                return Some(date);
            }
        }
        None
    }

    /// "On Monday Roe visited Oslo and met Ling": both on Monday.
    fn shared_date(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let before = others.iter().filter(|t| t.first < trigger.first);
        let verb = before.clone().any(|t| t.form == TriggerForm::Verb || t.verb.is_some());
        let same = before
            .map(|t| t.last)
            .max()
            .is_some_and(|end| !(end..trigger.first).any(|i| self.view.is(i, Class::ClauseOpener)));
        if !verb || !same || trigger.form != TriggerForm::Verb && trigger.verb.is_none() {
            return None;
        }
        (self.first..trigger.first).take(8).find_map(|i| self.date(i))
    }
}
