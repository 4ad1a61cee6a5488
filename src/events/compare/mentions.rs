//! Compares two mentions in one article that its chain may have kept apart because of their dates; a check
//! that compares the dates needs the comparison without them.

use super::{Comparison, Evidence};
use crate::article::Article;
use crate::meetings::{EventMention, series};

/// Compares a mention with the first mention of a meeting. Two things bring together what the chain kept
/// apart: an edition of a series, which is held once, and a noun that `refers_back` ("the talks") to the only
/// earlier meeting.
pub fn mentions(
    article: &Article,
    mention: &EventMention,
    first: &EventMention,
    refers_back: bool,
) -> Comparison {
    if mention.series.is_some() && mention.edition.is_some() && mention.edition == first.edition {
        let same = mention.series.as_deref().map(series::key) == first.series.as_deref().map(series::key);
        return if same { Evidence::SameEdition } else { Evidence::OtherSeries }.into();
    }
    if mention.local == first.local {
        return Evidence::SameChain.into();
    }
    if refers_back && is_only(article, mention, first) {
        return Evidence::RefersBack.into();
    }
    Evidence::ToldApart.into()
}

/// Whether no other earlier meeting could be meant by the noun: no other principals, no name, nothing else of
/// its kind.
fn is_only(article: &Article, mention: &EventMention, first: &EventMention) -> bool {
    let named = mention.series.is_some() || first.series.is_some();
    let known = mention.who.iter().all(|who| first.who.contains(who)) && first.who.len() >= 2;
    let alike = mention.kind == first.kind && mention.status == first.status && !named && known;
    let mut before = article.meetings.mentions.iter().take_while(|m| m.span.start < mention.span.start);
    alike && before.all(|m| m.kind != mention.kind || m.local == first.local)
}
