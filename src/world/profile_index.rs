//! All profile files of a World as one index: entries by id, and the names they add to the reader. Where two
//! files use one id, the first in path order counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::DocId;
use super::dates::Known as Stated;
use crate::events::ProfileEvents;
use crate::names::NameKind;
use crate::names::lexicon::KnownName;
use crate::profiles::{EventEntry, PersonEntry, SeriesEntry, file::File};

/// A file (index into `files`) and an entry of it.
type At = (u32, u32);

/// All profile files. Few and small: rebuilt whole when one changes.
#[derive(Debug, Default)]
pub struct ProfileIndex {
    /// What the profiles state about dates and meetings.
    stated: Stated,
    profile_events: Arc<ProfileEvents>,
    files: Vec<(DocId, Arc<File>)>,
    persons: BTreeMap<Box<str>, At>,
    events: BTreeMap<Box<str>, At>,
    series: BTreeMap<Box<str>, At>,
}

impl ProfileIndex {
    /// Files are taken in order of document.
    pub fn new(files: BTreeMap<DocId, Arc<File>>) -> Self {
        let stated = Stated::of(files.values().map(|file| &**file));
        let profile_events = ProfileEvents::new(files.iter().map(|(doc, file)| (doc, &**file))).into();
        let mut profiles =
            Self { files: files.into_iter().collect(), stated, profile_events, ..Self::default() };
        for (f, (_, file)) in profiles.files.iter().enumerate() {
            let f = f as u32;
            for (i, person) in file.persons.iter().enumerate() {
                profiles.persons.entry(person.id.value.clone()).or_insert((f, i as u32));
            }
            for (i, event) in file.events.iter().enumerate() {
                profiles.events.entry(event.id.value.clone()).or_insert((f, i as u32));
            }
            for (i, series) in file.series.iter().enumerate() {
                profiles.series.entry(series.id.value.clone()).or_insert((f, i as u32));
            }
        }
        profiles
    }

    /// All files, by document.
    pub fn files(&self) -> impl Iterator<Item = (&DocId, &Arc<File>)> {
        self.files.iter().map(|(doc, file)| (doc, file))
    }

    /// One file.
    pub fn file(&self, doc: &DocId) -> Option<&Arc<File>> {
        let at = self.files.binary_search_by(|(other, _)| other.cmp(doc)).ok()?;
        self.files.get(at).map(|(_, file)| file)
    }

    /// The person with this id, with its file.
    pub fn person(&self, id: &str) -> Option<(&DocId, &PersonEntry)> {
        let (doc, file, i) = self.at(self.persons.get(id)?)?;
        Some((doc, file.persons.get(i)?))
    }

    /// The event with this id, with its file.
    pub fn event(&self, id: &str) -> Option<(&DocId, &EventEntry)> {
        let (doc, file, i) = self.at(self.events.get(id)?)?;
        Some((doc, file.events.get(i)?))
    }

    /// The series with this id, with its file.
    pub fn series(&self, id: &str) -> Option<(&DocId, &SeriesEntry)> {
        let (doc, file, i) = self.at(self.series.get(id)?)?;
        Some((doc, file.series.get(i)?))
    }

    /// All persons, by id.
    pub fn persons(&self) -> impl Iterator<Item = (&DocId, &PersonEntry)> {
        self.persons.keys().filter_map(|id| self.person(id))
    }

    /// All events, by id.
    pub fn events(&self) -> impl Iterator<Item = (&DocId, &EventEntry)> {
        self.events.keys().filter_map(|id| self.event(id))
    }

    /// All series, by id.
    pub fn all_series(&self) -> impl Iterator<Item = (&DocId, &SeriesEntry)> {
        self.series.keys().filter_map(|id| self.series(id))
    }

    /// What the profiles state about dates.
    pub fn stated(&self) -> &Stated {
        &self.stated
    }

    /// What the profiles state about meetings.
    pub fn profile_events(&self) -> &Arc<ProfileEvents> {
        &self.profile_events
    }

    /// The names of people that the reader should find in texts, sorted.
    pub fn known(&self) -> Vec<KnownName> {
        let mut known = Vec::new();
        for (_, person) in self.persons() {
            let family_first = person.family_first == Some(true);
            for name in std::iter::once(&person.name).chain(&person.aliases) {
                // "the Iron Lady": what is in lower case is no part of the name.
                let name = name.value.trim_start_matches(|c: char| c.is_lowercase() || c == ' ');
                known.push(KnownName { name: name.into(), kind: NameKind::Person, family_first });
            }
            for (_, name) in &person.native {
                known.push(KnownName { name: name.clone(), kind: NameKind::Person, family_first });
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
