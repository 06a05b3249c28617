//! What is told of failures: a line on standard error, and a record in the file of `--errors`.

use super::partial::Partial;
use crate::input::Failure;
use crate::output::Stop;
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// So many failures are kept for the manifest; the file of `--errors` has them all.
const KEPT: usize = 1000;

/// Where failures go.
pub(super) struct Errors {
    file: Option<Partial>,
    kept: Vec<Failure>,
}

impl Errors {
    pub(super) fn open(path: Option<&Path>) -> Result<Self, Stop> {
        Ok(Self { file: path.map(Partial::create).transpose()?, kept: Vec::new() })
    }

    /// Takes a failure, which has been told on standard error.
    pub(super) fn take(&mut self, failure: Failure) -> Result<(), Stop> {
        if let Some(file) = &mut self.file {
            let record = json!({ "type": "error", "name": failure.name, "reason": failure.reason });
            writeln!(file, "{record}")?;
        }
        if self.kept.len() < KEPT {
            self.kept.push(failure);
        }
        Ok(())
    }

    /// Ends the file, and gives back the first of the failures.
    pub(super) fn finish(self) -> Result<Vec<Failure>, Stop> {
        self.file.map_or(Ok(()), Partial::finish)?;
        Ok(self.kept)
    }
}
