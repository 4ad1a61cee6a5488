//! The cost of a World: first a table of figures against the budgets, then divan's details. `cargo bench
//! --bench world`; `ARTICLES=1000` for a smaller corpus.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

#[path = "corpus.rs"]
mod corpus;

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use dateline::article::{Article, Hints};
use dateline::checks::{self, Rules};
use dateline::lang::Language;
use dateline::text::position::Text;
use dateline::world::load;
use dateline::world::sources::{SourceOptions, Sources};
use dateline::world::{Change, DocId, World};

const BYTES: usize = 6_000;

pub fn main() {
    if std::env::args().all(|arg| arg != "--test") {
        table();
    }
    divan::main();
}

fn articles() -> usize {
    std::env::var("ARTICLES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000)
}

/// The corpus, as documents.
fn changes() -> Vec<Change> {
    let article = |n| change(n, corpus::article(n, BYTES));
    let profile =
        Change::Profile { doc: DocId::new("profiles/p.toml"), text: Text::new(corpus::profile(60)) };
    (0..articles()).map(article).chain([profile]).collect()
}

fn change(n: usize, text: String) -> Change {
    let doc = DocId::new(corpus::doc(n));
    let hints = Hints { file_name: doc.file_name().into(), ..Hints::default() };
    Change::Article { doc, text: Text::new(text), hints }
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::default().apply(changes()))
}

/// Another article every time.
fn next() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(37, Ordering::Relaxed) % articles()
}

/// The corpus on disk, in a folder of its own.
fn on_disk() -> PathBuf {
    let root = std::env::temp_dir().join(format!("dateline-bench-{}", articles()));
    if !root.is_dir() {
        for n in 0..articles() {
            let path = root.join(corpus::doc(n));
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, corpus::article(n, BYTES)).unwrap();
        }
        std::fs::create_dir_all(root.join("profiles")).unwrap();
        std::fs::write(root.join("profiles/p.toml"), corpus::profile(60)).unwrap();
    }
    root
}

fn table() {
    let root = on_disk();
    let before = resident();
    let start = Instant::now();
    let loaded = load::load(&Sources::new(&[root], &SourceOptions::default()), &|_, _| {});
    let read = start.elapsed();
    let world = World::default().apply(loaded.changes);
    let all = start.elapsed();
    let text: u64 = world.articles().map(|(_, dated)| u64::from(dated.article.text.len())).sum();
    let size = format!("{} articles, {:.1} MB", world.article_count(), text as f64 / 1e6);
    println!("{size}");
    row("reading the files", read, None);
    row("cold load", all, Some(Duration::from_secs(4)));
    let _ = black_box(world.entities().count() + world.events().count());
    row("cold load, every entity told", start.elapsed(), None);
    let memory = resident().saturating_sub(before);
    println!("{:<44}{:>8.2} × text   budget 6.00", "memory", memory as f64 / text as f64);
    for (what, typed) in [
        (
            "keystroke in a sentence",
            "It was late when they left, and nobody said a word to the press about it. ",
        ),
        (
            "keystroke in names and dates",
            "Foreign Minister Boris Tanaka met Wilma Garcia in Rome on Monday, May 6. ",
        ),
    ] {
        let mut times: Vec<Duration> =
            (0..20).flat_map(|n| keystrokes(&world, n * articles() / 20, typed)).collect();
        times.sort();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        row(&format!("{what}, median"), at(0.5), None);
        row(&format!("{what}, p99"), at(0.99), Some(Duration::from_millis(5)));
        row(&format!("{what}, slowest"), at(1.0), None);
    }
    let start = Instant::now();
    black_box(world.apply(vec![profile_change(61)]));
    row("one more person in a profile", start.elapsed(), None);
}

/// Types `typed` into the middle of an article, letter by letter. A keystroke includes computing the
/// article's findings.
fn keystrokes(world: &World, n: usize, typed: &str) -> Vec<Duration> {
    let mut text = corpus::article(n, BYTES);
    let mut at = text[text.len() / 2..].find(". ").unwrap_or(0) + text.len() / 2 + 2;
    let doc = DocId::new(corpus::doc(n));
    let mut world = world.clone();
    let mut times = Vec::new();
    for c in typed.chars() {
        text.insert(at, c);
        at += c.len_utf8();
        let change = change(n, text.clone());
        let start = Instant::now();
        world = world.apply(vec![change]);
        black_box(checks::findings(&world, &doc, &Rules::default()));
        times.push(start.elapsed());
    }
    times
}

fn profile_change(people: usize) -> Change {
    Change::Profile { doc: DocId::new("profiles/p.toml"), text: Text::new(corpus::profile(people)) }
}

fn row(what: &str, time: Duration, budget: Option<Duration>) {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let budget = budget
        .map_or_else(String::new, |b| format!("   budget {:>6.0} ms, {:.2} of it", ms(b), ms(time) / ms(b)));
    println!("{what:<44}{:>11.3} ms{budget}", ms(time));
}

/// Resident memory in bytes; 0 without `/proc`.
fn resident() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

#[divan::bench]
fn read_one_article(bencher: divan::Bencher<'_, '_>) {
    let text = Text::new(corpus::article(7, BYTES));
    bencher
        .with_inputs(|| (text.clone(), Hints::default()))
        .bench_values(|(text, hints)| Article::read(text, hints, world().lexicon(), Language::english()));
}

#[divan::bench(sample_count = 200)]
fn keystroke(bencher: divan::Bencher<'_, '_>) {
    bencher
        .with_inputs(|| {
            let n = next();
            change(n, corpus::article(n, BYTES) + " And")
        })
        .bench_values(|change| world().apply(vec![change]));
}

#[divan::bench(sample_count = 200)]
fn findings(bencher: divan::Bencher<'_, '_>) {
    bencher
        .with_inputs(|| DocId::new(corpus::doc(next())))
        .bench_values(|doc| checks::findings(world(), &doc, &Rules::default()));
}

#[divan::bench(sample_count = 3)]
fn cold_load(bencher: divan::Bencher<'_, '_>) {
    bencher.with_inputs(changes).bench_values(|changes| World::default().apply(changes));
}
