//! The participants: the owner ("Merkel’s visit"), the subject of the verb, and those after "with",
//! "between", "by".

use super::{SentenceActors, is_visit};
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::actors::{Actor, Case, Who};
use crate::meetings::trigger::{Lead, Trigger, TriggerForm};

impl SentenceActors<'_> {
    /// Who took part in the meeting, in order of mention.
    pub(super) fn people(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Who> {
        let view = self.view;
        if let Some((first, second)) = view.pair_before(trigger.head) {
            let mut pair = self.at(first);
            pair.extend(self.at(second).into_iter().filter(|who| !pair.contains(who)).collect::<Vec<_>>());
            return pair;
        }
        if is_visit(trigger)
            && trigger.form == TriggerForm::Verb
            && view.is(trigger.head, Class::VisitingVerb)
            && let Some(guest) = self.guest(trigger.last)
        {
            return vec![guest];
        }
        if is_visit(trigger) && self.is_of_guests(trigger) {
            return Vec::new();
        }
        let companions = self.companions(trigger, others);
        if is_visit(trigger) && !companions.is_empty() {
            // "a visit by Merkel": the subject of the sentence does not travel.
            return companions;
        }
        let mut out = self.actors_before(trigger, others);
        if trigger.kind == MeetingKind::Talks && companions.len() == 1 && out.is_empty() {
            out.extend(self.main_clause(trigger));
        }
        out.extend(companions);
        if out.iter().any(|who| matches!(who, Who::Person(_) | Who::Title(_))) {
            // A person's country is not a participant of its own.
            out.retain(|who| !matches!(who, Who::Side(_)));
        }
        out
    }

    /// "his visiting counterparts": people without a name.
    fn is_of_guests(&self, trigger: &Trigger) -> bool {
        let guests = |i: usize| self.view.is(i, Class::People) || self.view.is(i, Class::MetObject);
        self.view.is(trigger.head, Class::VisitingVerb) && (trigger.last..trigger.last + 3).any(guests)
    }

    /// "Roe’s plan to visit": the owner of the plan, whoever talks about it.
    fn planner(&self, trigger: &Trigger) -> Option<Vec<Who>> {
        let to = trigger.first.checked_sub(1).filter(|i| self.view.is(*i, Class::To))?;
        let mark = to.checked_sub(2).filter(|i| *i > self.first && self.view.is_possessive(*i))?;
        (trigger.form == TriggerForm::Verb).then(|| self.at(mark - 1)).filter(|owner| !owner.is_empty())
    }

    /// The owner, else the subject.
    fn actors_before(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Who> {
        let owner = match trigger.lead {
            Lead::Owned(owner) => Some(owner),
            _ => None,
        };
        if let Some(planner) = self.planner(trigger) {
            return planner;
        }
        let pronoun = owner.is_some_and(|i| self.view.is(i, Class::TheirOwner));
        // "Macron and Merkel held their first meeting": the pronoun adds nothing to the subject.
        if let Some(verb) = trigger.verb.filter(|_| owner.is_none() || pronoun) {
            // "A spokeswoman confirmed the meeting."
            if self.view.is(verb, Class::Announcing) && trigger.lead == Lead::Definite {
                return Vec::new();
            }
            let subjects = self.subjects(verb);
            if !subjects.is_empty() {
                return subjects;
            }
        }
        if let Some(owner) = owner {
            return self.at(owner);
        }
        // "Roe received him for a state visit": the guest is the visitor.
        if is_visit(trigger)
            && let Some(guest) = self.received(trigger)
        {
            return vec![guest];
        }
        // "on a visit to Oslo", "in a three-hour meeting": the subject takes part.
        let before = trigger.first.checked_sub(1).filter(|b| *b >= self.first);
        let indefinite = matches!(trigger.lead, Lead::Indefinite | Lead::Bare | Lead::Other);
        let free = others.iter().all(|t| t.first > trigger.first || is_visit(trigger));
        let adjunct = match trigger.form {
            TriggerForm::Noun => {
                let prepared = (trigger.first.saturating_sub(5).max(self.first)..trigger.first)
                    .any(|i| self.view.is(i, Class::PrepareWord));
                indefinite
                    && !prepared
                    && trigger.verb.is_none()
                    && (is_visit(trigger) || free && self.in_phrase(trigger))
            }
            _ => false,
        };
        match before {
            Some(before) if adjunct => self.subjects(before),
            _ => Vec::new(),
        }
    }

    /// The object of "received", "welcomed", "hosted" before the trigger.
    fn received(&self, trigger: &Trigger) -> Option<Who> {
        let from = trigger.first.saturating_sub(12).max(self.first);
        let verb = (from..trigger.first).rev().find(|i| self.view.is(*i, Class::HostVerb))?;
        let guests = self
            .around(verb)
            .iter()
            .filter(|a| a.first > verb && a.first <= verb + 5 && a.last <= trigger.first && !a.owner);
        guests.map(|a| a.who).find(|w| !matches!(w, Who::Side(_)))
    }

    /// "… in 3-hour talks": a preposition stands before the noun phrase.
    pub(super) fn in_phrase(&self, trigger: &Trigger) -> bool {
        (trigger.first.saturating_sub(5).max(self.first)..trigger.first)
            .rev()
            .map(|i| self.view.known(i))
            .find(|w| w.is(Class::Preposition))
            .is_some_and(|w| w.is(Class::InPhrase))
    }

    /// Those named after the trigger: "with A and B", "between A and B", "by A", the object of "met".
    fn companions(&self, trigger: &Trigger, others: &[&Trigger]) -> Vec<Who> {
        let stop = self.stop_after(trigger, others);
        // "a meeting with Roe and then a session with Ling": another.
        let then = |i: &usize| self.view.is(*i, Class::And) && self.view.is(i + 1, Class::Next);
        let stop = (trigger.last..stop).find(then).unwrap_or(stop);
        let mut out = Vec::new();
        let mut taken = None;
        for actor in
            self.around(trigger.last).iter().filter(|a| a.first >= trigger.last && a.first < stop && !a.owner)
        {
            if self.takes(trigger, actor) || taken.is_some_and(|end| self.is_joined(end, actor)) {
                out.push(actor.who);
                taken = Some(actor.last);
            }
        }
        out
    }

    fn takes(&self, trigger: &Trigger, actor: &Actor) -> bool {
        let (visit, verb) = (is_visit(trigger), trigger.form == TriggerForm::Verb);
        let side = matches!(actor.who, Who::Side(_));
        // A direct object right after the verb counts regardless of its governor.
        if verb && !visit && actor.first <= trigger.last {
            return true;
        }
        match actor.case {
            Case::Object(governor) => {
                verb && !visit && governor + 1 >= trigger.first && governor < trigger.last
            }
            Case::Oblique(at) => {
                let near = at <= trigger.last + 1;
                let word = self.view.known(at);
                word.is(Class::WithOrBetween) && !visit
                    || word.is(Class::To) && near && trigger.kind == MeetingKind::Call
                    || word.is(Class::Of) && near && !(visit && side) && !verb
                    || word.is(Class::ByOrFrom) && visit && near && !side && !verb && !self.is_host(at)
            }
            Case::Subject | Case::Joined => false,
        }
    }

    /// "a visit hosted by Roe": the host does not travel.
    fn is_host(&self, by: usize) -> bool {
        by.checked_sub(1).is_some_and(|before| self.view.is(before, Class::HostVerb))
    }

    fn is_joined(&self, end: usize, actor: &Actor) -> bool {
        let view = self.view;
        actor.first >= end
            && actor.first <= end + 5
            && (end..actor.first).any(|i| view.is(i, Class::AndComma))
            && (end..actor.first)
                .all(|i| view.is(i, Class::ListFiller) || view.is_capital(i) || view.is_filler(i))
            && (view.low(end) != "," || self.list_goes_on(actor))
    }

    /// "with A, B and C": after the comma the list must continue, or it is another clause.
    fn list_goes_on(&self, actor: &Actor) -> bool {
        (actor.first.saturating_sub(3)..actor.first).any(|i| self.view.is(i, Class::And))
            || self.view.is(actor.last, Class::AndComma)
    }

    /// "In today’s meeting with A, B was accompanied by …": B takes part.
    fn main_clause(&self, trigger: &Trigger) -> Option<Who> {
        let opens = trigger.first <= self.first + 5 && self.view.is(self.first, Class::PhraseOpener);
        let comma = (trigger.last..self.last).take(20).find(|i| self.view.low(*i) == ",")?;
        let subject =
            self.around(comma).iter().find(|a| a.first > comma && a.case == Case::Subject && !a.owner)?;
        (opens && subject.first <= comma + 6).then_some(subject.who)
    }

    /// The actors whose phrase covers or touches this token: the owner, and anyone joined to it.
    fn at(&self, token: usize) -> Vec<Who> {
        let actors = self.around(token);
        let found = actors.iter().position(|a| a.first <= token && token <= a.last);
        let Some(index) = found else { return Vec::new() };
        let mut out: Vec<Who> = actors.get(index).map(|a| a.who).into_iter().collect();
        // "Macron and Merkel’s meeting"
        if let (Some(a), Some(b)) = (index.checked_sub(1).and_then(|i| actors.get(i)), actors.get(index))
            && self.view.is(a.last, Class::And)
            && a.last + 1 == b.first
        {
            out.insert(0, a.who);
        }
        out
    }

    /// "visiting President Roe"
    fn guest(&self, token: usize) -> Option<Who> {
        let near = self.around(token).iter().filter(|a| a.first >= token && a.first <= token + 6);
        near.map(|a| a.who).find(|w| matches!(w, Who::Person(_) | Who::Title(_)))
    }

    /// The subject of the verb at this token and anyone joined to it: the nearest ungoverned actor before it.
    fn subjects(&self, verb: usize) -> Vec<Who> {
        // "the G20, which meets in Oslo": not the person named before.
        if let Some(which) = verb.checked_sub(1).filter(|i| self.view.is(*i, Class::Which)) {
            let side = self.around(which).iter().rev().find(|a| a.last <= which && a.last + 1 >= which);
            return side.map(|a| a.who).filter(|who| matches!(who, Who::Side(_))).into_iter().collect();
        }
        if let Some(agent) = self.agent_of_infinitive(verb) {
            return vec![agent];
        }
        let before: Vec<&Actor> = self
            .around(verb)
            .iter()
            .filter(|a| a.last <= verb && !a.owner && !self.is_enclosed(a, verb))
            .collect();
        let Some(nearest) = before.iter().rposition(|a| {
            (a.case == Case::Subject || self.is_next(a, verb))
                && (!matches!(a.who, Who::Side(_)) || self.is_bare_subject(a, verb))
        }) else {
            return Vec::new();
        };
        if before.get(nearest).is_some_and(|a| self.says_of_others(a, verb)) {
            return Vec::new();
        }
        let mut end = nearest;
        while let (Some(a), Some(b)) = (before.get(end), before.get(end + 1))
            && b.case == Case::Subject
            && self.is_list(a.last, b.first)
        {
            end += 1;
        }
        let mut start = nearest;
        while let (Some(a), Some(b)) = (start.checked_sub(1).and_then(|i| before.get(i)), before.get(start))
            && a.case == Case::Subject
            && self.is_list(a.last, b.first)
            && (self.view.is(a.last, Class::And) || start != nearest)
        {
            start -= 1;
        }
        before.get(start..=end).unwrap_or_default().iter().map(|a| a.who).collect()
    }

    /// "called for the two leaders to meet": those who are to do it.
    fn agent_of_infinitive(&self, verb: usize) -> Option<Who> {
        let to = verb.checked_sub(1).filter(|i| self.view.is(*i, Class::To))?;
        // "the two leaders" ends before its noun.
        let ends = |a: &&Actor| a.last == to || a.last + 1 == to && self.view.is(a.last, Class::TwoTail);
        let agent = self.around(to).iter().find(ends)?;
        let governed = matches!(agent.case, Case::Oblique(at) if self.view.is(at, Class::For));
        governed.then_some(agent.who)
    }

    /// "the city — Mayor Roe, Governor Ling — convened": between dashes.
    fn is_enclosed(&self, actor: &Actor, verb: usize) -> bool {
        let dash = |i: &usize| matches!(self.view.low(*i), "—" | "–");
        (actor.last..verb).filter(dash).count() % 2 == 1
            && (actor.first.saturating_sub(20).max(self.first)..actor.first).any(|i| dash(&i))
    }

    /// "He said that advisers from both countries would meet": not the speaker.
    fn says_of_others(&self, actor: &Actor, verb: usize) -> bool {
        let said = (actor.last..verb).find(|i| self.view.is(*i, Class::Saying));
        let several = |i: usize| self.view.is(i, Class::PluralRole) || self.view.is(i, Class::GroupNoun);
        said.is_some_and(|said| (said + 1..verb).any(several))
    }

    pub(super) fn is_list(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        (from..to).any(|i| view.is(i, Class::AndComma))
            && (from..to).all(|i| {
                view.is(i, Class::NameListFiller)
                    || view.is_capital(i)
                    || view.title(i).is_some()
                    || view.is_filler(i)
            })
    }

    /// "During the visit Roe held": right before the verb and its auxiliaries, whatever comes earlier.
    fn is_next(&self, actor: &Actor, verb: usize) -> bool {
        // "days after Roe visited": here "after" is a conjunction, whatever it is elsewhere.
        let joins = |at: usize| self.view.is(at, Class::Joiner);
        let free =
            matches!(actor.case, Case::Object(_)) || matches!(actor.case, Case::Oblique(at) if joins(at));
        free && (actor.last..verb).all(|i| {
            let word = self.view.known(i);
            word.is(Class::Auxiliary)
                || word.is(Class::Modal)
                || word.is(Class::SubjectAdverb)
                || self.view.low(i).ends_with("ly")
        })
    }

    /// A country is a subject only right before the verb: "China and Russia hold talks".
    fn is_bare_subject(&self, actor: &Actor, verb: usize) -> bool {
        verb.saturating_sub(actor.last) <= 2
    }
}
