//! What profiles say of meetings: `[[event]]` and `[[series]]` rows, with the names they go by. They outrank
//! whatever the articles suggest.

use super::{EntityId, Place};
use crate::corpus::DocId;
use crate::meetings::series::normal;
use crate::profiles::file::File;
use crate::time::Window;

/// The events and series of all profile files, in order of id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occasions {
    pub(super) events: Vec<Occasion>,
    series: Vec<Series>,
}

/// One `[[event]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Occasion {
    pub id: Box<str>,
    pub name: Box<str>,
    /// Normal forms of its name and aliases.
    pub names: Vec<Box<str>>,
    pub series: Option<Box<str>>,
    pub edition: Option<u16>,
    pub when: Option<Window>,
    pub attended: Vec<EntityId>,
    pub at: Place,
}

#[derive(Clone, Debug, PartialEq)]
struct Series {
    id: Box<str>,
    names: Vec<Box<str>>,
}

impl Occasions {
    /// The order of `files` does not matter.
    pub fn new<'f>(files: impl IntoIterator<Item = (&'f DocId, &'f File)>) -> Self {
        let (mut events, mut series) = (Vec::new(), Vec::new());
        for (doc, file) in files {
            for row in &file.series {
                let aliases = row.aliases.iter().map(|alias| &*alias.value);
                let names =
                    [&*row.name.value, &*row.id.value].into_iter().chain(aliases).map(normal).collect();
                series.push((doc, row.span, Series { id: row.id.value.clone(), names }));
            }
            for row in &file.events {
                let aliases = row.aliases.iter().map(|alias| &*alias.value);
                events.push(Occasion {
                    id: row.id.value.clone(),
                    name: row.name.value.clone(),
                    names: [&*row.name.value].into_iter().chain(aliases).map(normal).collect(),
                    series: row.series.as_ref().map(|id| id.value.clone()),
                    edition: row.edition,
                    when: row.when.as_ref().map(|when| when.value.window),
                    attended: row.attended.iter().map(|id| EntityId((&*id.value).into())).collect(),
                    at: Place { doc: doc.clone(), span: row.span },
                });
            }
        }
        series.sort_by(|a, b| (&a.2.id, a.0, a.1).cmp(&(&b.2.id, b.0, b.1)));
        events.sort_by(|a, b| (&a.id, &a.at).cmp(&(&b.id, &b.at)));
        Self { events, series: series.into_iter().map(|(_, _, row)| row).collect() }
    }

    /// The profile's id of a series, for the normal form of a written name.
    pub(super) fn series(&self, written: &str) -> Option<&str> {
        let row = self.series.iter().find(|row| row.names.iter().any(|name| &**name == written))?;
        Some(&row.id)
    }
}
