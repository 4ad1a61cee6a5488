//! Reading time expressions, in MB/s: `cargo bench --bench time`. The text is generated here.

use dateline::lang::Language;
use dateline::text::Layout;
use dateline::time;
use divan::Bencher;
use divan::counter::BytesCount;
use jiff::civil::Date;

fn main() {
    divan::main();
}

/// Sentences as in news: most words have nothing to do with time.
fn news(bytes: usize) -> String {
    const SENTENCES: &[&str] = &[
        "The minister arrived in the capital on Tuesday for two days of talks with her counterpart. ",
        "Officials from both sides said the agreement would be signed before the end of the month. ",
        "Trade between the neighbours rose sharply last year, according to figures from the central bank. ",
        "The delegation visited a car plant outside the city and a school that teaches both languages. ",
        "Their last meeting took place on March 14, 2019, when the two governments reopened the border. ",
        "Reporters asked about the dispute over fishing rights, which has troubled relations for decades. ",
        "A spokesman declined to say whether the prime minister would attend the summit in September. ",
        "The river crossing was closed at 10:30 p.m. after heavy rain and opened again early Friday. ",
        "Opposition parties called the plan expensive and asked for a vote in parliament. ",
        "Unemployment fell to 4.1 percent in the third quarter, the lowest level since 2007. ",
    ];
    let mut out = String::new();
    for sentence in SENTENCES.iter().cycle() {
        if out.len() >= bytes {
            break;
        }
        out.push_str(sentence);
        if out.len().is_multiple_of(7) {
            out.push_str("\n\n");
        }
    }
    out
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let text = news(1_000_000);
    let layout = Layout::of(&text, Language::english());
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| time::read(&layout));
}

#[divan::bench]
fn resolve(bencher: Bencher<'_, '_>) {
    let text = news(1_000_000);
    let layout = Layout::of(&text, Language::english());
    let times = time::read(&layout);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| time::resolve(&times, Some(Date::constant(2024, 5, 17))));
}

#[divan::bench]
fn layout(bencher: Bencher<'_, '_>) {
    let text = news(1_000_000);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| Layout::of(&text, Language::english()));
}
