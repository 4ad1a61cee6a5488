//! The JSON Schema of profile files, for editors that attach one to TOML: it accepts what our own reader
//! accepts and rejects what our own reader rejects, as far as a schema can.

use std::path::Path;

use dateline::profiles::file::File;
use dateline::profiles::schema;
use dateline::text::position::Text;
use expect_test::expect_file;

use crate::json_schema;

#[test]
fn the_schema_is_published_as_a_file() {
    let text = serde_json::to_string_pretty(&schema::json_schema()).unwrap() + "\n";
    expect_file!["../schema/profile.schema.json"].assert_eq(&text);
}

#[test]
fn the_demo_profiles_validate() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/profiles");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        assert_eq!(faults(&text), [] as [String; 0]);
    }
}

#[test]
fn what_the_reader_refuses_does_not_validate() {
    let person = "[[person]]\nid = \"a\"\nname = \"A\"\n";
    for (text, fault) in [
        ("[[perso]]\nid = \"a\"\n".to_owned(), "/perso is no key"),
        ("[[person]]\nname = \"A\"\n".to_owned(), "/person/0 has no id"),
        (format!("{person}alias = [\"B\"]\n"), "/person/0/alias is no key"),
        (format!("{person}aliases = \"B\"\n"), "/person/0/aliases is no array"),
        (format!("{person}born = \"12 May 1960\"\n"), "/person/0/born does not match"),
        (format!("{person}born = 1960\n"), "/person/0/born is no string"),
        ("[[person]]\nid = \"Ann Roe\"\nname = \"A\"\n".to_owned(), "/person/0/id does not match"),
        (format!("{person}[[person.office]]\ncountry = \"no\"\n"), "/person/0/office/0 has no title"),
        (
            format!("{person}[[person.office]]\ntitle = \"T\"\ncountry = \"NOR\"\n"),
            "/person/0/office/0/country does not match",
        ),
        ("[[event]]\nid = \"e\"\nname = \"E\"\nedition = 0\n".to_owned(), "/event/0/edition is less than 1"),
        ("[[event]]\nid = \"e\"\nname = \"\"\n".to_owned(), "/event/0/name is too short"),
        ("[[event]]\nid = \"e\"\nname = \"E\"\nsource = 3\n".to_owned(), "/event/0/source fits nothing"),
    ] {
        assert_eq!(faults(&text), [fault], "{text}");
        assert!(!File::parse(Text::new(text.as_str())).problems.is_empty(), "the reader takes {text}");
    }
}

fn faults(toml: &str) -> Vec<String> {
    let value = serde_json::to_value(toml::from_str::<toml::Table>(toml).unwrap()).unwrap();
    json_schema::faults(&schema::json_schema(), &value)
}
