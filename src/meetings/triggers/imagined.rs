//! Meetings that are only talked of: "no interest in a meeting", "the idea of a summit", "ruled out talks",
//! "refused to meet". None took place and none is planned, so nothing is told of any.

use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::trigger::{Lead, TokenPlace};

/// Whether a noun mentions such a meeting; `first` is the first token of its phrase without the determiner.
/// "The meeting" is one already told of, whatever is said about it.
pub(super) fn is_imagined_noun(at: &TokenPlace<'_>, lead: Lead, first: usize) -> bool {
    if matches!(lead, Lead::Definite | Lead::Owned(_)) {
        return false;
    }
    let mut phrase = first;
    while phrase > at.first && at.view.is(phrase - 1, Class::Determiner) {
        phrase -= 1;
    }
    // Without a determiner the phrase has no certain beginning: "turned down new talks".
    (phrase..=at.at).map(|begin| at.moved(begin)).any(|begin| {
        let wish = begin.back_is(1, Class::Preposition) && begin.back_is(2, Class::Imagined);
        let ruled_out = begin.back_is(1, Class::RefusedTail) && begin.back_is(2, Class::RefusedLead);
        wish || ruled_out || begin.back_is(1, Class::Refused)
    })
}

/// Whether a verb does: "wanted to meet", "refused to meet".
pub(super) fn is_imagined_verb(at: &TokenPlace<'_>) -> bool {
    at.back_is(1, Class::To) && (at.back_is(2, Class::Wishing) || at.back_is(2, Class::Refused))
}
