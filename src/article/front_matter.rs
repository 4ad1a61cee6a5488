//! Title, date and source at the top of a note: YAML between `---` or TOML between `+++`. Only plain `key:
//! value` and `key = value` lines are read: notes have little else, and a broken line must never cost the
//! article.

use jiff::civil::Date;

use crate::text::{Layout, Span, ZoneKind};
use crate::time::written;

/// The values in the front matter, each with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Option<(Box<str>, Span)>,
    /// The day of publication.
    pub date: Option<(Date, Span)>,
    /// The day on which the note was made, unless the note says where it was taken from.
    pub created: Option<(Date, Span)>,
    /// Where the article was taken from, usually an address.
    pub source: Option<(Box<str>, Span)>,
}

/// The keys for the day of publication, most trusted first: those of Jekyll, Zettlr and our own; of web
/// clippers; of feeds and static sites. In lower case, without the marks between words.
const DATE_KEYS: &[&str] = &[
    "date",
    "published",
    "pubdate",
    "publishdate",
    "publicationdate",
    "datepublished",
    "publishedat",
    "publishedtime",
    "articlepublishedtime",
    "posted",
];

/// Keys for the day a note was made. For a page clipped from the web, that is not the day of the article.
const CREATED_KEYS: &[&str] = &["created", "datecreated", "createdat"];

impl FrontMatter {
    /// Reads the first zone of the text, if it is front matter.
    pub fn read(layout: &Layout<'_>) -> Self {
        let mut front = Self::default();
        let Some(zone) = layout.zones.first().filter(|z| z.kind == ZoneKind::FrontMatter) else {
            return front;
        };
        let lines: Vec<Line<'_>> = lines(layout.slice(zone.span), zone.span.start).collect();
        front.title = find(&lines, "title").map(|line| (line.value.into(), line.span));
        front.source = find(&lines, "source").map(|line| (line.value.into(), line.span));
        front.date = DATE_KEYS.iter().find_map(|key| day_of(&lines, key));
        if front.source.is_none() {
            front.created = CREATED_KEYS.iter().find_map(|key| day_of(&lines, key));
        }
        front
    }
}

/// The first line with a key, in any case and with any marks between its words: "pub_date", "datePublished".
fn find<'l, 't>(lines: &'l [Line<'t>], key: &str) -> Option<&'l Line<'t>> {
    lines.iter().find(|line| {
        let letters = line.key.chars().filter(|c| c.is_alphanumeric());
        letters.map(|c| c.to_ascii_lowercase()).eq(key.chars())
    })
}

/// The day that the line with a key states.
fn day_of(lines: &[Line<'_>], key: &str) -> Option<(Date, Span)> {
    let line = find(lines, key)?;
    Some((day(line.value)?, line.span))
}

/// A key with its value, without quotation marks.
struct Line<'t> {
    key: &'t str,
    value: &'t str,
    span: Span,
}

/// The lines with a key and a value in front matter that begins at byte `start`.
fn lines(text: &str, start: u32) -> impl Iterator<Item = Line<'_>> {
    let whole = text.split_inclusive(['\n', '\r']).scan(start, |at, line| {
        let start = *at;
        *at += line.len() as u32;
        Some((start, line))
    });
    whole.filter_map(|(start, line)| {
        let (key, rest) = line.split_once([':', '='])?;
        let value = rest.trim().trim_matches(['"', '\'']);
        let from = start + (key.len() + 1) as u32 + rest.find(value)? as u32;
        let span = Span::new(from, from + value.len() as u32);
        (!value.is_empty()).then_some(Line { key: key.trim(), value, span })
    })
}

/// "2024-05-06", with or without a time of day, or the day in words: "6 May 2024".
fn day(value: &str) -> Option<Date> {
    written::find_day(value).map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn values_know_their_place() {
        let text = "---\ntitle: \"Two days in Oslo\"\ndate: 2024-05-03T10:00:00Z\nsource: https://example.org/a\n---\nText.";
        let front = FrontMatter::read(&Layout::of(text, Language::english()));
        let (title, span) = front.title.unwrap();
        assert_eq!((&*title, span.of(text)), ("Two days in Oslo", "Two days in Oslo"));
        assert_eq!(front.date.unwrap().0.to_string(), "2024-05-03");
        assert_eq!(front.source.unwrap().1.of(text), "https://example.org/a");
    }

    #[test]
    fn forms_in_use() {
        for front in [
            "---\ntitle: Oslo\nsource: \"https://example.org/a\"\npublished: 2024-05-06\ncreated: 2024-06-20\n---\n",
            "---\ndate: 6 May 2024\n---\n",
            "---\npubDate: \"May 6, 2024\"\n---\n",
            "---\ndatePublished: \"2024-05-06\"\n---\n",
            "---\npublish-date: Mon, 06 May 2024 10:00:00 GMT\n---\n",
            "---\ndate: 2024/05/06\n---\n",
            "---\ndate: \"[[2024-05-06]]\"\n---\n",
            "+++\ntitle = \"Oslo\"\ndate = 2024-05-06T07:20:00-07:00\ndraft = false\n+++\n",
        ] {
            let text = format!("{front}\nShe spoke about the harbour for an hour.");
            let read = FrontMatter::read(&Layout::of(&text, Language::english()));
            assert_eq!(read.date.map(|(day, _)| day.to_string()), Some("2024-05-06".into()), "{front}");
        }
        let made =
            FrontMatter::read(&Layout::of("---\ncreated: 2024-05-06 10:15\n---\nText.", Language::english()));
        assert_eq!(
            (made.date, made.created.map(|(day, _)| day.to_string())),
            (None, Some("2024-05-06".into()))
        );
        // The day on which a page was clipped is not the day it was published.
        let clipped = "---\nsource: https://example.org/a\ncreated: 2024-06-20\n---\nShe spoke.";
        let clipped = FrontMatter::read(&Layout::of(clipped, Language::english()));
        assert_eq!((clipped.date, clipped.created), (None, None));
    }
}
