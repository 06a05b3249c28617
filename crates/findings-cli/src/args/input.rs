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
    /// What is known of the articles.
    #[command(flatten)]
    pub known: Known,
    /// How the input is written; told by its name, then by its first bytes, where this is not given.
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    pub from: From,
    /// The field of a record that holds the article [guessed: text, body, content …].
    #[arg(long, value_name = "FIELD")]
    pub text_field: Option<String>,
    /// The field that holds the article's id [guessed: id, uuid …].
    #[arg(long, value_name = "FIELD")]
    pub id_field: Option<String>,
    /// The field that holds the day of publication [guessed: published, date, pubdate …].
    #[arg(long, value_name = "FIELD")]
    pub date_field: Option<String>,
    /// The field that holds the title [guessed: title, headline …].
    #[arg(long, value_name = "FIELD")]
    pub title_field: Option<String>,
    /// The field that holds the address of the page [guessed: url, link …].
    #[arg(long, value_name = "FIELD")]
    pub url_field: Option<String>,
}

/// What is known of an article besides its text.
#[derive(Clone, Debug, Default, clap::Args, Serialize)]
#[command(next_help_heading = "Input")]
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
    /// One JSON record a line.
    Ndjson,
}
