//! The name of a meeting for readers. One that nobody named is called by what it was and who took part, as
//! the whole corpus knows them: "talks of Ann Roe and Bo Li", on the page of Ann Roe "talks with Bo Li".

use super::show;
use crate::meetings::MeetingKind;
use crate::world::{EntityId, Event, World};

/// People named before a list is cut.
const MAX_PEOPLE: usize = 3;

/// The name of a meeting, on the page of `seen_by` if there is such a person. Not escaped.
pub fn meeting_name(world: &World, event: &Event, seen_by: Option<&EntityId>) -> String {
    let Some(rest) = described(event) else { return event.name.to_string() };
    if event.kind == MeetingKind::Visit {
        let guest = seen_by.and_then(|id| world.entity(id)).map(|entity| format!(" of {}", entity.name));
        let rest = guest.and_then(|guest| rest.strip_prefix(&*guest)).unwrap_or(rest);
        return format!("{}{rest}", event.kind.as_str());
    }
    let others: Vec<&EntityId> = event.who.iter().filter(|id| Some(*id) != seen_by).collect();
    let link = match (others.as_slice(), seen_by) {
        ([], _) => return format!("{}{}", event.kind.as_str(), if seen_by.is_some() { "" } else { rest }),
        (_, Some(_)) => "with",
        (_, None) => "of",
    };
    format!("{} {link} {}", event.kind.as_str(), show::listed(&names(world, others), MAX_PEOPLE))
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
