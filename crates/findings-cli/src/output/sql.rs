//! The tables as SQL: what SQLite is asked for, with what each column means beside it. Runs nothing.

use super::table::{Heading, Kind, Table};
use std::fmt::Write;

/// The statement that makes a table: its key, its columns, what it refers to. `tables` are all that there will be.
pub(super) fn create(table: &Table, tables: &[&Table]) -> String {
    let is_articles = table.name == "articles";
    let mut lines = vec![match is_articles {
        true => ("key INTEGER PRIMARY KEY".to_owned(), "Number of the article, in the order of the input."),
        false => {
            let line = "article_key INTEGER NOT NULL REFERENCES articles(key)".to_owned();
            (line, "Key of the article in `articles`.")
        }
    }];
    lines.extend(table.headings.iter().map(|heading| (column(heading), heading.doc)));
    if is_articles {
        lines.push(("text TEXT NOT NULL".to_owned(), "The article as given."));
    } else {
        lines.push((format!("PRIMARY KEY ({})", key(table)), ""));
    }
    let has = |name: &str| table.headings.iter().any(|heading| heading.name == name);
    if table.name == "providers" {
        lines.push(("UNIQUE (article_key, id)".to_owned(), ""));
    } else if has("provider") && tables.iter().any(|other| other.name == "providers") {
        let line = "FOREIGN KEY (article_key, provider) REFERENCES providers(article_key, id)";
        lines.push((line.to_owned(), ""));
    }
    let mut sql = format!("-- {}\nCREATE TABLE {} (\n", table.doc, table.name);
    let last = lines.len() - 1;
    for (i, (line, doc)) in lines.iter().enumerate() {
        let comma = if i == last { "" } else { "," };
        let comment = if doc.is_empty() { String::new() } else { format!(" -- {doc}") };
        // Writing into memory does not fail.
        let _ = writeln!(sql, "  {line}{comma}{comment}");
    }
    sql.push_str(");\n");
    sql
}

/// Every statement that makes a database of these tables, but for the rows.
pub fn create_tables(tables: &[&Table]) -> String {
    let mut sql: Vec<String> = tables.iter().map(|table| create(table, tables)).collect();
    sql.extend(tables.iter().map(|table| indexes(table)).filter(|sql| !sql.is_empty()));
    if tables.iter().any(|table| table.name == "articles") {
        sql.push(SEARCH.to_owned());
    }
    sql.join("\n")
}

/// The statements that make what is searched by, once the rows are there.
pub(super) fn indexes(table: &Table) -> String {
    let facets = table.headings.iter().filter(|heading| heading.is_facet);
    let index = |heading: &Heading| format!("CREATE INDEX {0}_{1} ON {0}({1});\n", table.name, heading.name);
    facets.map(index).collect()
}

/// The statement that adds a row.
#[cfg(feature = "sqlite")]
pub(super) fn insert(table: &Table) -> String {
    let more = if table.name == "articles" { 2 } else { 1 };
    let marks = vec!["?"; table.headings.len() + more].join(", ");
    format!("INSERT INTO {} VALUES ({marks})", table.name)
}

/// Full-text search over the articles. What it finds is kept in `articles` alone.
pub(super) const SEARCH: &str = "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content=\"articles\", \
                                 content_rowid=\"key\", tokenize=\"porter unicode61\");\n";

fn column(heading: &Heading) -> String {
    let kind = match heading.kind {
        // SQLite has no type for days: ISO text sorts and compares as days do.
        Kind::Text | Kind::Day => "TEXT",
        Kind::Int | Kind::Flag => "INTEGER",
        Kind::Float => "REAL",
    };
    format!("{} {kind}", heading.name)
}

/// What tells one row from all others.
fn key(table: &Table) -> &'static str {
    if table.name == "facts" { "article_key, kind, item" } else { "article_key, item" }
}
