//! One spelling of one name, with everything the articles say under it. Spellings are counted; `cluster`
//! makes persons of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::counts::{self, Counts};
use super::held_titles::HeldTitles;
use super::key::{Month, OfficeKey, office_of, short_key};
use super::profile_persons::ProfilePerson;
use crate::article::Article;
use crate::names::variants::{self, NameFit, NamePart};
use crate::names::{LocalEntity, MentionForm, NameKind};
use crate::text::Index;
use crate::text::normalise::one_line;

/// A local entity: the slot of its article in the store, and its index there.
pub type Member = (u32, Index<LocalEntity>);

/// One spelling: its place among the names, and its counts.
#[derive(Clone, Debug)]
pub struct Spelling {
    pub kind: NameKind,
    /// The parts of a person's name.
    pub parts: Arc<[NamePart]>,
    /// "jr": tells it from others with the same parts.
    pub generation: Option<&'static str>,
    /// Its lookup key, if it is a surname or an acronym.
    pub short: Option<Box<str>>,
    /// In order.
    pub members: Vec<Member>,
    /// As written, with the number of mentions.
    pub written: Counts<Box<str>>,
    pub offices: Counts<OfficeKey>,
    /// The same by month, from articles whose date is known.
    pub offices_in: Counts<(OfficeKey, Month)>,
    /// Keys of names that stand for it alone: "lavrov", or an organisation's acronyms. With the number of
    /// articles.
    pub shorts: Counts<Box<str>>,
    /// The number of articles in which the family name came first.
    pub family_first: u32,
    /// The profiles that claim this spelling.
    pub claims: Vec<Arc<ProfilePerson>>,
}

impl Spelling {
    /// A spelling that does not occur yet.
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
            written: Counts::default(),
            offices: Counts::default(),
            offices_in: Counts::default(),
            shorts: Counts::default(),
            family_first: 0,
            claims: Vec::new(),
        }
    }

    /// Whether no article writes it and no profile claims it.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty() && self.claims.is_empty()
    }

    /// Whether its members are resolved one by one: a surname, an acronym, or a name that two profiles claim.
    pub fn is_short(&self) -> bool {
        self.claims.len() > 1 || (self.claims.is_empty() && self.short.is_some())
    }

    /// Whether it is a full name of a person, and so can be compared with others.
    pub fn is_full(&self) -> bool {
        self.kind == NameKind::Person && self.short.is_none()
    }

    /// Whether the family name comes first in this spelling, as far as known.
    pub fn turns(&self) -> bool {
        self.family_first > 0 || self.claims.iter().any(|claim| claim.family_first == Some(true))
    }

    /// The office given with it most often.
    pub fn usual_office(&self) -> Option<&OfficeKey> {
        self.offices.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(office, _)| office)
    }

    /// All names that stand for it alone.
    pub fn short_keys(&self) -> impl Iterator<Item = &str> {
        let claimed = self.claims.iter().flat_map(|claim| claim.shorts.iter());
        self.shorts.keys().chain(claimed).map(AsRef::as_ref)
    }

    /// How one full name relates to another. One with a generation is the fuller form; father and son are two
    /// people.
    pub fn fit(&self, other: &Self) -> Option<NameFit> {
        let how = variants::compare(&self.parts, &other.parts, self.turns() || other.turns())?;
        match (self.generation, other.generation, how) {
            (Some(a), Some(b), _) if a != b => None,
            (None, Some(_), NameFit::Same) => Some(NameFit::Less),
            (Some(_), None, NameFit::Same) => Some(NameFit::More),
            _ => Some(how),
        }
    }

    /// Adds what an article of a month says about a member.
    pub fn add(&mut self, member: Member, said: &LocalCounts, month: Option<Month>) {
        if let Err(at) = self.members.binary_search(&member) {
            counts::insert(&mut self.members, at, member);
        }
        said.written.iter().for_each(|(key, n)| self.written.add(key, *n));
        said.offices.iter().for_each(|(key, n)| self.offices.add(key, *n));
        for (office, n) in &said.offices {
            month.into_iter().for_each(|month| self.offices_in.add(&(office.clone(), month), *n));
        }
        said.shorts.iter().for_each(|(key, n)| self.shorts.add(key, *n));
        self.family_first += u32::from(said.family_first);
    }

    /// Removes what [`Self::add`] added.
    pub fn remove(&mut self, member: Member, said: &LocalCounts, month: Option<Month>) {
        if let Ok(at) = self.members.binary_search(&member) {
            self.members.remove(at);
        }
        said.written.iter().for_each(|(key, n)| self.written.take(key, *n));
        said.offices.iter().for_each(|(key, n)| self.offices.take(key, *n));
        for (office, n) in &said.offices {
            month.into_iter().for_each(|month| self.offices_in.take(&(office.clone(), month), *n));
        }
        said.shorts.iter().for_each(|(key, n)| self.shorts.take(key, *n));
        self.family_first -= u32::from(said.family_first);
    }
}

/// What one article says about one local entity, in the form its spelling counts.
#[derive(Debug, Default)]
pub struct LocalCounts {
    pub written: BTreeMap<Box<str>, u32>,
    pub offices: BTreeMap<OfficeKey, u32>,
    pub shorts: BTreeMap<Box<str>, u32>,
    pub family_first: bool,
}

impl LocalCounts {
    /// What `article` says about its local entity `local`, whose index is `index`.
    pub fn of(article: &Article, held: &HeldTitles, index: Index<LocalEntity>, local: &LocalEntity) -> Self {
        let mut said = Self { family_first: local.family_first == Some(true), ..Self::default() };
        let own = short_key(local.kind, &local.name);
        for mention in local.mentions.iter().filter_map(|at| at.of(&article.names.mentions)) {
            let text = one_line(article.text.slice(mention.span));
            if mention.form == MentionForm::Full {
                *said.written.entry(text.into()).or_default() += 1;
            } else if own.is_none() {
                said.shorts.extend(short_key(local.kind, &text).map(|key| (key, 1)));
            }
        }
        if local.kind == NameKind::Person && own.is_none() {
            said.shorts.extend(short_key(local.kind, &local.family).map(|key| (key, 1)));
        }
        if said.written.is_empty() {
            said.written.insert(local.name.clone(), local.mentions.len() as u32);
        }
        for title in held.by(index).filter_map(|title| title.of(&article.names.titles)) {
            said.offices.extend(office_of(title).map(|office| (office, 1)));
        }
        said
    }
}
