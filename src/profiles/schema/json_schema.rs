//! The keys as a JSON Schema, for editors that do not speak to our server.

use serde_json::{Map, Value, json};

use super::{ProfileKey, Table, ValueKind};

/// A JSON Schema (draft 2020-12) for editors that do not speak to our server.
pub fn json_schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline profile file",
        "type": "object",
        "properties": { "person": list_of(Table::Person), "event": list_of(Table::Event), "series": list_of(Table::Series) },
        "additionalProperties": false,
        "$defs": Table::ALL.map(|t| (t.noun().to_owned(), table_schema(t))).into_iter().collect::<Map<_, _>>(),
    })
}

fn list_of(table: Table) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", table.noun()) } })
}

fn table_schema(table: Table) -> Value {
    let mut properties = Map::new();
    for key in table.keys() {
        let mut schema = value_schema(key.kind);
        if let Some(object) = schema.as_object_mut() {
            object.insert("description".into(), key.doc.into());
            object.insert("examples".into(), Value::from_iter(example(key)));
        }
        properties.insert(key.name.into(), schema);
    }
    if table == Table::Person {
        properties.insert("office".into(), list_of(Table::Office));
    }
    let required: Vec<_> = table.keys().filter(|key| key.required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "description": table.doc(),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn value_schema(kind: ValueKind) -> Value {
    let slug = || json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
    let text = || json!({ "type": "string", "minLength": 1 });
    let list = |of: Value| json!({ "type": "array", "items": of });
    match kind {
        ValueKind::Slug | ValueKind::Id(_) => slug(),
        ValueKind::Ids(_) => list(slug()),
        ValueKind::Text => text(),
        ValueKind::Texts => list(text()),
        ValueKind::TextOrTexts => json!({ "anyOf": [text(), list(text())] }),
        ValueKind::ByLanguage => json!({ "type": "object", "additionalProperties": text() }),
        ValueKind::Flag => json!({ "type": "boolean" }),
        ValueKind::Date => json!({ "type": "string", "pattern": DATE }),
        ValueKind::Number => json!({ "type": "integer", "minimum": 1, "maximum": u16::MAX }),
        ValueKind::Country => json!({ "type": "string", "pattern": "^[a-z]{2}$" }),
    }
}

/// The EDTF subset, loosely: what only `edtf::parse` can know (such as 30 February) is left to it.
const DATE: &str =
    r"^([0-9]{4}(-([0-9]{2}|XX)){0,2}[?~%]?|\.\.)?(/([0-9]{4}(-([0-9]{2}|XX)){0,2}[?~%]?|\.\.)?)?$";

/// The example as JSON.
fn example(key: &ProfileKey) -> Option<Value> {
    let line: toml::Table = toml::from_str(&format!("x = {}", key.example)).ok()?;
    serde_json::to_value(line.get("x")?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::schema::KEYS;

    #[test]
    fn every_example_is_what_its_key_wants() {
        for key in KEYS {
            let entry = match key.table {
                Table::Office => {
                    "[[person]]\nid = \"x\"\nname = \"X\"\n[[person.office]]\ntitle = \"T\"\n".to_owned()
                }
                table => format!("[[{}]]\nid = \"x\"\nname = \"X\"\n", table.header()),
            };
            let already = ["id", "name", "title"].iter().any(|name| key.required && *name == key.name);
            let line = if already { String::new() } else { format!("{} = {}\n", key.name, key.example) };
            let file = crate::profiles::file::File::parse(crate::text::position::Text::new(entry + &line));
            assert!(file.problems.is_empty(), "{}: {:?}", key.name, file.problems);
        }
    }

    #[test]
    fn the_schema_names_every_key() {
        let schema = json_schema();
        for key in KEYS {
            let pointer = format!("/$defs/{}/properties/{}/description", key.table.noun(), key.name);
            assert_eq!(schema.pointer(&pointer).and_then(Value::as_str), Some(key.doc), "{pointer}");
            assert!(example(key).is_some(), "{pointer}");
        }
    }
}
