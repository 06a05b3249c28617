//! How the facts of one article are written. Done beside the extraction, by many at once, so it holds no state.

use super::shape::shape;
use crate::args;
use crate::input::Input;
use findings::Extraction;
use std::path::Path;

/// The form that was asked for.
#[derive(Clone, Debug)]
pub struct Form {
    args: args::Output,
}

/// One article's facts, ready to be written.
#[derive(Debug)]
pub struct Rendered {
    pub(super) bytes: Vec<u8>,
}

impl Rendered {
    /// The line of NDJSON that it is, where it is that.
    pub(crate) fn line(&self) -> Option<&[u8]> {
        Some(&self.bytes)
    }
}

impl Form {
    /// The file that a later run could go on with: a line an article.
    pub(crate) fn resumable(&self) -> Option<&Path> {
        self.args.output.as_deref().filter(|path| !self.args.pretty && (!path.exists() || path.is_file()))
    }

    /// As the arguments say.
    pub fn of(args: &args::Output) -> Self {
        Self { args: args.clone() }
    }

    /// Writes out what was found in an article. `extraction` is as the extractor gave it.
    pub fn render(&self, input: &Input, extraction: &Extraction) -> Rendered {
        let shaped = shape(extraction.clone(), &input.article(), &self.args);
        let mut bytes = Vec::new();
        // Writing plain data into memory does not fail.
        let _ = if self.args.pretty {
            serde_json::to_writer_pretty(&mut bytes, &shaped)
        } else {
            serde_json::to_writer(&mut bytes, &shaped)
        };
        bytes.push(b'\n');
        Rendered { bytes }
    }
}
