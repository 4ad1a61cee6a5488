//! Public facts of the past that ship with the program: who held which office, when gatherings took place,
//! and what anniversaries count from. Nothing is unpacked at start; a lookup reads the few lines it needs.
//!
//! The facts are text (`data/*.tsv`, one block an entry), found through `data/index.fst`, which
//! `tools/build-almanac.rs` makes from them. What a workspace's own profiles say outranks all of it.

mod base_dates;
mod block;
mod gatherings;
mod index;
mod people;
mod search;
#[cfg(test)]
mod tests;

use jiff::civil::{Date, date};

pub use base_dates::{BaseDate, base_dates};
pub use gatherings::{Gathering, GatheringSeries};
pub use index::{INDEX_PATH, Kind, keys};
pub use people::{AlmanacPerson, AlmanacTerm};
pub use search::{AlmanacRows, search};

/// The last day that any of its rows was looked up; what came later is not in it.
pub const MADE: Date = date(2026, 6, 22);

/// Where a fact comes from, as its README row says; empty for an unknown number.
pub fn source(number: u16) -> &'static str {
    block::source(number)
}

/// The people who have this name or alias, in order of id.
pub fn people_named(name: &str) -> Vec<AlmanacPerson> {
    index::find(Kind::Person, &index::name_key(name)).filter_map(AlmanacPerson::at).collect()
}

/// The people with this surname, in order of id.
pub fn people_by_surname(name: &str) -> Vec<AlmanacPerson> {
    index::find(Kind::Surname, &index::name_key(name)).filter_map(AlmanacPerson::at).collect()
}

/// The person with this id.
pub fn person(id: &str) -> Option<AlmanacPerson> {
    let offsets = index::find(Kind::PersonId, id).chain(index::find(Kind::Person, id));
    offsets.filter_map(AlmanacPerson::at).find(|person| person.id() == id)
}

/// The gatherings that all of these people (ids) took part in, by series and day.
pub fn gatherings_of(ids: &[String]) -> Vec<Gathering> {
    let Some(first) = ids.first() else { return Vec::new() };
    let series = index::find(Kind::Participant, first).filter_map(GatheringSeries::at);
    let of_all = |one: &Gathering| ids.iter().all(|id| one.participants().any(|other| other == *id));
    series.flat_map(GatheringSeries::gatherings).filter(of_all).collect()
}

/// Everybody who held an office in a country (two lower-case letters, empty for organisations), each with
/// those terms. Titles are compared regardless of capitals.
pub fn holders(country: &str, title: &str) -> Vec<(AlmanacPerson, Vec<AlmanacTerm>)> {
    let key = index::office_key(country, title);
    let people = index::find(Kind::Office, &key).filter_map(AlmanacPerson::at);
    let of_office = |term: &AlmanacTerm| index::office_key(term.country, term.title) == key;
    people.map(|person| (person, person.terms().filter(of_office).collect())).collect()
}

/// The series whose name or alias has this key (`meetings::series::key`). Of several the one that met most
/// often: an extraordinary summit has the key of the yearly one.
pub fn series(key: &str) -> Option<GatheringSeries> {
    let all = index::find(Kind::Series, key).filter_map(GatheringSeries::at);
    all.max_by_key(|series| (series.gatherings().count(), std::cmp::Reverse(series.id())))
}

/// The series that met in a town, each with those gatherings.
pub fn gatherings_in(town: &str) -> Vec<(GatheringSeries, Vec<Gathering>)> {
    let town = index::name_key(town);
    let series = index::find(Kind::Town, &town).filter_map(GatheringSeries::at);
    let there = |one: &Gathering| index::name_key(one.city) == town;
    series.map(|series| (series, series.gatherings().filter(there).collect())).collect()
}

/// The series with this id.
pub fn series_by_id(id: &str) -> Option<GatheringSeries> {
    index::find(Kind::SeriesId, id).find_map(GatheringSeries::at)
}
