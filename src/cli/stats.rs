//! `dateline stats`: how long loading takes, how much memory it needs, and how fast every request is answered
//! over every mention of the corpus.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::{Failure, print, workspace};
use crate::article::{Article, Hints};
use crate::ide::code_action::code_actions;
use crate::ide::document_highlight::document_highlights;
use crate::ide::document_symbol::document_symbols;
use crate::ide::inlay_hint::inlay_hints;
use crate::ide::semantic_tokens::semantic_tokens;
use crate::ide::workspace_symbol::workspace_symbols;
use crate::ide::{goto, hover, references};
use crate::text::Span;
use crate::world::{Change, DocId, World};
use crate::{checks, text};

pub fn run(paths: &[PathBuf]) -> Result<ExitCode, Failure> {
    let start = Instant::now();
    let loaded = workspace::load(paths)?;
    let load = start.elapsed();
    let world = &loaded.world;
    let bytes: u64 = world.articles().map(|(_, dated)| u64::from(dated.article.text.len())).sum();
    let places = places(world);
    let mut out = format!(
        "{} articles, {} of text, {} mentions, {} entities, {} meetings\nloaded in {}\n",
        world.articles().count(),
        size(bytes),
        places.len(),
        world.entities().count(),
        world.events().count(),
        time(load)
    );
    if let Some(memory) = resident() {
        out.push_str(&format!(
            "memory {} ({:.1} × the text)\n",
            size(memory),
            memory as f64 / bytes.max(1) as f64
        ));
    }
    out.push_str(&format!(
        "\n{:<18}{:>9}{:>10}{:>10}{:>10}{:>10}\n",
        "request", "calls", "p50", "p90", "p99", "max"
    ));
    let rules = &loaded.config.rules;
    let link = |_: &crate::world::Place| None;
    let mut row = |name: &str, times: Vec<Duration>| out.push_str(&line(name, times));
    row("hover", each(&places, |(doc, at)| drop(hover::hover(world, doc, *at, &link))));
    row("definition", each(&places, |(doc, at)| drop(goto::definition(world, doc, *at))));
    row("declaration", each(&places, |(doc, at)| drop(goto::declaration(world, doc, *at))));
    row("typeDefinition", each(&places, |(doc, at)| drop(goto::type_definition(world, doc, *at))));
    row("implementation", each(&places, |(doc, at)| drop(goto::implementation(world, doc, *at))));
    row("references", each(&places, |(doc, at)| drop(references::references(world, doc, *at, true))));
    row("documentHighlight", each(&places, |(doc, at)| drop(document_highlights(world, doc, *at))));
    let docs: Vec<_> =
        world.articles().map(|(doc, dated)| (doc.clone(), Span::new(0, dated.article.text.len()))).collect();
    row("documentSymbol", each(&docs, |(doc, _)| drop(document_symbols(world, doc))));
    row("inlayHint", each(&docs, |(doc, all)| drop(inlay_hints(world, doc, *all))));
    row("semanticTokens", each(&docs, |(doc, all)| drop(semantic_tokens(world, doc, *all))));
    row("diagnostics", each(&docs, |(doc, _)| drop(checks::findings(world, doc, rules))));
    row("codeAction", some(&docs, |(doc, all)| drop(code_actions(world, doc, *all, rules, None))));
    row("keystroke", some(&docs, |(doc, _)| keystroke(world, doc)));
    let queries: Vec<_> = ["", "a", "wang", "summit"].into_iter().collect();
    row("workspaceSymbol", each(&queries, |query| drop(workspace_symbols(world, query, 128))));
    print(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// The middle of every mention, by document.
fn places(world: &World) -> Vec<(DocId, u32)> {
    world.articles().flat_map(|(doc, dated)| middles(&dated.article).map(|at| (doc.clone(), at))).collect()
}

fn middles(article: &Article) -> impl Iterator<Item = u32> {
    let names = article.names.mentions.iter().map(|mention| mention.span);
    let meetings = article.meetings.mentions.iter().map(|mention| mention.span);
    let times = article.times.iter().map(|timex| timex.span);
    names.chain(meetings).chain(times).map(|span| span.start + span.len() / 2)
}

/// The cost of a letter typed at the end of an article: reading it again and relinking the World.
fn keystroke(world: &World, doc: &DocId) {
    let Some(dated) = world.article(doc) else { return };
    let mut text = dated.article.text.as_str().to_owned();
    text.push('x');
    let hints: Hints = dated.article.hints.clone();
    std::hint::black_box(world.apply(vec![Change::Article {
        doc: doc.clone(),
        text: text::position::Text::new(text),
        hints,
    }]));
}

/// More calls would take minutes on a large corpus and show the same.
const MAX_CALLS: usize = 3_000;

/// The same for calls that take milliseconds each.
const MAX_SLOW_CALLS: usize = 300;

fn each<T>(all: &[T], call: impl FnMut(&T)) -> Vec<Duration> {
    sample(all, MAX_CALLS, call)
}

/// Times a smaller sample, for slow calls.
fn some<T>(all: &[T], call: impl FnMut(&T)) -> Vec<Duration> {
    sample(all, MAX_SLOW_CALLS, call)
}

/// Times a sample: on a large corpus it shows the same and ends sooner.
fn sample<T>(all: &[T], most: usize, mut call: impl FnMut(&T)) -> Vec<Duration> {
    let step = all.len().div_ceil(most).max(1);
    let timed = all.iter().step_by(step).map(|one| {
        let start = Instant::now();
        call(one);
        start.elapsed()
    });
    timed.collect()
}

fn line(name: &str, mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| quantile(&times, share).map_or_else(|| "-".to_owned(), time);
    format!("{name:<18}{:>9}{:>10}{:>10}{:>10}{:>10}\n", times.len(), at(0.5), at(0.9), at(0.99), at(1.0))
}

/// The time that this share of the sorted times does not exceed.
fn quantile(times: &[Duration], share: f64) -> Option<Duration> {
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied()
}

fn time(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        m if m < 1000.0 => format!("{m:.0} µs"),
        m if m < 1e6 => format!("{:.1} ms", m / 1e3),
        m => format!("{:.2} s", m / 1e6),
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        b if b < 10_000 => format!("{b} B"),
        b if b < 10_000_000 => format!("{:.0} kB", b as f64 / 1e3),
        b => format!("{:.1} MB", b as f64 / 1e6),
    }
}

/// Resident memory of this process in bytes, where the system reports it (Linux).
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse::<u64>().ok().map(|kb| kb * 1024)
}
