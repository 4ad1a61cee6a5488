//! From tokens to mentions, entities and titles: titles first, then names, then the article as a whole.

use super::document::Document;
use super::gather::Gather;
use super::lexicon::Lexicon;
use super::spans::{self, Finder};
use super::titles::{self, Edges};
use super::words::Words;
use super::{Names, chains, tagger};
use crate::text::Layout;

pub(super) fn read(layout: &Layout<'_>, lexicon: &Lexicon) -> Names {
    let words = Words::of(layout, lexicon);
    let tags = tagger::tag(layout, lexicon);
    let phrases = titles::find(layout, &words, lexicon, &tags);
    let titled = spans::titled(layout, &phrases);
    let gather = Gather { layout, words: &words, lexicon, titled: &titled, tags: &tags };
    let finder =
        Finder { layout, words: &words, lexicon, phrases: &phrases, tags: &tags, gather, titled: &titled };
    let document = Document::of(&finder, finder.find());
    let (mut mentions, entities) = chains::chain(layout, lexicon, &document);
    let edges = Edges::of(&mentions);
    let titles = titles::attach(layout, &phrases, &mut mentions, &edges, lexicon);
    Names { mentions, entities, titles }
}
