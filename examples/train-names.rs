//! Trains the name tagger: `cargo run --release --example train-names -- DIR [--dev DIR]`. Reads the annotated texts of
//! DIR and those of our own, writes `src/names/data/tagger.bin`. Deterministic, a few minutes on one core.
//!
//! A conditional random field over the same features and label sequences the tagger uses; partly annotated texts
//! count with all labelings that agree with them. AdaGrad, features dropped at random; then the weightiest features
//! are kept, in eighths of a byte.

#![allow(clippy::indexing_slicing, reason = "a tool for the developer: it may stop on bad input")]

use std::path::{Path, PathBuf};

use dateline::names::NameKind;
use dateline::names::features::Features;
use dateline::names::tagger::{KINDS, LABELS, Model, closes, follows, opens, slot};
use dateline::text::Layout;
use rustc_hash::FxHashMap;

#[path = "names/corpus.rs"]
mod corpus;
#[path = "names/score.rs"]
mod score;
#[path = "names/swap.rs"]
mod swap;

use corpus::{Document, Result};
use swap::{Dice, Stock};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/names/data");
const ANY: u16 = (1 << LABELS) - 1;
const BUCKETS: usize = 50_000;
/// A weight of this size fills a byte.
const FULL: f32 = 4.0;

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
    let epochs = option("epochs", 12.0) as usize;
    for epoch in 0..epochs {
        let loss = field.epoch(&data, &mut dice, option("rate", 0.1), option("drop", 0.3));
        println!("epoch {epoch}: loss {loss:.4}");
        if epoch * 2 >= epochs {
            field.keep();
        }
        if dev.is_some() && epoch + 1 < epochs && option("verbose", 0.0) > 0.0 && epoch % 4 == 3 {
            report(&field.pack(&data), dev.as_deref())?;
        }
    }
    field.settle();
    let bytes = field.pack(&data);
    report(&bytes, dev.as_deref())?;
    std::fs::write(format!("{DATA}/tagger.bin"), &bytes)?;
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
        // Share-alike text stays out of what we ship.
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

/// Texts as numbers: the features of each token, the labels it may have, the stretches it stands in.
#[derive(Default)]
struct Data {
    stretches: Vec<(usize, usize)>,
    allowed: Vec<u16>,
    first: Vec<usize>,
    features: Vec<u32>,
    numbers: FxHashMap<u64, u32>,
    names: Vec<u64>,
    counts: Vec<u32>,
}

impl Data {
    fn add(&mut self, document: &Document) {
        let layout = Layout::of(&document.text);
        let allowed = labels(&layout, document);
        let features = Features::of(&layout);
        for sentence in &layout.sentences {
            for stretch in features.stretches(sentence) {
                let begin = self.allowed.len();
                for at in stretch {
                    self.first.push(self.features.len());
                    self.allowed.push(allowed[at]);
                    features.each(sentence, at, |feature| {
                        let fresh = self.names.len() as u32;
                        let number = *self.numbers.entry(feature).or_insert(fresh);
                        if number == fresh {
                            self.names.push(feature);
                            self.counts.push(0);
                        }
                        self.counts[number as usize] += 1;
                        self.features.push(number);
                    });
                }
                if possible(&self.allowed[begin..]) {
                    self.stretches.push((begin, self.allowed.len()));
                }
            }
        }
    }

    /// Forgets features seen less than `least` times.
    fn finish(&mut self, least: u32) {
        self.numbers = FxHashMap::default();
        self.first.push(self.features.len());
        let mut map = vec![u32::MAX; self.names.len()];
        let mut names = Vec::new();
        let mut counts = Vec::new();
        for (old, &count) in self.counts.iter().enumerate() {
            if count >= least {
                map[old] = names.len() as u32;
                names.push(self.names[old]);
                counts.push(count);
            }
        }
        (self.names, self.counts) = (names, counts);
        let mut kept = Vec::with_capacity(self.features.len());
        for at in 0..self.allowed.len() {
            let (from, to) = (self.first[at], self.first[at + 1]);
            self.first[at] = kept.len();
            kept.extend(self.features[from..to].iter().map(|&f| map[f as usize]).filter(|&f| f != u32::MAX));
        }
        self.first[self.allowed.len()] = kept.len();
        self.features = kept;
    }

    fn of(&self, at: usize) -> &[u32] {
        &self.features[self.first[at]..self.first[at + 1]]
    }
}

/// For every token the labels that the annotation allows, as bits.
fn labels(layout: &Layout<'_>, document: &Document) -> Vec<u16> {
    let usual = |at: usize| if document.partial && layout.tokens[at].capital { ANY } else { 1 };
    let mut out: Vec<u16> = (0..layout.tokens.len()).map(usual).collect();
    let within = |from: usize, to: usize| {
        let first = layout.tokens.partition_point(|t| (t.span.end as usize) <= from);
        let last = layout.tokens.partition_point(|t| (t.span.start as usize) < to);
        first..last
    };
    for unknown in &document.unknown {
        out[within(unknown.start, unknown.end)].fill(ANY);
    }
    for (range, kind) in &document.names {
        let tokens = within(range.start, range.end);
        let exact =
            tokens.clone().next().is_some_and(|t| layout.tokens[t].span.start as usize == range.start)
                && tokens.clone().last().is_some_and(|t| layout.tokens[t].span.end as usize == range.end);
        let kind = KINDS.iter().position(|k| k == kind).unwrap_or(0);
        let count = tokens.len();
        for (index, at) in tokens.enumerate() {
            let part = match (index, count) {
                (0, 1) => 3,
                (0, _) => 0,
                (i, n) if i + 1 == n => 2,
                _ => 1,
            };
            out[at] = if exact { 1 << (1 + 4 * kind + part) } else { ANY };
        }
    }
    out
}

/// Whether any labeling agrees with what is allowed.
fn possible(allowed: &[u16]) -> bool {
    let mut before: u16 = 1;
    for &mask in allowed {
        let mut now = 0;
        for label in (0..LABELS).filter(|l| mask & 1 << l != 0) {
            if (0..LABELS).any(|b| before & 1 << b != 0 && follows(b, label)) {
                now |= 1 << label;
            }
        }
        before = now;
    }
    (0..LABELS).any(|l| before & 1 << l != 0 && closes(l))
}

type Row = [f32; LABELS];

struct Field {
    weights: Vec<Row>,
    /// Sums over the last rounds: their mean is steadier than any one of them.
    sums: Vec<Row>,
    rounds: f32,
    squares: Vec<Row>,
    moves: [Row; LABELS],
    move_squares: [Row; LABELS],
}

impl Field {
    fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; LABELS]; features],
            sums: vec![[0.0; LABELS]; features],
            rounds: 0.0,
            squares: vec![[1e-4; LABELS]; features],
            moves: [[0.0; LABELS]; LABELS],
            move_squares: [[1e-4; LABELS]; LABELS],
        }
    }

    fn epoch(&mut self, data: &Data, dice: &mut Dice, rate: f32, drop: f32) -> f32 {
        let mut order: Vec<usize> = (0..data.stretches.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, dice.roll(at + 1));
        }
        let mut loss = 0.0;
        let mut kept: Vec<Vec<u32>> = Vec::new();
        let threshold = (drop * 65536.0) as usize;
        for &index in &order {
            let (first, last) = data.stretches[index];
            let length = last - first;
            kept.resize_with(length.max(kept.len()), Vec::new);
            let mut scores = vec![[0.0; LABELS]; length];
            for at in 0..length {
                kept[at].clear();
                for &feature in data.of(first + at) {
                    if dice.roll(65536) >= threshold {
                        kept[at].push(feature);
                        for (score, weight) in scores[at].iter_mut().zip(&self.weights[feature as usize]) {
                            *score += weight;
                        }
                    }
                }
            }
            let allowed = &data.allowed[first..last];
            let free = self.expect(&scores, &vec![ANY; length]);
            let bound = self.expect(&scores, allowed);
            loss += free.total - bound.total;
            for at in 0..length {
                let mut gradient = [0.0; LABELS];
                for label in 0..LABELS {
                    gradient[label] = free.labels[at][label] - bound.labels[at][label];
                }
                if gradient.iter().all(|g| g.abs() < 1e-4) {
                    continue;
                }
                for &feature in &kept[at] {
                    let weights = &mut self.weights[feature as usize];
                    let squares = &mut self.squares[feature as usize];
                    for label in 0..LABELS {
                        let g = gradient[label];
                        squares[label] += g * g;
                        weights[label] -= rate * g / (squares[label].sqrt() + 0.1);
                    }
                }
            }
            for before in 0..LABELS {
                for label in 0..LABELS {
                    let g = free.moves[before][label] - bound.moves[before][label];
                    if g != 0.0 {
                        self.move_squares[before][label] += g * g;
                        self.moves[before][label] -=
                            rate * g / (self.move_squares[before][label].sqrt() + 0.1);
                    }
                }
            }
        }
        loss / data.stretches.len() as f32
    }

    fn keep(&mut self) {
        self.rounds += 1.0;
        for (sum, weight) in self.sums.as_flattened_mut().iter_mut().zip(self.weights.as_flattened()) {
            *sum += weight;
        }
    }

    fn settle(&mut self) {
        let rounds = self.rounds.max(1.0);
        for (weight, sum) in self.weights.as_flattened_mut().iter_mut().zip(self.sums.as_flattened()) {
            *weight = sum / rounds;
        }
    }

    /// How likely each label and each move is among the labelings that `allowed` admits.
    fn expect(&self, scores: &[Row], allowed: &[u16]) -> Expected {
        let length = scores.len();
        let mut moves = [[0.0f32; LABELS]; LABELS];
        for (before, row) in moves.iter_mut().enumerate() {
            for (label, to) in row.iter_mut().enumerate() {
                *to = if follows(before, label) { self.moves[before][label].exp() } else { 0.0 };
            }
        }
        let mut emit = vec![[0.0f32; LABELS]; length];
        let mut shift = 0.0;
        for at in 0..length {
            let top = scores[at].iter().copied().fold(f32::MIN, f32::max);
            shift += top;
            for label in 0..LABELS {
                if allowed[at] & 1 << label != 0 {
                    emit[at][label] = (scores[at][label] - top).max(-60.0).exp();
                }
            }
        }
        let mut forward = vec![[0.0f32; LABELS]; length];
        let mut before = [0.0f32; LABELS];
        before[0] = 1.0;
        let mut total = shift;
        for at in 0..length {
            let mut sum = 0.0;
            for label in 0..LABELS {
                let mut reach = 0.0;
                for from in 0..LABELS {
                    reach += before[from] * moves[from][label];
                }
                forward[at][label] = reach * emit[at][label];
                sum += forward[at][label];
            }
            let sum = f32::max(sum, 1e-30);
            forward[at].iter_mut().for_each(|f| *f /= sum);
            total += sum.ln();
            before = forward[at];
        }
        let mut backward = [0.0f32; LABELS];
        for (label, b) in backward.iter_mut().enumerate() {
            *b = if closes(label) { 1.0 } else { 0.0 };
        }
        let ends: f32 = (0..LABELS).map(|l| before[l] * backward[l]).sum::<f32>().max(1e-30);
        total += ends.ln();
        let mut labels = vec![[0.0f32; LABELS]; length];
        let mut expected = [[0.0f32; LABELS]; LABELS];
        for at in (0..length).rev() {
            let norm: f32 = (0..LABELS).map(|l| forward[at][l] * backward[l]).sum::<f32>().max(1e-30);
            for label in 0..LABELS {
                labels[at][label] = forward[at][label] * backward[label] / norm;
            }
            let previous = if at > 0 {
                forward[at - 1]
            } else {
                let mut start = [0.0; LABELS];
                start[0] = 1.0;
                start
            };
            let mut next = [0.0f32; LABELS];
            let mut mass = 0.0;
            let mut pairs = [[0.0f32; LABELS]; LABELS];
            for from in 0..LABELS {
                for label in 0..LABELS {
                    let pair = moves[from][label] * emit[at][label] * backward[label];
                    next[from] += pair;
                    pairs[from][label] = previous[from] * pair;
                    mass += pairs[from][label];
                }
            }
            let mass = f32::max(mass, 1e-30);
            for from in 0..LABELS {
                for label in 0..LABELS {
                    expected[from][label] += pairs[from][label] / mass;
                }
            }
            let top = next.iter().copied().fold(1e-30, f32::max);
            backward = next.map(|n| n / top);
        }
        Expected { total, labels, moves: expected }
    }

    /// The file: moves, then the weightiest features in buckets of four rows.
    fn pack(&self, data: &Data) -> Vec<u8> {
        let unit = 127.0 / FULL;
        let mut bytes = Vec::new();
        for (before, row) in self.moves.iter().enumerate() {
            for (label, weight) in row.iter().enumerate() {
                let legal = follows(before, label) || opens(label) && closes(before);
                bytes.extend(((if legal { weight * unit } else { 0.0 }) as i16).to_le_bytes());
            }
        }
        let mut order: Vec<(u32, usize)> = self
            .weights
            .iter()
            .enumerate()
            .map(|(number, row)| {
                let mean = row.iter().sum::<f32>() / LABELS as f32;
                let norm = row.iter().map(|w| (w - mean) * (w - mean)).sum::<f32>();
                ((norm * (data.counts[number] as f32).sqrt() * 1000.0) as u32, number)
            })
            .collect();
        order.sort_by_key(|&(weight, number)| (std::cmp::Reverse(weight), data.names[number]));
        let mut buckets = vec![[[0u8; 16]; 4]; BUCKETS];
        let mut used = vec![0usize; BUCKETS];
        let (mut stored, mut lost) = (0, 0);
        for (weight, number) in order {
            let (bucket, mark) = slot(data.names[number], BUCKETS);
            if weight == 0 || used[bucket] == 4 {
                lost += 1;
                continue;
            }
            let row = &mut buckets[bucket][used[bucket]];
            for (to, weight) in row.iter_mut().zip(&self.weights[number]) {
                *to = (weight * unit).round().clamp(-127.0, 127.0) as i8 as u8;
            }
            row[14..].copy_from_slice(&mark);
            used[bucket] += 1;
            stored += 1;
        }
        println!("{stored} features stored, {lost} left out");
        bytes.extend(buckets.as_flattened().as_flattened());
        bytes
    }
}

struct Expected {
    total: f32,
    labels: Vec<Row>,
    moves: [Row; LABELS],
}

fn report(bytes: &[u8], dev: Option<&Path>) -> Result<()> {
    let Some(dev) = dev else { return Ok(()) };
    let model = Model::new(bytes).ok_or("no model")?;
    for file in corpus::files(dev)? {
        let mut scores = [score::Score::default(); 3];
        for document in corpus::read(&file)? {
            let layout = Layout::of(&document.text);
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
