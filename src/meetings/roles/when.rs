//! The time: a date in the noun phrase ("today’s meeting"), after the trigger, else before it in the same
//! clause.

use super::SentenceActors;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::trigger::{Lead, Trigger, TriggerForm};
use crate::meetings::{MeetingKind, Status, status};
use crate::text::{Index, TokenKind};
use crate::time::{Anchor, RangeEnd, Timex, TimexKind};

/// How far from a trigger its date may stand, in tokens.
const MAX_DATE_TOKENS: usize = 30;

/// Whether a time names a day, not a month or a year.
pub(in crate::meetings) fn is_one_day(time: &Timex) -> bool {
    let coarse = time.parts.month.is_some() || time.parts.year.is_some();
    time.parts.day.is_some() || time.parts.weekday.is_some() || !coarse
}

/// Whether a meeting is over on the day it begins, as a rule.
fn lasts_a_day(trigger: &Trigger) -> bool {
    matches!(trigger.kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony)
}

impl SentenceActors<'_> {
    /// The dates of the meeting: both ends of a range, otherwise one date.
    pub(super) fn when(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Index<Timex>> {
        let found = self
            .date_in_phrase(trigger, others)
            .or_else(|| self.date_behind(trigger, others))
            .or_else(|| self.date_before(trigger, others))
            .or_else(|| self.shared_date(trigger, others))
            .or_else(|| self.section_date(trigger));
        let Some(index) = found else { return Vec::new() };
        let mut out = vec![index];
        out.extend(index.of(self.view.times).and_then(|t| t.range).map(|(_, other)| other));
        if out.len() == 1 {
            out.extend(self.joined_days(index));
        }
        // "She attended the summit on Monday": her day, not all of the summit's.
        let lasts = matches!(trigger.kind, MeetingKind::Summit | MeetingKind::Conference);
        let attends = trigger.verb.is_some_and(|verb| self.view.is(verb, Class::Attending));
        if lasts && attends && out.len() == 1 && index.of(self.view.times).is_some_and(is_one_day) {
            return Vec::new();
        }
        out.sort_unstable();
        out
    }

    /// "16 and 17 September", "on Sunday and Monday": the other day.
    fn joined_days(&self, index: Index<Timex>) -> Option<Index<Timex>> {
        let view = self.view;
        let before = index.row().checked_sub(1).map(Index::new);
        [before.zip(Some(index)), Some((index, index.next()))].into_iter().flatten().find_map(|(a, b)| {
            let (first, second) = (a.of(view.times)?, b.of(view.times)?);
            let and = view.token_at(first.span.end);
            let joined = view.is(and, Class::And) && view.token_at(second.span.start) == and + 1;
            let days = [first, second].iter().all(|t| t.parts.day.is_some() || t.parts.weekday.is_some());
            (joined && days).then_some(if a == index { b } else { a })
        })
    }

    /// Whether the single date of a meeting of several days is its first or its last.
    pub(super) fn edge(&self, trigger: &Trigger, when: &[Index<Timex>]) -> Option<RangeEnd> {
        if lasts_a_day(trigger) || when.len() != 1 {
            return None;
        }
        let near = trigger.verb.into_iter().chain(trigger.last..(trigger.last + 6).min(self.last));
        near.take_while(|i| !self.view.is(*i, Class::ClauseOpener)).find_map(|i| {
            // "a summit at the end of August" may last for days before and after its date.
            let noun = i.checked_sub(1).is_some_and(|before| self.view.is(before, Class::The));
            let word = self.view.known(i);
            let end = || (word.is(Class::EndVerb) && !noun).then_some(RangeEnd::End);
            (word.is(Class::BeginVerb) && !noun).then_some(RangeEnd::Begin).or_else(end)
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
        // "Programme 2030" is a title, "the Summit last week" is none.
        let figures = view.token(before + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let proper = figures
            && view.is_capital(before)
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
            // "Friday’s first session of the summit": the day is that of the session.
            let of = (end..trigger.first).any(|k| view.is(k, Class::Of));
            (!of && view.is_possessive(end) || end == trigger.first || end == trigger.head)
                .then(|| self.date(i))
                .flatten()
        })
    }

    fn date_behind(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let view = self.view;
        let stop = self.stop_after(trigger, others).min(trigger.last + MAX_DATE_TOKENS);
        // "the minutes of the meeting on Monday", "the meeting’s minutes on Monday"
        if trigger.form == TriggerForm::Noun && (view.is_possessive(trigger.last) || self.is_told(trigger)) {
            return None;
        }
        for i in trigger.last..stop {
            if let Some(date) = self.date(i) {
                return Some(date).filter(|_| !self.is_of_another(date, i));
            }
            // "after the talks, they said on Monday", "visited Oslo, and today he flies on"
            let comma = view.low(i) == ",";
            let and = i + 1 + usize::from(view.is(i + 1, Class::And));
            if comma && (view.is(and, Class::SubjectPronoun) && !view.is(and, Class::Who))
                || comma && view.is(i + 1, Class::And) && view.time_index(i + 2).is_some()
            {
                return None;
            }
            if self.view.is(i, Class::Commemorating) || self.view.is(i, Class::Telling) {
                return None;
            }
            // A participle begins another topic: "held talks in Oslo, winning the vote on Monday".
            if self.view.low(i) == "," && self.view.low(i + 1).ends_with("ing") {
                return None;
            }
        }
        None
    }

    /// Whether a date belongs to another noun ("the 2020 clash"), or is an hour of no day ("in the
    /// afternoon").
    fn is_of_another(&self, date: Index<Timex>, at: usize) -> bool {
        let view = self.view;
        let Some(timex) = date.of(view.times) else { return true };
        let end = view.token_at(timex.span.end);
        let parts = timex.parts;
        let bare_year = parts.year.is_some() && parts.month.is_none() && parts.day.is_none();
        let begins = at == self.first || view.is(at - 1, Class::Determiner);
        let modifies = begins && view.is_word(end) && !view.is(end, Class::Preposition);
        // "that morning": of the day just named.
        bare_year && modifies || timex.expr.is_hour_of_no_day() && !view.is(at, Class::That)
    }

    /// "updated Roe on his talks with Ling on Monday": the day of telling.
    fn is_told(&self, trigger: &Trigger) -> bool {
        let back = (trigger.first.saturating_sub(4).max(self.first)..trigger.first).rev();
        let on = back.into_iter().find(|i| self.view.is(*i, Class::OnOrAbout));
        on.is_some_and(|on| {
            (on.saturating_sub(5).max(self.first)..on).any(|i| self.view.is(i, Class::InformVerb))
        })
    }

    fn date_before(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<Index<Timex>> {
        let start = self.start_before(trigger, others);
        let shared = start > self.first;
        // "On Monday he hosted Roe for a visit"
        let hosted = trigger.kind == MeetingKind::Visit
            && (start..trigger.first).any(|i| self.view.is(i, Class::HostVerb));
        let carried = trigger.form == TriggerForm::Verb || trigger.verb.is_some() || hosted;
        let anchor = trigger.verb.unwrap_or(trigger.first).min(trigger.first);
        for i in (start.max(trigger.first.saturating_sub(MAX_DATE_TOKENS))..trigger.first).rev() {
            // After another trigger and before a new clause, the date belongs to the other.
            if shared && (self.view.is(i, Class::ClauseOpener) || self.view.is(i, Class::AndComma)) {
                return None;
            }
            if let Some(date) = self.date(i) {
                // "Culminating his tour, Roe on Monday met": the date is not the tour's.
                let end = date.of(self.view.times).map_or(i, |t| self.view.token_at(t.span.end));
                let own = match carried {
                    true => !self.is_purpose(end, anchor),
                    false => self.leads_to(end, trigger, shared) || self.opens_with(i, trigger, others),
                };
                let own = own && !self.is_of_another(date, i);
                return Some(date).filter(|_| own && !self.is_day_of_saying(i));
            }
            // "said on Monday that the talks": the day of saying so.
            if self.view.is(i, Class::That) || self.view.is(i, Class::Telling) {
                return None;
            }
        }
        None
    }

    /// "On Monday, the talks began": only the words of the noun phrase stand between, or "at" with them. "On
    /// Monday Roe spoke at the summit" does not date the summit.
    fn leads_to(&self, end: usize, trigger: &Trigger, shared: bool) -> bool {
        let noun = trigger.first;
        let comma = end + usize::from(self.view.low(end) == ",");
        let at = !shared && lasts_a_day(trigger) && self.view.is(comma, Class::InPhrase);
        let from = if at { comma + 1 } else { end };
        end + 8 > noun
            && (from..noun).all(|i| {
                let word = self.view.known(i);
                let past = self.view.low(i).ends_with("ed") && !self.view.is_capital(i);
                let verb =
                    past || word.is(Class::Auxiliary) || word.is(Class::Modal) || word.is(Class::Saying);
                let outside =
                    word.is(Class::Preposition) || word.is(Class::Pronoun) || word.is(Class::Conjunction);
                let person = self.view.person(i).is_some() && !(i..noun).any(|k| self.view.is_possessive(k));
                !(verb || outside || person)
            })
    }

    /// "In Oslo on Monday, Roe sat down with Ling for talks": a day that opens the sentence is that of all it
    /// reports.
    fn opens_with(&self, date: usize, trigger: &Trigger, others: &[&Trigger]) -> bool {
        let first = others.iter().all(|other| other.first > trigger.first);
        let new = matches!(trigger.lead, Lead::Bare | Lead::Indefinite);
        let said = (date..trigger.first).any(|i| self.view.is(i, Class::Saying));
        date < self.first + 6 && first && new && !said && lasts_a_day(trigger) && self.in_phrase(trigger)
    }

    /// "spoke on Monday to discuss the visit that he will pay": what is done for a purpose has another day.
    fn is_purpose(&self, end: usize, verb: usize) -> bool {
        (end..verb).any(|i| self.view.is(i, Class::To) && self.view.is(i + 1, Class::Discuss))
    }

    /// "announced on Monday", "said Tuesday".
    fn is_day_of_saying(&self, date: usize) -> bool {
        let from = date.saturating_sub(2).max(self.first);
        (from..date).any(|i| self.view.is(i, Class::Saying) && !self.view.is(i, Class::That))
    }

    /// "3 May 2024: Roe meets Ling": the day of the row or the heading, for what its main clause tells.
    fn section_date(&self, trigger: &Trigger) -> Option<Index<Timex>> {
        let view = self.view;
        let section = view.sections.of(trigger.sentence.of(&view.layout.sentences)?);
        let Anchor::Mention(day) = section.from else { return None };
        let verb = trigger.verb.or(Some(trigger.head)).filter(|_| section.tells);
        let main = verb.filter(|_| trigger.form == TriggerForm::Verb || trigger.verb.is_some())?;
        let held = status::read(view, trigger, self.first, self.last) == Status::Held;
        // "Roe, who had met Ling, spoke": another day.
        let opens = |i: usize| view.is(i, Class::ClauseOpener) || view.is(i, Class::WhereOrWho);
        let aside = |i: usize| opens(i) && view.low(i).starts_with(char::is_alphabetic);
        let earlier = main.checked_sub(1).is_some_and(|i| view.is(i, Class::Auxiliary));
        let dated = view.times.get(day.row()).is_some_and(|day| day.kind == TimexKind::Date);
        (held && dated && !earlier && !(self.first..main).any(aside)).then_some(day)
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
