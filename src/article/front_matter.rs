//! `title`, `date`, `source` at the top of a Markdown note. Only plain `key: value` lines are read: that is what
//! notes have, and a broken one must never cost the article.

use jiff::civil::Date;

use crate::text::{Layout, Span, ZoneKind};

/// What the front matter says, each value with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Option<(Box<str>, Span)>,
    /// A whole calendar day.
    pub date: Option<(Date, Span)>,
    pub source: Option<(Box<str>, Span)>,
}

impl FrontMatter {
    pub fn read(layout: &Layout<'_>) -> Self {
        let mut front = Self::default();
        let Some(zone) = layout.zones.first().filter(|z| z.kind == ZoneKind::FrontMatter) else {
            return front;
        };
        let mut at = zone.span.start;
        for line in layout.slice(zone.span).split_inclusive(['\n', '\r']) {
            let start = at;
            at += line.len() as u32;
            let Some((key, rest)) = line.split_once(':') else { continue };
            let value = rest.trim().trim_matches(['"', '\'']);
            if value.is_empty() {
                continue;
            }
            let from = start + (key.len() + 1) as u32 + rest.find(value).unwrap_or(0) as u32;
            let span = Span::new(from, from + value.len() as u32);
            match key.trim() {
                "title" if front.title.is_none() => front.title = Some((value.into(), span)),
                "source" if front.source.is_none() => front.source = Some((value.into(), span)),
                "date" if front.date.is_none() => {
                    // A time of day may follow the day; it does not matter here.
                    let day = value.get(..10).and_then(|day| day.parse::<Date>().ok());
                    front.date = day.map(|day| (day, span));
                }
                _ => {}
            }
        }
        front
    }
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
}
