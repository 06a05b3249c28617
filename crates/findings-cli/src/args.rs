//! The arguments: what can be asked of the program. Knows nothing of how it is done.

use clap::{Parser, Subcommand, ValueEnum};
use findings::Day;
use std::path::PathBuf;

/// Reads UK newspaper articles about public inspections and gives back what they say happened.
#[derive(Debug, Parser)]
#[command(name = "findings", version, about, disable_help_subcommand = true)]
#[command(after_help = "Exit codes: 0 done, also with no facts · 1 `check` found differences · 2 usage · \
                        3 finished, but at least one input failed · 4 output could not be written")]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Article in, facts out: one JSON object an article, one a line.
    Extract(Extract),
    /// Compares what is found with what fixture folders say is there.
    Check(Check),
    /// Prints for each rating of an article the clause, the rule and the arguments it chose.
    Explain(Explain),
}

/// `findings extract`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  findings extract article.txt --published 2024-08-20 --pretty\n  \
                        findings extract folder/ > facts.ndjson\n  \
                        findings extract --from ndjson --date-field date dump.ndjson")]
pub struct Extract {
    /// Files, folders (every .txt in them, in order of name), or `-` for standard input.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What is known of the articles.
    #[command(flatten)]
    pub known: Known,
    /// One readable object an article in place of one a line.
    #[arg(long)]
    pub pretty: bool,
    /// The unit that spans count in.
    #[arg(long, value_name = "UNIT", default_value = "bytes")]
    pub offsets: Unit,
    /// Only these kinds of fact; the others are left as empty lists.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Kind>,
    /// How the input is written: an article a file, or a record a line.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub from: Format,
    /// With --from ndjson: the field that holds the article.
    #[arg(long, value_name = "FIELD", default_value = "text")]
    pub text_field: String,
    /// With --from ndjson: the field that holds the article's id.
    #[arg(long, value_name = "FIELD", default_value = "id")]
    pub id_field: String,
    /// With --from ndjson: the field that holds the day of publication.
    #[arg(long, value_name = "FIELD", default_value = "published")]
    pub date_field: String,
    /// With --from ndjson: the field that holds the title.
    #[arg(long, value_name = "FIELD", default_value = "title")]
    pub title_field: String,
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Known {
    /// Day of publication, YYYY-MM-DD; in its absence that of the record, or of an about.json beside the article.
    #[arg(long, value_name = "DATE")]
    pub published: Option<Day>,
    /// Headline, where it is not in the text; in its absence that of the record or the about.json.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
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
}

/// The unit that spans count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Bytes of UTF-8.
    Bytes,
    /// Unicode code points, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript, Java and Excel count.
    Utf16,
}

/// How the input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One article a file.
    Text,
    /// One JSON record a line.
    Ndjson,
}

/// A kind of fact, as the contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
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
