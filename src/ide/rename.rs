//! Rename a person: the profile's canonical name and, with the user's consent, every spelling in the text.

use super::code_action::add_alias;
use super::profile_ids::without_quotes;
use super::subject::{Subject, subject};
use crate::checks::Edit;
use crate::names::{MentionForm, NameKind};
use crate::text::Span;
use crate::world::{DocId, Entity, Place, World};

/// One replacement; those in articles need the user's consent.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    pub edit: Edit,
    /// Whether it is in an article rather than a profile: ask before changing what an author wrote.
    pub confirm: bool,
}

/// The name at `offset` that can be renamed, with its span; `None` if nothing can be.
pub fn prepare_rename(world: &World, doc: &DocId, offset: u32) -> Option<(Span, String)> {
    let Subject::Entity(entity) = subject(world, doc, offset)? else { return None };
    if let Some(file) = world.profile_file(doc) {
        let mut names = file.persons.iter().map(|person| without_quotes(person.name.span));
        return Some((names.find(|name| name.touches(offset))?, entity.name.to_string()));
    }
    let article = &world.article(doc)?.article;
    let mention = article.names.mentions.iter().find(|mention| mention.span.touches(offset))?;
    Some((mention.span, entity.name.to_string()))
}

/// The edits that give the person at `offset` the name `new`; empty if the name is blank or the same.
pub fn rename(world: &World, doc: &DocId, offset: u32, new: &str) -> Vec<Replacement> {
    let new = new.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(Subject::Entity(entity)) = subject(world, doc, offset) else { return Vec::new() };
    if new.is_empty() || *new == *entity.name || new.contains(['"', '\\']) {
        return Vec::new();
    }
    let mut all = Vec::new();
    if let Some((file, person)) = world.person_profile(&entity.id.0) {
        let place = Place { doc: file.clone(), span: without_quotes(person.name.span) };
        all.push(Replacement { edit: Edit { place, new: new.clone() }, confirm: false });
        // The old name stays an alias: not every article will be changed, and later ones may use it.
        let old = &person.name.value;
        if person.aliases.iter().all(|alias| alias.value != *old) {
            all.extend(add_alias(world, file, person, old).map(|edit| Replacement { edit, confirm: false }));
        }
    }
    all.extend(in_text(world, entity, &new));
    all
}

/// Full mentions get the whole name; a lone family name changes only if the family name did.
fn in_text(world: &World, entity: &Entity, new: &str) -> Vec<Replacement> {
    let mut all = Vec::new();
    for mention in &entity.mentions {
        let Some(article) = world.article(&mention.doc).map(|dated| &dated.article) else { continue };
        let Some(found) = mention.mention.of(&article.names.mentions) else { continue };
        let words = article.text.slice(found.span);
        let replacement = match found.form {
            MentionForm::Short if entity.kind == NameKind::Person => family(&entity.name, words, new),
            MentionForm::Acronym => None,
            _ => Some(new.to_owned()),
        };
        let Some(new) = replacement.filter(|new| new != words) else { continue };
        let place = Place { doc: mention.doc.clone(), span: found.span };
        all.push(Replacement { edit: Edit { place, new }, confirm: true });
    }
    all
}

/// The word of the new name at the position of `short` in the old one.
fn family(old: &str, short: &str, new: &str) -> Option<String> {
    let (old, new): (Vec<_>, Vec<_>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let at = old.iter().position(|word| *word == short)?;
    // Counted from the nearer end: middle names may differ.
    let word = if at == 0 { new.first() } else { new.get(new.len().checked_sub(old.len() - at)?) };
    word.map(|word| (*word).to_owned())
}
