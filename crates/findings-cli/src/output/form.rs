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

/// The form that was asked for.
pub struct Form {
    pub(super) plan: Plan,
}

/// One article's facts, ready to be written.
#[derive(Debug)]
pub struct Rendered(pub(super) Content);

/// What is ready.
#[derive(Debug)]
pub(super) enum Content {
    /// The bytes for each file, in the order of the tables.
    Bytes(Vec<Vec<u8>>),
    /// The rows for each table.
    #[cfg(any(feature = "parquet", feature = "sqlite"))]
    Rows(Rows),
}

impl Form {
    /// As the arguments say, or what is wrong with them.
    pub fn of(args: &args::Output) -> Result<Self, clap::Error> {
        Ok(Self { plan: Plan::of(args)? })
    }

    /// Writes out what was found in an article. `extraction` is as the extractor gave it.
    pub fn render(&self, input: &Input, extraction: &Extraction) -> Rendered {
        let only = self.plan.only();
        let page = || Page::new(input, extraction, self.plan.args.offsets.into()).only(&only);
        Rendered(match self.plan.form {
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
        })
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
