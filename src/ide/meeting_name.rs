//! The name of a meeting for readers. One that nobody named is called by what it was and who took part, as
//! the whole corpus knows them: "talks of Ann Roe and Bo Li", on the page of Ann Roe "talks with Bo Li".

use super::show;
use crate::lang::Language;
use crate::lang::meetings::MeetingClass;
use crate::meetings::MeetingKind;
use crate::world::{EntityId, Event, MentionRef, World};

/// People named before a list is cut.
const MAX_PEOPLE: usize = 3;

/// Nouns that say more than our word for the kind: a parade is no mere ceremony.
const TELLING: [MeetingClass; 5] = [
    MeetingClass::ForumNoun,
    MeetingClass::SessionNoun,
    MeetingClass::ParadeNoun,
    MeetingClass::CeremonyNoun,
    MeetingClass::InaugurationNoun,
];

/// The name of a meeting, on the page of `seen_by` if there is such a person. Not escaped.
pub fn meeting_name(world: &World, event: &Event, seen_by: Option<&EntityId>) -> String {
    if !is_described(event) {
        return event.name.to_string();
    }
    let noun = noun(world, event);
    let place =
        event.place.as_ref().and_then(|id| world.entity(id)).map(|place| show::in_a_sentence(&place.name));
    let is_visit = event.kind == MeetingKind::Visit;
    let who = if is_visit { visitors(world, event) } else { event.who.clone() };
    let others: Vec<&EntityId> = who.iter().filter(|id| Some(*id) != seen_by).collect();
    let link = match (others.len(), seen_by) {
        (0, _) => "",
        (_, None) if is_visit => " of ",
        (1, _) | (_, Some(_)) => " with ",
        (_, None) => " of ",
    };
    let who = show::listed(&names(world, &others), MAX_PEOPLE);
    match place {
        Some(place) if is_visit && seen_by.is_some() => format!("{noun} to {place}{link}{who}"),
        Some(place) if is_visit => format!("{noun}{link}{who} to {place}"),
        Some(place) if others.is_empty() && seen_by.is_none() => format!("{noun} in {place}"),
        _ => format!("{noun}{link}{who}"),
    }
}

/// The participants that the name of the meeting does not tell, on the page of `seen_by`.
pub fn not_named(world: &World, event: &Event, seen_by: Option<&EntityId>) -> Vec<String> {
    let name = meeting_name(world, event, seen_by);
    // The name of talks lists them all, or counts them.
    if is_described(event) && event.kind != MeetingKind::Visit {
        let told = event.who.len() <= MAX_PEOPLE + 1 || seen_by.is_some();
        return if told { Vec::new() } else { names(world, &event.who.iter().collect::<Vec<_>>()) };
    }
    let others: Vec<&EntityId> = event.who.iter().filter(|id| Some(*id) != seen_by).collect();
    names(world, &others).into_iter().filter(|other| !name.contains(other.as_str())).collect()
}

/// Those whom the first account that tells of anybody calls visitors; others may have met them there.
fn visitors(world: &World, event: &Event) -> Vec<EntityId> {
    let told = event.accounts.iter().map(|account| {
        let article = world.article(&account.doc).map(|dated| &dated.article);
        let best = article.and_then(|article| account.best.of(&article.meetings.mentions));
        let locals = article.zip(best).map_or_else(Vec::new, |(article, best)| {
            best.who
                .iter()
                .filter_map(|who| who.of(&article.names.entities)?.mentions.first().copied())
                .collect()
        });
        let linked = locals.into_iter().filter_map(|at| world.entity_of(&MentionRef::new(&account.doc, at)));
        linked.map(|link| link.entity.clone()).collect::<Vec<_>>()
    });
    let first = told.into_iter().find(|who| !who.is_empty());
    first.unwrap_or_else(|| if event.who.len() == 1 { event.who.clone() } else { Vec::new() })
}

fn names(world: &World, ids: &[&EntityId]) -> Vec<String> {
    ids.iter().filter_map(|id| world.entity(id)).map(|entity| entity.name.to_string()).collect()
}

/// Whether nobody named the meeting: its name is one that [`crate::events`] made of its kind, people and
/// place.
fn is_described(event: &Event) -> bool {
    let Some(rest) = event.name.strip_prefix(event.kind.as_str()) else { return false };
    let made = rest.is_empty() || [" of ", " to ", " in "].iter().any(|word| rest.starts_with(word));
    made && event.profile.is_none() && event.series.is_none()
}

/// An article's own word for the meeting if it is a telling one, "parade", else that of its kind.
fn noun(world: &World, event: &Event) -> String {
    let classes = &Language::english().meetings.classes;
    let words = event.accounts.iter().filter_map(|account| {
        let article = &world.article(&account.doc)?.article;
        let best = account.best.of(&article.meetings.mentions)?;
        Some(article.text.slice(best.span).rsplit(char::is_whitespace).next()?.to_lowercase())
    });
    let mut told = words.filter(|word| TELLING.iter().any(|class| classes.has(word, *class)));
    told.next().unwrap_or_else(|| event.kind.as_str().to_owned())
}
