//! The JSON Schema of the types that are written by hand: spans, days, sums. The others derive theirs.

use crate::fact::{Amount, Day};
use crate::text::Span;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "`[start, end)`: half-open offsets into the article as given, in the unit that `article.offsets` names.",
            "type": "array",
            "items": { "type": "integer", "minimum": 0 },
            "minItems": 2,
            "maxItems": 2,
        })
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "One day of the calendar, YYYY-MM-DD.",
            "type": "string",
            "format": "date",
        })
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "In major units, always written with two decimals: `68000000.00`.",
            "type": "number",
        })
    }
}
