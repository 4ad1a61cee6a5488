//! Dates stated as the article's own, most trusted first: configuration, front matter, byline, dateline, a
//! line with only a place and a date, the address, the file name.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{FrontMatter, Hints};
use crate::lang::cues::CueWord;
use crate::text::{Index, Layout, Span, Token, Zone, ZoneKind, indexed};
use crate::time::{Anchor, Sections, written};

/// The dates that an article gives as its own.
#[derive(Clone, Debug, Default)]
pub struct OwnDates {
    /// The most trusted first.
    pub stated: Box<[OwnDate]>,
    /// Month and day of a dateline without a year, "OSLO, July 13 (Wire) --", and the place of that dateline.
    pub dateline_day: Option<(i8, i8, Span)>,
}

/// A day that the article, or its hints, state as its own.
#[derive(Clone, Debug)]
pub struct OwnDate {
    pub date: Date,
    /// The source: "the byline".
    pub words: Cow<'static, str>,
    pub span: Option<Span>,
}

/// Zones at the start of an article in which its dateline may stand. One deeper in the text belongs to a
/// second story.
const MAX_HEAD_ZONES: usize = 24;

/// Zones at the top, and at the end, that may be the address of a saved page.
const MAX_ADDRESS_ZONES: usize = 4;

/// Zones at the top that may be a line with only a place and a date.
const MAX_DATE_LINE_ZONES: usize = 5;

/// Bytes in the longest line with only a place and a date.
const MAX_DATE_LINE_BYTES: usize = 60;

/// Finds the dates that an article gives as its own, with where each is written.
pub(super) fn read(layout: &Layout<'_>, sections: &Sections, hints: &Hints, front: &FrontMatter) -> OwnDates {
    let head = Head { layout, sections };
    let mut stated = Vec::new();
    if let Some(date) = hints.date {
        let words = match &hints.source {
            Some(source) => format!("the configuration ({source})").into(),
            None => "the configuration".into(),
        };
        stated.push(OwnDate { date, words, span: None });
    }
    if let Some((date, span)) = front.date {
        stated.push(OwnDate { date, words: "the front matter".into(), span: Some(span) });
    }
    stated.extend(byline(head));
    stated.extend(head.zones(ZoneKind::Dateline).find_map(|span| day_in(layout, span, "the dateline")));
    stated.extend(date_line(head));
    if let Some((_, span)) = &front.source {
        stated.extend(day_in(layout, *span, "the source’s address"));
    }
    stated.extend(address(layout));
    if let Some((date, _)) = written::find_day(stem(&hints.file_name)) {
        stated.push(OwnDate { date, words: "the file name".into(), span: None });
    }
    OwnDates { stated: stated.into(), dateline_day: dateline_day(head) }
}

fn dateline_day(head: Head<'_, '_>) -> Option<(i8, i8, Span)> {
    head.zones(ZoneKind::Dateline).find_map(|span| match written::find(head.layout.slice(span))? {
        (written::Written::MonthDay(month, day), _) => Some((month, day, span)),
        (written::Written::Day(_), _) => None,
    })
}

/// The head of the article; parts with a day of their own do not belong to it.
#[derive(Clone, Copy)]
struct Head<'a, 't> {
    layout: &'a Layout<'t>,
    sections: &'a Sections,
}

impl<'a> Head<'a, '_> {
    fn all(self) -> impl Iterator<Item = &'a Zone> {
        let own = move |(index, zone): &(Index<Zone>, &Zone)| {
            let heading = self.sections.headings.contains(&zone.span);
            !heading && self.sections.of_zone(*index).from == Anchor::Article
        };
        indexed(&self.layout.zones).take(MAX_HEAD_ZONES).filter(own).map(|(_, zone)| zone)
    }

    /// The spans of the zones of one kind.
    fn zones(self, kind: ZoneKind) -> impl Iterator<Item = Span> {
        self.all().filter(move |zone| zone.kind == kind).map(|zone| zone.span)
    }
}

/// The day of publication, else the first in a byline: relative words date from then, not from an update.
fn byline(head: Head<'_, '_>) -> Option<OwnDate> {
    let layout = head.layout;
    let mut lines = head.zones(ZoneKind::Byline);
    let published = lines.find_map(|line| day_in(layout, published(layout, line)?, "the byline"));
    published.or_else(|| head.zones(ZoneKind::Byline).find_map(|line| day_in(layout, line, "the byline")))
}

/// The part of a line from "published" on.
fn published(layout: &Layout<'_>, line: Span) -> Option<Span> {
    let from = layout.tokens.partition_point(|token| token.span.start < line.start);
    let to = layout.tokens.partition_point(|token| token.span.end <= line.end);
    let tokens = layout.tokens.get(from..to)?;
    let words = layout.language.cues.classes.list(CueWord::Published);
    let found = words.iter().find_map(|word| place_of(layout, tokens, word))?;
    Some(Span::new(found.start, line.end))
}

/// The place of a word's first occurrence among these tokens, regardless of case.
fn place_of(layout: &Layout<'_>, tokens: &[Token], word: &str) -> Option<Span> {
    tokens.iter().map(|token| token.span).find(|span| layout.slice(*span).eq_ignore_ascii_case(word))
}

fn day_in(layout: &Layout<'_>, span: Span, words: &'static str) -> Option<OwnDate> {
    let (date, at) = written::find_day(layout.slice(span))?;
    let span = Span::new(span.start + at.start, span.start + at.end);
    Some(OwnDate { date, words: words.into(), span: Some(span) })
}

/// A line near the top that holds a date and at most a place: "Cairo, 17 March 2024".
fn date_line(head: Head<'_, '_>) -> Option<OwnDate> {
    let layout = head.layout;
    let lines = head.all().filter(|z| z.kind.is_prose()).take(MAX_DATE_LINE_ZONES);
    lines.filter(|zone| zone.kind != ZoneKind::Caption).find_map(|zone| {
        let line = layout.slice(zone.span);
        if line.len() > MAX_DATE_LINE_BYTES || line.ends_with('.') {
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
        (place_only && ends).then(|| day_in(layout, zone.span, "the date line")).flatten()
    })
}

/// An address alone on a line at the top or the end of a saved page, or after "URL:".
fn address(layout: &Layout<'_>) -> Option<OwnDate> {
    let (head, tail) =
        (layout.zones.iter().take(MAX_ADDRESS_ZONES), layout.zones.iter().rev().take(MAX_ADDRESS_ZONES));
    let span = head.chain(tail).map(|zone| zone.span).find(|span| is_address(layout.slice(*span)))?;
    day_in(layout, span, "the page’s address")
}

/// Whether a line is only an address, apart from a label.
fn is_address(line: &str) -> bool {
    let line = line.trim();
    let label = line.split_once(": ").filter(|(label, _)| label.chars().all(char::is_alphabetic));
    let line = label.map_or(line, |(_, address)| address.trim());
    (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(char::is_whitespace)
}

/// A file's name without its extension; digits after a full stop are not an extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.')
        .filter(|(_, ending)| !ending.contains(|c: char| c.is_ascii_digit()))
        .map_or(name, |(s, _)| s)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::lang::Language;
    use crate::names::Lexicon;
    use crate::text::position::Text;

    fn first(name: &str, text: &str) -> Option<(String, Cow<'static, str>)> {
        let hints = Hints { file_name: name.into(), ..Hints::default() };
        let article = Article::read(Text::new(text), hints, &Lexicon::default(), Language::english());
        article.own_dates.stated.first().map(|stated| (stated.date.to_string(), stated.words.clone()))
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
            ("会谈2024-05-03.txt", body.to_owned(), "the file name"),
        ] {
            assert_eq!(first(name, &text), Some(("2024-05-03".into(), words.into())), "{text}");
        }
    }

    #[test]
    fn a_part_s_date_is_not_the_article_s_own() {
        for text in [
            "A year of talks\n\n3 May 2024\n\nRoe came.\n\n5 May 2024\n\nDoe left.\n\n9 May 2024\n\nIt ends.\n",
            "# Talks\n\n## 3 May 2024\n\nRoe came.\n",
            "1 of 2 DOCUMENTS\n\nThe Courier\n\nRoe came.\n\n2 of 2 DOCUMENTS\n\nPublished 3 May 2024\n\nDoe left.\n",
        ] {
            assert_eq!(first("notes.txt", text), None, "{text}");
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
