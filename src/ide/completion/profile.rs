//! Tables, keys, ids and fixed values in profile files, from the one table of keys. Works in half-typed
//! lines.

use std::collections::{BTreeMap, BTreeSet};

use super::{CompletionItem, CompletionItemKind};
use crate::ide::{hover, offices};
use crate::names::{countries, gazetteer};
use crate::profiles::cursor::{self, CursorContext, ValueItem};
use crate::profiles::file::File;
use crate::profiles::schema::{ProfileKey, Table, ValueKind};
use crate::profiles::{PersonEntry, Spanned};
use crate::text::Span;
use crate::world::{EntityId, World};

/// The completions at `offset` of a profile file, the most likely first. What they replace lies on one line
/// and holds the cursor, as LSP requires, wherever the cursor is: in the indent, or behind a value.
pub(super) fn completions(world: &World, file: &File, offset: u32) -> Vec<CompletionItem> {
    let line = file.text.line_span(file.text.line_of(offset));
    let mut items = at_cursor(world, file, offset);
    for item in &mut items {
        let span = item.replace.cover(Span::new(offset, offset));
        item.replace = Span::new(span.start.max(line.start), span.end.min(line.end.max(offset)));
    }
    items
}

fn at_cursor(world: &World, file: &File, offset: u32) -> Vec<CompletionItem> {
    let text = file.text.as_str();
    let cursor = cursor::cursor(text, offset);
    match (cursor.table, cursor.at) {
        (_, CursorContext::Header { line }) => tables(Span::new(line.start, offset.max(line.start))),
        (None, CursorContext::Key { span, .. }) => tables(Span::new(span.start, offset)),
        (Some(table), CursorContext::Key { span, name, assigned }) => {
            let there: BTreeSet<&str> = cursor::keys(text, cursor.entry)
                .into_iter()
                .filter(|(_, key)| *key != span)
                .map(|(name, _)| name)
                .collect();
            let replace = if assigned { span } else { Span::new(span.start, offset.max(span.start)) };
            let typed = name.get(..(offset.saturating_sub(span.start)) as usize).unwrap_or(name);
            keys(table, &there, typed, replace, assigned)
        }
        (Some(_), CursorContext::Value { key, item }) => {
            let person = file.persons.iter().find(|person| person.span.touches(offset));
            Values { world, person, key, item, offset }.all()
        }
        _ => Vec::new(),
    }
}

fn tables(replace: Span) -> Vec<CompletionItem> {
    Table::ALL.into_iter().map(|table| table_item(table, replace)).collect()
}

fn table_item(table: Table, replace: Span) -> CompletionItem {
    let header = format!("[[{}]]", table.header());
    CompletionItem {
        label: header.clone(),
        detail: table.doc().to_owned(),
        documentation: String::new(),
        kind: CompletionItemKind::Table,
        replace,
        insert: header + "\n",
    }
}

/// The keys of the table that this entry does not have yet, the required ones first.
fn keys(
    table: Table,
    there: &BTreeSet<&str>,
    typed: &str,
    replace: Span,
    assigned: bool,
) -> Vec<CompletionItem> {
    let mut missing: Vec<&ProfileKey> =
        table.keys().filter(|key| !there.contains(key.name) && key.name.starts_with(typed)).collect();
    missing.sort_by_key(|key| !key.required);
    missing.into_iter().map(|key| key_item(key, replace, assigned)).collect()
}

/// A key; `assigned` is whether its `=` is already there.
fn key_item(key: &ProfileKey, replace: Span, assigned: bool) -> CompletionItem {
    CompletionItem {
        label: key.name.to_owned(),
        detail: key.kind.words().to_owned() + if key.required { " (needed)" } else { "" },
        documentation: hover::explain(key),
        kind: CompletionItemKind::Key,
        replace,
        insert: if assigned { key.name.to_owned() } else { format!("{} = ", key.name) },
    }
}

struct Values<'w> {
    world: &'w World,
    person: Option<&'w PersonEntry>,
    key: &'static ProfileKey,
    item: ValueItem<'w>,
    offset: u32,
}

impl Values<'_> {
    fn all(&self) -> Vec<CompletionItem> {
        let typed = self.item.text.get(..(self.offset.saturating_sub(self.item.span.start)) as usize);
        let typed = typed.unwrap_or_default().to_lowercase();
        let found = match (self.key.name, self.key.kind) {
            (_, ValueKind::Id(table) | ValueKind::Ids(table)) => self.ids(table),
            (_, ValueKind::Flag) => {
                vec![("true".to_owned(), String::new()), ("false".to_owned(), String::new())]
            }
            ("country" | "to", _) => self.countries(),
            ("title", _) => self.titles(),
            ("org", _) => self.organisations(&typed),
            ("kind", _) => fixed(&["talks", "visit", "summit", "conference", "call", "ceremony"]),
            ("gender", _) => fixed(&["female", "male"]),
            ("format", _) => fixed(&["in person", "online", "by telephone"]),
            ("every", _) => fixed(&["year", "2 years"]),
            ("aliases", _) => self.spellings(),
            ("name", _) => Vec::new(),
            _ => Vec::new(),
        };
        let fitting = found.into_iter().filter(|(value, detail)| fits(value, detail, &typed));
        fitting.map(|(value, detail)| self.item(value, detail)).collect()
    }

    fn item(&self, value: String, detail: String) -> CompletionItem {
        let bare = self.item.quoted || self.key.kind == ValueKind::Flag;
        CompletionItem {
            detail,
            documentation: String::new(),
            kind: CompletionItemKind::Value,
            replace: self.item.span,
            insert: if bare { value.clone() } else { format!("\"{value}\"") },
            label: value,
        }
    }

    /// Ids of a table with their names, without the entry's own.
    fn ids(&self, table: Table) -> Vec<(String, String)> {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let mut take = |id: &Spanned<Box<str>>, name: &Spanned<Box<str>>| {
            found.entry(id.value.to_string()).or_insert_with(|| name.value.to_string());
        };
        for (_, file) in self.world.profile_files() {
            match table {
                Table::Person | Table::Office => file.persons.iter().for_each(|p| take(&p.id, &p.name)),
                Table::Event => file.events.iter().for_each(|event| take(&event.id, &event.name)),
                Table::Series => file.series.iter().for_each(|series| take(&series.id, &series.name)),
            }
        }
        if let Some(person) = self.person {
            found.remove(&*person.id.value);
        }
        found.into_iter().collect()
    }

    /// Countries, those used by the profiles first.
    fn countries(&self) -> Vec<(String, String)> {
        let files = || self.world.profile_files().map(|(_, file)| file);
        let offices = files().flat_map(|file| &file.persons).flat_map(|person| &person.offices);
        let of_offices = offices.filter_map(|office| office.country.as_ref());
        let of_events = files().flat_map(|file| &file.events).filter_map(|event| event.country.as_ref());
        let used: BTreeSet<&str> = of_offices.chain(of_events).map(|code| &*code.value).collect();
        let mut all: Vec<_> = countries::all().iter().collect();
        all.sort_by_key(|country| (!used.contains(country.code), country.name));
        all.into_iter().map(|country| (country.code.to_owned(), country.name.to_owned())).collect()
    }

    /// Titles: those the articles give this person, then those in profiles, then every known office.
    fn titles(&self) -> Vec<(String, String)> {
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        let mut take = |title: &str, detail: &str| {
            if seen.insert(title.to_lowercase()) {
                out.push((title.to_owned(), detail.to_owned()));
            }
        };
        let entity = self.person.and_then(|p| self.world.entity(&EntityId(p.id.value.as_ref().into())));
        for (role, n) in entity.map(|entity| offices::roles(self.world, entity)).unwrap_or_default() {
            take(&offices::title_case(&role), &format!("in articles {n}×"));
        }
        let persons = self.world.profile_files().flat_map(|(_, file)| &file.persons);
        persons
            .flat_map(|person| &person.offices)
            .for_each(|office| take(&office.title.value, "in your profiles"));
        gazetteer::roles().for_each(|role| take(&offices::title_case(role), ""));
        out
    }

    fn organisations(&self, typed: &str) -> Vec<(String, String)> {
        if typed.is_empty() {
            return Vec::new();
        }
        let found =
            self.world.named(typed).filter(|entity| entity.kind == crate::names::NameKind::Organisation);
        found.map(|entity| (entity.name.to_string(), String::new())).collect()
    }

    /// Other spellings of this person in the articles.
    fn spellings(&self) -> Vec<(String, String)> {
        let Some(person) = self.person else { return Vec::new() };
        let Some(entity) = self.world.entity(&EntityId(person.id.value.as_ref().into())) else {
            return Vec::new();
        };
        let known: BTreeSet<&str> =
            person.aliases.iter().chain([&person.name]).map(|name| &*name.value).collect();
        let others = entity.spellings.iter().filter(|(name, _)| !known.contains(&**name));
        others.map(|(name, n)| (name.to_string(), format!("written {n}×"))).collect()
    }
}

/// Whether a value, or a word of it or of its detail, begins with what was typed: "Chi" is `cn`, China.
fn fits(value: &str, detail: &str, typed: &str) -> bool {
    let begins = |text: &str| text.to_lowercase().starts_with(typed);
    begins(value) || value.split([' ', '-']).any(begins) || detail.split(' ').any(begins)
}

fn fixed(values: &[&str]) -> Vec<(String, String)> {
    values.iter().map(|value| ((*value).to_owned(), String::new())).collect()
}
