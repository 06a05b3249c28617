//! CSV, Parquet and SQLite hold what the NDJSON holds, on all fixtures: once in Rust, cell by cell, and once in
//! Python as a user would read them.

use super::{good, repository};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A row by the names of its columns; what is empty is left out.
type Row = BTreeMap<String, String>;

#[test]
fn csv_holds_what_the_ndjson_holds() {
    let here = tempfile::tempdir().unwrap();
    let fixtures = repository().join("fixtures");
    let fixtures = fixtures.to_str().unwrap();
    good(here.path(), &format!("extract {fixtures} -o out/"));
    let objects: Vec<Value> = good(here.path(), &format!("extract {fixtures}"))
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds = "bodies providers ratings tallies measures inspections money dates quotes furniture notes";
    let mut mentions = 0;
    for kind in kinds.split(' ') {
        let rows = csv_rows(&here.path().join(format!("out/{kind}.csv")));
        let mut facts: Vec<Row> = Vec::new();
        for object in &objects {
            for (item, fact) in object[kind].as_array().unwrap().iter().enumerate() {
                mentions += fact["mentions"].as_array().map_or(0, Vec::len);
                facts.push(expected(kind, &object["article"], item, fact));
            }
        }
        assert_eq!(rows.len(), facts.len(), "{kind}");
        assert!(!rows.is_empty(), "no fixture has {kind}");
        for (row, fact) in rows.iter().zip(&facts) {
            for (name, value) in fact {
                assert_eq!(row.get(name), Some(value), "{kind}.{name}: {row:?}");
            }
            // What the row has besides is not of the fact.
            let known = "sentence path provider_name provider_kind body_name text part span_start span_end";
            let more =
                |name: &&String| !fact.contains_key(*name) && !name.ends_with("_day") && *name != "day";
            for name in row.keys().filter(more) {
                assert!(known.split(' ').any(|known| known == name), "{kind}.{name}: {row:?}");
            }
        }
    }
    assert_eq!(csv_rows(&here.path().join("out/mentions.csv")).len(), mentions);
    assert_eq!(csv_rows(&here.path().join("out/articles.csv")).len(), objects.len());
}

/// Every field of a fact, by the name of the column that holds it.
fn expected(kind: &str, article: &Value, item: usize, fact: &Value) -> Row {
    let mut row = Row::new();
    put(&mut row, "article", &article["id"]);
    put(&mut row, "title", &article["title"]);
    put(&mut row, "published", &article["published"]);
    row.insert("item".to_owned(), item.to_string());
    for (name, value) in fact.as_object().unwrap() {
        match (kind, name.as_str()) {
            (_, "span") => {
                put(&mut row, "span_start", &value[0]);
                put(&mut row, "span_end", &value[1]);
            }
            (_, "in") => put(&mut row, "part", value),
            (_, "mentions") => {
                row.insert("mentions".to_owned(), value.as_array().unwrap().len().to_string());
            }
            ("ratings", "of") => put(&mut row, "levels", value),
            ("ratings" | "inspections", "published") => put(&mut row, "report_published", value),
            ("dates", "from" | "to") => put(&mut row, &format!("{name}_day"), value),
            ("money", "amount" | "low" | "high") => {
                if let Some(number) = value.as_f64() {
                    row.insert(name.clone(), format!("{number:.2}"));
                    row.insert(format!("{name}_minor"), format!("{:.0}", number * 100.0));
                }
            }
            ("tallies", "count") => {
                put(&mut row, "count_kind", &value["kind"]);
                put(&mut row, "count", &value["n"]);
                put(&mut row, "out_of", &value["of"]);
                if let Some(percent) = value["percent"].as_f64() {
                    row.insert("percent".to_owned(), percent.to_string());
                }
            }
            (_, "service" | "aspect" | "issuer") => {
                put(&mut row, name, &value["id"]);
                put(&mut row, &format!("{name}_text"), &value["text"]);
            }
            (_, "change") => {
                for part in ["direction", "from", "basis"] {
                    put(&mut row, &format!("change_{part}"), &value[part]);
                }
            }
            _ => put(&mut row, name, value),
        }
    }
    row
}

/// A value as a cell says it; lists are parted by semicolons, nothing is left out.
fn put(row: &mut Row, name: &str, value: &Value) {
    let text = match value {
        Value::Null => return,
        Value::String(text) => text.clone(),
        Value::Array(values) if values.is_empty() => return,
        Value::Array(values) => {
            let words = values.iter().map(|value| match value {
                Value::String(text) => text.clone(),
                Value::Object(fields) => fields["text"].as_str().unwrap().to_owned(),
                value => value.to_string(),
            });
            words.collect::<Vec<_>>().join("; ")
        }
        value => value.to_string(),
    };
    if !text.is_empty() {
        row.insert(name.to_owned(), text);
    }
}

fn csv_rows(path: &Path) -> Vec<Row> {
    let text = fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |record: csv::StringRecord| {
        let cells = names.iter().zip(record.iter()).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(name, cell)| (name.clone(), cell.to_owned())).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[cfg(feature = "sqlite")]
#[test]
fn sqlite_holds_what_the_csv_holds() {
    use rusqlite::Connection;
    use rusqlite::types::ValueRef;

    let here = tempfile::tempdir().unwrap();
    let fixtures = repository().join("fixtures");
    for output in ["out/", "facts.db"] {
        good(here.path(), &format!("extract {} -o {output}", fixtures.display()));
    }
    let database = Connection::open(here.path().join("facts.db")).unwrap();
    let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    for file in fs::read_dir(here.path().join("out")).unwrap() {
        let file = file.unwrap().path();
        let table = file.file_stem().unwrap().to_str().unwrap();
        let rows = csv_rows(&file);
        let mut statement = database.prepare(&format!("SELECT * FROM {table} ORDER BY rowid")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut read = statement.query([]).unwrap();
        let mut told = 0;
        while let Some(row) = read.next().unwrap() {
            let cell = |(column, name): (usize, &String)| {
                let text = match row.get_ref(column).unwrap() {
                    ValueRef::Null => return None,
                    ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                    ValueRef::Integer(flag) if matches!(name.as_str(), "approx" | "repaired") => {
                        (flag != 0).to_string()
                    }
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Real(number) => number.to_string(),
                    ValueRef::Blob(_) => panic!("no table has bytes"),
                };
                Some((name.clone(), text)).filter(|(_, text)| !text.is_empty())
            };
            let mut row: Row = names.iter().enumerate().filter_map(cell).collect();
            // The key and, of an article, its text stand in the database alone.
            row.retain(|name, _| {
                name != "key" && name != "article_key" && !(table == "articles" && name == "text")
            });
            assert_eq!(row, rows[told], "{table}");
            told += 1;
        }
        assert_eq!(told, rows.len(), "{table}");
    }
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(count("SELECT count(*) FROM articles WHERE text = ''"), 0);
    let found = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'inspectors'";
    assert!(count(found) > 0);
    assert!(count("SELECT count(*) FROM pragma_index_list('ratings')") > 3);
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_holds_what_the_csv_holds() {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Float64Type, Int64Type};
    use arrow_array::{Array, ArrayRef};
    use arrow_schema::DataType;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let cell = |column: &ArrayRef, row: usize| {
        if column.is_null(row) {
            return String::new();
        }
        match column.data_type() {
            DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
            DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
            DataType::Float64 => column.as_primitive::<Float64Type>().value(row).to_string(),
            DataType::Boolean => column.as_boolean().value(row).to_string(),
            DataType::Date32 => {
                let days = column.as_primitive::<Date32Type>().value(row);
                let day = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
                day.to_string()
            }
            other => panic!("no table has {other}"),
        }
    };
    let here = tempfile::tempdir().unwrap();
    let fixtures = repository().join("fixtures");
    for form in ["csv", "parquet"] {
        good(here.path(), &format!("extract {} -o out/ -f {form}", fixtures.display()));
    }
    for table in ["articles", "ratings", "tallies", "money", "dates", "mentions"] {
        let rows = csv_rows(&here.path().join(format!("out/{table}.csv")));
        let file = fs::File::open(here.path().join(format!("out/{table}.parquet"))).unwrap();
        let mut told = 0;
        for batch in ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap() {
            let batch = batch.unwrap();
            for number in 0..batch.num_rows() {
                let schema = batch.schema();
                let cells = schema.fields().iter().zip(batch.columns());
                let row: Row = cells
                    .map(|(field, column)| (field.name().clone(), cell(column, number)))
                    .filter(|(_, text)| !text.is_empty())
                    .collect();
                assert_eq!(row, rows[told], "{table}");
                told += 1;
            }
        }
        assert_eq!(told, rows.len(), "{table}");
    }
}

#[cfg(all(feature = "parquet", feature = "sqlite"))]
#[test]
fn python_reads_the_same_from_all() {
    let here = tempfile::tempdir().unwrap();
    let fixtures = repository().join("fixtures");
    for output in ["facts.ndjson", "out/ -f csv", "out/ -f tsv", "out/ -f parquet", "facts.db"] {
        good(here.path(), &format!("extract {} -o {output}", fixtures.display()));
    }
    for reader in ["duckdb", "polars"] {
        let script = good(here.path(), &format!("schema --for {reader}"));
        fs::write(here.path().join(format!("load.{reader}")), script).unwrap();
    }
    let script = repository().join("tests/output/round_trip.py");
    let Ok(output) =
        std::process::Command::new(super::python()).arg(script).current_dir(here.path()).output()
    else {
        eprintln!("skipped: there is no python3 here");
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    eprint!("{told}");
}
