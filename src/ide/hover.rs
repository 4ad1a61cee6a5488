//! Hover: a profile for a name, an account for a meeting, the calculation for a date.

mod likely_meetings;
mod meeting;
mod offices;
mod person;
mod profile;
mod time;

pub(super) use profile::explain;

use super::Linker;
use super::mention_at::{MentionAt, mention_at};
use crate::text::Span;
use crate::world::{DocId, EventMentionRef, MentionRef, TitleRef, World};

/// The hover of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    /// Markdown; the first three lines answer the question.
    pub markdown: String,
}

/// The hover of the thing at `offset`; `None` on plain words.
pub fn hover(world: &World, doc: &DocId, offset: u32, link: Linker<'_>) -> Option<Hover> {
    let mut hover = written(world, doc, offset, link)?;
    // Lists end in a line break and sections begin with two; one blank line is enough.
    while hover.markdown.contains("\n\n\n") {
        hover.markdown = hover.markdown.replace("\n\n\n", "\n\n");
    }
    hover.markdown.truncate(hover.markdown.trim_end().len());
    Some(hover)
}

fn written(world: &World, doc: &DocId, offset: u32, link: Linker<'_>) -> Option<Hover> {
    let Some(dated) = world.article(doc) else { return profile::hover(world, doc, offset, link) };
    let article = &dated.article;
    match mention_at(article, offset)? {
        MentionAt::Name(index) => {
            let mention = index.of(&article.names.mentions)?;
            let markdown = person::of_mention(world, &MentionRef::new(doc, index), mention, link)?;
            Some(Hover { span: mention.span, markdown })
        }
        MentionAt::Title(index) => {
            let title = index.of(&article.names.titles)?;
            let markdown = person::of_title(world, &TitleRef::new(doc, index), link)?;
            Some(Hover { span: title.span, markdown })
        }
        MentionAt::Meeting(index) => {
            let mention = index.of(&article.meetings.mentions)?;
            let at = EventMentionRef::new(doc, index);
            let markdown = meeting::of_mention(world, &at, link)?;
            let likely = likely_meetings::section(world, &at, link);
            Some(Hover { span: mention.span, markdown: markdown + &likely })
        }
        MentionAt::Time(index) => {
            let timex = index.of(&article.times)?;
            Some(Hover { span: timex.span, markdown: time::of_mention(world, doc, index, link)? })
        }
    }
}
