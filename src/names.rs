//! Names: people, organisations and places as an article writes them, the titles around them, and which
//! mentions in one article are the same. `entities` identifies people across articles.

pub mod lexicon;
pub mod variants;
pub mod word_index;

mod candidates;
mod chains;
pub mod countries;
mod extent;
pub mod features;
pub mod gazetteer;
mod kinds;
mod memo;
mod name_tree;
mod person_coref;
mod reader;
mod repeated;
pub mod tagger;
mod titles;
mod words;

#[cfg(test)]
mod tests;

pub use countries::CountryCode;
pub use lexicon::Lexicon;

use crate::text::{Index, Layout, Sentence, Span};

/// The kind of thing a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    Person,
    Organisation,
    Place,
}

impl NameKind {
    /// "person", "organisation", "place".
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
        }
    }
}

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// Two tokens or more of a person's name; the usual name of anything else.
    Full,
    /// A person's family name (or given name) alone.
    Short,
    /// "SCO" for "Shanghai Cooperation Organisation".
    Acronym,
}

/// One mention by name. The span holds the name alone: no title, no possessive.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: NameKind,
    pub form: MentionForm,
    pub entity: Index<LocalEntity>,
    /// The title that stands at this mention.
    pub title: Option<Index<Title>>,
    pub sentence: Index<Sentence>,
}

/// A person or thing that the article mentions: all mentions with the same referent within this article.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEntity {
    pub kind: NameKind,
    /// The fullest form in the article, on one line, without invisible characters: "Ann Roe".
    pub name: Box<str>,
    /// Tokens of `name` that can stand for the person alone: usually the family name ("Roe"; "Merkel").
    pub family: Box<str>,
    /// Whether the article shows that the family name comes first ("Roe Ann … Roe").
    pub family_first: Option<bool>,
    /// Its mentions, ascending.
    pub mentions: Vec<Index<Mention>>,
}

/// What a title says about its holder: "former Chinese foreign minister".
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    pub span: Span,
    /// The local entity that holds it; `None` for a title that stands alone ("the Russian foreign minister").
    pub holder: Option<Index<LocalEntity>>,
    /// Normal form, lower case: "foreign minister", "president".
    pub role: Box<str>,
    /// The organisation in the title, as written: "Security Council", "Foreign Ministry".
    pub org: Option<Box<str>>,
    /// Of the country or demonym in the title. A governor's or a mayor's place is no country.
    pub country: Option<CountryCode>,
    /// The place of the office where it stands behind the name: "Foreign Minister Ann Roe of France".
    pub behind: Option<Span>,
    pub qualifier: Option<Qualifier>,
    /// "his Russian counterpart": the holder has the same office as this local entity, for another country.
    pub counterpart_of: Option<Index<LocalEntity>>,
    pub sentence: Index<Sentence>,
}

/// What a title says about how the office is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    Former,
    Acting,
    Deputy,
    Designate,
}

/// The role of a counterpart.
pub const COUNTERPART: &str = "counterpart";

impl Title {
    /// Whether it is the office of a counterpart rather than an office of its own: "his Russian counterpart".
    pub fn is_counterpart(&self) -> bool {
        &*self.role == COUNTERPART
    }
}

impl Qualifier {
    /// The word that makes an office a different one: "former president", "deputy minister". An acting
    /// minister holds the office itself.
    pub const fn other_office(self) -> Option<&'static str> {
        match self {
            Self::Former => Some("former"),
            Self::Deputy => Some("deputy"),
            Self::Acting | Self::Designate => None,
        }
    }

    /// The rest of an office that is called so: "former president" → "president".
    pub fn stripped(self, office: &str) -> Option<&str> {
        office.strip_prefix(self.other_office()?)?.strip_prefix(' ')
    }
}

/// The names, entities and titles of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// In order of place, disjoint.
    pub mentions: Vec<Mention>,
    pub entities: Vec<LocalEntity>,
    /// In order of place; titles at names and titles alone.
    pub titles: Vec<Title>,
}

/// The normal form of an office's name, lower case: "Foreign Minister" and "minister of foreign affairs" are
/// one.
pub fn role_of(title: &str) -> Box<str> {
    titles::normal(title)
}

/// Finds the names of a text.
pub fn read(layout: &Layout<'_>, lexicon: &Lexicon) -> Names {
    reader::read(layout, lexicon)
}
