//! Every `pub` type has a unique name, so that a reader of `Place` need not ask which.

use std::collections::BTreeMap;

use super::source::{Token, sources};

/// Names that two types have today. One that is unique must be removed here.
const NOT_YET: &[&str] = &[];

#[test]
fn every_public_type_name_stands_once() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for name in public_types(&source.tokens()) {
            found.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(found.len() > 100, "found only {} types", found.len());
    let twice = found.iter().filter(|(name, paths)| paths.len() > 1 && !NOT_YET.contains(&name.as_str()));
    let mut wrong: Vec<_> = twice.map(|(name, paths)| format!("{name}: {}", paths.join(", "))).collect();
    let once = NOT_YET.iter().filter(|name| found.get(**name).is_none_or(|paths| paths.len() < 2));
    wrong.extend(once.map(|name| format!("{name} is unique, take it out of NOT_YET")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names after `pub struct`, `pub enum`, `pub trait` and `pub type`.
fn public_types(tokens: &[Token]) -> Vec<String> {
    let is =
        |token: &Token, words: &[&str]| matches!(token, Token::Word(word) if words.contains(&word.as_str()));
    let declared = tokens.windows(3).filter_map(|three| match three {
        [first, kind, Token::Word(name)] => {
            (is(first, &["pub"]) && is(kind, &["struct", "enum", "trait", "type"])).then(|| name.clone())
        }
        _ => None,
    });
    declared.collect()
}
