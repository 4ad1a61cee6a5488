//! What the corpus knows about one article, as a record: every mention with its words, and offsets in code
//! points.

use serde::Serialize;

use crate::article::Article;
use crate::names::NameKind;
use crate::text::{Span, indexed, position::Text};
use crate::world::{DocId, EventMentionRef, MentionRef, Place, World};

/// A likely date: the first and the last of its days, and the share of belief it holds.
#[derive(Debug, Serialize)]
pub struct LikelyRecord {
    pub from: String,
    pub to: String,
    pub share: f64,
}

/// An article. Every `start` and `end` is half-open and counts code points of the text
/// as given, which may hold other articles too.
#[derive(Debug, Serialize)]
pub struct ArticleRecord {
    pub id: String,
    /// The text that holds the article, if it holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<PlaceRecord>,
    pub date: Option<String>,
    pub date_why: Vec<String>,
    /// Where no day is certain and a few are likely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_likely: Option<LikelyRecord>,
    pub people: Vec<NameRecord>,
    pub organisations: Vec<NameRecord>,
    pub places: Vec<NameRecord>,
    pub events: Vec<EventRecord>,
    pub times: Vec<TimeRecord>,
}

/// A mention by name. `entity` is the same exactly for mentions of the same entity, across all records of a
/// run.
#[derive(Debug, Serialize)]
pub struct NameRecord {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub entity: String,
}

/// A mention of a meeting. `event` is the same exactly for mentions of what is, at least probably, the same
/// event.
#[derive(Debug, Serialize)]
pub struct EventRecord {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub event: String,
    /// `likely` where the event is known under one name with others that are probably the same; `certain`
    /// otherwise.
    pub grade: &'static str,
}

/// A TIMEX3 expression.
#[derive(Debug, Serialize)]
pub struct TimeRecord {
    pub start: u32,
    pub end: u32,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
    /// The value is counted from a likely date.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub likely: bool,
}

/// A place in some document.
#[derive(Debug, Serialize)]
pub struct PlaceRecord {
    pub id: String,
    pub start: u32,
    pub end: u32,
}

impl PlaceRecord {
    /// The place in code points of its file; 0 to 0 in a document that the World does not contain.
    pub fn of(world: &World, place: &Place) -> Self {
        let (start, end) = in_file(world, &place.doc, place.span);
        Self { id: place.doc.to_string(), start, end }
    }
}

/// A span of bytes as a start and an end in code points.
fn code_points(text: &Text, span: Span) -> (u32, u32) {
    (text.code_points(span.start), text.code_points(span.end))
}

/// A span of a document as a start and an end in code points of its file.
pub fn in_file(world: &World, doc: &DocId, span: Span) -> (u32, u32) {
    let Some((text, start)) = world.file_text(doc) else { return (0, 0) };
    code_points(text, Span::new(start + span.start, start + span.end))
}

/// The record of one article; `None` if the World does not contain it.
pub fn article_record(world: &World, doc: &DocId) -> Option<ArticleRecord> {
    let dated = world.article(doc)?;
    let article = &dated.article;
    let text = &article.text;
    let events = indexed(&article.meetings.mentions).map(|(at, mention)| {
        let (start, end) = in_file(world, doc, mention.span);
        let (event, grade) = match world.event_of(&EventMentionRef::new(doc, at)) {
            Some(event) => match world.likely_events(&event.id).as_slice() {
                [first, _, ..] => (first.0.to_string(), "likely"),
                _ => (event.id.0.to_string(), "certain"),
            },
            None => (format!("{doc}#m{}", mention.local), "certain"),
        };
        EventRecord { start, end, text: text.slice(mention.span).to_owned(), event, grade }
    });
    let times = indexed(&article.times).filter_map(|(at, timex)| {
        let (start, end) = in_file(world, doc, timex.span);
        let (resolved, likely) = dated.shown_time(at)?;
        Some(TimeRecord {
            start,
            end,
            text: text.slice(timex.span).to_owned(),
            kind: timex.kind.as_str(),
            value: resolved.value.clone(),
            modifier: timex.modifier.map(|modifier| modifier.as_str()),
            likely,
        })
    });
    Some(ArticleRecord {
        id: doc.to_string(),
        within: doc.number().map(|_| {
            let (start, end) = in_file(world, doc, Span::new(0, text.len()));
            PlaceRecord { id: doc.file().to_string(), start, end }
        }),
        date: dated.dating.date.map(|date| date.to_string()),
        date_why: dated.dating.evidence.iter().map(|evidence| evidence.words.clone()).collect(),
        date_likely: dated.dating.likely.and_then(|likely| {
            let (from, to) = likely.window.earliest.zip(likely.window.latest)?;
            let share = (likely.share * 100.0).round() / 100.0;
            Some(LikelyRecord { from: from.to_string(), to: to.to_string(), share })
        }),
        people: name_records(world, doc, article, NameKind::Person),
        organisations: name_records(world, doc, article, NameKind::Organisation),
        places: name_records(world, doc, article, NameKind::Place),
        events: events.collect(),
        times: times.collect(),
    })
}

/// The mentions by name of one kind.
fn name_records(world: &World, doc: &DocId, article: &Article, kind: NameKind) -> Vec<NameRecord> {
    let of_kind = indexed(&article.names.mentions).filter(|(_, mention)| mention.kind == kind);
    let records = of_kind.map(|(at, mention)| {
        let (start, end) = in_file(world, doc, mention.span);
        // An unlinked name is its own entity, identified by its article and its number there.
        let entity = world
            .entity_of(&MentionRef::new(doc, at))
            .map_or_else(|| format!("{doc}#{}", mention.entity), |link| link.entity.0.to_string());
        NameRecord { start, end, text: article.text.slice(mention.span).to_owned(), entity }
    });
    records.collect()
}
