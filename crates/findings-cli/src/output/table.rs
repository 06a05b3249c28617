//! What a table is: a name, columns that each know their type and how they are read off a fact, and the rows of an
//! article. CSV, Parquet, SQLite and the schema are all made of this and of nothing else.

use super::page::{Page, Place};
use findings::{Basis, Day, Edtf, Part, Rule, Span};

/// The type of a column. Every column may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// A number with a fraction.
    Float,
    /// True or false.
    Flag,
    /// A day of the calendar.
    Day,
}

/// What stands in a row at a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text of the article or the knowledge.
    Text(&'a str),
    /// Text made for the table.
    Made(String),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// True or false.
    Flag(bool),
    /// A day of the calendar.
    Day(Day),
}

/// A column as the outside sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name: needs no quoting in SQL.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it means.
    pub doc: &'static str,
    /// True where people filter and count by it: SQLite keeps an index.
    pub is_facet: bool,
}

/// A fact with its number in the article's list and the page that it stands on.
pub(super) struct Row<'r, F> {
    /// The fact.
    pub fact: &'r F,
    /// From 0, as `same_as` and the lists of `inspections` count.
    pub item: usize,
    /// Its article.
    pub page: &'r Page<'r>,
    /// Where it stands, if it stands anywhere.
    pub place: Option<Place<'r>>,
}

/// How a column is read off a row.
enum Read<F> {
    Text(for<'r> fn(&Row<'r, F>) -> Option<&'r str>),
    Made(fn(&Row<'_, F>) -> Option<String>),
    Int(fn(&Row<'_, F>) -> Option<i64>),
    Float(fn(&Row<'_, F>) -> Option<f64>),
    Flag(fn(&Row<'_, F>) -> Option<bool>),
    Day(fn(&Row<'_, F>) -> Option<Day>),
    /// A date as the article gives it.
    Date(for<'r> fn(&Row<'r, F>) -> Option<&'r Edtf>),
    /// The same, where it is one whole day.
    WholeDay(for<'r> fn(&Row<'r, F>) -> Option<&'r Edtf>),
}

impl<F> Read<F> {
    fn kind(&self) -> Kind {
        match self {
            Self::Text(_) | Self::Made(_) | Self::Date(_) => Kind::Text,
            Self::Int(_) => Kind::Int,
            Self::Float(_) => Kind::Float,
            Self::Flag(_) => Kind::Flag,
            Self::Day(_) | Self::WholeDay(_) => Kind::Day,
        }
    }

    fn cell<'r>(&self, row: &Row<'r, F>) -> Cell<'r> {
        let cell = match self {
            Self::Text(read) => read(row).map(Cell::Text),
            Self::Made(read) => read(row).map(Cell::Made),
            Self::Int(read) => read(row).map(Cell::Int),
            Self::Float(read) => read(row).map(Cell::Float),
            Self::Flag(read) => read(row).map(Cell::Flag),
            Self::Day(read) => read(row).map(Cell::Day),
            Self::Date(read) => read(row).map(|date| Cell::Text(date.as_str())),
            Self::WholeDay(read) => read(row).and_then(|date| date.as_str().parse().ok()).map(Cell::Day),
        };
        cell.unwrap_or(Cell::Empty)
    }
}

/// The columns of a table, each with how it is read.
pub(super) struct Columns<F> {
    all: Vec<(Heading, Read<F>)>,
}

impl<F> Default for Columns<F> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<F> Columns<F> {
    fn and(mut self, name: &'static str, doc: &'static str, read: Read<F>) -> Self {
        self.all.push((Heading { name, kind: read.kind(), doc, is_facet: false }, read));
        self
    }

    /// And text that stands somewhere already.
    pub(super) fn text(
        self,
        name: &'static str,
        doc: &'static str,
        read: for<'r> fn(&Row<'r, F>) -> Option<&'r str>,
    ) -> Self {
        self.and(name, doc, Read::Text(read))
    }

    /// And such text that people filter and count by: see [`Heading::is_facet`].
    pub(super) fn facet(
        self,
        name: &'static str,
        doc: &'static str,
        read: for<'r> fn(&Row<'r, F>) -> Option<&'r str>,
    ) -> Self {
        let mut columns = self.text(name, doc, read);
        if let Some((heading, _)) = columns.all.last_mut() {
            heading.is_facet = true;
        }
        columns
    }

    /// And text that is put together for it.
    pub(super) fn made(
        self,
        name: &'static str,
        doc: &'static str,
        read: fn(&Row<'_, F>) -> Option<String>,
    ) -> Self {
        self.and(name, doc, Read::Made(read))
    }

    /// And a whole number.
    pub(super) fn int(
        self,
        name: &'static str,
        doc: &'static str,
        read: fn(&Row<'_, F>) -> Option<i64>,
    ) -> Self {
        self.and(name, doc, Read::Int(read))
    }

    /// And a number with a fraction.
    pub(super) fn float(
        self,
        name: &'static str,
        doc: &'static str,
        read: fn(&Row<'_, F>) -> Option<f64>,
    ) -> Self {
        self.and(name, doc, Read::Float(read))
    }

    /// And a true or false.
    pub(super) fn flag(
        self,
        name: &'static str,
        doc: &'static str,
        read: fn(&Row<'_, F>) -> Option<bool>,
    ) -> Self {
        self.and(name, doc, Read::Flag(read))
    }

    /// And a day.
    pub(super) fn day(
        self,
        name: &'static str,
        doc: &'static str,
        read: fn(&Row<'_, F>) -> Option<Day>,
    ) -> Self {
        self.and(name, doc, Read::Day(read))
    }

    /// And a date at whatever precision, with a second column for those that are one whole day.
    pub(super) fn dated(
        self,
        name: &'static str,
        name_of_day: &'static str,
        doc: &'static str,
        read: for<'r> fn(&Row<'r, F>) -> Option<&'r Edtf>,
    ) -> Self {
        self.and(name, doc, Read::Date(read)).and(
            name_of_day,
            "The same, where it is one whole day.",
            Read::WholeDay(read),
        )
    }
}

/// A fact that stands somewhere.
pub(super) trait Stands {
    /// Where, in bytes; none for what was grouped of others and stands nowhere itself.
    fn stands(&self, page: &Page<'_>) -> Option<(Part, Span)>;
}

/// A fact that has its reasons.
pub(super) trait Reasoned {
    /// How directly the article says it, and what read it.
    fn why(&self) -> (Basis, &Rule);
}

/// Takes the rows of an article, cell by cell.
pub(super) type Take<'t> = dyn FnMut(&[Cell<'_>]) + 't;

/// Finds the rows of an article.
type Rows = dyn Fn(&Page<'_>, &mut Take<'_>) + Send + Sync;

/// A table.
pub struct Table {
    /// Its name: the kind of fact, as NDJSON has it.
    pub name: &'static str,
    /// What a row is.
    pub doc: &'static str,
    /// Its columns, in order.
    pub headings: Vec<Heading>,
    rows: Box<Rows>,
}

impl Table {
    /// A table of facts that stand in the article's lists.
    pub(super) fn of<F: Stands + 'static>(
        name: &'static str,
        doc: &'static str,
        list: for<'p> fn(&Page<'p>) -> &'p [F],
        columns: Columns<F>,
    ) -> Self {
        Self::with(name, doc, columns, move |page, take| {
            for (item, fact) in list(page).iter().enumerate() {
                take(item, fact);
            }
        })
    }

    /// A table of what is brought together from the article's lists.
    pub(super) fn gathered<F: Stands + 'static>(
        name: &'static str,
        doc: &'static str,
        list: fn(&Page<'_>) -> Vec<F>,
        columns: Columns<F>,
    ) -> Self {
        Self::with(name, doc, columns, move |page, take| {
            for (item, fact) in list(page).iter().enumerate() {
                take(item, fact);
            }
        })
    }

    fn with<F: Stands + 'static>(
        name: &'static str,
        doc: &'static str,
        columns: Columns<F>,
        each: impl Fn(&Page<'_>, &mut dyn FnMut(usize, &F)) + Send + Sync + 'static,
    ) -> Self {
        let headings = columns.all.iter().map(|(heading, _)| *heading).collect();
        let rows = move |page: &Page<'_>, take: &mut Take<'_>| {
            each(page, &mut |item, fact| {
                let place = fact.stands(page).map(|(part, span)| page.place(part, span));
                let row = Row { fact, item, page, place };
                let cells: Vec<Cell<'_>> = columns.all.iter().map(|(_, read)| read.cell(&row)).collect();
                take(&cells);
            });
        };
        Self { name, doc, headings, rows: Box::new(rows) }
    }

    /// Hands every row that an article has in the table to `take`, in order.
    pub(super) fn rows(&self, page: &Page<'_>, take: &mut Take<'_>) {
        (self.rows)(page, take);
    }
}
