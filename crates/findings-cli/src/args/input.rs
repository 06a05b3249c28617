//! The arguments that say what is read, and how.

use clap::ValueEnum;
use findings::{Day, DayOrder, Options};
use serde::Serialize;
use std::path::PathBuf;

/// What is read.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Input")]
pub struct Input {
    /// Files, folders (every article file in them, in order of name), or `-` for standard input.
    #[arg(value_name = "PATH", help_heading = None)]
    #[serde(skip)]
    pub paths: Vec<PathBuf>,
    /// Reads the paths that a file names, one a line; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    pub files_from: Option<PathBuf>,
    /// Lists what would be read, and reads none of it.
    #[arg(long)]
    #[serde(skip)]
    pub files: bool,
    /// What is known of the articles.
    #[command(flatten)]
    pub known: Known,
    /// How the input is written; told by its name, then by its first bytes, where this is not given. Each also in
    /// .gz, .zst and .zip.
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    pub from: From,
    /// Which files and which folders of those at the paths.
    #[command(flatten)]
    pub choice: Choice,
    /// Where the fields of a record are.
    #[command(flatten)]
    pub fields: Fields,
    /// The encoding of every input, as `windows-1252`; otherwise what it declares, or a guess, which is noted.
    #[arg(short = 'E', long, value_name = "NAME", default_value = "auto")]
    pub encoding: String,
    /// Leaves characters as they are that were decoded wrongly before they came here ("Â£68m").
    #[arg(long)]
    pub no_repair: bool,
    /// An article longer than this is not read; K, M and G are understood.
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size)]
    pub max_doc_bytes: usize,
}

/// Which files of a folder are read.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Input")]
pub struct Choice {
    /// Only files in a folder that match, as `*.html` or `2019/**`; may be given again.
    #[arg(long, value_name = "GLOB")]
    pub glob: Vec<String>,
    /// Leaves out files and folders that match; may be given again.
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// Reads hidden files of a folder too.
    #[arg(long)]
    pub hidden: bool,
    /// Reads files of a folder that a .gitignore or .ignore leaves out.
    #[arg(long)]
    pub no_ignore: bool,
}

/// Where the fields of a record are.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Input")]
pub struct Fields {
    /// The field of a record that holds the article [guessed: text, body, content, plain_text, maintext, article …].
    #[arg(long, value_name = "FIELD")]
    pub text_field: Option<String>,
    /// The field that holds the article's id [guessed: id, uuid, guid …].
    #[arg(long, value_name = "FIELD")]
    pub id_field: Option<String>,
    /// The field that holds the day of publication [guessed: published, date, published_date, pubdate …].
    #[arg(long, value_name = "FIELD")]
    pub date_field: Option<String>,
    /// The field that holds the title [guessed: title, headline …].
    #[arg(long, value_name = "FIELD")]
    pub title_field: Option<String>,
    /// The field that holds the address of the page [guessed: url, link, requested_url …].
    #[arg(long, value_name = "FIELD")]
    pub url_field: Option<String>,
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Input")]
pub struct Known {
    /// Day of publication, YYYY-MM-DD; in its absence that of the record or page, or of an about.json beside the
    /// article.
    #[arg(long, value_name = "DATE")]
    pub published: Option<Day>,
    /// Where else the day of publication stands: `filename:%Y-%m-%d`, or `filename:%Y/%m/%d` for folders.
    #[arg(long, value_name = "WHERE")]
    pub date_from: Option<String>,
    /// Headline, where it is not in the text; in its absence that of the record, page or about.json.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// What comes first in a date in figures: "3/4/2024" is in April, or in March.
    #[arg(long, value_name = "ORDER", default_value = "day-first")]
    pub day_order: Order,
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

/// What comes first in a date in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The day, as UK papers write.
    #[default]
    DayFirst,
    /// The month, as papers of the United States write.
    MonthFirst,
}

/// How the input is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// Told by name and first bytes.
    #[default]
    Auto,
    /// One article a file.
    Text,
    /// One web page a file.
    Html,
    /// One JSON record a line.
    Ndjson,
    /// One record a row, with a header, between commas.
    Csv,
    /// As csv, between tabs.
    Tsv,
    /// One record a row of a Parquet file.
    Parquet,
    /// A web archive: a page a record.
    Warc,
}

/// A number of bytes, as `64M`.
fn size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: usize = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "k" | "kb" => 1 << 10,
        "m" | "mb" => 1 << 20,
        "g" | "gb" => 1 << 30,
        _ => return Err("not a size: a number, with K, M or G".to_owned()),
    };
    let number: usize = digits.parse().map_err(|_| "not a size: a number, with K, M or G".to_owned())?;
    number.checked_mul(unit).filter(|n| *n > 0).ok_or_else(|| "not a size that can be".to_owned())
}
