//! The program: its arguments to [`run`], its result to the exit code.

use clap::Parser;
use findings_cli::{args::Args, run::run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&Args::parse()).into()
}
