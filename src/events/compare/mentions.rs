//! Two mentions of one article that its chain may have kept apart for their dates, and rightly so: whoever compares
//! the dates asks again without them.

use super::{Comparison, Evidence};
use crate::article::Article;
use crate::meetings::{EventMention, series};

/// A mention against the first mention of a meeting. Only an edition of a series, which is held once, and a noun that
/// `refers_back` ("the talks") to the only meeting there is bring together what the chain kept apart.
pub fn mentions(
    article: &Article,
    mention: &EventMention,
    first: &EventMention,
    refers_back: bool,
) -> Comparison {
    let series = |m: &EventMention| m.series.as_deref().map(series::key);
    if mention.series.is_some() && mention.edition.is_some() && mention.edition == first.edition {
        let same = series(mention) == series(first);
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

/// Whether there is no other meeting before that a noun could mean: no other principals, no name, nothing else of its
/// kind.
fn is_only(article: &Article, mention: &EventMention, first: &EventMention) -> bool {
    let named = mention.series.is_some() || first.series.is_some();
    let known = mention.who.iter().all(|who| first.who.contains(who)) && first.who.len() >= 2;
    let alike = mention.kind == first.kind && mention.status == first.status && !named && known;
    let before = || article.meetings.mentions.iter().take_while(|m| m.span.start < mention.span.start);
    alike && before().filter(|m| m.kind == mention.kind).all(|m| m.local == first.local)
}
