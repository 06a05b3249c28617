//! The arguments: what can be asked of the program. Knows nothing of how it is done.

use clap::{Parser, Subcommand, ValueEnum};
use findings::{Day, DayOrder, Options};
use std::path::PathBuf;

/// Reads UK newspaper articles about public inspections and gives back what they say happened.
#[derive(Debug, Parser)]
#[command(name = "findings", version, about, disable_help_subcommand = true)]
#[command(
    after_help = "Exit codes: 0 done, also with no facts · 1 `check` found differences · 2 usage, or knowledge that can't be used · \
                        3 finished, but at least one input failed · 4 output could not be written"
)]
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
    /// Who inspects, by which scales and from when to when: lists, shows, checks.
    Knowledge(Knowledge),
}

/// Knowledge of one's own.
#[derive(Clone, Debug, Default, clap::Args)]
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
    /// Knowledge of one's own.
    #[command(flatten)]
    pub own: Own,
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
    /// What comes first in a date in figures: "3/4/2024" is in April, or in March.
    #[arg(long, value_name = "ORDER", default_value = "day-first")]
    pub day_order: Order,
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

/// What comes first in a date in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The day, as UK papers write.
    #[default]
    DayFirst,
    /// The month, as papers of the United States write.
    MonthFirst,
}

impl Known {
    /// What the library is to know of how figures are written.
    pub fn options(&self) -> Options {
        let day_order = match self.day_order {
            Order::DayFirst => DayOrder::DayFirst,
            Order::MonthFirst => DayOrder::MonthFirst,
        };
        Options { day_order }
    }
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
