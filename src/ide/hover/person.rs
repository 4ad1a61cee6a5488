//! The profile of a person, computed from evidence: who, which offices and since when, which meetings, where
//! mentioned.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::offices;
use crate::ide::offices::{MentionedOffice, mentioned_offices};
use crate::ide::{Linker, show};
use crate::names::{Mention, MentionForm, NameKind};
use crate::profiles::{OfficeEntry, PersonEntry};
use crate::world::{DocId, Entity, EntityId, MentionRef, Place, TitleRef, World};

/// Meetings shown; if there are more, the list is cut and says how many are left.
const MAX_MEETINGS: usize = 8;

/// The hover on a mention by name.
pub fn of_mention(world: &World, at: &MentionRef, mention: &Mention, link: Linker<'_>) -> Option<String> {
    let found = world.entity_of(at)?;
    let entity = world.entity(&found.entity)?;
    let mut out = profile(world, entity, link);
    if mention.form != MentionForm::Full || found.confidence < 100 || !found.candidates.is_empty() {
        let _ = write!(out, "\n\n*Why:* {}", show::plain(&found.why));
        if found.confidence < 100 {
            let _ = write!(out, " ({} % sure)", found.confidence);
        }
    }
    let others: Vec<_> =
        found.candidates.iter().filter(|id| **id != found.entity).filter_map(|id| world.entity(id)).collect();
    if !others.is_empty() {
        let names: Vec<_> = others
            .iter()
            .map(|other| format!("**{}** ({})", show::plain(&other.name), mentions(other)))
            .collect();
        let _ = write!(out, "\n\n*Could also be:* {}", names.join(" · "));
    }
    Some(out)
}

/// The hover on a title: its holder, as far as the corpus and the profiles tell.
pub fn of_title(world: &World, title: &TitleRef, link: Linker<'_>) -> Option<String> {
    let found = world.holder_of(title)?;
    let entity = world.entity(&found.entity)?;
    Some(format!("{}\n\n*Why:* {}", profile(world, entity, link), show::plain(&found.why)))
}

/// The whole profile of an entity.
pub fn profile(world: &World, entity: &Entity, link: Linker<'_>) -> String {
    let entry = world.person_profile(&entity.id.0);
    let mut out = heading(entity, entry.map(|(_, person)| person));
    let said = if entity.kind == NameKind::Person { mentioned_offices(world, entity) } else { Vec::new() };
    if let Some(line) = in_short(world, entity, entry.map(|(_, person)| person), &said, link) {
        let _ = write!(out, "  \n{line}");
    }
    let _ = write!(out, "  \n{}", where_named(world, entity, link));
    if let Some(note) = entry.and_then(|(_, person)| person.note.as_deref()) {
        let _ = write!(out, "\n\n**Note** {}", show::plain(note));
    }
    if entity.kind == NameKind::Person {
        offices::section(world, &mut out, entry, &said, link);
        meetings(world, &mut out, &entity.id, link);
    }
    spellings(&mut out, entity);
    out
}

fn heading(entity: &Entity, person: Option<&PersonEntry>) -> String {
    let mut out = format!("**{}**", show::plain(&entity.name));
    if let Some(person) = person {
        let native: Vec<_> = person.native.iter().map(|(_, name)| show::plain(name)).collect();
        if !native.is_empty() {
            let _ = write!(out, " {}", native.join(" "));
        }
        if let Some(gender) = &person.gender {
            let _ = write!(out, " · {}", show::plain(gender));
        }
        match (person.born, person.died) {
            (Some(born), Some(died)) => {
                let _ = write!(out, " · born {}–{}", show::window(born.window), show::window(died.window));
            }
            (Some(born), None) => {
                let _ = write!(out, " · born {}", show::window(born.window));
            }
            (None, Some(died)) => {
                let _ = write!(out, " · died {}", show::window(died.window));
            }
            (None, None) => {}
        }
    }
    if entity.kind != NameKind::Person {
        let _ = write!(out, " · {}", entity.kind.as_str());
    }
    out
}

/// The one line that says who this is: the latest that is known, whether from an article or from a check of
/// the profile.
fn in_short(
    world: &World,
    entity: &Entity,
    person: Option<&PersonEntry>,
    said: &[MentionedOffice],
    link: Linker<'_>,
) -> Option<String> {
    if entity.kind != NameKind::Person {
        return None;
    }
    let held = person.and_then(newest_office);
    let checked = held.and_then(known_until).map_or_else(String::new, |date| date.to_string());
    if let Some(one) = said.first()
        && let Some(newest) = one.newest()
        && (held.is_none() || newest.date > checked)
    {
        let date = if newest.date.is_empty() { "undated" } else { &newest.date };
        return Some(format!("{} — said {date} in {}", one.name(), show::place(world, &newest.place, link)));
    }
    held.map(offices::line)
}

/// The office that began last among those known for the longest.
fn newest_office(person: &PersonEntry) -> Option<&OfficeEntry> {
    let began = |office: &OfficeEntry| office.when.as_ref().and_then(|when| when.value.window.earliest);
    person.offices.iter().max_by_key(|office| (known_until(office), began(office)))
}

/// The last day for which the profile vouches: the end of the term, or its last check.
fn known_until(office: &OfficeEntry) -> Option<Date> {
    let term = office.when.as_ref()?.value.window;
    term.latest.or_else(|| office.asof?.window.latest)
}

fn where_named(world: &World, entity: &Entity, link: Linker<'_>) -> String {
    let mut docs: Vec<&DocId> = entity.mentions.iter().map(|m| &m.doc).collect();
    docs.dedup();
    let mut out = format!("{} in {}", mentions(entity), show::count(docs.len(), "article"));
    let newest = docs
        .iter()
        .max_by_key(|doc| (world.article(doc).and_then(|a| a.dating.date), std::cmp::Reverse(**doc)));
    if docs.len() > 1
        && let Some(doc) = newest
        && let Some(first) = entity.mentions.iter().find(|m| m.doc == **doc)
        && let Some(span) =
            world.article(doc).and_then(|a| first.mention.of(&a.article.names.mentions)).map(|m| m.span)
    {
        let place = Place { doc: (*doc).clone(), span };
        let _ = write!(out, ", last {} in {}", show::dated(world, doc), show::place(world, &place, link));
    }
    out
}

fn mentions(entity: &Entity) -> String {
    show::count(entity.mentions.len(), "mention")
}

fn meetings(world: &World, out: &mut String, id: &EntityId, link: Linker<'_>) {
    let mut attended: Vec<_> = world.events_with(id);
    if attended.is_empty() {
        return;
    }
    attended.sort_by(|a, b| {
        b.when.and_then(|w| w.earliest).cmp(&a.when.and_then(|w| w.earliest)).then_with(|| a.id.cmp(&b.id))
    });
    out.push_str("\n\n**Meetings**\n");
    for event in attended.iter().take(MAX_MEETINGS) {
        let _ = writeln!(out, "- {}", super::meeting::line(world, event, Some(id), link));
    }
    show::left(out, attended.len(), MAX_MEETINGS);
}

fn spellings(out: &mut String, entity: &Entity) {
    let others: Vec<_> = entity
        .spellings
        .iter()
        .filter(|(name, _)| *name != entity.name)
        .map(|(name, n)| format!("{} ({n})", show::plain(name)))
        .collect();
    if !others.is_empty() {
        let _ = write!(out, "\n\n**Also written** {}", others.join(" · "));
    }
}
