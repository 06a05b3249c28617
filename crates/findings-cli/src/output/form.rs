//! How the facts of one article are written. Done beside the extraction, by many at once, so it holds no state.

use super::delimited::Dialect;
use super::page::Page;
use super::plan::Plan;
#[cfg(any(feature = "parquet", feature = "sqlite"))]
use super::rows::Rows;
use super::shape::shape;
use super::summary::Summary;
use crate::args;
use crate::input::Input;
use findings::Extraction;
use std::path::Path;

/// The form that was asked for.
pub struct Form {
    pub(super) plan: Plan,
}

/// One article's facts, ready to be written.
#[derive(Debug)]
pub struct Rendered {
    pub(super) content: Content,
    told: Option<String>,
}

/// What is ready.
#[derive(Debug)]
pub(super) enum Content {
    /// The bytes for each file, in the order of the tables.
    Bytes(Vec<Vec<u8>>),
    /// The rows for each table.
    #[cfg(any(feature = "parquet", feature = "sqlite"))]
    Rows(Rows),
}

impl Rendered {
    /// The line of NDJSON that it is, where it is that.
    pub(crate) fn line(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(files) => files.first().map(Vec::as_slice),
            #[cfg(any(feature = "parquet", feature = "sqlite"))]
            Content::Rows(_) => None,
        }
    }

    /// With `--verbose`: how the article was read and what was found.
    pub(crate) fn told(&self) -> Option<&str> {
        self.told.as_deref()
    }
}

impl Form {
    /// As the arguments say, or what is wrong with them.
    pub fn of(args: &args::Output) -> Result<Self, clap::Error> {
        Ok(Self { plan: Plan::of(args)? })
    }

    /// The file that a later run could go on with: a line an article.
    pub(crate) fn resumable(&self) -> Option<&Path> {
        let is_lines = self.plan.form == args::Form::Ndjson && !self.plan.args.pretty;
        self.plan.args.output.as_deref().filter(|path| is_lines && (!path.exists() || path.is_file()))
    }

    /// Writes out what was found in an article. `extraction` is as the extractor gave it.
    pub fn render(&self, input: &Input, extraction: &Extraction) -> Rendered {
        let only = self.plan.only();
        let page = || Page::new(input, extraction, self.plan.args.offsets.into()).only(&only);
        let content = match self.plan.form {
            args::Form::Ndjson => Content::Bytes(vec![self.object(input, extraction)]),
            args::Form::Text => Content::Bytes(vec![Summary::of(&self.plan).article(&page())]),
            args::Form::Csv | args::Form::Tsv => {
                let (dialect, page) = (Dialect::of(self.plan.form, &self.plan.args), page());
                Content::Bytes(self.plan.tables.iter().map(|table| dialect.rows(table, &page)).collect())
            }
            #[cfg(feature = "parquet")]
            args::Form::Parquet => Content::Rows(Rows::of(&self.plan.tables, &page())),
            #[cfg(feature = "sqlite")]
            args::Form::Sqlite => Content::Rows(Rows::of(&self.plan.tables, &page())),
        };
        Rendered { content, told: self.plan.args.verbose.then(|| told(input, extraction)) }
    }

    fn object(&self, input: &Input, extraction: &Extraction) -> Vec<u8> {
        let shaped = shape(extraction.clone(), &input.article(), &self.plan.args);
        let mut bytes = Vec::new();
        // Writing plain data into memory does not fail.
        let _ = if self.plan.args.pretty {
            serde_json::to_writer_pretty(&mut bytes, &shaped)
        } else {
            serde_json::to_writer(&mut bytes, &shaped)
        };
        bytes.push(b'\n');
        bytes
    }
}

/// How an article was read and what was found.
fn told(input: &Input, extraction: &Extraction) -> String {
    let ratings = extraction.ratings.len();
    let day = extraction.article.published.map_or("no date".to_owned(), |day| day.to_string());
    let mut told = format!("{}: {} bytes, {day}, ratings: {ratings}", input.id, input.text.len());
    if let Some(encoding) = &input.source.encoding {
        told.push_str(&format!(", {encoding}"));
    }
    if input.source.repaired {
        told.push_str(", doubly encoded characters put right");
    }
    told
}
