//! The arguments that say how a run goes.

use clap::ValueEnum;
use std::path::PathBuf;

/// How a run goes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Run")]
pub struct Run {
    /// How many articles are read at once; 0 for as many as there are processors. The output is the same for all.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Goes on with an interrupted -o FILE: what is done under the same knowledge and options is not done again.
    #[arg(long, requires = "output")]
    pub resume: bool,
    /// Writes what the run was and did: versions, knowledge, options, counts, failures.
    #[arg(long, value_name = "FILE")]
    pub manifest: Option<PathBuf>,
    /// Writes each failure as a JSON record, beside its line on standard error.
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
    /// Whether progress is shown on standard error, where that is a terminal.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub progress: When,
    /// No progress and no summary, only failures.
    #[arg(short, long)]
    pub quiet: bool,
}

/// When something is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    #[default]
    Auto,
    /// Never.
    Never,
}
