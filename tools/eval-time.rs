//! Reads a JSONL file of texts with gold time expressions, writes predictions, prints TempEval-3 figures:
//! `cargo run --release --example eval-time -- GOLD.jsonl [PREDICTIONS.jsonl]`.
//!
//! A line is `{"id","dct","text","timexes":[{"start","end","type","value"}]}`, offsets in code points.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::time::Instant;

use dateline::lang::Language;
use dateline::text::Layout;
use dateline::text::position::Text;
use dateline::time;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Document {
    id: String,
    dct: Option<String>,
    text: String,
    #[serde(default)]
    timexes: Vec<Tag>,
}

#[derive(Deserialize, Clone)]
struct Tag {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
    #[serde(default)]
    is_dct: bool,
}

/// Counts of TempEval-3 task A.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
}

impl Score {
    fn f1(&self, hits: usize) -> f64 {
        200.0 * hits as f64 / (self.gold + self.found).max(1) as f64
    }

    /// One-to-one: equal spans first, then by overlap.
    fn add(&mut self, gold: &[Tag], found: &[Tag]) {
        self.gold += gold.len();
        self.found += found.len();
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (i, g) in gold.iter().enumerate() {
            for (j, f) in found.iter().enumerate() {
                let overlap = g.end.min(f.end).saturating_sub(g.start.max(f.start));
                let same = (g.start, g.end) == (f.start, f.end);
                if overlap > 0 {
                    pairs.push((if same { u32::MAX } else { overlap }, i, j));
                }
            }
        }
        pairs.sort_by_key(|&(overlap, i, j)| (std::cmp::Reverse(overlap), i, j));
        let (mut used_gold, mut used_found) = (vec![false; gold.len()], vec![false; found.len()]);
        for (overlap, i, j) in pairs {
            let (Some(a), Some(b)) = (used_gold.get_mut(i), used_found.get_mut(j)) else { continue };
            if *a || *b {
                continue;
            }
            (*a, *b) = (true, true);
            let (Some(g), Some(f)) = (gold.get(i), found.get(j)) else { continue };
            self.relaxed += 1;
            self.strict += usize::from(overlap == u32::MAX);
            self.kind += usize::from(g.kind == f.kind);
            self.value += usize::from(g.value.is_some() && g.value == f.value);
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        return Err("usage: eval-time GOLD.jsonl [PREDICTIONS.jsonl]".into());
    };
    let mut out = args.next().map(File::create).transpose()?;
    let (mut score, mut bytes, mut seconds) = (Score::default(), 0, 0.0);
    for line in BufReader::new(File::open(path)?).lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let document: Document = serde_json::from_str(&line)?;
        let date = document.dct.as_deref().and_then(|d| d.get(..10)?.parse::<Date>().ok());
        let layout = Layout::of(&document.text, Language::english());
        let start = Instant::now();
        let times = time::read(&layout);
        seconds += start.elapsed().as_secs_f64();
        bytes += document.text.len();
        let resolved = time::resolve(&times, date);
        let points = Text::new(document.text.as_str());
        let found: Vec<Tag> = times
            .iter()
            .zip(&resolved)
            .map(|(t, r)| Tag {
                start: points.code_points(t.span.start),
                end: points.code_points(t.span.end),
                kind: Some(t.kind.as_str().to_owned()),
                value: Some(r.value.clone()),
                is_dct: false,
            })
            .collect();
        if let Some(out) = &mut out {
            let tags: Vec<_> = found
                .iter()
                .zip(&times)
                .map(|(f, t)| json!({"start": f.start, "end": f.end, "type": f.kind, "value": f.value,
                    "mod": t.modifier.map(|m| m.as_str()), "rule": t.rule, "tense": t.tense.map(|t| format!("{t:?}"))}))
                .collect();
            writeln!(out, "{}", json!({"id": document.id, "timexes": tags}))?;
        }
        // The article's own date is given, not asked for.
        let (given, gold): (Vec<Tag>, Vec<Tag>) = document.timexes.into_iter().partition(|t| t.is_dct);
        let asked: Vec<Tag> =
            found.into_iter().filter(|f| !given.iter().any(|g| g.start < f.end && f.start < g.end)).collect();
        score.add(&gold, &asked);
    }
    println!("gold {} found {}", score.gold, score.found);
    println!(
        "strict {:.2}  relaxed {:.2}  type {:.2}  value {:.2}   (F1)   {:.1} MB/s",
        score.f1(score.strict),
        score.f1(score.relaxed),
        score.f1(score.kind),
        score.f1(score.value),
        bytes as f64 / 1e6 / seconds.max(1e-9),
    );
    Ok(())
}
