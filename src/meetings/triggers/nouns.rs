//! Nouns that mention a meeting: "the visit", "talks with", "a phone call". Plurals and bare abstractions
//! ("through dialogue") mention none in particular.

use super::imagined::is_imagined_noun;
use super::verbs::follows_modal;
use crate::lang::meetings::MeetingClass as Class;
use crate::meetings::MeetingKind;
use crate::meetings::series;
use crate::meetings::trigger::{Lead, TokenPlace, Trigger, TriggerForm};
use crate::meetings::view::MeetingWord;

/// What stands to the left of a noun, up to its determiner or verb.
struct Left {
    lead: Lead,
    /// First token of the noun phrase, without the determiner.
    start: usize,
    verb: Option<usize>,
    /// The number of words between determiner and noun.
    modifiers: usize,
}

/// The kind of meeting a noun mentions in its context, if any.
type NounReader = fn(&TokenPlace<'_>, &Left) -> Option<MeetingKind>;

const NOUNS: &[(Class, NounReader)] = &[
    (Class::VisitNoun, visit),
    (Class::TourNoun, tour),
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
    (Class::InaugurationNoun, inauguration),
];

/// The trigger whose noun stands at this token.
pub(super) fn find(at: &TokenPlace<'_>) -> Option<Trigger> {
    let word = at.known();
    let (_, kind) = NOUNS.iter().find(|(class, _)| word.is(*class))?;
    if follows_modal(at) {
        return None;
    }
    let left = look_left(at);
    let kind = kind(at, &left)?;
    if left.lead == Lead::Generic
        || is_compound(at)
        || is_denied(at, &left)
        || is_imagined_noun(at, left.lead, left.start)
    {
        return None;
    }
    if is_gerund(at, &left) {
        return Some(gerund(at));
    }
    let (first, verb) = (span_start(at, &left), left.verb);
    let held = verb.filter(|v| *v + 1 == first && at.view.is(*v, Class::Hold));
    Some(Trigger {
        sentence: at.sentence,
        first: held.unwrap_or(first),
        last: at.at + 1 + usize::from(is_summit_talks(at)),
        head: at.at,
        verb,
        kind,
        form: TriggerForm::Noun,
        lead: if is_another(at, &left) || looks_back(at, &left) { Lead::Other } else { left.lead },
        name: None,
        edition: edition(at, &left, kind),
    })
}

/// "before meeting Roe", "Roe meeting with Ling": the verb, with its object after it.
fn is_gerund(at: &TokenPlace<'_>, left: &Left) -> bool {
    let after_person = at.before(1).is_some_and(|i| at.view.person(i).is_some());
    let bare = left.lead == Lead::Bare && left.verb.is_none() && (left.modifiers == 0 || after_person);
    if !bare || !at.is(Class::MeetingNoun) || at.view.is_title_case(at.sentence) {
        return false;
    }
    let n = if at.ahead_is(1, Class::With) && after_person { 2 } else { 1 };
    at.behind(n).is_some_and(|i| at.view.person(i).is_some() || at.view.title(i).is_some())
}

fn gerund(at: &TokenPlace<'_>) -> Trigger {
    Trigger {
        sentence: at.sentence,
        first: at.at,
        last: at.at + 1,
        head: at.at,
        verb: Some(at.at),
        kind: MeetingKind::Talks,
        form: TriggerForm::Verb,
        lead: Lead::Bare,
        name: None,
        edition: None,
    }
}

/// "summit talks", "a summit meeting": one meeting with two nouns.
fn is_summit_talks(at: &TokenPlace<'_>) -> bool {
    at.is(Class::SummitNoun) && (at.ahead_is(1, Class::TalksNoun) || at.ahead_is(1, Class::MeetingNoun))
}

/// "since their first summit", "at the inaugural meeting", "working-level talks": another meeting than the
/// one that the article is about.
fn looks_back(at: &TokenPlace<'_>, left: &Left) -> bool {
    let level = (left.start..at.at)
        .any(|i| at.view.is(i, Class::LowLevel) && (i + 1..i + 3).any(|k| at.view.is(k, Class::LevelWord)));
    let first = (left.start..at.at).any(|i| at.view.is(i, Class::FirstOfMany));
    let phrase = match left.lead {
        Lead::Owned(owner) => at.view.mention_index(owner).map_or(owner, |_| first_of_name(at, owner)),
        _ => left.start.saturating_sub(1),
    };
    let taken_up = (1..4)
        .map_while(|n| phrase.checked_sub(n).filter(|i| *i >= at.first))
        .take_while(|i| !at.view.is(*i, Class::Auxiliary) && at.view.is_word(*i))
        .any(|i| at.view.is(i, Class::LooksBack));
    level || first && taken_up && matches!(left.lead, Lead::Definite | Lead::Owned(_))
}

/// The first token of the name that the token is part of.
fn first_of_name(at: &TokenPlace<'_>, mut token: usize) -> usize {
    let name = at.view.mention_index(token);
    while token > at.first && at.view.mention_index(token - 1) == name {
        token -= 1;
    }
    token
}

/// "the 12th summit"; "his third summit" counts only his own.
fn edition(at: &TokenPlace<'_>, left: &Left, kind: MeetingKind) -> Option<u16> {
    let series = matches!(kind, MeetingKind::Summit | MeetingKind::Conference) && !at.is(Class::SessionNoun);
    let counted = series && !matches!(left.lead, Lead::Owned(_));
    (left.start..at.at)
        .rev()
        .find_map(|i| series::ordinal_before(at.view, left.start, i + 1))
        .filter(|_| counted)
        .map(|(_, n)| n)
}

/// "the next summit", "their last meeting": another than the one mentioned.
fn is_another(at: &TokenPlace<'_>, left: &Left) -> bool {
    matches!(left.lead, Lead::Definite | Lead::Owned(_))
        && (left.start..at.at).any(|i| at.view.is(i, Class::NextOrLast))
}

/// "phone call", "closing session": the modifier is part of the term.
fn span_start(at: &TokenPlace<'_>, _left: &Left) -> usize {
    let call = at.is(Class::CallNoun) && at.back_is(1, Class::PhoneWord);
    let part = at.is(Class::SessionNoun) || at.is(Class::CeremonyNoun);
    let term = call || part && at.back_is(1, Class::SessionPart);
    if term { at.at - 1 } else { at.at }
}

fn look_left(at: &TokenPlace<'_>) -> Left {
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

/// "summit-level", "meeting room": the noun only modifies another.
fn is_compound(at: &TokenPlace<'_>) -> bool {
    let next = at.behind(1);
    let glued = next.is_some_and(|i| at.view.is_glued(i) && matches!(at.view.low(i), "-" | "‑"));
    glued || at.ahead_is(1, Class::CompoundTail) && !at.is(Class::CompoundHead)
}

/// "there was no meeting", "the talks did not take place", or a meeting that is only imagined.
fn is_denied(at: &TokenPlace<'_>, left: &Left) -> bool {
    let before = left.verb.unwrap_or(left.start);
    let negated = (1..=3)
        .map_while(|n| before.checked_sub(n).filter(|i| *i >= at.first))
        .map(|i| at.view.known(i))
        .take_while(|w| w.is(Class::Auxiliary) || w.is(Class::Negative) || w.is(Class::BeforeDenied))
        .any(|w| w.is(Class::Negative));
    negated && left.lead != Lead::Definite
}

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

/// Plurals count only with a person taking part: "meetings with Modi".
fn plural(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    (names_someone(at) && left.verb.is_some()).then_some(MeetingKind::Talks)
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

/// The inauguration of a person, not of a building.
fn inauguration(at: &TokenPlace<'_>, left: &Left) -> Option<MeetingKind> {
    let owner = match left.lead {
        Lead::Owned(i) => at.view.person(i).is_some() || at.view.is(i, Class::HisOrHer),
        _ => at.back_is(1, Class::Presidential),
    };
    let of =
        at.ahead_is(1, Class::Of) && (2..6).filter_map(|n| at.behind(n)).any(|i| at.view.person(i).is_some());
    (owner || of).then_some(MeetingKind::Ceremony)
}
