//! A profile file being edited: findings appear and disappear with every unsaved change, in it and in the
//! others.

use serde_json::{Value, json};

use super::client::{Client, uri};

const GOOD: &str = "[[person]]\nid = \"ann-roe\"\nname = \"Ann Roe\"\n\n[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\naliases = [\"Bo\"]\n";

/// A client on a folder with profiles and an article, the profile file open.
fn editing(folder: &tempfile::TempDir) -> (Client, String, String) {
    std::fs::create_dir(folder.path().join("profiles")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "a.txt",
        "President Ann Roe arrived in Oslo. Roe met Foreign Minister Bo Li of China on May 3, 2024.\n",
    );
    write("profiles/people.toml", GOOD);
    write("profiles/more.toml", "[[person]]\nid = \"cy-day\"\nname = \"Cy Day\"\naliases = [\"Cy\"]\n");
    let capabilities = json!({ "textDocument": {
        "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true },
        "hover": { "contentFormat": ["markdown"] },
    } });
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], capabilities);
    let people = uri(&folder.path().join("profiles/people.toml"));
    let article = uri(&folder.path().join("a.txt"));
    client.open(&people, GOOD);
    client.until("the folder is loaded", |client| {
        client.ask("workspace/symbol", json!({ "query": "cy day" })) != json!([])
    });
    (client, people, article)
}

/// Code and message of what is published for `uri` at `version`.
fn published(client: &mut Client, uri: &str, version: i64) -> Vec<Value> {
    let pushed = client.wait_for("textDocument/publishDiagnostics", |pushed| {
        pushed["uri"] == uri && pushed["version"] == version
    });
    pushed["diagnostics"].as_array().unwrap().clone()
}

#[test]
fn findings_follow_every_unsaved_change() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, people, _) = editing(&folder);
    for (version, (wrong, code, words)) in (2..).step_by(2).zip([
        ("alias = [\"B\"]", "DL501", "did you mean `aliases`?"),
        ("born = \"1960-13\"", "DL501", "`1960-13` is not a date"),
        ("aliases = [\"B", "DL501", "never closed"),
        ("not = [\"cy-dai\"]", "DL503", "did you mean `cy-day`?"),
        ("aliases = [\"Cy\"]", "DL504", "`cy-day`"),
        ("[[person.office]]\ntitle = \"Mayor\"\ncountry = \"zz\"", "DL503", "`zz`"),
        ("[[person]]\nid = \"ann-roe\"\nname = \"Anna\"", "DL502", "line 2"),
    ]) {
        client.change(&people, version, json!([{ "text": GOOD.replace("\n\n", &format!("\n{wrong}\n\n")) }]));
        let found = published(&mut client, &people, version);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["code"], code);
        assert!(found[0]["severity"].as_i64().is_some_and(|severity| severity <= 2), "{found:?}");
        assert!(found[0]["message"].as_str().unwrap().contains(words), "{found:?}");
        assert!(found[0]["codeDescription"]["href"].as_str().unwrap().ends_with(&format!("{code}.md")));
        // A shared name leads to the other place, in the other file.
        let other = &found[0]["relatedInformation"][0]["location"]["uri"];
        assert_eq!(
            other.as_str().is_some_and(|uri| uri.ends_with("more.toml")),
            code == "DL504",
            "{found:?}"
        );
        client.change(&people, version + 1, json!([{ "text": GOOD }]));
        assert_eq!(published(&mut client, &people, version + 1), [] as [Value; 0], "mended");
    }
}

#[test]
fn a_half_typed_line_costs_nobody_their_profile() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, people, article) = editing(&folder);
    for (version, typed) in
        (2..).zip(["alia", "aliases = [", "aliases = [\"A", "aliases = [\"A. R.\",", "[[pers"])
    {
        client.change(&people, version, json!([{ "text": GOOD.replace("\n\n", &format!("\n{typed}\n\n")) }]));
        for name in [10, 35] {
            let at =
                json!({ "textDocument": { "uri": article }, "position": { "line": 0, "character": name } });
            let places = client.ask("textDocument/typeDefinition", at);
            assert_eq!(places[0]["uri"], people, "{typed}");
        }
        let found = published(&mut client, &people, version);
        assert_eq!(
            found.iter().filter(|finding| finding["code"] == "DL501").count(),
            1,
            "{typed}: {found:?}"
        );
    }
}

#[test]
fn fields_explain_themselves_and_lead_to_the_articles_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, people, article) = editing(&folder);
    let at = |uri: &str, line: u32, character: u32| {
        json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character },
            "context": { "includeDeclaration": true } })
    };
    let key = client.ask("textDocument/hover", at(&people, 7, 2));
    assert!(key["contents"]["value"].as_str().unwrap().starts_with("**aliases** — Other spellings"), "{key}");
    let value = client.ask("textDocument/hover", at(&people, 1, 8));
    assert!(value["contents"]["value"].as_str().unwrap().starts_with("**Ann Roe**"), "{value}");
    assert_eq!(
        value["range"],
        json!({ "start": { "line": 1, "character": 6 }, "end": { "line": 1, "character": 13 } })
    );
    let there = client.ask("textDocument/definition", at(&people, 1, 8));
    assert_eq!(there[0]["uri"], article);
    let back = client.ask("textDocument/typeDefinition", at(&article, 0, 12));
    assert_eq!(back[0]["uri"], people);
    let places = client.ask("textDocument/references", at(&people, 1, 8));
    let uris: Vec<_> =
        places.as_array().unwrap().iter().map(|place| place["uri"].as_str().unwrap()).collect();
    assert_eq!(uris, [&article, &article, &people]);
}

#[test]
fn what_a_reader_decides_is_written_where_the_settings_look() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("dateline.toml", "profiles = [\"who/**/*.toml\"]\n");
    write("a.txt", "Norwegian Foreign Minister Ann Roe arrived in Oslo.\n");
    let edits = json!({ "documentChanges": true, "resourceOperations": ["create"] });
    let capabilities = json!({ "workspace": { "workspaceEdit": edits } });
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], capabilities);
    client.until("the folder is loaded", |client| {
        client.ask("workspace/symbol", json!({ "query": "ann roe" })) != json!([])
    });
    let at = json!({ "line": 0, "character": 29 });
    let asking = json!({ "textDocument": { "uri": uri(&folder.path().join("a.txt")) },
        "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", asking);
    let new = actions.as_array().unwrap().iter().find(|a| a["title"] == "New profile for Ann Roe").unwrap();
    let changes = &new["edit"]["documentChanges"];
    let home = uri(&folder.path().join("who/people.toml"));
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(home)));
    let written = changes[1]["edits"][0]["newText"].as_str().unwrap();
    assert_eq!(
        written,
        "[[person]]\nid = \"ann-roe\"\nname = \"Ann Roe\"\n[[person.office]]\ntitle = \"Foreign Minister\"\ncountry = \"no\"\n"
    );
}
