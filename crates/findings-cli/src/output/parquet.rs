//! Rows as Parquet: typed columns, compressed, a row group at a time so that memory stays bounded.

use super::Stop;
use super::sink::File;
use super::table::{Cell, Heading, Kind, Table};
use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use findings::Day;
use jiff::civil::Date;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

/// Rows that are gathered before they are handed on.
const BATCH: usize = 2048;
/// Bytes that a row group may take in memory.
const GROUP: usize = 8 << 20;

/// The file of one table.
pub(super) struct Writer {
    columns: Vec<Column>,
    rows: usize,
    schema: Arc<Schema>,
    out: ArrowWriter<File>,
}

impl Writer {
    /// Begins the file of a table.
    pub(super) fn open(table: &Table, file: File) -> Result<Self, Stop> {
        let schema = Arc::new(Schema::new(table.headings.iter().map(field).collect::<Vec<_>>()));
        let level = ZstdLevel::try_new(3).map_err(stop)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by(concat!("findings ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let out = ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties)).map_err(stop)?;
        let columns = table.headings.iter().map(|heading| Column::new(heading.kind)).collect();
        Ok(Self { columns, rows: 0, schema, out })
    }

    /// Takes the rows of the next article.
    pub(super) fn take(&mut self, rows: Vec<Vec<Cell<'static>>>) -> Result<(), Stop> {
        for row in rows {
            for (column, cell) in self.columns.iter_mut().zip(row) {
                column.push(&cell);
            }
            self.rows += 1;
        }
        if self.rows >= BATCH { self.hand_on() } else { Ok(()) }
    }

    fn hand_on(&mut self) -> Result<(), Stop> {
        let arrays: Vec<ArrayRef> = self.columns.iter_mut().map(Column::finish).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays).map_err(io::Error::other)?;
        self.rows = 0;
        self.out.write(&batch).map_err(stop)?;
        if self.out.in_progress_size() > GROUP {
            self.out.flush().map_err(stop)?;
        }
        Ok(())
    }

    /// Writes what is held back, and gives the file as it is then: whole, but not yet named.
    pub(super) fn close(mut self) -> Result<File, Stop> {
        if self.rows > 0 {
            self.hand_on()?;
        }
        self.out.into_inner().map_err(stop)
    }
}

fn field(heading: &Heading) -> Field {
    let kind = match heading.kind {
        Kind::Text => DataType::Utf8,
        Kind::Int => DataType::Int64,
        Kind::Float => DataType::Float64,
        Kind::Flag => DataType::Boolean,
        Kind::Day => DataType::Date32,
    };
    let doc = HashMap::from([("description".to_owned(), heading.doc.to_owned())]);
    Field::new(heading.name, kind, true).with_metadata(doc)
}

/// A column that is being gathered.
enum Column {
    Text(StringBuilder),
    Int(Int64Builder),
    Float(Float64Builder),
    Flag(BooleanBuilder),
    Day(Date32Builder),
}

impl Column {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(StringBuilder::new()),
            Kind::Int => Self::Int(Int64Builder::new()),
            Kind::Float => Self::Float(Float64Builder::new()),
            Kind::Flag => Self::Flag(BooleanBuilder::new()),
            Kind::Day => Self::Day(Date32Builder::new()),
        }
    }

    /// A cell of another kind than the column's, which no table has, is empty.
    fn push(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Self::Text(column), Cell::Text(text)) => column.append_value(text),
            (Self::Text(column), Cell::Made(text)) => column.append_value(text),
            (Self::Text(column), _) => column.append_null(),
            (Self::Int(column), Cell::Int(number)) => column.append_value(*number),
            (Self::Int(column), _) => column.append_null(),
            (Self::Float(column), Cell::Float(number)) => column.append_value(*number),
            (Self::Float(column), _) => column.append_null(),
            (Self::Flag(column), Cell::Flag(flag)) => column.append_value(*flag),
            (Self::Flag(column), _) => column.append_null(),
            (Self::Day(column), Cell::Day(day)) => column.append_option(since_1970(*day)),
            (Self::Day(column), _) => column.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(column) => Arc::new(column.finish()),
            Self::Int(column) => Arc::new(column.finish()),
            Self::Float(column) => Arc::new(column.finish()),
            Self::Flag(column) => Arc::new(column.finish()),
            Self::Day(column) => Arc::new(column.finish()),
        }
    }
}

/// Days since 1 January 1970.
fn since_1970(day: Day) -> Option<i32> {
    let date = Date::new(day.year(), i8::try_from(day.month()).ok()?, i8::try_from(day.day()).ok()?).ok()?;
    Some(Date::constant(1970, 1, 1).until(date).ok()?.get_days())
}

/// What stopped the writer: a closed pipe is told from a full disk.
fn stop(error: ParquetError) -> Stop {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => (*error).into(),
            Err(error) => io::Error::other(error).into(),
        },
        error => io::Error::other(error).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let since = |text: &str| since_1970(text.parse().unwrap());
        assert_eq!(since("1970-01-01"), Some(0));
        assert_eq!(since("1969-12-31"), Some(-1));
        assert_eq!(since("2024-08-20"), Some(19_955));
    }
}
