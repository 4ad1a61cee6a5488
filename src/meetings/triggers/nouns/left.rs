//! What stands to the left of a noun, up to its determiner or verb: which meeting it means, and what is done
//! to it.

use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::trigger::{Lead, TokenPlace};
use crate::meetings::view::MeetingWord;

/// What stands to the left of a noun, up to its determiner or verb.
pub(super) struct Left {
    pub lead: Lead,
    /// First token of the noun phrase, without the determiner.
    pub start: usize,
    pub verb: Option<usize>,
    /// The number of words between determiner and noun.
    pub modifiers: usize,
}

pub(super) fn look_left(at: &TokenPlace<'_>) -> Left {
    let view = at.view;
    let mut left = Left { lead: Lead::Bare, start: at.at, verb: None, modifiers: 0 };
    let mut other = false;
    let mut i = at.at;
    while let Some(before) = i.checked_sub(1).filter(|b| *b >= at.first && at.at - *b <= 9) {
        let word = view.known(before);
        if view.is_possessive(before) && !view.is(before.saturating_sub(1), Class::PluralRole) {
            left.lead = Lead::Owned(before.saturating_sub(1));
            break;
        }
        if word.is(Class::Determiner) {
            left.lead = lead(word, before);
            break;
        }
        if word.is(Class::Carrier) && (!view.is_capital(before) || view.is_title_case(at.sentence)) {
            // "a planned visit": a participle after a determiner is a modifier.
            let modifier = at.moved(before).back_is(1, Class::BeforeParticiple);
            if !modifier {
                left.verb = Some(before);
                break;
            }
        }
        if word.is(Class::Of) && view.is(before.saturating_sub(1), Class::SeriesOf) {
            left.start = before;
            i = before;
            continue;
        }
        let stops = word.is(Class::Preposition)
            || word.is(Class::Conjunction)
            || word.is(Class::Auxiliary)
            || word.is(Class::Pronoun)
            || word.is(Class::Negative);
        let mark = !view.is_word(before)
            && view.token(before).is_some_and(|t| t.kind != crate::text::TokenKind::Number);
        if stops
            || (mark
                && !matches!(view.low(before), "-" | "–" | "“" | "”" | "\"" | "‘" | "’" | "," | "(" | ")"))
        {
            break;
        }
        if view.low(before) == "," && !is_adjective_list(at, before) {
            break;
        }
        other |= word.is(Class::Earlier);
        left.modifiers += usize::from(!mark);
        left.start = before;
        i = before;
    }
    if other && left.lead != Lead::Generic {
        left.lead = Lead::Other;
    }
    if left.verb.is_none() && !matches!(left.lead, Lead::Owned(_)) {
        // The verb stands before the determiner: "paid an official visit", "on Monday began her visit".
        let before = if left.lead == Lead::Bare { left.start } else { left.start.saturating_sub(1) };
        left.verb = at.verb_before(before);
    } else if let Lead::Owned(owner) = left.lead
        && view.is(owner, Class::Owner)
    {
        left.verb = at.verb_before(owner);
    }
    left
}

/// What the determiner at token `at` shows.
fn lead(determiner: MeetingWord<'_>, at: usize) -> Lead {
    if determiner.is(Class::Article) {
        Lead::Indefinite
    } else if determiner.is(Class::Another) {
        Lead::Other
    } else if determiner.is(Class::Owner) {
        Lead::Owned(at)
    } else if determiner.is(Class::Generic) {
        Lead::Generic
    } else {
        Lead::Definite
    }
}

/// "a short, cordial visit": the comma joins two adjectives, not two names.
fn is_adjective_list(at: &TokenPlace<'_>, comma: usize) -> bool {
    comma.checked_sub(1).is_some_and(|before| is_small_word(at, before))
        && is_small_word(at, comma + 1)
        && !at.view.is(comma + 1, Class::And)
}

/// A word in lower case.
fn is_small_word(at: &TokenPlace<'_>, i: usize) -> bool {
    at.view.is_word(i) && !at.view.is_capital(i)
}
