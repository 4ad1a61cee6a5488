//! The evidence for and against two accounts being of one meeting, and its weights. One table for all
//! callers: the chains of one article, the clusters of the corpus, the checks, and counted meetings.

/// The lowest score at which two accounts are of one meeting, unless the caller asks for more. One point
/// higher, "the meeting" with nothing else in common would begin a meeting of its own.
pub const SAME_MEETING: i16 = 1;

/// The weight that no other evidence can outweigh.
const VETO: i16 = i16::MIN;

/// One piece of evidence. In order of weight: the strongest first, vetoes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Evidence {
    /// Both match the same event of a profile.
    SameProfileEvent,
    /// The same edition of the same series.
    SameEdition,
    /// The same coreference chain of an article.
    SameChain,
    /// Names one of which contains all words of the other.
    SameName,
    /// The same town, within three days.
    SameTown,
    /// Two or more people take part in both.
    SamePeople,
    /// The same days.
    SameDays,
    /// The same name within a month.
    SameSeason,
    /// One person takes part in both.
    SamePerson,
    /// A visitor here, a host there: the two sides of one meeting.
    HostAndGuest,
    /// The same title, without a name, takes part in both.
    SameOffice,
    /// The same country or organisation takes part in both.
    SameSide,
    /// "The talks", after the only talks that could be meant.
    RefersBack,
    /// The same place, or the same country for a meeting that goes to several places.
    SamePlace,
    /// Windows that overlap, at least one of them coarse.
    DatesOverlap,
    /// The same month, with the year of at least one unknown.
    SameMonth,
    /// The same day or weekday as written.
    SameDate,
    /// One side states no date; the articles' own dates and tenses are compatible.
    TensesAgree,
    /// A definite noun, which refers to a meeting mentioned before.
    TakesUp,

    /// Different events of a profile.
    OtherProfileEvent,
    /// Meetings that one article tells apart.
    ToldApart,
    /// Kinds of meeting that cannot be the same, or a noun that cannot refer to the other.
    OtherKind,
    /// Different series.
    OtherSeries,
    /// Different editions.
    OtherEdition,
    /// "Another meeting", "last year's summit".
    SaidOther,
    /// Different people, offices or sides.
    OtherPeople,
    /// Different countries, or different towns where one meeting could not be in both.
    OtherPlace,
    /// Days too far apart.
    OtherDays,
    /// One is past, the other in the future.
    OtherStatus,
}

/// The table: every piece of evidence in order, its weight in points, and its wording in a hover.
///
/// The points are not fitted yet: they preserve the order in which clusters join, and the sums by which a
/// chain chooses between two meetings. To keep until they are: `SamePeople` is twice `SamePerson`; `SameName`
/// outweighs everything that can occur with it in a chain except people; no sum of a chain without `TakesUp`
/// is odd.
const TABLE: [(Evidence, i16, &str); 29] = [
    (Evidence::SameProfileEvent, 64, "both fit the profile's event"),
    (Evidence::SameEdition, 32, "the same edition"),
    (Evidence::SameChain, 32, "the same article takes them for one"),
    (Evidence::SameName, 16, "the same name"),
    (Evidence::SameTown, 14, "the same town within three days"),
    (Evidence::SamePeople, 12, "the same people"),
    (Evidence::SameDays, 10, "the same days"),
    (Evidence::SameSeason, 8, "the same occasion within a month"),
    (Evidence::SamePerson, 6, "the same person"),
    (Evidence::HostAndGuest, 6, "a host and a guest"),
    (Evidence::SameOffice, 6, "the same office"),
    (Evidence::SameSide, 6, "the same side"),
    (Evidence::RefersBack, 6, "the only one that could be meant"),
    (Evidence::SamePlace, 4, "the same place"),
    (Evidence::DatesOverlap, 4, "the dates overlap"),
    (Evidence::SameMonth, 4, "the same month"),
    (Evidence::SameDate, 2, "the same date as written"),
    (Evidence::TensesAgree, 2, "no date is stated, and those of the articles leave room for the same days"),
    (Evidence::TakesUp, 1, "what was told of before"),
    (Evidence::OtherProfileEvent, VETO, "two events of a profile"),
    (Evidence::ToldApart, VETO, "one article tells them apart"),
    (Evidence::OtherKind, VETO, "another kind of meeting"),
    (Evidence::OtherSeries, VETO, "another series"),
    (Evidence::OtherEdition, VETO, "another edition"),
    (Evidence::SaidOther, VETO, "the text says it is another"),
    (Evidence::OtherPeople, VETO, "other people"),
    (Evidence::OtherPlace, VETO, "another place"),
    (Evidence::OtherDays, VETO, "other days"),
    (Evidence::OtherStatus, VETO, "one is past, the other lies ahead"),
];

impl Evidence {
    /// Points in favour of one meeting.
    pub fn weight(self) -> i16 {
        TABLE.get(self as usize).map_or(VETO, |(_, weight, _)| *weight)
    }

    /// In words, for hovers.
    pub fn words(self) -> &'static str {
        TABLE.get(self as usize).map_or("", |(.., words)| words)
    }
}

/// Pieces of evidence, each at most once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceSet(u32);

impl EvidenceSet {
    /// Whether this piece of evidence is among them.
    pub const fn has(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence as u32) != 0
    }

    /// The union of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The strongest first.
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        let without_lowest = |bits: &u32| Some(bits & bits.wrapping_sub(1));
        let rest = std::iter::successors(Some(self.0), without_lowest).take_while(|bits| *bits != 0);
        rest.filter_map(|bits| TABLE.get(bits.trailing_zeros() as usize)).map(|(evidence, ..)| *evidence)
    }
}

impl From<Evidence> for EvidenceSet {
    fn from(evidence: Evidence) -> Self {
        Self(1 << evidence as u32)
    }
}

impl FromIterator<Evidence> for EvidenceSet {
    fn from_iter<I: IntoIterator<Item = Evidence>>(all: I) -> Self {
        all.into_iter().fold(Self::default(), |set, evidence| set.with(evidence.into()))
    }
}

/// How two accounts compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    score: i16,
    evidence: EvidenceSet,
}

impl Comparison {
    /// Kept apart by a veto that needs no reason: an account and itself.
    pub const APART: Self = Self { score: VETO, evidence: EvidenceSet(0) };

    /// The sum of the evidence, or the veto in it.
    pub fn of(evidence: EvidenceSet) -> Self {
        let weights = evidence.iter().map(Evidence::weight);
        let score = weights.reduce(|a, b| if a.min(b) == VETO { VETO } else { a + b });
        Self { score: score.unwrap_or_default(), evidence }
    }

    /// Points: 0 without evidence either way.
    pub const fn score(self) -> i16 {
        self.score
    }

    /// What the score rests on.
    pub const fn evidence(self) -> EvidenceSet {
        self.evidence
    }

    /// Whether a veto keeps the two apart, whatever else they have in common.
    pub const fn is_apart(self) -> bool {
        self.score == VETO
    }

    /// The comparison of two clusters from those of their members: apart if any pair is, otherwise as near as
    /// the nearest pair.
    #[must_use]
    pub const fn joined(self, other: Self) -> Self {
        let (far, near) = if self.score < other.score { (self, other) } else { (other, self) };
        if far.is_apart() { far } else { near }
    }
}

impl From<Evidence> for Comparison {
    fn from(evidence: Evidence) -> Self {
        Self::of(evidence.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_every_piece_of_evidence() {
        for (at, (evidence, weight, words)) in TABLE.iter().enumerate() {
            assert_eq!(*evidence as usize, at, "{evidence:?} stands in the wrong row");
            assert_eq!(evidence.weight(), *weight);
            assert!(*weight > 0 || *weight == VETO, "{evidence:?}");
            assert!(!words.is_empty());
        }
        assert_eq!(TABLE.len(), Evidence::OtherStatus as usize + 1);
        assert!(TABLE.is_sorted_by(|a, b| a.1 >= b.1), "the strongest first");
    }

    #[test]
    fn evidence_adds_up_and_a_veto_outweighs_it() {
        let both = [Evidence::SamePlace, Evidence::SameName];
        let sum = Comparison::of(both.into_iter().collect());
        assert_eq!(sum.score(), 20);
        assert_eq!(sum.evidence().iter().collect::<Vec<_>>(), [Evidence::SameName, Evidence::SamePlace]);
        let apart = Comparison::of(sum.evidence().with(Evidence::OtherEdition.into()));
        assert!(apart.is_apart() && apart.score() < SAME_MEETING);
        assert_eq!(Comparison::default().score(), 0);
        assert_eq!(sum.joined(Comparison::default()), sum);
        assert!(sum.joined(apart).is_apart());
    }
}
