//! People, after `@` or a capital letter: the surname alone once the article has the full name, as is usual
//! in newspapers.

use super::{CompletionItem, CompletionItemKind};
use crate::article::Article;
use crate::ide::show;
use crate::names::{Mention, MentionForm, NameKind};
use crate::text::{Index, Span};
use crate::world::{DocId, Entity, World};

/// Letters needed before people are offered without `@`: every sentence begins with one capital.
const MIN_LETTERS: usize = 2;
/// People offered: enough for any list that a person reads.
const MAX_ITEMS: usize = 50;
/// People examined, roughly the most mentioned first.
const MAX_PEOPLE: usize = 400;

/// People whose names begin with what is typed at `offset`, the most likely first.
pub(super) fn completions(world: &World, doc: &DocId, article: &Article, offset: u32) -> Vec<CompletionItem> {
    let Some((replace, typed)) = typed(article, offset) else { return Vec::new() };
    let mut found: Vec<(bool, usize, CompletionItem)> = Vec::new();
    let people = world.named(&typed).filter(|entity| entity.kind == NameKind::Person);
    for entity in people.take(MAX_PEOPLE) {
        // The text being typed is itself read as a name, which must not be offered.
        let elsewhere = entity
            .mentions
            .iter()
            .filter(|m| !(m.doc == *doc && is_here(article, m.mention, replace)))
            .count();
        if elsewhere == 0 && !entity.has_profile || !begins(&entity.name, &typed) {
            continue;
        }
        let family = introduced(article, doc, entity, replace);
        let insert = family.as_deref().unwrap_or(&entity.name).to_owned();
        let item = CompletionItem {
            label: insert.clone(),
            detail: if family.is_some() {
                entity.name.to_string()
            } else {
                show::count(elsewhere, "mention")
            },
            documentation: String::new(),
            kind: CompletionItemKind::Person,
            replace,
            insert,
        };
        found.push((family.is_some(), elsewhere, item));
    }
    found.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then_with(|| a.2.label.cmp(&b.2.label)));
    found.into_iter().take(MAX_ITEMS).map(|(.., item)| item).collect()
}

/// The typed prefix of a name before the cursor: its span including an `@`, and its text in lower case
/// without it.
fn typed(article: &Article, offset: u32) -> Option<(Span, String)> {
    let before = article.text.slice(Span::new(0, offset));
    let word = before.len()
        - before.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '-' | '’' | '\'')).len();
    let start = before.len() - word;
    let letters = before.get(start..)?;
    let at = before.get(..start)?.ends_with('@');
    let capital =
        letters.chars().next().is_some_and(char::is_uppercase) && letters.chars().count() >= MIN_LETTERS;
    let start = if at { start - 1 } else { start };
    (at || capital).then(|| (Span::new(start as u32, offset), letters.to_lowercase()))
}

/// Whether a word of the name begins with what was typed.
fn begins(name: &str, typed: &str) -> bool {
    name.split(|c: char| c.is_whitespace() || c == '-').any(|word| word.to_lowercase().starts_with(typed))
}

/// The family name, if the article has given the full name before.
fn introduced(article: &Article, doc: &DocId, entity: &Entity, replace: Span) -> Option<String> {
    let mut here = entity
        .mentions
        .iter()
        .filter(|m| m.doc == *doc)
        .filter_map(|m| m.mention.of(&article.names.mentions));
    let full = here.find(|m| m.form == MentionForm::Full && m.span.end <= replace.start)?;
    let family = &full.entity.of(&article.names.entities)?.family;
    (!family.is_empty()).then(|| family.to_string())
}

fn is_here(article: &Article, mention: Index<Mention>, replace: Span) -> bool {
    mention.of(&article.names.mentions).is_some_and(|m| m.span.overlaps(replace))
}
