//! The JSON Schema of profile files, for editors that attach one to TOML: what our own reader takes it takes, and what
//! our own reader refuses it refuses, as far as a schema can. The validator knows the keywords that the schema uses.

use std::path::Path;

use dateline::profiles::file::File;
use dateline::profiles::schema::json_schema;
use dateline::text::position::Text;
use expect_test::expect_file;
use serde_json::Value;

#[test]
fn the_schema_is_published_as_a_file() {
    let text = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
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
    let root = json_schema();
    let mut faults = Vec::new();
    validate(&root, &root, &value, String::new(), &mut faults);
    faults
}

fn validate(root: &Value, schema: &Value, value: &Value, at: String, faults: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                validate(root, root.pointer(pointer).unwrap(), value, at.clone(), faults);
            }
            "type" => {
                let is = match wanted.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64(),
                    "boolean" => value.is_boolean(),
                    other => panic!("no such type: {other}"),
                };
                if !is {
                    faults.push(format!("{at} is no {}", wanted.as_str().unwrap()));
                    return;
                }
            }
            "properties" => {
                for (key, value) in value.as_object().unwrap() {
                    if let Some(schema) = wanted.get(key) {
                        validate(root, schema, value, format!("{at}/{key}"), faults);
                    }
                }
            }
            "additionalProperties" if *wanted == Value::Bool(false) => {
                let known = schema["properties"].as_object().unwrap();
                let keys = value.as_object().into_iter().flat_map(|object| object.keys());
                faults.extend(
                    keys.filter(|key| !known.contains_key(*key)).map(|key| format!("{at}/{key} is no key")),
                );
            }
            "additionalProperties" => {
                for (key, value) in value.as_object().unwrap() {
                    validate(root, wanted, value, format!("{at}/{key}"), faults);
                }
            }
            "required" => {
                let missing = wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|key| value.get(key.as_str().unwrap()).is_none());
                faults.extend(missing.map(|key| format!("{at} has no {}", key.as_str().unwrap())));
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(root, wanted, item, format!("{at}/{index}"), faults);
                }
            }
            "anyOf" => {
                let fits = |schema: &Value| {
                    let mut faults = Vec::new();
                    validate(root, schema, value, at.clone(), &mut faults);
                    faults.is_empty()
                };
                if !wanted.as_array().unwrap().iter().any(fits) {
                    faults.push(format!("{at} fits nothing"));
                }
            }
            "pattern" => {
                let pattern = regex_lite::Regex::new(wanted.as_str().unwrap()).unwrap();
                if !value.as_str().is_some_and(|text| pattern.is_match(text)) && value.is_string() {
                    faults.push(format!("{at} does not match"));
                }
            }
            "minLength" => {
                if value.as_str().is_some_and(|text| text.chars().count() < wanted.as_u64().unwrap() as usize)
                {
                    faults.push(format!("{at} is too short"));
                }
            }
            "minimum" if value.as_i64() < wanted.as_i64() => {
                faults.push(format!("{at} is less than {wanted}"))
            }
            "maximum" if value.as_i64() > wanted.as_i64() => {
                faults.push(format!("{at} is more than {wanted}"))
            }
            "minimum" | "maximum" | "$schema" | "$defs" | "title" | "description" | "examples" => {}
            other => panic!("the schema uses `{other}`, which nobody checks here"),
        }
    }
}
