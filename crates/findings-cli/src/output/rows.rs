//! The rows of one article, kept until the one who writes typed files takes them.

use super::page::Page;
use super::table::{Cell, Table};

/// The rows of one article.
#[derive(Debug)]
pub(super) struct Rows {
    /// For each table its rows.
    pub tables: Vec<Vec<Vec<Cell<'static>>>>,
    /// The article's text.
    #[cfg(feature = "sqlite")]
    pub text: String,
}

impl Rows {
    /// What an article has in the tables.
    pub(super) fn of(tables: &[&Table], page: &Page<'_>) -> Self {
        let rows = |table: &&Table| {
            let mut rows = Vec::new();
            table.rows(page, &mut |cells| rows.push(cells.iter().map(owned).collect()));
            rows
        };
        Self {
            tables: tables.iter().map(rows).collect(),
            #[cfg(feature = "sqlite")]
            text: page.input.text.clone(),
        }
    }
}

fn owned(cell: &Cell<'_>) -> Cell<'static> {
    match cell {
        Cell::Empty => Cell::Empty,
        Cell::Text(text) => Cell::Made((*text).to_owned()),
        Cell::Made(text) => Cell::Made(text.clone()),
        Cell::Int(number) => Cell::Int(*number),
        Cell::Float(number) => Cell::Float(*number),
        Cell::Flag(flag) => Cell::Flag(*flag),
        Cell::Day(day) => Cell::Day(*day),
    }
}
