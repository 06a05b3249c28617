//! Where results go: standard output, with a closed pipe told from one that can't be written to.

use crate::args::{Extract, Kind, Unit};
use anyhow::Result;
use findings::{Article, Extraction, Offsets};
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

/// An extraction in the shape that was asked for.
pub fn shape(mut extraction: Extraction, article: &Article<'_>, args: &Extract) -> Extraction {
    keep(&mut extraction, &args.only);
    extraction.counted_in(
        match args.offsets {
            Unit::Bytes => Offsets::Bytes,
            Unit::Chars => Offsets::Chars,
            Unit::Utf16 => Offsets::Utf16,
        },
        article,
    )
}

/// Empties the kinds that were not asked for; all are kept where none was named.
fn keep(extraction: &mut Extraction, only: &[Kind]) {
    let dropped = |kind| !only.is_empty() && !only.contains(&kind);
    let Extraction { bodies, providers, ratings, tallies, measures, inspections, .. } = extraction;
    clear_if(dropped(Kind::Bodies), bodies);
    clear_if(dropped(Kind::Providers), providers);
    clear_if(dropped(Kind::Ratings), ratings);
    clear_if(dropped(Kind::Tallies), tallies);
    clear_if(dropped(Kind::Measures), measures);
    clear_if(dropped(Kind::Inspections), inspections);
    let Extraction { money, dates, quotes, furniture, notes, .. } = extraction;
    clear_if(dropped(Kind::Money), money);
    clear_if(dropped(Kind::Dates), dates);
    clear_if(dropped(Kind::Quotes), quotes);
    clear_if(dropped(Kind::Furniture), furniture);
    if dropped(Kind::Notes) {
        // Why a date that was asked for has no value is part of the answer.
        notes.retain(|note| {
            dates.iter().any(|d| d.value.is_none() && (d.span, d.part) == (note.span, note.part))
        });
    }
}

fn clear_if<T>(is_dropped: bool, facts: &mut Vec<T>) {
    if is_dropped {
        facts.clear();
    }
}
