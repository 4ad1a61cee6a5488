//! The profile files of a World as one shelf: entries by id, and the names they teach the reader. Where two files use
//! one id, the first in order of path counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::DocId;
use super::dates::Known as Stated;
use super::gatherings::Occasions;
use crate::names::NameKind;
use crate::names::lexicon::Known;
use crate::profiles::{Event, Person, Series, file::File};

/// A file (index into `files`) and an entry of it.
type At = (u32, u32);

/// All profile files. Few and small: rebuilt whole when one changes.
#[derive(Debug, Default)]
pub struct Shelf {
    /// What the profiles state of dates and of meetings.
    stated: Stated,
    occasions: Arc<Occasions>,
    files: Vec<(DocId, Arc<File>)>,
    persons: BTreeMap<Box<str>, At>,
    events: BTreeMap<Box<str>, At>,
    series: BTreeMap<Box<str>, At>,
}

impl Shelf {
    pub fn new(files: BTreeMap<DocId, Arc<File>>) -> Self {
        let stated = Stated::of(files.values().map(|file| &**file));
        let occasions = Occasions::new(files.iter().map(|(doc, file)| (doc, &**file))).into();
        let mut shelf = Self { files: files.into_iter().collect(), stated, occasions, ..Self::default() };
        for (f, (_, file)) in shelf.files.iter().enumerate() {
            let f = f as u32;
            for (i, person) in file.persons.iter().enumerate() {
                shelf.persons.entry(person.id.value.clone()).or_insert((f, i as u32));
            }
            for (i, event) in file.events.iter().enumerate() {
                shelf.events.entry(event.id.value.clone()).or_insert((f, i as u32));
            }
            for (i, series) in file.series.iter().enumerate() {
                shelf.series.entry(series.id.value.clone()).or_insert((f, i as u32));
            }
        }
        shelf
    }

    pub fn files(&self) -> impl Iterator<Item = (&DocId, &Arc<File>)> {
        self.files.iter().map(|(doc, file)| (doc, file))
    }

    pub fn file(&self, doc: &DocId) -> Option<&Arc<File>> {
        let at = self.files.binary_search_by(|(other, _)| other.cmp(doc)).ok()?;
        self.files.get(at).map(|(_, file)| file)
    }

    pub fn person(&self, id: &str) -> Option<(&DocId, &Person)> {
        let (doc, file, i) = self.at(self.persons.get(id)?)?;
        Some((doc, file.persons.get(i)?))
    }

    pub fn event(&self, id: &str) -> Option<(&DocId, &Event)> {
        let (doc, file, i) = self.at(self.events.get(id)?)?;
        Some((doc, file.events.get(i)?))
    }

    pub fn series(&self, id: &str) -> Option<(&DocId, &Series)> {
        let (doc, file, i) = self.at(self.series.get(id)?)?;
        Some((doc, file.series.get(i)?))
    }

    /// All persons, by id.
    pub fn persons(&self) -> impl Iterator<Item = (&DocId, &Person)> {
        self.persons.keys().filter_map(|id| self.person(id))
    }

    /// All events, by id.
    pub fn events(&self) -> impl Iterator<Item = (&DocId, &Event)> {
        self.events.keys().filter_map(|id| self.event(id))
    }

    /// All series, by id.
    pub fn all_series(&self) -> impl Iterator<Item = (&DocId, &Series)> {
        self.series.keys().filter_map(|id| self.series(id))
    }

    pub fn stated(&self) -> &Stated {
        &self.stated
    }

    pub fn occasions(&self) -> &Arc<Occasions> {
        &self.occasions
    }

    /// The names of people that the reader shall find in texts, sorted.
    pub fn known(&self) -> Vec<Known> {
        let mut known = Vec::new();
        for (_, person) in self.persons() {
            let family_first = person.family_first == Some(true);
            for name in std::iter::once(&person.name).chain(&person.aliases) {
                known.push(Known { name: name.value.clone(), kind: NameKind::Person, family_first });
            }
            for (_, name) in &person.native {
                known.push(Known { name: name.clone(), kind: NameKind::Person, family_first });
            }
        }
        known.sort();
        known.dedup();
        known
    }

    fn at(&self, &(file, entry): &At) -> Option<(&DocId, &File, usize)> {
        let (doc, file) = self.files.get(file as usize)?;
        Some((doc, file, entry as usize))
    }
}
