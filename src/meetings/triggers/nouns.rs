//! Nouns that mention a meeting: "the visit", "talks with", "a phone call". Plurals and bare abstractions
//! ("through dialogue") mention none in particular.

mod kinds;
mod left;

use super::imagined::is_imagined_noun;
use super::verbs::follows_modal;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::series;
use crate::meetings::trigger::{Lead, TokenPlace, Trigger, TriggerForm};
use kinds::NOUNS;
use left::{Left, look_left};

/// The trigger whose noun stands at this token.
pub(super) fn find(at: &TokenPlace<'_>) -> Option<Trigger> {
    let word = at.known();
    if !word.is_known() {
        return None;
    }
    let (_, kind) = NOUNS.iter().find(|(class, _)| word.is(*class))?;
    if follows_modal(at) {
        return None;
    }
    let left = look_left(at);
    let kind = kind(at, &left)?;
    if left.lead == Lead::Generic
        || is_compound(at)
        || is_denied(at, &left)
        || is_imagined_noun(at, left.lead, left.start)
    {
        return None;
    }
    if is_gerund(at, &left) {
        return Some(gerund(at));
    }
    let (first, verb) = (span_start(at, &left), left.verb);
    let held = verb.filter(|v| *v + 1 == first && at.view.is(*v, Class::Hold));
    Some(Trigger {
        sentence: at.sentence,
        first: held.unwrap_or(first),
        last: at.at + 1 + usize::from(is_summit_talks(at)),
        head: at.at,
        verb,
        kind,
        form: TriggerForm::Noun,
        lead: if is_another(at, &left) || looks_back(at, &left) { Lead::Other } else { left.lead },
        name: None,
        edition: edition(at, &left, kind),
    })
}

/// "before meeting Roe", "Roe meeting with Ling": the verb, with its object after it.
fn is_gerund(at: &TokenPlace<'_>, left: &Left) -> bool {
    let after_person = at.before(1).is_some_and(|i| at.view.person(i).is_some());
    let bare = left.lead == Lead::Bare && left.verb.is_none() && (left.modifiers == 0 || after_person);
    if !bare || !at.is(Class::MeetingNoun) || at.view.is_title_case(at.sentence) {
        return false;
    }
    let n = if at.ahead_is(1, Class::With) && after_person { 2 } else { 1 };
    at.behind(n).is_some_and(|i| at.view.person(i).is_some() || at.view.title(i).is_some())
}

fn gerund(at: &TokenPlace<'_>) -> Trigger {
    Trigger {
        sentence: at.sentence,
        first: at.at,
        last: at.at + 1,
        head: at.at,
        verb: Some(at.at),
        kind: MeetingKind::Talks,
        form: TriggerForm::Verb,
        lead: Lead::Bare,
        name: None,
        edition: None,
    }
}

/// "summit talks", "a summit meeting": one meeting with two nouns.
fn is_summit_talks(at: &TokenPlace<'_>) -> bool {
    at.is(Class::SummitNoun) && (at.ahead_is(1, Class::TalksNoun) || at.ahead_is(1, Class::MeetingNoun))
}

/// "since their first summit", "at the inaugural meeting", "working-level talks": another meeting than the
/// one that the article is about.
fn looks_back(at: &TokenPlace<'_>, left: &Left) -> bool {
    let level = (left.start..at.at)
        .any(|i| at.view.is(i, Class::LowLevel) && (i + 1..i + 3).any(|k| at.view.is(k, Class::LevelWord)));
    let first = (left.start..at.at).any(|i| at.view.is(i, Class::FirstOfMany));
    let phrase = match left.lead {
        Lead::Owned(owner) => at.view.mention_index(owner).map_or(owner, |_| first_of_name(at, owner)),
        _ => left.start.saturating_sub(1),
    };
    let taken_up = (1..4)
        .map_while(|n| phrase.checked_sub(n).filter(|i| *i >= at.first))
        .take_while(|i| !at.view.is(*i, Class::Auxiliary) && at.view.is_word(*i))
        .any(|i| at.view.is(i, Class::LooksBack));
    level || first && taken_up && matches!(left.lead, Lead::Definite | Lead::Owned(_))
}

/// The first token of the name that the token is part of.
fn first_of_name(at: &TokenPlace<'_>, mut token: usize) -> usize {
    let name = at.view.mention_index(token);
    while token > at.first && at.view.mention_index(token - 1) == name {
        token -= 1;
    }
    token
}

/// "the 12th summit"; "his third summit" counts only his own.
fn edition(at: &TokenPlace<'_>, left: &Left, kind: MeetingKind) -> Option<u16> {
    let series = matches!(kind, MeetingKind::Summit | MeetingKind::Conference) && !at.is(Class::SessionNoun);
    let counted = series && !matches!(left.lead, Lead::Owned(_));
    (left.start..at.at)
        .rev()
        .find_map(|i| series::ordinal_before(at.view, left.start, i + 1))
        .filter(|_| counted)
        .map(|(_, n)| n)
}

/// "the next summit", "their last meeting": another than the one mentioned.
fn is_another(at: &TokenPlace<'_>, left: &Left) -> bool {
    matches!(left.lead, Lead::Definite | Lead::Owned(_))
        && (left.start..at.at).any(|i| at.view.is(i, Class::NextOrLast))
}

/// "phone call", "closing session": the modifier is part of the term.
fn span_start(at: &TokenPlace<'_>, _left: &Left) -> usize {
    let call = at.is(Class::CallNoun) && at.back_is(1, Class::PhoneWord);
    let part = at.is(Class::SessionNoun) || at.is(Class::CeremonyNoun);
    let term = call || part && at.back_is(1, Class::SessionPart);
    if term { at.at - 1 } else { at.at }
}

/// "summit-level", "meeting room": the noun only modifies another.
fn is_compound(at: &TokenPlace<'_>) -> bool {
    let next = at.behind(1);
    let glued = next.is_some_and(|i| at.view.is_glued(i) && matches!(at.view.low(i), "-" | "‑"));
    glued || at.ahead_is(1, Class::CompoundTail) && !at.is(Class::CompoundHead)
}

/// "there was no meeting", "the talks did not take place", or a meeting that is only imagined.
fn is_denied(at: &TokenPlace<'_>, left: &Left) -> bool {
    let before = left.verb.unwrap_or(left.start);
    let negated = (1..=3)
        .map_while(|n| before.checked_sub(n).filter(|i| *i >= at.first))
        .map(|i| at.view.known(i))
        .take_while(|w| w.is(Class::Auxiliary) || w.is(Class::Negative) || w.is(Class::BeforeDenied))
        .any(|w| w.is(Class::Negative));
    negated && left.lead != Lead::Definite
}
