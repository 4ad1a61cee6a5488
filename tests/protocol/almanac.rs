//! The almanac's pages in an editor, and the setting that turns it off.

use std::fs;

use serde_json::{Value, json};

use super::client::{Client, uri};

const VISIT: &str = "German Chancellor Angela Merkel came to Brdo on 5 October 2021.\n";

fn asked(client: &mut Client, method: &str, doc: &str) -> Value {
    let at = json!({ "textDocument": { "uri": doc }, "position": { "line": 0, "character": 22 } });
    client.ask(method, at)
}

fn opened(folder: &tempfile::TempDir, client: &mut Client) -> String {
    let doc = uri(&folder.path().join("2021-10-05.txt"));
    client.open(&doc, VISIT);
    doc
}

#[test]
fn a_client_that_asks_for_pages_gets_documents() {
    let folder = tempfile::tempdir().unwrap();
    let able = json!({ "experimental": { "almanacDocuments": true } });
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], able);
    let doc = opened(&folder, &mut client);
    let location = asked(&mut client, "textDocument/typeDefinition", &doc);
    assert_eq!(location["uri"], "dateline-almanac:/people/angela-merkel.almanac");
    let page = client.ask("dateline/almanacDocument", json!({ "uri": location["uri"] }));
    assert!(page.as_str().unwrap().contains("Chancellor of Germany, 22 Nov 2005 – 8 Dec 2021"), "{page}");
    let none = json!({ "uri": "dateline-almanac:/people/nobody-at-all.almanac" });
    assert_eq!(client.ask("dateline/almanacDocument", none), Value::Null);
}

#[cfg(unix)]
#[test]
fn any_other_client_gets_a_file_in_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut client = Client::start_at_home(home.path());
    client.ask("initialize", json!({ "processId": null, "rootUri": uri(folder.path()), "capabilities": {} }));
    client.tell("initialized", json!({}));
    let doc = opened(&folder, &mut client);
    let location = asked(&mut client, "textDocument/typeDefinition", &doc);
    let page = home.path().join(".cache/dateline/almanac/people/angela-merkel.almanac");
    assert_eq!(location["uri"], uri(&page));
    assert!(fs::read_to_string(&page).unwrap().starts_with("Angela Merkel\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written beside the articles");
}

#[test]
fn turned_off_it_neither_dates_nor_shows() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, _) = Client::initialized(&[&uri(folder.path())], json!({}));
    let doc = opened(&folder, &mut client);
    let page = uri(&folder.path().join("volga.txt"));
    client.open(
        &page,
        "The hosts of the BRICS summit said on Saturday that every bed was taken.\n\n\
         On Tuesday the leaders will sit down in Kazan.\n",
    );
    let at = json!({ "textDocument": { "uri": page }, "position": { "line": 2, "character": 5 } });
    let told = |client: &mut Client| {
        let person = asked(client, "textDocument/hover", &doc)["contents"].to_string();
        let day = client.ask("textDocument/hover", at.clone())["contents"].to_string();
        (person.contains("Almanac"), day.contains("22 Oct 2024"))
    };
    assert_eq!(told(&mut client), (true, true));
    let off = json!({ "settings": { "dateline": { "almanac": { "use": false } } } });
    client.tell("workspace/didChangeConfiguration", off);
    client.until("the almanac is off", |client| told(client) == (false, false));
}
