//! The arguments that say what is written, where and in which shape.

use clap::ValueEnum;
use serde::Serialize;
use std::path::PathBuf;

/// What is written.
#[derive(Clone, Debug, clap::Args, Serialize)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// The file to write; standard output without it. Written under another name until it is whole.
    #[arg(short, long, value_name = "FILE")]
    #[serde(skip)]
    pub output: Option<PathBuf>,
    /// How it is written.
    #[arg(short, long, value_name = "FORMAT", default_value = "ndjson")]
    pub format: Form,
    /// One readable object an article in place of one a line.
    #[arg(long)]
    pub pretty: bool,
    /// The unit that spans count in.
    #[arg(long, value_name = "UNIT", default_value = "bytes")]
    pub offsets: Unit,
    /// Only these kinds of fact; the others are left as empty lists.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Kind>,
}

/// How the output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One JSON object an article, one a line.
    Ndjson,
}

/// The unit that spans count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Bytes of UTF-8.
    Bytes,
    /// Unicode code points, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript, Java and Excel count.
    Utf16,
}

/// A kind of fact, as the contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the contract's")]
pub enum Kind {
    Bodies,
    Providers,
    Ratings,
    Tallies,
    Measures,
    Inspections,
    Money,
    Dates,
    Quotes,
    Furniture,
    Notes,
}
