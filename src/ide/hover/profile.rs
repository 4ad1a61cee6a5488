//! Hover in profile files: on a key its purpose, on a value its meaning in the corpus.

use std::fmt::Write as _;

use super::{Hover, meeting, offices, person};
use crate::ide::{Linker, show};
use crate::names::countries::{self, Country};
use crate::profiles::cursor::{CursorContext, ValueItem, cursor};
use crate::profiles::schema::{ProfileKey, Table, ValueKind};
use crate::profiles::{EventEntry, PersonEntry, SeriesEntry, file::File};
use crate::text::normalise::ordinal;
use crate::time::{edtf, wording};
use crate::world::{DocId, Entity, EntityId, Event, Place, World};

/// Places shown per spelling.
const MAX_PLACES: usize = 3;

/// The hover at `offset` of a profile file.
pub fn hover(world: &World, doc: &DocId, offset: u32, link: Linker<'_>) -> Option<Hover> {
    let file = world.profile_file(doc)?;
    let cursor = cursor(file.text.as_str(), offset);
    let here = Here { world, file, offset, link };
    match cursor.at {
        CursorContext::Header { line } => Some(Hover { span: line, markdown: table(cursor.table?) }),
        CursorContext::Key { span, name, .. } => {
            let key = cursor.table?.key(name)?;
            Some(Hover { span, markdown: explain(key) })
        }
        CursorContext::Value { key, item } => {
            let markdown = here.value(key, item).unwrap_or_else(|| explain(key));
            Some(Hover { span: item.span, markdown })
        }
        CursorContext::Nothing => None,
    }
}

/// The purpose of a key, with an example; completion shows the same.
pub fn explain(key: &ProfileKey) -> String {
    let needed = if key.required { " Every entry has one." } else { "" };
    format!(
        "**{}** — {}{needed}  \n{}  \n`{} = {}`",
        key.name,
        key.doc,
        show::capital(key.kind.words()),
        key.name,
        key.example
    )
}

fn table(table: Table) -> String {
    let keys: Vec<_> = table.keys().map(|key| format!("`{}`", key.name)).collect();
    format!("**{}** — {}  \n{}", table.header(), table.doc(), keys.join(" · "))
}

/// A value and its entry.
#[derive(Clone, Copy)]
struct Here<'a> {
    world: &'a World,
    file: &'a File,
    offset: u32,
    link: Linker<'a>,
}

impl<'a> Here<'a> {
    fn value(self, key: &ProfileKey, item: ValueItem<'_>) -> Option<String> {
        match (key.table, key.name, key.kind) {
            (_, _, ValueKind::Date) => date(key, item.text),
            (_, "wikidata", _) => {
                Some(show::linked(item.text, Some(format!("https://www.wikidata.org/wiki/{}", item.text))))
            }
            (_, "country", _) => countries::of(item.text).map(country),
            (_, "to", _) => countries::of(item.text).map(country),
            (_, _, ValueKind::Id(table) | ValueKind::Ids(table)) => self.id(table, item.text),
            (Table::Office, "title", _) => Some(self.title(item.text)),
            (Table::Person, "id" | "name", _) => self.card(&self.person()?.id.value),
            (Table::Person, "aliases" | "native", _) => Some(self.spelling(item.text)),
            (Table::Person, "family_first", _) => self.family(),
            (Table::Event, "id" | "name" | "aliases" | "edition", _) => Some(self.event(self.event_entry()?)),
            (Table::Series, "id" | "name" | "aliases", _) => {
                let entry = self.file.series.iter().find(|entry| entry.span.touches(self.offset))?;
                Some(self.series(entry))
            }
            _ => None,
        }
    }

    fn person(self) -> Option<&'a PersonEntry> {
        self.file.persons.iter().find(|entry| entry.span.touches(self.offset))
    }

    fn event_entry(self) -> Option<&'a EventEntry> {
        self.file.events.iter().find(|entry| entry.span.touches(self.offset))
    }

    fn entity(self, id: &str) -> Option<&'a Entity> {
        self.world.entity(&EntityId(id.into())).map(|entity| &**entity)
    }

    fn card(self, id: &str) -> Option<String> {
        Some(person::profile(self.world, self.entity(id)?, self.link))
    }

    /// What an id stands for.
    fn id(self, table: Table, id: &str) -> Option<String> {
        match table {
            Table::Person | Table::Office => {
                self.card(id).or_else(|| Some(format!("Nobody has the id `{}`.", show::plain(id))))
            }
            Table::Event => self.world.event_profile(id).map(|(_, entry)| self.event(entry)),
            Table::Series => {
                let entry = self.world.series_profile(id).map(|(_, entry)| self.series(entry));
                entry.or_else(|| Some(format!("No series has the id `{}`.", show::plain(id))))
            }
        }
    }

    /// How often the corpus uses this spelling.
    fn spelling(self, name: &str) -> String {
        let mut out = format!("**{}**", show::plain(name));
        let entity = self.person().and_then(|person| self.entity(&person.id.value));
        let Some(entity) = entity else { return out };
        let written: Vec<Place> = entity
            .mentions
            .iter()
            .filter_map(|mention| self.world.place_of(mention))
            .filter(|place| {
                let words = self.world.text(&place.doc).map_or("", |text| text.slice(place.span));
                words.split_whitespace().eq(name.split_whitespace())
            })
            .collect();
        let all = entity.mentions.len();
        let _ = write!(
            out,
            "  \n{} of {} {}",
            written.len(),
            show::count(all, "mention"),
            if written.len() == 1 { "is written so" } else { "are written so" }
        );
        for place in written.iter().take(MAX_PLACES) {
            let _ = write!(
                out,
                "\n- {}{}",
                show::place(self.world, place, self.link),
                show::dated(self.world, &place.doc).map_or_else(String::new, |date| format!(" ({date})"))
            );
        }
        if written.len() > MAX_PLACES {
            let _ = write!(out, "\n- … and {} more", written.len() - MAX_PLACES);
        }
        out
    }

    /// How an office is read, and how the corpus words it.
    fn title(self, title: &str) -> String {
        let role = crate::names::role_of(title);
        let mut out = format!("**{}**", show::plain(title));
        if *role != *title.to_lowercase() {
            let _ = write!(out, "  \nthe same office as “{}”", show::plain(&role));
        }
        let entity = self.person().and_then(|person| self.entity(&person.id.value));
        match entity.and_then(|entity| offices::wordings(self.world, entity, &role, self.link)) {
            Some(said) => {
                let _ = write!(out, "  \n{said}");
            }
            None => out.push_str("  \nno article says so"),
        }
        out
    }

    fn family(self) -> Option<String> {
        let person = self.person()?;
        let words: Vec<&str> = person.name.value.split_whitespace().collect();
        let family = match person.family_first? {
            true => words.first(),
            false => words.last(),
        }?;
        Some(format!(
            "**{}** is the family name of {}.",
            show::plain(family),
            show::plain(&person.name.value)
        ))
    }

    fn event(self, entry: &EventEntry) -> String {
        let mut out = format!("**{}**", show::plain(&entry.name.value));
        if let Some(when) = &entry.when {
            let _ = write!(out, "  \n{}", wording::window(when.value.window));
        }
        if let Some(series) = entry.series.as_ref().and_then(|id| self.world.series_profile(&id.value)) {
            let number = entry.edition.map_or_else(String::new, |n| format!("{} ", ordinal(n.into())));
            let _ = write!(out, "  \n{number}{}", show::plain(&series.1.name.value));
        }
        for event in self.world.events().filter(|event| self.is_of(event, entry)) {
            let _ = write!(out, "\n\n- {}", meeting::line(self.world, event, None, self.link));
        }
        out
    }

    /// Whether an event is the one of an entry.
    fn is_of(self, event: &Event, entry: &EventEntry) -> bool {
        let profile = event.profile.as_ref().and_then(|place| self.world.event_profile_at(place));
        profile.is_some_and(|profile| profile.id.value == entry.id.value)
    }

    /// A series with its editions, by date.
    fn series(self, entry: &SeriesEntry) -> String {
        let mut editions: Vec<&Event> =
            self.world.events_of_series(&entry.id.value).map(|event| &**event).collect();
        editions.sort_by_key(|event| (event.when.and_then(|when| when.earliest), event.edition));
        let mut out = format!("**{}**", show::plain(&entry.name.value));
        let since = entry.since.map(|since| format!("since {}", wording::stretch(since.window)));
        let every = entry.every.as_ref().map(|every| format!("every {}", show::plain(every)));
        let rhythm: Vec<_> = since.into_iter().chain(every).collect();
        if !rhythm.is_empty() {
            let _ = write!(out, "  \n{}", rhythm.join(", "));
        }
        let _ = write!(out, "  \n{} in the corpus", show::count(editions.len(), "edition"));
        for event in editions {
            let _ = write!(out, "\n- {}", meeting::line(self.world, event, None, self.link));
        }
        out
    }
}

fn country(country: &Country) -> String {
    let mut out = format!("**{}** · `{}`  \n{}", country.name, country.code, country.adjective);
    if !country.capital.is_empty() {
        let _ = write!(out, " · capital {}", country.capital);
    }
    out
}

/// What an EDTF date means.
fn date(key: &ProfileKey, text: &str) -> Option<String> {
    let date = match edtf::parse(text) {
        Ok(date) => date,
        Err(why) => return Some(format!("{}  \n\n{}", show::plain(&why), explain(key))),
    };
    let mut out = format!("**{}**", wording::window(date.window));
    if date.uncertain {
        out.push_str(", if the source is right");
    }
    if date.approximate {
        out.push_str(", more or less");
    }
    match (date.window.earliest, date.window.latest) {
        (Some(from), Some(to)) if from != to => {
            let days = from.until(to).map_or(0, |span| span.get_days()) + 1;
            let days = show::count(usize::try_from(days).unwrap_or(0), "day");
            let (from, to) = (wording::without_weekday(from), wording::without_weekday(to));
            let _ = write!(out, "  \n{from} to {to}, {days}");
        }
        (Some(_), None) => out.push_str("  \nnot ended, as far as anybody wrote down"),
        (None, Some(_)) => out.push_str("  \nnobody wrote down when it began"),
        _ => {}
    }
    let _ = write!(out, "  \n{}", key.doc);
    Some(out)
}
