//! Names of recurring meetings and their editions: "third Belt and Road Forum", "SCO leaders’ summit",
//! "Meeting of Foreign Ministers of …". A name is a head noun with proper words around it.

mod key;
mod normal;
mod ordinal;

pub use key::{SeriesKey, is_ministerial, key};
pub use normal::normal;
pub(super) use ordinal::before as ordinal_before;

use super::MeetingKind;
use super::trigger::{Lead, Name, TokenPlace, Trigger, TriggerForm};
use super::view::{MeetingWord, TokenView};
use crate::lang::meetings::MeetingClass as Class;
use crate::names::NameKind;
use crate::text::TokenKind;
use crate::text::normalise::one_line;

/// A named meeting with its head at this token.
pub(super) fn find(at: &TokenPlace<'_>) -> Option<Trigger> {
    let kind = head(at.known())?;
    let view = at.view;
    if at.behind(1).is_some_and(|i| view.is_glued(i) && matches!(view.low(i), "-" | "‑")) {
        return None;
    }
    let left = reach_left(at);
    let last = if view.is_capital(at.at) { reach_right(at) } else { at.at + 1 };
    let (first, edition) = match ordinal::before(view, at.first, left.first) {
        Some((first, edition)) => (first, Some(edition)),
        None => (left.first, None),
    };
    let generic_head = at.is(Class::GenericHead);
    // "the Congress of …" is a parliament; the 20th one is a meeting.
    let house = at.is(Class::HouseHead) && edition.is_none() && !view.is(at.at + 1, Class::On);
    let named = (left.proper || last > at.at + 1) && !house;
    // "Meeting" in a headline, "first meeting", "the Summit": not names on their own.
    if !named || (generic_head && !left.strong && last == at.at + 1) {
        return None;
    }
    let series = normal(view.layout.slice(view.span(left.first, last)));
    if key(&series).0.is_empty() {
        // "the Annual Summit", "World Forum": no distinguishing word.
        return None;
    }
    let another = first.checked_sub(1).is_some_and(|b| b >= at.first && view.is(b, Class::NextOrLast));
    Some(Trigger {
        sentence: at.sentence,
        first,
        last,
        head: at.at,
        verb: carrier(at, first),
        kind: if kind == MeetingKind::Talks { MeetingKind::Conference } else { kind },
        form: TriggerForm::Name,
        lead: if another { Lead::Other } else { Lead::Definite },
        // "Merkel–Macron summit" says who met; it names no series.
        name: view.pair_before(at.at).is_none().then_some(Name { series }),
        edition,
    })
}

/// "attended the forum", "will host the 12th …": the verb before the name and its article.
fn carrier(at: &TokenPlace<'_>, first: usize) -> Option<usize> {
    let the = first.checked_sub(1).filter(|b| *b >= at.first && at.view.is(*b, Class::Determiner));
    at.verb_before(the.unwrap_or(first))
}

/// Nouns that head the name of a meeting.
pub(super) fn head(word: MeetingWord<'_>) -> Option<MeetingKind> {
    const HEADS: [(Class, MeetingKind); 4] = [
        (Class::SummitHead, MeetingKind::Summit),
        (Class::ConferenceHead, MeetingKind::Conference),
        (Class::TalksHead, MeetingKind::Talks),
        (Class::CeremonyHead, MeetingKind::Ceremony),
    ];
    HEADS.iter().find(|(class, _)| word.is(*class)).map(|(_, kind)| *kind)
}

struct Reach {
    first: usize,
    /// It contains a proper word other than a lone place.
    proper: bool,
    /// It contains an organisation or an acronym: enough even for "meeting".
    strong: bool,
}

/// How far the name reaches left: over proper words, hyphens, "and"/"of" between proper words, and the small
/// words that occur in names of summits.
fn reach_left(at: &TokenPlace<'_>) -> Reach {
    let view = at.view;
    let mut reach = Reach { first: at.at, proper: false, strong: false };
    let mut i = at.at;
    // Lower-case links wait here until a proper word precedes them.
    while let Some(b) = i.checked_sub(1).filter(|b| *b >= at.first && at.at - *b <= 14) {
        if is_proper(at, b) {
            if ordinal::value(view, b).is_some() {
                break;
            }
            reach.first = b;
            let place_alone = view.place(b).is_some() && !is_linked(at, b);
            reach.proper |= !place_alone;
            reach.strong |= is_group(at, b);
        } else if !is_link(at, b)
            || view.low(b) == "("
                && view.low(at.at.saturating_sub(1)) != ")"
                && !(b..at.at).any(|k| view.low(k) == ")")
        {
            break;
        }
        i = b;
    }
    // A lone place does not make a series: "Harbour Road Parade" where the article knows Harbour Road.
    let modifiers = one_line(view.layout.slice(view.span(reach.first, at.at)));
    let pair = modifiers.contains(['-', '–', '‑']);
    let mut places = view.names.entities.iter().filter(|entity| entity.kind == NameKind::Place);
    // "Woodside Summit", "East Asia Summit": with a capital in running text, place and summit are a name.
    let summit = at.is(Class::SummitHead) && view.is_capital(at.at) && !view.is_title_case(at.sentence);
    let placed = summit && reach.first < at.at && view.place(at.at - 1).is_some();
    reach.proper |= placed;
    reach.proper &= pair || placed || !places.any(|place| *place.name == modifiers);
    reach
}

/// "India-Russia", "Modi-Merkel": one of two joined names.
fn is_linked(at: &TokenPlace<'_>, i: usize) -> bool {
    joins_names(at, i + 1) && i + 2 < at.at
        || i.checked_sub(1).is_some_and(|before| before > at.first && joins_names(at, before))
}

/// A hyphen, a slash or "and".
fn joins_names(at: &TokenPlace<'_>, i: usize) -> bool {
    matches!(at.view.low(i), "-" | "–" | "—" | "‑" | "/") || at.view.is(i, Class::And)
}

/// An organisation, or what looks like its acronym.
fn is_group(at: &TokenPlace<'_>, i: usize) -> bool {
    let view = at.view;
    view.mention(i).map_or_else(
        || {
            view.token(i)
                .is_some_and(|t| (t.upper && t.span.len() >= 2) || (t.kind == TokenKind::Mixed && t.capital))
        },
        |m| m.kind == NameKind::Organisation,
    )
}

/// Whether the token can be part of a proper name here.
fn is_proper(at: &TokenPlace<'_>, i: usize) -> bool {
    let view = at.view;
    let Some(token) = view.token(i) else { return false };
    if is_date_word(view, i) {
        return false;
    }
    if view.mention(i).is_some() {
        return token.capital || token.kind == TokenKind::Mixed;
    }
    if !token.capital || !matches!(token.kind, TokenKind::Word | TokenKind::Mixed) || view.is_possessive(i) {
        return false;
    }
    // "WHO" is not a pronoun.
    let acronym = token.upper && token.span.len() >= 2;
    if is_persons_title(at, i) || (is_plain(view.known(i)) && !acronym) {
        return false;
    }
    // In headlines every word has a capital, so a verb ends the name. The first word of a sentence proves
    // nothing.
    let after_the = i.checked_sub(1).is_some_and(|b| view.is(b, Class::The) || view.is(b, Class::Of));
    let verb = view.is_title_case(at.sentence) && looks_like_verb(view, i) && !after_the;
    let opener = i == at.first && i + 1 != at.at && view.is(i, Class::SentenceOpener);
    !verb && !opener
}

/// "Monday", "November": they date a meeting and do not name it.
fn is_date_word(view: &TokenView<'_>, i: usize) -> bool {
    let one_word = view.time_index(i).and_then(|t| t.of(view.times)).filter(|time| {
        let alone = view.token(i).is_some_and(|token| token.span == time.span);
        alone && (time.parts.weekday.is_some() || time.parts.month.is_some())
    });
    one_word.is_some()
}

/// "President" in "President Roe": the title of the person named next.
fn is_persons_title(at: &TokenPlace<'_>, i: usize) -> bool {
    let view = at.view;
    let Some(title) = view.title(i) else { return false };
    let next = view.token_at(title.span.end);
    title.holder.is_some() && next != at.at && view.person(next).is_some()
}

/// Small words that occur inside names of meetings.
fn is_link(at: &TokenPlace<'_>, i: usize) -> bool {
    let view = at.view;
    let word = view.known(i);
    match view.low(i) {
        "-" | "–" | "‑" | "/" | "&" => true,
        "+" | "(" | ")" => true,
        _ if word.is(Class::NameLink) => {
            // Only inside a name: a proper word stands on both sides ("Belt and Road").
            let left = i.checked_sub(1).filter(|b| *b >= at.first);
            left.is_some_and(|b| is_proper(at, b) || view.is(b, Class::OfOrFor))
                && !word.is(Class::The)
                && is_proper(at, i + 1)
                && at.view.person(i.saturating_sub(1)).is_none()
                && !at.view.is_title_case(at.sentence)
                || (word.is(Class::And) && left.is_some_and(|b| is_proper(at, b)) && is_proper(at, i + 1))
        }
        _ if word.is(Class::NameWord) => true,
        _ => view.is_possessive(i) && view.is(i.saturating_sub(1), Class::PluralRole),
    }
}

/// Capitalised words that are not part of a meeting's name: determiners, prepositions, titles.
fn is_plain(word: MeetingWord<'_>) -> bool {
    word.is(Class::Determiner)
        || word.is(Class::Preposition)
        || word.is(Class::Conjunction)
        || word.is(Class::Pronoun)
        || word.is(Class::Auxiliary)
        || word.is(Class::NotName)
}

/// Verbs of headlines: third-person forms in -s that are not among the plurals used in names.
fn looks_like_verb(view: &TokenView<'_>, at: usize) -> bool {
    let (word, known) = (view.low(at), view.known(at));
    let third = word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && word.len() > 3;
    let past = word.ends_with("ed") && word.len() > 4 && !known.is(Class::NotPast);
    (third && !known.is(Class::PluralInName)) || known.is(Class::HeadlineVerb) || past
}

/// "… on Traditional Medicine", "… of the Shanghai Cooperation Organisation": only after a capitalised head.
fn reach_right(at: &TokenPlace<'_>) -> usize {
    let view = at.view;
    let end = at.at + 1;
    if !view.is(end, Class::TopicSign) || end >= at.last {
        return end;
    }
    let mut last = end;
    let mut i = end + 1;
    while i < at.last && i <= at.at + 18 {
        let list = view.low(i) == "," && view.is(end, Class::Of) && is_list(at, i);
        if is_proper(at, i) && view.time_index(i).is_none() && view.person(i).is_none() {
            last = i + 1;
        } else if !(view.is(i, Class::TopicLink) || list) {
            break;
        }
        i += 1;
    }
    last
}

/// "China, Russia, and India": the comma is in a list of names that an "and" closes.
fn is_list(at: &TokenPlace<'_>, comma: usize) -> bool {
    let mut i = comma;
    while at.view.low(i) == "," && is_proper(at, i + 1) && i < at.at + 18 {
        i += 2;
    }
    i += usize::from(at.view.low(i) == ",");
    at.view.is(i, Class::And) && is_proper(at, i + 1)
}

/// "at Davos", "at the G20 in Rio": the series' acronym or town, used for the meeting itself.
pub(super) fn metonym(at: &TokenPlace<'_>) -> Option<Trigger> {
    let view = at.view;
    let word = at.known();
    let numbered = numbered_summit(at);
    let always = word.is(Class::AssemblyMetonym) || numbered.is_some();
    let kind = if word.is(Class::ConferenceMetonym) || word.is(Class::AssemblyMetonym) {
        MeetingKind::Conference
    } else if word.is(Class::SummitMetonym) || always {
        MeetingKind::Summit
    } else {
        return None;
    };
    let n = if at.back_is(1, Class::The) { 2 } else { 1 };
    let held =
        at.back_is(n, Class::MetonymLead) || at.back_is(n, Class::Of) && at.back_is(n + 1, Class::Sidelines);
    let free = at.behind(1).is_none_or(|i| !view.is_word(i) || is_preposition_or_time(at, i))
        && at.ahead(1) != "-"
        && !view.is_possessive(at.at + 1);
    if !view.is_capital(at.at) || !(always || (held && free)) {
        return None;
    }
    let edition = numbered.and_then(|(_, figures)| figures.parse().ok());
    let series = match numbered {
        Some((acronym, _)) if edition.is_some() => format!("{acronym} summit").into(),
        _ => normal(at.word()),
    };
    Some(Trigger {
        sentence: at.sentence,
        first: at.at,
        last: at.at + 1,
        head: at.at,
        verb: None,
        kind,
        form: TriggerForm::Metonym,
        lead: Lead::Definite,
        name: Some(Name { series }),
        edition,
    })
}

/// The acronym and the figures of "COP29".
fn numbered_summit<'v>(at: &TokenPlace<'v>) -> Option<(&'static str, &'v str)> {
    let acronyms = at.view.words().classes.list(Class::NumberedSummit);
    acronyms.iter().find_map(|acronym| {
        let figures = at.word().strip_prefix(acronym)?;
        let numbered = !figures.is_empty() && figures.bytes().all(|b| b.is_ascii_digit());
        numbered.then_some((*acronym, figures))
    })
}

fn is_preposition_or_time(at: &TokenPlace<'_>, i: usize) -> bool {
    let word = at.view.known(i);
    word.is(Class::Preposition)
        || word.is(Class::Conjunction)
        || word.is(Class::Auxiliary)
        || at.view.time_index(i).is_some()
}
