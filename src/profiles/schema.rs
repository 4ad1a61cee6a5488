//! The keys a profile file may hold, and what each is for: one table serves reading, hover, completion and
//! the JSON Schema.

mod json_schema;
mod keys;

pub use json_schema::json_schema;
pub use keys::KEYS;

/// The tables of a profile file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// `[[person]]`
    Person,
    /// `[[person.office]]`
    Office,
    /// `[[event]]`
    Event,
    /// `[[series]]`
    Series,
}

impl Table {
    /// All tables, in the order in which the documentation of a file has them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Office, Self::Event, Self::Series];

    /// Its header, without the brackets.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "person.office",
            Self::Event => "event",
            Self::Series => "series",
        }
    }

    /// The word for one entry in messages.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
            Self::Event => "event",
            Self::Series => "series",
        }
    }

    /// One sentence about what an entry is.
    pub const fn doc(self) -> &'static str {
        match self {
            Self::Person => "Someone the articles talk about.",
            Self::Office => "An office the person above held, and when.",
            Self::Event => "A meeting whose facts you have looked up.",
            Self::Series => "A meeting that is held again and again; its editions are events.",
        }
    }

    /// Its keys, in the order a person would write them.
    pub fn keys(self) -> impl Iterator<Item = &'static ProfileKey> {
        KEYS.iter().filter(move |key| key.table == self)
    }

    /// The key with this name; `None` if the table has no such key.
    pub fn key(self, name: &str) -> Option<&'static ProfileKey> {
        self.keys().find(|key| key.name == name)
    }
}

/// What may stand after the `=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// The id of an entry of this table.
    Id(Table),
    /// A list of such ids.
    Ids(Table),
    /// In quotes, not empty.
    Text,
    /// A list of texts.
    Texts,
    /// One text or several.
    TextOrTexts,
    /// Language code to name: `{ el = "Άννα Ρο" }`.
    ByLanguage,
    /// `true` or `false`.
    Flag,
    /// EDTF in quotes.
    Date,
    /// From one to 65,535.
    Number,
    /// ISO 3166-1 alpha-2, lower case.
    Country,
}

impl ValueKind {
    /// In words, to follow "`born` wants".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Slug => "a name in small letters, digits and hyphens, in quotes",
            Self::Id(_) => "an id in quotes",
            Self::Ids(_) => "a list of ids, such as [\"ann-roe\"]",
            Self::Text => "text in quotes",
            Self::Texts => "a list of texts, such as [\"one\", \"two\"]",
            Self::TextOrTexts => "text in quotes, or a list of texts",
            Self::ByLanguage => "languages and names, such as { el = \"Άννα Ρο\" }",
            Self::Flag => "true or false, without quotes",
            Self::Date => "a date in quotes, such as \"2025-07-01\", \"2025-07\" or \"2014-03/..\"",
            Self::Number => "a whole number without quotes",
            Self::Country => "a country's two letters in quotes, such as \"no\"",
        }
    }
}

/// One key of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileKey {
    /// Where it may stand.
    pub table: Table,
    /// Before the `=`.
    pub name: &'static str,
    /// What may stand after the `=`.
    pub kind: ValueKind,
    /// Whether an entry without it is left out.
    pub required: bool,
    /// One sentence.
    pub doc: &'static str,
    /// An example of what may stand after the `=`.
    pub example: &'static str,
}
