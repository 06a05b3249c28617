//! `findings schema`: what the output looks like, said to those who read it, so that none has to guess types from the
//! first hundred records. Made of the types and tables themselves.

mod shape;

use crate::args::{Reader, Schema};
use crate::output::{Output, Stop, Table, all_tables, create_tables, table_named};
use findings::Extraction;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use shape::Shape;

/// Prints the schema that was asked for.
pub(crate) fn run(args: &Schema, output: &mut Output) -> Result<(), Stop> {
    let table = args.table.as_deref().and_then(table_named);
    match (args.reader, table) {
        (Reader::JsonSchema, None) => output.object(&json_schema(), true),
        (Reader::JsonSchema, Some(table)) => output.object(&row_schema(table), true),
        (Reader::Duckdb, None) => {
            let columns: Vec<String> =
                top().iter().map(|(name, shape)| format!("    {name}: '{}'", shape.duckdb())).collect();
            output.text(format_args!(
                "CREATE TABLE facts AS SELECT * FROM read_json(\n  'facts.ndjson', format = 'newline_delimited',\n  \
                 columns = {{\n{}\n  }}\n);\n",
                columns.join(",\n")
            ))
        }
        (Reader::Duckdb, Some(table)) => {
            let columns: Vec<String> =
                shapes(table).map(|(name, shape)| format!("    {name}: '{}'", shape.duckdb())).collect();
            output.text(format_args!(
                "CREATE TABLE {0} AS SELECT * FROM read_csv(\n  '{0}.csv', header = true,\n  columns = {{\n{1}\n  }}\n);\n",
                table.name,
                columns.join(",\n")
            ))
        }
        (Reader::Polars, None) => {
            let columns: Vec<String> =
                top().iter().map(|(name, shape)| format!("    \"{name}\": {},", shape.polars())).collect();
            output.text(format_args!(
                "import polars as pl\n\nschema = {{\n{}\n}}\nfacts = pl.read_ndjson(\"facts.ndjson\", schema=schema)\n",
                columns.join("\n")
            ))
        }
        (Reader::Polars, Some(table)) => {
            let columns: Vec<String> = shapes(table)
                .map(|(name, shape)| format!("    \"{name}\": {},", shape.polars_cell()))
                .collect();
            output.text(format_args!(
                "import polars as pl\n\nschema = {{\n{1}\n}}\n{0} = pl.read_csv(\"{0}.csv\", schema=schema)\n",
                table.name,
                columns.join("\n")
            ))
        }
        (Reader::Sqlite, None) => {
            let tables: Vec<&Table> = all_tables().iter().collect();
            output.text(create_tables(&tables))
        }
        (Reader::Sqlite, Some(table)) => output.text(create_tables(&[table])),
    }
}

/// The schema of an object of the NDJSON: every field is required, for every field is always there.
fn json_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Extraction>().to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".to_owned(), json!("findings NDJSON, format 1"));
    }
    schema
}

/// The schema of a row, keyed by the names of the columns.
fn row_schema(table: &Table) -> Value {
    let properties: Map<String, Value> = table
        .headings
        .iter()
        .map(|heading| {
            let mut property = Shape::of(heading.kind).json();
            property["description"] = json!(heading.doc);
            (heading.name.to_owned(), property)
        })
        .collect();
    let names: Vec<&str> = table.headings.iter().map(|heading| heading.name).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "required": names,
    })
}

fn shapes(table: &Table) -> impl Iterator<Item = (&'static str, Shape)> {
    table.headings.iter().map(|heading| (heading.name, Shape::of(heading.kind)))
}

/// The fields of an object of the NDJSON.
fn top() -> Vec<(String, Shape)> {
    match Shape::read(&json_schema()) {
        Shape::Struct(fields) => fields,
        _ => Vec::new(),
    }
}
