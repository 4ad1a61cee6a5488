//! Compares two accounts from different articles: what keeps them apart, what ties them, and how strongly.
//! Dates are compared as windows, so that "February" agrees with "21 February".

use super::{Comparison, Evidence, EvidenceSet, gap};
use crate::events::features::{Features, width};
use crate::meetings::{MeetingKind, Status};
use crate::time::{Window, window::days_between};

/// The most days between two accounts of one meeting. More would let last month's round of monthly talks join
/// this month's.
pub const MAX_GAP_DAYS: i32 = 31;

/// Days by which accounts from one town may differ where no name ties them: a time zone and a slip.
const MAX_TOWN_GAP_DAYS: i32 = 3;

/// Articles so many days apart may be of two visits of one person.
const MAX_NEWS_DAYS: i32 = 5;

/// A longer window is coarse: it overlaps with much and says little.
const MAX_MONTH_DAYS: i64 = 31;

/// A window no longer than this says which days; "in May" does not.
const MAX_EXACT_DAYS: i64 = 16;

/// An account with the index of the profile event it matches, if any.
pub type Pinned<'f> = (&'f Features, Option<usize>);

/// Two accounts of one block.
pub fn accounts(a: Pinned<'_>, b: Pinned<'_>) -> Comparison {
    Comparison::of(evidence(a, b).unwrap_or_else(EvidenceSet::from))
}

/// What ties two accounts, if anything, or the one thing that keeps them apart. Decisive evidence comes
/// first: the profile, then the edition, then the dates.
fn evidence((a, pin_a): Pinned<'_>, (b, pin_b): Pinned<'_>) -> Result<EvidenceSet, Evidence> {
    if let (Some(a), Some(b)) = (pin_a, pin_b) {
        return same_or(a == b, Evidence::SameProfileEvent, Evidence::OtherProfileEvent);
    }
    if a.doc() == b.doc() {
        return Err(Evidence::ToldApart);
    }
    if !same_level(a, b) {
        return Err(Evidence::OtherKind);
    }
    if a.series != b.series {
        return Err(Evidence::OtherSeries);
    }
    if let (Some(x), Some(y)) = (a.edition, b.edition) {
        // A plan and a report of one edition belong together, even if they give different days.
        return same_or(x == y, Evidence::SameEdition, Evidence::OtherEdition);
    }
    let named = a.series.is_some();
    if !named && a.people != b.people && a.kind != MeetingKind::Visit {
        return Err(Evidence::OtherPeople);
    }
    if elsewhere(a, b) {
        return Err(Evidence::OtherPlace);
    }
    by_dates(a, b, named)
}

fn same_or(same: bool, tie: Evidence, veto: Evidence) -> Result<EvidenceSet, Evidence> {
    if same { Ok(tie.into()) } else { Err(veto) }
}

fn by_dates(a: &Features, b: &Features, named: bool) -> Result<EvidenceSet, Evidence> {
    if let (Some(x), Some(y)) = (a.stated(), b.stated()) {
        return by_stated_dates(a, b, x, y, named).map(EvidenceSet::from);
    }
    let off = (a.account.status == Status::Off) != (b.account.status == Status::Off);
    if off || a.vague || b.vague || is_open(a) && (!named || is_open(b)) || is_open(b) && !named {
        return Ok(EvidenceSet::default());
    }
    let (x, y) = (a.stated().unwrap_or(a.assumed), b.stated().unwrap_or(b.assumed));
    // People travel a lot: without days and a place, only the news of one week is of one visit.
    let placed = a.account.place.is_some() && b.account.place.is_some();
    let week = x.latest.zip(y.latest).is_some_and(|(x, y)| days_between(x, y).abs() < MAX_NEWS_DAYS);
    if a.kind == MeetingKind::Visit && a.stated().is_none() && b.stated().is_none() && !placed && !week {
        return Ok(EvidenceSet::default());
    }
    // Planned in one, held in the other: only a stated date can be matched by the other's tense.
    same_or(x.meets(y), Evidence::TensesAgree, Evidence::OtherDays)
}

/// Whether an account states no date and nothing limits how early its meeting may be.
fn is_open(account: &Features) -> bool {
    account.stated().is_none() && account.assumed.earliest.is_none()
}

fn by_stated_dates(
    a: &Features,
    b: &Features,
    x: Window,
    y: Window,
    named: bool,
) -> Result<Evidence, Evidence> {
    let gap = gap(x, y);
    if gap > if named { MAX_GAP_DAYS } else { MAX_TOWN_GAP_DAYS } {
        return Err(Evidence::OtherDays);
    }
    let town = a.town().is_some() && a.town() == b.town();
    let longest = width(x).max(width(y));
    let exact = longest <= MAX_EXACT_DAYS;
    match gap {
        0 if longest > MAX_MONTH_DAYS => Ok(Evidence::DatesOverlap),
        0 if town && exact => Ok(Evidence::SameTown),
        0 if exact || a.kind == MeetingKind::Visit => Ok(Evidence::SameDays),
        0 => Ok(Evidence::DatesOverlap),
        _ if town => Ok(Evidence::SameTown),
        _ if named => Ok(Evidence::SameSeason),
        // Three days apart, with no town to tie them: talks on Monday are not talks on Thursday.
        1 => Ok(Evidence::SameDays),
        _ => Err(Evidence::OtherDays),
    }
}

/// Summits and conferences of one name are compatible; every other kind matches only itself.
fn same_level(a: &Features, b: &Features) -> bool {
    use MeetingKind::{Conference, Summit};
    a.kind == b.kind || matches!((a.kind, b.kind), (Conference, Summit) | (Summit, Conference))
}

/// Whether they are in different countries, or in different towns of one where a visit could not be in both.
fn elsewhere(a: &Features, b: &Features) -> bool {
    if let (Some(x), Some(y)) = (a.country, b.country)
        && x != y
    {
        return true;
    }
    // "To Asia" and "to Korea" may be one journey or two.
    let places = a.account.place.as_ref().zip(b.account.place.as_ref());
    let unknown = a.country.is_none() || b.country.is_none();
    if a.kind == MeetingKind::Visit && unknown && places.is_some_and(|((x, _), (y, _))| x != y) {
        return true;
    }
    let towns = a.town().zip(b.town()).is_some_and(|(x, y)| x != y);
    towns && a.kind != MeetingKind::Visit && a.country.is_some() && a.country == b.country
}
