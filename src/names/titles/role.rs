//! Whether an office of the gazetteer begins at a token and is neither a name nor an ordinary word there.

use crate::lang::names::NameClass;
use crate::names::{COUNTERPART, Lexicon};
use crate::text::{Layout, TokenKind};

/// An office in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    /// How many tokens it takes.
    pub count: usize,
    /// Its normal form.
    pub name: &'static str,
    /// "presidents": of several people.
    pub plural: bool,
}

/// The office that begins at a token.
pub(super) fn role_at(layout: &Layout<'_>, lexicon: &Lexicon, at: usize, end: usize) -> Option<Role> {
    let token = layout.token(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = layout.slice(token.span);
    let classes = &layout.language.names.classes;
    if classes.has(word, NameClass::Counterpart) {
        return Some(Role { count: 1, name: COUNTERPART, plural: false });
    }
    let found = lexicon.longest_role((at..end.min(at + 8)).map(|i| layout.word(i)));
    let Some((count, role)) = found else { return plural_at(layout, lexicon, at, end) };
    // "Amir-Abdollahian" is a name.
    let after = at + count;
    if layout.word(after) == "-"
        && layout.is_glued(after)
        && layout.token(after + 1).is_some_and(|t| t.capital && !t.spaced)
    {
        return None;
    }
    let last = layout.word(at + count - 1);
    let plural = last.len() > 3
        && last.ends_with('s')
        && !last.ends_with("ss")
        && !role.ends_with('s')
        && !classes.has(role, NameClass::PluralHonorific);
    // "deputy" and "head" alone are ordinary words as often as offices.
    let weak = count == 1 && !token.capital && classes.has(role, NameClass::WeakTitle);
    (!weak).then_some(Role { count, name: role, plural })
}

/// "Prime Ministers Roe and Doe": a plural that the gazetteer does not list, before a name.
fn plural_at(layout: &Layout<'_>, lexicon: &Lexicon, at: usize, end: usize) -> Option<Role> {
    let capital = |at: usize| at < end && layout.token(at).is_some_and(|token| token.capital && token.spaced);
    for count in 1..=MAX_PLURAL_TOKENS {
        let last = at + count - 1;
        if at + count >= end || !capital(at + count) || (count > 1 && !capital(last)) {
            return None;
        }
        let Some(one) = layout.word(last).strip_suffix('s') else { continue };
        let words = (at..last).map(|i| layout.word(i)).chain([one]);
        if let Some((found, name)) = lexicon.longest_role(words).filter(|(found, _)| *found == count) {
            return Some(Role { count: found, name, plural: true });
        }
    }
    None
}

/// Words in the longest office with an unlisted plural: "national security advisers" is listed.
const MAX_PLURAL_TOKENS: usize = 3;
