//! What a user can record about a person at a mention: a new profile, another spelling, one person or two.

use crate::checks::{Edit, Fix};
use crate::ide::offices::country_offices;
use crate::names::{MentionForm, NameKind};
use crate::profiles::PersonEntry;
use crate::profiles::edit::{into_list, quoted};
use crate::text::normalise::{ascii_slug, one_line};
use crate::text::{Span, indexed};
use crate::world::{DocId, Entity, MentionRef, Place, World};

/// The actions at `offset`; new profiles go to `home` if the folder has no profile file yet.
pub(super) fn actions(world: &World, doc: &DocId, offset: u32, home: Option<&DocId>) -> Vec<Fix> {
    let Some(dated) = world.article(doc) else { return Vec::new() };
    let names = &dated.article.names;
    let mut people = indexed(&names.mentions).filter(|(_, mention)| mention.kind == NameKind::Person);
    let Some((at, mention)) = people.find(|(_, mention)| mention.span.touches(offset)) else {
        return Vec::new();
    };
    let Some(link) = world.entity_of(&MentionRef::new(doc, at)) else { return Vec::new() };
    let Some(entity) = world.entity(&link.entity) else { return Vec::new() };
    let written = one_line(dated.article.text.slice(mention.span));
    let desk = Desk { world, home: Desk::home(world, doc, home) };
    let mut fixes = Vec::new();
    match world.person_profile(&entity.id.0) {
        // A surname with several bearers does not need a profile of its own.
        None if link.candidates.is_empty() || mention.form == MentionForm::Full => {
            fixes.extend(desk.new_profile(entity));
        }
        None => {}
        Some((file, person)) if mention.form == MentionForm::Full => {
            fixes.extend(desk.add_spelling(file, person, &written));
        }
        Some(_) => {}
    }
    if mention.form == MentionForm::Full && written != *entity.name {
        fixes.extend(desk.somebody_else(entity, &written));
    }
    for other in
        link.candidates.iter().filter_map(|id| world.entity(id)).filter(|other| other.id != entity.id)
    {
        fixes.extend(desk.one_person(entity, other));
        fixes.extend(desk.two_people(entity, other));
    }
    fixes
}

/// Adds a spelling to the aliases of a profile.
pub fn add_alias(world: &World, file: &DocId, person: &PersonEntry, name: &str) -> Option<Edit> {
    let text = world.text(file)?.as_str();
    let (span, new) = into_list(text, person.span, person.name.span, "aliases", &person.aliases, name);
    Some(Edit { place: Place { doc: file.clone(), span }, new })
}

fn add_not(world: &World, file: &DocId, person: &PersonEntry, id: &str) -> Option<Edit> {
    let text = world.text(file)?.as_str();
    let (span, new) = into_list(text, person.span, person.name.span, "not", &person.not, id);
    Some(Edit { place: Place { doc: file.clone(), span }, new })
}

/// Where decisions are recorded.
struct Desk<'w> {
    world: &'w World,
    /// The file for new profiles, which may not exist yet.
    home: Option<DocId>,
}

impl<'w> Desk<'w> {
    /// The first profile file of the article's root that has people, else its first one, else a new one.
    fn home(world: &World, doc: &DocId, new: Option<&DocId>) -> Option<DocId> {
        let here = || world.profile_files().filter(|(file, _)| root(file) == root(doc));
        let found = here().find(|(_, file)| !file.persons.is_empty()).or_else(|| here().next());
        found.map(|(file, _)| file).or(new).cloned()
    }

    /// An entry at the end of the file for new profiles: names, and the offices that the corpus gives.
    fn new_profile(&self, entity: &Entity) -> Option<Fix> {
        let others: Vec<&str> =
            entity.spellings.iter().map(|(name, _)| &**name).filter(|name| *name != &*entity.name).collect();
        let entry = self.entry(Some(entity), &entity.name, &others, &[]);
        Some(Fix { title: format!("New profile for {}", entity.name), edits: vec![self.at_end(&entry)?] })
    }

    fn entry(&self, entity: Option<&Entity>, name: &str, aliases: &[&str], not: &[&str]) -> String {
        let mut entry =
            format!("[[person]]\nid = \"{}\"\nname = {}\n", free_id(self.world, name), quoted(name));
        entry.push_str(&list_line("aliases", aliases));
        entry.push_str(&list_line("not", not));
        for (title, country) in entity.map(|entity| country_offices(self.world, entity)).unwrap_or_default() {
            entry.push_str(&format!(
                "[[person.office]]\ntitle = {}\ncountry = \"{country}\"\n",
                quoted(&title)
            ));
        }
        entry
    }

    fn at_end(&self, entries: &str) -> Option<Edit> {
        let doc = self.home.clone()?;
        let (end, gap) = match self.world.profile_file(&doc).map(|file| file.text.as_str()) {
            None | Some("") => (0, ""),
            Some(text) => (text.len() as u32, if text.ends_with('\n') { "\n" } else { "\n\n" }),
        };
        let place = Place { doc, span: Span::new(end, end) };
        Some(Edit { place, new: format!("{gap}{entries}") })
    }

    fn add_spelling(&self, file: &DocId, person: &PersonEntry, written: &str) -> Option<Fix> {
        let known = std::iter::once(&person.name).chain(&person.aliases).any(|name| &*name.value == written);
        let title = format!("Add the spelling “{written}” to {}’s profile", person.name.value);
        (!known)
            .then(|| add_alias(self.world, file, person, written))
            .flatten()
            .map(|edit| Fix { title, edits: vec![edit] })
    }

    /// Declares two spellings that are linked to one person to be two people: each gets a profile that
    /// excludes the other.
    fn somebody_else(&self, entity: &Entity, written: &str) -> Option<Fix> {
        let own = self.world.person_profile(&entity.id.0);
        if own.is_some_and(|(_, person)| person.aliases.iter().any(|alias| *alias.value == *written)) {
            return None;
        }
        let entry = self.entry(None, written, &[], &[&entity.id.0]);
        let mut edits = vec![self.at_end(&entry)?];
        if let Some((file, person)) = own {
            edits.extend(add_not(self.world, file, person, &free_id(self.world, written)));
        }
        Some(Fix { title: format!("“{written}” is somebody else than {}", entity.name), edits })
    }

    /// Adds the other's names as aliases to the one that has a profile, or gets one.
    fn one_person(&self, a: &Entity, b: &Entity) -> Option<Fix> {
        let (kept, other) = match (self.profile(a), self.profile(b)) {
            (Some(_), Some(_)) => return None, // Which entry stays is for their author to say.
            (None, Some(_)) => (b, a),
            (None, None) if b.name.contains(' ') && !a.name.contains(' ') => (b, a),
            _ => (a, b),
        };
        let edit = match self.profile(kept) {
            Some((file, person)) => add_alias(self.world, file, person, &other.name),
            None => self.at_end(&self.entry(Some(kept), &kept.name, &[&other.name], &[])),
        };
        if !other.name.contains(' ') {
            return Some(Fix {
                title: format!("“{}” alone is always {}", other.name, kept.name),
                edits: vec![edit?],
            });
        }
        Some(Fix { title: format!("{} and {} are one person", kept.name, other.name), edits: vec![edit?] })
    }

    /// Records that two people are namesakes; each without a profile gets one.
    fn two_people(&self, a: &Entity, b: &Entity) -> Option<Fix> {
        // A surname that is not linked yet is not a second person.
        if !a.name.contains(' ') || !b.name.contains(' ') {
            return None;
        }
        let (edits, entries) = match (self.profile(a), self.profile(b)) {
            (Some((_, person)), Some(_)) if person.not.iter().any(|id| *id.value == *b.id.0) => return None,
            (Some((file, person)), Some(_)) => (add_not(self.world, file, person, &b.id.0), String::new()),
            (Some(_), None) => (None, self.entry(Some(b), &b.name, &[], &[&a.id.0])),
            (None, Some(_)) => (None, self.entry(Some(a), &a.name, &[], &[&b.id.0])),
            (None, None) => {
                let (first, id) = (self.entry(Some(a), &a.name, &[], &[]), free_id(self.world, &a.name));
                (None, format!("{first}\n{}", self.entry(Some(b), &b.name, &[], &[&id])))
            }
        };
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        if !entries.is_empty() {
            edits.push(self.at_end(&entries)?);
        }
        (!edits.is_empty()).then(|| Fix { title: format!("{} and {} are two people", a.name, b.name), edits })
    }

    fn profile(&self, entity: &Entity) -> Option<(&'w DocId, &'w PersonEntry)> {
        self.world.person_profile(&entity.id.0)
    }
}

/// A key with a list of strings; empty without values.
fn list_line(key: &str, values: &[&str]) -> String {
    if values.is_empty() {
        return String::new();
    }
    let values: Vec<_> = values.iter().map(|value| quoted(value)).collect();
    format!("{key} = [{}]\n", values.join(", "))
}

/// The part of a document's name that tells which of several folders it is in.
fn root(doc: &DocId) -> &str {
    let name = doc.as_str();
    let end = name.strip_prefix("//").and_then(|rest| rest.find('/')).map_or(0, |at| at + 2);
    name.get(..end).unwrap_or_default()
}

/// A slug of the name that no profile uses yet.
fn free_id(world: &World, name: &str) -> String {
    let slug = ascii_slug(name);
    let slug = if slug.is_empty() { "person" } else { &slug };
    let mut id = slug.to_owned();
    let mut number = 2;
    while world.person_profile(&id).is_some() {
        id = format!("{slug}-{number}");
        number += 1;
    }
    id
}
