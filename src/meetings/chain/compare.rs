//! Whether a mention refers to a meeting already in the article: what its name, noun, people, place, days and
//! tense say for and against. A conflict in any of them keeps the two apart.

use super::Chain;
use crate::lang::meetings::{MeetingClass as Class, MeetingWords};
use crate::meetings::evidence_weights::{Comparison, Evidence, EvidenceSet};
use crate::meetings::roles::TriggerWithRoles;
use crate::meetings::trigger::{Lead, TriggerForm};
use crate::meetings::view::TokenView;
use crate::meetings::{MeetingKind, Status};
use crate::names::{LocalEntity, Title};
use crate::text::Index;
use crate::time::{Parts, Stated, Timex};

/// Mentions of a chain that a new one is compared with, so that work is bounded in a text full of meetings.
const MAX_COMPARED: usize = 16;

/// The evidence for one meeting in one respect, or the veto that keeps the two apart.
type Found = Result<EvidenceSet, Evidence>;

/// Compares a mention with a meeting; `before` are all mentions before it. `None` for a meeting without
/// mentions.
pub(super) fn compare(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
    visitors: &[Index<LocalEntity>],
) -> Option<Comparison> {
    let head = chain.members.first().and_then(|i| before.get(*i))?;
    let found = evidence(view, this, chain, head, before, visitors);
    Some(Comparison::of(found.unwrap_or_else(EvidenceSet::from)))
}

fn evidence(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    head: &TriggerWithRoles,
    before: &[TriggerWithRoles],
    visitors: &[Index<LocalEntity>],
) -> Found {
    let name = by_name(view, this, chain, head)?;
    by_noun(view, this, chain, before)?;
    let people = by_people(view, this, chain, visitors)?;
    let place = by_place(this, chain)?;
    let date = match by_date(view, this, chain) {
        // One edition of a series has one date, whatever is written; a check reports the difference.
        Err(_) if name.has(Evidence::SameName) && same_edition(this, chain) => EvidenceSet::default(),
        found => found?,
    };
    // A guest here and a host there may have met others: only the same day or place makes it one meeting.
    let shared = place.has(Evidence::SamePlace) || date.has(Evidence::SameDate);
    let anew = this.trigger.form == TriggerForm::Verb || this.trigger.lead == Lead::Indefinite;
    if people.has(Evidence::HostAndGuest) && anew && !shared {
        return Err(Evidence::OtherPeople);
    }
    by_status(this, chain, name.with(date))?;
    Ok(name.with(people).with(place).with(date).with(by_reference(this, chain)))
}

fn same_edition(this: &TriggerWithRoles, chain: &Chain) -> bool {
    this.trigger.edition.is_some() && this.trigger.edition == chain.edition
}

fn when(holds: bool, evidence: Evidence) -> EvidenceSet {
    holds.then_some(evidence).into_iter().collect()
}

fn by_name(view: &TokenView<'_>, this: &TriggerWithRoles, chain: &Chain, head: &TriggerWithRoles) -> Found {
    if let (Some(a), Some(b)) = (this.trigger.edition, chain.edition)
        && a != b
    {
        return Err(Evidence::OtherEdition);
    }
    let (Some(name), Some(series)) = (&this.trigger.name, &chain.series) else {
        // A name joins an unnamed meeting only if that is the summit it names ("the summit … the SCO summit")
        // or a parade mentioned before it was named.
        let parade = this.trigger.kind == MeetingKind::Ceremony
            && head.trigger.kind == MeetingKind::Ceremony
            && view.low(this.trigger.head) == view.low(head.trigger.head)
            && this.roles.place.is_none_or(|p| chain.places.contains(&p))
            && this.roles.when.iter().all(|t| chain.when.contains(t));
        // "Their bilateral summit" is not the summit of the bloc that they attended.
        let bilateral = has_before(view, this, Class::Bilateral) || this.roles.who.len() >= 2;
        let unnamed =
            this.trigger.name.is_none() && !(bilateral && chain.series.is_some() && !is_pair(view, head));
        let fits = unnamed || parade;
        return if fits { Ok(EvidenceSet::default()) } else { Err(Evidence::OtherSeries) };
    };
    let bilateral = is_pair(view, this) && is_pair(view, head) && this.trigger.kind == head.trigger.kind;
    let words = view.words();
    let same = contains(words, &name.series, series) || contains(words, series, &name.series) || bilateral;
    if same { Ok(Evidence::SameName.into()) } else { Err(Evidence::OtherSeries) }
}

/// "Modi-Merkel Summit", "India-Russia Summit": two names joined by a hyphen.
fn is_pair(view: &TokenView<'_>, told: &TriggerWithRoles) -> bool {
    (told.trigger.first + 1..told.trigger.head).any(|i| {
        matches!(view.low(i), "-" | "–" | "‑")
            && [i - 1, i + 1].iter().all(|k| view.is_capital(*k) && !view.token(*k).is_some_and(|t| t.upper))
    })
}

/// Whether every word of the shorter name is in the longer, and one of them is more than a head or "global".
fn contains(words: &MeetingWords, long: &str, short: &str) -> bool {
    level(words, long) == level(words, short)
        && short.split(' ').all(|word| has_word(words, long, word))
        && (long == short || short.split(' ').any(|word| !is_head(words, word)))
}

/// Whether a word is in a name. Any head of a name counts as any other.
fn has_word(words: &MeetingWords, name: &str, word: &str) -> bool {
    name.split(' ').any(|other| other == word || is_head(words, other) && is_head(words, word))
}

/// "summit", "forum", "meeting": interchangeable heads of a series name.
fn is_head(words: &MeetingWords, word: &str) -> bool {
    words.classes.has(word, Class::ChainHead)
}

/// The word that tells apart the meetings of one body: its leaders, its ministers, its business people.
fn level<'n>(words: &MeetingWords, name: &'n str) -> Option<&'n str> {
    name.split(' ').find(|word| words.classes.has(word, Class::Level))
}

/// Whether the mention's noun, with the words before it, can refer to the meeting.
fn by_noun(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
) -> Result<(), Evidence> {
    if this.trigger.lead == Lead::Other && !(chain.other && same_class(view, this, chain, before)) {
        return Err(Evidence::SaidOther);
    }
    let fits = same_rank(view, this, chain, before) && same_class(view, this, chain, before);
    if fits { Ok(()) } else { Err(Evidence::OtherKind) }
}

/// "the leaders’ meeting" refers to a summit, "the ministers’ meeting" to one of ministers.
fn same_rank(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
) -> bool {
    let stems = view.words().classes.list(Class::MinisterStem);
    let ministers = chain.series.as_ref().is_some_and(|s| stems.iter().any(|stem| s.contains(stem)));
    let summit = chain
        .members
        .iter()
        .take(MAX_COMPARED)
        .filter_map(|i| before.get(*i))
        .any(|t| t.trigger.kind == MeetingKind::Summit);
    (!has_before(view, this, Class::Leaders) || summit)
        && (!has_before(view, this, Class::Ministers) || ministers || chain.series.is_none())
}

/// Whether a word of this class stands right before the noun.
fn has_before(view: &TokenView<'_>, this: &TriggerWithRoles, class: Class) -> bool {
    let head = this.trigger.head;
    this.trigger.form == TriggerForm::Noun && (head.saturating_sub(3)..head).any(|at| view.is(at, class))
}

/// "the meeting", "the leaders’ meeting": without a distinguishing word.
fn is_plain(view: &TokenView<'_>, this: &TriggerWithRoles) -> bool {
    let before = this.trigger.head.checked_sub(1).map(|b| view.known(b)).unwrap_or_default();
    before.is(Class::Determiner) || before.is(Class::PlainLead)
}

/// Whether the mention's noun can refer to the meeting.
fn same_class(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
) -> bool {
    use MeetingKind::{Call, Ceremony, Conference, Summit, Talks, Visit};
    let kind = this.trigger.kind;
    let word = view.low(this.trigger.head);
    let gathering = view.is(this.trigger.head, Class::Gathering);
    let members = chain.members.iter().take(MAX_COMPARED).filter_map(|i| before.get(*i));
    let mut kinds = members.clone().map(|member| member.trigger.kind);
    let heads = members.map(|member| member.trigger.head);
    kinds.any(|other| match (kind, other) {
        (a, b) if a == b => {
            kind != Conference && kind != Ceremony
                || this.trigger.name.is_some()
                || heads.clone().any(|h| view.low(h) == word || view.is(h, Class::MeetingNoun) || gathering)
        }
        // "the meeting" may refer to a summit or a ministers' meeting; "the forum" to a "summit" of the same
        // name.
        (Talks, Summit | Conference) => {
            (gathering || view.is(this.trigger.head, Class::MeetingNoun))
                && is_plain(view, this)
                && this.trigger.lead == Lead::Definite
                && this.roles.who.is_empty()
        }
        (Summit, Conference) | (Conference, Summit) => {
            this.trigger.name.is_some() || heads.clone().any(|h| view.low(h) == word) || gathering
        }
        (Talks, Call) => this.trigger.lead == Lead::Definite && view.is(this.trigger.head, Class::TalksAgain),
        (Call, Talks) => false,
        (Visit | Talks | Call | Ceremony | Summit | Conference, _) => false,
    })
}

fn by_people(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    visitors: &[Index<LocalEntity>],
) -> Found {
    use MeetingKind::{Ceremony, Conference};
    if chain.series.is_some() || matches!(this.trigger.kind, Conference | Ceremony) {
        // One person attends, another hosts.
        return Ok(EvidenceSet::default());
    }
    let (mine, theirs) = (&this.roles.who, &chain.who);
    let common = mine.iter().filter(|w| theirs.contains(w)).count();
    let visit = this.trigger.kind == MeetingKind::Visit;
    if !mine.is_empty() && !theirs.is_empty() {
        if common == 0 {
            // A host and a guest, each named once, are the two sides of one meeting.
            let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) else { return Err(Evidence::OtherPeople) };
            let talks = this.trigger.kind == MeetingKind::Talks;
            let two = talks && visitors.contains(a) != visitors.contains(b);
            return if two { Ok(Evidence::HostAndGuest.into()) } else { Err(Evidence::OtherPeople) };
        }
        if !visit && mine.len() >= 2 && theirs.len() >= 2 && common < mine.len().max(theirs.len()) {
            return Err(Evidence::OtherPeople);
        }
        let others = mine.len() == 1 && theirs.len() >= 2 && this.meets_others
            || theirs.len() == 1 && mine.len() >= 2 && chain.met_others;
        if !visit && others {
            return Err(Evidence::OtherPeople);
        }
        return Ok(if common == 1 { Evidence::SamePerson } else { Evidence::SamePeople }.into());
    }
    let (a, b) = (titles(view, &this.roles.titled), titles(view, &chain.titled));
    let same = a.iter().any(|a| b.iter().any(|b| may_be_one_office(a, b)));
    if visit && !a.is_empty() && !b.is_empty() && !same {
        return Err(Evidence::OtherPeople);
    }
    let (mine, theirs) = (&this.roles.sides, &chain.sides);
    let side = mine.iter().any(|s| theirs.contains(s));
    if !mine.is_empty() && !theirs.is_empty() && !side {
        return Err(Evidence::OtherPeople);
    }
    Ok(when(same, Evidence::SameOffice).with(when(side, Evidence::SameSide)))
}

fn titles<'v>(view: &TokenView<'v>, titled: &[Index<Title>]) -> Vec<&'v Title> {
    titled.iter().filter_map(|index| index.of(&view.names.titles)).collect()
}

/// The same role, and the same country as far as both give one.
fn may_be_one_office(a: &Title, b: &Title) -> bool {
    a.role == b.role && (a.country.is_none() || b.country.is_none() || a.country == b.country)
}

fn by_place(this: &TriggerWithRoles, chain: &Chain) -> Found {
    let Some(place) = this.roles.place.filter(|_| !chain.places.is_empty()) else {
        return Ok(EvidenceSet::default());
    };
    if chain.places.contains(&place) {
        return Ok(Evidence::SamePlace.into());
    }
    match (this.country, chain.country) {
        (Some(a), Some(b)) if a != b => Err(Evidence::OtherPlace),
        (Some(_), Some(_)) if this.trigger.kind == MeetingKind::Visit || this.is_country => {
            Ok(Evidence::SamePlace.into())
        }
        // An unknown place may lie anywhere: no evidence, no conflict.
        _ => Ok(EvidenceSet::default()),
    }
}

/// "the November summit": the month tells it apart from others.
fn is_told_by_month(view: &TokenView<'_>, this: &TriggerWithRoles) -> bool {
    let trigger = &this.trigger;
    let month = trigger.first.checked_sub(1).and_then(|i| view.time_index(i)).filter(|time| {
        time.of(view.times).is_some_and(|time| time.parts.month.is_some() && time.parts.day.is_none())
    });
    trigger.form == TriggerForm::Noun && month.is_some()
}

/// The dates as they are written.
fn by_date(view: &TokenView<'_>, this: &TriggerWithRoles, chain: &Chain) -> Found {
    let (mine, theirs) = (&this.roles.when, &chain.when);
    if theirs.is_empty() && is_told_by_month(view, this) {
        return Err(Evidence::OtherDays);
    }
    if mine.iter().any(|t| theirs.contains(t)) {
        return Ok(Evidence::SameDate.into());
    }
    let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) else { return Ok(EvidenceSet::default()) };
    let (Some(a), Some(b)) = (parts(view, *a), parts(view, *b)) else { return Ok(EvidenceSet::default()) };
    let other_year = differ(a.year, b.year);
    if other_year || differ(a.day, b.day) || differ(a.month, b.month) || differ(a.weekday, b.weekday) {
        // A visit or a summit may be mentioned with any of its days; a one-day meeting may not.
        let long =
            !matches!(this.trigger.kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony);
        let fits = long && !other_year;
        return if fits { Ok(EvidenceSet::default()) } else { Err(Evidence::OtherDays) };
    }
    Ok(when(agree(a.day, b.day) || agree(a.weekday, b.weekday), Evidence::SameDate))
}

/// What a time mention states, unless it is an end of a range.
fn parts(view: &TokenView<'_>, index: Index<Timex>) -> Option<Parts> {
    index.of(view.times).filter(|time| time.range.is_none()).map(|time| time.parts)
}

/// Whether both are stated and differ.
fn differ<T: PartialEq>(a: Option<Stated<T>>, b: Option<Stated<T>>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.value != b.value)
}

/// Whether both are stated and equal.
fn agree<T: PartialEq>(a: Option<Stated<T>>, b: Option<Stated<T>>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.value == b.value)
}

/// "met in May" and "will meet in June": two meetings, unless a name or a date is the same, or a later noun
/// refers to one of them.
fn by_status(this: &TriggerWithRoles, chain: &Chain, so_far: EvidenceSet) -> Result<(), Evidence> {
    let differ = |status| chain.status.is_some_and(|s| (s == status) != (this.roles.status == status));
    // What was called off is not what was held.
    let apart = differ(Status::Planned) || differ(Status::Off) && this.trigger.form == TriggerForm::Verb;
    let dated = so_far.has(Evidence::SameDate) && this.trigger.form != TriggerForm::Verb;
    let other = this.is_firm() && apart && !so_far.has(Evidence::SameName) && !dated;
    if other { Err(Evidence::OtherStatus) } else { Ok(()) }
}

/// A verb or "a meeting" with nothing in common begins a new meeting; a definite noun refers back to one.
fn by_reference(this: &TriggerWithRoles, chain: &Chain) -> EvidenceSet {
    let trigger = &this.trigger;
    // "Norway and Sweden held talks": without a determiner and with people of its own, it refers to nothing.
    let own = !this.roles.sides.is_empty() || !this.roles.titled.is_empty() || this.meets_others;
    let bare = trigger.lead == Lead::Bare && trigger.verb.is_none() && !own;
    let definite = (trigger.lead == Lead::Definite || bare) && trigger.form == TriggerForm::Noun;
    let owned =
        matches!(trigger.lead, Lead::Owned(_)) && this.roles.who.is_empty() && this.roles.titled.is_empty();
    // The parade mentioned before it was named.
    let named_now = trigger.name.is_some() && chain.series.is_none();
    when(definite || owned || named_now, Evidence::TakesUp)
}
