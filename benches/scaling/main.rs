//! How the cost of one file grows with its length, over many kinds of text: `cargo bench --bench scaling`. It
//! prints exponents: 1.0 is linear, 2.0 is quadratic, and every reader must stay at 1.2 or below. `KB=64`
//! sets the smallest of the three sizes, each twice the one before; `KIND=people` picks kinds by name.
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "a bench: its own made-up text only")]

#[path = "kinds.rs"]
mod kinds;

use std::hint::black_box;
use std::time::{Duration, Instant};

use dateline::article::{Article, Hints};
use dateline::checks::{Rules, findings};
use dateline::ide;
use dateline::lang::Language;
use dateline::names::Lexicon;
use dateline::text::position::Text;
use dateline::text::{Layout, Span};
use dateline::world::{Change, DocId, World};
use dateline::{meetings, names, time};

/// The most an exponent may be.
const MAX_EXPONENT: f64 = 1.2;
/// Times below this are mostly noise, so they have no exponent.
const NOISE: Duration = Duration::from_micros(300);
/// Once a stage takes this long, larger texts are left out: it is slow enough already.
const TOO_LONG: Duration = Duration::from_secs(20);
/// Short measurements are repeated until they have taken this long: Linux counts the time of a thread in
/// steps of 4 ms.
const REPEAT: Duration = Duration::from_millis(60);

/// What is measured, in order.
const STAGES: [&str; 9] =
    ["layout", "times", "names", "meetings", "article", "world", "findings", "file", "cursor"];

fn main() {
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let kilobytes: usize = std::env::var("KB").ok().and_then(|kb| kb.parse().ok()).unwrap_or(64);
    let wanted = std::env::var("KIND").unwrap_or_default();
    let sizes = [1, 2, 4].map(|times| times * kilobytes * 1000);
    println!("exponent (milliseconds for {} kB)", sizes[2] / 1000);
    print!("{:<42}", "");
    STAGES.iter().for_each(|stage| print!("{stage:>15}"));
    println!();
    let (mut kinds, mut slow) = (0, 0);
    for (name, piece) in kinds::KINDS.iter().filter(|(name, _)| name.contains(&wanted)) {
        kinds += 1;
        slow += usize::from(row(name, sizes.map(|bytes| text(*piece, bytes))));
    }
    println!("{slow} of {kinds} kinds have a stage above {MAX_EXPONENT}, marked with `!`");
}

/// Pieces of this kind, `bytes` long.
fn text(piece: kinds::Piece, bytes: usize) -> String {
    let (mut out, mut n) = (String::new(), 0);
    while out.len() < bytes {
        out += &piece(n);
        n += 1;
    }
    out
}

/// Prints the row of one kind; whether a stage of it is slow.
fn row(name: &str, texts: [String; 3]) -> bool {
    let mut costs: Vec<[Duration; STAGES.len()]> = Vec::new();
    for text in &texts {
        let cost = costs_of(text);
        let slow = cost.iter().any(|cost| *cost > TOO_LONG);
        costs.push(cost);
        if slow {
            break;
        }
    }
    let last = costs.len() - 1;
    let mut any = false;
    print!("{name:<42}");
    for (first, end) in costs[0].iter().zip(&costs[last]) {
        let ms = end.as_secs_f64() * 1e3;
        if *end < NOISE {
            print!("{:>13}", format!("- ({ms:.1})"));
            continue;
        }
        let exponent = (end.as_secs_f64() / first.as_secs_f64()).log2() / last.max(1) as f64;
        let mark = if exponent > MAX_EXPONENT { "!" } else { "" };
        any |= exponent > MAX_EXPONENT;
        print!("{:>13}", format!("{mark}{exponent:.2} ({ms:.0})"));
    }
    println!("{}", if last < 2 { "  larger texts left out" } else { "" });
    any
}

/// What each stage costs for one text.
fn costs_of(text: &str) -> [Duration; STAGES.len()] {
    let (lexicon, english) = (Lexicon::default(), Language::english());
    let layout = Layout::of(text, english);
    let mut times = time::read(&layout);
    let sections = time::sections(&layout, &mut times);
    let named = names::read(&layout, &lexicon);
    let doc = DocId::new("a.txt");
    let world = World::default().apply(vec![change(&doc, text)]);
    let typed = format!("{text} So.");
    [
        cost(&|| drop(black_box(Layout::of(text, english)))),
        cost(&|| drop(black_box(time::read(&layout)))),
        cost(&|| drop(black_box(names::read(&layout, &lexicon)))),
        cost(&|| drop(black_box(meetings::read(&layout, &times, &sections, &named, &lexicon)))),
        cost(&|| drop(black_box(Article::read(Text::new(text), Hints::default(), &lexicon, english)))),
        cost(&|| drop(black_box(world.apply(vec![change(&doc, &typed)])))),
        cost(&|| drop(black_box(findings(&world, &doc, &Rules::default())))),
        cost(&|| answer_for_file(&world, &doc, text.len() as u32)),
        cost(&|| answer_at_cursor(&world, &doc, text.len() as u32)),
    ]
}

fn change(doc: &DocId, text: &str) -> Change {
    Change::Article { doc: doc.clone(), text: Text::new(text), hints: Hints::default() }
}

/// What an editor asks of a file as a whole while it is on the screen.
fn answer_for_file(world: &World, doc: &DocId, len: u32) {
    black_box(ide::document_symbol::document_symbols(world, doc));
    black_box(ide::folding_range::folding_ranges(world, doc));
    let screen = Span::new(len / 2, (len / 2 + 4_000).min(len));
    black_box(ide::semantic_tokens::semantic_tokens(world, doc, Span::new(0, len)));
    black_box(ide::inlay_hint::inlay_hints(world, doc, screen));
}

/// What an editor asks at a place; some places, because a kind of text may have nothing at one of them.
fn answer_at_cursor(world: &World, doc: &DocId, len: u32) {
    for offset in (len / 2..len).step_by(201).take(20) {
        black_box(ide::hover::hover(world, doc, offset, &|_| None));
        black_box(ide::document_highlight::document_highlights(world, doc, offset));
        black_box(ide::goto::definition(world, doc, offset));
        black_box(ide::references::references(world, doc, offset, true));
        black_box(ide::rename::prepare_rename(world, doc, offset));
        black_box(ide::selection_range::selection_ranges(world, doc, offset));
        black_box(ide::completion::completions(world, doc, offset));
    }
}

/// The mean of some runs.
fn cost(work: &dyn Fn()) -> Duration {
    let (begun, mut runs) = (Instant::now(), 0);
    let start = time_worked(begun);
    while runs == 0 || time_worked(begun) - start < REPEAT {
        work();
        runs += 1;
    }
    (time_worked(begun) - start) / runs
}

/// What this thread has worked, where the system tells: on a busy machine an hour passes that nobody works.
fn time_worked(begun: Instant) -> Duration {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = nanoseconds.and_then(|all| all.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}
