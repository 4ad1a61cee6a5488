//! Where titles stand: an office of the gazetteer, unless it is a name or an ordinary word here.

use std::ops::Range;

use super::TitlePhrase;
use super::extent::TitleExtent;
use super::role::role_at;
use crate::names::tagger::Tag;
use crate::names::words::Words;
use crate::names::{Lexicon, NameKind};
use crate::text::Layout;

/// All titles, in order, disjoint.
pub(in crate::names) fn find(
    layout: &Layout<'_>,
    words: &Words<'_>,
    lexicon: &Lexicon,
    tags: &[Tag],
) -> Vec<TitlePhrase> {
    let mut out: Vec<TitlePhrase> = Vec::new();
    for sentence in &layout.sentences {
        let Range { start: begin, end } = sentence.tokens();
        let mut floor = begin;
        let mut at = begin;
        while at < end {
            let Some((count, role)) = role_at(layout, lexicon, at, end) else {
                at += 1;
                continue;
            };
            // "Muhammad Sultan Khan": inside a name, "Sultan" is part of it.
            let inside = tags.get(at).is_some_and(|tag| tag.kind == Some(NameKind::Person) && !tag.begins);
            if inside
                && count == 1
                && words.capital(at)
                && at > begin
                && tags.get(at - 1).is_some_and(|tag| tag.kind == Some(NameKind::Person))
                && !words.common(at - 1, lexicon)
                && lexicon.person_name(words.folded(at))
                && role_at(layout, lexicon, at - 1, end).is_none()
            {
                at += 1;
                continue;
            }
            let phrase =
                TitleExtent { layout, words, lexicon, tags, floor, end }.around(at, at + count, role);
            at = phrase.last.max(at + count);
            floor = at;
            out.push(phrase);
        }
    }
    out
}
