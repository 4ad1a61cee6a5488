//! Verbs that mention a meeting: "met", "arrived in", "visited", "spoke by phone".

use super::imagined::is_imagined_verb;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::trigger::{Lead, TokenPlace, Trigger, TriggerForm};

/// The kind of meeting a verb mentions in its context, if any.
type VerbReader = fn(&TokenPlace<'_>) -> Option<MeetingKind>;

const VERBS: &[(Class, VerbReader)] = &[
    (Class::MetVerb, met),
    (Class::MeetVerb, |at| met(at).filter(|_| wants_verb(at))),
    (Class::VisitedVerb, visited),
    (Class::VisitVerb, |at| visited(at).filter(|_| wants_verb(at))),
    (Class::VisitsVerb, |at| visited(at).filter(|_| has_subject(at))),
    (Class::VisitingVerb, visiting),
    (Class::ArrivedVerb, arrived),
    (Class::ArriveVerb, |at| arrived(at).filter(|_| wants_verb(at))),
    (Class::TravelVerb, |at| went(at, Class::To).filter(|_| wants_verb(at))),
    (Class::TravelledVerb, |at| went(at, Class::To)),
    (Class::LeftVerb, |at| went(at, Class::For)),
    (Class::SpokeVerb, |at| by_phone(at).or_else(|| spoke_with(at))),
    (Class::SatVerb, sat_down),
    (Class::PhonedVerb, |_| Some(MeetingKind::Call)),
];

/// The trigger whose verb stands at this token.
pub(super) fn find(at: &TokenPlace<'_>) -> Option<Trigger> {
    let word = at.known();
    let (_, kind) = VERBS.iter().find(|(class, _)| word.is(*class))?;
    let kind = kind(at)?;
    if is_denied(at) || is_imagined_verb(at) {
        return None;
    }
    Some(Trigger {
        sentence: at.sentence,
        first: at.at,
        last: at.at + 1,
        head: at.at,
        verb: Some(at.at),
        kind,
        form: TriggerForm::Verb,
        // "last visited": background.
        lead: if is_background(at) { Lead::Other } else { Lead::Bare },
        name: None,
        edition: None,
    })
}

/// "last visited", "visited Oslo last in 2019".
fn is_background(at: &TokenPlace<'_>) -> bool {
    let last = (2..4).any(|n| at.ahead_is(n, Class::Last) && at.ahead_is(n + 1, Class::Preposition));
    at.back_is(1, Class::ToldBefore) || last
}

/// "did not meet": nothing happened.
fn is_denied(at: &TokenPlace<'_>) -> bool {
    (1..=3)
        .map(|n| at.known_back(n))
        .take_while(|w| w.is(Class::Auxiliary) || w.is(Class::Negative) || w.is(Class::To))
        .any(|w| w.is(Class::Negative))
}

/// "will meet", "will also visit": the word after an auxiliary is a verb, not a noun.
pub(super) fn follows_modal(at: &TokenPlace<'_>) -> bool {
    let mut n = 1;
    while at.back_is(n, Class::VerbAdverb) {
        n += 1;
    }
    at.back_is(n, Class::Modal)
}

/// "will meet", "to visit", "would also meet": the base form is a verb here.
fn wants_verb(at: &TokenPlace<'_>) -> bool {
    let mut n = 1;
    while at.back_is(n, Class::VerbAdverb) {
        n += 1;
    }
    let word = at.known_back(n);
    if word.is(Class::To) {
        return !at.back_is(n + 1, Class::NoInfinitive);
    }
    word.is(Class::Modal)
        || word.is(Class::PluralSubject)
        || (word.is(Class::And) && (n + 1..n + 6).any(|k| at.back_is(k, Class::Modal)))
        || has_plural_subject(at, n)
}

/// "Macron and Merkel meet".
fn has_plural_subject(at: &TokenPlace<'_>, n: usize) -> bool {
    let Some(end) = at.before(n) else { return false };
    at.view.person(end).is_some() && (at.first..end).rev().take(8).any(|i| at.view.is(i, Class::ListJoint))
}

fn has_subject(at: &TokenPlace<'_>) -> bool {
    at.before(1).is_some_and(|i| {
        at.view.person(i).is_some()
            || at.view.title(i).is_some()
            || at.view.is(i, Class::Pronoun)
            || (at.view.is_capital(i) && i > at.first && !at.view.is_possessive(i))
    })
}

fn met(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let mut clause = (1..14).take_while(|n| !matches!(at.ahead(*n), "" | ";" | "."));
    if clause.any(|n| at.ahead_is(n, Class::Habit)) || (1..4).any(|n| at.back_is(n, Class::HabitAdverb)) {
        return None;
    }
    if at.back_is(1, Class::MeetingBody) {
        return None;
    }
    // Up to the object: "with", determiners, then its first words.
    let mut n = 1;
    while at.ahead_is(n, Class::MetAdverb) || at.behind(n).is_some_and(|i| at.view.is_filler(i)) {
        n += 1;
    }
    let with = (1..n).any(|k| at.ahead_is(k, Class::With));
    let object = at.known_ahead(n);
    let object_at = at.behind(n);
    let someone = object_at.is_some_and(|i| is_someone(at, i));
    let noun = (n..n + 9).take_while(|k| !matches!(at.ahead(*k), "," | ";" | "." | ""));
    let owner = noun.clone().take(3).any(|k| at.ahead_is(k, Class::PossessiveMark));
    // "meets U.S. standards"
    let person = object_at.is_some_and(|i| at.view.person(i).is_some() || at.view.title(i).is_some());
    if noun.clone().any(|k| at.ahead_is(k, Class::MetThing)) && (!person || owner) {
        return None;
    }
    let people = someone
        || object.is(Class::MetObject)
        || noun.clone().take(5).any(|k| at.ahead_is(k, Class::People))
        || (object.is(Class::Determiner) && object_at.is_some_and(|i| is_someone(at, i + 1)));
    let intransitive = !with
        && (object.is(Class::Preposition) && !object.is(Class::NoMetTail)
            || object.is(Class::MetTail)
            || matches!(at.ahead(n), "" | "." | ",")
            || object_at.is_some_and(|i| at.view.time_index(i).is_some()));
    (people || intransitive && met_by_people(at)).then_some(MeetingKind::Talks)
}

/// A person, a title, or a capitalised name that may be one.
fn is_someone(at: &TokenPlace<'_>, i: usize) -> bool {
    let view = at.view;
    i < at.last
        && (view.person(i).is_some()
            || view.title(i).is_some()
            || (view.is_capital(i)
                && view.is_word(i)
                && !view.is_title_case(at.sentence)
                && view.time_index(i).is_none()))
        || i < at.last && view.is(i, Class::People)
}

/// Whether the subject is people: a person, a pronoun, leaders, sides.
fn met_by_people(at: &TokenPlace<'_>) -> bool {
    (1..10)
        .map_while(|n| at.before(n))
        .take_while(|i| !matches!(at.view.low(*i), ";" | "." | ":"))
        .any(|i| is_someone(at, i) || at.view.is(i, Class::PeopleSubject))
}

/// "visited India": a country or a city is the object; a visit to a factory is part of another.
fn visited(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    // "visited Beijing three times in 2018": none in particular.
    if (2..5).any(|n| at.ahead_is(n, Class::Habit)) {
        return None;
    }
    let n = if at.ahead_is(1, Class::The) || at.ahead_is(1, Class::To) { 2 } else { 1 };
    goes_to(at, n).then_some(MeetingKind::Visit)
}

/// Whether the words `n` tokens ahead name a country or a city. Where the gazetteer is silent, any
/// capitalised name will do.
fn goes_to(at: &TokenPlace<'_>, n: usize) -> bool {
    let Some(i) = at.behind(n) else { return false };
    match at.view.mention(i) {
        Some(_) => at.view.place(i).is_some(),
        None => {
            at.view.is_capital(i)
                && at.view.is_word(i)
                && !at.view.is_title_case(at.sentence)
                && at.view.time_index(i).is_none()
                && at.view.title(i).is_none()
        }
    }
}

fn visiting(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let next = at.behind(1)?;
    let guest = at.view.person(next).is_some() || at.view.title(next).is_some() || is_guest(at);
    let anyone = at.back_is(1, Class::AnyoneVisiting);
    (guest || visited(at).is_some() && !anyone && met_by_people(at)).then_some(MeetingKind::Visit)
}

/// "visiting UAE President", "the visiting Chinese foreign minister".
fn is_guest(at: &TokenPlace<'_>) -> bool {
    (1..4)
        .take_while(|n| at.ahead(*n) != ",")
        .map(|n| at.known_ahead(n))
        .take_while(|w| !(w.is(Class::Preposition) || w.is(Class::Conjunction) || w.is(Class::Determiner)))
        .any(|w| w.is(Class::People) && !w.is(Class::NotGuest))
}

fn arrived(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let n = if at.ahead_is(1, Class::ArrivedAdverb) { 2 } else { 1 };
    let here = n == 2 && at.ahead_is(1, Class::Here);
    let place = at.ahead_is(n, Class::ArrivedPlace)
        && goes_to(at, if at.ahead_is(n + 1, Class::The) { n + 2 } else { n + 1 });
    let errand =
        at.ahead_is(n, Class::ErrandSign) && (n + 1..n + 9).any(|k| at.ahead_is(k, Class::ErrandNoun));
    ((here || place || errand) && met_by_people(at)).then_some(MeetingKind::Visit)
}

/// "travelled to Oslo", "leaves for Oslo".
fn went(at: &TokenPlace<'_>, preposition: Class) -> Option<MeetingKind> {
    let to = at.ahead_is(1, preposition) && goes_to(at, if at.ahead_is(2, Class::The) { 3 } else { 2 });
    (to && met_by_people(at)).then_some(MeetingKind::Visit)
}

fn by_phone(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let phone = (1..14).take_while(|n| !matches!(at.ahead(*n), "" | "." | ";")).any(|n| {
        at.ahead_is(n, Class::PhonePreposition) && (n + 1..n + 4).any(|k| at.ahead_is(k, Class::PhoneMeans))
    });
    phone.then_some(MeetingKind::Call)
}

/// "President Roe spoke today with President Holm": two who are named, and no more said, spoke by phone.
fn spoke_with(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let subject = at.before(1).is_some_and(|i| is_named(at, i));
    let mut n = 1;
    while at.behind(n).is_some_and(|i| at.view.time_index(i).is_some() || at.view.is_filler(i)) {
        n += 1;
    }
    let with = at.ahead_is(n, Class::With);
    let object = (n + 1..n + 4).filter_map(|k| at.behind(k)).any(|i| is_named(at, i));
    (subject && with && object).then_some(MeetingKind::Call)
}

/// Whether the token is part of a person's name or of a title.
fn is_named(at: &TokenPlace<'_>, i: usize) -> bool {
    at.view.person(i).is_some() || at.view.title(i).is_some()
}

/// "sat down with Roe".
fn sat_down(at: &TokenPlace<'_>) -> Option<MeetingKind> {
    let with = at.ahead_is(1, Class::SatTail) && at.ahead_is(2, Class::With);
    let someone = (3..6).filter_map(|n| at.behind(n)).any(|i| is_named(at, i));
    (with && someone).then_some(MeetingKind::Talks)
}
