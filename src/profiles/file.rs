//! One profile file, parsed; a wrong line affects only itself.

pub(crate) mod entry;
pub(crate) mod recover;

use std::collections::BTreeMap;

use entry::TomlTable;

use super::schema::Table;
use super::{EventEntry, OfficeEntry, PersonEntry, SeriesEntry, Spanned};
use crate::text::{Span, position::Text};

/// A profile file and its problems.
#[derive(Clone, Debug)]
pub struct File {
    /// As it was read; all spans are of it.
    pub text: Text,
    /// Each id once, in order of place; so are the events and the series.
    pub persons: Vec<PersonEntry>,
    /// What could be read of the `[[event]]` entries.
    pub events: Vec<EventEntry>,
    /// What could be read of the `[[series]]` entries.
    pub series: Vec<SeriesEntry>,
    /// In order of place.
    pub problems: Vec<ProfileProblem>,
}

/// Something in a profile file that cannot be read, with its fix.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileProblem {
    /// The faulty words, in bytes of the file.
    pub span: Span,
    /// One line, as a finding shows it.
    pub message: String,
    /// What was probably meant, to replace `span`.
    pub instead: Option<Box<str>>,
    /// Where the same id occurs first.
    pub first: Option<Span>,
}

impl ProfileProblem {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), instead: None, first: None }
    }
}

type Problems = Vec<ProfileProblem>;

impl File {
    /// Reads what can be read; what cannot is among `problems`, and never an error.
    pub fn parse(text: Text) -> Self {
        let mut file =
            Self { persons: Vec::new(), events: Vec::new(), series: Vec::new(), problems: Vec::new(), text };
        let source = file.text.source().clone();
        let mut problems = Problems::new();
        recover::tables(&source, &mut problems, |root, p| file.take(root, p));
        file.persons =
            once(&file.text, std::mem::take(&mut file.persons), |person| &person.id, &mut problems);
        file.events = once(&file.text, std::mem::take(&mut file.events), |event| &event.id, &mut problems);
        file.series = once(&file.text, std::mem::take(&mut file.series), |series| &series.id, &mut problems);
        problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        problems.dedup();
        file.problems = problems;
        file
    }

    /// Takes over the entries of one table of tables.
    fn take(&mut self, root: &TomlTable<'_>, p: &mut Problems) {
        root.known(&["person", "event", "series"], "a profile file", p);
        self.persons.extend(root.tables("person", p).iter().filter_map(|entry| person(entry, p)));
        self.events.extend(root.tables("event", p).iter().filter_map(|entry| event(entry, p)));
        self.series.extend(root.tables("series", p).iter().filter_map(|entry| series(entry, p)));
    }
}

fn person(entry: &TomlTable<'_>, p: &mut Problems) -> Option<PersonEntry> {
    entry.known_keys(Table::Person, &["office"], p);
    let offices = entry.tables("office", p);
    let offices = offices.iter().filter_map(|entry| office(entry, p)).collect();
    let (id, name) = (entry.slug("id", p), entry.required("name", p));
    let (born, died) = (entry.date("born", p), entry.date("died", p));
    if let (Some(born), Some(died)) = (&born, &died)
        && let (Some(from), Some(to)) = (born.value.window.earliest, died.value.window.latest)
        && to < from
    {
        p.push(ProfileProblem::new(died.span, "nobody dies before being born"));
    }
    Some(PersonEntry {
        span: entry.span,
        aliases: entry.texts("aliases", p),
        native: entry.by_language("native", p),
        family_first: entry.flag("family_first", p),
        gender: entry.plain("gender", p),
        born: born.map(|date| date.value),
        died: died.map(|date| date.value),
        wikidata: entry.plain("wikidata", p),
        not: entry.texts("not", p),
        note: entry.plain("note", p),
        offices,
        id: id?,
        name: name?,
    })
}

fn office(entry: &TomlTable<'_>, p: &mut Problems) -> Option<OfficeEntry> {
    entry.known_keys(Table::Office, &[], p);
    let title = entry.required("title", p);
    Some(OfficeEntry {
        span: entry.span,
        org: entry.plain("org", p),
        country: entry.country("country", p),
        to: entry.text("to", p),
        when: entry.date("when", p),
        asof: entry.date("asof", p).map(|date| date.value),
        source: entry.text_or_texts("source", p),
        title: title?,
    })
}

fn event(entry: &TomlTable<'_>, p: &mut Problems) -> Option<EventEntry> {
    entry.known_keys(Table::Event, &[], p);
    let (id, name) = (entry.slug("id", p), entry.required("name", p));
    Some(EventEntry {
        span: entry.span,
        aliases: entry.texts("aliases", p),
        series: entry.text("series", p),
        edition: entry.number("edition", p),
        kind: entry.plain("kind", p),
        when: entry.date("when", p),
        place: entry.plain("place", p),
        country: entry.country("country", p),
        format: entry.plain("format", p),
        host: entry.text("host", p),
        attended: entry.texts("attended", p),
        source: entry.text_or_texts("source", p),
        wikidata: entry.plain("wikidata", p),
        note: entry.plain("note", p),
        id: id?,
        name: name?,
    })
}

fn series(entry: &TomlTable<'_>, p: &mut Problems) -> Option<SeriesEntry> {
    entry.known_keys(Table::Series, &[], p);
    let (id, name) = (entry.slug("id", p), entry.required("name", p));
    Some(SeriesEntry {
        span: entry.span,
        aliases: entry.texts("aliases", p),
        since: entry.date("since", p).map(|date| date.value),
        every: entry.plain("every", p),
        id: id?,
        name: name?,
    })
}

/// The first entry of every id. The others are reported and left out.
fn once<T>(text: &Text, all: Vec<T>, id: fn(&T) -> &Spanned<Box<str>>, p: &mut Problems) -> Vec<T> {
    let mut spans: BTreeMap<Box<str>, Span> = BTreeMap::new();
    let mut firsts = Vec::new();
    for entry in all {
        let Spanned { value, span } = id(&entry);
        match spans.get(value) {
            Some(first) => p.push(taken(text, value, *span, *first)),
            None => {
                spans.insert(value.clone(), *span);
                firsts.push(entry);
            }
        }
    }
    firsts
}

fn taken(text: &Text, id: &str, span: Span, first: Span) -> ProfileProblem {
    let line = text.line_of(first.start) + 1;
    let message = format!("the id `{id}` is taken by the entry on line {line}; ids must differ");
    ProfileProblem { first: Some(first), ..ProfileProblem::new(span, message) }
}

#[cfg(test)]
mod tests;
