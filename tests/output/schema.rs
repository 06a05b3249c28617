//! The schemas, held against what is written.

use super::{good, with_article};
use serde_json::Value;

/// True when a value is as the schema says: of the types, with every required field and no other.
fn is_valid(root: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        return is_valid(root, &root["$defs"][name.strip_prefix("#/$defs/").unwrap()], value);
    }
    for several in ["anyOf", "oneOf"] {
        if let Some(several) = schema[several].as_array() {
            let is_one = several.iter().any(|one| is_valid(root, one, value).is_ok());
            return if is_one { Ok(()) } else { Err(format!("{value} is none of {several:?}")) };
        }
    }
    if let Some(word) = schema.get("const") {
        return if word == value { Ok(()) } else { Err(format!("{value} is not {word}")) };
    }
    if let Some(words) = schema["enum"].as_array() {
        return if words.contains(value) { Ok(()) } else { Err(format!("{value} is none of {words:?}")) };
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.clone(),
        kind => vec![kind.clone()],
    };
    let fits = |wanted: &Value| wanted == kind || (wanted == "number" && kind == "integer");
    if !kinds.iter().any(fits) {
        return Err(format!("{value} is not {kinds:?}"));
    }
    if let Some(items) = value.as_array() {
        items.iter().try_for_each(|item| is_valid(root, &schema["items"], item))?;
    }
    let Some(fields) = value.as_object() else { return Ok(()) };
    let properties = schema["properties"].as_object().unwrap();
    let required = schema["required"].as_array().unwrap();
    if required.len() != properties.len() || fields.len() != properties.len() {
        return Err(format!("{:?} are not {required:?}", fields.keys()));
    }
    fields.iter().try_for_each(|(name, value)| {
        let property = properties.get(name).ok_or_else(|| format!("no property {name}"))?;
        is_valid(root, property, value).map_err(|error| format!("{name}: {error}"))
    })
}

#[test]
fn every_object_of_the_fixtures_is_as_the_schema_says() {
    let here = with_article();
    let schema: Value = serde_json::from_str(&good(here.path(), "schema")).unwrap();
    let fixtures = super::repository().join("fixtures");
    for line in good(&fixtures, "extract .").lines() {
        let object: Value = serde_json::from_str(line).unwrap();
        is_valid(&schema, &schema, &object).unwrap_or_else(|e| panic!("{}: {e}", object["article"]["id"]));
    }
    let broken: Value = serde_json::from_str(r#"{"format": "1"}"#).unwrap();
    assert!(is_valid(&schema, &schema, &broken).is_err());
}

#[test]
fn each_reader_gets_every_table() {
    let here = with_article();
    let tables = ["articles", "ratings", "money", "mentions", "facts"];
    for table in tables {
        let json: Value =
            serde_json::from_str(&good(here.path(), &format!("schema --table {table}"))).unwrap();
        let header = good(here.path(), &format!("extract in --table {table} -f csv"));
        let mut columns: Vec<&str> = header.lines().next().unwrap().split(',').collect();
        let required: Vec<&str> =
            json["required"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect();
        assert_eq!(required, columns);
        columns.sort_unstable();
        let described: Vec<&String> = json["properties"].as_object().unwrap().keys().collect();
        assert_eq!(described, columns);
        for reader in ["duckdb", "polars", "sqlite"] {
            let schema = good(here.path(), &format!("schema --for {reader} --table {table}"));
            assert!(columns.iter().all(|column| schema.contains(column)), "{schema}");
        }
    }
}
