//! Participants, place and time: derived from the words around a trigger, each by its own rules.

mod people;
mod place;
mod when;

use super::actors::{self, Actor, Case, Who};
use super::status;
use super::trigger::{Lead, Trigger, TriggerForm};
use super::view::TokenView;
use super::{MeetingKind, Status};
use crate::lang::meetings::MeetingClass as Class;
use crate::names::{CountryCode, LocalEntity, Title};
use crate::text::{Index, Sentence};
use crate::time::{RangeEnd, Timex};
use std::ops::Range;

/// The roles of one trigger, and whether it took place.
#[derive(Clone, Debug)]
pub(super) struct Roles {
    pub who: Vec<Index<LocalEntity>>,
    pub titled: Vec<Index<Title>>,
    pub sides: Vec<Index<LocalEntity>>,
    pub when: Vec<Index<Timex>>,
    pub edge: Option<RangeEnd>,
    pub place: Option<Index<LocalEntity>>,
    pub status: Status,
    /// "they", "both leaders": the people of the previous meeting …
    pub pair: bool,
    /// … or, if there is none, the last two people named.
    pub recent: [Option<Index<LocalEntity>>; 2],
}

/// A trigger with its roles.
pub(super) struct TriggerWithRoles {
    pub trigger: Trigger,
    pub roles: Roles,
    /// The country of the place.
    pub country: Option<CountryCode>,
    /// The place is the country itself.
    pub is_country: bool,
}

impl TriggerWithRoles {
    /// Whether the words alone show if it has happened: a verb does, "the visit" does not.
    pub fn is_firm(&self) -> bool {
        self.trigger.form == TriggerForm::Verb
            || self.roles.status != Status::Held
            || (self.trigger.verb.is_some() && self.trigger.lead != Lead::Definite)
    }
}

/// What earlier sentences leave for pronouns: the last person mentioned, preferably as a subject.
#[derive(Default)]
pub(super) struct Discourse {
    subject: Option<Who>,
    /// The last two people named, the later one second.
    recent: [Option<Index<LocalEntity>>; 2],
}

/// One sentence with its actors.
pub(super) struct SentenceActors<'v> {
    view: &'v TokenView<'v>,
    first: usize,
    last: usize,
    actors: Vec<Actor>,
    /// The last two people named up to the end of the sentence before.
    recent: [Option<Index<LocalEntity>>; 2],
}

impl<'v> SentenceActors<'v> {
    /// Reads the sentence and resolves its pronouns.
    pub fn of(view: &'v TokenView<'v>, sentence: Index<Sentence>, discourse: &mut Discourse) -> Self {
        let Range { start: first, end: last } =
            sentence.of(&view.layout.sentences).map_or(0..0, Sentence::tokens);
        let actors = actors::find(view, first, last);
        let mut scene = Self { view, first, last, actors, recent: discourse.recent };
        scene.resolve(discourse);
        for actor in &scene.actors {
            if let Who::Person(person) = actor.who
                && discourse.recent != [discourse.recent[0], Some(person)]
            {
                let kept = discourse.recent.into_iter().flatten().rfind(|p| *p != person);
                discourse.recent = [kept, Some(person)];
            }
        }
        scene
    }

    /// "he", "her": the nearest subject before it in the sentence, else any actor before it, else one of an
    /// earlier sentence. In an opening phrase ("During his trip, Roe met …") it is the subject that follows.
    fn resolve(&mut self, discourse: &mut Discourse) {
        let main =
            self.actors.iter().find(|a| a.is_someone() && a.case == Case::Subject && !a.owner).copied();
        let (mut subject, mut anybody, mut earlier) = (None, None, None);
        for index in 0..self.actors.len() {
            let Some(actor) = self.actors.get(index).copied() else { break };
            if actor.who == Who::One {
                let opening = subject.is_none() && anybody.is_none() && actor.owner;
                let ahead = main.filter(|m| opening && self.opens(actor.first, m.first)).map(|m| m.who);
                let word = self.view.known(actor.first);
                let who = if word.is(Class::HimOrHer) && !actor.owner {
                    // The person the subject meets is not the subject.
                    let other = |w: &Who| Some(*w) != subject;
                    anybody.filter(other).or(earlier.filter(other)).or(discourse.subject.filter(other))
                } else if word.is(Class::Who) {
                    anybody
                } else {
                    // "sent Roe to Oslo, where she met": the person just named. Otherwise the last person
                    // mentioned.
                    let mut before = (self.first..actor.first).rev().take(12);
                    let near = anybody.filter(|_| before.any(|i| self.view.is(i, Class::WhereOrWho)));
                    ahead.or(subject).or(near).or(discourse.subject).or(anybody)
                };
                if let (Some(slot), Some(who)) = (self.actors.get_mut(index), who) {
                    slot.who = who;
                }
            } else if actor.is_someone() {
                earlier = anybody.filter(|w| *w != actor.who).or(earlier);
                anybody = Some(actor.who);
                if actor.case == Case::Subject && !actor.owner {
                    subject = Some(actor.who);
                }
            }
        }
        let spoken =
            main.map(|m| m.who).or_else(|| self.actors.iter().find(|a| a.is_someone()).map(|a| a.who));
        discourse.subject = spoken.or(discourse.subject);
    }

    /// Whether the pronoun stands in a phrase that opens the sentence, before the comma and the subject.
    fn opens(&self, pronoun: usize, subject: usize) -> bool {
        pronoun < self.first + 5 && (pronoun..subject).any(|i| self.view.low(i) == ",")
    }

    /// The roles of one trigger; `others` are the triggers near it in the same sentence.
    pub fn roles(&self, trigger: &Trigger, others: &[&Trigger]) -> Roles {
        let mut roles = Roles {
            who: Vec::new(),
            titled: Vec::new(),
            sides: Vec::new(),
            when: self.when(trigger, others),
            edge: None,
            place: self.place(trigger, others),
            status: status::read(self.view, trigger, self.first, self.last),
            pair: false,
            recent: [None, None],
        };
        roles.edge = self.edge(trigger, &roles.when);
        for who in self.people(trigger, others) {
            match who {
                Who::Person(i) => push(&mut roles.who, i),
                Who::Title(i) => push(&mut roles.titled, i),
                Who::Side(i) => push(&mut roles.sides, i),
                Who::Pair => {
                    roles.pair = true;
                    roles.recent = self.recent;
                }
                Who::One => {}
            }
        }
        roles
    }

    /// The actors near a token. Distant ones have no role in it, and a text of one endless sentence costs no
    /// more than any other.
    fn around(&self, token: usize) -> &[Actor] {
        let from = self.actors.partition_point(|a| a.last + 80 < token);
        let to = self.actors.partition_point(|a| a.first <= token + 80);
        self.actors.get(from..to).unwrap_or_default()
    }

    /// Where the words of this trigger end: at the next trigger or the next clause.
    fn stop_after(&self, trigger: &Trigger, others: &[&Trigger]) -> usize {
        // "met visiting president …": the guest is part of this meeting.
        let bounds = others.iter().filter(|t| !self.view.is(t.head, Class::VisitingVerb));
        let next = bounds.map(|t| t.first).filter(|f| *f >= trigger.last).min().unwrap_or(self.last);
        (trigger.last..next).find(|i| self.view.is(*i, Class::ClauseOpener)).unwrap_or(next)
    }

    fn start_before(&self, trigger: &Trigger, others: &[&Trigger]) -> usize {
        let start = others.iter().map(|t| t.last).filter(|l| *l <= trigger.first).max().unwrap_or(self.first);
        // "Title: the topic of the sentence"
        (start..trigger.first).rev().find(|i| matches!(self.view.low(*i), ":" | ";")).map_or(start, |i| i + 1)
    }
}

fn is_visit(trigger: &Trigger) -> bool {
    trigger.kind == MeetingKind::Visit
}

fn push<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
