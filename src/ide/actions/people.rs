//! What a reader can write down about a person at a mention: a new profile, another spelling, one or two people.

use unicode_normalization::UnicodeNormalization as _;

use crate::checks::{Edit, Fix};
use crate::corpus::{DocId, Entity, Place, World};
use crate::names::{Form, NameKind};
use crate::profiles::{Person, Spanned};
use crate::text::{Span, is_invisible};

/// Where a new profile goes if the workspace has none yet.
const NEW_FILE: &str = "profiles/people.toml";

pub(super) fn actions(world: &World, doc: &DocId, offset: u32) -> Vec<Fix> {
    let Some(dated) = world.article(doc) else { return Vec::new() };
    let names = &dated.article.names;
    let Some(mention) = names.mentions.iter().find(|m| m.kind == NameKind::Person && m.span.touches(offset))
    else {
        return Vec::new();
    };
    let Some(link) = world.link(doc, mention.entity) else { return Vec::new() };
    let Some(entity) = world.entity(&link.entity) else { return Vec::new() };
    let written = one_line(dated.article.text.slice(mention.span));
    let mut fixes = Vec::new();
    match world.person_profile(&entity.id.0) {
        None => fixes.push(new_profile(world, entity)),
        Some((file, person)) if mention.form == Form::Full => {
            fixes.extend(add_alias(world, file, person, &written))
        }
        Some(_) => {}
    }
    for other in
        link.candidates.iter().filter_map(|id| world.entity(id)).filter(|other| other.id != entity.id)
    {
        fixes.extend(one_person(world, entity, other));
        fixes.extend(two_people(world, entity, other));
    }
    fixes
}

/// An entry at the end of the first profile file that has people, else in a new file.
fn new_profile(world: &World, entity: &Entity) -> Fix {
    let home = world
        .profile_files()
        .find(|(_, file)| !file.persons.is_empty())
        .or_else(|| world.profile_files().next());
    let (doc, end, gap) = match home {
        Some((doc, file)) => {
            (doc.clone(), file.text.len(), if file.text.as_str().ends_with('\n') { "\n" } else { "\n\n" })
        }
        None => (DocId::new(NEW_FILE), 0, ""),
    };
    let mut entry = format!(
        "{gap}[[person]]\nid = \"{}\"\nname = {}\n",
        free_id(world, &entity.name),
        quoted(&entity.name)
    );
    let others: Vec<_> = entity
        .spellings
        .iter()
        .map(|(name, _)| name)
        .filter(|name| **name != entity.name)
        .map(|name| quoted(name))
        .collect();
    if !others.is_empty() {
        entry.push_str(&format!("aliases = [{}]\n", others.join(", ")));
    }
    let place = Place { doc, span: Span::new(end, end) };
    Fix { title: format!("New profile for {}", entity.name), edits: vec![Edit { place, new: entry }] }
}

fn add_alias(world: &World, file: &DocId, person: &Person, written: &str) -> Option<Fix> {
    let known = std::iter::once(&person.name).chain(&person.aliases).any(|name| &*name.value == written);
    if known || world.profile_file(file).is_none() {
        return None;
    }
    let edit = into_list(file, &person.aliases, "aliases", person.name.span, &quoted(written));
    Some(Fix {
        title: format!("Add the spelling “{written}” to {}’s profile", person.name.value),
        edits: vec![edit],
    })
}

/// The other's names become aliases of the one that has a profile.
fn one_person(world: &World, a: &Entity, b: &Entity) -> Option<Fix> {
    let (kept, other) = if world.person_profile(&a.id.0).is_some() { (a, b) } else { (b, a) };
    let (file, person) = world.person_profile(&kept.id.0)?;
    if world.person_profile(&other.id.0).is_some() {
        return None; // Two entries: which one stays is for their author to say.
    }
    let edit = into_list(file, &person.aliases, "aliases", person.name.span, &quoted(&other.name));
    Some(Fix { title: format!("{} and {} are one person", kept.name, other.name), edits: vec![edit] })
}

/// Writes down that two profiles are namesakes.
fn two_people(world: &World, a: &Entity, b: &Entity) -> Option<Fix> {
    let (file, person) = world.person_profile(&a.id.0)?;
    world.person_profile(&b.id.0)?;
    if person.not.iter().any(|id| *id.value == *b.id.0) {
        return None;
    }
    let edit = into_list(file, &person.not, "not", person.name.span, &quoted(&b.id.0));
    Some(Fix { title: format!("{} and {} are two people", a.name, b.name), edits: vec![edit] })
}

/// Adds a value behind the last of a list, or a new list on the line below `after`.
fn into_list(file: &DocId, list: &[Spanned<Box<str>>], key: &str, after: Span, value: &str) -> Edit {
    let (at, new) = match list.last() {
        Some(last) => (last.span.end, format!(", {value}")),
        None => (after.end, format!("\n{key} = [{value}]")),
    };
    Edit { place: Place { doc: file.clone(), span: Span::new(at, at) }, new }
}

/// A slug of the name that no profile has yet.
fn free_id(world: &World, name: &str) -> String {
    let mut slug = String::new();
    for c in name.nfd().filter(|c| !is_invisible(*c)) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if (c.is_whitespace() || c == '-') && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    let slug = if slug.is_empty() { "person" } else { slug };
    let mut id = slug.to_owned();
    let mut number = 2;
    while world.person_profile(&id).is_some() {
        id = format!("{slug}-{number}");
        number += 1;
    }
    id
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

fn one_line(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !is_invisible(*c)).collect()
}
