//! Dateline JSONL: one record an article, offsets in code points. `schema/annotate.schema.json` describes it.

use serde::Serialize;

use crate::names::NameKind;
use crate::text::{Span, position::Text};
use crate::world::{DocId, Place, World};

/// What the corpus knows of one article. Spans are half-open and count code points of the text as given.
#[derive(Debug, Serialize)]
pub struct Record {
    pub id: String,
    pub date: Option<String>,
    pub date_why: Vec<String>,
    pub people: Vec<Name>,
    pub organisations: Vec<Name>,
    pub places: Vec<Name>,
    pub events: Vec<Event>,
    pub times: Vec<Time>,
}

/// `entity` is equal exactly for mentions of the same one, across all records of a run.
#[derive(Debug, Serialize)]
pub struct Name {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub entity: String,
}

#[derive(Debug, Serialize)]
pub struct Event {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub event: String,
}

/// A TIMEX3 expression.
#[derive(Debug, Serialize)]
pub struct Time {
    pub start: u32,
    pub end: u32,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
}

/// A place in some document, in code points.
#[derive(Debug, Serialize)]
pub struct At {
    pub id: String,
    pub start: u32,
    pub end: u32,
}

impl At {
    pub fn of(world: &World, place: &Place) -> Self {
        let (start, end) = world.text(&place.doc).map_or((0, 0), |text| code_points(text, place.span));
        Self { id: place.doc.to_string(), start, end }
    }
}

/// A span in code points.
pub fn code_points(text: &Text, span: Span) -> (u32, u32) {
    (text.code_points(span.start), text.code_points(span.end))
}

/// The record of one article; `None` if the World does not hold it.
pub fn record(world: &World, doc: &DocId) -> Option<Record> {
    let dated = world.article(doc)?;
    let article = &dated.article;
    let text = &article.text;
    let names = |kind: NameKind| {
        let of_kind = article.names.mentions.iter().filter(move |mention| mention.kind == kind);
        of_kind.map(|mention| {
            let (start, end) = code_points(text, mention.span);
            // An unlinked name is its own entity: its article and its number there.
            let entity = world
                .link(doc, mention.entity)
                .map_or_else(|| format!("{doc}#{}", mention.entity), |link| link.entity.0.to_string());
            Name { start, end, text: text.slice(mention.span).to_owned(), entity }
        })
    };
    let events = article.meetings.mentions.iter().map(|mention| {
        let (start, end) = code_points(text, mention.span);
        let event = world
            .event_of(doc, mention.local)
            .map_or_else(|| format!("{doc}#m{}", mention.local), |event| event.id.0.to_string());
        Event { start, end, text: text.slice(mention.span).to_owned(), event }
    });
    let times = article.times.iter().zip(&dated.times).map(|(timex, resolved)| {
        let (start, end) = code_points(text, timex.span);
        Time {
            start,
            end,
            text: text.slice(timex.span).to_owned(),
            kind: timex.kind.as_str(),
            value: resolved.value.clone(),
            modifier: timex.modifier.map(|modifier| modifier.as_str()),
        }
    });
    Some(Record {
        id: doc.to_string(),
        date: dated.dating.date.map(|date| date.to_string()),
        date_why: dated.dating.evidence.iter().map(|evidence| evidence.words.clone()).collect(),
        people: names(NameKind::Person).collect(),
        organisations: names(NameKind::Organisation).collect(),
        places: names(NameKind::Place).collect(),
        events: events.collect(),
        times: times.collect(),
    })
}
