//! Folders on disk: loading, watching, several roots, settings that change.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::client::{Client, uri};

/// Has a finding, DL102: June has 30 days.
const FAULTY: &str = "The talks began in Oslo on 31 June 2024.\n";
const DATED: &str = "---\ndate: 2024-05-03\n---\nThe talks began in Oslo.\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::Builder::new().prefix("my news ü ").tempdir().unwrap());
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    fn root(&self) -> String {
        uri(self.0.path())
    }
}

fn pulling() -> Value {
    json!({
        "textDocument": { "diagnostic": {} },
        "workspace": {
            "configuration": true,
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "diagnostics": { "refreshSupport": true },
        },
        "window": { "workDoneProgress": true },
    })
}

/// URIs of the documents that have findings, sorted.
fn faulty(client: &mut Client) -> Vec<String> {
    let report = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let items = report["items"].as_array().unwrap();
    let mut faulty: Vec<String> = items.iter().map(|item| item["uri"].as_str().unwrap().to_owned()).collect();
    faulty.sort();
    faulty
}

fn changed(client: &mut Client, uri: &str, kind: u8) {
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": kind }] }));
}

#[test]
fn a_corpus_loads_with_progress_and_open_files_are_answered_meanwhile() {
    let folder = Folder::with(&[]);
    for n in 0..400 {
        let text = format!("Ann Roe met Bo Li {n} times. ").repeat(40);
        folder.write(&format!("{n:03}.txt"), &(text + FAULTY));
    }
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    client.open("untitled:note", "Talks.");
    assert_eq!(client.end_of("untitled:note"), json!({ "line": 0, "character": 6 }));
    let mut phases = Vec::new();
    while phases.last() != Some(&json!("end")) {
        phases.push(client.wait_for("$/progress", |_| true)["value"]["kind"].clone());
    }
    assert_eq!(phases[0], "begin");
    assert!(phases[1..phases.len() - 1].iter().all(|phase| phase == "report"), "{phases:?}");
    assert_eq!(faulty(&mut client).len(), 400);
}

#[test]
fn the_client_is_asked_to_watch() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    let asked = client.wait_for("client/registerCapability", |_| true);
    let registration = &asked["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    let globs: Vec<_> = registration["registerOptions"]["watchers"].as_array().unwrap().iter().collect();
    assert!(globs.contains(&&json!({ "globPattern": "**/*.md" })), "{globs:?}");
}

#[test]
fn files_changed_on_disk_are_read_again() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b/c.md", DATED), ("b/d.md", DATED)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    client.until("the corpus is loaded", |client| faulty(client) == [folder.uri("a.txt")]);

    folder.write("a.txt", DATED);
    changed(&mut client, &folder.uri("a.txt"), 2);
    client.until("a.txt is mended", |client| faulty(client).is_empty());

    folder.write("b/c.md", FAULTY);
    folder.write("new%20 é.txt", FAULTY);
    changed(&mut client, &folder.uri("b/c.md"), 2);
    changed(&mut client, &folder.uri("new%20 é.txt"), 1);
    let both = [folder.uri("b/c.md"), folder.uri("new%20 é.txt")];
    client.until("both are read", |client| faulty(client) == both);

    // What a load would not find is not part of the corpus when it is written later, either.
    folder.write(".gitignore", "build/\n");
    folder.write("build/out.txt", FAULTY);
    changed(&mut client, &folder.uri("build/out.txt"), 1);
    folder.write("z.txt", FAULTY);
    changed(&mut client, &folder.uri("z.txt"), 1);
    let with_z = [&both[..], &[folder.uri("z.txt")]].concat();
    client.until("z.txt is read and build/out.txt is not", |client| faulty(client) == with_z);
    folder.write(".gitignore", "z.txt\nbuild/\n");
    changed(&mut client, &folder.uri(".gitignore"), 2);
    client.until("z.txt is ignored", |client| faulty(client) == both);

    // Some clients name only the folder that was removed.
    fs::remove_dir_all(folder.path("b")).unwrap();
    changed(&mut client, &folder.uri("b"), 3);
    client.until("the folder is forgotten", |client| faulty(client) == [folder.uri("new%20 é.txt")]);
    client.wait_for("workspace/diagnostic/refresh", |_| true);
}

#[test]
fn a_folder_reported_by_its_name_alone_is_read() {
    let folder = Folder::with(&[("a.txt", DATED), ("old/deep/b.txt", FAULTY)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    let (old, new) = (folder.uri("old/deep/b.txt"), folder.uri("new/deep/b.txt"));
    client.until("the corpus is loaded", |client| faulty(client) == [old.clone()]);
    fs::rename(folder.path("old"), folder.path("new")).unwrap();
    changed(&mut client, &folder.uri("old"), 3);
    changed(&mut client, &folder.uri("new"), 1);
    client.until("the folder has moved", |client| faulty(client) == [new.clone()]);
}

/// Neovim on Linux, ALE.
#[test]
fn changes_on_disk_are_seen_without_a_client_that_watches() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b.txt", FAULTY)]);
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    let (mut client, _) = Client::initialized(&[&folder.root()], capabilities);
    let (a, b, c) = (folder.uri("a.txt"), folder.uri("b.txt"), folder.uri("new/c.txt"));
    client.until("the corpus is loaded", |client| faulty(client) == [a.clone(), b.clone()]);
    folder.write("a.txt", DATED);
    fs::remove_file(folder.path("b.txt")).unwrap();
    folder.write("new/c.txt", FAULTY);
    client.until("all three are seen", |client| faulty(client) == [c.clone()]);
    folder.write("dateline.toml", "exclude = [\"new/**\"]\n");
    client.until("the settings are seen", |client| faulty(client).is_empty());
}

#[test]
fn an_editor_s_text_outranks_the_file() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b.txt", FAULTY)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    let (a, b) = (folder.uri("a.txt"), folder.uri("b.txt"));
    client.open(&a, DATED);
    client.until("the corpus is loaded", |client| faulty(client) == [b.clone()]);
    changed(&mut client, &a, 2);
    changed(&mut client, &b, 3);
    fs::remove_file(folder.path("b.txt")).unwrap();
    changed(&mut client, &b, 3);
    client.until("b.txt is gone", |client| faulty(client).is_empty());
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": a } }));
    client.until("the file counts again", |client| faulty(client) == [a.clone()]);
}

#[test]
fn a_client_may_spell_a_uri_its_own_way() {
    let folder = Folder::with(&[("a-b.txt", FAULTY)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    let spelled = folder.uri("a-b.txt").replace("a-b", "a%2Db");
    client.open(&spelled, FAULTY);
    client.until("one document, not two", |client| faulty(client) == [spelled.clone()]);
}

#[test]
fn folders_come_and_go() {
    let (one, two) =
        (Folder::with(&[("a.txt", FAULTY)]), Folder::with(&[("a.txt", FAULTY), ("x/b.txt", FAULTY)]));
    let (mut client, offers) = Client::initialized(&[&one.root()], pulling());
    assert_eq!(offers["workspace"]["workspaceFolders"]["supported"], true);
    client.open(&two.uri("a.txt"), FAULTY);
    client.until("both are there", |client| faulty(client).len() == 2);

    let of = |folder: &Folder| json!([{ "uri": folder.root(), "name": "news" }]);
    let change = |client: &mut Client, added: Value, removed: Value| {
        let event = json!({ "added": added, "removed": removed });
        client.tell("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    };
    change(&mut client, of(&two), json!([]));
    let mut all = [one.uri("a.txt"), two.uri("a.txt"), two.uri("x/b.txt")];
    all.sort();
    client.until("the second folder is read", |client| faulty(client) == all);
    // The open document has a new name inside, and its text is still the editor's.
    client.change(&two.uri("a.txt"), 2, json!([{ "text": DATED }]));
    client.until("it is mended", |client| faulty(client).len() == 2);

    change(&mut client, json!([]), of(&one));
    client.until("the first folder is forgotten", |client| faulty(client) == [two.uri("x/b.txt")]);
    change(&mut client, json!([]), of(&two));
    client.until("the second too", |client| faulty(client).is_empty());
}

#[test]
fn settings_take_effect_while_the_server_runs() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("old/b.txt", FAULTY)]);
    let (a, b) = (folder.uri("a.txt"), folder.uri("old/b.txt"));
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    client.until("the corpus is loaded", |client| faulty(client).len() == 2);

    client.settings = json!({ "checks": { "DL102": "off" } });
    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.until("the check is off", |client| faulty(client).is_empty());
    client.settings = json!({});
    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.until("and on again", |client| faulty(client).len() == 2);

    folder.write("dateline.toml", "exclude = [\"old/**\"]\n");
    changed(&mut client, &folder.uri("dateline.toml"), 1);
    client.until("old/ is left out", |client| faulty(client) == [a.clone()]);
    folder.write("dateline.toml", "[[ignore]]\ncode = \"DL102\"\nfiles = \"a.txt\"\nreason = \"known\"\n");
    changed(&mut client, &folder.uri("dateline.toml"), 2);
    client.until("a.txt is left alone", |client| faulty(client) == [b.clone()]);

    folder.write("dateline.toml", "excluded = []\n");
    changed(&mut client, &folder.uri("dateline.toml"), 2);
    let complaint = client.wait_for("window/showMessage", |_| true);
    let complaint = complaint["message"].as_str().unwrap();
    assert!(complaint.contains("dateline.toml:1") && complaint.contains("excluded"), "{complaint}");
}

#[test]
fn settings_pushed_by_a_client_that_cannot_be_asked() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let (mut client, _) =
        Client::initialized(&[&folder.root()], json!({ "textDocument": { "diagnostic": {} } }));
    client.until("the corpus is loaded", |client| faulty(client).len() == 1);
    let settings = json!({ "dateline": { "checks": { "DL102": "off" } } });
    client.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    client.until("the check is off", |client| faulty(client).is_empty());
}

#[test]
fn a_home_directory_is_read_in_part_and_said_so() {
    let home = Folder::with(&[]);
    for n in 0..2_050 {
        home.write(&format!("{n}.txt"), DATED);
    }
    let mut client = Client::start_at_home(Path::new(&home.path("")));
    client.ask("initialize", json!({ "rootUri": home.root(), "capabilities": {} }));
    client.tell("initialized", json!({}));
    let note = client.wait_for("window/showMessage", |_| true);
    assert!(note["message"].as_str().unwrap().contains("home directory"), "{note}");
    client.open("untitled:note", "Talks.");
    assert_eq!(client.end_of("untitled:note"), json!({ "line": 0, "character": 6 }));
}

#[test]
fn a_text_too_large_for_a_file_is_too_large_for_an_editor() {
    let folder = Folder::with(&[("dateline.toml", "max_file_size = 100\n"), ("a.txt", FAULTY)]);
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    client.until("the corpus is loaded", |client| faulty(client).len() == 1);
    let a = folder.uri("a.txt");
    client.open(&a, &FAULTY.repeat(9));
    assert!(faulty(&mut client).is_empty());
    let note = client.wait_for("window/showMessage", |_| true);
    let size = format!("a.txt has {} bytes", FAULTY.len() * 9);
    assert!(note["message"].as_str().unwrap().contains(&size), "{note}");
    client.change(&a, 2, json!([{ "text": FAULTY }]));
    assert_eq!(faulty(&mut client), [a]);
}

#[test]
fn files_that_are_no_text_are_named_in_the_log() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    fs::write(folder.path("latin.txt"), b"caf\xe9").unwrap();
    let (mut client, _) = Client::initialized(&[&folder.root()], pulling());
    let log = client.wait_for("window/logMessage", |_| true);
    assert!(log["message"].as_str().unwrap().contains("latin.txt: neither UTF-8"), "{log}");
}

#[test]
fn a_client_that_cannot_be_refreshed_gets_what_the_other_articles_say() {
    let filler: Vec<(String, String)> = (0..300)
        .map(|n| (format!("{n}.txt"), format!("The harbour of Oslo was closed on day {n}.\n")))
        .collect();
    let mut files: Vec<(&str, &str)> = filler.iter().map(|(name, text)| (&**name, &**text)).collect();
    let here = include_str!("../../seeds/cairo-weekly.txt");
    files.push(("z.txt", include_str!("../../seeds/cairo-partnership.txt")));
    files.push(("here.txt", here));
    let folder = Folder::with(&files);
    let (mut client, _) =
        Client::initialized(&[&folder.root()], json!({ "textDocument": { "diagnostic": {} } }));
    let uri = folder.uri("here.txt");
    client.open(&uri, here);
    let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    let items = report["items"].as_array().unwrap();
    assert!(items.iter().any(|item| item["code"] == "DL301"), "{report}");
}
