//! Where rendered articles go, one after another, in input order.

use super::{Rendered, Stop};
use crate::args;
use crate::run::Partial;
use std::io::{self, BufWriter, Write};

/// A destination that takes articles in input order.
pub enum Sink {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A file that has its own name only when it is whole.
    File(Partial),
}

impl Sink {
    /// Opens what the arguments name. `begun` is the part of the file that an interrupted run has left, to be
    /// continued.
    pub fn open(args: &args::Output, begun: Option<Partial>) -> Result<Self, Stop> {
        Ok(match (begun, &args.output) {
            (Some(begun), _) => Self::File(begun),
            (None, Some(path)) => Self::File(Partial::create(path)?),
            (None, None) => Self::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock())),
        })
    }

    /// Takes the next article.
    pub fn take(&mut self, rendered: Rendered) -> Result<(), Stop> {
        match self {
            Self::Stdout(out) => out.write_all(&rendered.bytes)?,
            Self::File(file) => file.write_all(&rendered.bytes)?,
        }
        Ok(())
    }

    /// Writes out what is held back, as when a run is interrupted: a file keeps its name of an unfinished one.
    pub fn pause(self) -> Result<(), Stop> {
        match self {
            Self::Stdout(mut out) => out.flush()?,
            Self::File(mut file) => file.flush()?,
        }
        Ok(())
    }

    /// Writes out what is held back, and gives a file its name.
    pub fn finish(self) -> Result<(), Stop> {
        match self {
            Self::Stdout(mut out) => out.flush()?,
            Self::File(file) => file.finish()?,
        }
        Ok(())
    }
}
