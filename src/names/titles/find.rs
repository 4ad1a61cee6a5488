//! Where titles stand: an office of the gazetteer, unless it is a name or a word here.

use std::ops::Range;

use super::TitlePhrase;
use super::extent::TitleExtent;
use crate::names::tagger::Tag;
use crate::names::words::Words;
use crate::names::{COUNTERPART, Lexicon, NameKind};
use crate::text::{Layout, TokenKind};

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
            // "Muhammad Sultan Khan": inside a name it is a name.
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

/// The office that begins at a token: how many tokens it takes, and its normal form.
pub(super) fn role_at(
    layout: &Layout<'_>,
    lexicon: &Lexicon,
    at: usize,
    end: usize,
) -> Option<(usize, &'static str)> {
    let token = layout.token(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = layout.slice(token.span);
    if matches!(word, "counterpart" | "Counterpart") {
        return Some((1, COUNTERPART));
    }
    let (count, role) = lexicon.longest_role((at..end.min(at + 8)).map(|i| layout.word(i)))?;
    // "Amir-Abdollahian" is a name.
    let after = at + count;
    if layout.word(after) == "-"
        && layout.is_glued(after)
        && layout.token(after + 1).is_some_and(|t| t.capital && !t.spaced)
    {
        return None;
    }
    // "foreign ministers": several people, nobody's title.
    let last = layout.word(at + count - 1);
    let plural = last.len() > 3
        && last.ends_with('s')
        && !last.ends_with("ss")
        && !role.ends_with('s')
        && role != "mr";
    // "deputy" alone and "head" alone are words as often as offices.
    let weak = count == 1
        && !token.capital
        && matches!(role, "lawmaker" | "mr" | "doge" | "captain" | "major" | "whip" | "general");
    (!plural && !weak).then_some((count, role))
}
