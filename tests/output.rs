//! What the program writes and how it behaves as a tool: the forms of the output, that they all hold the same, the
//! settings, the help, and the recipes of the documentation. Nothing here depends on which facts are found.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "output/forms.rs"]
mod forms;
#[path = "output/manners.rs"]
mod manners;
#[path = "output/recipes.rs"]
mod recipes;
#[path = "output/round_trip.rs"]
mod round_trip;
#[path = "output/schema.rs"]
mod schema;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program, away from the settings of whoever runs the tests.
fn findings(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_findings"));
    command.current_dir(folder).stdin(Stdio::null()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// Runs it with arguments parted by blanks.
fn run(folder: &Path, args: &str) -> Output {
    findings(folder).args(args.split_whitespace()).output().unwrap()
}

/// The same, of which nothing may fail.
fn good(folder: &Path, args: &str) -> String {
    let output = run(folder, args);
    assert_eq!(output.status.code(), Some(0), "{args}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

const ARTICLE: &str = "Brindle Vale School was rated “good” by Ofsted, up from requires improvement.\n\
    Its head, Ann Moss, said: “=We, the school, spent £1.2m.” It is to be inspected again on 3 May 2025.";

/// A folder with an article in it.
fn with_article() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/a.txt"), ARTICLE).unwrap();
    folder
}

/// The Python that reads what was written: that of FINDINGS_TEST_PYTHON, else python3.
fn python() -> std::ffi::OsString {
    std::env::var_os("FINDINGS_TEST_PYTHON").unwrap_or_else(|| "python3".into())
}
