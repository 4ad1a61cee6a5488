//! The tables are whole, the index fits them, and a few facts that everybody knows are found.

use super::index::keys;
use super::*;
use crate::meetings::series::key;
use crate::time::Window;

use jiff::civil::date;

#[test]
fn the_index_fits_the_tables() {
    let index = fst::Map::new(include_bytes!("data/index.fst").as_slice()).unwrap();
    let built = index.stream().into_str_vec().unwrap();
    let wanted: Vec<(String, u64)> = keys().into_iter().collect();
    assert!(built == wanted, "run `cargo run --example build-almanac`");
}

#[test]
fn every_row_can_be_read() {
    let people: Vec<AlmanacPerson> = AlmanacPerson::all().collect();
    assert!(people.len() > 8000);
    for person in people {
        assert!(!person.name().is_empty() && !person.id().is_empty());
        assert!(person.terms().next().is_some(), "{} held nothing", person.name());
        for term in person.terms() {
            assert!(
                term.when.earliest.is_some() && !source(term.source).is_empty(),
                "{} {term:?}",
                person.name()
            );
            assert!(
                term.when.latest.is_none_or(|last| term.when.earliest <= Some(last)),
                "{}",
                person.name()
            );
        }
    }
    for series in GatheringSeries::all() {
        assert!(series.gatherings().next().is_some(), "{} never met", series.name());
        for gathering in series.gatherings() {
            assert!(gathering.when.days().is_some(), "{}", gathering.name);
            assert!(!gathering.city.is_empty() && !source(gathering.source).is_empty(), "{}", gathering.name);
        }
    }
    assert_eq!(base_dates().count(), include_str!("data/base_dates.tsv").lines().count());
}

#[test]
fn people_by_name_alias_and_office() {
    let named = people_named("Angela MERKEL");
    let [merkel] = named.as_slice() else { panic!("{named:?}") };
    let chancellor = merkel.terms().find(|term| term.title == "Chancellor").unwrap();
    assert_eq!(chancellor.when, Window::new(date(2005, 11, 22), date(2021, 12, 8)));
    assert!(chancellor.ended);
    assert_eq!(person(&merkel.id()).unwrap().name(), merkel.name());
    let held = holders("de", "chancellor");
    assert!(held.iter().any(|(person, terms)| person.id() == merkel.id() && terms.len() == 1));
    assert!(people_named("Nobody Atall").is_empty());
}

#[test]
fn series_by_any_of_their_names() {
    let forum = series(&key("third Belt and Road summit").0).unwrap();
    let third = forum.gatherings().find(|gathering| gathering.edition == Some(3)).unwrap();
    assert_eq!((third.when, third.city), (Window::new(date(2023, 10, 17), date(2023, 10, 18)), "Beijing"));
    assert_eq!(series_by_id(forum.id()).unwrap().name(), forum.name());
    assert_eq!(series(&key("BRICS summit").0).unwrap().id(), "brics-summit", "not the extraordinary ones");
    assert!(series("no such series").is_none());
}
