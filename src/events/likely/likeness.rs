//! What speaks for and against two events being one, as named pieces of evidence: of each kind (people,
//! names, places, days, sorts of meeting) the one that fits best.

use std::collections::BTreeSet;

use super::traits::Traits;
use crate::events::compare::gap;
use crate::events::features::width;
use crate::meetings::MeetingKind;
use crate::meetings::series::is_ministerial;
use crate::time::Window;
use crate::time::window::days_between;

/// One piece of evidence for or against two events being the same meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Likeness {
    /// Two people or more take part in both, and nobody else in one of them.
    SamePair,
    /// Two people or more take part in both, others only in one.
    PairAmongOthers,
    /// Visits of the same person, and nobody else named.
    SamePersonAlone,
    /// The same person, and nobody else named, of meetings that are no visits: whom he met is not known.
    PartnersUnknown,
    /// One of them names only one person, the other that one with more.
    PersonAmongOthers,
    /// One person takes part in both; each has others too.
    OneInCommon,
    /// Nobody takes part in both.
    NobodyInCommon,
    /// One of them names nobody.
    NobodyNamed,

    SameName,
    /// A name that has all words of the other.
    NameWithin,
    /// Names with a word in common.
    SimilarName,
    /// Names without a word in common.
    DifferentName,
    /// Only one of them has a name.
    OneNamed,
    SameNumber,
    OtherNumber,

    SameTownNamed,
    OtherTownNamed,
    SameCountryNamed,
    OtherCountryNamed,
    PlaceUnknown,

    /// The same days: windows of at most ten days that meet.
    DaysMeet,
    /// Windows of at most two months that meet.
    MonthsMeet,
    /// Wider windows that meet.
    YearsMeet,
    /// One to three days between them.
    DaysApart,
    /// Four to 31 days.
    WeeksApart,
    /// More.
    MonthsApart,
    /// A date is not stated; those of the articles leave room for the same days.
    MayBeSameDays,
    /// A date is not stated; those of the articles leave no room for the same days.
    CannotBeSameDays,
    /// Nothing says when one of them was.
    DaysUnknown,

    SameKind,
    /// A summit without a name and talks: leaders' talks are often called a summit.
    TalksOrSummit,
    /// A summit or a conference with a name, and talks.
    TalksAtGathering,
    /// A visit beside a meeting.
    MeetingOnVisit,
    /// A call beside anything else.
    CallOnly,
    DifferentKind,

    SameVisitor,
    OtherVisitor,
    PlannedAndHeld,
    BothPlanned,
    /// The articles were written within three days.
    NewsOfSameDays,
    /// They were written months apart.
    NewsOfOtherMonths,
    /// The same people are told of in the articles.
    SameStory,
    /// Hardly anybody is told of in both.
    OtherStory,
    /// One article tells of both.
    OneArticle,
}

impl Likeness {
    /// How many there are.
    pub const COUNT: usize = Self::OneArticle as usize + 1;

    /// All, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::SamePair,
        Self::PairAmongOthers,
        Self::SamePersonAlone,
        Self::PartnersUnknown,
        Self::PersonAmongOthers,
        Self::OneInCommon,
        Self::NobodyInCommon,
        Self::NobodyNamed,
        Self::SameName,
        Self::NameWithin,
        Self::SimilarName,
        Self::DifferentName,
        Self::OneNamed,
        Self::SameNumber,
        Self::OtherNumber,
        Self::SameTownNamed,
        Self::OtherTownNamed,
        Self::SameCountryNamed,
        Self::OtherCountryNamed,
        Self::PlaceUnknown,
        Self::DaysMeet,
        Self::MonthsMeet,
        Self::YearsMeet,
        Self::DaysApart,
        Self::WeeksApart,
        Self::MonthsApart,
        Self::MayBeSameDays,
        Self::CannotBeSameDays,
        Self::DaysUnknown,
        Self::SameKind,
        Self::TalksOrSummit,
        Self::TalksAtGathering,
        Self::MeetingOnVisit,
        Self::CallOnly,
        Self::DifferentKind,
        Self::SameVisitor,
        Self::OtherVisitor,
        Self::PlannedAndHeld,
        Self::BothPlanned,
        Self::NewsOfSameDays,
        Self::NewsOfOtherMonths,
        Self::SameStory,
        Self::OtherStory,
        Self::OneArticle,
    ];
}

/// Pieces of evidence, each at most once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LikenessSet(u64);

impl LikenessSet {
    fn add(&mut self, one: Likeness) {
        self.0 |= 1 << one as u64;
    }

    pub const fn has(self, one: Likeness) -> bool {
        self.0 & (1 << one as u64) != 0
    }
}

/// Days of a visit or a summit.
const MAX_EXACT_DAYS: i64 = 10;
const MAX_MONTHS_DAYS: i64 = 62;
const MAX_NEAR_DAYS: i32 = 3;
const MAX_WEEKS_DAYS: i32 = 31;
/// A meeting is news for so long, planned and held.
const MAX_NEWS_DAYS: i32 = 60;

/// Of the people in either story, the share in both, in percent.
const SAME_STORY_PERCENT: usize = 40;
const OTHER_STORY_PERCENT: usize = 15;

/// Everything that speaks for or against.
pub(super) fn compare(a: &Traits, b: &Traits) -> LikenessSet {
    let mut set = LikenessSet::default();
    set.add(people(a, b));
    names(a, b).into_iter().for_each(|one| set.add(one));
    if !a.editions.is_empty() && !b.editions.is_empty() {
        let same = a.editions.intersection(&b.editions).next().is_some();
        set.add(if same { Likeness::SameNumber } else { Likeness::OtherNumber });
    }
    set.add(place(a, b));
    set.add(days(a, b));
    set.add(kind(a, b));
    visitors(a, b).into_iter().for_each(|one| set.add(one));
    news(a, b).into_iter().for_each(|one| set.add(one));
    if a.planned && !a.held && b.planned && !b.held {
        set.add(Likeness::BothPlanned);
    }
    let (ahead, past) = (a.planned && !a.held && b.held, b.planned && !b.held && a.held);
    if ahead || past {
        set.add(Likeness::PlannedAndHeld);
    }
    story(a, b).into_iter().for_each(|one| set.add(one));
    if !a.docs.is_disjoint(&b.docs) {
        set.add(Likeness::OneArticle);
    }
    set
}

fn people(a: &Traits, b: &Traits) -> Likeness {
    let visits = !a.visitors.is_empty() && !b.visitors.is_empty();
    let (a, b) = (&a.people, &b.people);
    let common = a.intersection(b).count();
    let (least, most) = (a.len().min(b.len()), a.len().max(b.len()));
    match common {
        _ if least == 0 => Likeness::NobodyNamed,
        0 => Likeness::NobodyInCommon,
        1 if most == 1 && visits => Likeness::SamePersonAlone,
        1 if most == 1 => Likeness::PartnersUnknown,
        1 if least == 1 => Likeness::PersonAmongOthers,
        1 => Likeness::OneInCommon,
        _ if common == least => Likeness::SamePair,
        _ => Likeness::PairAmongOthers,
    }
}

fn names(a: &Traits, b: &Traits) -> Option<Likeness> {
    match (a.names.is_empty(), b.names.is_empty()) {
        (true, true) => return None,
        (false, false) => {}
        _ => return Some(Likeness::OneNamed),
    }
    if !a.names.is_disjoint(&b.names) {
        return Some(Likeness::SameName);
    }
    let (a, b): (BTreeSet<&str>, BTreeSet<&str>) = (a.words(), b.words());
    // The ministers of a body meet apart from its leaders.
    let level = |words: &BTreeSet<&str>| words.iter().any(|word| is_ministerial(word));
    Some(if level(&a) != level(&b) {
        Likeness::DifferentName
    } else if a.is_subset(&b) || b.is_subset(&a) {
        Likeness::NameWithin
    } else if a.is_disjoint(&b) {
        Likeness::DifferentName
    } else {
        Likeness::SimilarName
    })
}

fn place(a: &Traits, b: &Traits) -> Likeness {
    if !a.towns.is_empty() && !b.towns.is_empty() {
        let same = !a.towns.is_disjoint(&b.towns);
        let abroad =
            !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries);
        return match (same, abroad) {
            (true, _) => Likeness::SameTownNamed,
            (false, true) => Likeness::OtherCountryNamed,
            (false, false) => Likeness::OtherTownNamed,
        };
    }
    if a.countries.is_empty() || b.countries.is_empty() {
        return Likeness::PlaceUnknown;
    }
    if a.countries.is_disjoint(&b.countries) {
        Likeness::OtherCountryNamed
    } else {
        Likeness::SameCountryNamed
    }
}

fn days(a: &Traits, b: &Traits) -> Likeness {
    if let (Some(x), Some(y)) = (a.stated, b.stated) {
        return stated_days(x, y);
    }
    match (a.stated.or(a.assumed), b.stated.or(b.assumed)) {
        (Some(x), Some(y)) if gap(x, y) > MAX_NEAR_DAYS => Likeness::CannotBeSameDays,
        (Some(_), Some(_)) => Likeness::MayBeSameDays,
        _ => Likeness::DaysUnknown,
    }
}

fn stated_days(x: Window, y: Window) -> Likeness {
    let longest = width(x).max(width(y));
    match gap(x, y) {
        0 if longest <= MAX_EXACT_DAYS => Likeness::DaysMeet,
        0 if longest <= MAX_MONTHS_DAYS => Likeness::MonthsMeet,
        0 => Likeness::YearsMeet,
        days if days <= MAX_NEAR_DAYS => Likeness::DaysApart,
        days if days <= MAX_WEEKS_DAYS => Likeness::WeeksApart,
        _ => Likeness::MonthsApart,
    }
}

fn kind(a: &Traits, b: &Traits) -> Likeness {
    use MeetingKind::{Call, Conference, Summit, Talks, Visit};
    if !a.kinds.is_disjoint(&b.kinds) {
        return Likeness::SameKind;
    }
    let one = |all: &[MeetingKind]| {
        let any = |kinds: &BTreeSet<MeetingKind>| kinds.iter().any(|kind| all.contains(kind));
        (any(&a.kinds), any(&b.kinds))
    };
    let (gathers_a, gathers_b) = one(&[Summit, Conference]);
    if gathers_a && gathers_b {
        return Likeness::SameKind;
    }
    let (calls_a, calls_b) = one(&[Call]);
    let (talks_a, talks_b) = one(&[Talks]);
    let (visits_a, visits_b) = one(&[Visit]);
    let ceremony = [a, b].iter().any(|one| one.kinds.iter().all(|kind| *kind == MeetingKind::Ceremony));
    if ceremony {
        Likeness::DifferentKind
    } else if calls_a || calls_b {
        Likeness::CallOnly
    } else if gathers_a && talks_b || gathers_b && talks_a {
        if a.names.is_empty() && b.names.is_empty() {
            Likeness::TalksOrSummit
        } else {
            Likeness::TalksAtGathering
        }
    } else if visits_a || visits_b {
        Likeness::MeetingOnVisit
    } else {
        Likeness::DifferentKind
    }
}

/// Whether both are visits, and whose.
fn visitors(a: &Traits, b: &Traits) -> Option<Likeness> {
    let (a, b) = (&a.visitors, &b.visitors);
    if a.is_empty() || b.is_empty() {
        return None;
    }
    Some(if a.is_disjoint(b) { Likeness::OtherVisitor } else { Likeness::SameVisitor })
}

/// Whether the articles are of the same days, or of months apart.
fn news(a: &Traits, b: &Traits) -> Option<Likeness> {
    let gaps = a.written.iter().flat_map(|x| b.written.iter().map(|y| days_between(*x, *y).abs()));
    let least = gaps.min()?;
    if least <= MAX_NEAR_DAYS {
        return Some(Likeness::NewsOfSameDays);
    }
    (least > MAX_NEWS_DAYS).then_some(Likeness::NewsOfOtherMonths)
}

/// Whether the articles tell of the same people.
fn story(a: &Traits, b: &Traits) -> Option<Likeness> {
    let common = a.around.intersection(&b.around).count() * 100;
    let all = a.around.union(&b.around).count();
    if a.around.len().min(b.around.len()) < 2 {
        return None;
    }
    if common >= all * SAME_STORY_PERCENT {
        return Some(Likeness::SameStory);
    }
    (common <= all * OTHER_STORY_PERCENT).then_some(Likeness::OtherStory)
}
