//! `dateline check` over a small corpus with an error of every severity, in all four formats. The snapshots
//! have been read line by line: they contain nothing false.

use expect_test::expect_file;
use serde_json::Value;
use tempfile::TempDir;

use super::{dateline, dateline_in, text, written};
use crate::json_schema;

/// One fault per severity and more: a wrong weekday with two fixes (error), a meeting dated twice in files
/// whose names need escaping (warnings that point at each other), an article without a date (info), another
/// spelling (hint), a misspelt key of a profile, and a file that is not an article.
const DESK: &str = "
//- desk/dateline.toml
[checks]
DL902 = \"info\"
//- desk/profiles/people.toml
[[person]]
id = \"ann-roe\"
name = \"Ann Roe\"
alias = [\"Anne Roe\"]
//- desk/2024-05-03.txt
Harbour Talks Run Late

🐟 Ann Roe came to the harbour of Oslo on Monday, 3 May 2024, and smiled.
//- desk/2024-03-18 cairo, readout.txt
President of the European Commission Ursula von der Leyen met President Abdel Fattah El-Sisi in Cairo on 17 March 2024.
//- desk/2024-03-22 weekly, 50%.txt
Ursula von der Leyen met Egypt's president, Abdel Fattah El-Sisi, in Cairo on 14 March 2024 and came home.
//- desk/plan.txt
A Seating Plan

The plan was moved on Tuesday because a délégation grew.
//- desk/2023-02-22.txt
Wang Yi met Security Council Secretary Nikolay Patrushev in Moscow.
//- desk/2023-09-18.txt
Wang Yi is the guest of Nikolai Patrushev, the secretary of the Security Council. Nikolai Patrushev invited him.
";

fn desk() -> TempDir {
    let folder = written(DESK);
    std::fs::write(folder.path().join("desk/scan.txt"), b"PNG\0\0").unwrap();
    folder
}

/// The output of `dateline check desk` in a format; there are findings, so it exits with 1.
fn checked(format: &str) -> String {
    let output = dateline_in(desk().path(), &["check", "desk", "--format", format], "");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
    text(&output.stdout)
}

#[test]
fn text_for_people() {
    expect_file!["check/text.txt"].assert_eq(&checked("text"));
}

#[test]
fn one_json_document() {
    expect_file!["check/findings.json"].assert_eq(&checked("json"));
}

#[test]
fn workflow_commands_for_github() {
    expect_file!["check/github.txt"].assert_eq(&checked("github"));
}

/// The help of a rule is its whole page, which `tests/checks` holds; the snapshot leaves it out.
#[test]
fn sarif_for_code_scanning() {
    let mut log: Value = serde_json::from_str(&checked("sarif")).unwrap();
    let schema = serde_json::from_str(include_str!("check/sarif.schema.json")).unwrap();
    assert_eq!(json_schema::faults(&schema, &log), [] as [String; 0]);
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
        let help = rule.as_object_mut().unwrap().remove("help").unwrap();
        assert!(help["text"].as_str().unwrap().starts_with("# DL") && help["text"] == help["markdown"]);
    }
    log["runs"][0]["tool"]["driver"]["version"] = "…".into();
    let log = serde_json::to_string_pretty(&log).unwrap() + "\n";
    expect_file!["check/findings.sarif"].assert_eq(&log);
}

/// What a consumer of SARIF relies on and a mistake would break.
#[test]
fn the_schema_of_sarif_refuses_what_is_none() {
    let schema: Value = serde_json::from_str(include_str!("check/sarif.schema.json")).unwrap();
    let log: Value = serde_json::from_str(&checked("sarif")).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut log = log.clone();
        *log.pointer_mut(pointer).unwrap() = value;
        json_schema::faults(&schema, &log)
    };
    for (pointer, value) in [
        ("/version", "2.0.0".into()),
        ("/runs/0/results/0/level", "info".into()),
        ("/runs/0/results/0/message", Value::Object(Default::default())),
        ("/runs/0/columnKind", "bytes".into()),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", 0.into()),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", "a b.txt".into()),
        ("/runs/0/tool/driver/name", Value::Null),
    ] {
        assert_ne!(with(pointer, value), [] as [String; 0], "{pointer}");
    }
}

#[test]
fn colour_is_an_addition_only() {
    let output = dateline_in(desk().path(), &["check", "desk", "--color", "always"], "");
    let coloured = text(&output.stdout);
    let paint = regex_lite::Regex::new("\x1b\\[[0-9;]*m").unwrap();
    assert!(paint.is_match(&coloured));
    assert_eq!(paint.replace_all(&coloured, ""), checked("text"));
}

/// A hint informs and does not fail a build. A clean corpus says so in every format.
#[test]
fn nothing_found_is_said_in_every_format() {
    let folder = written("//- desk/2024-05-03.txt\nAnn Roe came to Oslo on Friday, 3 May 2024.\n");
    let check = |format: &str| {
        let output = dateline_in(folder.path(), &["check", "desk", "--format", format], "");
        assert_eq!(output.status.code(), Some(0));
        text(&output.stdout)
    };
    assert_eq!(check("text"), "1 article, nothing that cannot be true\n");
    assert_eq!(check("json"), "{\n  \"articles\": 1,\n  \"findings\": [],\n  \"skipped\": []\n}\n");
    assert_eq!(check("github"), "");
    let schema = serde_json::from_str(include_str!("check/sarif.schema.json")).unwrap();
    let log: Value = serde_json::from_str(&check("sarif")).unwrap();
    assert_eq!(json_schema::faults(&schema, &log), [] as [String; 0]);
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn one_file_is_checked_with_its_corpus() {
    let output = dateline_in(desk().path(), &["check", "desk/2024-03-22 weekly, 50%.txt"], "");
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stdout);
    // The other article is not checked, but its account is known.
    assert!(
        shown.contains("2024-03-18 cairo, readout.txt says Sun 17 March 2024") && !shown.contains("DL101"),
        "{shown}"
    );
    // Nor is anything else of the folder told or counted.
    assert!(shown.ends_with("\n1 article: 1 warning\n") && !shown.contains("skipped"), "{shown}");
}

#[test]
fn hints_are_shown_when_asked_for() {
    let check = |arguments: &[&str]| text(&dateline_in(desk().path(), arguments, "").stdout);
    for format in ["text", "github"] {
        let (shown, all) = (
            check(&["check", "desk", "--format", format]),
            check(&["check", "desk", "--hints", "--format", format]),
        );
        let hint = "`Nikolay Patrushev` is also written";
        assert!(!shown.contains(hint) && all.contains(hint), "{shown}\n{all}");
        // The loudest first.
        assert!(all.find("DL101") < all.find("DL301") && all.find("DL301") < all.find(hint), "{all}");
    }
}

#[test]
fn what_cannot_be_checked_exits_with_2() {
    let folder = written("//- desk/dateline.toml\n[checks]\nDL999 = \"error\"\n");
    let output = dateline_in(folder.path(), &["check", "desk"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("DL999"), "{}", text(&output.stderr));
    let output = dateline_in(folder.path(), &["check", "nowhere"], "");
    assert_eq!(
        (output.status.code(), text(&output.stderr).as_str()),
        (Some(2), "error: there is no file or folder nowhere\n")
    );
}

#[test]
fn what_cannot_be_read_is_no_success() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.txt");
    std::fs::write(&file, b"PK\0\0").unwrap();
    for path in [file.as_path(), dir.path()] {
        let output = dateline(&["check", path.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(2), "{path:?}");
        assert!(text(&output.stdout).contains("a.txt: binary"), "{output:?}");
    }
}
