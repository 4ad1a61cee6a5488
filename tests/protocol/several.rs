//! A file that holds several articles is one document in the editor, with an outline entry for each.

use serde_json::{Value, json};

use super::client::Client;

const EXPORT: &str = "1 of 2 DOCUMENTS\n\nMarch 14, 2016 Monday\n\nTalks on fish end\n\nAnn Roe met Igor Lund in Oslo on Friday.\nThey were glad.\n\n2 of 2 DOCUMENTS\n\nSeptember 2, 2018 Sunday\n\nRoe visits Lima\n\nAnn Roe arrived in Lima on Saturday. She will leave on Tuesday, September 3, 2018.\n";

const URI: &str = "untitled:export";

fn ask(client: &mut Client, method: &str, more: Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI } });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    client.ask(&format!("textDocument/{method}"), params)
}

fn at(line: u32, character: u32) -> Value {
    json!({ "position": { "line": line, "character": character } })
}

#[test]
fn places_are_those_of_the_file() {
    let able = json!({ "textDocument": {
        "diagnostic": {}, "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
    } });
    let (mut client, _) = Client::initialized(&[], able);
    client.open(URI, EXPORT);
    let outline = ask(&mut client, "documentSymbol", json!({}));
    let entry =
        |at: usize| (outline[at]["name"].clone(), outline[at]["selectionRange"]["start"]["line"].clone());
    assert_eq!(entry(0), (json!("Talks on fish end"), json!(4)));
    assert_eq!(entry(1), (json!("Roe visits Lima"), json!(13)));
    assert_eq!(outline[1]["range"]["start"]["line"], 9);
    assert_eq!(outline[1]["detail"], "Sun 2 Sept 2018");

    let hover = ask(&mut client, "hover", at(15, 29));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("1 Sept 2018"), "{hover}");
    assert_eq!(hover["range"]["start"], json!({ "line": 15, "character": 27 }));
    let definition = ask(&mut client, "definition", at(15, 2));
    assert_eq!(definition[0]["uri"], URI);
    assert_eq!(definition[0]["range"]["start"], json!({ "line": 6, "character": 0 }), "{definition}");
    let context = json!({ "context": { "includeDeclaration": true }, "position": at(15, 2)["position"] });
    let mut lines: Vec<_> = ask(&mut client, "references", context).as_array().unwrap().clone();
    lines.sort_by_key(|place| place["range"]["start"]["line"].as_u64());
    let lines: Vec<_> = lines.iter().map(|place| place["range"]["start"]["line"].clone()).collect();
    assert_eq!(lines, [6, 13, 15]);

    let report = ask(&mut client, "diagnostic", json!({}));
    let wrong: Vec<_> =
        report["items"].as_array().unwrap().iter().filter(|item| item["code"] == "DL101").collect();
    assert_eq!(wrong[0]["range"]["start"], json!({ "line": 15, "character": 55 }), "{report}");
    let range = wrong[0]["range"].clone();
    let actions = ask(&mut client, "codeAction", json!({ "range": range, "context": { "diagnostics": [] } }));
    let edit = &actions[0]["edit"]["changes"][URI][0];
    assert_eq!(edit["range"]["start"]["line"], 15, "{actions}");

    let whole =
        json!({ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 16, "character": 0 } } });
    let hints = ask(&mut client, "inlayHint", whole);
    let hinted: Vec<_> =
        hints.as_array().unwrap().iter().map(|hint| hint["position"]["line"].clone()).collect();
    assert_eq!(hinted, [2, 6, 11, 15]);
    let tokens = ask(&mut client, "semanticTokens/full", json!({}));
    let lines = tokens["data"].as_array().unwrap().chunks(5).map(|token| token[0].as_u64().unwrap());
    assert_eq!(lines.sum::<u64>(), 15);
    let folds = ask(&mut client, "foldingRange", json!({}));
    let selection = ask(&mut client, "selectionRange", json!({ "positions": [at(15, 2)["position"]] }));
    assert_eq!(selection[0]["range"]["start"]["line"], 15);
    assert!(folds.is_array());

    // Typing in the second article moves nothing in the first.
    let above = json!({ "start": { "line": 7, "character": 0 }, "end": { "line": 7, "character": 0 } });
    client.change(URI, 2, json!([{ "range": above, "text": "So.\n" }]));
    let hover = ask(&mut client, "hover", at(16, 29));
    assert_eq!(hover["range"]["start"], json!({ "line": 16, "character": 27 }));
}
