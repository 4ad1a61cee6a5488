//! The profile of a person, computed from evidence: who, which offices and since when, which meetings, where
//! mentioned.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::offices;
use crate::ide::target::told_at;
use crate::ide::{Linker, almanac, show};
use crate::names::{Mention, MentionForm, NameKind};
use crate::profiles::PersonEntry;
use crate::text::normalise::one_line;
use crate::time::wording;
use crate::world::{DocId, Entity, EntityId, EventId, Link, MentionRef, Place, TitleRef, World};

/// Meetings shown; if there are more, the list is cut and says how many are left.
const MAX_MEETINGS: usize = 6;

/// Terms of the almanac shown.
const MAX_TERMS: usize = 4;

/// Up to this confidence nobody in particular is meant.
const MAX_OPEN_CONFIDENCE: u8 = 50;

/// The hover on a mention by name.
pub fn of_mention(world: &World, at: &MentionRef, mention: &Mention, link: Linker<'_>) -> Option<String> {
    let found = world.entity_of(at)?;
    let entity = world.entity(&found.entity)?;
    let mut out = profile(world, entity, link);
    on_record(world, &mut out, &at.doc, entity);
    if let Some(why) = why(world, at, mention, found) {
        let _ = write!(out, "\n\n*Why:* {}", show::plain(&why));
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
    let mut out = profile(world, entity, link);
    on_record(world, &mut out, &title.doc, entity);
    let _ = write!(out, "\n\n*Why:* {}", show::plain(&in_quotes(&found.why)));
    Some(out)
}

/// What the almanac knows of somebody without a profile: the name in its own script, and the offices held
/// when the article was written; the latest, if that is open.
fn on_record(world: &World, out: &mut String, doc: &DocId, entity: &Entity) {
    let Some(person) = almanac::person(world, doc, entity) else { return };
    let dating = world.article(doc).map(|dated| &dated.dating);
    let when =
        dating.and_then(|dating| dating.likely.map(|likely| likely.window).or_else(|| dating.window()));
    let mut terms: Vec<_> =
        person.terms().filter(|term| when.is_none_or(|when| when.meets(term.when))).collect();
    terms.reverse();
    let _ = write!(
        out,
        "\n\n**Almanac**{}\n",
        person.native().map_or_else(String::new, |native| format!(" {native}"))
    );
    for term in terms.iter().take(MAX_TERMS) {
        let _ = writeln!(out, "- {}", show::plain(&almanac::term(term)));
    }
    show::left(out, terms.len(), MAX_TERMS);
}

/// Why these words mean this person; `None` where the words are the name.
fn why(world: &World, at: &MentionRef, mention: &Mention, found: &Link) -> Option<String> {
    // That nothing else is known of a single word that names a thing is no news.
    if mention.kind != NameKind::Person && found.candidates.is_empty() {
        return None;
    }
    if found.confidence < 100 || !found.candidates.is_empty() {
        let probably = if found.confidence > MAX_OPEN_CONFIDENCE { " (probably)" } else { "" };
        return Some(format!("{}{probably}", in_quotes(&found.why)));
    }
    if mention.form == MentionForm::Full {
        return None;
    }
    let article = &world.article(&at.doc)?.article;
    let same = mention.entity.of(&article.names.entities)?.mentions.iter();
    let mut full = same.filter_map(|other| other.of(&article.names.mentions));
    let full = full.find(|other| other.form == MentionForm::Full)?;
    let line = article.text.line_of(full.span.start) + 1;
    Some(format!("named in full in line {line}: “{}”", one_line(article.text.slice(full.span))))
}

/// `…` as “…”: reasons quote words of the text, and a hover quotes them as a reader would.
fn in_quotes(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, part) in words.split('`').enumerate() {
        match at {
            0 => {}
            at if at % 2 == 1 => out.push('“'),
            _ => out.push('”'),
        }
        out.push_str(part);
    }
    out
}

/// The whole profile of an entity: three lines that say who, what and where, then meetings, offices and
/// spellings.
pub fn profile(world: &World, entity: &Entity, link: Linker<'_>) -> String {
    let entry = world.person_profile(&entity.id.0);
    let mut out = heading(entity, entry.map(|(_, person)| person));
    let is_person = entity.kind == NameKind::Person;
    let offices = if is_person { offices::held_offices(world, entity, entry) } else { Vec::new() };
    if let Some(office) = offices.first() {
        let _ = write!(out, "  \n{}", offices::in_short(world, office, link));
    }
    let _ = write!(out, "  \n{}", where_named(world, entity, link));
    if is_person {
        meetings(world, &mut out, &entity.id, link);
        offices::section(world, &mut out, &offices, link);
    }
    spellings(&mut out, entity);
    if let Some(note) = entry.and_then(|(_, person)| person.note.as_deref()) {
        let _ = write!(out, "\n\n**Note** {}", show::plain(note));
    }
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
                let _ = write!(
                    out,
                    " · born {}, died {}",
                    wording::stretch(born.window),
                    wording::stretch(died.window)
                );
            }
            (Some(born), None) => {
                let _ = write!(out, " · born {}", wording::stretch(born.window));
            }
            (None, Some(died)) => {
                let _ = write!(out, " · died {}", wording::stretch(died.window));
            }
            (None, None) => {}
        }
    }
    if entity.kind != NameKind::Person {
        let _ = write!(out, " · {}", entity.kind.as_str());
    }
    out
}

fn where_named(world: &World, entity: &Entity, link: Linker<'_>) -> String {
    let mut docs: Vec<&DocId> = entity.mentions.iter().map(|m| &m.doc).collect();
    docs.dedup();
    if docs.is_empty() {
        return "no article names them".to_owned();
    }
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
        let date = show::dated(world, doc).map_or_else(String::new, |date| format!(" on {date}"));
        let _ = write!(out, ", last{date} in {}", show::place(world, &place, link));
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
    // Accounts that nothing links may tell of one meeting in the same words: it is listed once.
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    let mut seen: BTreeSet<EventId> = BTreeSet::new();
    for event in attended {
        // Of meetings that are probably one, the first in this order stands for all.
        if lines.len() <= MAX_MEETINGS {
            if seen.contains(&event.id) {
                continue;
            }
            seen.extend(world.likely_events(&event.id));
        }
        let told = super::meeting::told(world, event, Some(id));
        let places = event.accounts.iter().filter_map(|account| told_at(world, account)).take(1);
        let places: Vec<_> = places.map(|place| show::place(world, &place, link)).collect();
        match lines.iter_mut().find(|(line, _)| event.when.is_some() && *line == told) {
            Some((_, known)) => known.extend(places),
            None => lines.push((told, places)),
        }
    }
    out.push_str("\n\n**Meetings**\n");
    for (line, places) in lines.iter().take(MAX_MEETINGS) {
        let _ = writeln!(out, "- {line} — {}", places.join(", "));
    }
    show::left(out, lines.len(), MAX_MEETINGS);
}

fn spellings(out: &mut String, entity: &Entity) {
    let name = entity.name.to_lowercase();
    let mut others: Vec<(&str, usize)> = Vec::new();
    for (spelling, n) in entity.spellings.iter().filter(|(spelling, _)| spelling.to_lowercase() != name) {
        let n = usize::try_from(*n).unwrap_or(usize::MAX);
        // Capitals make no other spelling.
        match others.iter_mut().find(|(known, _)| known.to_lowercase() == spelling.to_lowercase()) {
            Some((_, known)) => *known += n,
            None => others.push((spelling, n)),
        }
    }
    if !others.is_empty() {
        let others: Vec<_> =
            others.iter().map(|(spelling, n)| format!("{} ({n})", show::plain(spelling))).collect();
        let _ = write!(out, "\n\n**Also written** {}", others.join(" · "));
    }
}
