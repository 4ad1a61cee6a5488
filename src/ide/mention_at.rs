//! What is at an offset: a time, a name, a title or a meeting.

use crate::article::Article;
use crate::meetings::EventMention;
use crate::names::{Mention, Title};
use crate::text::{Index, Span, indexed};
use crate::time::Timex;
use crate::world::{DocId, World};

/// The innermost thing at an offset; indices into the article's vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionAt {
    Time(Index<Timex>),
    Name(Index<Mention>),
    Title(Index<Title>),
    Meeting(Index<EventMention>),
}

impl MentionAt {
    /// Its words in the article it was found in.
    pub fn span(self, article: &Article) -> Option<Span> {
        match self {
            Self::Time(i) => i.of(&article.times).map(|time| time.span),
            Self::Name(i) => i.of(&article.names.mentions).map(|name| name.span),
            Self::Title(i) => i.of(&article.names.titles).map(|title| title.span),
            Self::Meeting(i) => i.of(&article.meetings.mentions).map(|meeting| meeting.span),
        }
    }
}

/// The span of the mention at `offset` in an article.
pub fn span_at(world: &World, doc: &DocId, offset: u32) -> Option<Span> {
    let article = &world.article(doc)?.article;
    mention_at(article, offset)?.span(article)
}

/// The mention under the cursor. Where several overlap, the shortest; for equal spans in the order name,
/// time, meeting, title.
pub fn mention_at(article: &Article, offset: u32) -> Option<MentionAt> {
    let names = indexed(&article.names.mentions).map(|(i, m)| (m.span, 0, MentionAt::Name(i)));
    let times = indexed(&article.times).map(|(i, t)| (t.span, 1, MentionAt::Time(i)));
    let meetings = indexed(&article.meetings.mentions).map(|(i, m)| (m.span, 2, MentionAt::Meeting(i)));
    let titles = indexed(&article.names.titles).map(|(i, t)| (t.span, 3, MentionAt::Title(i)));
    let all = names.chain(times).chain(meetings).chain(titles);
    all.filter(|(span, ..)| span.touches(offset))
        .min_by_key(|(span, rank, _)| (span.end == offset, span.len(), *rank))
        .map(|(.., item)| item)
}
