//! Dates stated as the article's own, most trusted first: configuration, front matter, byline, dateline, a
//! line with only a place and a date, the address, the file name.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{FrontMatter, Hints};
use crate::lang::cues::CueWord;
use crate::lang::text::TextClass;
use crate::text::marks::label;
use crate::text::{Index, Layout, Span, Token, Zone, ZoneKind, indexed};
use crate::time::{Anchor, Sections, written};

/// The dates that an article gives as its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnDates {
    /// The most trusted first.
    pub stated: Box<[OwnDate]>,
    /// Month and day of a dateline without a year, "OSLO, July 13 (Wire) --", and the place of that dateline.
    pub dateline_day: Option<(i8, i8, Span)>,
}

/// A day that the article, or its hints, state as its own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnDate {
    pub date: Date,
    /// The source: "the byline".
    pub words: Cow<'static, str>,
    pub span: Option<Span>,
    /// Whether it can only be the day of publication: not that of an update, nor that on which a note was
    /// made.
    pub firm: bool,
    /// Whether it stands in a dateline, which tells when the news was sent.
    pub dateline: bool,
}

impl OwnDate {
    fn new(date: Date, words: &'static str, span: Option<Span>) -> Self {
        Self { date, words: words.into(), span, firm: true, dateline: false }
    }
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
    stated.extend(configured(hints).filter(|_| !hints.of_whole_file));
    if let Some((date, span)) = front.date {
        stated.push(OwnDate::new(date, "the front matter", Some(span)));
    }
    stated.extend(recorded(layout));
    stated.extend(byline(head));
    let sent = head.zones(ZoneKind::Dateline).find_map(|span| day_in(layout, span, "the dateline"));
    stated.extend(sent.map(|day| OwnDate { dateline: true, ..day }));
    stated.extend(date_line(head));
    if let Some((_, span)) = &front.source {
        stated.extend(day_in(layout, *span, "the source’s address"));
    }
    let above = layout.zones.iter().take_while(|zone| zone.kind != ZoneKind::Body);
    stated.extend(address(layout, above.take(MAX_ADDRESS_ZONES)));
    if let Some((date, span)) = front.created {
        stated.push(OwnDate { firm: false, ..OwnDate::new(date, "the front matter", Some(span)) });
    }
    // Some programs that save pages write a space as its code.
    let name = stem(&hints.file_name).replace("%20", " ");
    stated.extend(written::find_day(&name).map(|(date, _)| OwnDate::new(date, "the file name", None)));
    // The last line may be the address of another page.
    let last = address(layout, layout.zones.iter().rev().take(MAX_ADDRESS_ZONES));
    stated.extend(last.map(|day| OwnDate { firm: false, ..day }));
    stated.extend(configured(hints).filter(|_| hints.of_whole_file));
    OwnDates { stated: stated.into(), dateline_day: dateline_day(head) }
}

/// The day that the user states.
fn configured(hints: &Hints) -> Option<OwnDate> {
    let words = match &hints.source {
        Some(source) => format!("the configuration ({source})").into(),
        None => "the configuration".into(),
    };
    Some(OwnDate { date: hints.date?, words, span: None, firm: true, dateline: false })
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

/// The day of publication in the record of an archive, which may stand under the text.
fn recorded(layout: &Layout<'_>) -> Option<OwnDate> {
    let words = &layout.language.text;
    let is_day = |zone: &&Zone| {
        let label =
            (zone.kind == ZoneKind::Furniture).then(|| label(words, layout.slice(zone.span))).flatten();
        label.is_some_and(|(_, known)| known.is(TextClass::DayField))
    };
    layout.zones.iter().filter(is_day).find_map(|zone| day_in(layout, zone.span, "the archive’s record"))
}

/// The day of publication, else the first in a byline: relative words date from then, not from an update.
fn byline(head: Head<'_, '_>) -> Option<OwnDate> {
    let layout = head.layout;
    let mut lines = head.zones(ZoneKind::Byline);
    let published = lines.find_map(|line| day_in(layout, published(layout, line)?, "the byline"));
    let days =
        || head.zones(ZoneKind::Byline).filter_map(|line| Some((line, day_in(layout, line, "the byline")?)));
    let plain = || days().find(|(line, _)| !is_update(layout, *line)).map(|(_, day)| day);
    let updated = || days().next().map(|(_, day)| OwnDate { firm: false, ..day });
    published.or_else(plain).or_else(updated)
}

/// Whether a line says when an article was changed.
fn is_update(layout: &Layout<'_>, line: Span) -> bool {
    let text = layout.slice(line);
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| layout.language.text.has_folded(word, TextClass::UpdateWord))
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
    Some(OwnDate::new(date, words, Some(span)))
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
        let day = (place_only && ends).then(|| day_in(layout, zone.span, "the date line")).flatten()?;
        let (firm, dateline) = (!is_update(layout, zone.span), zone.kind == ZoneKind::Dateline);
        Some(OwnDate { firm, dateline, ..day })
    })
}

/// An address alone on one of some lines, perhaps after "URL:".
fn address<'z>(layout: &Layout<'_>, mut zones: impl Iterator<Item = &'z Zone>) -> Option<OwnDate> {
    let zone = zones.find(|zone| is_address(layout.slice(zone.span)))?;
    day_in(layout, zone.span, "the page’s address")
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
mod tests;
