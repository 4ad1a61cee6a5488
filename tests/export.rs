//! `dateline export`: every format over one small corpus, as a user runs it.

use std::path::Path;
use std::process::{Command, Output};

use expect_test::{Expect, expect};

const ARTICLES: [(&str, &str); 2] = [
    (
        "2024-05-03.txt",
        "🐟 Foreign Minister Annalena Baerbock met Prime Minister Donald Tusk in Warsaw on Monday, May 2, 2024.\n",
    ),
    ("2024-05-04.txt", "Baerbock flew home.\n"),
];

fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in ARTICLES {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn export(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg("export").args(args).current_dir(folder).output().unwrap()
}

fn check(format: &str, expect: &Expect) {
    let output = export(corpus().path(), &["--format", format]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    expect.assert_eq(&String::from_utf8_lossy(&output.stdout));
}

#[test]
fn jsonl() {
    check(
        "jsonl",
        &expect![[r#"
            {"id":"2024-05-03.txt","date":"2024-05-03","date_why":["the file name"],"people":[{"start":19,"end":36,"text":"Annalena Baerbock","entity":"annalena-baerbock"},{"start":56,"end":67,"text":"Donald Tusk","entity":"donald-tusk"}],"organisations":[],"places":[{"start":71,"end":77,"text":"Warsaw","entity":"place/warsaw"}],"events":[{"start":37,"end":40,"text":"met","event":"talks-of-annalena-baerbock-and-donald-tusk-2024-05-02-8d058201","grade":"certain"}],"times":[{"start":81,"end":100,"text":"Monday, May 2, 2024","type":"DATE","value":"2024-05-02"}],"findings":[{"code":"DL101","severity":"error","message":"`May 2, 2024` is a Thursday, not a Monday","start":81,"end":100,"related":[],"fixes":[{"title":"change the weekday to Thursday","edits":[{"id":"2024-05-03.txt","start":81,"end":87,"new":"Thursday"}]}]}]}
            {"id":"2024-05-04.txt","date":"2024-05-04","date_why":["the file name"],"people":[{"start":0,"end":8,"text":"Baerbock","entity":"annalena-baerbock"}],"organisations":[],"places":[],"events":[],"times":[],"findings":[]}
        "#]],
    );
}

/// The same as `annotate` writes for these articles under the same names.
#[test]
fn jsonl_is_what_annotate_writes() {
    use std::io::Write as _;
    use std::process::Stdio;
    let exported = export(corpus().path(), &[]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("annotate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = ARTICLES.map(|(id, text)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n");
    child.stdin.take().unwrap().write_all(lines.concat().as_bytes()).unwrap();
    let annotated = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&exported.stdout), String::from_utf8_lossy(&annotated.stdout));
}

#[test]
fn a_file_gets_what_stdout_would_and_its_ending_names_the_format() {
    let folder = corpus();
    let shown = export(folder.path(), &["--format", "jsonl"]);
    let written = export(folder.path(), &["-o", "corpus.jsonl"]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert_eq!(std::fs::read(folder.path().join("corpus.jsonl")).unwrap(), shown.stdout);
}

#[test]
fn a_named_file_alone_is_written_but_read_with_its_folder() {
    let output = export(corpus().path(), &["2024-05-04.txt"]);
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&line["id"], &line["people"][0]["text"]), (&"2024-05-04.txt".into(), &"Baerbock".into()));
    assert_eq!(line["people"][0]["entity"], "annalena-baerbock");
}

#[test]
fn what_cannot_be_written_gets_a_word() {
    let output = export(corpus().path(), &["-o", "no/such/folder.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write no/such/folder.jsonl"));
    let output = export(corpus().path(), &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("[possible values: jsonl]"));
}
