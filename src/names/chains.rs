//! From spans to mentions and entities: which mentions in the article refer to the same thing.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;
use super::person_coref::{LocalPerson, PersonCoref, ResolvedName};
use super::variants::plain_key;
use super::{LocalEntity, Mention, MentionForm, NameKind};
use crate::text::normalise::one_line;
use crate::text::{Index, Layout, Span};

/// Mentions in order, and their entities in order of first mention.
pub(super) fn chain(
    layout: &Layout<'_>,
    lexicon: &Lexicon,
    document: &PersonCoref,
) -> (Vec<Mention>, Vec<LocalEntity>) {
    let mut chains = ChainBuilder {
        layout,
        lexicon,
        mentions: Vec::new(),
        entities: Vec::new(),
        by_key: FxHashMap::default(),
    };
    for named in &document.names {
        chains.add(document, named);
    }
    (chains.mentions, chains.entities)
}

#[derive(PartialEq, Eq, Hash)]
enum EntityKey {
    Person(Index<LocalPerson>),
    Organisation(String),
    Place(String),
}

struct ChainBuilder<'a, 't> {
    layout: &'a Layout<'t>,
    lexicon: &'a Lexicon,
    mentions: Vec<Mention>,
    entities: Vec<LocalEntity>,
    by_key: FxHashMap<EntityKey, Index<LocalEntity>>,
}

impl ChainBuilder<'_, '_> {
    fn add(&mut self, document: &PersonCoref, named: &ResolvedName) {
        let found = named.found;
        let Some(span) = self.span(found.first, found.last) else { return };
        let text = one_line(self.layout.slice(span));
        let (key, form) = match (found.kind, named.person) {
            (NameKind::Person, Some(person)) => {
                (EntityKey::Person(person), if named.full { MentionForm::Full } else { MentionForm::Short })
            }
            (NameKind::Person, None) => return,
            (NameKind::Organisation, _) => self.organisation(&text),
            (NameKind::Place, _) => (EntityKey::Place(self.place(&text)), MentionForm::Full),
        };
        let acronym = self.acronym_behind(&key, found.last);
        let entity = *self.by_key.entry(key).or_insert_with(|| {
            self.entities.push(LocalEntity {
                kind: found.kind,
                name: text.clone().into(),
                family: "".into(),
                family_first: None,
                mentions: Vec::new(),
            });
            Index::new(self.entities.len() - 1)
        });
        if let Some(acronym) = acronym {
            self.by_key.entry(EntityKey::Organisation(acronym)).or_insert(entity);
        }
        let Some(local) = entity.of_mut(&mut self.entities) else { return };
        local.mentions.push(Index::new(self.mentions.len()));
        if let Some(person) = named.person.and_then(|person| person.of(&document.persons)) {
            local.family_first = person.family_first;
        }
        let fuller = match found.kind {
            NameKind::Person => words(&text) > words(&local.name),
            NameKind::Organisation => form == MentionForm::Full && words(&local.name) < 2 && words(&text) > 1,
            NameKind::Place => false,
        };
        if fuller {
            local.name = text.into();
        }
        if let Some(person) = named.person.and_then(|person| person.of(&document.persons)) {
            local.family = family(&local.name, person.family.0, person.family.1);
        }
        let sentence = self.layout.sentence_of(found.first);
        self.mentions.push(Mention { span, kind: found.kind, form, entity, title: None, sentence });
    }

    fn span(&self, first: usize, last: usize) -> Option<Span> {
        Some(self.layout.token(first)?.span.cover(self.layout.token(last.checked_sub(1)?)?.span))
    }

    /// An acronym shares a key with what it stands for.
    fn organisation(&self, text: &str) -> (EntityKey, MentionForm) {
        let single = !text.contains(' ');
        let own = plain_key(text);
        if single && self.by_key.contains_key(&EntityKey::Organisation(own.clone())) {
            let form = if is_acronym(text) { MentionForm::Acronym } else { MentionForm::Full };
            return (EntityKey::Organisation(own), form);
        }
        match self.lexicon.acronym(text) {
            Some(full) if single => {
                let full = plain_key(full);
                (EntityKey::Organisation(full), MentionForm::Acronym)
            }
            _ => (
                EntityKey::Organisation(own),
                if single && is_acronym(text) { MentionForm::Acronym } else { MentionForm::Full },
            ),
        }
    }

    /// "Shanghai Cooperation Organisation (SCO)": from here on the acronym in brackets means this
    /// organisation.
    fn acronym_behind(&self, key: &EntityKey, last: usize) -> Option<String> {
        let brackets = self.layout.word(last) == "(" && self.layout.word(last + 2) == ")";
        let inside = self.layout.word(last + 1);
        (matches!(key, EntityKey::Organisation(_)) && brackets && is_acronym(inside))
            .then(|| plain_key(inside))
    }

    fn place(&self, text: &str) -> String {
        match self.lexicon.country(text) {
            Some(code) => format!("={code}"),
            None => plain_key(text),
        }
    }
}

/// The words of `name` that stand for the person alone; hyphens separate words, as they did when counted.
fn family(name: &str, from: usize, to: usize) -> Box<str> {
    let mut count = 0;
    let mut start = None;
    let mut end = name.len();
    let mut quoted = false;
    let mut fresh = true;
    for (at, c) in name.char_indices() {
        if matches!(c, '“' | '"' | '(' | '”' | ')') {
            quoted = !quoted;
        }
        if c.is_alphanumeric() && fresh && !quoted {
            if count == from {
                start = Some(at);
            }
            if count == to {
                end = at;
                break;
            }
            count += 1;
        }
        fresh = matches!(c, ' ' | '-' | '\u{2010}' | '\u{2011}' | '“' | '"' | '(');
    }
    let part = name.get(start.unwrap_or(0)..end).unwrap_or_default();
    let part = part.split(", ").next().unwrap_or_default();
    part.trim_end_matches([' ', '-', '.', ',']).into()
}

fn is_acronym(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper >= 2 && text.chars().count() <= 8 && !text.contains(' ')
}

fn words(text: &str) -> usize {
    text.split([' ', '-']).count()
}
