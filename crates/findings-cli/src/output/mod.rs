//! Where results go, and in which shape; a closed pipe is told from one that can't be written to. Knows nothing of
//! where articles come from.

mod delimited;
mod form;
mod line;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod plan;
#[cfg(any(feature = "parquet", feature = "sqlite"))]
mod rows;
mod shape;
mod sink;
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;
mod summary;
mod table;
mod tables;

pub use form::{Form, Rendered};
pub use sink::Sink;
pub use sql::create_tables;
pub use table::{Heading, Kind, Table};
pub use tables::{all as all_tables, named as table_named, names as table_names};

use std::fmt::Display;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Why writing ended early.
#[derive(Debug)]
pub enum Stop {
    /// The reader has gone: nothing is wrong.
    Closed,
    /// It could not be written.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Stop::Closed } else { Stop::Failed(error) }
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

/// Buffered standard output.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self { out: BufWriter::with_capacity(1 << 16, io::stdout().lock()) }
    }

    /// Writes a text.
    pub fn text(&mut self, text: impl Display) -> Result<(), Stop> {
        Ok(write!(self.out, "{text}")?)
    }

    /// Writes bytes.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        Ok(self.out.write_all(bytes)?)
    }

    /// Writes an object on a line of its own, or on many if it is to be readable.
    pub fn object(&mut self, object: &impl serde::Serialize, is_pretty: bool) -> Result<(), Stop> {
        if is_pretty {
            serde_json::to_writer_pretty(&mut self.out, object)?;
        } else {
            serde_json::to_writer(&mut self.out, object)?;
        }
        Ok(self.out.write_all(b"\n")?)
    }

    /// Writes out what is held back.
    pub fn finish(mut self) -> Result<(), Stop> {
        Ok(self.out.flush()?)
    }
}
