//! Profile files: what people have written down about persons, meetings and series, in TOML, beside the
//! articles.

pub mod cursor;
pub mod edit;
pub mod file;
pub mod schema;

use crate::text::Span;
use crate::time::edtf::Edtf;

/// A value with its place in the profile file.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PersonEntry {
    /// The whole `[[person]]` entry.
    pub span: Span,
    pub id: Spanned<Box<str>>,
    pub name: Spanned<Box<str>>,
    pub aliases: Vec<Spanned<Box<str>>>,
    /// Language code → name.
    pub native: Vec<(Box<str>, Box<str>)>,
    pub family_first: Option<bool>,
    pub gender: Option<Box<str>>,
    pub born: Option<Edtf>,
    pub died: Option<Edtf>,
    pub wikidata: Option<Box<str>>,
    /// Ids of namesakes that are never merged with this person.
    pub not: Vec<Spanned<Box<str>>>,
    pub note: Option<Box<str>>,
    pub offices: Vec<OfficeEntry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OfficeEntry {
    pub span: Span,
    pub title: Spanned<Box<str>>,
    pub org: Option<Box<str>>,
    /// ISO 3166-1 alpha-2, lower case.
    pub country: Option<Spanned<Box<str>>>,
    /// Accredited to (ambassadors).
    pub to: Option<Spanned<Box<str>>>,
    pub when: Option<Spanned<Edtf>>,
    /// Last checked: an open term is known to last until then.
    pub asof: Option<Edtf>,
    pub source: Vec<Box<str>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EventEntry {
    pub span: Span,
    pub id: Spanned<Box<str>>,
    pub name: Spanned<Box<str>>,
    pub aliases: Vec<Spanned<Box<str>>>,
    pub series: Option<Spanned<Box<str>>>,
    pub edition: Option<u16>,
    pub kind: Option<Box<str>>,
    pub when: Option<Spanned<Edtf>>,
    pub place: Option<Box<str>>,
    pub country: Option<Spanned<Box<str>>>,
    pub format: Option<Box<str>>,
    /// Id of a person.
    pub host: Option<Spanned<Box<str>>>,
    /// Ids of persons.
    pub attended: Vec<Spanned<Box<str>>>,
    pub source: Vec<Box<str>>,
    pub wikidata: Option<Box<str>>,
    pub note: Option<Box<str>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeriesEntry {
    pub span: Span,
    pub id: Spanned<Box<str>>,
    pub name: Spanned<Box<str>>,
    pub aliases: Vec<Spanned<Box<str>>>,
    pub since: Option<Edtf>,
    /// How often: "year", "2 years".
    pub every: Option<Box<str>>,
}
