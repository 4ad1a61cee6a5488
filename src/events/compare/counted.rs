//! "Her second visit since February" implies a visit in February without naming it. This compares an account
//! in another article with that visit.

use super::{Comparison, Evidence};
use crate::article::DatedArticle;
use crate::entities::EntityId;
use crate::events::Account;
use crate::text::Index;
use crate::time::{Timex, Window};

/// Person, place and date must all agree. Without any one of them it could be another visit by the same
/// person.
pub const COUNTED_MEETING: i16 = 14;

/// What is known about the meeting that the count starts from.
#[derive(Clone, Copy, Debug)]
pub struct CountedFrom<'w> {
    pub who: &'w EntityId,
    pub place: Option<&'w EntityId>,
    pub when: CountedDate,
}

/// When something was, as far as known: days, or a month of an unknown year.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountedDate {
    pub window: Option<Window>,
    /// 1 January … 12 December.
    pub month: Option<u8>,
}

impl CountedDate {
    /// What a time mention of the article says.
    pub fn of(dated: &DatedArticle, time: Index<Timex>) -> Self {
        let month = time.of(&dated.article.times).and_then(|timex| timex.parts.month);
        Self {
            window: dated.times.get(time.row()).and_then(|resolved| resolved.window),
            month: month.map(|month| month.value),
        }
    }

    /// What both know well enough to agree on.
    fn agreed(self, other: Self) -> Option<Evidence> {
        match (self.window, other.window, self.month, other.month) {
            (Some(a), Some(b), ..) => a.meets(b).then_some(Evidence::DatesOverlap),
            (.., Some(a), Some(b)) => (a == b).then_some(Evidence::SameMonth),
            _ => None,
        }
    }
}

/// Compares the meeting a count starts from with an account, whose own article is `dated`.
pub fn counted(from: &CountedFrom<'_>, account: &Account, dated: &DatedArticle) -> Comparison {
    let who = account.who.contains(from.who);
    let place = from.place.is_some() && account.place.as_ref().map(|(place, _)| place) == from.place;
    // The times are many, so they are read only where everything else agrees.
    let mut times =
        account.mentions(&dated.article).filter(|_| who && place).flat_map(|mention| &mention.when);
    let when = times.find_map(|time| CountedDate::of(dated, *time).agreed(from.when));
    let found = [who.then_some(Evidence::SamePerson), place.then_some(Evidence::SamePlace), when];
    Comparison::of(found.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_are_needed_and_enough() {
        let (who, place) = (Evidence::SamePerson.weight(), Evidence::SamePlace.weight());
        for when in [Evidence::DatesOverlap, Evidence::SameMonth] {
            assert_eq!(who + place + when.weight(), COUNTED_MEETING);
        }
    }
}
