//! Whether a meeting took place, is planned, or is off, as far as the clause of its mention shows.

use super::Status;
use super::trigger::{Trigger, TriggerForm};
use super::view::TokenView;
use crate::lang::meetings::MeetingClass as Class;

/// Whether the meeting of a trigger took place, according to tokens `first..last` of its sentence.
pub(super) fn read(view: &TokenView<'_>, trigger: &Trigger, first: usize, last: usize) -> Status {
    let clause = clause(view, trigger, first, last);
    if clause.clone().any(|i| is_off(view, i)) {
        return Status::Off;
    }
    // "no change at its last meeting"
    let phrase = (trigger.head.saturating_sub(3).max(first)..trigger.head).rev();
    let mut modifiers = phrase.take_while(|i| !view.is(*i, Class::Preposition));
    if trigger.form != TriggerForm::Verb && modifiers.any(|i| view.is(i, Class::OverSign)) {
        return Status::Held;
    }
    let planned_before =
        (trigger.first.saturating_sub(5).max(first)..trigger.head).any(|i| view.is(i, Class::PlannedWord));
    let verb = trigger.verb.unwrap_or(trigger.head);
    if planned_before && trigger.form != TriggerForm::Verb
        || trigger.verb.is_some() && is_future(view, verb, first)
    {
        return Status::Planned;
    }
    if trigger.form != TriggerForm::Verb
        && (happens_later(view, trigger, last)
            || is_ahead(view, trigger, first)
            || will_be(view, trigger, first)
            || is_goal(view, trigger, first))
    {
        return Status::Planned;
    }
    Status::Held
}

/// The tokens around the trigger up to the next conjunction, semicolon or colon.
fn clause(
    view: &TokenView<'_>,
    trigger: &Trigger,
    first: usize,
    last: usize,
) -> impl Iterator<Item = usize> + Clone {
    let begin = (trigger.first.saturating_sub(30).max(first)..trigger.first)
        .rev()
        .take_while(|i| !ends_clause(view, *i))
        .last()
        .unwrap_or(trigger.first);
    let end = (trigger.last..last.min(trigger.last + 30))
        .take_while(|i| !ends_clause(view, *i))
        .last()
        .map_or(trigger.last, |i| i + 1);
    begin..end
}

/// Whether a clause ends at this token: at a mark or a conjunction, except in "Roe and Ling".
fn ends_clause(view: &TokenView<'_>, at: usize) -> bool {
    // "was planned and never took place"
    if view.is(at, Class::And) && (view.is_capital(at + 1) || view.is(at + 1, Class::Never)) {
        return false;
    }
    view.is(at, Class::Conjunction) && !view.is(at, Class::That)
        || matches!(view.low(at), ";" | ":" | "." | ",")
}

fn is_off(view: &TokenView<'_>, i: usize) -> bool {
    view.is(i, Class::OffWord)
        || view.is(i, Class::Called) && view.is(i + 1, Class::Off)
        || view.is(i, Class::Never) && view.is(i + 1, Class::Happened)
}

/// "will meet", "is to visit", "was expected to", "plans to hold": the auxiliaries before the verb decide.
fn is_future(view: &TokenView<'_>, verb: usize, first: usize) -> bool {
    let base = !view.low(verb).ends_with("ed") && !view.is(verb, Class::IrregularPast);
    let mut at = verb;
    for _ in 0..6 {
        let Some(b) = at.checked_sub(1).filter(|b| *b >= first) else { return false };
        let word = view.known(b);
        if word.is(Class::FutureHelper) {
            return !view.is(at, Class::Have);
        }
        if word.is(Class::To) && base {
            return !was_reached(view, b, first);
        }
        if !(word.is(Class::FutureAdverb) || word.is(Class::Auxiliary)) {
            // "will visit Oslo and meet": the auxiliary carries over.
            let joined = word.is(Class::And) && base;
            return joined && (first..b).rev().take(12).any(|i| view.is(i, Class::FutureSign));
        }
        at = b;
    }
    false
}

/// "flew to Oslo on Monday to meet Roe", "it has taken years to meet": where somebody went for a purpose, the
/// text goes on to tell of it.
fn was_reached(view: &TokenView<'_>, to: usize, first: usize) -> bool {
    let back = (to.saturating_sub(12).max(first)..to).rev();
    let mut clause = back.take_while(|i| {
        let verb = !view.is_capital(*i) && view.low(*i).ends_with("ing");
        !(verb || matches!(view.low(*i), "," | ";" | ":") || view.is(*i, Class::Saying))
    });
    let modal = |i: usize| view.is(i, Class::Modal) && !view.is(i, Class::To);
    let went = clause.find(|i| view.is(*i, Class::WentVerb) || modal(*i));
    went.is_some_and(|i| view.is(i, Class::WentVerb))
}

/// "… will take place", "… is scheduled for", "… is due".
fn happens_later(view: &TokenView<'_>, trigger: &Trigger, last: usize) -> bool {
    let clause = (trigger.last..last.min(trigger.last + 24)).take_while(|i| {
        let another = view.is(*i, Class::And) && view.is(i + 1, Class::FutureHelper);
        !another && !view.is(*i, Class::StatusStop)
    });
    clause.into_iter().any(|i| {
        let next = i == trigger.last && view.is(i, Class::Due);
        next || (view.is(i, Class::Will) || view.is(i, Class::Due))
            && (view.is(i, Class::Will)
                || (i.saturating_sub(2)..i).any(|before| view.is(before, Class::Auxiliary))
                || view.is(i.saturating_sub(1), Class::Also))
    })
}

/// "in what will be a landmark visit", "it will be their first meeting".
fn will_be(view: &TokenView<'_>, trigger: &Trigger, first: usize) -> bool {
    let near = (trigger.first.saturating_sub(7).max(first)..trigger.first).rev();
    let mut words = near.take_while(|i| !view.is(*i, Class::Preposition) && !view.is(*i, Class::Conjunction));
    words.any(|i| {
        let helper = i.checked_sub(1).filter(|b| *b >= first);
        view.is(i, Class::Be) && helper.is_some_and(|b| view.is(b, Class::FutureHelper))
    })
}

/// "will travel to Oslo for a summit", "where she would join him at the forum": what somebody will go to lies
/// ahead, too. "will build on what the summit achieved" says nothing of the kind.
fn is_goal(view: &TokenView<'_>, trigger: &Trigger, first: usize) -> bool {
    let near = (trigger.first.saturating_sub(6).max(first)..trigger.first).rev();
    let mut words = near.take_while(|i| view.is_word(*i) && !view.is(*i, Class::Auxiliary));
    let Some(goal) = words.find(|i| view.is(*i, Class::Preposition)).filter(|i| view.is(*i, Class::Goal))
    else {
        return false;
    };
    let before = (goal.saturating_sub(16).max(first)..goal).rev();
    let mut clause = before.take_while(|i| {
        let told =
            view.low(*i).ends_with("ed") && !view.is(*i, Class::Due) && !view.is(*i, Class::PlannedWord);
        !told && !matches!(view.low(*i), "," | ";" | ":" | "—") && !view.is(*i, Class::That)
    });
    clause.any(|i| {
        let bound = i.checked_sub(1).filter(|b| *b >= first).is_some_and(|b| {
            view.is(b, Class::Due) || view.is(b, Class::PlannedWord) || view.is(b, Class::Plans)
        });
        view.is(i, Class::FutureHelper) || view.is(i, Class::To) && bound
    })
}

/// "ahead of the summit", "to prepare for the visit", "to prepare a visit".
fn is_ahead(view: &TokenView<'_>, trigger: &Trigger, first: usize) -> bool {
    let window = trigger.first.saturating_sub(6).max(first)..trigger.first;
    window.clone().any(|i| {
        view.is(i, Class::Ahead) && view.is(i + 1, Class::Of)
            || view.is(i, Class::PrepareWord)
                && (view.is(i + 1, Class::Determiner)
                    || window.clone().any(|k| k > i && view.is(k, Class::For)))
    })
}
