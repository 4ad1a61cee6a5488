//! Document symbols: the article's headline with its people, meetings and dates; a profile file's entries.

use super::meeting_name::meeting_name;
use super::show;
use super::time_words::{article_date, meaning};
use crate::names::NameKind;
use crate::profiles::Spanned;
use crate::profiles::file::File;
use crate::text::normalise::one_line;
use crate::text::{Span, indexed};
use crate::time::wording;
use crate::world::{DatedArticle, DocId, EventMentionRef, MentionRef, World};

/// The kind of thing a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    Article,
    Person,
    Organisation,
    Place,
    Event,
    Date,
}

impl From<NameKind> for SymbolKind {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Person => Self::Person,
            NameKind::Organisation => Self::Organisation,
            NameKind::Place => Self::Place,
        }
    }
}

/// A row of an outline.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentSymbol {
    pub name: String,
    pub detail: String,
    pub kind: SymbolKind,
    pub span: Span,
    /// What to select; lies inside `span`.
    pub selection: Span,
    pub children: Vec<DocumentSymbol>,
}

impl DocumentSymbol {
    fn leaf(name: String, detail: String, kind: SymbolKind, span: Span) -> Self {
        Self { name, detail, kind, span, selection: span, children: Vec::new() }
    }
}

/// The symbols of the document, in order of place.
pub fn document_symbols(world: &World, doc: &DocId) -> Vec<DocumentSymbol> {
    if let Some(dated) = world.article(doc) {
        return vec![article(world, doc, dated)];
    }
    world.profile_file(doc).map_or_else(Vec::new, |file| profile(file))
}

fn article(world: &World, doc: &DocId, dated: &DatedArticle) -> DocumentSymbol {
    let article = &dated.article;
    let mut children = Vec::new();
    for local in &article.names.entities {
        let Some(first) = local.mentions.first() else { continue };
        let Some(mention) = first.of(&article.names.mentions) else { continue };
        let linked = world.entity_of(&MentionRef::new(doc, *first));
        let linked = linked.and_then(|link| world.entity(&link.entity));
        let name = linked.map_or(&*local.name, |entity| &*entity.name);
        let detail = show::count(local.mentions.len(), "mention");
        children.push(DocumentSymbol::leaf(label(name), detail, local.kind.into(), mention.span));
    }
    for local in &article.meetings.local {
        let Some(first) = local.mentions.first() else { continue };
        let Some(mention) = first.of(&article.meetings.mentions) else { continue };
        let event = world.event_of(&EventMentionRef::new(doc, *first));
        let written = || article.text.slice(mention.span).to_owned();
        let name = event.map_or_else(written, |event| meeting_name(world, event, None));
        let when = event.and_then(|event| event.when).map_or_else(String::new, wording::window);
        children.push(DocumentSymbol::leaf(label(&name), when, SymbolKind::Event, mention.span));
    }
    for (at, timex) in indexed(&article.times) {
        let words = label(article.text.slice(timex.span));
        let meaning = Some(meaning(dated, at)).filter(|meaning| *meaning != words);
        let leaf = DocumentSymbol::leaf(words, meaning.unwrap_or_default(), SymbolKind::Date, timex.span);
        children.push(leaf);
    }
    children.sort_by_key(|child| (child.span, child.kind as u8));
    let title = label(article.title());
    DocumentSymbol {
        name: if title.is_empty() { doc.short_name() } else { title },
        detail: article_date(dated).unwrap_or_else(|| "date open".to_owned()),
        kind: SymbolKind::Article,
        span: Span::new(0, article.text.len()),
        selection: article.headline_or_first_prose().map_or(Span::default(), |zone| zone.span),
        children,
    }
}

fn profile(file: &File) -> Vec<DocumentSymbol> {
    let persons = file.persons.iter().map(|p| entry(&p.name, &p.id, SymbolKind::Person, p.span));
    let events = file.events.iter().map(|e| entry(&e.name, &e.id, SymbolKind::Event, e.span));
    let series = file.series.iter().map(|s| entry(&s.name, &s.id, SymbolKind::Event, s.span));
    let mut all: Vec<_> = persons.chain(events).chain(series).collect();
    all.sort_by_key(|symbol| symbol.span);
    all
}

/// An entry of a profile file; its name is what is selected.
fn entry(name: &Spanned<Box<str>>, id: &Spanned<Box<str>>, kind: SymbolKind, span: Span) -> DocumentSymbol {
    DocumentSymbol {
        selection: if span.contains(name.span) { name.span } else { span },
        ..DocumentSymbol::leaf(label(&name.value), id.value.to_string(), kind, span)
    }
}

/// Code points of a symbol's name; a longer name is cut, because outlines are narrow.
const MAX_NAME_CHARS: usize = 200;

/// A symbol's name: one line of at most [`MAX_NAME_CHARS`]. LSP forbids an empty name, so a blank one becomes
/// "…".
fn label(text: &str) -> String {
    let label: String = one_line(text).chars().take(MAX_NAME_CHARS).collect();
    if label.is_empty() { "…".to_owned() } else { label }
}
