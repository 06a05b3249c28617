//! The arguments: what can be asked of the program. Knows nothing of how it is done.

mod extract;
mod input;
mod manners;
mod output;
mod run;

pub use extract::Extract;
pub use input::{Choice, Fields, From, Input, Known, Order};
pub use manners::{Colour, Completions, Man, Manners, Reader, Schema};
pub use output::{Form, Kind, Output, Unit};
pub use run::{Run, When};

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Reads UK newspaper articles about public inspections and gives back what they say happened.
#[derive(Debug, Parser)]
#[command(name = "findings", version, about, disable_help_subcommand = true)]
#[command(
    after_help = "Examples:\n  findings extract article.txt\n  findings extract articles/ -o facts.csv\n  \
                        findings explain article.txt\n\n\
                        Exit codes:\n  0  done, also with no facts\n  1  `check` found differences\n  \
                        2  usage, settings or knowledge that can't be used\n  \
                        3  finished, but at least one input failed\n  4  output could not be written"
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub manners: Manners,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Article in, facts out: one JSON object an article, one a line.
    Extract(Box<Extract>),
    /// Compares what is found with what fixture folders say is there.
    Check(Check),
    /// Prints for each rating of an article the clause, the rule and the arguments it chose.
    Explain(Explain),
    /// Who inspects, by which scales and from when to when: lists, shows, checks.
    Knowledge(Knowledge),
    /// What the output looks like: JSON Schema, or how to load it into DuckDB, polars, SQLite.
    Schema(Schema),
    /// Prints what a shell needs to complete arguments.
    Completions(Completions),
    /// Prints a page of the manual.
    Man(Man),
}

/// Knowledge of one's own.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Knowledge")]
pub struct Own {
    /// Knowledge files of your own, or folders of such, beside the built-in ones; may be given again.
    #[arg(long, value_name = "FILE|DIR")]
    pub knowledge: Vec<PathBuf>,
}

/// `findings knowledge`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = false)]
#[command(
    after_help = "Examples:\n  findings knowledge show ofsted\n  findings knowledge check my-knowledge/\n  \
                        findings knowledge scale --body ofsted --date 2013-05-01 --kind school"
)]
pub struct Knowledge {
    /// What to do; without it, every body is listed with its scales.
    #[command(subcommand)]
    pub command: Option<KnowledgeCommand>,
    /// The whole as one JSON object: bodies, scales, frameworks, services, aspects, furniture.
    #[arg(long)]
    pub json: bool,
    /// Knowledge of one's own.
    #[command(flatten)]
    pub own: Own,
}

/// What to do with the knowledge.
#[derive(Debug, Subcommand)]
pub enum KnowledgeCommand {
    /// Prints an entry as its file has it, and what belongs to it.
    Show(Show),
    /// Checks files of your own together with the built-in ones, and counts the entries.
    Check(KnowledgeCheck),
    /// Says which scale was in force.
    Scale(Scale),
    /// Rewrites knowledge files in their canonical form.
    Fmt(Fmt),
}

/// `findings knowledge show`.
#[derive(Debug, clap::Args)]
pub struct Show {
    /// The id of a body, scale, framework, regime, service or label word.
    pub id: String,
}

/// `findings knowledge check`.
#[derive(Debug, clap::Args)]
pub struct KnowledgeCheck {
    /// Knowledge files, or folders of such; none for the built-in ones alone.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// `findings knowledge scale`.
#[derive(Debug, clap::Args)]
pub struct Scale {
    /// Who judged: the id of a body.
    #[arg(long, value_name = "ID")]
    pub body: Option<String>,
    /// The day, month or year of the inspection.
    #[arg(long, value_name = "DATE")]
    pub date: Option<findings::knowledge::When>,
    /// The kind of provider.
    #[arg(long, value_name = "ID")]
    pub kind: Option<String>,
    /// The service of it that was judged.
    #[arg(long, value_name = "ID")]
    pub service: Option<String>,
    /// A label or number, to be found on the scale.
    #[arg(long, value_name = "LABEL")]
    pub label: Option<String>,
}

/// `findings knowledge fmt`.
#[derive(Debug, clap::Args)]
pub struct Fmt {
    /// Knowledge files, or folders of such.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Only says which files are not in canonical form.
    #[arg(long)]
    pub check: bool,
}

/// `findings check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Fixture folders (article.txt, facts.json and about.json), or folders of such.
    #[arg(value_name = "DIR")]
    pub paths: Vec<PathBuf>,
    /// The report as one JSON object.
    #[arg(long)]
    pub json: bool,
    /// Knowledge of one's own.
    #[command(flatten)]
    pub own: Own,
    /// In place of the report the `gaps` that each facts.json would need to pass, to be read before they are pasted.
    #[arg(long, conflicts_with = "json")]
    pub gaps: bool,
}

/// `findings explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The article, or `-` for standard input.
    #[arg(value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// What is known of the article.
    #[command(flatten)]
    pub known: Known,
    /// Knowledge of one's own.
    #[command(flatten)]
    pub own: Own,
}
