//! What a profile entry states besides names and dates, and where a reader of the articles sees it: one test
//! per key.

use dateline::ide::{hover::hover, show};
use dateline::world::DocId;

use crate::fixture::Fixture;

const CORPUS: &str = "
//- profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
gender = \"female\"
died = \"2024-06\"
note = \"The other Roe: *harbours*, not fish.\"
[[person.office]]
title = \"Harbour Master\"
source = [\"https://example.org/roe_(ann)\", \"the yearbook, p. 7\"]

[[series]]
id = \"harbour-forum\"
name = \"Harbour Forum\"
since = \"2001\"
every = \"2 years\"

[[event]]
id = \"harbour-forum-3\"
name = \"third Harbour Forum\"
series = \"harbour-forum\"
edition = 3
when = \"2024-05-03\"
place = \"Aker Brygge\"
format = \"in person\"
source = \"https://example.org/forum\"
note = \"Planned for March, moved.\"
//- 2024-05-04-oslo.txt
Ann Roe opened the third Harbour Forum in Oslo on May 3, 2024. Roe spoke first.
";

/// The hover where `words` first stand in `file`.
fn shown(file: &str, words: &str) -> String {
    let fixture = Fixture::new(CORPUS);
    let doc = DocId::new(file);
    let at = fixture.world.text(&doc).unwrap().as_str().find(words).unwrap();
    hover(&fixture.world, &doc, at as u32, &|_| None).unwrap().markdown
}

fn person() -> String {
    shown("2024-05-04-oslo.txt", "Ann Roe")
}

fn meeting() -> String {
    shown("2024-05-04-oslo.txt", "third Harbour")
}

#[track_caller]
fn assert_holds(text: &str, words: &str) {
    assert!(text.contains(words), "`{words}` is not in:\n{text}");
}

#[test]
fn notes_are_shown_as_they_are_written() {
    assert_holds(&person(), "\n\n**Note** The other Roe: \\*harbours\\*, not fish.");
    assert_holds(&meeting(), "\n\n**Note** Planned for March, moved.\n\n");
}

#[test]
fn sources_of_an_office_stand_behind_it() {
    let office = "Harbour Master — people.toml:7, [example.org/roe\\_(ann)](https://example.org/roe_%28ann%29), the yearbook, p. 7\n";
    assert_holds(&person(), office);
}

#[test]
fn sources_of_an_event_are_shown_with_the_meeting() {
    assert_holds(&meeting(), "\n\n**Source** [example.org/forum](https://example.org/forum)");
}

#[test]
fn the_place_of_the_profile_is_the_place_of_the_meeting() {
    assert_holds(&meeting(), " · Aker Brygge · in person  \n");
    // Lists of meetings show the same; the account keeps its own wording.
    assert_holds(&person(), "third Harbour Forum, Aker Brygge — ");
    assert_holds(&meeting(), "“May 3, 2024” → from Fri 3 May 2024, Oslo");
}

#[test]
fn a_series_says_since_when_and_how_often() {
    let series = shown("profiles/people.toml", "harbour-forum");
    assert_holds(&series, "**Harbour Forum**  \nsince 2001, every 2 years  \n1 edition in the corpus\n");
}

#[test]
fn gender_and_the_day_of_death_stand_behind_the_name() {
    assert_holds(&person(), "**Ann Roe** · female · died June 2024  \n");
}

#[test]
fn plain_text_keeps_the_address() {
    assert_holds(&show::without_markdown(&meeting()), "Source example.org/forum");
}
