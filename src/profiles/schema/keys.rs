//! The table of keys.

use super::Table::{self, Event, Office, Person, Series};
use super::{ProfileKey, ValueKind};

/// Every key, in the order a person would write them.
pub static KEYS: &[ProfileKey] = &[
    must(key(
        Person,
        "id",
        ValueKind::Slug,
        r#""ann-roe""#,
        "What other entries call this person; never change it.",
    )),
    must(key(Person, "name", ValueKind::Text, r#""Ann Roe""#, "The spelling you prefer.")),
    key(
        Person,
        "aliases",
        ValueKind::Texts,
        r#"["Anne Roe"]"#,
        "Other spellings and names the articles use.",
    ),
    key(
        Person,
        "native",
        ValueKind::ByLanguage,
        r#"{ el = "Άννα Ρο" }"#,
        "The name in its own script, by language.",
    ),
    key(Person, "family_first", ValueKind::Flag, "true", "Whether the family name stands first in `name`."),
    key(
        Person,
        "gender",
        ValueKind::Text,
        r#""female""#,
        "For a writer who must choose between “he” and “she”; shown in the hover.",
    ),
    key(Person, "born", ValueKind::Date, r#""1961-04-12""#, "Day, month or year of birth."),
    key(Person, "died", ValueKind::Date, r#""2024-02""#, "Day, month or year of death."),
    key(Person, "wikidata", ValueKind::Text, r#""Q42""#, "The item's number in Wikidata."),
    key(
        Person,
        "not",
        ValueKind::Ids(Person),
        r#"["ann-roe-judge"]"#,
        "Namesakes that are never taken for this person.",
    ),
    key(
        Person,
        "note",
        ValueKind::Text,
        r#""Spoke English at the podium.""#,
        "Anything you want to remember; shown in the hover.",
    ),
    must(key(
        Office,
        "title",
        ValueKind::Text,
        r#""Foreign Minister""#,
        "The office, as an article would name it.",
    )),
    key(Office, "org", ValueKind::Text, r#""United Nations""#, "The organisation the office belongs to."),
    key(Office, "country", ValueKind::Country, r#""no""#, "The country the office belongs to."),
    key(Office, "to", ValueKind::Text, r#""se""#, "For an ambassador: where accredited."),
    key(
        Office,
        "when",
        ValueKind::Date,
        r#""2014-03/2021-06""#,
        "The term; `2021-07/..` is one that has not ended.",
    ),
    key(
        Office,
        "asof",
        ValueKind::Date,
        r#""2025-07-15""#,
        "When somebody last checked; an open term is known to last until then.",
    ),
    key(
        Office,
        "source",
        ValueKind::TextOrTexts,
        r#""https://example.org/""#,
        "Where it can be looked up; shown in the hover.",
    ),
    must(key(
        Event,
        "id",
        ValueKind::Slug,
        r#""oslo-forum-2025""#,
        "What other entries call this meeting; never change it.",
    )),
    must(key(Event, "name", ValueKind::Text, r#""Oslo Forum 2025""#, "The name you prefer.")),
    key(Event, "aliases", ValueKind::Texts, r#"["Oslo meeting"]"#, "Other names the articles use."),
    key(Event, "series", ValueKind::Id(Series), r#""oslo-forum""#, "The series this is an edition of."),
    key(Event, "edition", ValueKind::Number, "25", "Which edition of its series: 3 for “third forum”."),
    key(Event, "kind", ValueKind::Text, r#""summit""#, "talks, visit, summit, conference, call or ceremony."),
    key(Event, "when", ValueKind::Date, r#""2025-06-10/2025-06-11""#, "The day, or first and last day."),
    key(
        Event,
        "place",
        ValueKind::Text,
        r#""Oslo""#,
        "City or venue; the hover shows it instead of what the articles say.",
    ),
    key(Event, "country", ValueKind::Country, r#""no""#, "The country it was held in."),
    key(
        Event,
        "format",
        ValueKind::Text,
        r#""online""#,
        "In person, online, by telephone; shown in the hover.",
    ),
    key(Event, "host", ValueKind::Id(Person), r#""xi-jinping""#, "Who received the others."),
    key(Event, "attended", ValueKind::Ids(Person), r#"["ann-roe"]"#, "Who was there, as far as you know."),
    key(
        Event,
        "source",
        ValueKind::TextOrTexts,
        r#"["https://example.org/"]"#,
        "Where it can be looked up; shown in the hover.",
    ),
    key(Event, "wikidata", ValueKind::Text, r#""Q42""#, "The item's number in Wikidata."),
    key(
        Event,
        "note",
        ValueKind::Text,
        r#""Planned for July, moved.""#,
        "Anything you want to remember; shown in the hover.",
    ),
    must(key(
        Series,
        "id",
        ValueKind::Slug,
        r#""oslo-forum""#,
        "What events call this series; never change it.",
    )),
    must(key(Series, "name", ValueKind::Text, r#""Oslo Forum""#, "The name you prefer.")),
    key(Series, "aliases", ValueKind::Texts, r#"["Forum of Oslo"]"#, "Other names the articles use."),
    key(
        Series,
        "since",
        ValueKind::Date,
        r#""2001""#,
        "When the first edition was held; shown in the hover.",
    ),
    key(
        Series,
        "every",
        ValueKind::Text,
        r#""year""#,
        "How often it is held: `year`, `2 years`; shown in the hover.",
    ),
];

const fn key(
    table: Table,
    name: &'static str,
    kind: ValueKind,
    example: &'static str,
    doc: &'static str,
) -> ProfileKey {
    ProfileKey { table, name, kind, required: false, doc, example }
}

const fn must(key: ProfileKey) -> ProfileKey {
    ProfileKey { required: true, ..key }
}
