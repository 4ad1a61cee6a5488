//! `dateline date`: the list, dates for many articles at once, and what is said where a date cannot be read.

use expect_test::expect;
use tempfile::TempDir;

use super::{dateline_in, text, written};

/// One article of every grade. The shelf states its date in front matter, the talks in their own words.
const DESK: &str = "
//- desk/dateline.toml
exclude = [\"old\"]
//- desk/2024-05-03 harbour.txt
The harbour was quiet.
//- desk/shelf.md
---
date: 2024-03-01
---
The shelf was full.
//- desk/visit.txt
Leaders Gather On The Volga

The hosts of the BRICS summit said on Saturday that every bed in town was taken.

On Tuesday the leaders will sit down in Kazan.
//- desk/notes/scan, 1938-07_13.txt
A Seating Plan

The plan was moved because a delegation grew.
//- desk/notes/plan.txt
The plan was kept.
";

fn desk() -> TempDir {
    written(DESK)
}

/// Standard output, or everything printed if the command failed.
fn shown(folder: &TempDir, args: &[&str]) -> String {
    let output = dateline_in(folder.path(), &[&["date"], args].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn failure(folder: &TempDir, args: &[&str]) -> String {
    let output = dateline_in(folder.path(), &[&["date"], args].concat(), "");
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    text(&output.stderr)
}

fn settings(folder: &TempDir) -> String {
    std::fs::read_to_string(folder.path().join("desk/dateline.toml")).unwrap()
}

#[test]
fn the_list_has_a_line_for_every_article() {
    expect![[r#"
        stated   desk/2024-05-03 harbour.txt      Fri 3 May 2024    the file name
        stated   desk/shelf.md                    Fri 1 March 2024  the front matter
        likely   desk/visit.txt                   ~16–22 Oct 2024   “Tuesday” in Kazan is the BRICS summit 2024 (22–24 Oct 2024)
        open     desk/notes/plan.txt              –                 nothing tells the article’s date
        open     desk/notes/scan, 1938-07_13.txt  –                 nothing tells the article’s date
        5 articles: 2 stated, 1 likely, 2 open
        help: `dateline date` dates many at once with --from-csv FILE, --from-names PATTERN, --accept-likely
    "#]]
    .assert_eq(&shown(&desk(), &["desk"]));
}

#[test]
fn a_part_of_the_corpus_can_be_listed() {
    expect![[r#"
        likely   desk/visit.txt                   ~16–22 Oct 2024  “Tuesday” in Kazan is the BRICS summit 2024 (22–24 Oct 2024)
        open     desk/notes/plan.txt              –                nothing tells the article’s date
        open     desk/notes/scan, 1938-07_13.txt  –                nothing tells the article’s date
        3 articles: 1 likely, 2 open
        help: `dateline date` dates many at once with --from-csv FILE, --from-names PATTERN, --accept-likely
    "#]]
    .assert_eq(&shown(&desk(), &["desk/notes", "desk/visit.txt"]));
}

#[test]
fn the_list_as_json() {
    expect![[r#"
        {
          "articles": [
            {
              "file": "desk/2024-05-03 harbour.txt",
              "grade": "stated",
              "date": "2024-05-03",
              "likely": null,
              "reasons": [
                "the file name"
              ]
            },
            {
              "file": "desk/notes/plan.txt",
              "grade": "open",
              "date": null,
              "likely": null,
              "reasons": []
            },
            {
              "file": "desk/notes/scan, 1938-07_13.txt",
              "grade": "open",
              "date": null,
              "likely": null,
              "reasons": []
            },
            {
              "file": "desk/shelf.md",
              "grade": "stated",
              "date": "2024-03-01",
              "likely": null,
              "reasons": [
                "the front matter"
              ]
            },
            {
              "file": "desk/visit.txt",
              "grade": "likely",
              "date": null,
              "likely": {
                "from": "2024-10-16",
                "to": "2024-10-22",
                "day": "2024-10-21",
                "share": 0.875
              },
              "reasons": [
                "“Tuesday” in Kazan is the BRICS summit 2024 (22–24 Oct 2024)"
              ]
            }
          ],
          "changes": {
            "file": "desk/dateline.toml",
            "written": false,
            "dates": [
              {
                "file": "visit.txt",
                "date": "2024-10-21",
                "source": "likely 16–22 Oct 2024",
                "instead_of": null
              }
            ]
          }
        }
    "#]]
    .assert_eq(&shown(&desk(), &["desk", "--format", "json", "--accept-likely"]));
}

#[test]
fn names_are_read_by_a_pattern_and_the_change_is_shown_first() {
    let desk = desk();
    let before = settings(&desk);
    let args = ["desk", "--from-names", "*{year}-{month}_{day}*"];
    let output = dateline_in(desk.path(), &[&["date"], &args[..]].concat(), "");
    expect![[r#"
        --- desk/dateline.toml
        +++ desk/dateline.toml
        @@ -1 +1,6 @@
         exclude = ["old"]
        +
        +[[article]]
        +file = "notes/scan, 1938-07_13.txt"
        +date = "1938-07-13"
        +source = "file name"
    "#]]
    .assert_eq(&text(&output.stdout));
    expect![[r#"
        note: 4 of 5 articles do not fit the pattern: desk/2024-05-03 harbour.txt, desk/notes/plan.txt, desk/shelf.md, desk/visit.txt
        1 date for desk/dateline.toml; nothing is written without --write
    "#]]
    .assert_eq(&text(&output.stderr));
    assert_eq!(settings(&desk), before);
}

#[test]
fn written_dates_are_stated_from_then_on() {
    let desk = desk();
    std::fs::write(
        desk.path().join("dates.csv"),
        "path,date\r\n\"notes/scan, 1938-07_13.txt\",13 July 1980\r\ndesk/shelf.md,2024-03-02\r\n",
    )
    .unwrap();
    let args = ["date", "desk", "--from-csv", "dates.csv", "--accept-likely", "--write"];
    let output = dateline_in(desk.path(), &args, "");
    expect![[r#"
        note: shelf.md states Fri 1 March 2024; Sat 2 March 2024 outranks it once written
        wrote 3 dates to desk/dateline.toml
    "#]]
    .assert_eq(&text(&output.stderr));
    assert_eq!(text(&output.stdout), "");
    expect![[r#"
        exclude = ["old"]

        [[article]]
        file = "notes/scan, 1938-07_13.txt"
        date = "1980-07-13"
        source = "dates.csv"

        [[article]]
        file = "shelf.md"
        date = "2024-03-02"
        source = "dates.csv"

        [[article]]
        file = "visit.txt"
        date = "2024-10-21"
        source = "likely 16–22 Oct 2024"
    "#]]
    .assert_eq(&settings(&desk));
    expect![[r#"
        stated   desk/2024-05-03 harbour.txt      Fri 3 May 2024    the file name
        stated   desk/notes/scan, 1938-07_13.txt  Sun 13 July 1980  the configuration (dates.csv)
        stated   desk/shelf.md                    Sat 2 March 2024  the configuration (dates.csv)
        stated   desk/visit.txt                   Mon 21 Oct 2024   the configuration (likely 16–22 Oct 2024)
        open     desk/notes/plan.txt              –                 nothing tells the article’s date
        5 articles: 4 stated, 1 open
        help: `dateline date` dates many at once with --from-csv FILE, --from-names PATTERN
    "#]]
    .assert_eq(&shown(&desk, &["desk"]));
    let again = dateline_in(desk.path(), &args, "");
    expect![[r#"
        nothing to write: every article that a date was found for states it already
    "#]]
    .assert_eq(&text(&again.stderr));
}

#[test]
fn every_wrong_row_has_its_line_and_its_cure() {
    let desk = desk();
    let rows = "shelf.md,2024-02-30\nshlf.md,2024-05-03\nnotes/plan.txt,03/04/2023\nvisit.txt\n\
        visit.txt,2023-09-18\nvisit.txt,2023-09-19\nnotes/plan.txt,\n";
    std::fs::write(desk.path().join("dates.csv"), rows).unwrap();
    expect![[r#"
        error: dates.csv:1: `2024-02-30` is no day, or may be two; write it like 2024-05-03
        error: dates.csv:2: `shlf.md` is no article of desk; did you mean `shelf.md`?
        error: dates.csv:3: `03/04/2023` is no day, or may be two; write it like 2024-05-03
        error: dates.csv:4: a row is written path,date
        error: dates.csv:6: line 5 gives this article 2023-09-18; keep one of them
        error: dates.csv:7: the date is missing; write a day such as 2024-05-03, or leave the row out
    "#]]
    .assert_eq(&failure(&desk, &["desk", "--from-csv", "dates.csv"]));
}

#[test]
fn wrong_arguments_have_a_cure() {
    let desk = desk();
    expect![[r#"
        error: --from-names `{yr}-{month}`: `{yr}` is no field; write {year}, {month} or {day}
    "#]]
    .assert_eq(&failure(&desk, &["desk", "--from-names", "{yr}-{month}"]));
    expect![[r#"
        error: --write needs dates: add --from-csv, --from-names or --accept-likely
    "#]]
    .assert_eq(&failure(&desk, &["desk", "--write"]));
    expect![[r#"
        error: cannot read none.csv: No such file or directory (os error 2)
    "#]]
    .assert_eq(&failure(&desk, &["desk", "--from-csv", "none.csv"]));
    expect![[r#"
        error: desk and . are two corpora; date one at a time
    "#]]
    .assert_eq(&failure(&desk, &["desk", "."]));
    expect![[r#"
        error: there is no file or folder dsk
    "#]]
    .assert_eq(&failure(&desk, &["dsk"]));
}
