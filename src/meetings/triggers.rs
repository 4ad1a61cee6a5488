//! Words that may name a meeting: which of them do so here, and the span of the mention.

mod imagined;
mod nouns;
mod verbs;

use std::ops::Range;

use super::series;
use super::trigger::{TokenPlace, Trigger, TriggerForm};
use super::view::TokenView;
use crate::text::indexed;

/// All triggers, in order of place, disjoint.
pub(super) fn find(view: &TokenView<'_>) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    for (sentence, s) in indexed(&view.layout.sentences) {
        let Range { start: first, end: last } = s.tokens();
        for at in first..last {
            let place = TokenPlace { view, sentence, first, last, at };
            // A summit is never a person, even if the name reader took its headline for one.
            let person = view.person(at).is_some() && series::head(view.known(at)).is_none();
            if !view.is_word(at) || person {
                continue;
            }
            let found = series::find(&place)
                .or_else(|| nouns::find(&place))
                .or_else(|| verbs::find(&place))
                .or_else(|| series::metonym(&place));
            let Some(found) = found else { continue };
            // A name may extend back over earlier triggers; the longer one stays.
            while out
                .last()
                .is_some_and(|before| before.first >= found.first && before.form != TriggerForm::Name)
            {
                out.pop();
            }
            if out.last().is_none_or(|before| before.last <= found.first) {
                out.push(found);
            }
        }
    }
    out
}
