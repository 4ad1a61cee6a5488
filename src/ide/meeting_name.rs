//! The name of a meeting for readers. One that nobody named is called by what it was and who took part, as
//! the whole corpus knows them: "talks of Ann Roe and Bo Li", on the page of Ann Roe "talks with Bo Li".

use super::show;
use crate::lang::Language;
use crate::lang::meetings::MeetingClass;
use crate::meetings::MeetingKind;
use crate::world::{EntityId, Event, World};

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
    let Some(rest) = described(event) else { return event.name.to_string() };
    let noun = noun(world, event);
    if event.kind == MeetingKind::Visit {
        return format!("{noun}{}", visit(world, event, rest, seen_by));
    }
    let others: Vec<&EntityId> = event.who.iter().filter(|id| Some(*id) != seen_by).collect();
    let link = match (others.as_slice(), seen_by) {
        ([], _) => return format!("{noun}{}", if seen_by.is_some() { "" } else { rest }),
        ([_], _) | (_, Some(_)) => "with",
        (_, None) => "of",
    };
    format!("{noun} {link} {}", show::listed(&names(world, others), MAX_PEOPLE))
}

/// What follows "visit": the guest is left out on his own page.
fn visit(world: &World, event: &Event, rest: &str, seen_by: Option<&EntityId>) -> String {
    if let Some(own) = seen_by.and_then(|id| world.entity(id)) {
        return rest.strip_prefix(&format!(" of {}", own.name)).unwrap_or(rest).to_owned();
    }
    match event.who.as_slice() {
        [guest] if rest.starts_with(" to ") => {
            let guest = world.entity(guest).map_or_else(String::new, |guest| format!(" of {}", guest.name));
            format!("{guest}{rest}")
        }
        _ => rest.to_owned(),
    }
}

/// The participants that the name of the meeting does not tell, on the page of `seen_by`.
pub fn not_named(world: &World, event: &Event, seen_by: Option<&EntityId>) -> Vec<String> {
    let name = meeting_name(world, event, seen_by);
    // The name of talks lists them all, or counts them.
    if described(event).is_some() && event.kind != MeetingKind::Visit {
        let told = event.who.len() <= MAX_PEOPLE + 1 || seen_by.is_some();
        return if told { Vec::new() } else { names(world, event.who.iter().collect()) };
    }
    let others = event.who.iter().filter(|id| Some(*id) != seen_by).collect();
    names(world, others).into_iter().filter(|other| !name.contains(other.as_str())).collect()
}

fn names(world: &World, ids: Vec<&EntityId>) -> Vec<String> {
    ids.into_iter().filter_map(|id| world.entity(id)).map(|entity| entity.name.to_string()).collect()
}

/// What follows the kind in a name that describes the meeting; `None` for one that somebody gave it.
fn described(event: &Event) -> Option<&str> {
    let rest = event.name.strip_prefix(event.kind.as_str())?;
    let words = [" of ", " to ", " in "].iter().any(|word| rest.starts_with(word));
    (event.profile.is_none() && event.series.is_none() && (rest.is_empty() || words)).then_some(rest)
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
