//! Where titles stand: an office of the gazetteer, unless it is a name or an ordinary word here.

use std::ops::Range;

use super::TitlePhrase;
use super::extent::TitleExtent;
use super::role::role_at;
use crate::lang::names::NameClass;
use crate::names::tagger::Tag;
use crate::names::words::Words;
use crate::names::{Lexicon, NameKind, Qualifier};
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
            let Some(role) = role_at(layout, lexicon, at, end) else {
                at += 1;
                continue;
            };
            let count = role.count;
            // "foreign ministers" is a title only before the names of those who hold it.
            if role.plural && (!words.capital(at + count) || words.shouted(at)) {
                at += 1;
                continue;
            }
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
            let mut phrase = TitleExtent { layout, words, lexicon, tags, floor, end }.around(at, role);
            // "Deputy White House chief of staff": of the office that follows.
            if let Some(deputy) = out.pop_if(|before| before.last == phrase.first && is_deputy(words, before))
            {
                phrase.first = deputy.first;
                phrase.country = phrase.country.or(deputy.country);
                phrase.qualifier = phrase.qualifier.or(Some(Qualifier::Deputy));
            }
            at = phrase.last.max(at + count);
            floor = at;
            out.push(phrase);
        }
    }
    out
}

/// Whether a title is the word "deputy" alone, which is an office in some parliaments.
fn is_deputy(words: &Words<'_>, phrase: &TitlePhrase) -> bool {
    phrase.last == phrase.head.0 + 1 && words.is(phrase.head.0, NameClass::Deputy)
}
