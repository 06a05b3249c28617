//! The program: its arguments and settings to [`run`], its result to the exit code.

use findings_cli::{config, run::run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&config::args()).into()
}
