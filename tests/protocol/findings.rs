//! Diagnostics pushed and pulled, and the actions that fix them.

use serde_json::{Value, json};

use super::client::{Client, uri};

const NOTE: &str = "untitled:Untitled-1";
const WRONG: &str =
    "In January 2018 both parliaments marked the 50th anniversary of the treaty, signed in 1963.\n";
/// Where "50th anniversary" is.
const AT: [u64; 2] = [44, 60];

fn pushed_to() -> Value {
    json!({ "textDocument": { "publishDiagnostics": {
        "relatedInformation": true, "codeDescriptionSupport": true, "versionSupport": true,
    } } })
}

fn codes(diagnostics: &Value) -> Vec<&str> {
    diagnostics.as_array().unwrap().iter().map(|diagnostic| diagnostic["code"].as_str().unwrap()).collect()
}

#[test]
fn findings_are_pushed_with_their_version_and_their_reasons() {
    let (mut client, offers) = Client::initialized(&[], pushed_to());
    assert_eq!(offers.get("diagnosticProvider"), None);
    client.open(NOTE, WRONG);
    let pushed = client.wait_for("textDocument/publishDiagnostics", |_| true);
    assert_eq!((&pushed["uri"], &pushed["version"]), (&json!(NOTE), &json!(1)));
    let finding = pushed["diagnostics"].as_array().unwrap().iter().find(|d| d["code"] == "DL106").unwrap();
    assert_eq!((&finding["source"], &finding["severity"]), (&json!("dateline"), &json!(1)));
    let range = &finding["range"];
    assert_eq!([&range["start"]["character"], &range["end"]["character"]], [&json!(AT[0]), &json!(AT[1])]);
    assert!(finding["codeDescription"]["href"].as_str().unwrap().ends_with("DL106.md"));
    let related = finding["relatedInformation"].as_array().unwrap();
    assert!(!related.is_empty() && related.iter().all(|related| related["location"]["uri"] == NOTE));

    for version in 2..30 {
        client.change(NOTE, version, json!([{ "text": WRONG.replace("50th", "55th") }]));
    }
    let pushed = client.wait_for("textDocument/publishDiagnostics", |pushed| pushed["version"] == 29);
    assert!(!codes(&pushed["diagnostics"]).contains(&"DL106"), "{pushed}");
}

#[test]
fn a_client_that_shows_no_related_places_reads_them() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    client.open(NOTE, WRONG);
    let pushed = client.wait_for("textDocument/publishDiagnostics", |_| true);
    let finding = pushed["diagnostics"].as_array().unwrap().iter().find(|d| d["code"] == "DL106").unwrap();
    assert_eq!(finding.get("relatedInformation").or(finding.get("codeDescription")), None);
    // With the line, because there is nothing to click on.
    let told = finding["message"].as_str().unwrap().lines().nth(1).unwrap();
    assert!(told.contains(":1: ") || told.contains(":2: ") || told.contains(":3: "), "{finding}");
}

#[test]
fn pulled_findings_are_told_once() {
    let (mut client, offers) = Client::initialized(&[], json!({ "textDocument": { "diagnostic": {} } }));
    assert_eq!(offers["diagnosticProvider"]["workspaceDiagnostics"], true);
    client.open(NOTE, WRONG);
    let document = json!({ "uri": NOTE });
    let first = client.ask("textDocument/diagnostic", json!({ "textDocument": document }));
    assert!(first["kind"] == "full" && codes(&first["items"]).contains(&"DL106"), "{first}");
    let id = first["resultId"].clone();
    let again = json!({ "textDocument": document, "previousResultId": id });
    assert_eq!(
        client.ask("textDocument/diagnostic", again.clone()),
        json!({ "kind": "unchanged", "resultId": id })
    );

    let known = json!({ "previousResultIds": [{ "uri": NOTE, "value": id }] });
    let all = client.ask("workspace/diagnostic", known.clone());
    assert_eq!((&all["items"][0]["kind"], &all["items"][0]["version"]), (&json!("unchanged"), &json!(1)));

    client.change(
        NOTE,
        2,
        json!([{ "text": format!("---\ndate: 2018-01-22\n---\n{}", WRONG.replace("50th", "55th")) }]),
    );
    let mended = client.ask("textDocument/diagnostic", again);
    assert_eq!((&mended["kind"], &mended["items"]), (&json!("full"), &json!([])));
    let all = client.ask("workspace/diagnostic", known);
    assert_eq!((&all["items"][0]["uri"], &all["items"][0]["items"]), (&json!(NOTE), &json!([])));
}

#[test]
fn every_fix_names_what_it_mends_and_mends_it() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
    });
    let (mut client, _) = Client::initialized(&[], capabilities);
    client.open(NOTE, WRONG);
    let document = json!({ "uri": NOTE });
    let found = client.ask("textDocument/diagnostic", json!({ "textDocument": document }))["items"].clone();
    let range = found.as_array().unwrap().iter().find(|d| d["code"] == "DL106").unwrap()["range"].clone();
    let asking = |only: Value| json!({ "textDocument": document, "range": range, "context": { "diagnostics": found, "only": only } });
    let actions = client.ask("textDocument/codeAction", asking(json!(["quickfix"])));
    let actions: Vec<_> =
        actions.as_array().unwrap().iter().filter(|a| a["diagnostics"][0]["code"] == "DL106").collect();
    assert!(!actions.is_empty());
    for (action, version) in actions.iter().zip(2..) {
        assert_eq!(action["kind"], "quickfix");
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": NOTE, "version": 1 }));
        let edits: Vec<_> = change["edits"].as_array().unwrap().iter().rev().collect();
        let changes = edits.iter().map(|edit| json!({ "range": edit["range"], "text": edit["newText"] }));
        client.change(NOTE, version, std::iter::once(json!({ "text": WRONG })).chain(changes).collect());
        let left = client.ask("textDocument/diagnostic", json!({ "textDocument": document }));
        assert!(!codes(&left["items"]).contains(&"DL106"), "{action} leaves {left}");
    }
    client.change(NOTE, 99, json!([{ "text": WRONG }]));
    assert_eq!(client.ask("textDocument/codeAction", asking(json!(["source"]))), json!([]));
}

#[test]
fn a_document_keeps_its_findings_when_its_folder_comes_and_goes() {
    let folder = tempfile::tempdir().unwrap();
    let (root, article) = (uri(folder.path()), uri(&folder.path().join("a.txt")));
    std::fs::write(folder.path().join("a.txt"), WRONG).unwrap();
    let (mut client, _) = Client::initialized(&[], pushed_to());
    client.open(&article, WRONG);
    client.wait_for("textDocument/publishDiagnostics", |pushed| pushed["uri"] == article);
    let change = |client: &mut Client, added: &[&str], removed: &[&str]| {
        let folders =
            |uris: &[&str]| uris.iter().map(|uri| json!({ "uri": uri, "name": "news" })).collect::<Value>();
        let event = json!({ "added": folders(added), "removed": folders(removed) });
        client.tell("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    };
    change(&mut client, &[&root], &[]);
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": article } }));
    // Closed, it is pushed without a version, and nothing cleared it in between.
    let pushed = client.wait_for("textDocument/publishDiagnostics", |pushed| pushed["uri"] == article);
    assert!(pushed.get("version").is_none() && codes(&pushed["diagnostics"]).contains(&"DL106"), "{pushed}");
    change(&mut client, &[], &[&root]);
    let cleared = client.wait_for("textDocument/publishDiagnostics", |pushed| pushed["uri"] == article);
    assert_eq!(cleared["diagnostics"], json!([]));
}
