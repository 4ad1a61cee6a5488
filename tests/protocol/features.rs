//! What an editor shows: hovers, jumps, lists and colours, each in the form the client supports.

use serde_json::{Value, json};

use super::client::Client;

const A: &str = "untitled:a";
const B: &str = "untitled:b";
const FIRST: &str = "---\ndate: 2024-05-06\n---\n🐟 President Ann Roe arrived in Oslo on Friday for the third \
    Harbour Forum. Roe met Foreign Minister Bo Li on May 3, 2024 in Oslo.\n";
const SECOND: &str = "---\ndate: 2024-05-08\n---\nThe third Harbour Forum was held in Oslo on May 3, 2024. \
    President Ann Roe met Foreign Minister Bo Li in Oslo on May 3, 2024.\n";

fn everything() -> Value {
    json!({ "textDocument": {
        "hover": { "contentFormat": ["markdown", "plaintext"] },
        "definition": { "linkSupport": true },
        "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        "inlayHint": { "resolveSupport": { "properties": ["tooltip"] } },
    } })
}

fn with(capabilities: Value) -> Client {
    let (mut client, _) = Client::initialized(&[], capabilities);
    client.open(A, FIRST);
    client.open(B, SECOND);
    client
}

/// The range of the `nth` time `words` stand in the last line of `text`, in UTF-16 units.
fn range(text: &str, words: &str, nth: usize) -> Value {
    let line = text.lines().last().unwrap();
    let (start, _) = line.match_indices(words).nth(nth).unwrap();
    let column = |end: usize| line[..end].encode_utf16().count();
    json!({
        "start": { "line": 3, "character": column(start) },
        "end": { "line": 3, "character": column(start + words.len()) },
    })
}

fn at(uri: &str, range: &Value) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": range["start"], "context": { "includeDeclaration": true } })
}

#[test]
fn a_hover_covers_the_whole_thing_in_the_form_the_client_reads() {
    for (capabilities, kind) in [(everything(), "markdown"), (json!({}), "plaintext")] {
        let mut client = with(capabilities);
        for (words, answer) in
            [("Ann Roe", "Foreign Minister|President"), ("Friday", "Fri 3 May 2024"), ("met", "Bo Li")]
        {
            let range = range(FIRST, words, 0);
            let hover = client.ask("textDocument/hover", at(A, &range));
            assert_eq!((&hover["contents"]["kind"], &hover["range"]), (&json!(kind), &range), "{words}");
            let shown = hover["contents"]["value"].as_str().unwrap();
            assert!(answer.split('|').any(|answer| shown.contains(answer)), "{shown}");
            let marked = shown.contains("**") || shown.contains("](");
            assert_eq!(marked, kind == "markdown", "{shown}");
        }
    }
}

#[test]
fn a_link_in_a_hover_leads_to_the_line() {
    let mut client = with(everything());
    let hover = client.ask("textDocument/hover", at(A, &range(FIRST, "third Harbour Forum", 0)));
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert!(shown.contains("](untitled:b#L4,5)"), "{shown}");
}

#[test]
fn a_jump_to_the_other_account_of_a_meeting() {
    let forum = range(FIRST, "third Harbour Forum", 0);
    let there = range(SECOND, "third Harbour Forum", 0);
    let mut client = with(everything());
    let links = client.ask("textDocument/definition", at(A, &forum));
    let link = &links[0];
    assert_eq!((&link["targetUri"], &link["targetSelectionRange"]), (&json!(B), &there));
    assert_eq!(link["originSelectionRange"], forum);

    let mut client = with(json!({}));
    let places = client.ask("textDocument/definition", at(A, &forum));
    assert_eq!(places, json!([{ "uri": B, "range": there }]));
    let here = client.ask("textDocument/declaration", at(A, &forum));
    assert_eq!(here, json!([{ "uri": A, "range": forum }]));
}

#[test]
fn references_lie_in_every_article_and_highlights_in_one() {
    let mut client = with(json!({}));
    let roe = range(FIRST, "Roe", 1);
    let all = client.ask("textDocument/references", at(A, &roe));
    let (full, there) = (range(FIRST, "Ann Roe", 0), range(SECOND, "Ann Roe", 0));
    let place = |uri: &str, range: &Value| json!({ "uri": uri, "range": range });
    assert_eq!(all, json!([place(A, &full), place(A, &roe), place(B, &there)]));
    let here = client.ask("textDocument/documentHighlight", at(A, &roe));
    let ranges: Vec<_> = here.as_array().unwrap().iter().map(|highlight| &highlight["range"]).collect();
    assert_eq!(ranges, [&full, &roe]);
}

#[test]
fn an_outline_nested_or_flat() {
    let document = json!({ "textDocument": { "uri": A } });
    let nested = with(everything()).ask("textDocument/documentSymbol", document.clone());
    let children = nested[0]["children"].as_array().unwrap();
    let names: Vec<_> = children.iter().map(|child| child["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Ann Roe") && names.contains(&"Friday"), "{names:?}");

    let mut client = with(json!({}));
    let flat = client.ask("textDocument/documentSymbol", document);
    let flat = flat.as_array().unwrap();
    assert_eq!(flat.len(), 1 + children.len());
    let roe = flat.iter().find(|symbol| symbol["name"] == "Ann Roe").unwrap();
    assert_eq!(roe["location"], json!({ "uri": A, "range": range(FIRST, "Ann Roe", 0) }));
    assert_eq!(roe["containerName"], flat[0]["name"]);

    let found = client.ask("workspace/symbol", json!({ "query": "bo l" }));
    assert_eq!(found[0]["name"], "Bo Li");
}

#[test]
fn hints_with_their_tooltips_now_or_later() {
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let asking = json!({ "textDocument": { "uri": A }, "range": whole });
    let friday = range(FIRST, "Friday", 0);
    let mut lazy = with(everything());
    let mut eager = with(json!({}));
    let hints =
        [&mut lazy, &mut eager].map(|client| client.ask("textDocument/inlayHint", asking.clone())[0].clone());
    for hint in &hints {
        assert_eq!((&hint["label"], &hint["position"]), (&json!("Fri 3 May 2024"), &friday["end"]));
    }
    assert!(hints[0].get("tooltip").is_none() && hints[1]["tooltip"].is_string(), "{hints:?}");
    let resolved = lazy.ask("inlayHint/resolve", hints[0].clone());
    assert!(resolved["tooltip"]["value"].as_str().unwrap().contains("Mon 6 May 2024"), "{resolved}");
    let mut foreign = hints[0].clone();
    foreign["data"] = json!({ "not": "ours" });
    assert_eq!(lazy.ask("inlayHint/resolve", foreign.clone()), foreign);
}

/// Absolute line, column, length and kind of each token.
fn decoded(data: &Value, legend: &Value) -> Vec<(u64, u64, u64, String)> {
    let numbers: Vec<_> = data.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
    let (mut line, mut column) = (0, 0);
    let mut tokens = Vec::new();
    for token in numbers.chunks(5) {
        (line, column) = if token[0] == 0 { (line, column + token[1]) } else { (line + token[0], token[1]) };
        tokens.push((line, column, token[2], legend[token[3] as usize].as_str().unwrap().to_owned()));
    }
    tokens
}

#[test]
fn tokens_whole_in_part_and_by_difference() {
    let (mut client, offers) = Client::initialized(&[], json!({}));
    let legend = offers["semanticTokensProvider"]["legend"]["tokenTypes"].clone();
    client.open(A, FIRST);
    let document = json!({ "uri": A });
    let full = client.ask("textDocument/semanticTokens/full", json!({ "textDocument": document }));
    let tokens = decoded(&full["data"], &legend);
    let token = |words: &str, kind: &str| {
        let range = range(FIRST, words, 0);
        let (start, end) =
            (range["start"]["character"].as_u64().unwrap(), range["end"]["character"].as_u64().unwrap());
        (3, start, end - start, kind.to_owned())
    };
    for expected in
        [token("Ann Roe", "person"), token("Oslo", "place"), token("Friday", "date"), token("met", "event")]
    {
        assert!(tokens.contains(&expected), "{expected:?} in {tokens:?}");
    }
    let friday = json!({ "textDocument": document, "range": range(FIRST, "Friday", 0) });
    let part = client.ask("textDocument/semanticTokens/range", friday);
    assert_eq!(decoded(&part["data"], &legend), [token("Friday", "date")]);

    let mut known: Vec<Value> = full["data"].as_array().unwrap().clone();
    let mut id = full["resultId"].clone();
    for (version, text) in (2..).zip([FIRST, &FIRST.replace("on Friday ", ""), "", FIRST, SECOND, SECOND]) {
        client.change(A, version, json!([{ "text": text }]));
        let asking = json!({ "textDocument": document, "previousResultId": id });
        let delta = client.ask("textDocument/semanticTokens/full/delta", asking);
        for edit in delta["edits"].as_array().unwrap() {
            let (start, gone) = (edit["start"].as_u64().unwrap(), edit["deleteCount"].as_u64().unwrap());
            let new = edit["data"].as_array().cloned().unwrap_or_default();
            known.splice(start as usize..(start + gone) as usize, new);
        }
        let full = client.ask("textDocument/semanticTokens/full", json!({ "textDocument": document }));
        assert_eq!(&known, full["data"].as_array().unwrap(), "{text}");
        id = full["resultId"].clone();
    }
    let forgotten = json!({ "textDocument": document, "previousResultId": "none such" });
    assert!(client.ask("textDocument/semanticTokens/full/delta", forgotten)["data"].is_array());
}

#[test]
fn folds_and_selections() {
    let mut client = with(json!({}));
    let folds = client.ask("textDocument/foldingRange", json!({ "textDocument": { "uri": A } }));
    assert_eq!(folds, json!([{ "startLine": 0, "endLine": 2, "kind": "region" }]));
    let roe = range(FIRST, "Ann Roe", 0);
    let asking =
        json!({ "textDocument": { "uri": A }, "positions": [roe["start"], { "line": 1, "character": 2 }] });
    let selections = client.ask("textDocument/selectionRange", asking);
    assert_eq!(selections.as_array().unwrap().len(), 2);
    let mut selection = &selections[0];
    assert_eq!(selection["range"], roe);
    let mut depth = 1;
    while let Some(parent) = selection.get("parent") {
        let (inner, outer) = (&selection["range"], &parent["range"]);
        assert!(position(&outer["start"]) <= position(&inner["start"]), "{parent}");
        assert!(position(&outer["end"]) >= position(&inner["end"]), "{parent}");
        selection = parent;
        depth += 1;
    }
    assert_eq!(depth, 4, "name, sentence, paragraph, article: {selections}");
}

fn position(position: &Value) -> [u64; 2] {
    [&position["line"], &position["character"]].map(|number| number.as_u64().unwrap())
}

#[test]
fn a_rename_changes_what_it_may_and_asks_about_the_rest() {
    let mut capabilities = everything();
    capabilities["textDocument"]["rename"] = json!({ "prepareSupport": true });
    capabilities["workspace"] =
        json!({ "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} } });
    let (mut client, offers) = Client::initialized(&[], capabilities);
    assert_eq!(offers["renameProvider"]["prepareProvider"], true);
    client.open(A, FIRST);
    client.open(B, SECOND);
    let roe = range(FIRST, "Roe", 1);
    let prepared = client.ask("textDocument/prepareRename", at(A, &roe));
    assert_eq!(prepared, json!({ "range": roe, "placeholder": "Ann Roe" }));
    let mut asking = at(A, &roe);
    asking["newName"] = json!("Anna Roe-Hall");
    let edit = client.ask("textDocument/rename", asking.clone());
    assert_eq!(edit["changeAnnotations"]["text"]["needsConfirmation"], true);
    let made: Vec<_> = edit["documentChanges"].as_array().unwrap().iter().collect();
    assert_eq!(made[0]["textDocument"], json!({ "uri": A, "version": 1 }));
    let full =
        json!({ "range": range(FIRST, "Ann Roe", 0), "newText": "Anna Roe-Hall", "annotationId": "text" });
    let short = json!({ "range": roe, "newText": "Roe-Hall", "annotationId": "text" });
    assert_eq!(made[0]["edits"], json!([full, short]));
    assert_eq!(made[1]["textDocument"]["uri"], B);

    asking["newName"] = json!("  ");
    assert_eq!(client.ask("textDocument/rename", asking), Value::Null);
    let date = at(A, &range(FIRST, "Friday", 0));
    assert_eq!(client.ask("textDocument/prepareRename", date), Value::Null);
}

#[test]
fn completion_replaces_what_is_half_written() {
    let mut client = with(everything());
    let text = SECOND.replace("Foreign Minister Bo Li in Oslo on", "Foreign Minister Bo");
    client.change(B, 2, json!([{ "text": text }]));
    let word = range(&text, "Bo", 0);
    let asking = json!({ "textDocument": { "uri": B }, "position": word["end"] });
    let list = client.ask("textDocument/completion", asking);
    let items = list["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["label"] == "Bo Li").unwrap_or_else(|| panic!("{list}"));
    assert_eq!(
        (&item["textEdit"]["range"]["end"], &item["textEdit"]["newText"]),
        (&word["end"], &json!("Bo Li"))
    );
    assert_eq!(item["filterText"], "Bo");
    let ranks: Vec<_> = items.iter().map(|item| item["sortText"].as_str().unwrap()).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}
