//! Dates that somebody wrote down as the article's own, most trusted first: configuration, front matter, byline,
//! dateline, a line with nothing but a place and a date, the address, the file name.

use jiff::civil::Date;

use super::written;
use crate::article::Article;
use crate::text::{Span, ZoneKind};

pub(super) struct Stated {
    pub date: Date,
    pub words: &'static str,
    pub span: Option<Span>,
}

pub(super) fn of(article: &Article) -> Vec<Stated> {
    let mut out = Vec::new();
    if let Some(date) = article.hints.date {
        out.push(Stated { date, words: "the configuration", span: None });
    }
    if let Some((date, span)) = article.front.date {
        out.push(Stated { date, words: "the front matter", span: Some(span) });
    }
    for (kind, words) in [(ZoneKind::Byline, "the byline"), (ZoneKind::Dateline, "the dateline")] {
        out.extend(zones(article, kind).find_map(|span| day_in(article, span, words)));
    }
    out.extend(date_line(article));
    if let Some((_, span)) = &article.front.source {
        out.extend(day_in(article, *span, "the source’s address"));
    }
    out.extend(address(article));
    if let Some((date, _)) = written::find_day(stem(&article.hints.file_name)) {
        out.push(Stated { date, words: "the file name", span: None });
    }
    out
}

/// Places of the zones of one kind before the article is well under way: a dateline deep in a text belongs to a
/// second story.
pub(super) fn zones(article: &Article, kind: ZoneKind) -> impl Iterator<Item = Span> + '_ {
    article.zones.iter().take(24).filter(move |zone| zone.kind == kind).map(|zone| zone.span)
}

fn day_in(article: &Article, span: Span, words: &'static str) -> Option<Stated> {
    let (date, at) = written::find_day(article.text.slice(span))?;
    Some(Stated { date, words, span: Some(Span::new(span.start + at.start, span.start + at.end)) })
}

/// A line near the top that holds a date and at most a place: "Cairo, 17 March 2024".
fn date_line(article: &Article) -> Option<Stated> {
    let lines = article.zones.iter().filter(|z| z.kind.is_prose()).take(5);
    lines.filter(|zone| zone.kind != ZoneKind::Caption).find_map(|zone| {
        let line = article.text.slice(zone.span);
        if line.len() > 60 || line.ends_with('.') {
            return None;
        }
        let (_, at) = written::find_day(line)?;
        let rest = line.get(at.end as usize..)?;
        let before = line.get(..at.start as usize)?;
        let place_only = before
            .split_whitespace()
            .all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
            && (before.trim().is_empty() || before.trim_end().ends_with([',', '(', '|', '-', '–', '—', ':']))
            && before.split_whitespace().count() <= 4;
        let ends =
            !rest.contains(char::is_alphabetic) || rest.split_whitespace().count() <= 3 && rest.contains(':');
        (place_only && ends).then(|| day_in(article, zone.span, "the date line")).flatten()
    })
}

/// An address alone on a line at the top or the end of a saved page.
fn address(article: &Article) -> Option<Stated> {
    let alone = |span: &Span| {
        let line = article.text.slice(*span).trim();
        (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(char::is_whitespace)
    };
    let (head, tail) = (article.zones.iter().take(4), article.zones.iter().rev().take(4));
    let span = head.chain(tail).map(|zone| zone.span).find(alone)?;
    day_in(article, span, "the page’s address")
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.')
        .filter(|(_, ending)| !ending.contains(|c: char| c.is_ascii_digit()))
        .map_or(name, |(s, _)| s)
}
