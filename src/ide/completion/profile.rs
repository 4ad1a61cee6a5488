//! Tables, keys, ids and fixed values in profile files, from the one table of keys.

use std::collections::BTreeSet;

use super::{Completion, CompletionKind};
use crate::corpus::World;
use crate::profiles::file::File;
use crate::profiles::schema::{Kind, Table};
use crate::text::Span;

pub(super) fn completions(world: &World, file: &File, offset: u32) -> Vec<Completion> {
    let text = file.text.as_str();
    let Some(before) = text.get(..offset as usize) else { return Vec::new() };
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let Some(line) = before.get(start..) else { return Vec::new() };
    let span = |from: usize| Span::new(from as u32, offset);
    if line.trim_start().starts_with('[') {
        return tables(span(start + line.len() - line.trim_start().len()));
    }
    let Some(table) = table_above(before.get(..start).unwrap_or_default()) else {
        return tables(span(start));
    };
    match line.split_once('=') {
        None => keys(text, table, start, span(start + line.len() - line.trim_start().len())),
        Some((key, value)) => {
            let Some(key) = table.key(key.trim()) else { return Vec::new() };
            // What is being written: behind the last quote, bracket, comma or space.
            let from = value.rfind(['"', '[', ',', ' ', '=']).map_or(0, |at| at + 1);
            let quoted = value.matches('"').count() % 2 == 1;
            values(world, key.name, key.kind, span(offset as usize - (value.len() - from)), quoted)
        }
    }
}

/// The table whose entry the cursor is in: the nearest header above.
fn table_above(before: &str) -> Option<Table> {
    let header = before.lines().rev().map(str::trim).find(|line| line.starts_with("[["))?;
    let name = header.trim_start_matches('[').split(']').next()?.trim();
    Table::ALL.into_iter().find(|table| table.header() == name)
}

fn tables(replace: Span) -> Vec<Completion> {
    let item = |table: Table| {
        let header = format!("[[{}]]", table.header());
        Completion {
            label: header.clone(),
            detail: table.doc().to_owned(),
            documentation: String::new(),
            kind: CompletionKind::Table,
            replace,
            insert: header + "\n",
        }
    };
    Table::ALL.into_iter().map(item).collect()
}

/// The keys of the table that this entry does not have yet.
fn keys(text: &str, table: Table, start: usize, replace: Span) -> Vec<Completion> {
    let is_key = |line: &str, name: &str| line.split_once('=').is_some_and(|(key, _)| key.trim() == name);
    let above =
        text.get(..start).unwrap_or_default().lines().rev().take_while(|line| !line.trim().starts_with('['));
    let below = text
        .get(start..)
        .unwrap_or_default()
        .lines()
        .skip(1)
        .take_while(|line| !line.trim().starts_with('['));
    let entry: Vec<&str> = above.chain(below).collect();
    let missing = table.keys().filter(|key| !entry.iter().any(|line| is_key(line, key.name)));
    let item = |key: &crate::profiles::schema::Key| Completion {
        label: key.name.to_owned(),
        detail: if key.required {
            format!("{} (needed)", key.kind.words())
        } else {
            key.kind.words().to_owned()
        },
        documentation: format!("{}\n\n`{} = {}`", key.doc, key.name, key.example),
        kind: CompletionKind::Key,
        replace,
        insert: format!("{} = ", key.name),
    };
    missing.map(item).collect()
}

fn values(world: &World, key: &str, kind: Kind, replace: Span, quoted: bool) -> Vec<Completion> {
    let files = || world.profile_files().map(|(_, file)| file);
    let found: BTreeSet<(String, String)> = match kind {
        Kind::Id(table) | Kind::Ids(table) => files().flat_map(|file| ids(file, table)).collect(),
        Kind::Flag => {
            return ["true", "false"]
                .into_iter()
                .map(|value| item(value, String::new(), replace, true))
                .collect();
        }
        Kind::Country => {
            let persons = files().flat_map(|file| &file.persons).flat_map(|person| &person.offices);
            let events = files().flat_map(|file| &file.events).filter_map(|event| event.country.as_ref());
            persons
                .filter_map(|office| office.country.as_ref())
                .chain(events)
                .map(|c| (c.to_string(), "used in your profiles".to_owned()))
                .collect()
        }
        Kind::Text if key == "title" => {
            let offices = files().flat_map(|file| &file.persons).flat_map(|person| &person.offices);
            offices.map(|office| (office.title.to_string(), "used in your profiles".to_owned())).collect()
        }
        Kind::Text if key == "kind" => ["talks", "visit", "summit", "conference", "call", "ceremony"]
            .map(|kind| (kind.to_owned(), String::new()))
            .into(),
        _ => return Vec::new(),
    };
    found.into_iter().map(|(value, detail)| item(&value, detail, replace, quoted)).collect()
}

fn item(value: &str, detail: String, replace: Span, bare: bool) -> Completion {
    Completion {
        label: value.to_owned(),
        detail,
        documentation: String::new(),
        kind: CompletionKind::Value,
        replace,
        insert: if bare { value.to_owned() } else { format!("\"{value}\"") },
    }
}

/// Ids of a table with the names they stand for.
fn ids(file: &File, table: Table) -> Vec<(String, String)> {
    let pair = |id: &crate::profiles::Spanned<Box<str>>, name: &crate::profiles::Spanned<Box<str>>| {
        (id.value.to_string(), name.value.to_string())
    };
    match table {
        Table::Person | Table::Office => {
            file.persons.iter().map(|entry| pair(&entry.id, &entry.name)).collect()
        }
        Table::Event => file.events.iter().map(|entry| pair(&entry.id, &entry.name)).collect(),
        Table::Series => file.series.iter().map(|entry| pair(&entry.id, &entry.name)).collect(),
    }
}
