//! What stands at an offset: a time, a name, a title or a meeting.

use crate::article::Article;
use crate::text::Span;
use crate::world::{DocId, World};

/// The innermost thing at an offset; indices into the article's vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionAt {
    Time(u32),
    Name(u32),
    Title(u32),
    Meeting(u32),
}

impl MentionAt {
    /// Its words in the article it was found in.
    pub fn span(self, article: &Article) -> Option<Span> {
        match self {
            Self::Time(i) => article.times.get(i as usize).map(|time| time.span),
            Self::Name(i) => article.names.mentions.get(i as usize).map(|name| name.span),
            Self::Title(i) => article.names.titles.get(i as usize).map(|title| title.span),
            Self::Meeting(i) => article.meetings.mentions.get(i as usize).map(|meeting| meeting.span),
        }
    }
}

/// The words of what stands at `offset` in an article.
pub fn span_at(world: &World, doc: &DocId, offset: u32) -> Option<Span> {
    let article = &world.article(doc)?.article;
    mention_at(article, offset)?.span(article)
}

/// The mention under the cursor. Where several overlap, the shortest; on equal spans name, time, meeting, title.
pub fn mention_at(article: &Article, offset: u32) -> Option<MentionAt> {
    let names =
        article.names.mentions.iter().enumerate().map(|(i, m)| (m.span, 0, MentionAt::Name(i as u32)));
    let times = article.times.iter().enumerate().map(|(i, t)| (t.span, 1, MentionAt::Time(i as u32)));
    let meetings =
        article.meetings.mentions.iter().enumerate().map(|(i, m)| (m.span, 2, MentionAt::Meeting(i as u32)));
    let titles =
        article.names.titles.iter().enumerate().map(|(i, t)| (t.span, 3, MentionAt::Title(i as u32)));
    let all = names.chain(times).chain(meetings).chain(titles);
    all.filter(|(span, ..)| span.touches(offset))
        .min_by_key(|(span, rank, _)| (span.end == offset, span.len(), *rank))
        .map(|(.., item)| item)
}
