//! Rows as an SQLite database: tables with keys, indexes on what people filter by, search over the articles. It is
//! written under another name and without a journal: half a database is never taken for a whole one.

use super::Stop;
use super::rows::Rows;
use super::sql;
use super::table::{Cell, Table};
use crate::run::part_of;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Articles in one transaction.
const BATCH: i64 = 5000;

/// A database in the making.
pub(super) struct Database {
    connection: Connection,
    tables: Vec<&'static Table>,
    inserts: Vec<String>,
    articles: i64,
    part: PathBuf,
    path: PathBuf,
}

impl Database {
    /// Begins a database; what an earlier run has left of it is dropped.
    pub(super) fn create(path: &Path, tables: &[&'static Table]) -> Result<Self, Stop> {
        let part = part_of(path);
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let connection = Connection::open(&part).map_err(stop)?;
        connection
            .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
            .map_err(stop)?;
        for table in tables {
            connection.execute_batch(&sql::create(table, tables)).map_err(stop)?;
        }
        connection.execute_batch("BEGIN").map_err(stop)?;
        connection.set_prepared_statement_cache_capacity(tables.len());
        let inserts = tables.iter().map(|table| sql::insert(table)).collect();
        Ok(Self { connection, tables: tables.to_vec(), inserts, articles: 0, part, path: path.to_owned() })
    }

    /// Takes the rows of the next article.
    pub(super) fn take(&mut self, rows: &Rows) -> Result<(), Stop> {
        self.articles += 1;
        let whole = Cell::Text(&rows.text);
        for ((table, insert), rows) in self.tables.iter().zip(&self.inserts).zip(&rows.tables) {
            let mut statement = self.connection.prepare_cached(insert).map_err(stop)?;
            for row in rows {
                let key = Cell::Int(self.articles);
                let text = (table.name == "articles").then_some(&whole);
                let cells = std::iter::once(&key).chain(row).chain(text);
                statement.execute(params_from_iter(cells)).map_err(stop)?;
            }
        }
        if self.articles % BATCH == 0 {
            self.connection.execute_batch("COMMIT; BEGIN").map_err(stop)?;
        }
        Ok(())
    }

    /// Writes out what is held back; the database keeps its name of an unfinished one.
    pub(super) fn close(self) -> Result<(), Stop> {
        self.connection.execute_batch("COMMIT").map_err(stop)
    }

    /// Makes what is searched by, and gives the database its name.
    pub(super) fn finish(self) -> Result<(), Stop> {
        let mut last = String::from("COMMIT;\n");
        for table in &self.tables {
            last.push_str(&sql::indexes(table));
        }
        last.push_str(sql::SEARCH);
        last.push_str("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');\nANALYZE;");
        self.connection.execute_batch(&last).map_err(stop)?;
        self.connection.close().map_err(|(_, error)| stop(error))?;
        Ok(fs::rename(&self.part, &self.path)?)
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Empty => ToSqlOutput::Owned(Value::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Made(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Int(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Float(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Self::Flag(flag) => ToSqlOutput::Owned(Value::Integer((*flag).into())),
            Self::Day(day) => ToSqlOutput::Owned(Value::Text(day.to_string())),
        })
    }
}

fn stop(error: rusqlite::Error) -> Stop {
    io::Error::other(error).into()
}
