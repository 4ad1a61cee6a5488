//! Dates that somebody wrote down as the article's own, most trusted first: configuration, front matter, byline,
//! dateline, a line with nothing but a place and a date, the address, the file name.

use std::borrow::Cow;

use jiff::civil::Date;

use super::Article;
use crate::text::{Span, ZoneKind};
use crate::time::written;

/// A day that the article, or what is known of it, states as its own.
#[derive(Clone, Debug)]
pub struct StatedDate {
    pub date: Date,
    /// Who says so: "the byline".
    pub words: Cow<'static, str>,
    pub span: Option<Span>,
}

/// The most trusted first.
pub fn stated_dates(article: &Article) -> Vec<StatedDate> {
    let mut out = Vec::new();
    if let Some(date) = article.hints.date {
        let words = match &article.hints.source {
            Some(source) => format!("the configuration ({source})").into(),
            None => "the configuration".into(),
        };
        out.push(StatedDate { date, words, span: None });
    }
    if let Some((date, span)) = article.front.date {
        out.push(StatedDate { date, words: "the front matter".into(), span: Some(span) });
    }
    out.extend(byline(article));
    out.extend(zones(article, ZoneKind::Dateline).find_map(|span| day_in(article, span, "the dateline")));
    out.extend(date_line(article));
    if let Some((_, span)) = &article.front.source {
        out.extend(day_in(article, *span, "the source’s address"));
    }
    out.extend(address(article));
    if let Some((date, _)) = written::find_day(stem(&article.hints.file_name)) {
        out.push(StatedDate { date, words: "the file name".into(), span: None });
    }
    out
}

/// Month and day of a dateline that leaves out the year, "OSLO, July 13 (Wire) --", and the place of that dateline.
pub fn dateline_day(article: &Article) -> Option<(i8, i8, Span)> {
    zones(article, ZoneKind::Dateline).find_map(|span| match written::find(article.text.slice(span))? {
        (written::Written::MonthDay(month, day), _) => Some((month, day, span)),
        (written::Written::Day(_), _) => None,
    })
}

/// Places of the zones of one kind before the article is well under way: a dateline deep in a text belongs to a
/// second story.
fn zones(article: &Article, kind: ZoneKind) -> impl Iterator<Item = Span> + '_ {
    article.zones.iter().take(24).filter(move |zone| zone.kind == kind).map(|zone| zone.span)
}

/// The day it was published, else the first that a byline names: relative words were written then, not at an update.
fn byline(article: &Article) -> Option<StatedDate> {
    let published = |span: Span| {
        let lower = article.text.slice(span).to_ascii_lowercase();
        let at = ["publish", "posted", "issued"].iter().find_map(|word| lower.find(word))?;
        day_in(article, Span::new(span.start + at as u32, span.end), "the byline")
    };
    let lines = || zones(article, ZoneKind::Byline);
    lines().find_map(published).or_else(|| lines().find_map(|span| day_in(article, span, "the byline")))
}

fn day_in(article: &Article, span: Span, words: &'static str) -> Option<StatedDate> {
    let (date, at) = written::find_day(article.text.slice(span))?;
    Some(StatedDate {
        date,
        words: words.into(),
        span: Some(Span::new(span.start + at.start, span.start + at.end)),
    })
}

/// A line near the top that holds a date and at most a place: "Cairo, 17 March 2024".
fn date_line(article: &Article) -> Option<StatedDate> {
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

/// An address alone on a line at the top or the end of a saved page, or behind "URL:".
fn address(article: &Article) -> Option<StatedDate> {
    let alone = |span: &Span| {
        let line = article.text.slice(*span).trim();
        let label = line.split_once(": ").filter(|(label, _)| label.chars().all(char::is_alphabetic));
        let line = label.map_or(line, |(_, address)| address.trim());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Hints;
    use crate::lang::Language;
    use crate::names::Lexicon;
    use crate::text::position::Text;

    fn first(name: &str, text: &str) -> Option<(String, Cow<'static, str>)> {
        let hints = Hints { file_name: name.into(), ..Hints::default() };
        let article = Article::read(Text::new(text), hints, &Lexicon::default(), Language::english());
        stated_dates(&article).first().map(|stated| (stated.date.to_string(), stated.words.clone()))
    }

    #[test]
    fn the_most_trusted_source_counts() {
        let body = "The ministers spoke for an hour about the harbour and about little else.";
        for (name, text, words) in [
            ("a.txt", format!("Ministers Open The Harbour\nPublished 3 May 2024\n\n{body}"), "the byline"),
            (
                "a.txt",
                format!("The Harbour\nUpdated May 4, 2024; first published May 3, 2024\n\n{body}"),
                "the byline",
            ),
            (
                "a.txt",
                format!("URL: https://example.org/2024/05/03/oslo.html\n\n{body}"),
                "the page’s address",
            ),
            ("2024-05-09.txt", format!("OSLO, May 3, 2024 (Wire) -- {body}"), "the dateline"),
            ("a.md", format!("---\ndate: 2024-05-03\n---\n{body}"), "the front matter"),
            ("a.txt", format!("https://example.org/2024/05/03/oslo.html\n\n{body}"), "the page’s address"),
            ("oslo 3-May-2024.txt", body.to_owned(), "the file name"),
        ] {
            assert_eq!(first(name, &text), Some(("2024-05-03".into(), words.into())), "{text}");
        }
    }

    #[test]
    fn a_date_that_is_told_is_not_the_article_s_own() {
        for text in [
            "On May 3, 2024, the ministers spoke for an hour about the harbour.",
            "The Harbour Treaty of May 3, 2024, and What Became of It\n\nNobody remembers it today, said the mayor.",
            "The ministers met.\n\nRead more: the talks of 3 May 2024",
        ] {
            assert_eq!(first("notes.txt", text), None, "{text}");
        }
    }
}
