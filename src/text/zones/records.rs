//! The record that an archive makes of an article: fields with labels ("LENGTH: 512 words", "PD 7 May 2016")
//! round the text. Only the headline, the byline and the text itself are the article's.

use super::shapes::{ends_sentence, is_date_alone};
use super::{Line, ZoneKind};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;
use crate::text::Span;
use crate::text::marks::{label, whole};

/// Different fields that make a text a record: one of them must be an archive's own.
const MIN_FIELDS: usize = 3;

/// What a field holds.
const KINDS: [(TextClass, FieldKind); 5] = [
    (TextClass::HeadlineField, FieldKind::Part(ZoneKind::Headline)),
    (TextClass::PlaceField, FieldKind::Part(ZoneKind::Dateline)),
    (TextClass::BylineField, FieldKind::Byline),
    (TextClass::TextField, FieldKind::Text),
    (TextClass::OtherField, FieldKind::Other),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldKind {
    /// A zone of the article behind the label.
    Part(ZoneKind),
    /// Who wrote the article: a line that is read whole.
    Byline,
    /// The article's text, or its beginning.
    Text,
    Other,
}

/// Gives the lines of a record their kinds, and parts labels from what they introduce. Other texts stay as
/// they are.
pub(super) fn mark(text: &str, words: &WordClasses<TextClass>, all: Vec<Line>) -> Vec<Line> {
    let fields: Vec<_> = all.iter().map(|line| field(words, line.span.of(text))).collect();
    if !is_record(text, words, &all, &fields) {
        return all;
    }
    let mut marked = Vec::with_capacity(all.len() + MIN_FIELDS);
    // A code alone on its line tells what the next line is.
    let mut next = None;
    for (mut line, field) in all.into_iter().zip(fields) {
        let Some((len, kind)) = field else {
            if !line.span.is_empty() {
                line.kind = next.take().or(line.kind);
            }
            marked.push(line);
            continue;
        };
        let rest = Line {
            span: super::trimmed(text, Span::new(line.span.start + len as u32, line.span.end)),
            ..line
        };
        let part = match kind {
            FieldKind::Part(part) => Some(part),
            FieldKind::Byline | FieldKind::Text | FieldKind::Other => None,
        };
        next = part.filter(|_| rest.span.is_empty());
        if kind == FieldKind::Byline && !rest.span.is_empty() {
            marked.push(Line { kind: Some(ZoneKind::Byline), ..line });
        } else if kind == FieldKind::Other || rest.span.is_empty() {
            marked.push(Line { kind: Some(ZoneKind::Furniture), ..line });
        } else {
            let label = Span::new(line.span.start, line.span.start + len as u32);
            marked.push(Line { kind: Some(ZoneKind::Furniture), span: label, ..line });
            marked.push(Line { kind: part, ..rest });
        }
    }
    head(text, words, &mut marked);
    marked
}

fn field(words: &WordClasses<TextClass>, line: &str) -> Option<(usize, FieldKind)> {
    let (len, known) = label(words, line)?;
    KINDS.iter().find(|(class, _)| known.is(*class)).map(|(_, kind)| (len, *kind))
}

/// Whether a text has the fields of a record.
fn is_record(
    text: &str,
    words: &WordClasses<TextClass>,
    all: &[Line],
    fields: &[Option<(usize, FieldKind)>],
) -> bool {
    let mut labels: Vec<&str> = Vec::new();
    let mut archive = false;
    for (line, field) in all.iter().zip(fields) {
        let Some((len, _)) = field else { continue };
        let line = line.span.of(text);
        let found = line.get(..*len).unwrap_or_default();
        archive |= label(words, line).is_some_and(|(_, known)| known.is(TextClass::ArchiveField));
        if labels.len() < MIN_FIELDS && !labels.contains(&found) {
            labels.push(found);
        }
    }
    archive && labels.len() >= MIN_FIELDS
}

/// The head above the first field: publication, day, headline, in this order or with the headline first.
/// What is neither headline nor day names the publication.
fn head(text: &str, words: &WordClasses<TextClass>, all: &mut [Line]) {
    let has_headline = all.iter().any(|line| line.kind == Some(ZoneKind::Headline));
    let fields = all.iter().position(|line| field(words, line.span.of(text)).is_some()).unwrap_or(0);
    let Some(head) = all.get_mut(..fields) else { return };
    let own = |line: &Line| {
        let content = line.span.of(text);
        line.kind.is_none()
            && !content.is_empty()
            && !is_date(words, content)
            && whole(words, content).is_none()
    };
    // Text above the first field: the fields stand under the article.
    if head.iter().any(|line| own(line) && ends_sentence(line.span.of(text))) {
        return;
    }
    let day = head.iter().position(|line| is_date(words, line.span.of(text)));
    let under = day.and_then(|day| Some(day + head.get(day..)?.iter().rposition(own)?));
    let headline = under.or_else(|| head.iter().position(own)).filter(|_| !has_headline);
    for (at, line) in head.iter_mut().enumerate() {
        if own(line) {
            let kind = if Some(at) == headline { ZoneKind::Headline } else { ZoneKind::Furniture };
            line.kind = Some(kind);
        } else if is_date(words, line.span.of(text)) {
            line.kind = Some(ZoneKind::Byline);
        }
    }
}

/// Whether a line is the day of an edition: "March 14, 2016 Monday Final Edition".
fn is_date(words: &WordClasses<TextClass>, line: &str) -> bool {
    let lower = line.to_lowercase();
    let mut date = lower.trim_end();
    while let Some((before, last)) = date.rsplit_once(' ')
        && words.has(last.trim_matches(|c: char| !c.is_alphanumeric()), TextClass::EditionWord)
    {
        date = before.trim_end();
    }
    is_date_alone(words, date)
}
