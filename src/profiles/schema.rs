//! The keys a profile file may hold, with what each is for: one table serves reading, hover, completion and
//! the JSON Schema.

use serde_json::{Map, Value, json};

/// The tables of a profile file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    Person,
    Office,
    Event,
    Series,
}

impl Table {
    pub const ALL: [Self; 4] = [Self::Person, Self::Office, Self::Event, Self::Series];

    /// As its header is written, without the brackets.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "person.office",
            Self::Event => "event",
            Self::Series => "series",
        }
    }

    /// What one entry is called in a message.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
            Self::Event => "event",
            Self::Series => "series",
        }
    }

    pub const fn doc(self) -> &'static str {
        match self {
            Self::Person => "Someone the articles talk about.",
            Self::Office => "An office the person above held, and when.",
            Self::Event => "A meeting whose facts you have looked up.",
            Self::Series => "A meeting that is held again and again; its editions are events.",
        }
    }

    pub fn keys(self) -> impl Iterator<Item = &'static Key> {
        KEYS.iter().filter(move |key| key.table == self)
    }

    pub fn key(self, name: &str) -> Option<&'static Key> {
        self.keys().find(|key| key.name == name)
    }
}

/// What may stand behind the `=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Small letters, digits and hyphens.
    Slug,
    /// The id of an entry of this table.
    Id(Table),
    Ids(Table),
    Text,
    Texts,
    /// One text or several.
    TextOrTexts,
    /// Language code to name: `{ el = "Άννα Ρο" }`.
    ByLanguage,
    Flag,
    /// EDTF in quotes.
    Date,
    Number,
    /// ISO 3166-1 alpha-2, small letters.
    Country,
}

impl Kind {
    /// In words, behind "`born` wants".
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

    fn schema(self) -> Value {
        let slug = || json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
        let text = || json!({ "type": "string", "minLength": 1 });
        let list = |of: Value| json!({ "type": "array", "items": of });
        match self {
            Self::Slug | Self::Id(_) => slug(),
            Self::Ids(_) => list(slug()),
            Self::Text => text(),
            Self::Texts => list(text()),
            Self::TextOrTexts => json!({ "anyOf": [text(), list(text())] }),
            Self::ByLanguage => json!({ "type": "object", "additionalProperties": text() }),
            Self::Flag => json!({ "type": "boolean" }),
            Self::Date => json!({ "type": "string", "pattern": DATE }),
            Self::Number => json!({ "type": "integer", "minimum": 1, "maximum": u16::MAX }),
            Self::Country => json!({ "type": "string", "pattern": "^[a-z]{2}$" }),
        }
    }
}

/// The EDTF subset, loosely: what only `edtf::parse` can know (the 30th of February) is left to it.
const DATE: &str =
    r"^([0-9]{4}(-([0-9]{2}|XX)){0,2}[?~%]?|\.\.)?(/([0-9]{4}(-([0-9]{2}|XX)){0,2}[?~%]?|\.\.)?)?$";

/// One key of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub table: Table,
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// One sentence.
    pub doc: &'static str,
    /// As it may stand behind the `=`.
    pub example: &'static str,
}

impl Key {
    /// The example as JSON.
    fn example_value(&self) -> Option<Value> {
        let line: toml::Table = toml::from_str(&format!("x = {}", self.example)).ok()?;
        serde_json::to_value(line.get("x")?).ok()
    }
}

const fn key(table: Table, name: &'static str, kind: Kind, example: &'static str, doc: &'static str) -> Key {
    Key { table, name, kind, required: false, doc, example }
}

const fn must(key: Key) -> Key {
    Key { required: true, ..key }
}

use Table::{Event, Office, Person, Series};

/// Every key, in the order a person would write them.
pub static KEYS: &[Key] = &[
    must(key(
        Person,
        "id",
        Kind::Slug,
        r#""ann-roe""#,
        "What other entries call this person; never change it.",
    )),
    must(key(Person, "name", Kind::Text, r#""Ann Roe""#, "The spelling you prefer.")),
    key(Person, "aliases", Kind::Texts, r#"["Anne Roe"]"#, "Other spellings and names the articles use."),
    key(
        Person,
        "native",
        Kind::ByLanguage,
        r#"{ el = "Άννα Ρο" }"#,
        "The name in its own script, by language.",
    ),
    key(Person, "family_first", Kind::Flag, "true", "Whether the family name stands first in `name`."),
    key(
        Person,
        "gender",
        Kind::Text,
        r#""female""#,
        "For a writer who must choose between “he” and “she”; shown in the hover.",
    ),
    key(Person, "born", Kind::Date, r#""1961-04-12""#, "Day, month or year of birth."),
    key(Person, "died", Kind::Date, r#""2024-02""#, "Day, month or year of death."),
    key(Person, "wikidata", Kind::Text, r#""Q42""#, "The item's number in Wikidata."),
    key(
        Person,
        "not",
        Kind::Ids(Person),
        r#"["ann-roe-judge"]"#,
        "Namesakes that are never taken for this person.",
    ),
    key(
        Person,
        "note",
        Kind::Text,
        r#""Spoke English at the podium.""#,
        "Anything you want to remember; shown in the hover.",
    ),
    must(key(
        Office,
        "title",
        Kind::Text,
        r#""Foreign Minister""#,
        "The office, as an article would name it.",
    )),
    key(Office, "org", Kind::Text, r#""United Nations""#, "The organisation the office belongs to."),
    key(Office, "country", Kind::Country, r#""no""#, "The country the office belongs to."),
    key(Office, "to", Kind::Text, r#""se""#, "For an ambassador: where accredited."),
    key(
        Office,
        "when",
        Kind::Date,
        r#""2014-03/2021-06""#,
        "The term; `2021-07/..` is one that has not ended.",
    ),
    key(
        Office,
        "asof",
        Kind::Date,
        r#""2025-07-15""#,
        "When somebody last checked; an open term is known to last until then.",
    ),
    key(
        Office,
        "source",
        Kind::TextOrTexts,
        r#""https://example.org/""#,
        "Where it can be looked up; shown in the hover.",
    ),
    must(key(
        Event,
        "id",
        Kind::Slug,
        r#""oslo-forum-2025""#,
        "What other entries call this meeting; never change it.",
    )),
    must(key(Event, "name", Kind::Text, r#""Oslo Forum 2025""#, "The name you prefer.")),
    key(Event, "aliases", Kind::Texts, r#"["Oslo meeting"]"#, "Other names the articles use."),
    key(Event, "series", Kind::Id(Series), r#""oslo-forum""#, "The series this is an edition of."),
    key(Event, "edition", Kind::Number, "25", "Which edition of its series: 3 for “third forum”."),
    key(Event, "kind", Kind::Text, r#""summit""#, "talks, visit, summit, conference, call or ceremony."),
    key(Event, "when", Kind::Date, r#""2025-06-10/2025-06-11""#, "The day, or first and last day."),
    key(
        Event,
        "place",
        Kind::Text,
        r#""Oslo""#,
        "City or venue; the hover shows it instead of what the articles say.",
    ),
    key(Event, "country", Kind::Country, r#""no""#, "The country it was held in."),
    key(Event, "format", Kind::Text, r#""online""#, "In person, online, by telephone; shown in the hover."),
    key(Event, "host", Kind::Id(Person), r#""xi-jinping""#, "Who received the others."),
    key(Event, "attended", Kind::Ids(Person), r#"["ann-roe"]"#, "Who was there, as far as you know."),
    key(
        Event,
        "source",
        Kind::TextOrTexts,
        r#"["https://example.org/"]"#,
        "Where it can be looked up; shown in the hover.",
    ),
    key(Event, "wikidata", Kind::Text, r#""Q42""#, "The item's number in Wikidata."),
    key(
        Event,
        "note",
        Kind::Text,
        r#""Planned for July, moved.""#,
        "Anything you want to remember; shown in the hover.",
    ),
    must(key(Series, "id", Kind::Slug, r#""oslo-forum""#, "What events call this series; never change it.")),
    must(key(Series, "name", Kind::Text, r#""Oslo Forum""#, "The name you prefer.")),
    key(Series, "aliases", Kind::Texts, r#"["Forum of Oslo"]"#, "Other names the articles use."),
    key(Series, "since", Kind::Date, r#""2001""#, "When the first edition was held; shown in the hover."),
    key(
        Series,
        "every",
        Kind::Text,
        r#""year""#,
        "How often it is held: `year`, `2 years`; shown in the hover.",
    ),
];

/// A JSON Schema (draft 2020-12) for editors that do not speak to our server.
pub fn json_schema() -> Value {
    let table = |table: Table| {
        let mut properties = Map::new();
        for key in table.keys() {
            let mut schema = key.kind.schema();
            if let Some(object) = schema.as_object_mut() {
                object.insert("description".into(), key.doc.into());
                object.insert("examples".into(), Value::from_iter(key.example_value()));
            }
            properties.insert(key.name.into(), schema);
        }
        if table == Person {
            properties.insert("office".into(), list_of(Office));
        }
        let required: Vec<_> = table.keys().filter(|key| key.required).map(|key| key.name).collect();
        json!({
            "type": "object",
            "description": table.doc(),
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline profile file",
        "type": "object",
        "properties": { "person": list_of(Person), "event": list_of(Event), "series": list_of(Series) },
        "additionalProperties": false,
        "$defs": Table::ALL.map(|t| (t.noun().to_owned(), table(t))).into_iter().collect::<Map<_, _>>(),
    })
}

fn list_of(table: Table) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", table.noun()) } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_what_its_key_wants() {
        for key in KEYS {
            let entry = match key.table {
                Office => {
                    "[[person]]\nid = \"x\"\nname = \"X\"\n[[person.office]]\ntitle = \"T\"\n".to_owned()
                }
                table => format!("[[{}]]\nid = \"x\"\nname = \"X\"\n", table.header()),
            };
            let already = ["id", "name", "title"].iter().any(|name| key.required && *name == key.name);
            let line = if already { String::new() } else { format!("{} = {}\n", key.name, key.example) };
            let file = super::super::file::File::parse(crate::text::position::Text::new(entry + &line));
            assert!(file.problems.is_empty(), "{}: {:?}", key.name, file.problems);
        }
    }

    #[test]
    fn the_schema_names_every_key() {
        let schema = json_schema();
        for key in KEYS {
            let pointer = format!("/$defs/{}/properties/{}/description", key.table.noun(), key.name);
            assert_eq!(schema.pointer(&pointer).and_then(Value::as_str), Some(key.doc), "{pointer}");
            assert!(key.example_value().is_some(), "{pointer}");
        }
    }
}
