//! From tokens to mentions, entities and titles: titles first, then names, then the article as a whole.

use super::candidates::{self, NameContext};
use super::extent::NameExtent;
use super::lexicon::Lexicon;
use super::person_coref::PersonCoref;
use super::titles;
use super::words::Words;
use super::{Names, chains, tagger};
use crate::text::Layout;

/// Finds the names of a text, their entities, and their titles.
pub(super) fn read(layout: &Layout<'_>, lexicon: &Lexicon) -> Names {
    let words = Words::of(layout, lexicon);
    let tags = tagger::tag(layout, lexicon);
    let phrases = titles::find(layout, &words, lexicon, &tags);
    let titled = candidates::titled(layout, &words, &phrases);
    let extent = NameExtent { layout, words: &words, lexicon, titled: &titled, tags: &tags };
    let context = NameContext {
        layout,
        words: &words,
        lexicon,
        phrases: &phrases,
        tags: &tags,
        extent,
        titled: &titled,
    };
    let document = PersonCoref::of(&context, context.find());
    let (mut mentions, entities) = chains::chain(layout, lexicon, &document);
    let titles = titles::attach(layout, &words, &phrases, &mut mentions, lexicon);
    Names { mentions, entities, titles }
}
