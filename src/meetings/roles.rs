//! Who, where and when: read off the words around a trigger, each with a rule of its own.

use super::actors::{self, Actor, Case, Who};
use super::triggers::words::{is_auxiliary, is_modal};
use super::triggers::{Form, Lead, Trigger};
use super::view::View;
use super::{MeetingKind, Status, status};
use crate::time::TimexKind;

#[derive(Clone, Debug)]
pub(super) struct Roles {
    pub who: Vec<u32>,
    pub titled: Vec<u32>,
    pub sides: Vec<u32>,
    pub when: Vec<u32>,
    pub place: Option<u32>,
    pub status: Status,
    /// "they", "both leaders": the people of the meeting before.
    pub pair: bool,
}

/// What earlier sentences leave for pronouns: the person last spoken of, most of all as a subject.
#[derive(Default)]
pub(super) struct Discourse {
    subject: Option<Who>,
}

/// One sentence with its actors.
pub(super) struct Scene<'v> {
    pub view: &'v View<'v>,
    first: usize,
    last: usize,
    actors: Vec<Actor>,
}

impl<'v> Scene<'v> {
    /// Reads the sentence and resolves "he" and "she": the nearest subject before, here or in an earlier sentence.
    pub fn of(view: &'v View<'v>, sentence: usize, discourse: &mut Discourse) -> Self {
        let (first, last) =
            view.layout.sentences.get(sentence).map_or((0, 0), |s| (s.first as usize, s.last as usize));
        let mut actors = actors::find(view, first, last);
        let mut subject = discourse.subject;
        let mut opening = None;
        for actor in &mut actors {
            if actor.who == Who::One
                && let Some(who) = subject
            {
                actor.who = who;
            }
            if matches!(actor.who, Who::Person(_) | Who::Title(_)) {
                if actor.case == Case::Subject && !actor.owner {
                    subject = Some(actor.who);
                    opening = opening.or(subject);
                } else if subject.is_none() {
                    subject = Some(actor.who);
                }
            }
        }
        discourse.subject = opening.or(subject);
        Self { view, first, last, actors }
    }

    /// The roles of one trigger; `others` are the triggers of the same sentence.
    pub fn roles(&self, trigger: &Trigger, others: &[&Trigger]) -> Roles {
        let mut roles = Roles {
            who: Vec::new(),
            titled: Vec::new(),
            sides: Vec::new(),
            when: self.when(trigger, others),
            place: self.place(trigger, others),
            status: status::read(self.view, trigger, self.first, self.last),
            pair: false,
        };
        for who in self.people(trigger, others) {
            match who {
                Who::Person(i) => push(&mut roles.who, i),
                Who::Title(i) => push(&mut roles.titled, i),
                Who::Side(i) => push(&mut roles.sides, i),
                Who::Pair => roles.pair = true,
                Who::One => {}
            }
        }
        roles
    }

    fn people(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Who> {
        let mut out = Vec::new();
        let visit = trigger.kind == MeetingKind::Visit;
        match trigger.lead {
            Lead::Owned(owner) => out.extend(self.at(owner)),
            _ => {
                let guest = visit && trigger.form == Form::Verb && self.view.low(trigger.head) == "visiting";
                if guest && let Some(guest) = self.behind(trigger.last) {
                    return vec![guest];
                }
                let adjunct = visit && trigger.lead != Lead::Definite && trigger.verb.is_none();
                if let Some(verb) = trigger.verb.or(adjunct.then_some(trigger.first)) {
                    out.extend(self.subjects(verb));
                }
            }
        }
        // "his meeting": the owner may stand behind a carrier too; either way what follows joins.
        let stop = self.stop_after(trigger, others);
        let mut taken = None;
        for actor in self.actors.iter().filter(|a| a.first >= trigger.last && a.first < stop) {
            let joined = taken.is_some() && self.is_joined(taken, actor);
            let direct = match actor.case {
                Case::Object(governor) => {
                    trigger.form == Form::Verb
                        && !visit
                        && governor < trigger.last
                        && governor + 1 >= trigger.first
                }
                Case::Oblique(at) => match self.view.low(at) {
                    "with" => !visit,
                    "between" => !visit,
                    "of" => at <= trigger.last + 1 && !matches!(actor.who, Who::Side(_) if visit),
                    "by" | "from" => visit && at <= trigger.last + 1 && !matches!(actor.who, Who::Side(_)),
                    _ => false,
                },
                _ => false,
            };
            // A direct object right behind the verb counts whatever its governor was taken for.
            let next = trigger.form == Form::Verb && !visit && actor.first <= trigger.last;
            if (direct || joined || next) && !actor.owner {
                out.push(actor.who);
                taken = Some(actor.last);
            }
        }
        let people = out.iter().any(|w| matches!(w, Who::Person(_) | Who::Title(_)));
        if people {
            // A person's country is no side of its own.
            out.retain(|w| !matches!(w, Who::Side(_)));
        }
        out
    }

    fn is_joined(&self, taken: Option<usize>, actor: &Actor) -> bool {
        let Some(end) = taken else { return false };
        actor.first >= end
            && actor.first <= end + 5
            && (end..actor.first).all(|i| {
                matches!(self.view.low(i), "and" | "," | "the" | "his" | "as" | "well" | "both")
                    || self.view.is_capital(i)
            })
            && (end..actor.first).any(|i| self.view.low(i) == "and" || self.view.low(i) == ",")
            && (self.view.low(end) != "," || self.list_goes_on(actor))
    }

    /// "with A, B and C": behind the comma a list must go on, or it is another clause.
    fn list_goes_on(&self, actor: &Actor) -> bool {
        (actor.first.saturating_sub(3)..actor.first).any(|i| self.view.low(i) == "and")
            || matches!(self.view.low(actor.last), "and" | ",")
    }

    /// The actor whose phrase covers or touches this token.
    fn at(&self, token: usize) -> Vec<Who> {
        let found = self.actors.iter().position(|a| a.first <= token && token < a.last + 1);
        let Some(index) = found else { return Vec::new() };
        let mut out: Vec<Who> = self.actors.get(index).map(|a| a.who).into_iter().collect();
        // "Xi and Putin’s meeting"
        if let (Some(a), Some(b)) =
            (index.checked_sub(1).and_then(|i| self.actors.get(i)), self.actors.get(index))
            && self.view.low(a.last) == "and"
            && a.last + 1 == b.first
        {
            out.insert(0, a.who);
        }
        out
    }

    fn behind(&self, token: usize) -> Option<Who> {
        self.actors
            .iter()
            .filter(|a| a.first >= token && a.first <= token + 6)
            .map(|a| a.who)
            .find(|w| matches!(w, Who::Person(_) | Who::Title(_)))
    }

    /// The subject of the verb at this token with what is joined to it: the nearest actor before that nothing governs.
    fn subjects(&self, verb: usize) -> Vec<Who> {
        let before: Vec<&Actor> = self.actors.iter().filter(|a| a.last <= verb && !a.owner).collect();
        let Some(nearest) = before.iter().rposition(|a| {
            (a.case == Case::Subject || self.is_next(a, verb))
                && (!matches!(a.who, Who::Side(_)) || self.is_bare_subject(a, verb))
        }) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        let mut end = nearest;
        while let (Some(a), Some(b)) = (before.get(end), before.get(end + 1))
            && b.case == Case::Subject
            && (a.last..b.first).all(|i| matches!(self.view.low(i), "and" | "," | "the"))
        {
            end += 1;
        }
        let mut start = nearest;
        while let (Some(a), Some(b)) = (start.checked_sub(1).and_then(|i| before.get(i)), before.get(start))
            && a.case == Case::Subject
            && (a.last..b.first).any(|i| self.view.low(i) == "and" || self.view.low(i) == ",")
            && (a.last..b.first).all(|i| {
                matches!(self.view.low(i), "and" | "," | "the")
                    || self.view.is_capital(i)
                    || self.view.title(i).is_some()
            })
            && (self.view.low(a.last) == "and" || start != nearest)
        {
            start -= 1;
        }
        out.extend(before.get(start..=end).unwrap_or_default().iter().map(|a| a.who));
        out
    }

    /// "During the visit Roe held": right before the verb and its helpers, whatever stands before.
    fn is_next(&self, actor: &Actor, verb: usize) -> bool {
        matches!(actor.case, Case::Object(_))
            && (actor.last..verb).all(|i| {
                let word = self.view.low(i);
                is_auxiliary(word)
                    || is_modal(word)
                    || word.ends_with("ly")
                    || matches!(word, "also" | "then" | "to" | "expected" | "due" | "set")
            })
    }

    /// A country does something itself only right before the verb: "China and Russia hold talks".
    fn is_bare_subject(&self, actor: &Actor, verb: usize) -> bool {
        verb.saturating_sub(actor.last) <= 2
    }

    /// Where the words of this trigger end: at the next trigger, or where another clause begins.
    fn stop_after(&self, trigger: &Trigger, others: &[&Trigger]) -> usize {
        let next = others.iter().map(|t| t.first).filter(|f| *f >= trigger.last).min().unwrap_or(self.last);
        let clause = (trigger.last..self.last).find(|i| {
            matches!(
                self.view.low(*i),
                "after"
                    | "before"
                    | "when"
                    | "while"
                    | "where"
                    | "which"
                    | "who"
                    | "that"
                    | "following"
                    | "ahead"
                    | ";"
                    | "because"
                    | "as"
                    | "since"
                    | "accompanied"
                    | "amid"
                    | "said"
                    | "says"
                    | ":"
            )
        });
        next.min(clause.unwrap_or(self.last))
    }

    fn start_before(&self, trigger: &Trigger, others: &[&Trigger]) -> usize {
        others.iter().map(|t| t.last).filter(|l| *l <= trigger.first).max().unwrap_or(self.first)
    }

    /// "in Sochi", "to North Korea", "visited India", "his Delhi visit"; at last "In Sochi on 13 May, …".
    fn place(&self, trigger: &Trigger, others: &[&Trigger]) -> Option<u32> {
        let view = self.view;
        let stop = self.stop_after(trigger, others);
        let visit = trigger.kind == MeetingKind::Visit;
        let placed = |i: usize, from: usize| -> Option<u32> {
            let place = view.place(i)?;
            let before = i.checked_sub(1)?;
            let p = if view.low(before) == "the" { before.checked_sub(1)? } else { before };
            let word = if p < from { "" } else { view.low(p) };
            let here =
                matches!(word, "in" | "at" | "near" | "outside") || visit && matches!(word, "to" | "for");
            (here || visit && trigger.form == Form::Verb && p + 1 == trigger.last).then_some(place.entity)
        };
        let after = (trigger.last..stop).find_map(|i| placed(i, trigger.first));
        let inside = || {
            (trigger.first.saturating_sub(3).max(self.first)..trigger.head).rev().find_map(|i| {
                let owner = view.is_possessive(i + 1);
                view.place(i)
                    .filter(|_| visit && !owner && view.mention_index(i) != view.mention_index(i + 1))
                    .map(|p| p.entity)
            })
        };
        let before = || {
            let from = self.start_before(trigger, others);
            (from..trigger.first).rev().find_map(|i| {
                let place = view.place(i)?;
                let p = i.checked_sub(1).filter(|p| *p >= from)?;
                let told = self
                    .actors
                    .iter()
                    .any(|a| a.first > i && a.last <= trigger.head && !matches!(a.who, Who::Side(_)));
                (matches!(view.low(p), "in" | "at") && told && !visit).then_some(place.entity)
            })
        };
        after.or_else(inside).or_else(before)
    }

    /// The dates of the clause: in the noun phrase ("today’s meeting"), behind the trigger, else before it.
    fn when(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<u32> {
        let view = self.view;
        let date = |i: usize| -> Option<u32> {
            let index = view.time_index(i)?;
            let timex = view.times.get(index)?;
            let dated = matches!(timex.kind, TimexKind::Date | TimexKind::Time);
            let first = view.token_at(timex.span.start);
            let before = first.checked_sub(1).map_or("", |b| view.low(b));
            (dated && first == i && !matches!(before, "since" | "until" | "till" | "by" | "than"))
                .then_some(index as u32)
        };
        let stop = self.stop_after(trigger, others);
        let start = self.start_before(trigger, others);
        let phrase = || {
            (trigger.first.saturating_sub(5).max(start)..trigger.first).rev().find(|i| {
                date(*i).is_some()
                    && view.time_index(*i).is_some_and(|t| {
                        let end = view.times.get(t).map_or(0, |t| view.token_at(t.span.end));
                        view.is_possessive(end) || end == trigger.first
                    })
            })
        };
        let after = || (trigger.last..stop).find(|i| date(*i).is_some());
        let before = || (start..trigger.first).rev().find(|i| date(*i).is_some());
        let opening = || {
            let shared = others.iter().any(|t| t.first < trigger.first && t.form == Form::Verb);
            (self.first..trigger.first)
                .take(8)
                .find(|i| date(*i).is_some())
                .filter(|_| shared && trigger.form == Form::Verb)
        };
        let Some(index) = phrase().or_else(after).or_else(before).or_else(opening).and_then(date) else {
            return Vec::new();
        };
        let mut out = vec![index];
        if let Some((_, other)) = view.times.get(index as usize).and_then(|t| t.range) {
            out.push(other);
        } else {
            // "between Monday and Wednesday", unmarked: the next one right behind "to" or a dash.
            out.dedup();
        }
        out.sort_unstable();
        out
    }
}

fn push(list: &mut Vec<u32>, item: u32) {
    if !list.contains(&item) {
        list.push(item);
    }
}
