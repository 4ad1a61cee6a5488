//! The nouns, and which kind of meeting each mentions in its context, if any.

use super::left::Left;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::series;
use crate::meetings::trigger::{Lead, TokenPlace};

/// The kind of meeting a noun mentions in its context, if any.
pub(super) type NounReader = fn(&TokenPlace<'_>, &Left) -> Option<MeetingKind>;

pub(super) const NOUNS: &[(Class, NounReader)] = &[
    (Class::VisitNoun, visit),
    (Class::TourNoun, tour),
    (Class::TravelNoun, travel),
    (Class::MeetingNoun, meeting),
    (Class::PluralNoun, plural),
    (Class::TalksNoun, talks),
    (Class::DiscussionNoun, discussions),
    (Class::HeadlineMeet, headline_meet),
    (Class::SummitNoun, summit),
    (Class::ForumNoun, conference),
    (Class::SessionNoun, session),
    (Class::CallNoun, call),
    (Class::ParadeNoun, ceremony),
    (Class::CeremonyNoun, rite),
    (Class::MealNoun, meal),
    (Class::InaugurationNoun, inauguration),
];

fn visit(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let by_foot = at.back_is(1, Class::NotVisit);
    let verb = at.back_is(1, Class::VisitVerbSign);
    let bare = left.lead == Lead::Bare
        && left.modifiers == 0
        && left.verb.is_none()
        && !at.ahead_is(1, Class::VisitTail)
        && !at.back_is(1, Class::BareVisitLead);
    (!by_foot && !verb && !bare).then_some(MeetingKind::Visit)
}

fn tour(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let headline = at.view.is_title_case(at.sentence);
    let nations = left.modifiers > 0
        && (at.back_is(1, Class::TourKind)
            || at.before(1).is_some_and(|i| {
                let unknown = at.view.mention(i).is_none() && at.view.is_capital(i) && !headline;
                at.view.place(i).is_some() || unknown
            }));
    let of = at.ahead_is(1, Class::Of) && at.behind(2).is_some_and(|i| at.view.place(i).is_some());
    (nations || of || (left.lead == Lead::Definite && left.modifiers == 0 && !at.ahead_is(1, Class::Of)))
        .then_some(MeetingKind::Visit)
}

/// "Roe's travel to Peru", "his travel in Peru": with whose it is and where.
fn travel(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let there = at.ahead_is(1, Class::To) || at.ahead_is(1, Class::InOrAt);
    let place = (2..4).filter_map(|n| at.behind(n)).any(|i| at.view.place(i).is_some());
    (is_of_somebody(at, left) && there && place).then_some(MeetingKind::Visit)
}

/// Whether the owner of the noun is a person or a title.
fn is_of_somebody(at: &TokenPlace<'_>, left: &Left) -> bool {
    let Lead::Owned(owner) = left.lead else { return false };
    at.view.person(owner).is_some() || at.view.title(owner).is_some() || at.view.is(owner, Class::HisOrHer)
}

fn meeting(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let object = (1..6)
        .take_while(|n| !matches!(at.ahead(*n), "," | "." | ""))
        .any(|n| at.ahead_is(n, Class::MetThing));
    // "capable of meeting a range of threats"
    let thing = at.ahead_is(1, Class::Determiner)
        && !(2..5).filter_map(|n| at.behind(n)).any(|i| {
            at.view.person(i).is_some() || at.view.title(i).is_some() || at.view.is(i, Class::People)
        });
    let gerund =
        (object || thing) && left.modifiers == 0 && matches!(left.lead, Lead::Bare) && left.verb.is_none();
    let kind = at.back_is(1, Class::NotMeeting);
    let of_a_body = is_of_a_group(at) || is_owned_by_a_body(at, left);
    let meeting = if of_a_body { MeetingKind::Conference } else { MeetingKind::Talks };
    (!gerund && !kind).then_some(meeting)
}

/// "the meeting of foreign ministers", "the fifteenth meeting of the trio": not of the people just named.
fn is_of_a_group(at: &TokenPlace<'_>) -> bool {
    let group = |n: &usize| at.ahead_is(*n, Class::PluralRole) || at.ahead_is(*n, Class::GroupNoun);
    let named = |n: &usize| at.behind(*n).is_some_and(|i| at.view.person(i).is_some());
    let pair = (2..4).any(|n| at.ahead_is(n, Class::Two) || at.ahead_is(n, Class::Both));
    at.ahead_is(1, Class::Of) && !pair && (2..6).take_while(|n| !named(n)).any(|n| group(&n))
}

/// "its spring meeting": of a council, a board or a union.
fn is_owned_by_a_body(at: &TokenPlace<'_>, left: &Left) -> bool {
    let Lead::Owned(owner) = left.lead else { return false };
    at.view.is(owner, Class::Its) && left.modifiers > 0 && !names_someone(at)
}

/// Plurals count only with a person taking part: "held meetings with Modi", "Modi's meetings in Peru".
fn plural(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let there = at.ahead_is(1, Class::InOrAt) && at.behind(2).is_some_and(|i| at.view.place(i).is_some());
    let owned = is_of_somebody(at, left) && (there || names_someone(at));
    (owned || names_someone(at) && left.verb.is_some()).then_some(MeetingKind::Talks)
}

/// "… with / between / of SOMEONE" follows.
fn names_someone(at: &TokenPlace<'_>) -> bool {
    let Some(i) = (1..4).find(|n| at.ahead_is(*n, Class::WithOrBetween)) else { return false };
    (i + 1..i + 9)
        .map_while(|n| at.behind(n))
        .take_while(|k| !at.view.is(*k, Class::OnOrAbout) && at.view.low(*k) != ".")
        .any(|k| {
            at.view.person(k).is_some()
                || at.view.title(k).is_some()
                || at.view.is(k, Class::People)
                || at.view.mention(k).is_some()
                || (at.view.is_capital(k) && !at.view.is_title_case(at.sentence))
        })
}

/// Whether a passive follows that shows it happened: "talks were held".
fn is_held_passive(at: &TokenPlace<'_>) -> bool {
    let mut clause = (1..=5).take_while(|n| *n == 1 || !matches!(at.ahead(*n - 1), "," | "." | ";"));
    clause.any(|n| {
        at.ahead_is(n, Class::HeldParticiple)
            || at.ahead_is(n, Class::TakeVerb) && at.ahead_is(n + 1, Class::Place)
    })
}

fn talks(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let speaks =
        at.before(1).is_some_and(|i| at.view.person(i).is_some()) || at.back_is(1, Class::TalksSubject);
    let says = speaks && at.ahead_is(1, Class::TalksVerbTail);
    let process = at.back_is(1, Class::Process);
    let held = left.verb.is_some() || is_held_passive(at);
    let known = matches!(left.lead, Lead::Definite | Lead::Owned(_) | Lead::Indefinite) || names_someone(at);
    let bare = left.modifiers > 0 || at.back_is(1, Class::BareTalksLead);
    (!says && if process { held && left.verb.is_some() } else { held || known || bare })
        .then_some(MeetingKind::Talks)
}

/// "discussions on trade" are a process; discussions held, or with a named person, are a meeting.
fn discussions(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let held = left.verb.is_some() || is_held_passive(at);
    let owned = matches!(left.lead, Lead::Definite | Lead::Owned(_)) && !at.ahead_is(1, Class::OnOrAbout);
    (held || owned || names_someone(at)).then_some(MeetingKind::Talks)
}

/// "in 3-hour meet": the noun of headlines.
fn headline_meet(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let noun = left.lead != Lead::Bare
        || (left.modifiers > 0
            && at.before(1).is_some_and(|i| {
                at.view.person(i).is_none()
                    && (!at.view.is_capital(i) || at.view.is_glued(i) || at.view.mention(i).is_some())
            }));
    let ends = at.ahead(1).is_empty()
        || at.ahead_is(1, Class::Preposition)
        || matches!(at.ahead(1), "," | "." | ":" | ";");
    (noun && ends).then_some(MeetingKind::Talks)
}

fn summit(at: &TokenPlace<'_>, _left: &Left) -> Option<MeetingKind> {
    let mountain = at.ahead_is(1, Class::Of) && at.ahead_is(2, Class::Mount);
    (!mountain).then_some(MeetingKind::Summit)
}

/// Forums and dialogues in lower case: mentioned again ("the forum"), or distinguished by words of their own.
fn conference(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    if at.back_is(1, Class::NotForum) {
        return None;
    }
    let back = matches!(left.lead, Lead::Definite) && left.modifiers <= 1;
    let told = left.modifiers > 0
        && matches!(left.lead, Lead::Indefinite | Lead::Definite | Lead::Other)
        && !at.is(Class::Dialogue);
    let round = series::ordinal_before(at.view, at.first, left.start).is_some()
        || (left.start..at.at).any(|i| at.view.is(i, Class::ForumKind));
    let again = back && !at.is(Class::Dialogue) && !at.ahead_is(1, Class::For);
    (again || told || (round && !at.is(Class::Conference))).then_some(MeetingKind::Conference)
}

fn session(at: &TokenPlace<'_>, _: &Left) -> Option<MeetingKind> {
    at.back_is(1, Class::SessionPart).then_some(MeetingKind::Conference)
}

fn call(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let phone = at.back_is(1, Class::PhoneWord) || at.back_is(1, Class::Telephonic);
    let held = left.verb.is_some_and(|v| !at.view.is(v, Class::To)) && !at.ahead_is(1, Class::CallDemand);
    let anaphor = left.modifiers == 0
        && left.lead == Lead::Definite
        && !at.ahead_is(1, Class::CallTail)
        && at.is(Class::Call);
    let with = at.is(Class::Call) && at.ahead_is(1, Class::WithOrBetween) && names_someone(at);
    (phone
        || (held && at.is(Class::Call))
        || anaphor
        || with
        || (!at.is(Class::Call) && held && names_someone(at)))
    .then_some(MeetingKind::Call)
}

fn ceremony(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let show = at.back_is(1, Class::NotParade) || at.ahead_is(1, Class::Of) && left.lead == Lead::Indefinite;
    let known =
        left.lead != Lead::Bare || left.modifiers > 0 || at.view.is_capital(at.at) || left.verb.is_some();
    (!show && known).then_some(MeetingKind::Ceremony)
}

/// Signings and welcomes are parts of another event.
fn rite(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let moment = at.back_is(1, Class::CeremonyPart);
    (!moment && left.lead != Lead::Bare).then_some(MeetingKind::Ceremony)
}

/// A state dinner; not one at home.
fn meal(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let of_state = left.modifiers > 0 && at.back_is(1, Class::MealKind);
    of_state.then_some(MeetingKind::Ceremony)
}

/// The inauguration of a person, not of a building.
fn inauguration(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let owner = match left.lead {
        Lead::Owned(i) => at.view.person(i).is_some() || at.view.is(i, Class::HisOrHer),
        _ => at.back_is(1, Class::Presidential),
    };
    let of =
        at.ahead_is(1, Class::Of) && (2..7).filter_map(|n| at.behind(n)).any(|i| is_named_or_titled(at, i));
    (owner || of).then_some(MeetingKind::Ceremony)
}

/// Whether the token is part of a person's name or of a title.
fn is_named_or_titled(at: &TokenPlace<'_>, i: usize) -> bool {
    at.view.person(i).is_some() || at.view.title(i).is_some()
}
