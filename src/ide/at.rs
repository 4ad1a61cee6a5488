//! What stands at an offset: a time, a name, a title or a meeting.

use crate::article::Article;

/// The innermost thing at an offset; indices into the article's vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Time(u32),
    Name(u32),
    Title(u32),
    Meeting(u32),
}

/// The item under the cursor. Where several overlap, the shortest; on equal spans name, time, meeting, title.
pub fn item_at(article: &Article, offset: u32) -> Option<Item> {
    let names = article.names.mentions.iter().enumerate().map(|(i, m)| (m.span, 0, Item::Name(i as u32)));
    let times = article.times.iter().enumerate().map(|(i, t)| (t.span, 1, Item::Time(i as u32)));
    let meetings =
        article.meetings.mentions.iter().enumerate().map(|(i, m)| (m.span, 2, Item::Meeting(i as u32)));
    let titles = article.names.titles.iter().enumerate().map(|(i, t)| (t.span, 3, Item::Title(i as u32)));
    let all = names.chain(times).chain(meetings).chain(titles);
    all.filter(|(span, ..)| span.touches(offset))
        .min_by_key(|(span, rank, _)| (span.end == offset, span.len(), *rank))
        .map(|(.., item)| item)
}
