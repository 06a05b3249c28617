//! Parquet: a record a row. Only the columns that are wanted are read, and only a few rows are held. The format is
//! read from its end, so what comes packed or through a pipe is held in memory whole.

use super::open::{Place, Reading, Take};
use super::unread::{Body, Unread};
use super::{Meter, day, reason};
use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;

/// What comes packed or through a pipe may be this long.
const HELD: u64 = 1 << 30;

impl Reading {
    /// A file.
    pub(super) fn parquet_file(
        &self,
        place: &Place,
        file: File,
        meter: &Meter,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let length = file.metadata().map_or(0, |m| m.len());
        self.rows(place, file, take)?;
        meter.add(length);
        ControlFlow::Continue(())
    }

    /// A stream.
    pub(super) fn parquet_stream(
        &self,
        place: &Place,
        input: impl Read,
        take: &mut Take<'_>,
    ) -> ControlFlow<()> {
        let mut bytes = Vec::new();
        match input.take(HELD + 1).read_to_end(&mut bytes) {
            Err(error) => take(Err(place.source.failure(reason(&error)))),
            Ok(length) if length as u64 > HELD => take(Err(place
                .source
                .failure("Parquet of more than 1 GB, packed or through a pipe: unpack it first"))),
            Ok(_) => self.rows(place, Bytes::from(bytes), take),
        }
    }

    fn rows(&self, place: &Place, file: impl ChunkReader + 'static, take: &mut Take<'_>) -> ControlFlow<()> {
        let source = &place.source;
        let rows = match self.open(file) {
            Ok(rows) => rows,
            Err(reason) => return take(Err(source.failure(reason))),
        };
        let (columns, rows) = rows;
        for (row, number) in rows.zip(1_u64..) {
            let source = source.at(number);
            match row {
                Ok(row) => {
                    let cells = columns.map(|at| at.and_then(|at| cell(&row, at)));
                    let is_too_long = cells.iter().flatten().map(Vec::len).sum::<usize>() > self.limit;
                    take(match is_too_long {
                        true => Err(source.failure(self.too_long())),
                        false => Ok(Unread { source, body: Body::Row(cells) }),
                    })?;
                }
                Err(error) => {
                    take(Err(source.failure(format!("{}; what follows is lost", why(&error)))))?;
                    break;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// The wanted columns of a file, by their places in the rows that follow.
    fn open(
        &self,
        file: impl ChunkReader + 'static,
    ) -> Result<(super::fields::Found, RowIter<'static>), String> {
        let reader = SerializedFileReader::new(file).map_err(|e| why(&e))?;
        let schema = reader.metadata().file_metadata().schema_descr().root_schema().clone();
        let names: Vec<&str> = schema.get_fields().iter().map(|f| f.name()).collect();
        let found = self.fields.find(names.iter().copied())?;
        let mut wanted: Vec<usize> = found.iter().flatten().copied().collect();
        wanted.sort_unstable();
        wanted.dedup();
        let fields = wanted.iter().filter_map(|at| schema.get_fields().get(*at).cloned()).collect();
        let projection = Type::group_type_builder(schema.name()).with_fields(fields).build();
        let rows = RowIter::from_file_into(Box::new(reader))
            .with_batch_size(64)
            .project(Some(projection.map_err(|e| why(&e))?))
            .map_err(|e| why(&e))?;
        let columns = found.map(|at| at.and_then(|at| wanted.iter().position(|w| *w == at)));
        Ok((columns, rows))
    }
}

/// A cell as text; none where it is null or of no kind that has one.
fn cell(row: &Row, at: usize) -> Option<Vec<u8>> {
    let since_1970 = |days: i64| day::civil(days).map(|day| day.to_string().into_bytes());
    match row.get_column_iter().nth(at)?.1 {
        Field::Str(text) => Some(text.clone().into_bytes()),
        Field::Bytes(bytes) => Some(bytes.data().to_vec()),
        Field::Byte(n) => Some(n.to_string().into_bytes()),
        Field::Short(n) => Some(n.to_string().into_bytes()),
        Field::Int(n) => Some(n.to_string().into_bytes()),
        Field::Long(n) => Some(n.to_string().into_bytes()),
        Field::UByte(n) => Some(n.to_string().into_bytes()),
        Field::UShort(n) => Some(n.to_string().into_bytes()),
        Field::UInt(n) => Some(n.to_string().into_bytes()),
        Field::ULong(n) => Some(n.to_string().into_bytes()),
        Field::Date(days) => since_1970(i64::from(*days)),
        Field::TimestampMillis(n) => since_1970(n.div_euclid(86_400_000)),
        Field::TimestampMicros(n) => since_1970(n.div_euclid(86_400_000_000)),
        _ => None,
    }
}

fn why(error: &ParquetError) -> String {
    format!("not read as Parquet: {error}")
}
