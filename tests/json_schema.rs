//! A small JSON Schema validator: the keywords that our schemas use, and a panic on any other, so that none
//! is silently ignored.

use serde_json::{Map, Value};

/// The errors of `value`, each with the JSON pointer of its place; none if it validates.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root: schema, faults: Vec::new() };
    check.validate(schema, value, "");
    check.faults
}

struct Check<'s> {
    root: &'s Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn validate(&mut self, schema: &Value, value: &Value, at: &str) {
        let schema = schema.as_object().expect("a schema is an object");
        if let Some(wanted) = schema.get("type")
            && !is_of_type(wanted, value)
        {
            // The schema's other keywords make sense only for that type.
            return self.fault(at, format!("is no {}", type_words(wanted)));
        }
        for (keyword, wanted) in schema {
            match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "examples" | "type" => {}
                "$ref" => {
                    let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                    let target = self.root.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
                    self.validate(&target.clone(), value, at);
                }
                "allOf" => wanted.as_array().unwrap().iter().for_each(|part| self.validate(part, value, at)),
                "anyOf" if self.fitting(wanted, value, at) == 0 => self.fault(at, "fits nothing".into()),
                "oneOf" if self.fitting(wanted, value, at) != 1 => {
                    let fitting = self.fitting(wanted, value, at);
                    self.fault(at, format!("fits {fitting} schemas instead of one"));
                    self.explain(wanted, value, at);
                }
                "anyOf" | "oneOf" => {}
                "enum" if !wanted.as_array().unwrap().contains(value) => {
                    self.fault(at, format!("is not one of {wanted}"));
                }
                "enum" => {}
                "properties" | "required" | "additionalProperties" => {
                    if let Some(object) = value.as_object() {
                        self.object(keyword, wanted, schema, object, at);
                    }
                }
                "items" | "minItems" | "uniqueItems" => {
                    if let Some(items) = value.as_array() {
                        self.array(keyword, wanted, items, at);
                    }
                }
                "pattern" | "minLength" | "format" => {
                    if let Some(text) = value.as_str() {
                        self.text(keyword, wanted, text, at);
                    }
                }
                "minimum" if value.as_f64() < wanted.as_f64() => {
                    self.fault(at, format!("is less than {wanted}"));
                }
                "maximum" if value.as_f64() > wanted.as_f64() => {
                    self.fault(at, format!("is more than {wanted}"));
                }
                "minimum" | "maximum" => {}
                other => panic!("the schema uses `{other}`, which is not checked here"),
            }
        }
    }

    fn object(
        &mut self,
        keyword: &str,
        wanted: &Value,
        schema: &Map<String, Value>,
        object: &Map<String, Value>,
        at: &str,
    ) {
        let known = |key: &str| schema.get("properties").is_some_and(|known| known.get(key).is_some());
        match keyword {
            "properties" => {
                for (key, value) in object {
                    if let Some(schema) = wanted.get(key) {
                        self.validate(schema, value, &format!("{at}/{key}"));
                    }
                }
            }
            "required" => {
                let keys = wanted.as_array().unwrap().iter().map(|key| key.as_str().unwrap());
                keys.filter(|key| !object.contains_key(*key))
                    .for_each(|key| self.fault(at, format!("has no {key}")));
            }
            _ => {
                for (key, value) in object.iter().filter(|(key, _)| !known(key)) {
                    let at = format!("{at}/{key}");
                    match wanted {
                        Value::Bool(false) => self.fault(&at, "is no key".into()),
                        schema => self.validate(schema, value, &at),
                    }
                }
            }
        }
    }

    fn array(&mut self, keyword: &str, wanted: &Value, items: &[Value], at: &str) {
        match keyword {
            "items" => {
                for (index, item) in items.iter().enumerate() {
                    self.validate(wanted, item, &format!("{at}/{index}"));
                }
            }
            "minItems" if items.len() < wanted.as_u64().unwrap() as usize => {
                self.fault(at, format!("has fewer than {wanted} items"));
            }
            "uniqueItems" if items.iter().enumerate().any(|(i, item)| items[..i].contains(item)) => {
                self.fault(at, "has an item twice".into());
            }
            _ => {}
        }
    }

    fn text(&mut self, keyword: &str, wanted: &Value, text: &str, at: &str) {
        let matches = |pattern: &str| regex_lite::Regex::new(pattern).unwrap().is_match(text);
        match (keyword, wanted.as_str()) {
            ("pattern", Some(pattern)) if !matches(pattern) => self.fault(at, "does not match".into()),
            ("format", Some("date")) if !matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") => {
                self.fault(at, "is no date".into());
            }
            ("pattern", Some(_)) | ("format", Some("date")) => {}
            ("minLength", None) if text.chars().count() < wanted.as_u64().unwrap() as usize => {
                self.fault(at, "is too short".into());
            }
            ("minLength", None) => {}
            _ => panic!("the schema uses `{keyword}`: {wanted}, which is not checked here"),
        }
    }

    /// The number of schemas that accept the value.
    fn fitting(&self, schemas: &Value, value: &Value, at: &str) -> usize {
        schemas.as_array().unwrap().iter().filter(|schema| self.tried(schema, value, at).is_empty()).count()
    }

    /// Adds the errors of the schema that comes nearest.
    fn explain(&mut self, schemas: &Value, value: &Value, at: &str) {
        let tried = schemas.as_array().unwrap().iter().map(|schema| self.tried(schema, value, at));
        let nearest = tried.min_by_key(Vec::len);
        self.faults.extend(nearest.unwrap_or_default());
    }

    fn tried(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut check = Check { root: self.root, faults: Vec::new() };
        check.validate(schema, value, at);
        check.faults
    }

    fn fault(&mut self, at: &str, words: String) {
        self.faults.push(format!("{at} {words}"));
    }
}

/// One type or a list of them.
fn is_of_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no such type: {other}"),
    };
    wanted.as_array().map_or_else(|| is(wanted), |names| names.iter().any(is))
}

fn type_words(wanted: &Value) -> String {
    let names = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
    names.iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" or ")
}

#[test]
fn the_validator_sees_every_kind_of_fault() {
    use serde_json::json;
    let schema = json!({
        "type": "object",
        "required": ["a"],
        "additionalProperties": false,
        "properties": {
            "a": { "type": ["string", "null"], "minLength": 2, "format": "date" },
            "b": { "enum": [1, 2] },
            "c": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/n" } },
            "d": { "oneOf": [{ "type": "string" }, { "$ref": "#/$defs/n" }] },
            "e": { "allOf": [{ "$ref": "#/$defs/n" }, { "type": "integer", "minimum": 5 }] },
            "f": { "anyOf": [{ "type": "string", "pattern": "^x$" }, { "type": "boolean" }] }
        },
        "$defs": { "n": { "type": "integer", "maximum": 9 } }
    });
    assert_eq!(
        faults(&schema, &json!({ "a": null, "b": 2, "c": [1], "d": 7, "e": 5, "f": "x" })),
        [] as [String; 0]
    );
    for (value, fault) in [
        (json!([]), " is no object"),
        (json!({}), " has no a"),
        (json!({ "a": 1 }), "/a is no string or null"),
        (json!({ "a": null, "z": 1 }), "/z is no key"),
        (json!({ "a": "2024-5-3" }), "/a is no date"),
        (json!({ "a": null, "b": 3 }), "/b is not one of [1,2]"),
        (json!({ "a": null, "c": [] }), "/c has fewer than 1 items"),
        (json!({ "a": null, "c": [1, 1] }), "/c has an item twice"),
        (json!({ "a": null, "c": [10] }), "/c/0 is more than 9"),
        (json!({ "a": null, "d": true }), "/d fits 0 schemas instead of one"),
        (json!({ "a": null, "e": 4 }), "/e is less than 5"),
        (json!({ "a": null, "f": "y" }), "/f fits nothing"),
    ] {
        assert_eq!(faults(&schema, &value).first().map(String::as_str), Some(fault), "{value}");
    }
}
