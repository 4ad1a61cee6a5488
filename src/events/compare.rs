//! Whether two accounts tell of one meeting: what keeps them apart, what ties them, and how well, with the reasons.
//! Dates are compared as windows, so that "February" agrees with "21 February".

use super::features::{Features, width};
use crate::meetings::{MeetingKind, Status};
use crate::time::{Window, window::days_between};

/// How two accounts of one block stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Something keeps them apart.
    Apart,
    /// Nothing keeps them apart, nothing ties them.
    Open,
    Tied(Tie),
}

/// Ordered by strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// No date is stated on one side; the articles' own dates leave room.
    Tense,
    /// Their windows overlap, one of them coarse.
    Coarse,
    /// The same occasion within a month.
    Season,
    /// The same days.
    Days,
    /// The same town within three days.
    Town,
    Edition,
    Profile,
}

impl Tie {
    pub const fn words(self) -> &'static str {
        match self {
            Self::Tense => "no date is stated, and those of the articles leave room for the same days",
            Self::Coarse => "the dates overlap",
            Self::Season => "the same occasion within a month",
            Self::Days => "the same days",
            Self::Town => "the same town within three days",
            Self::Edition => "the same edition",
            Self::Profile => "both fit the profile's event",
        }
    }
}

/// No two dates further apart are of one meeting.
pub(super) const SEASON: i32 = 31;

/// An account with the profile event it is taken for (an index), if any.
pub(super) type Pinned<'f> = (&'f Features, Option<usize>);

pub(super) fn compare((a, pin_a): Pinned<'_>, (b, pin_b): Pinned<'_>) -> Verdict {
    if let (Some(a), Some(b)) = (pin_a, pin_b) {
        return if a == b { Verdict::Tied(Tie::Profile) } else { Verdict::Apart };
    }
    // An article that tells of two meetings keeps them apart.
    if a.doc() == b.doc() || !same_level(a, b) || a.series != b.series {
        return Verdict::Apart;
    }
    if let (Some(x), Some(y)) = (a.edition, b.edition) {
        // A reader goes from the plan to the report of one edition, even if they give different days.
        return if x == y { Verdict::Tied(Tie::Edition) } else { Verdict::Apart };
    }
    let named = a.series.is_some();
    if !named && a.people != b.people && a.kind != MeetingKind::Visit {
        return Verdict::Apart;
    }
    if elsewhere(a, b) {
        return Verdict::Apart;
    }
    let off = (a.account.status == Status::Off) != (b.account.status == Status::Off);
    match (a.stated(), b.stated()) {
        (Some(x), Some(y)) => by_dates(a, b, x, y, named),
        _ if off || a.vague || b.vague => Verdict::Open,
        (x, y) => {
            let open = |f: &Features| f.stated().is_none() && f.assumed.earliest.is_none();
            if open(a) && (!named || open(b)) || open(b) && !named {
                return Verdict::Open;
            }
            let (x, y) = (x.unwrap_or(a.assumed), y.unwrap_or(b.assumed));
            // Planned by one and held by the other: only one that states its days can be met by the other's tense.
            if x.meets(y) { Verdict::Tied(Tie::Tense) } else { Verdict::Apart }
        }
    }
}

fn by_dates(a: &Features, b: &Features, x: Window, y: Window, named: bool) -> Verdict {
    let gap = gap(x, y);
    let town = a.town().is_some() && a.town() == b.town();
    let reach = if named { SEASON } else { 3 };
    if gap > reach {
        return Verdict::Apart;
    }
    let coarse = width(x).max(width(y)) > 31;
    let days = width(x).max(width(y)) <= 16;
    match () {
        () if gap == 0 && coarse => Verdict::Tied(Tie::Coarse),
        () if town && (gap > 0 || days) => Verdict::Tied(Tie::Town),
        () if gap == 0 && (days || a.kind == MeetingKind::Visit) => Verdict::Tied(Tie::Days),
        () if gap == 0 => Verdict::Tied(Tie::Coarse),
        () if named => Verdict::Tied(Tie::Season),
        // Three days off, and no town that ties them: a talk on Monday is not one on Thursday.
        () if gap <= 1 => Verdict::Tied(Tie::Days),
        () => Verdict::Apart,
    }
}

/// Summits and conferences of one name are on one level; all else keeps to its kind.
fn same_level(a: &Features, b: &Features) -> bool {
    use MeetingKind::{Conference, Summit};
    a.kind == b.kind || matches!((a.kind, b.kind), (Conference, Summit) | (Summit, Conference))
}

/// In different countries, or in different towns of one where a visit could not be in both.
fn elsewhere(a: &Features, b: &Features) -> bool {
    if let (Some(x), Some(y)) = (a.country, b.country)
        && x != y
    {
        return true;
    }
    let towns = a.town().zip(b.town()).is_some_and(|(x, y)| x != y);
    towns && a.kind != MeetingKind::Visit && a.country.is_some() && a.country == b.country
}

/// Days between two windows; 0 if they meet.
pub(super) fn gap(a: Window, b: Window) -> i32 {
    if a.meets(b) {
        return 0;
    }
    let between =
        |x: Window, y: Window| x.latest.zip(y.earliest).map(|(x, y)| days_between(x, y)).filter(|d| *d > 0);
    between(a, b).or_else(|| between(b, a)).unwrap_or(0)
}
