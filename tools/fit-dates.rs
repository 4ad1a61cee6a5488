//! Counts how often each kind of clue is right, for the table in `src/world/dates/weights.rs`:
//! `cargo run --release --example fit-dates -- [-v] GOLD.jsonl…`, a line an article: `{"date":
//! "2024-03-18", "text": "…"}`. With `-v` every clue is printed with the bin it is right in.

use std::collections::BTreeMap;
use std::error::Error;

use dateline::article::{Article, Hints};
use dateline::lang::Language;
use dateline::names::Lexicon;
use dateline::text::position::Text;
use dateline::world::dates;
use jiff::civil::Date;

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<String, (usize, BTreeMap<usize, usize>)> = BTreeMap::new();
    let loud = std::env::args().any(|arg| arg == "-v");
    for path in std::env::args().skip(1).filter(|arg| arg != "-v") {
        for line in std::fs::read_to_string(path)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let Some(day) =
                row.get("date").and_then(|day| day.as_str()).and_then(|day| day.parse::<Date>().ok())
            else {
                continue;
            };
            let text = Text::new(row.get("text").and_then(|text| text.as_str()).unwrap_or_default());
            let article = Article::read(text, Hints::default(), &Lexicon::default(), Language::english());
            if !article.own_dates.stated.is_empty() {
                continue;
            }
            for (kind, bin, words) in dates::bins_of(&article, day) {
                if loud {
                    println!(
                        "{} {day}  {kind:?}  {bin:?}  {words}",
                        row.get("id").and_then(|id| id.as_str()).unwrap_or("")
                    );
                }
                let (all, bins) = counts.entry(format!("{kind:?}")).or_default();
                *all += 1;
                if let Some(bin) = bin {
                    *bins.entry(bin).or_default() += 1;
                }
            }
        }
    }
    for (kind, (all, bins)) in counts {
        let shares = bins.iter().map(|(bin, n)| format!("bin {bin}: {:.3}", *n as f64 / all as f64));
        println!("{kind:<16} {all:>5}  {}", shares.collect::<Vec<_>>().join("  "));
    }
    Ok(())
}
