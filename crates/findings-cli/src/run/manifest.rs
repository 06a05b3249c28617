//! The manifest of a run: what it was and what it did, so that somebody else can do it again.

use super::partial::Partial;
use super::tally::Tally;
use crate::args::Extract;
use crate::input::Failure;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};
use std::path::Path;

/// What a run was and did.
#[derive(Serialize)]
pub(super) struct Manifest<'a> {
    /// The version of this program.
    pub(super) findings: &'static str,
    /// The version of the output contract.
    pub(super) format: u32,
    /// What it knew.
    pub(super) knowledge: Knowledge<'a>,
    /// How it was asked.
    pub(super) options: Value,
    /// Of what.
    pub(super) inputs: Vec<String>,
    /// Where to; null for standard output.
    pub(super) output: Option<String>,
    /// True where it was interrupted.
    pub(super) interrupted: bool,
    /// In how many seconds.
    pub(super) seconds: f64,
    /// In numbers.
    pub(super) counts: &'a Tally,
    /// The first thousand failures.
    pub(super) failures: Vec<Failed>,
}

/// The knowledge of a run.
#[derive(Serialize)]
pub(super) struct Knowledge<'a> {
    /// Of all of it.
    pub(super) hash: &'a str,
    /// Files beside the built-in ones.
    pub(super) own: Vec<String>,
}

/// An input that failed.
#[derive(Serialize)]
pub(super) struct Failed {
    name: String,
    reason: String,
}

impl From<Failure> for Failed {
    fn from(Failure { name, reason }: Failure) -> Self {
        Self { name, reason }
    }
}

/// The paths that were asked for.
pub(super) fn inputs(args: &Extract) -> Vec<String> {
    let list = args.input.files_from.iter().map(|list| format!("--files-from {}", list.display()));
    list.chain(args.input.paths.iter().map(|path| path.display().to_string())).collect()
}

impl Manifest<'_> {
    /// Writes it.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let mut file = Partial::create(path)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.finish()
    }
}
