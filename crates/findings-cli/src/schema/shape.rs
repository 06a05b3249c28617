//! A type as the readers of data name it: read off a JSON Schema or a column, written for DuckDB and polars.

use crate::output::Kind;
use serde_json::{Value, json};

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Day,
    Int,
    /// A number with two decimals: money.
    Sum,
    Float,
    Flag,
    List(Box<Shape>),
    Struct(Vec<(String, Shape)>),
}

impl Shape {
    /// The type of a column.
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::Int => Self::Int,
            Kind::Float => Self::Float,
            Kind::Flag => Self::Flag,
            Kind::Day => Self::Day,
        }
    }

    /// The type that a whole JSON Schema describes.
    pub(super) fn read(schema: &Value) -> Self {
        Self::within(schema, schema)
    }

    fn within(root: &Value, schema: &Value) -> Self {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return if name == "Amount" { Self::Sum } else { Self::within(root, &root["$defs"][name]) };
        }
        // One of several is here one or nothing, or one of some words.
        for several in ["anyOf", "oneOf", "allOf"].map(|key| schema[key].as_array()).into_iter().flatten() {
            if let Some(one) = several.iter().find(|one| one["type"] != "null") {
                return Self::within(root, one);
            }
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        match kinds.into_iter().find(|kind| *kind != "null") {
            Some("integer") => Self::Int,
            Some("number") => Self::Float,
            Some("boolean") => Self::Flag,
            Some("array") => Self::List(Box::new(Self::within(root, &schema["items"]))),
            Some("object") => {
                let fields = schema["properties"].as_object().into_iter().flatten();
                Self::Struct(fields.map(|(name, field)| (name.clone(), Self::within(root, field))).collect())
            }
            _ if schema["format"] == "date" => Self::Day,
            _ => Self::Text,
        }
    }

    /// As DuckDB names it.
    pub(super) fn duckdb(&self) -> String {
        match self {
            Self::Text => "VARCHAR".to_owned(),
            Self::Day => "DATE".to_owned(),
            Self::Int => "BIGINT".to_owned(),
            Self::Sum => "DECIMAL(18, 2)".to_owned(),
            Self::Float => "DOUBLE".to_owned(),
            Self::Flag => "BOOLEAN".to_owned(),
            Self::List(item) => format!("{}[]", item.duckdb()),
            Self::Struct(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, shape)| format!("\"{name}\" {}", shape.duckdb())).collect();
                format!("STRUCT({})", fields.join(", "))
            }
        }
    }

    /// As polars names it in NDJSON, where days are text.
    pub(super) fn polars(&self) -> String {
        match self {
            Self::Text | Self::Day => "pl.String".to_owned(),
            Self::Int => "pl.Int64".to_owned(),
            Self::Sum | Self::Float => "pl.Float64".to_owned(),
            Self::Flag => "pl.Boolean".to_owned(),
            Self::List(item) => format!("pl.List({})", item.polars()),
            Self::Struct(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, shape)| format!("\"{name}\": {}", shape.polars())).collect();
                format!("pl.Struct({{{}}})", fields.join(", "))
            }
        }
    }

    /// As polars names it in CSV.
    pub(super) fn polars_cell(&self) -> String {
        if *self == Self::Day { "pl.Date".to_owned() } else { self.polars() }
    }

    /// As JSON Schema names a cell, which may be empty.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Day => json!({ "type": ["string", "null"], "format": "date" }),
            Self::Int => json!({ "type": ["integer", "null"] }),
            Self::Float | Self::Sum => json!({ "type": ["number", "null"] }),
            Self::Flag => json!({ "type": ["boolean", "null"] }),
            Self::Text | Self::List(_) | Self::Struct(_) => json!({ "type": ["string", "null"] }),
        }
    }
}
