//! What no editor should send. The server answers with an error or not at all, and keeps running.

use serde_json::{Value, json};

use super::client::Client;

const NOTE: &str = "untitled:Untitled-1";

fn lives(client: &mut Client) {
    client.open(NOTE, "Alive.");
    assert_eq!(client.end_of(NOTE), json!({ "line": 0, "character": 6 }));
}

#[test]
fn garbage_between_messages_is_reported_and_skipped() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    for garbage in [
        &b"\x00\xff\xfe garbage\r\n\r\n"[..],
        b"Content-Length: 7\r\n\r\n{\"id\": ",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\n\r\n\xff\xff\xff\xff",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 99999999999999999999\r\n\r\n",
        b"content-length: 4\r\nX-Y: z\r\n\r\nnull",
        b"Content-Length: 31\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":null}",
    ] {
        client.send_raw(garbage);
        lives(&mut client);
    }
    client.stray_error();
    client.send_raw(b"Content-Length: 3\r\n\r\n{x}");
    lives(&mut client);
    let complaints: Vec<_> = (0..5).map(|_| client.stray_error()["error"].clone()).collect();
    assert!(complaints.iter().all(|error| error["code"] == -32700), "{complaints:?}");
    let last = complaints.last().unwrap()["message"].as_str().unwrap();
    assert!(last.contains("line 1 column 2"), "{last}");
    assert_eq!(client.leave().code(), Some(0));
}

#[test]
fn unknown_methods_and_wrong_parameters() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    assert_eq!(client.refusal("textDocument/nonsense", json!({}))["code"], -32601);
    assert_eq!(client.refusal("textDocument/hover", json!({ "textDocument": 7 }))["code"], -32602);
    assert_eq!(client.refusal("textDocument/hover", json!([]))["code"], -32602);
    let bad_uri =
        json!({ "textDocument": { "uri": "no uri at all" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.refusal("textDocument/hover", bad_uri)["code"], -32602);
    let negative = json!({ "textDocument": { "uri": NOTE }, "position": { "line": -1, "character": 0 } });
    assert_eq!(client.refusal("textDocument/hover", negative)["code"], -32602);
    client.tell("nonsense/happened", json!({}));
    client.tell("textDocument/didOpen", json!("what"));
    client.tell("$/whatever", Value::Null);
    assert_eq!(client.refusal("$/whatever", json!({}))["code"], -32601);
    lives(&mut client);
}

#[test]
fn messages_out_of_turn() {
    let mut client = Client::start();
    assert_eq!(client.refusal("textDocument/hover", json!({}))["code"], -32002);
    client.open(NOTE, "Too early.");
    client.ask("initialize", json!({ "processId": null, "capabilities": {} }));
    assert_eq!(client.refusal("initialize", json!({ "capabilities": {} }))["code"], -32600);
    // A client that omits `initialized` is served all the same.
    lives(&mut client);
    client.change("untitled:never-opened", 7, json!([{ "text": "x" }]));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": "untitled:never-opened" } }));
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": NOTE } }));
    // Versions that go back, ranges that run backwards.
    let range = json!({ "start": { "line": 9, "character": 9 }, "end": { "line": 0, "character": 1 } });
    client.change(NOTE, -3, json!([{ "range": range, "text": "" }]));
    assert_eq!(client.end_of(NOTE), json!({ "line": 0, "character": 1 }));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": NOTE } }));
    lives(&mut client);
    client.ask("shutdown", Value::Null);
    assert_eq!(client.refusal("textDocument/hover", json!({}))["code"], -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(0));
}

#[test]
fn texts_of_every_kind() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    let long_line = "Ann Roe met Bo Li on Monday. ".repeat(2_000);
    for text in
        ["", "\u{0}", "\u{feff}", "\r\r\n\n", "𝔘𝔫𝔦\u{202e}\u{301}\u{301}", "---\n---\n---", &long_line]
    {
        client.open(NOTE, text);
        let uri = json!({ "textDocument": { "uri": NOTE } });
        client.end_of(NOTE);
        for method in ["documentSymbol", "foldingRange", "semanticTokens/full", "diagnostic"] {
            client.ask(&format!("textDocument/{method}"), uri.clone());
        }
    }
}
