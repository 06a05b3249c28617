//! The arguments that every command takes, and the commands about the program itself.

use crate::output::table_names;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

/// What every command takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Manners {
    /// Colours: `auto` (on a terminal, unless NO_COLOR is set), `always` or `never`.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Colour,
    /// Settings of this file, in place of the nearest findings.toml upward.
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub config: Option<PathBuf>,
    /// No settings of any file.
    #[arg(long, global = true, conflicts_with = "config", hide_short_help = true)]
    pub isolated: bool,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// `findings schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  findings schema > findings.schema.json\n  \
                        findings schema --for duckdb\n  \
                        findings schema --for polars --table ratings")]
pub struct Schema {
    /// For whom.
    #[arg(long = "for", value_name = "READER", default_value = "json-schema")]
    pub reader: Reader,
    /// Of this table, in place of the NDJSON.
    #[arg(long, value_name = "TABLE", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(table_names()))]
    pub table: Option<String>,
}

/// Who wants the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// JSON Schema, draft 2020-12.
    JsonSchema,
    /// A statement that loads the output into DuckDB with the right types.
    Duckdb,
    /// Python that loads the output into polars with the right types.
    Polars,
    /// The statements that make the tables of an SQLite output.
    Sqlite,
}

/// `findings completions`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  findings completions bash > ~/.local/share/bash-completion/completions/findings\n  \
                        findings completions zsh > ~/.zfunc/_findings"
)]
pub struct Completions {
    /// Which shell.
    pub shell: clap_complete::Shell,
}

/// `findings man`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  findings man > findings.1\n  findings man extract > findings-extract.1")]
pub struct Man {
    /// The command that the page is about; without it, the program.
    #[arg(value_parser = ["extract", "check", "explain", "knowledge", "schema", "completions", "man"])]
    pub command: Option<String>,
}
