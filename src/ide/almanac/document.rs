//! An entry of the almanac as a page to read: what "go to type definition" opens where no profile tells.

use std::fmt::Write as _;

use super::wording::{gathering_line, names_of, native_name, term};
use crate::almanac::{self, AlmanacPerson, GatheringSeries};

/// An entry by id; two kinds of entries may have the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlmanacEntry {
    Person(String),
    Series(String),
}

impl AlmanacEntry {
    /// "people/wang-yi.almanac": the page's path below whatever holds such pages. No editor takes the ending
    /// for that of an article.
    pub fn path(&self) -> String {
        match self {
            Self::Person(id) => format!("people/{id}.almanac"),
            Self::Series(id) => format!("gatherings/{id}.almanac"),
        }
    }

    /// The entry of a path.
    pub fn of_path(path: &str) -> Option<Self> {
        let (folder, name) = path.trim_start_matches('/').split_once('/')?;
        let id = name.strip_suffix(".almanac")?.to_owned();
        match folder {
            "people" => Some(Self::Person(id)),
            "gatherings" => Some(Self::Series(id)),
            _ => None,
        }
    }
}

/// The page of an entry; `None` if there is no such entry.
pub fn document(entry: &AlmanacEntry) -> Option<String> {
    match entry {
        AlmanacEntry::Person(id) => almanac::person(id).map(of_person),
        AlmanacEntry::Series(id) => almanac::series_by_id(id).map(of_series),
    }
}

const FOOT: &str = "\nFrom the almanac that comes with Dateline: public record of the past, read-only. \
                    What a profile of yours says is used instead.\n";

fn of_person(person: AlmanacPerson) -> String {
    let mut out = format!("{}{}{}\n", person.name(), native_name(person), names_of(person.names()));
    if let Some(id) = person.wikidata() {
        let _ = writeln!(out, "https://www.wikidata.org/wiki/{id}");
    }
    out.push_str("\nOffices\n");
    for one in person.terms() {
        let _ = writeln!(out, "- {}\n  {}", term(&one), almanac::source(one.source));
    }
    let meetings = almanac::gatherings_of(&[person.id()]);
    if !meetings.is_empty() {
        out.push_str("\nMeetings on record\n");
        for one in meetings {
            let _ = writeln!(out, "- {}\n  {}", gathering_line(&one), almanac::source(one.source));
        }
    }
    out + FOOT
}

fn of_series(series: GatheringSeries) -> String {
    let mut out = format!("{}{}\n\nMeetings on record\n", series.name(), names_of(series.names()));
    for one in series.gatherings() {
        let _ = writeln!(out, "- {}\n  {}", gathering_line(&one), almanac::source(one.source));
    }
    out + FOOT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_path_that_leads_back() {
        for entry in [AlmanacEntry::Person("angela-merkel".into()), AlmanacEntry::Series("g7".into())] {
            assert_eq!(AlmanacEntry::of_path(&entry.path()), Some(entry.clone()));
            assert_eq!(AlmanacEntry::of_path(&format!("/{}", entry.path())), Some(entry));
        }
        for path in ["", "people/x", "x/y.almanac", "people/"] {
            assert_eq!(AlmanacEntry::of_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_page_says_who_held_what_and_where_that_is_from() {
        let page = document(&AlmanacEntry::Person("angela-merkel".into())).unwrap();
        assert!(page.starts_with("Angela Merkel\n"), "{page}");
        assert!(page.contains("- Chancellor of Germany, 22 Nov 2005 – 8 Dec 2021"), "{page}");
        assert_eq!(document(&AlmanacEntry::Person("no-such-person".into())), None);
    }
}
