//! Where rendered articles go, one after another, in input order.

use super::delimited::Dialect;
use super::form::Content;
use super::plan::{Plan, Target};
use super::{Form, Rendered, Stop};
use crate::args;
use crate::run::Partial;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// A destination that takes articles in input order.
pub struct Sink(Open);

/// What is open.
enum Open {
    /// A file, or one for each table.
    Files(Vec<File>),
    #[cfg(feature = "parquet")]
    Parquet(Vec<super::parquet::Writer>),
    #[cfg(feature = "sqlite")]
    Sqlite(Box<super::sqlite::Database>),
}

impl Sink {
    /// Opens what the form writes to. `begun` is the part of the file that an interrupted run has left, to be
    /// continued.
    pub fn open(form: &Form, begun: Option<Partial>) -> Result<Self, Stop> {
        if let Some(begun) = begun {
            return Ok(Self(Open::Files(vec![File::Named(begun)])));
        }
        let plan = &form.plan;
        if let Target::Folder(folder) = &plan.target {
            fs::create_dir_all(folder)?;
        }
        Ok(Self(match plan.form {
            args::Form::Ndjson | args::Form::Text => Open::Files(vec![File::open(plan.path(None))?]),
            args::Form::Csv | args::Form::Tsv => Open::Files(delimited(plan)?),
            #[cfg(feature = "parquet")]
            args::Form::Parquet => {
                let writer = |table: &&'static _| {
                    super::parquet::Writer::open(table, File::open(plan.path(Some(table)))?)
                };
                Open::Parquet(plan.tables.iter().map(writer).collect::<Result<_, Stop>>()?)
            }
            #[cfg(feature = "sqlite")]
            args::Form::Sqlite => {
                let path = plan.path(None).unwrap_or_default();
                Open::Sqlite(Box::new(super::sqlite::Database::create(&path, &plan.tables)?))
            }
        }))
    }

    /// Takes the next article.
    pub fn take(&mut self, rendered: Rendered) -> Result<(), Stop> {
        match (&mut self.0, rendered.content) {
            (Open::Files(files), Content::Bytes(parts)) => {
                for (file, bytes) in files.iter_mut().zip(parts) {
                    file.write_all(&bytes)?;
                }
            }
            #[cfg(feature = "parquet")]
            (Open::Parquet(writers), Content::Rows(rows)) => {
                for (writer, rows) in writers.iter_mut().zip(rows.tables) {
                    writer.take(rows)?;
                }
            }
            #[cfg(feature = "sqlite")]
            (Open::Sqlite(database), Content::Rows(rows)) => database.take(&rows)?,
            #[cfg(any(feature = "parquet", feature = "sqlite"))]
            _ => return Err(io::Error::other("rendered in another form than the one that is written").into()),
        }
        Ok(())
    }

    /// Writes out what is held back, as when a run is interrupted: a file keeps its name of an unfinished one.
    pub fn pause(self) -> Result<(), Stop> {
        match self.0 {
            Open::Files(files) => {
                for mut file in files {
                    file.flush()?;
                }
            }
            #[cfg(feature = "parquet")]
            Open::Parquet(writers) => {
                for writer in writers {
                    writer.close()?;
                }
            }
            #[cfg(feature = "sqlite")]
            Open::Sqlite(database) => database.close()?,
        }
        Ok(())
    }

    /// Writes out what is held back, and gives every file its name.
    pub fn finish(self) -> Result<(), Stop> {
        match self.0 {
            Open::Files(files) => {
                for file in files {
                    file.finish()?;
                }
            }
            #[cfg(feature = "parquet")]
            Open::Parquet(writers) => {
                let files: Vec<File> =
                    writers.into_iter().map(super::parquet::Writer::close).collect::<Result<_, Stop>>()?;
                for file in files {
                    file.finish()?;
                }
            }
            #[cfg(feature = "sqlite")]
            Open::Sqlite(database) => database.finish()?,
        }
        Ok(())
    }
}

/// A file for each table, with the names of its columns.
fn delimited(plan: &Plan) -> io::Result<Vec<File>> {
    let dialect = Dialect::of(plan.form, &plan.args);
    let open = |table: &&'static _| {
        let mut file = File::open(plan.path(Some(table)))?;
        file.write_all(&dialect.head(table))?;
        Ok(file)
    };
    plan.tables.iter().map(open).collect()
}

/// A file in the making, or standard output.
pub(super) enum File {
    Stdout(BufWriter<io::Stdout>),
    Named(Partial),
}

impl File {
    fn open(path: Option<PathBuf>) -> io::Result<Self> {
        Ok(match path {
            Some(path) => Self::Named(Partial::create(&path)?),
            None => Self::Stdout(BufWriter::with_capacity(1 << 16, io::stdout())),
        })
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Stdout(mut out) => out.flush(),
            Self::Named(file) => file.finish(),
        }
    }
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Named(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Named(file) => file.flush(),
        }
    }
}
