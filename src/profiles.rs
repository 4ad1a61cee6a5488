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
    /// The value itself, without quotes and spaces around it.
    pub value: T,
    /// Bytes of the file, half-open; includes a text's quotes.
    pub span: Span,
}

/// One `[[person]]`. `schema::KEYS` says what each key is for; the comments here add only what the type does
/// not show.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonEntry {
    /// The whole entry, offices included.
    pub span: Span,
    /// Lower-case letters, digits and hyphens; unique among the persons of the file.
    pub id: Spanned<Box<str>>,
    /// The preferred spelling.
    pub name: Spanned<Box<str>>,
    /// Other spellings.
    pub aliases: Vec<Spanned<Box<str>>>,
    /// Language code → name.
    pub native: Vec<(Box<str>, Box<str>)>,
    /// Whether the first word of `name` is the family name; `None` if not stated.
    pub family_first: Option<bool>,
    /// In the user's words.
    pub gender: Option<Box<str>>,
    /// Day, month or year.
    pub born: Option<Edtf>,
    /// Not before `born`, or it is reported.
    pub died: Option<Edtf>,
    /// "Q42".
    pub wikidata: Option<Box<str>>,
    /// Ids of namesakes that are never merged with this person.
    pub not: Vec<Spanned<Box<str>>>,
    /// In the user's words.
    pub note: Option<Box<str>>,
    /// In order of place.
    pub offices: Vec<OfficeEntry>,
}

/// One `[[person.office]]`: an office that the person above it held.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeEntry {
    /// The whole entry.
    pub span: Span,
    /// As an article would word it.
    pub title: Spanned<Box<str>>,
    /// The organisation it belongs to.
    pub org: Option<Box<str>>,
    /// ISO 3166-1 alpha-2, lower case.
    pub country: Option<Spanned<Box<str>>>,
    /// Accredited to (ambassadors).
    pub to: Option<Spanned<Box<str>>>,
    /// The term; its end may be open.
    pub when: Option<Spanned<Edtf>>,
    /// Last checked: an open term is known to last until then.
    pub asof: Option<Edtf>,
    /// Web addresses or words.
    pub source: Vec<Box<str>>,
}

/// One `[[event]]`: a meeting whose facts the user has looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct EventEntry {
    /// The whole entry.
    pub span: Span,
    /// Lower-case letters, digits and hyphens; unique among the events of the file.
    pub id: Spanned<Box<str>>,
    /// The preferred name.
    pub name: Spanned<Box<str>>,
    /// Other names.
    pub aliases: Vec<Spanned<Box<str>>>,
    /// Id of a series.
    pub series: Option<Spanned<Box<str>>>,
    /// From one.
    pub edition: Option<u16>,
    /// A word of `meetings::MeetingKind`; any other fits no meeting.
    pub kind: Option<Box<str>>,
    /// The day, or the first and the last.
    pub when: Option<Spanned<Edtf>>,
    /// City or venue, in the user's words.
    pub place: Option<Box<str>>,
    /// ISO 3166-1 alpha-2, lower case.
    pub country: Option<Spanned<Box<str>>>,
    /// "online", in the user's words.
    pub format: Option<Box<str>>,
    /// Id of a person.
    pub host: Option<Spanned<Box<str>>>,
    /// Ids of persons.
    pub attended: Vec<Spanned<Box<str>>>,
    /// Web addresses or words.
    pub source: Vec<Box<str>>,
    /// "Q42".
    pub wikidata: Option<Box<str>>,
    /// In the user's words.
    pub note: Option<Box<str>>,
}

/// One `[[series]]`: a recurring meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesEntry {
    /// The whole entry.
    pub span: Span,
    /// Lower-case letters, digits and hyphens; unique among the series of the file.
    pub id: Spanned<Box<str>>,
    /// The preferred name.
    pub name: Spanned<Box<str>>,
    /// Other names.
    pub aliases: Vec<Spanned<Box<str>>>,
    /// When the first edition was held.
    pub since: Option<Edtf>,
    /// How often: "year", "2 years".
    pub every: Option<Box<str>>,
}
