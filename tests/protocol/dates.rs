//! "Set the article's date": written into the note itself, or into the settings of its folder.

use std::fs;

use serde_json::{Value, json};

use super::client::{Client, uri};

const LONG_AGO: &str = "The harbour treaty was signed on 13 May 2019 in Oslo.\n";
const SETTINGS: &str = "# ours 🐟\nexclude = [\"drafts/*\"]";

fn able() -> Value {
    json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } },
    })
}

/// The action that states 2019-05-13 for a document whose first line has that date in columns 33 to 44.
fn action(client: &mut Client, uri: &str, line: u32) -> Option<Value> {
    let at = json!({ "line": line, "character": 36 });
    let asking = json!({
        "textDocument": { "uri": uri }, "range": { "start": at, "end": at }, "context": { "diagnostics": [] },
    });
    let actions = client.ask("textDocument/codeAction", asking);
    let mut actions = actions.as_array()?.iter();
    actions.find(|action| action["title"] == "Set the article’s date to Mon 13 May 2019").cloned()
}

/// `text` after the edits of one document; their columns are of ASCII lines.
fn edited(text: &str, edits: &Value) -> String {
    let offset = |at: &Value| {
        let lines = text.split_inclusive('\n').take(at["line"].as_u64().unwrap() as usize);
        lines.map(str::len).sum::<usize>() + at["character"].as_u64().unwrap() as usize
    };
    let mut out = text.to_owned();
    for edit in edits.as_array().unwrap().iter().rev() {
        let range = &edit["range"];
        out.replace_range(offset(&range["start"])..offset(&range["end"]), edit["newText"].as_str().unwrap());
    }
    out
}

/// Whether a date is offered on that line; none is where the date is known.
fn is_undated(client: &mut Client, uri: &str, line: u32) -> bool {
    action(client, uri, line).is_some()
}

/// A file opened alone, without its folder, has a name all the same.
#[test]
fn a_lone_file_is_dated_by_its_name() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    for (at, name) in ["Interview%202024-05-07.txt", "Zo%C3%AB%202024-05-07.txt"].into_iter().enumerate() {
        let uri = format!("file:///nowhere/{at}/{name}");
        client.open(&uri, "Anna Berg met Lars Holm in Oslo last Friday.\n");
        let hover = client.ask(
            "textDocument/hover",
            json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 38 } }),
        );
        assert!(hover["contents"]["value"].as_str().unwrap().contains("3 May 2024"), "{hover}");
    }
}

#[test]
fn a_note_gets_front_matter_or_a_line_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], able());
    for (name, before, line) in [
        ("bare.md", LONG_AGO.to_owned(), 0),
        ("titled.md", format!("---\ntitle: The treaty\n---\n{LONG_AGO}"), 3),
        ("vague.txt", format!("---\ndate: some day\ntitle: The treaty\n---\n{LONG_AGO}"), 4),
    ] {
        let note = uri(&folder.path().join(name));
        client.open(&note, &before);
        let action = action(&mut client, &note, line).unwrap_or_else(|| panic!("none for {name}"));
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": note, "version": 1 }));
        let after = edited(&before, &change["edits"]);
        assert_eq!(after.matches("date:").count(), 1, "{after}");
        assert!(after.starts_with("---\n") && after.ends_with(LONG_AGO), "{after}");
        client.change(&note, 2, json!([{ "text": after }]));
        let line = after.lines().count() as u32 - 1;
        assert!(!is_undated(&mut client, &note, line), "{after}");
    }
}

/// A folder of that many articles without a date.
fn undated(articles: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..articles {
        fs::write(folder.path().join(format!("{at}.txt")), "The harbour is quiet.\n").unwrap();
    }
    folder
}

fn codes(client: &mut Client, uri: &str) -> Vec<Value> {
    let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    report["items"].as_array().unwrap().iter().map(|item| item["code"].clone()).collect()
}

#[test]
fn that_articles_have_no_date_is_said_once_and_not_under_each() {
    let folder = undated(6);
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], able());
    let told = client.wait_for("window/showMessage", |_| true);
    assert_eq!(told["message"], "6 of 6 articles have no date; `dateline date` lists them");
    let article = uri(&folder.path().join("0.txt"));
    assert!(codes(&mut client, &article).is_empty());
    // Who gives the check a level wants to see each of them.
    fs::write(folder.path().join("dateline.toml"), "[checks]\nDL902 = \"info\"\n").unwrap();
    client.tell(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": uri(&folder.path().join("dateline.toml")) } }),
    );
    client.until("the level counts", |client| codes(client, &article) == ["DL902"]);
}

#[cfg(unix)]
#[test]
fn a_client_with_buttons_can_open_the_list() {
    let folder = undated(6);
    let home = tempfile::tempdir().unwrap();
    let mut client = Client::start_at_home(home.path());
    client.choice = json!({ "title": "Show the List" });
    let window = json!({ "showMessage": { "messageActionItem": {} }, "showDocument": { "support": true } });
    let params =
        json!({ "processId": null, "rootUri": uri(folder.path()), "capabilities": { "window": window } });
    client.ask("initialize", params);
    client.tell("initialized", json!({}));
    let told = client.wait_for("window/showMessageRequest", |_| true);
    assert_eq!(told["actions"], json!([{ "title": "Show the List" }]));
    let shown = client.wait_for("window/showDocument", |_| true);
    let list = home.path().join(".cache/dateline/article-dates.list");
    assert_eq!(shown["uri"], uri(&list));
    let list = fs::read_to_string(list).unwrap();
    assert!(list.contains("open     0.txt  –  nothing tells the article’s date\n"), "{list}");
}

#[test]
fn plain_text_is_dated_in_the_settings_of_its_folder() {
    for before in [None, Some(SETTINGS)] {
        let folder = tempfile::tempdir().unwrap();
        let (article, settings) = (folder.path().join("news/a.txt"), folder.path().join("dateline.toml"));
        fs::create_dir(folder.path().join("news")).unwrap();
        fs::write(&article, LONG_AGO).unwrap();
        before.inspect(|text| fs::write(&settings, text).unwrap());
        let (mut client, _) = Client::initialized(&[&uri(folder.path())], able());
        let (article, toml) = (uri(&article), uri(&settings));
        client.until("the article is read", |client| is_undated(client, &article, 0));
        let action = action(&mut client, &article, 0).unwrap();
        assert_eq!(action["kind"], "quickfix");
        let changes = action["edit"]["documentChanges"].as_array().unwrap();
        let (creating, editing) = changes.split_at(usize::from(before.is_none()));
        assert!(creating.iter().all(|change| change["kind"] == "create" && change["uri"] == toml));
        assert_eq!(editing.len(), 1);
        assert_eq!(editing[0]["textDocument"], json!({ "uri": toml, "version": null }));
        let after = edited(before.unwrap_or_default(), &editing[0]["edits"]);
        assert!(after.starts_with(before.unwrap_or_default()), "{after}");
        fs::write(&settings, &after).unwrap();
        client.tell("textDocument/didSave", json!({ "textDocument": { "uri": toml } }));
        client.until("the date counts", |client| !is_undated(client, &article, 0));
    }
}

#[test]
fn settings_open_in_the_editor_count_as_they_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let (article, toml) = (uri(&folder.path().join("a.txt")), uri(&folder.path().join("dateline.toml")));
    fs::write(folder.path().join("dateline.toml"), "").unwrap();
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], able());
    client.open(&toml, "# not saved yet\n\n");
    client.open(&article, LONG_AGO);
    let action = action(&mut client, &article, 0).unwrap();
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": toml, "version": 1 }));
    assert_eq!(change["edits"][0]["range"]["start"], json!({ "line": 2, "character": 0 }));
}

#[test]
fn nobody_is_offered_what_cannot_be_done() {
    let folder = tempfile::tempdir().unwrap();
    let article = uri(&folder.path().join("a.txt"));
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], json!({}));
    client.open(&article, LONG_AGO);
    assert_eq!(action(&mut client, &article, 0), None, "this client creates no files");
    // A document outside every folder states its date itself.
    client.open("untitled:a", LONG_AGO);
    let action = action(&mut client, "untitled:a", 0).unwrap();
    let after = edited(LONG_AGO, &action["edit"]["changes"]["untitled:a"]);
    assert_eq!(after, format!("---\ndate: 2019-05-13\n---\n{LONG_AGO}"));
}

#[test]
fn a_hover_names_who_says_when_the_article_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let settings = "[[article]]\nfile = \"a.txt\"\ndate = \"2024-07-04\"\nsource = \"stamp on the *fax*\"\n";
    fs::write(folder.path().join("dateline.toml"), settings).unwrap();
    fs::write(folder.path().join("a.txt"), "Yesterday the harbour opened.\n").unwrap();
    let article = uri(&folder.path().join("a.txt"));
    let hovers = json!({ "textDocument": { "hover": { "contentFormat": ["markdown"] } } });
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], hovers);
    let asking = json!({ "textDocument": { "uri": article }, "position": { "line": 0, "character": 2 } });
    let mut shown = String::new();
    client.until("the article is read", |client| {
        let hover = client.ask("textDocument/hover", asking.clone());
        shown = hover["contents"]["value"].as_str().unwrap_or_default().to_owned();
        !shown.is_empty()
    });
    assert!(shown.contains("Wed 3 July 2024") && shown.contains("stamp on the \\*fax\\*"), "{shown}");
}
