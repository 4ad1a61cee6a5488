//! Nouns that tell of a meeting: "the visit", "talks with", "a phone call". Plurals and bare abstractions ("through
//! dialogue") mean none in particular.

use super::words::{
    is_auxiliary, is_carrier, is_conjunction, is_determiner, is_generic, is_hold, is_negative, is_owner,
    is_people_word, is_preposition, is_pronoun,
};
use super::{At, Form, Lead, Trigger};
use crate::meetings::MeetingKind;
use crate::meetings::series;

/// What stands to the left of a noun, up to its determiner or verb.
struct Left {
    lead: Lead,
    /// First token of the noun phrase, the determiner left out.
    start: usize,
    verb: Option<usize>,
    /// How many words stand between determiner and noun.
    modifiers: usize,
}

pub(super) fn find(at: &At<'_>) -> Option<Trigger> {
    let kind: fn(&At<'_>, &Left) -> Option<MeetingKind> = match at.word() {
        "visit" | "trip" => visit,
        "tour" => tour,
        "meeting" => meeting,
        "meetings" | "engagements" => plural,
        "talks" => talks,
        "discussions" | "consultations" | "deliberations" => discussions,
        "meet" => headline_meet,
        "summit" => summit,
        "forum" | "conference" | "dialogue" | "gathering" => conference,
        "session" => session,
        "call" | "conversation" => call,
        "parade" | "funeral" | "coronation" => ceremony,
        "ceremony" => rite,
        "inauguration" => inauguration,
        _ => return None,
    };
    let left = look_left(at);
    let kind = kind(at, &left)?;
    if left.lead == Lead::Generic || is_compound(at) || is_denied(at, &left) {
        return None;
    }
    let (first, verb) = (span_start(at, &left), left.verb);
    let held = verb.filter(|v| *v + 1 == first && is_hold(at.view.low(*v)));
    Some(Trigger {
        sentence: at.sentence,
        first: held.unwrap_or(first),
        last: at.at + 1,
        head: at.at,
        verb,
        kind,
        form: Form::Noun,
        lead: if is_another(at, &left, kind) { Lead::Other } else { left.lead },
        name: None,
        edition: edition(at, &left, kind),
    })
}

/// "the 12th summit"; "his third summit" only counts his own.
fn edition(at: &At<'_>, left: &Left, kind: MeetingKind) -> Option<u16> {
    let series = matches!(kind, MeetingKind::Summit | MeetingKind::Conference) && at.word() != "session";
    let counted = series && !matches!(left.lead, Lead::Owned(_));
    (left.start..at.at)
        .rev()
        .find_map(|i| series::ordinal_before(at.view, left.start, i + 1))
        .filter(|_| counted)
        .map(|(_, n)| n)
}

/// "the next summit", "the last forum": another edition than the one spoken of.
fn is_another(at: &At<'_>, left: &Left, kind: MeetingKind) -> bool {
    matches!(kind, MeetingKind::Summit | MeetingKind::Conference)
        && left.lead == Lead::Definite
        && (left.start..at.at).any(|i| matches!(at.view.low(i), "next" | "last" | "previous"))
}

/// "phone call", "closing session": the modifier belongs to the term.
fn span_start(at: &At<'_>, _left: &Left) -> usize {
    let term = match at.word() {
        "call" | "conversation" => matches!(at.back(1), "phone" | "telephone" | "video"),
        "session" | "ceremony" => matches!(at.back(1), "closing" | "opening" | "plenary" | "inaugural"),
        _ => false,
    };
    if term { at.at - 1 } else { at.at }
}

fn look_left(at: &At<'_>) -> Left {
    let view = at.view;
    let mut left = Left { lead: Lead::Bare, start: at.at, verb: None, modifiers: 0 };
    let mut other = false;
    let mut i = at.at;
    while let Some(before) = i.checked_sub(1).filter(|b| *b >= at.first && at.at - *b <= 9) {
        let word = view.low(before);
        if view.is_possessive(before) && !series::is_plural_role(view.low(before.saturating_sub(1))) {
            left.lead = Lead::Owned(before.saturating_sub(1));
            break;
        }
        if is_determiner(word) {
            left.lead = match word {
                "a" | "an" => Lead::Indefinite,
                "another" => Lead::Other,
                _ if is_owner(word) => Lead::Owned(before),
                _ if is_generic(word) => Lead::Generic,
                _ => Lead::Definite,
            };
            break;
        }
        if is_carrier(word) && !view.is_capital(before) || is_carrier(word) && view.is_title_case(at.sentence)
        {
            // "a planned visit": a participle behind a determiner is a modifier.
            let modifier = matches!(
                at.moved(before).back(1),
                "a" | "an" | "the" | "his" | "her" | "their" | "its" | "this"
            );
            if !modifier {
                left.verb = Some(before);
                break;
            }
        }
        if word == "of" && matches!(view.low(before.saturating_sub(1)), "round" | "series" | "session") {
            left.start = before;
            i = before;
            continue;
        }
        let stops = is_preposition(word)
            || is_conjunction(word)
            || is_auxiliary(word)
            || is_pronoun(word)
            || is_negative(word);
        let mark = !view.is_word(before)
            && view.token(before).is_some_and(|t| t.kind != crate::text::TokenKind::Number);
        if stops || (mark && !matches!(word, "-" | "–" | "“" | "”" | "\"" | "‘" | "’" | "," | "(" | ")"))
        {
            break;
        }
        if word == "," && !is_adjective_list(at, before) {
            break;
        }
        other |= matches!(word, "previous" | "earlier" | "last" | "past");
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
        left.verb = verb_before(at, before);
    } else if let Lead::Owned(owner) = left.lead
        && is_owner(view.low(owner))
    {
        left.verb = verb_before(at, owner);
    }
    left
}

/// The carrier just before a noun phrase, with an adverb or a preposition between: "embarked on", "took part in".
pub(in crate::meetings) fn verb_before(at: &At<'_>, start: usize) -> Option<usize> {
    (1..=3)
        .map_while(|n| start.checked_sub(n).filter(|i| *i >= at.first))
        .take_while(|i| {
            let word = at.view.low(*i);
            is_carrier(word) || matches!(word, "on" | "in" | "off" | "up" | "out" | "part" | "also" | "for")
        })
        .find(|i| is_carrier(at.view.low(*i)))
}

/// "a short, cordial visit": the comma joins two adjectives and no two names.
fn is_adjective_list(at: &At<'_>, comma: usize) -> bool {
    let plain = |i: usize| at.view.is_word(i) && !at.view.is_capital(i);
    comma.checked_sub(1).is_some_and(plain) && plain(comma + 1) && at.view.low(comma + 1) != "and"
}

/// "summit-level", "meeting room": the noun only modifies another.
fn is_compound(at: &At<'_>) -> bool {
    let next = at.behind(1);
    let glued = next.is_some_and(|i| at.view.is_glued(i) && matches!(at.view.low(i), "-" | "‑"));
    glued
        || matches!(
            at.ahead(1),
            "room"
                | "rooms"
                | "hall"
                | "point"
                | "place"
                | "venue"
                | "format"
                | "agenda"
                | "minutes"
                | "visa"
                | "operator"
                | "operators"
                | "guide"
                | "center"
                | "centre"
                | "centers"
                | "table"
                | "mechanism"
                | "mechanisms"
                | "process"
                | "speech"
                | "declaration"
                | "level"
        ) && !matches!(at.word(), "summit" | "forum" | "visit")
}

/// "there was no meeting", "the talks did not take place" – or a thing that is only thought of.
fn is_denied(at: &At<'_>, left: &Left) -> bool {
    let before = left.verb.unwrap_or(left.start);
    let negated = (1..=3)
        .map_while(|n| before.checked_sub(n).filter(|i| *i >= at.first))
        .map(|i| at.view.low(i))
        .take_while(|w| is_auxiliary(w) || is_negative(w) || matches!(*w, "to" | "any" | "a" | "the"))
        .any(is_negative);
    negated && left.lead != Lead::Definite
}

fn visit(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let by_foot = matches!(
        at.back(1),
        "site" | "home" | "hospital" | "field" | "study" | "road" | "return" | "page" | "school"
    );
    let verb = matches!(
        at.back(1),
        "to" | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "not"
            | "they"
            | "who"
    );
    let bare = left.lead == Lead::Bare
        && left.modifiers == 0
        && left.verb.is_none()
        && !matches!(at.ahead(1), "to" | "by" | "of")
        && !matches!(at.back(1), "of" | "during" | "after" | "on" | "for" | "in");
    (!by_foot && !verb && !bare).then_some(MeetingKind::Visit)
}

fn tour(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let near = at.back(1);
    let nations = left.modifiers > 0
        && (matches!(
            near,
            "nation"
                | "country"
                | "day"
                | "european"
                | "asian"
                | "african"
                | "foreign"
                | "diplomatic"
                | "state"
                | "official"
        ) || at.before(1).is_some_and(|i| at.view.place(i).is_some() || at.view.is_capital(i)));
    let of = at.ahead(1) == "of" && at.behind(2).is_some_and(|i| at.view.place(i).is_some());
    (nations || of || (left.lead == Lead::Definite && left.modifiers == 0 && !matches!(at.ahead(1), "of")))
        .then_some(MeetingKind::Visit)
}

fn meeting(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let object = (1..6)
        .map(|n| at.ahead(n))
        .take_while(|w| !matches!(*w, "," | "." | ""))
        .any(super::words::is_met_thing);
    // "capable of meeting a range of threats"
    let thing = is_determiner(at.ahead(1))
        && !(2..5).filter_map(|n| at.behind(n)).any(|i| {
            at.view.person(i).is_some() || at.view.title(i).is_some() || is_people_word(at.view.low(i))
        });
    let gerund =
        (object || thing) && left.modifiers == 0 && matches!(left.lead, Lead::Bare) && left.verb.is_none();
    let kind = matches!(at.back(1), "town" | "prayer" | "cabinet" | "board" | "party" | "press" | "review");
    (!gerund && !kind).then_some(MeetingKind::Talks)
}

/// Plurals count only with a person at the table: "meetings with Modi".
fn plural(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    (names_someone(at) && left.verb.is_some()).then_some(MeetingKind::Talks)
}

/// "… with / between / of SOMEONE" follows.
fn names_someone(at: &At<'_>) -> bool {
    let Some(i) = (1..4).find(|n| matches!(at.ahead(*n), "with" | "between")) else { return false };
    (i + 1..i + 9)
        .map_while(|n| at.behind(n))
        .take_while(|k| !matches!(at.view.low(*k), "on" | "about" | "."))
        .any(|k| {
            at.view.person(k).is_some()
                || at.view.title(k).is_some()
                || is_people_word(at.view.low(k))
                || at.view.mention(k).is_some()
                || (at.view.is_capital(k) && !at.view.is_title_case(at.sentence))
        })
}

/// Whether a passive follows that says it happened: "talks were held".
fn is_held_passive(at: &At<'_>) -> bool {
    let held = |n: usize| {
        matches!(at.ahead(n), "held" | "conducted" | "scheduled" | "concluded" | "postponed" | "cancelled")
            || matches!(at.ahead(n), "took" | "take") && at.ahead(n + 1) == "place"
    };
    (1..=5).take_while(|n| *n == 1 || !matches!(at.ahead(*n - 1), "," | "." | ";")).any(held)
}

fn talks(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let speaks = at.before(1).is_some_and(|i| at.view.person(i).is_some())
        || matches!(at.back(1), "he" | "she" | "who" | "it");
    let says = speaks && matches!(at.ahead(1), "to" | "about" | "of" | "with" | "up");
    let process = matches!(
        at.back(1),
        "trade" | "peace" | "nuclear" | "fta" | "ceasefire" | "truce" | "coalition" | "accession" | "climate"
    );
    let held = left.verb.is_some() || is_held_passive(at);
    let known = matches!(left.lead, Lead::Definite | Lead::Owned(_) | Lead::Indefinite) || names_someone(at);
    let bare = left.modifiers > 0
        || matches!(at.back(1), "for" | "after" | "during" | "before" | "of" | "in" | "following" | "ahead");
    (!says && if process { held && left.verb.is_some() } else { held || known || bare })
        .then_some(MeetingKind::Talks)
}

/// "discussions on trade" are a process; held ones, or those with somebody, are a meeting.
fn discussions(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let held = left.verb.is_some() || is_held_passive(at);
    let owned =
        matches!(left.lead, Lead::Definite | Lead::Owned(_)) && !matches!(at.ahead(1), "on" | "about");
    (held || owned || names_someone(at)).then_some(MeetingKind::Talks)
}

/// "in 3-hour meet": the noun of headlines.
fn headline_meet(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let noun = left.lead != Lead::Bare
        || (left.modifiers > 0
            && at.before(1).is_some_and(|i| {
                at.view.person(i).is_none()
                    && (!at.view.is_capital(i) || at.view.is_glued(i) || at.view.mention(i).is_some())
            }));
    let ends =
        at.ahead(1).is_empty() || is_preposition(at.ahead(1)) || matches!(at.ahead(1), "," | "." | ":" | ";");
    (noun && ends).then_some(MeetingKind::Talks)
}

fn summit(at: &At<'_>, _left: &Left) -> Option<MeetingKind> {
    let mountain = at.ahead(1) == "of" && at.ahead(2) == "mount";
    (!mountain).then_some(MeetingKind::Summit)
}

/// Forums and dialogues in small letters: taken up again ("the forum"), or told apart by words of their own.
fn conference(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    if matches!(
        at.back(1),
        "press" | "news" | "media" | "video" | "tele" | "constructive" | "open" | "continued"
    ) {
        return None;
    }
    let back = matches!(left.lead, Lead::Definite) && left.modifiers <= 1;
    let told = left.modifiers > 0
        && matches!(left.lead, Lead::Indefinite | Lead::Definite | Lead::Other)
        && at.word() != "dialogue";
    let round = series::ordinal_before(at.view, at.first, left.start).is_some()
        || (left.start..at.at)
            .any(|i| matches!(at.view.low(i), "strategic" | "annual" | "ministerial" | "round"));
    let again = back && at.word() != "dialogue" && at.ahead(1) != "for";
    (again || told || (round && at.word() != "conference")).then_some(MeetingKind::Conference)
}

fn session(at: &At<'_>, _: &Left) -> Option<MeetingKind> {
    matches!(at.back(1), "closing" | "opening" | "plenary" | "inaugural").then_some(MeetingKind::Conference)
}

fn call(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let phone = matches!(at.back(1), "phone" | "telephone" | "video") || at.back(1) == "telephonic";
    let held = left.verb.is_some_and(|v| !matches!(at.view.low(v), "to"))
        && !matches!(at.ahead(1), "for" | "on" | "to" | "upon");
    let anaphor = left.modifiers == 0
        && left.lead == Lead::Definite
        && !matches!(at.ahead(1), "for" | "to" | "of" | "on" | "by")
        && at.word() == "call";
    let with = at.word() == "call" && matches!(at.ahead(1), "with" | "between") && names_someone(at);
    (phone
        || (held && at.word() == "call")
        || anaphor
        || with
        || (at.word() == "conversation" && held && names_someone(at)))
    .then_some(MeetingKind::Call)
}

fn ceremony(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let show = matches!(at.back(1), "pride" | "hit" | "fashion" | "on")
        || at.ahead(1) == "of" && left.lead == Lead::Indefinite;
    let known =
        left.lead != Lead::Bare || left.modifiers > 0 || at.view.is_capital(at.at) || left.verb.is_some();
    (!show && known).then_some(MeetingKind::Ceremony)
}

/// Signings and welcomes are moments of something else.
fn rite(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let moment = matches!(
        at.back(1),
        "signing" | "laying" | "welcome" | "welcoming" | "reception" | "award" | "wedding"
    );
    (!moment && left.lead != Lead::Bare).then_some(MeetingKind::Ceremony)
}

/// Of a person into an office, not of a building.
fn inauguration(at: &At<'_>, left: &Left) -> Option<MeetingKind> {
    let owner = match left.lead {
        Lead::Owned(i) => at.view.person(i).is_some() || matches!(at.view.low(i), "his" | "her"),
        _ => at.back(1) == "presidential",
    };
    let of = at.ahead(1) == "of" && (2..6).filter_map(|n| at.behind(n)).any(|i| at.view.person(i).is_some());
    (owner || of).then_some(MeetingKind::Ceremony)
}
