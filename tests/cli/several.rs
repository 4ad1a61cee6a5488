//! Files that hold several articles, as archives export them.

use serde_json::json;

use super::{dateline, dateline_in, lines, text};

const EXPORT: &str = "1 of 2 DOCUMENTS\n\nThe Courier\n\nMarch 14, 2016 Monday\n\nTalks on fish 🐟 end\n\nLENGTH: 90 words\n\nAnn Roe met Igor Lund in Oslo on Friday.\n\nLOAD-DATE: March 15, 2016\n\n2 of 2 DOCUMENTS\n\nThe Lantern\n\nSeptember 2, 2018 Sunday\n\nA visit to Lima\n\nLENGTH: 80 words\n\nElena Ruiz arrived in Lima on Saturday. She will leave on Tuesday, September 3, 2018.\n\nLOAD-DATE: September 3, 2018\n";

/// The code points of the export before some words.
fn before(words: &str) -> usize {
    EXPORT[..EXPORT.find(words).unwrap()].chars().count()
}

#[test]
fn annotate_writes_a_line_for_each_article() {
    let input = format!(
        "{}\n{}\n",
        json!({ "id": "a", "text": EXPORT }),
        json!({ "id": "a#1", "text": "Ann Roe met Igor Lund." })
    );
    let lines = lines(&dateline(&["annotate"], &input));
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a#1", "a#2", "a#1"]);
    assert_eq!((&lines[0]["date"], &lines[1]["date"]), (&json!("2016-03-14"), &json!("2018-09-02")));
    let second = before("2 of 2");
    assert_eq!(lines[1]["within"], json!({ "id": "a", "start": second, "end": EXPORT.chars().count() }));
    let saturday =
        lines[1]["times"].as_array().unwrap().iter().find(|time| time["text"] == "Saturday").unwrap();
    assert_eq!(saturday["value"], "2018-09-01");
    assert_eq!(saturday["start"], before("Saturday"));
    assert_eq!(lines[1]["people"][0]["start"], before("Elena Ruiz"));
    assert_eq!(lines[1]["findings"][0]["start"], before("Tuesday, September"));
    // What is around the text belongs to nobody's text.
    assert!(lines[0]["times"].as_array().unwrap().iter().all(|time| time["text"] != "March 15, 2016"));
    assert_eq!(lines[2].get("within"), None);
}

#[test]
fn check_names_the_article_and_the_line_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("export.txt"), EXPORT).unwrap();
    let output = dateline_in(folder.path(), &["check", "export.txt"], "");
    let shown = text(&output.stdout);
    assert!(shown.contains("export.txt:25:59") && shown.contains("in export.txt#2"), "{shown}");
    assert!(shown.ends_with("2 articles: 1 error\n"), "{shown}");
    let output = dateline_in(folder.path(), &["check", "--format", "json"], "");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &json["findings"][0];
    assert_eq!((&finding["file"], &finding["article"]), (&json!("export.txt"), &json!("export.txt#2")));
    assert_eq!((&finding["line"], &finding["start"]), (&json!(25), &json!(before("Tuesday, September"))));
    let output = dateline_in(folder.path(), &["explain", "export.txt:25:2"], "");
    assert!(text(&output.stdout).contains("article date: Sun 2 Sept 2018"), "{}", text(&output.stdout));
}

/// A date in the settings may be that of one article; that of the file holds where an article states none.
#[test]
fn settings_date_one_article_of_several() {
    let folder = tempfile::tempdir().unwrap();
    let undated = EXPORT.replace("September 2, 2018 Sunday", "Sunday edition");
    std::fs::write(folder.path().join("export.txt"), undated).unwrap();
    let dates = |settings: &str| {
        std::fs::write(folder.path().join("dateline.toml"), settings).unwrap();
        let output = dateline_in(folder.path(), &["export", "."], "");
        lines(&output)
            .iter()
            .map(|line| line["date"].as_str().unwrap_or("open").to_owned())
            .collect::<Vec<_>>()
    };
    let entry = |file: &str| format!("[[article]]\nfile = \"{file}\"\ndate = \"2018-09-09\"\n");
    assert_eq!(dates(&entry("export.txt#2")), ["2016-03-14", "2018-09-09"]);
    assert_eq!(dates(&entry("export.txt")), ["2016-03-14", "2018-09-09"]);
    assert_eq!(dates(&entry("export.txt#1"))[0], "2018-09-09");
}
