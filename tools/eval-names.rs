//! Measures the name reader: `cargo run --release --example eval-names -- [--tagger] [--errors] [--out DIR]
//! FILE|DIR…`. Prints exact precision, recall and F1 of each kind for each annotated file, and writes what
//! was found as JSON Lines (code points), as the scorers of other taggers read it.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a tool for the developer: it may stop on bad input"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use dateline::lang::Language;
use dateline::names::tagger::{self, KINDS};
use dateline::names::{self, Lexicon, NameKind};
use dateline::text::Layout;

#[path = "names/corpus.rs"]
#[allow(dead_code, reason = "the training program reads more of it")]
mod corpus;
#[path = "names/score.rs"]
mod score;

use corpus::{Document, Result};
use score::Name;

fn main() -> Result<()> {
    let (mut raw, mut errors, mut out, mut inputs) = (false, false, None, Vec::new());
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--tagger" => raw = true,
            "--errors" => errors = true,
            "--out" => out = args.next().map(PathBuf::from),
            _ => inputs.extend(corpus::files(Path::new(&arg))?),
        }
    }
    let lexicon = Lexicon::default();
    for file in inputs {
        let documents = corpus::read(&file)?;
        let begun = Instant::now();
        let found: Vec<Vec<Name>> = documents.iter().map(|d| find(d, &lexicon, raw)).collect();
        let seconds = begun.elapsed().as_secs_f64();
        let words: usize = documents.iter().map(|d| d.text.split_whitespace().count()).sum();
        let mut scores = [score::Score::default(); 3];
        for (document, found) in documents.iter().zip(&found) {
            score::add(&mut scores, document, found);
            if errors {
                print_errors(document, found);
            }
        }
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        print!("{stem:16}");
        for (kind, s) in KINDS.iter().zip(scores) {
            print!("  {} P {:.1} R {:.1} F {:.1}", short(*kind), s.precision(), s.recall(), s.f1());
        }
        println!("  {:.0} words/s", words as f64 / seconds);
        if let Some(dir) = &out {
            std::fs::create_dir_all(dir)?;
            let mut sink = std::fs::File::create(dir.join(format!("{stem}.jsonl")))?;
            for (document, found) in documents.iter().zip(&found) {
                writeln!(sink, "{}", json(document, found))?;
            }
        }
    }
    Ok(())
}

fn find(document: &Document, lexicon: &Lexicon, raw: bool) -> Vec<Name> {
    let layout = Layout::of(&document.text, Language::english());
    if raw {
        return score::spans(&layout, &tagger::tag(&layout, lexicon));
    }
    let names = names::read(&layout, lexicon);
    names.mentions.iter().map(|m| (m.span.start as usize, m.span.end as usize, m.kind)).collect()
}

fn short(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "PER",
        NameKind::Organisation => "ORG",
        NameKind::Place => "LOC",
    }
}

/// One line per person missed or found by mistake, with what was found there instead.
fn print_errors(document: &Document, found: &[Name]) {
    let text = &document.text;
    let about = |start: usize, end: usize| {
        let from = text[..start].char_indices().rev().nth(40).map_or(0, |(i, _)| i);
        let to = text[end..].char_indices().nth(30).map_or(text.len(), |(i, _)| end + i);
        format!("{}[{}]{}", &text[from..start], &text[start..end], &text[end..to]).replace(['\n', '\r'], "¶")
    };
    for (range, kind) in document.names.iter().filter(|(_, k)| *k == NameKind::Person) {
        if !found.contains(&(range.start, range.end, *kind)) {
            let instead: Vec<String> = found
                .iter()
                .filter(|f| f.0 < range.end && range.start < f.1)
                .map(|f| format!("{} {}", short(f.2), &text[f.0..f.1]))
                .collect();
            println!("MISS {} | {} | {instead:?}", document.id, about(range.start, range.end));
        }
    }
    for &(start, end, kind) in found.iter().filter(|f| f.2 == NameKind::Person) {
        let right = document.names.iter().any(|(r, k)| (r.start, r.end, *k) == (start, end, kind));
        let optional = document.optional.iter().any(|o| o.start < end && start < o.end);
        if !right && !optional {
            let instead: Vec<String> = document
                .names
                .iter()
                .filter(|(r, _)| r.start < end && start < r.end)
                .map(|(r, k)| format!("{} {}", short(*k), &text[r.clone()]))
                .collect();
            println!("FALSE {} | {} | {instead:?}", document.id, about(start, end));
        }
    }
}

fn json(document: &Document, found: &[Name]) -> serde_json::Value {
    let points = |byte: usize| document.text[..byte].chars().count();
    let mentions: Vec<_> = found
        .iter()
        .map(|&(s, e, k)| serde_json::json!({"start": points(s), "end": points(e), "type": short(k)}))
        .collect();
    serde_json::json!({"id": document.id, "mentions": mentions})
}
