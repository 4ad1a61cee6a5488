//! Handshake, encodings, exit codes, and a well-formed answer to each request.

use serde_json::{Value, json};

use super::client::Client;

const NOTE: &str = "untitled:Untitled-1";

#[test]
fn the_client_chooses_how_columns_are_counted() {
    let text = "Zoë 🐟 met\u{2028}Ann.\r\nBo e\u{301} 🐟";
    for (offered, chosen, column) in [
        (json!(["utf-8", "utf-16"]), "utf-8", 11),
        (json!(["utf-16", "utf-32"]), "utf-16", 8),
        (json!(["utf-32"]), "utf-32", 7),
        (json!([]), "utf-16", 8),
        (Value::Null, "utf-16", 8),
    ] {
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let (mut client, offers) = Client::initialized(&[], capabilities);
        assert_eq!(offers["positionEncoding"], chosen);
        client.open(NOTE, text);
        assert_eq!(client.end_of(NOTE), json!({ "line": 1, "character": column }), "{chosen}");
        assert_eq!(client.leave().code(), Some(0));
    }
}

#[test]
fn exit_codes_tell_whether_the_client_said_goodbye() {
    let (client, _) = Client::initialized(&[], json!({}));
    assert_eq!(client.leave().code(), Some(0));

    let (mut client, _) = Client::initialized(&[], json!({}));
    client.tell("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(1));

    let mut client = Client::start_with(&["lsp"]);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(1));

    let (mut client, _) = Client::initialized(&[], json!({}));
    client.close_stdin();
    assert_eq!(client.ended().code(), Some(1));
}

#[test]
fn every_request_is_answered_in_a_document_that_is_not_there() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    let position = json!({ "line": 3, "character": 1 });
    let range = json!({ "start": position, "end": position });
    let at = json!({ "textDocument": { "uri": "file:///nowhere/none.txt" }, "position": position });
    let with = |key: &str, value: Value| {
        let mut params = at.clone();
        params[key] = value;
        params
    };
    for (method, params) in [
        ("hover", at.clone()),
        ("definition", at.clone()),
        ("declaration", at.clone()),
        ("typeDefinition", at.clone()),
        ("implementation", at.clone()),
        ("documentHighlight", at.clone()),
        ("references", with("context", json!({ "includeDeclaration": true }))),
        ("documentSymbol", at.clone()),
        ("foldingRange", at.clone()),
        ("selectionRange", with("positions", json!([position]))),
        ("inlayHint", with("range", range.clone())),
        ("semanticTokens/full", at.clone()),
        ("semanticTokens/full/delta", with("previousResultId", json!("7"))),
        ("semanticTokens/range", with("range", range)),
    ] {
        assert_eq!(client.ask(&format!("textDocument/{method}"), params), Value::Null, "{method}");
    }
    let pulled = client.ask("textDocument/diagnostic", at);
    assert_eq!((&pulled["kind"], &pulled["items"]), (&json!("full"), &json!([])));
    assert_eq!(client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }))["items"], json!([]));
    assert_eq!(client.ask("workspace/symbol", json!({ "query": "" })), json!([]));
}

#[test]
fn positions_past_the_end_mean_the_end() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    client.open(NOTE, "One line.\nAnother.");
    let far = json!({ "line": u32::MAX, "character": u32::MAX });
    client.change(NOTE, 2, json!([{ "range": { "start": far, "end": far }, "text": "\nA third" }]));
    assert_eq!(client.end_of(NOTE), json!({ "line": 2, "character": 7 }));
    for position in [far, json!({ "line": 1, "character": u32::MAX })] {
        let at = json!({ "textDocument": { "uri": NOTE }, "position": position });
        assert_eq!(client.ask("textDocument/hover", at), Value::Null);
    }
}
