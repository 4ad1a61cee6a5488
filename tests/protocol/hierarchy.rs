//! Call and type hierarchy over the wire: every item given to an editor can be asked about in turn.

use serde_json::{Value, json};

use super::client::Client;

const A: &str = "untitled:a";
const B: &str = "untitled:b";
const FORUM: &str = "---\ndate: 2024-05-04\n---\n🐟 President Ann Roe met Foreign Minister Bo Li on the sidelines of the \
    third Harbour Forum in Oslo on May 3, 2024.\n";
const TALKS: &str = "---\ndate: 2024-06-04\n---\nPresident Ann Roe held talks with Foreign Minister Bo Li in Turku on June \
    3, 2024.\n";

fn client(capabilities: Value) -> Client {
    let (mut client, offers) = Client::initialized(&[], capabilities);
    assert_eq!(offers["callHierarchyProvider"], true);
    client.open(A, FORUM);
    client.open(B, TALKS);
    client
}

/// The fish takes two UTF-16 units and the space one.
fn at(character: u32) -> Value {
    json!({ "textDocument": { "uri": A }, "position": { "line": 3, "character": character } })
}

#[test]
fn whom_somebody_met() {
    let mut client = client(json!({}));
    let roe = client.ask("textDocument/prepareCallHierarchy", at(14))[0].clone();
    assert_eq!((&roe["name"], &roe["uri"]), (&json!("Ann Roe"), &json!(A)));
    assert_eq!(roe["selectionRange"]["start"], json!({ "line": 3, "character": 13 }));
    let met = client.ask("callHierarchy/outgoingCalls", json!({ "item": roe }));
    assert_eq!(met.as_array().unwrap().len(), 1, "{met}");
    assert_eq!(met[0]["to"]["name"], "Bo Li");
    let range = json!({ "start": { "line": 3, "character": 21 }, "end": { "line": 3, "character": 24 } });
    assert_eq!(met[0]["fromRanges"], json!([range]), "“met” in the document of the item asked about");
    let meetings = client.ask("callHierarchy/incomingCalls", json!({ "item": roe }));
    let places: Vec<_> = meetings.as_array().unwrap().iter().map(|step| &step["from"]["uri"]).collect();
    assert_eq!(places, [A, B]);
    // And on from there.
    let back = client.ask("callHierarchy/outgoingCalls", json!({ "item": met[0]["to"] }));
    assert_eq!(back[0]["to"]["name"], "Ann Roe");
}

#[test]
fn from_talks_to_the_forum_to_its_series_and_back() {
    let mut client = client(json!({ "textDocument": { "typeHierarchy": { "dynamicRegistration": true } } }));
    let offered = client.wait_for("client/registerCapability", |_| true);
    assert_eq!(offered["registrations"][0]["method"], "textDocument/prepareTypeHierarchy");
    let talks = client.ask("textDocument/prepareTypeHierarchy", at(22))[0].clone();
    let forum = client.ask("typeHierarchy/supertypes", json!({ "item": talks }))[0].clone();
    let series = client.ask("typeHierarchy/supertypes", json!({ "item": forum }))[0].clone();
    assert!(series["detail"].as_str().unwrap().contains("1 edition"), "{series}");
    let editions = client.ask("typeHierarchy/subtypes", json!({ "item": series }));
    assert_eq!(editions, json!([forum]));
    let beside = client.ask("typeHierarchy/subtypes", json!({ "item": forum }));
    assert_eq!(beside[0]["data"], talks["data"]);
}

#[test]
fn what_is_nobody_has_no_hierarchy() {
    let mut client = client(json!({}));
    let fish = client.ask("textDocument/prepareCallHierarchy", at(0));
    assert_eq!(fish, Value::Null);
    assert_eq!(client.ask("textDocument/prepareTypeHierarchy", at(0)), Value::Null);
    let mut item = client.ask("textDocument/prepareCallHierarchy", at(14))[0].clone();
    for data in [json!(["person", "who-is-that"]), json!(["meeting", ""]), json!(["series", 7]), Value::Null]
    {
        item["data"] = data;
        let answers =
            ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls", "typeHierarchy/supertypes"]
                .map(|method| client.ask(method, json!({ "item": item })));
        assert!(answers.iter().all(|answer| answer.as_array().is_none_or(Vec::is_empty)), "{answers:?}");
    }
}
