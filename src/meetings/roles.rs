//! Participants, place and time: derived from the words around a trigger, each by its own rules.

mod people;
mod place;
mod when;

pub(super) use when::is_one_day;

use super::actors::{self, Actor, Case, Who};
use super::status;
use super::trigger::{Lead, Trigger, TriggerForm};
use super::view::TokenView;
use super::{MeetingKind, Status};
use crate::lang::meetings::MeetingClass as Class;
use crate::names::{CountryCode, LocalEntity, Title};
use crate::text::{Index, Sentence, ZoneKind};
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
    /// "they", "both leaders": two people named together, the people of the previous meeting …
    pub pair: bool,
    /// … or, if there is none, the only two people of the sentence before.
    pub couple: Option<Couple>,
}

/// Two people whom "they" may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Couple {
    pub people: [Index<LocalEntity>; 2],
    /// "Roe and Ling", not just two names in one sentence.
    pub together: bool,
}

/// A trigger with its roles.
pub(super) struct TriggerWithRoles {
    pub trigger: Trigger,
    pub roles: Roles,
    /// The country of the place.
    pub country: Option<CountryCode>,
    /// The place is the country itself.
    pub is_country: bool,
    /// "when Roe visited in May": told only to date or explain something else.
    pub background: bool,
    /// "met the leaders of the bloc", "talks with the crown prince": with people who are not named.
    pub meets_others: bool,
}

impl TriggerWithRoles {
    /// Whether it is told only beside the article's own subject.
    pub fn is_aside(&self) -> bool {
        self.background || self.meets_others && self.roles.who.is_empty()
    }

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
    couple: Option<Couple>,
}

/// One sentence with its actors.
pub(super) struct SentenceActors<'v> {
    view: &'v TokenView<'v>,
    first: usize,
    last: usize,
    actors: Vec<Actor>,
    /// The two people that the sentences before leave for "they".
    couple: Option<Couple>,
}

impl<'v> SentenceActors<'v> {
    /// Reads the sentence and resolves its pronouns.
    pub fn of(view: &'v TokenView<'v>, sentence: Index<Sentence>, discourse: &mut Discourse) -> Self {
        let Range { start: first, end: last } =
            sentence.of(&view.layout.sentences).map_or(0..0, Sentence::tokens);
        let actors = actors::find(view, first, last);
        let mut scene = Self { view, first, last, actors, couple: discourse.couple };
        scene.resolve(discourse);
        let people = scene.speakers_aside();
        let byline =
            sentence.of(&view.layout.sentences).map(|s| view.layout.zone_of(s)) == Some(ZoneKind::Byline);
        if !people.is_empty() && !byline {
            let only_two = <[_; 2]>::try_from(people).ok().map(|people| Couple { people, together: false });
            discourse.couple = scene.named_together(last).or(only_two);
        }
        scene
    }

    /// The people of the sentence, without those who only say something; of many, the first three.
    fn speakers_aside(&self) -> Vec<Index<LocalEntity>> {
        let mut out = Vec::new();
        for actor in &self.actors {
            if out.len() > 2 {
                break;
            }
            let says = |at: usize| self.view.is(at, Class::Saying) && !self.view.is(at, Class::That);
            let speaks = says(actor.last) || actor.first.checked_sub(1).is_some_and(says);
            if let Who::Person(person) = actor.who
                && !speaks
            {
                push(&mut out, person);
            }
        }
        out
    }

    /// The last two people joined by "and", and no third, before this token.
    fn named_together(&self, token: usize) -> Option<Couple> {
        let near = self.around(token);
        let joined = |pair: &[Actor]| {
            matches!(pair, [a, b] if a.case == Case::Subject && b.is_someone() && b.last <= token
                && (a.last..b.first).any(|i| self.view.is(i, Class::And)) && self.is_list(a.last, b.first))
        };
        near.windows(2).enumerate().rev().find_map(|(at, pair)| {
            let [Actor { who: Who::Person(a), first, .. }, Actor { who: Who::Person(b), .. }] = pair else {
                return None;
            };
            let third = at
                .checked_sub(1)
                .and_then(|i| near.get(i))
                .is_some_and(|c| c.is_someone() && c.last < *first && self.is_list(c.last, *first));
            (joined(pair) && !third && a != b).then_some(Couple { people: [*a, *b], together: true })
        })
    }

    /// "he", "her": the nearest subject before it in the sentence, else any actor before it, else one of an
    /// earlier sentence. In an opening phrase ("During his trip, Roe met …") it is the subject that follows.
    fn resolve(&mut self, discourse: &mut Discourse) {
        let main =
            self.actors.iter().find(|a| a.is_someone() && a.case == Case::Subject && !a.owner).copied();
        let (mut subject, mut anybody, mut earlier) = (None, None, None);
        // "Roe’s last talks in Oslo were in May, when she came …": whom the sentence is about.
        let topic =
            self.actors.iter().find(|a| a.is_someone()).filter(|a| a.owner && a.case == Case::Subject);
        let topic = topic.map(|a| a.who);
        for index in 0..self.actors.len() {
            let Some(actor) = self.actors.get(index).copied() else { break };
            if actor.who == Who::One {
                let opening = subject.is_none() && anybody.is_none() && actor.owner;
                let ahead = main.filter(|m| opening && self.opens(actor.first, m.first)).map(|m| m.who);
                let word = self.view.known(actor.first);
                let who = if word.is(Class::HimOrHer) && !actor.owner {
                    // The person the subject meets is not the subject.
                    let other = |w: &Who| Some(*w) != subject;
                    let met = anybody.filter(|_| !self.is_agent(index));
                    met.filter(other).or(earlier.filter(other)).or(discourse.subject.filter(other))
                } else if word.is(Class::Who) {
                    anybody
                } else {
                    // "sent Roe to Oslo, where she met": the person just named. Otherwise the last person
                    // mentioned.
                    let mut before = (self.first..actor.first).rev().take(12);
                    let near = anybody.filter(|_| before.any(|i| self.view.is(i, Class::WhereOrWho)));
                    ahead.or(subject).or(near).or(topic).or(discourse.subject).or(anybody)
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

    /// "spurned by Roe": whether the last person before this actor is only the agent of a participle.
    fn is_agent(&self, pronoun: usize) -> bool {
        let before = self.actors.iter().take(pronoun).rev().find(|a| a.is_someone());
        before.is_some_and(|a| matches!(a.case, Case::Oblique(at) if self.view.is(at, Class::ByOrFrom)))
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
            couple: None,
        };
        roles.edge = self.edge(trigger, &roles.when);
        let people = self.people(trigger, others);
        let named = people.iter().any(|who| matches!(who, Who::Person(_) | Who::Title(_)));
        for who in people {
            match who {
                Who::Person(i) => push(&mut roles.who, i),
                Who::Title(i) => push(&mut roles.titled, i),
                Who::Side(i) => push(&mut roles.sides, i),
                Who::Pair => {
                    if self.tells_of_several(trigger.first) {
                        continue;
                    }
                    roles.pair = true;
                    // "The two sides" are countries.
                    let sides = self.around(trigger.first).iter().any(|a| {
                        a.who == Who::Pair && a.last <= trigger.first && self.view.is(a.last, Class::Side)
                    });
                    let pairs = self.around(trigger.first).iter().rev();
                    let pair = pairs.into_iter().find(|a| a.who == Who::Pair && a.first <= trigger.first);
                    // "They have a meeting with Roe": any; "they met", "the two": those named last.
                    let they =
                        named && pair.is_some_and(|pair| self.view.is(pair.first, Class::SubjectPronoun));
                    let before = self.couple.filter(|couple| couple.together || !they);
                    roles.couple = self.named_together(trigger.first).or(before).filter(|_| !sides);
                }
                Who::One => {}
            }
        }
        roles
    }

    /// "Leaders of 21 nations opened their forum": of those, not of the two named before.
    fn tells_of_several(&self, end: usize) -> bool {
        let known = |i: usize| {
            let the = i.checked_sub(1).filter(|b| *b >= self.first);
            the.is_some_and(|b| {
                let word = self.view.known(b);
                word.is(Class::The) || word.is(Class::Both) || word.is(Class::Two)
            })
        };
        let near = end.saturating_sub(40).max(self.first)..end;
        near.into_iter().any(|i| self.view.is(i, Class::PluralRole) && !known(i))
    }

    /// Whether the words after the trigger say whom the people met, without a name: several, or by an office
    /// that nobody in the article has.
    pub fn meets_others(&self, trigger: &Trigger, roles: &Roles) -> bool {
        let view = self.view;
        let with = |i: &usize| view.is(*i, Class::WithOrBetween);
        let from = match trigger.form {
            TriggerForm::Verb => Some(trigger.last),
            _ => (trigger.last..trigger.last + 3).find(with),
        };
        let Some(from) = from else { return false };
        let phrase = (from..self.last.min(from + 8))
            .take_while(|i| view.low(*i) != "," && !view.is(*i, Class::InOrAt) && view.person(*i).is_none());
        let several = phrase.clone().any(|i| view.is(i, Class::PluralRole) || view.is(i, Class::GroupNoun));
        let office = |i: &Index<Title>| i.of(&view.names.titles).is_some_and(|title| title.country.is_some());
        several || roles.titled.iter().any(office)
    }

    /// Whether the trigger is told in a clause of time: "after Roe visited", "when she met Ling"; or only to
    /// say beside what another took place: "on the sidelines of the summit".
    pub fn is_background(&self, trigger: &Trigger) -> bool {
        let from = trigger.first.saturating_sub(8).max(self.first);
        let back = (from..trigger.first).rev().take_while(|i| self.view.low(*i) != ",");
        let joiner = back.into_iter().find(|i| self.view.is(*i, Class::TimeClause));
        let near = self.around(trigger.first);
        let subject = |at: usize| near.iter().any(|a| a.first > at && a.last <= trigger.first);
        // "After Roe met Ling, …" may open an article.
        let clause = joiner.is_some_and(|at| at > self.first + 1 && subject(at));
        let beside = (from..trigger.first).any(|i| self.view.is(i, Class::Sidelines));
        if trigger.form == TriggerForm::Verb { clause } else { beside }
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
