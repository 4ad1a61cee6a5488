//! One spelling of one name, with all that the articles say under it. Spellings are what is counted; `bind` makes
//! persons of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::counts::{self, Counts};
use crate::article::Article;
use crate::names::countries;
use crate::names::lexicon;
use crate::names::variants::{self, NameFit, NamePart};
use crate::names::{LocalEntity, MentionForm, NameKind, Qualifier, Title};
use crate::text::normalise::one_line;
use crate::text::{Index, Place, indexed};
use crate::time::Window;

/// A kind and a folded spelling: "p wang yi". Equal spellings of different articles are one group.
pub(super) type Key = Arc<str>;

/// A local entity: the slot of its article in the register, and its index there.
pub(super) type Member = (u32, Index<LocalEntity>);

/// What somebody is: the role in normal form, and of which country.
pub(super) type OfficeKey = (Box<str>, Option<[u8; 2]>);

#[derive(Clone, Debug)]
pub(super) struct Group {
    pub kind: NameKind,
    /// The parts of a person's name.
    pub parts: Arc<[NamePart]>,
    /// "jr": tells it from others with the same parts.
    pub generation: Option<&'static str>,
    /// What it is looked up by, if it is a surname or an acronym.
    pub short: Option<Box<str>>,
    /// In order.
    pub members: Vec<Member>,
    /// As written, with the number of mentions.
    pub spellings: Counts<Box<str>>,
    pub offices: Counts<OfficeKey>,
    /// Keys of names that stand for it alone: "lavrov"; acronyms of an organisation. With the number of articles.
    pub shorts: Counts<Box<str>>,
    /// In how many articles the family name came first.
    pub family_first: u32,
    /// The profiles that claim this spelling.
    pub claims: Vec<Arc<Claim>>,
}

/// What a profile says about names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    pub id: Arc<str>,
    pub place: Place,
    pub name: Box<str>,
    pub family_first: Option<bool>,
    pub shorts: Vec<Box<str>>,
    pub terms: Vec<Term>,
    /// Ids of namesakes.
    pub not: Vec<Box<str>>,
}

/// An office that a profile states, with its term.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    pub office: OfficeKey,
    pub when: Option<Window>,
}

impl Group {
    pub fn new(key: &str) -> Self {
        let name = key.get(2..).unwrap_or_default();
        let (kind, parts) = match key.get(..1) {
            Some("p") => (NameKind::Person, variants::parts(name)),
            Some("l") => (NameKind::Place, Vec::new()),
            _ => (NameKind::Organisation, Vec::new()),
        };
        let short = short_key(kind, name);
        Self {
            kind,
            parts: parts.into(),
            generation: variants::generation(name).filter(|_| kind == NameKind::Person),
            short,
            members: Vec::new(),
            spellings: Counts::default(),
            offices: Counts::default(),
            shorts: Counts::default(),
            family_first: 0,
            claims: Vec::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty() && self.claims.is_empty()
    }

    /// Whether its members are looked at one by one: a surname or an acronym, or a name that two profiles claim.
    pub fn is_short(&self) -> bool {
        self.claims.len() > 1 || (self.claims.is_empty() && self.short.is_some())
    }

    /// A full name of a person: it can be compared with others.
    pub fn is_full(&self) -> bool {
        self.kind == NameKind::Person && self.short.is_none()
    }

    /// Whether families come first for this spelling, as far as anybody says.
    pub fn turns(&self) -> bool {
        self.family_first > 0 || self.claims.iter().any(|claim| claim.family_first == Some(true))
    }

    /// All names that stand for it alone.
    pub fn short_keys(&self) -> impl Iterator<Item = &str> {
        let claimed = self.claims.iter().flat_map(|claim| claim.shorts.iter());
        self.shorts.keys().chain(claimed).map(AsRef::as_ref)
    }

    /// How one full name stands to another. Who says a generation says more; father and son are two.
    pub fn fit(&self, other: &Self) -> Option<NameFit> {
        let how = variants::compare(&self.parts, &other.parts, self.turns() || other.turns())?;
        match (self.generation, other.generation, how) {
            (Some(a), Some(b), _) if a != b => None,
            (None, Some(_), NameFit::Same) => Some(NameFit::Less),
            (Some(_), None, NameFit::Same) => Some(NameFit::More),
            _ => Some(how),
        }
    }

    pub fn add(&mut self, member: Member, said: &Said) {
        if let Err(at) = self.members.binary_search(&member) {
            counts::insert(&mut self.members, at, member);
        }
        said.spellings.iter().for_each(|(key, n)| self.spellings.add(key, *n));
        said.offices.iter().for_each(|(key, n)| self.offices.add(key, *n));
        said.shorts.iter().for_each(|(key, n)| self.shorts.add(key, *n));
        self.family_first += u32::from(said.family_first);
    }

    pub fn remove(&mut self, member: Member, said: &Said) {
        if let Ok(at) = self.members.binary_search(&member) {
            self.members.remove(at);
        }
        said.spellings.iter().for_each(|(key, n)| self.spellings.take(key, *n));
        said.offices.iter().for_each(|(key, n)| self.offices.take(key, *n));
        said.shorts.iter().for_each(|(key, n)| self.shorts.take(key, *n));
        self.family_first -= u32::from(said.family_first);
    }
}

/// What one article says of one local entity, as its group counts it.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub spellings: BTreeMap<Box<str>, u32>,
    pub offices: BTreeMap<OfficeKey, u32>,
    pub shorts: BTreeMap<Box<str>, u32>,
    pub family_first: bool,
}

impl Said {
    pub fn of(article: &Article, index: Index<LocalEntity>, local: &LocalEntity) -> Self {
        let mut said = Self { family_first: local.family_first == Some(true), ..Self::default() };
        let own = short_key(local.kind, &local.name);
        let mut short = |text: &str| {
            let key = short_key(local.kind, text);
            if key.is_some() && own.is_none() {
                said.shorts.extend(key.map(|key| (key, 1)));
            }
        };
        for mention in local.mentions.iter().filter_map(|at| at.of(&article.names.mentions)) {
            let text = one_line(article.text.slice(mention.span));
            if mention.form == MentionForm::Full {
                *said.spellings.entry(text.into()).or_default() += 1;
            } else {
                short(&text);
            }
        }
        if local.kind == NameKind::Person {
            short(&local.family);
        }
        if said.spellings.is_empty() {
            said.spellings.insert(local.name.clone(), local.mentions.len() as u32);
        }
        for (_, title) in titles_of(article, index) {
            said.offices.extend(office_of(title).map(|office| (office, 1)));
        }
        said
    }
}

/// The office a title names. A former one and a deputy's are others; "his counterpart" names none.
pub(super) fn office_of(title: &Title) -> Option<OfficeKey> {
    if title.is_counterpart() {
        return None;
    }
    let role = match title.qualifier.and_then(Qualifier::other_office) {
        Some(word) => format!("{word} {}", title.role).into(),
        None => title.role.clone(),
    };
    Some((role, title.country))
}

/// The titles an article gives to one of its local entities.
pub(super) fn titles_of(
    article: &Article,
    index: Index<LocalEntity>,
) -> impl Iterator<Item = (Index<Title>, &Title)> {
    let all = indexed(&article.names.titles);
    all.filter(move |(_, title)| title.holder == Some(index))
}

/// Begins what the key of a country holds behind its kind; no word does.
pub(super) const COUNTRY: char = '=';

/// The group a local entity belongs to.
pub(super) fn key_of(kind: NameKind, name: &str) -> Key {
    let words = match kind {
        NameKind::Person => variants::person_key(name),
        // "SCO" and "Shanghai Cooperation Organization" are one, if the gazetteer has the acronym.
        NameKind::Organisation => variants::plain_key(lexicon::acronym(name).unwrap_or(name)),
        // "US" and "America" are the United States.
        NameKind::Place => match countries::named_whole(name) {
            Some(country) => format!("{COUNTRY}{}", country.code),
            None => variants::plain_key(name),
        },
    };
    let words = if words.is_empty() { name.to_lowercase() } else { words };
    let letter = match kind {
        NameKind::Person => 'p',
        NameKind::Place => 'l',
        NameKind::Organisation => 'o',
    };
    format!("{letter} {words}").into()
}

/// What a name that stands alone is looked up by: a surname with its particles, an acronym. `None` for full names.
pub(super) fn short_key(kind: NameKind, text: &str) -> Option<Box<str>> {
    match kind {
        NameKind::Person => {
            let parts = variants::parts(text);
            let keys: Vec<&str> = parts.iter().map(|part| part.key.as_str()).collect();
            let particle = keys.first().is_some_and(|key| variants::leads_surname(key));
            (keys.len() == 1 || (particle && keys.len() <= 4)).then(|| keys.join(" ").into())
        }
        NameKind::Organisation => {
            let key = variants::plain_key(text);
            (!key.is_empty() && !key.contains(' ')).then(|| key.into())
        }
        NameKind::Place => None,
    }
}
