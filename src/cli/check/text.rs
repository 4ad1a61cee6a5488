//! Findings for people: the source lines of both places, marked, in the style of rustc.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use super::Report;
use crate::checks::{Finding, Severity, TOLD_ONCE};
use crate::cli::Colour;
use crate::cli::workspace::LoadedCorpus;
use crate::ide::date_list::DateCount;
use crate::ide::show;
use crate::text::Span;
use crate::world::{Place, load};

/// Paragraphs are one line each, so longer ones are cut around the finding.
const MAX_COLUMNS: usize = 110;

/// Files listed one by one; of more, a reader wants to know only the kinds.
const MAX_SKIPPED_LINES: usize = 10;

pub fn render(report: &Report<'_>, colour: Colour) -> String {
    use std::io::IsTerminal as _;
    let coloured = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(MAX_COLUMNS);
    let mut out = String::new();
    for found in report.shown() {
        let excerpts = excerpts(report.loaded, &found.place, &found.finding);
        let article = report.article(&found.place.doc);
        out.push_str(&renderer.render(&groups(&found.finding, &excerpts, article.as_deref())));
        out.push_str("\n\n");
    }
    let skipped = &report.loaded.skipped;
    for (path, reason) in skipped.iter().take(MAX_SKIPPED_LINES) {
        out.push_str(&format!("skipped {path}: {reason}\n"));
    }
    if skipped.len() > MAX_SKIPPED_LINES {
        let all = load::skipped_in_short(skipped.iter().map(|(_, reason)| reason.as_str()));
        out.push_str(&format!("{all} (`--format json` lists them)\n"));
    }
    out.push_str(&summary(report));
    out.push_str(&undated(report));
    out
}

/// The lines around one place.
struct Excerpt {
    path: String,
    source: String,
    /// Number of the first line, from one.
    line: usize,
    span: std::ops::Range<usize>,
    label: Option<String>,
}

fn excerpts(loaded: &LoadedCorpus, place: &Place, finding: &Finding) -> Vec<Excerpt> {
    let mut all: Vec<_> = excerpt(loaded, place, None).into_iter().collect();
    all.extend(
        finding
            .related
            .iter()
            .filter_map(|related| excerpt(loaded, &related.place, Some(related.message.clone()))),
    );
    all
}

fn excerpt(loaded: &LoadedCorpus, place: &Place, label: Option<String>) -> Option<Excerpt> {
    let (text, _) = loaded.world.file_text(&place.doc)?;
    let place = loaded.world.in_file(place);
    let (first, last) = (
        text.line_of(place.span.start),
        text.line_of(place.span.end.saturating_sub(1).max(place.span.start)),
    );
    let whole = Span::new(text.line_span(first).start, text.line_span(last).end);
    let source: String = text.slice(whole).chars().map(tame).collect();
    let start = text
        .slice(Span::new(whole.start, place.span.start))
        .chars()
        .map(|c| tame(c).len_utf8())
        .sum::<usize>();
    let len = text
        .slice(Span::new(place.span.start, place.span.end.min(whole.end)))
        .chars()
        .map(|c| tame(c).len_utf8())
        .sum::<usize>();
    Some(Excerpt {
        path: loaded.shown(&place.doc),
        source,
        line: first as usize + 1,
        span: start..start + len,
        label,
    })
}

/// Makes text from an article safe for a terminal: control and bidi characters become a visible mark.
fn tame(c: char) -> char {
    match c {
        '\n' => '\n',
        '\t' | '\u{a0}' | '\u{202f}' => ' ',
        c if c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}') =>
        {
            '\u{fffd}'
        }
        c => c,
    }
}

fn groups<'a>(finding: &'a Finding, excerpts: &'a [Excerpt], article: Option<&'a str>) -> Vec<Group<'a>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let mut main = level.primary_title(finding.message.as_str()).id(finding.code.to_string()).elements(
        excerpts.iter().enumerate().map(|(i, excerpt)| {
            let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let mark = kind.span(excerpt.span.clone()).label(excerpt.label.as_deref());
            Snippet::source(excerpt.source.as_str())
                .line_start(excerpt.line)
                .path(excerpt.path.as_str())
                .annotation(mark)
        }),
    );
    if let Some(article) = article {
        main = main.element(Level::NOTE.message(format!("in {article}")));
    }
    if let Some(help) = &finding.help {
        main = main.element(Level::HELP.message(help.as_str()));
    }
    for fix in &finding.fixes {
        main = main.element(Level::HELP.message(fix.title.as_str()));
    }
    vec![main]
}

/// A line for all articles without a date, unless the user does not want to hear of them.
fn undated(report: &Report<'_>) -> String {
    if report.loaded.config.rules.is_off(TOLD_ONCE) {
        return String::new();
    }
    let docs = report.world.articles().map(|(doc, _)| doc).filter(|doc| report.loaded.wanted(doc));
    let words = DateCount::of(report.world, docs).in_words();
    words.map_or_else(String::new, |words| format!("{words}; `dateline date` lists them\n"))
}

fn summary(report: &Report<'_>) -> String {
    let count = |severity| report.found.iter().filter(|found| found.finding.severity == severity).count();
    let parts = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "note"),
        (Severity::Hint, "hint"),
    ];
    let hidden = if report.hints { 0 } else { count(Severity::Hint) };
    let said: Vec<_> = parts
        .iter()
        .filter(|(severity, _)| count(*severity) > 0 && (report.hints || *severity != Severity::Hint))
        .map(|(severity, word)| show::count(count(*severity), word))
        .collect();
    let checked = show::count(report.articles, "article");
    let hints = match hidden {
        0 => String::new(),
        _ => format!(" ({}: show with --hints)", show::count(hidden, "hint")),
    };
    if said.is_empty() {
        format!("{checked}, nothing that cannot be true{hints}\n")
    } else {
        format!("{checked}: {}{hints}\n", said.join(", "))
    }
}
