//! Verbs that tell of a meeting: "met", "arrived in", "visited", "spoke by phone".

use super::words::{
    is_auxiliary, is_conjunction, is_determiner, is_habit, is_met_thing, is_modal, is_negative,
    is_people_word, is_preposition, is_pronoun,
};
use super::{At, Form, Lead, Trigger};
use crate::meetings::MeetingKind;

pub(super) fn find(at: &At<'_>) -> Option<Trigger> {
    let kind = match at.word() {
        "met" | "meets" => met(at)?,
        "meet" => met(at).filter(|_| wants_verb(at))?,
        "visited" => visited(at)?,
        "visit" => visited(at).filter(|_| wants_verb(at))?,
        "visits" => visited(at).filter(|_| has_subject(at))?,
        "visiting" => visiting(at)?,
        "arrives" | "arrived" | "arriving" | "lands" | "landed" => arrived(at)?,
        "arrive" | "land" => arrived(at).filter(|_| wants_verb(at))?,
        "travel" | "fly" => went(at, "to").filter(|_| wants_verb(at))?,
        "travels" | "travelled" | "traveled" | "travelling" | "traveling" | "flies" | "flew" | "flown"
        | "heads" | "headed" => went(at, "to")?,
        "leave" | "leaves" | "left" | "departs" | "departed" | "depart" => went(at, "for")?,
        "speak" | "speaks" | "spoke" | "spoken" | "talked" => by_phone(at)?,
        "phoned" | "telephoned" => MeetingKind::Call,
        _ => return None,
    };
    if is_denied(at) {
        return None;
    }
    Some(Trigger {
        sentence: at.sentence,
        first: at.at,
        last: at.at + 1,
        head: at.at,
        verb: Some(at.at),
        kind,
        form: Form::Verb,
        // "last visited": told as background.
        lead: if matches!(at.back(1), "last" | "previously" | "earlier") { Lead::Other } else { Lead::Bare },
        name: None,
        edition: None,
    })
}

/// "did not meet": nothing happened.
fn is_denied(at: &At<'_>) -> bool {
    (1..=3)
        .map(|n| at.back(n))
        .take_while(|w| is_auxiliary(w) || is_negative(w) || *w == "to")
        .any(is_negative)
}

/// "will meet", "to visit", "would also meet": the base form is a verb here.
fn wants_verb(at: &At<'_>) -> bool {
    let mut n = 1;
    while matches!(
        at.back(n),
        "also" | "now" | "soon" | "then" | "personally" | "briefly" | "officially" | "again" | "not"
    ) {
        n += 1;
    }
    let word = at.back(n);
    if word == "to" {
        return !matches!(at.back(n + 1), "prior" | "due" | "addition" | "ahead" | "during");
    }
    is_modal(word)
        || matches!(word, "they" | "we" | "leaders" | "ministers" | "presidents" | "let")
        || (word == "and" && (n + 1..n + 6).any(|k| is_modal(at.back(k))))
        || has_plural_subject(at, n)
}

/// "Macron and Merkel meet".
fn has_plural_subject(at: &At<'_>, n: usize) -> bool {
    let Some(end) = at.before(n) else { return false };
    at.view.person(end).is_some()
        && (at.first..end).rev().take(8).any(|i| matches!(at.view.low(i), "and" | "&" | ","))
}

fn has_subject(at: &At<'_>) -> bool {
    at.before(1).is_some_and(|i| {
        at.view.person(i).is_some()
            || at.view.title(i).is_some()
            || is_pronoun(at.view.low(i))
            || (at.view.is_capital(i) && i > at.first && !at.view.is_possessive(i))
    })
}

fn met(at: &At<'_>) -> Option<MeetingKind> {
    let clause = (1..14).map(|n| at.ahead(n)).take_while(|w| !w.is_empty() && !matches!(*w, ";" | "."));
    if clause.clone().any(is_habit) || (1..4).any(|n| matches!(at.back(n), "always" | "rarely" | "often")) {
        return None;
    }
    if matches!(
        at.back(1),
        "summit" | "forum" | "conference" | "council" | "committee" | "assembly" | "parliament"
    ) {
        return None;
    }
    // Up to the object: "with", determiners, then the first words of it.
    let mut n = 1;
    while matches!(
        at.ahead(n),
        "with" | "up" | "again" | "briefly" | "separately" | "also" | "virtually" | "privately" | "face"
    ) {
        n += 1;
    }
    let with = (1..n).any(|k| at.ahead(k) == "with");
    let object = at.ahead(n);
    let object_at = at.behind(n);
    let someone = object_at.is_some_and(|i| is_someone(at, i));
    let noun = (n..n + 6).map(|k| at.ahead(k)).take_while(|w| !matches!(*w, "," | ";" | "." | ""));
    let owner = noun.clone().take(3).any(|w| matches!(w, "'s" | "’s" | "'" | "’"));
    if noun.clone().any(is_met_thing) && (!someone || owner) {
        return None;
    }
    let people = someone
        || matches!(object, "him" | "her" | "them" | "us" | "me" | "counterparts")
        || noun.clone().take(5).any(is_people_word)
        || (is_determiner(object) && object_at.is_some_and(|i| is_someone(at, i + 1)));
    let intransitive = !with
        && (is_preposition(object) && !matches!(object, "by" | "like" | "as")
            || matches!(
                object,
                "" | "."
                    | ","
                    | "today"
                    | "yesterday"
                    | "tomorrow"
                    | "late"
                    | "earlier"
                    | "this"
                    | "last"
                    | "here"
                    | "there"
            )
            || object_at.is_some_and(|i| at.view.time_index(i).is_some()));
    (people || intransitive && met_by_people(at)).then_some(MeetingKind::Talks)
}

/// A person, a title, or a name in capitals that may be one.
fn is_someone(at: &At<'_>, i: usize) -> bool {
    let view = at.view;
    i < at.last
        && (view.person(i).is_some()
            || view.title(i).is_some()
            || (view.is_capital(i)
                && view.is_word(i)
                && !view.is_title_case(at.sentence)
                && view.time_index(i).is_none()))
        || i < at.last && is_people_word(view.low(i))
}

/// Whether people are the subject: a person, a pronoun, leaders, sides.
fn met_by_people(at: &At<'_>) -> bool {
    (1..10).map_while(|n| at.before(n)).take_while(|i| !matches!(at.view.low(*i), ";" | "." | ":")).any(|i| {
        is_someone(at, i) || matches!(at.view.low(i), "they" | "both" | "pair" | "duo" | "who" | "he" | "she")
    })
}

/// "visited India": a country or a city is the object; a factory is part of some visit.
fn visited(at: &At<'_>) -> Option<MeetingKind> {
    let n = if at.ahead(1) == "the" || at.ahead(1) == "to" { 2 } else { 1 };
    goes_to(at, n).then_some(MeetingKind::Visit)
}

/// Whether the words `n` tokens ahead name a country or a city; without a gazetteer's word, any capitalised name will do.
fn goes_to(at: &At<'_>, n: usize) -> bool {
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

fn visiting(at: &At<'_>) -> Option<MeetingKind> {
    let next = at.behind(1)?;
    let guest = at.view.person(next).is_some() || at.view.title(next).is_some() || is_guest(at);
    let anyone = matches!(
        at.back(1),
        "when" | "those" | "anyone" | "people" | "tourists" | "citizens" | "for" | "from"
    );
    (guest || visited(at).is_some() && !anyone && met_by_people(at)).then_some(MeetingKind::Visit)
}

/// "visiting UAE President", "the visiting Chinese foreign minister".
fn is_guest(at: &At<'_>) -> bool {
    (1..4)
        .map(|n| at.ahead(n))
        .take_while(|w| !is_preposition(w) && !is_conjunction(w) && !is_determiner(w) && *w != ",")
        .any(|w| is_people_word(w) && w != "each" && w != "two" && w != "three")
}

fn arrived(at: &At<'_>) -> Option<MeetingKind> {
    let n = if matches!(at.ahead(1), "here" | "back" | "late" | "early") { 2 } else { 1 };
    let here = n == 2 && at.ahead(1) == "here";
    let place = matches!(at.ahead(n), "in" | "at" | "to")
        && goes_to(at, if at.ahead(n + 1) == "the" { n + 2 } else { n + 1 });
    let errand = matches!(at.ahead(n), "for" | "on")
        && (n + 1..n + 9)
            .any(|k| matches!(at.ahead(k), "visit" | "summit" | "talks" | "trip" | "meeting" | "forum"));
    ((here || place || errand) && met_by_people(at)).then_some(MeetingKind::Visit)
}

/// "travelled to Oslo", "leaves for Oslo".
fn went(at: &At<'_>, preposition: &str) -> Option<MeetingKind> {
    let to = at.ahead(1) == preposition && goes_to(at, if at.ahead(2) == "the" { 3 } else { 2 });
    (to && met_by_people(at)).then_some(MeetingKind::Visit)
}

fn by_phone(at: &At<'_>) -> Option<MeetingKind> {
    let ahead = |n: usize| at.ahead(n);
    let phone = (1..14).take_while(|n| !matches!(ahead(*n), "" | "." | ";")).any(|n| {
        matches!(ahead(n), "by" | "over" | "on" | "via")
            && (n + 1..n + 4).any(|k| matches!(ahead(k), "phone" | "telephone" | "videoconference"))
    });
    phone.then_some(MeetingKind::Call)
}
