//! The commands, run as a user runs them.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn dateline(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// `dateline … | head -0`: who has read enough closes the pipe, and that is no error.
#[test]
fn a_closed_pipe_ends_quietly() {
    let commands: [&[&str]; 7] = [
        &["schema", "profile"],
        &["schema", "annotate"],
        &["completions", "bash"],
        &["check", "seeds"],
        &["explain", "DL101"],
        &["export", "seeds"],
        &["annotate"],
    ];
    for args in commands {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::piped())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Most of them end without having read it.
        let _ = child.stdin.take().unwrap().write_all(b"{\"id\":\"a\",\"text\":\"One.\"}\n");
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert!(output.status.success(), "{args:?}: {}", output.status);
    }
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn annotate_links_across_lines_and_keeps_the_order() {
    let input = r#"{"id":"b","text":"🐟 Foreign Minister Annalena Baerbock met Donald Tusk in Warsaw on 2 May 2024."}
{"id":"a","text":"Annalena Baerbock flew home.","date":"2024-05-03"}
"#;
    let output = dateline(&["annotate"], input);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines[0]["id"], "b");
    assert_eq!(lines[1]["id"], "a");
    assert_eq!(lines[1]["date"], "2024-05-03");
    let person = &lines[0]["people"][0];
    assert_eq!(
        (&person["text"], &person["start"], &person["end"]),
        (&"Annalena Baerbock".into(), &19.into(), &36.into())
    );
    assert_eq!(person["entity"], lines[1]["people"][0]["entity"]);
    assert_eq!(lines[0]["times"][0]["value"], "2024-05-02");
    assert_eq!(lines[0]["events"][0]["text"], "met");
}

#[test]
fn annotate_survives_bad_lines() {
    let input = "{\"id\":\"a\",\"text\":\"One.\"}\nnot json\n{\"id\":\"c\",\"text\":\"Two.\",\"date\":\"2024-02-30\"}\n{\"id\":\"a\",\"text\":\"Again.\"}\n\u{0}\n{\"id\":\"d\",\"text\":\"Three.\"}\n";
    for mode in [&["annotate"][..], &["annotate", "--each"][..]] {
        let output = dateline(mode, input);
        assert_eq!(output.status.code(), Some(2));
        let lines = lines(&output);
        assert_eq!(lines.len(), 6);
        assert!(lines[1]["error"].as_str().unwrap().contains("line 2"));
        assert!(lines[2]["error"].as_str().unwrap().contains("2024-02-30"));
        assert_eq!(lines[2]["id"], "c");
        assert_eq!(lines[5]["id"], "d");
    }
}

#[test]
fn unknown_codes_and_places_get_a_cure() {
    let output = dateline(&["explain", "DL999"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("DL101"));
    let output = dateline(&["explain", "nowhere.txt:1:1"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.txt"));
}

#[test]
fn what_cannot_be_read_is_no_success() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.txt");
    std::fs::write(&file, b"PK\0\0").unwrap();
    for path in [file.as_path(), dir.path()] {
        let output = dateline(&["check", path.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(2), "{path:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("a.txt: binary"), "{output:?}");
    }
}
