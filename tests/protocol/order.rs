//! Messages take effect in the order they were sent, however fast they come.

use std::collections::VecDeque;
use std::time::Instant;

use serde_json::{Value, json};

use super::client::Client;

const NOTE: &str = "untitled:Untitled-1";
/// Requests under way at once: as many as an eager client sends before it reads.
const WINDOW: usize = 50;

#[test]
fn no_answer_is_older_than_the_change_before_it() {
    const PAIRS: usize = 5_000;
    let (mut client, _) = Client::initialized(&[], json!({}));
    client.open(NOTE, "The talks began on April 4, 1950 in Oslo.");
    let mut waiting = VecDeque::new();
    for pair in 0..PAIRS + WINDOW {
        if pair < PAIRS {
            // Another year in each version, and no year twice within the window.
            let year = (1950 + pair % 97).to_string();
            let range =
                json!({ "start": { "line": 0, "character": 28 }, "end": { "line": 0, "character": 32 } });
            client.change(NOTE, 2 + pair as i64, json!([{ "range": range, "text": year }]));
            let position = json!({ "line": 0, "character": 28 });
            let at = json!({ "textDocument": { "uri": NOTE }, "position": position });
            waiting.push_back((client.request("textDocument/hover", at), year));
        }
        if pair >= WINDOW {
            let (id, year) = waiting.pop_front().unwrap();
            let hover = client.result(id);
            let shown = hover["contents"]["value"].as_str().unwrap();
            assert!(shown.contains(&year), "pair {pair}: {shown}");
        }
    }
}

#[test]
fn edits_over_the_wire_equal_the_full_text() {
    let units: [(_, Unit); 3] = [("utf-8", char::len_utf8), ("utf-16", char::len_utf16), ("utf-32", |_| 1)];
    for (encoding, unit) in units {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        let (mut client, _) = Client::initialized(&[], capabilities);
        let mut random = Random(7);
        let mut text: Vec<char> = "Zoë 🐟 met Ann.\nBo came.\n".chars().collect();
        client.open(NOTE, &text.iter().collect::<String>());
        for version in 2..2_002 {
            let (a, b) = (random.below(text.len() + 1), random.below(text.len() + 1));
            let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 6));
            let letters = ['a', ' ', '.', 'é', '🐟', '\n', '7'];
            let new: String = (0..random.below(7)).map(|_| letters[random.below(letters.len())]).collect();
            let range = json!({ "start": position(&text[..from], unit), "end": position(&text[..to], unit) });
            client.change(NOTE, version, json!([{ "range": range, "text": new }]));
            text.splice(from..to, new.chars());
            if version % 10 == 0 {
                assert_eq!(client.end_of(NOTE), position(&text, unit), "{encoding} {version}");
            }
        }
    }
}

/// How many units a character takes.
type Unit = fn(char) -> usize;

fn position(before: &[char], unit: Unit) -> Value {
    let line = before.iter().filter(|c| **c == '\n').count();
    let column: usize = before.iter().rev().take_while(|c| **c != '\n').map(|c| unit(*c)).sum();
    json!({ "line": line, "character": column })
}

/// The same numbers every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn a_burst_of_settings_wedges_nothing() {
    const BURST: usize = 2_000;
    let capabilities = json!({ "workspace": { "configuration": true } });
    let (mut client, _) = Client::initialized(&[], capabilities);
    client.open(NOTE, "Talks began.");
    for _ in 0..BURST {
        client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    }
    let started = Instant::now();
    assert_eq!(client.end_of(NOTE), json!({ "line": 0, "character": 12 }));
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    client.wait_for("workspace/configuration", |_| true);
    assert!(client.settings_asked < BURST, "each notification was asked for: {}", client.settings_asked);
}

#[test]
fn a_cancelled_request_is_answered_as_cancelled_or_done() {
    let (mut client, _) = Client::initialized(&[], json!({}));
    client.open(NOTE, &"Ann Roe met Bo Li in Oslo on May 3, 2024. ".repeat(2_000));
    let ids: Vec<_> = (0..40).map(|_| client.request_end(NOTE)).collect();
    for id in &ids {
        client.tell("$/cancelRequest", json!({ "id": id }));
    }
    for id in ids {
        let answer = client.answer(id);
        assert!(answer.get("result").is_some() || answer["error"]["code"] == -32800, "{answer}");
    }
    client.tell("$/cancelRequest", json!({ "id": "never sent" }));
    assert_eq!(client.end_of(NOTE)["line"], 0);
}
