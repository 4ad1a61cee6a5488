//! Reading names, in words per second, beside a plain pass over the same text: `cargo bench --bench names`.
//! The text is generated here.

#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "a bench: its own made-up text only")]

use std::time::Instant;

use dateline::lang::Language;
use dateline::names::{self, Lexicon, tagger};
use dateline::text::Layout;
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    start();
    divan::main();
}

/// The cost of the first article, when tables and weights are used for the first time.
fn start() {
    let begun = Instant::now();
    let text =
        "Prime Minister Ana Souto flew to Oslo on Monday for talks with Jonas Brandt of the Harbour Bank.";
    let names = names::read(&Layout::of(text, Language::english()), &Lexicon::default());
    let ms = begun.elapsed().as_secs_f64() * 1e3;
    println!("start-up: {} names of the first article after {ms:.2} ms   budget 10 ms", names.mentions.len());
}

/// Articles in the style of agencies: about one word in six is in a name.
fn news(words: usize) -> String {
    const PEOPLE: &[&str] =
        &["Ana Souto", "Li Wenbo", "Jonas Brandt", "Aisha al-Karim", "Peter van Dorn", "Oh Min-ji"];
    const PLACES: &[&str] = &["Oslo", "Nairobi", "Buenos Aires", "the Black Sea", "Hanoi", "Quebec"];
    let mut out = String::new();
    let mut count = 0;
    for round in 0.. {
        if count >= words {
            break;
        }
        let who = PEOPLE[round % PEOPLE.len()];
        let other = PEOPLE[(round * 5 + 1) % PEOPLE.len()];
        let place = PLACES[(round * 7 + 2) % PLACES.len()];
        let before = out.len();
        out.push_str(&format!(
            "Prime Minister {who} arrived in {place} on Monday for two days of talks with the leader of the largest \
             opposition party. Officials said that the visit had been planned for months. {other}, a former judge who \
             now heads the central bank, told reporters that prices would not rise again before the summer.\n\n"
        ));
        count += out[before..].split_whitespace().count();
    }
    out
}

const WORDS: usize = 100_000;

#[divan::bench]
fn plain_pass(bencher: Bencher<'_, '_>) {
    let text = news(WORDS);
    bencher.counter(ItemsCount::new(WORDS)).bench_local(|| text.split_whitespace().map(str::len).max());
}

#[divan::bench]
fn layout(bencher: Bencher<'_, '_>) {
    let text = news(WORDS);
    bencher.counter(ItemsCount::new(WORDS)).bench_local(|| Layout::of(&text, Language::english()));
}

#[divan::bench]
fn tag(bencher: Bencher<'_, '_>) {
    let text = news(WORDS);
    let (layout, lexicon) = (Layout::of(&text, Language::english()), Lexicon::default());
    bencher.counter(ItemsCount::new(WORDS)).bench_local(|| tagger::tag(&layout, &lexicon));
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let text = news(WORDS);
    let (layout, lexicon) = (Layout::of(&text, Language::english()), Lexicon::default());
    bencher.counter(ItemsCount::new(WORDS)).bench_local(|| names::read(&layout, &lexicon));
}
