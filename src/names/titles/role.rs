//! Whether an office of the gazetteer begins at a token and is neither a name nor an ordinary word there.

use crate::lang::names::NameClass;
use crate::names::{COUNTERPART, Lexicon};
use crate::text::{Layout, TokenKind};

/// The office that begins at a token: how many tokens it takes, and its normal form.
pub(super) fn role_at(
    layout: &Layout<'_>,
    lexicon: &Lexicon,
    at: usize,
    end: usize,
) -> Option<(usize, &'static str)> {
    let token = layout.token(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = layout.slice(token.span);
    let classes = &layout.language.names.classes;
    if classes.has(word, NameClass::Counterpart) {
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
    // "foreign ministers": several people, so not a title of one.
    let last = layout.word(at + count - 1);
    let plural = last.len() > 3
        && last.ends_with('s')
        && !last.ends_with("ss")
        && !role.ends_with('s')
        && !classes.has(role, NameClass::PluralHonorific);
    // "deputy" and "head" alone are ordinary words as often as offices.
    let weak = count == 1 && !token.capital && classes.has(role, NameClass::WeakTitle);
    (!plural && !weak).then_some((count, role))
}
