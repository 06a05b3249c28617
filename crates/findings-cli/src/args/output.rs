//! The arguments that say what is written, where and in which shape.

use crate::output::table_names;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::path::PathBuf;

/// What is written.
#[derive(Clone, Debug, clap::Args, Serialize)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// The file to write, or for tables a folder (`out/`); standard output without it. Written under another name
    /// until it is whole.
    #[arg(short, long, value_name = "FILE|DIR/")]
    #[serde(skip)]
    pub output: Option<PathBuf>,
    /// How it is written; without it as the name of the output says, as text on a terminal, else as ndjson.
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<Form>,
    /// With csv, tsv and parquet: these tables; else all into a folder, or `facts`, a digest, into one file.
    #[arg(long, value_name = "TABLES", value_delimiter = ',',
        value_parser = PossibleValuesParser::new(table_names()))]
    pub table: Vec<String>,
    /// One readable object an article in place of one a line.
    #[arg(long)]
    pub pretty: bool,
    /// The unit that spans count in.
    #[arg(long, value_name = "UNIT", default_value = "bytes", hide_short_help = true)]
    pub offsets: Unit,
    /// Only these kinds of fact; the others are left as empty lists.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Kind>,
    /// CSV files without the mark by which Excel knows UTF-8.
    #[arg(long, hide_short_help = true)]
    pub no_bom: bool,
    /// Puts an apostrophe before cells of CSV and TSV that a spreadsheet would take for a formula.
    #[arg(long, hide_short_help = true)]
    pub excel_safe: bool,
    /// Says on standard error of each article how it was read and what was found.
    #[arg(short, long, help_heading = "Run")]
    #[serde(skip)]
    pub verbose: bool,
}

/// How the output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One JSON object an article, one a line.
    Ndjson,
    /// Tables, a row a fact, for Excel and everything else.
    Csv,
    /// The same, parted by tabs.
    Tsv,
    /// The same tables, typed.
    #[cfg(feature = "parquet")]
    Parquet,
    /// All tables in one database, with the articles to be searched in.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// A summary to read.
    Text,
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

impl From<Unit> for findings::Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
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
