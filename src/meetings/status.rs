//! Whether a meeting took place, is planned, or is off, as far as the clause of its mention says.

use super::Status;
use super::triggers::words::{is_auxiliary, is_conjunction};
use super::triggers::{Form, Trigger};
use super::view::View;

pub(super) fn read(view: &View<'_>, trigger: &Trigger, first: usize, last: usize) -> Status {
    let clause = clause(view, trigger, first, last);
    if clause.clone().any(|i| is_off(view, i)) {
        return Status::Off;
    }
    let planned_before = (trigger.first.saturating_sub(5).max(first)..trigger.head).any(|i| {
        matches!(
            view.low(i),
            "upcoming"
                | "coming"
                | "forthcoming"
                | "planned"
                | "possible"
                | "expected"
                | "scheduled"
                | "future"
                | "proposed"
                | "next"
                | "prospective"
                | "potential"
                | "expecting"
                | "expects"
                | "awaiting"
                | "awaits"
                | "invited"
        )
    });
    let verb = trigger.verb.unwrap_or(trigger.head);
    if planned_before && trigger.form != Form::Verb || trigger.verb.is_some() && is_future(view, verb, first)
    {
        return Status::Planned;
    }
    if trigger.form != Form::Verb && (happens_later(view, trigger, last) || is_ahead(view, trigger, first)) {
        return Status::Planned;
    }
    Status::Held
}

/// The tokens around the trigger up to the next conjunction, semicolon or colon.
fn clause(
    view: &View<'_>,
    trigger: &Trigger,
    first: usize,
    last: usize,
) -> impl Iterator<Item = usize> + Clone {
    let ends = |i: &usize| {
        if view.low(*i) == "and" && view.is_capital(i + 1) {
            // "Roe and Ling"
            return false;
        }
        is_conjunction(view.low(*i)) && view.low(*i) != "that"
            || matches!(view.low(*i), ";" | ":" | "." | ",")
    };
    let begin = (trigger.first.saturating_sub(30).max(first)..trigger.first)
        .rev()
        .take_while(|i| !ends(i))
        .last()
        .unwrap_or(trigger.first);
    let end = (trigger.last..last.min(trigger.last + 30))
        .take_while(|i| !ends(i))
        .last()
        .map_or(trigger.last, |i| i + 1);
    begin..end
}

fn is_off(view: &View<'_>, i: usize) -> bool {
    matches!(
        view.low(i),
        "postponed"
            | "postpones"
            | "postpone"
            | "cancelled"
            | "canceled"
            | "cancels"
            | "shelved"
            | "scrapped"
    ) || matches!(view.low(i), "called" | "calls" | "call") && view.low(i + 1) == "off"
        || view.low(i) == "never" && matches!(view.low(i + 1), "took" | "happened")
}

/// "will meet", "is to visit", "was expected to", "plans to hold": over the helpers in front of the verb.
fn is_future(view: &View<'_>, verb: usize, first: usize) -> bool {
    let base = !view.low(verb).ends_with("ed")
        && !matches!(view.low(verb), "met" | "held" | "paid" | "began" | "spoke" | "made");
    let mut at = verb;
    for _ in 0..6 {
        let Some(b) = at.checked_sub(1).filter(|b| *b >= first) else { return false };
        let word = view.low(b);
        match word {
            "will" | "would" | "shall" | "may" | "might" | "could" | "can" | "should" | "must" => {
                return !matches!(view.low(at), "have");
            }
            "to" if base => return true,
            "also" | "co" | "-" | "be" | "soon" | "then" | "again" | "jointly" | "officially" | "first"
            | "not" => {}
            _ if is_auxiliary(word) => {}
            // "will visit Oslo and meet": the helper carries over.
            "and" if base => {
                return (first..b).rev().take(12).any(|i| matches!(view.low(i), "will" | "would" | "to"));
            }
            _ => return false,
        }
        at = b;
    }
    false
}

/// "… will take place", "… is scheduled for", "… is due".
fn happens_later(view: &View<'_>, trigger: &Trigger, last: usize) -> bool {
    (trigger.last..last.min(trigger.last + 10))
        .take_while(|i| !matches!(view.low(*i), "," | ";" | "." | "which" | "after" | "before"))
        .any(|i| {
            let next = i == trigger.last
                && matches!(view.low(i), "planned" | "scheduled" | "expected" | "due" | "slated");
            next || matches!(view.low(i), "will" | "scheduled" | "slated" | "due" | "planned" | "expected")
                && (view.low(i) == "will"
                    || is_auxiliary(view.low(i.saturating_sub(1)))
                    || view.low(i.saturating_sub(1)) == "also")
        })
}

/// "ahead of the summit", "to prepare for the visit".
fn is_ahead(view: &View<'_>, trigger: &Trigger, first: usize) -> bool {
    let window = trigger.first.saturating_sub(6).max(first)..trigger.first;
    window.clone().any(|i| {
        view.low(i) == "ahead" && view.low(i + 1) == "of"
            || matches!(view.low(i), "prepare" | "preparing" | "preparations" | "preparation")
                && window.clone().any(|k| k > i && view.low(k) == "for")
    })
}
