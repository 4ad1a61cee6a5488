//! Trains the name tagger: `cargo run --release --example train-names -- DIR [--dev DIR]`. Reads the
//! annotated texts of DIR and our own, and writes `src/names/data/tagger.bin`. Deterministic; takes a few
//! minutes on one core.
//!
//! A conditional random field over the same features and label sequences that the tagger uses. Partly
//! annotated texts count with all labellings that agree with them. AdaGrad, with features dropped at random;
//! then the features with the highest weights are kept, one byte per weight.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a tool for the developer: it may stop on bad input"
)]

use std::path::{Path, PathBuf};

use dateline::lang::Language;
use dateline::names::NameKind;
use dateline::names::tagger::{KINDS, Model};
use dateline::text::Layout;
use rustc_hash::FxHashMap;

#[path = "names/corpus.rs"]
mod corpus;
#[path = "names/data.rs"]
mod data;
#[path = "names/field.rs"]
mod field;
#[path = "names/score.rs"]
mod score;
#[path = "names/swap.rs"]
mod swap;

use corpus::{Document, Result};
use data::Data;
use field::Field;
use swap::{Dice, Stock};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/names/data");

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let mut dir = None;
    let mut dev = None;
    let mut options: FxHashMap<String, f32> = FxHashMap::default();
    while let Some(arg) = args.next() {
        if arg == "--dev" {
            dev = args.next().map(PathBuf::from);
        } else if let Some((key, value)) = arg.strip_prefix("--").and_then(|a| a.split_once('=')) {
            options.insert(key.to_owned(), value.parse()?);
        } else {
            dir = Some(PathBuf::from(arg));
        }
    }
    let dir = dir.ok_or("usage: train-names DIR [--dev DIR]")?;
    let option = |name: &str, usual: f32| options.get(name).copied().unwrap_or(usual);

    let documents = documents(&dir, &option)?;
    let mut data = Data::default();
    for document in &documents {
        data.add(document);
    }
    data.finish(option("least", 3.0) as u32);
    println!(
        "{} texts, {} stretches, {} tokens, {} features",
        documents.len(),
        data.stretches.len(),
        data.allowed.len(),
        data.names.len()
    );
    let mut field = Field::new(data.names.len());
    let mut dice = Dice(1);
    let epochs = option("epochs", 10.0) as usize;
    for epoch in 0..epochs {
        let loss = field.epoch(&data, &mut dice, option("rate", 0.03), option("drop", 0.3));
        println!("epoch {epoch}: loss {loss:.4}");
        if epoch * 2 >= epochs {
            field.keep();
        }
        if dev.is_some() && epoch + 1 < epochs && option("verbose", 0.0) > 0.0 && epoch % 4 == 3 {
            report(&field.pack(&data), dev.as_deref())?;
        }
    }
    field.settle();
    if option("sweep", 0.0) > 0.0 {
        for _ in 0..4 {
            report(&field.pack(&data), dev.as_deref())?;
            field.shy(&data, 0.4);
        }
    }
    field.shy(&data, option("shy", 0.5));
    let bytes = field.pack(&data);
    report(&bytes, dev.as_deref())?;
    if option("dry", 0.0) == 0.0 {
        std::fs::write(format!("{DATA}/tagger.bin"), &bytes)?;
    }
    println!("tagger.bin: {} bytes", bytes.len());
    Ok(())
}

fn documents(dir: &Path, option: &impl Fn(&str, f32) -> f32) -> Result<Vec<Document>> {
    let own = |name: &str| std::fs::read_to_string(format!("{DATA}/{name}"));
    let stock = Stock::new(&own("cultures.tsv")?, &own("countries.tsv")?, &own("places.tsv")?);
    let mut dice = Dice(7);
    let mut out = Vec::new();
    for file in corpus::files(dir)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Share-alike text stays out of what is shipped.
        if name.contains("ccbysa") && option("sharealike", 0.0) == 0.0 {
            continue;
        }
        let copies = if name.starts_with("btc") || name.starts_with("wnut") {
            option("tweets", 1.0)
        } else {
            option("copies", 2.0)
        };
        add(&mut out, &stock, &mut dice, corpus::read(&file)?, copies as usize);
    }
    let marked = format!("{DATA}/sentences.txt");
    add(&mut out, &stock, &mut dice, corpus::read_marked(Path::new(&marked))?, option("own", 12.0) as usize);
    Ok(out)
}

fn add(out: &mut Vec<Document>, stock: &Stock, dice: &mut Dice, texts: Vec<Document>, copies: usize) {
    for text in texts {
        for _ in 0..copies {
            let swapped = stock.swap(&text, dice);
            out.push(swap::recase(&swapped, dice));
        }
        out.push(text);
    }
}

fn report(bytes: &[u8], dev: Option<&Path>) -> Result<()> {
    let Some(dev) = dev else { return Ok(()) };
    let model = Model::new(bytes).ok_or("no model")?;
    for file in corpus::files(dev)? {
        let mut scores = [score::Score::default(); 3];
        for document in corpus::read(&file)? {
            let layout = Layout::of(&document.text, Language::english());
            score::add(&mut scores, &document, &score::spans(&layout, &model.tag(&layout)));
        }
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        print!("  {name:16}");
        for (kind, s) in KINDS.iter().zip(scores) {
            let short = match kind {
                NameKind::Person => "PER",
                NameKind::Organisation => "ORG",
                NameKind::Place => "LOC",
            };
            print!("  {short} P {:.1} R {:.1} F {:.1}", s.precision(), s.recall(), s.f1());
        }
        println!();
    }
    Ok(())
}
