//! `dateline annotate`: links across lines, bad lines, and the schema that describes every line.

use std::path::Path;

use super::{dateline, lines};
use crate::json_schema;

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

/// The demo corpus has names, meetings, times and findings of every kind; two further lines are bad ones.
#[test]
fn every_line_is_what_the_schema_says() {
    let schema = serde_json::from_str(include_str!("../../schema/annotate.schema.json")).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut input = String::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let text = std::fs::read_to_string(path).unwrap();
        let id = path.file_name().unwrap().to_string_lossy();
        input.push_str(&serde_json::json!({ "id": id, "text": text }).to_string());
        input.push('\n');
    }
    input.push_str("no JSON\n{\"id\":\"c\",\"text\":\"Two.\",\"date\":\"2024-02-30\"}\n");
    let lines = lines(&dateline(&["annotate"], &input));
    let count = |key: &str| {
        lines.iter().filter(|line| line[key].as_array().is_some_and(|all| !all.is_empty())).count()
    };
    assert!(count("people") > 10 && count("events") > 10 && count("times") > 10 && count("findings") > 5);
    assert_eq!(lines.iter().filter(|line| line["error"].is_string()).count(), 2);
    for line in &lines {
        assert_eq!(json_schema::faults(&schema, line), [] as [String; 0], "{}", line["id"]);
    }
}
