//! The commands, from arguments to exit code.

mod articles;
mod budget;
mod errors;
mod extract;
mod fingerprint;
mod interrupt;
mod manifest;
mod partial;
mod pipeline;
mod progress;
mod resume;
mod sizes;
mod tally;

pub use partial::Partial;
#[cfg(feature = "sqlite")]
pub(crate) use partial::part_of;

use crate::args::{Args, Check, Colour, Command, Explain};
use crate::check::Report;
use crate::explain;
use crate::input::{Failure, Reading};
use crate::knowledge;
use crate::output::{Output, Stop};
use crate::{schema, shell};
use clap::CommandFactory;
use clap::error::ErrorKind;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Done, also where there were no facts.
    Done,
    /// `check` found differences.
    Differs,
    /// Knowledge files can't be used, so nothing was done.
    Unusable,
    /// Finished, but at least one input failed.
    Failed,
    /// The output could not be written.
    NoOutput,
    /// Ctrl-C ended it; what was in hand is done.
    Interrupted,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        // 2 is also the usage error, which clap gives.
        ExitCode::from(match end {
            End::Done => 0,
            End::Differs => 1,
            End::Unusable => 2,
            End::Failed => 3,
            End::NoOutput => 4,
            End::Interrupted => 130,
        })
    }
}

/// Does what the arguments ask. Ends the process on a usage error, as clap does.
pub fn run(args: &Args) -> End {
    match args.manners.color {
        Colour::Auto => anstream::ColorChoice::Auto,
        Colour::Always => anstream::ColorChoice::Always,
        Colour::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let mut output = Output::stdout();
    let done = match &args.command {
        // It locks standard output by itself, and only if it writes there.
        Command::Extract(extract) => {
            drop(output);
            let done = extract::run(extract, args.manners.verbose);
            return ended(done, extract.output.output.as_deref());
        }
        Command::Check(args) => check(args, &mut output),
        Command::Explain(args) => explain(args, &mut output),
        Command::Knowledge(args) => knowledge::run(args, &mut output),
        Command::Schema(args) => schema::run(args, &mut output).map(|()| End::Done),
        Command::Completions(args) => shell::completions(args, &mut output).map(|()| End::Done),
        Command::Man(args) => shell::man(args, &mut output).map(|()| End::Done),
    };
    ended(done.and_then(|end| output.finish().map(|()| end)), None)
}

/// How it ended, with a word on standard error where the output could not be written.
fn ended(done: Result<End, Stop>, output: Option<&Path>) -> End {
    match done {
        Ok(end) => end,
        Err(Stop::Closed) => End::Done,
        Err(Stop::Failed(error)) => {
            let name = output.map_or("standard output".into(), Path::to_string_lossy);
            eprintln!("findings: {name}: {error}");
            End::NoOutput
        }
    }
}

fn explain(args: &Explain, output: &mut Output) -> Result<End, Stop> {
    need(&args.paths, "explain", "no input: name an article, or `-` for standard input");
    let extractor = match knowledge::extractor(&args.own.knowledge) {
        Ok(extractor) => extractor,
        Err(failure) => return Ok(unusable(&failure)),
    };
    let mut end = End::Done;
    let width = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let reading = match Reading::text(&args.known) {
        Ok(reading) => reading,
        Err(failure) => return Ok(unusable(&failure)),
    };
    reading.each(&args.paths, |input| {
        match input {
            Ok(input) => {
                let article = input.article();
                output.text(explain::Explanation::of(
                    &extractor.extract_with(&article, args.known.options()),
                    &article,
                    width,
                ))?;
            }
            Err(failure) => end = tell(&failure),
        }
        Ok::<(), Stop>(())
    })?;
    Ok(end)
}

fn check(args: &Check, output: &mut Output) -> Result<End, Stop> {
    need(&args.paths, "check", "no fixtures: name folders with article.txt and facts.json");
    let extractor = match knowledge::extractor(&args.own.knowledge) {
        Ok(extractor) => extractor,
        Err(failure) => return Ok(unusable(&failure)),
    };
    let report = Report::of(&args.paths, extractor);
    if args.json {
        output.object(&report.to_json(), true)?;
    } else if args.gaps {
        output.text(report.gaps())?;
    } else {
        output.text(&report)?;
    }
    for (path, reason) in &report.failed {
        tell(&Failure { name: path.display().to_string(), reason: reason.clone() });
    }
    Ok(match (report.failed.is_empty(), report.is_clean()) {
        (false, _) => End::Failed,
        (true, false) => End::Differs,
        (true, true) => End::Done,
    })
}

/// Says on standard error which input failed, and why.
pub(crate) fn tell(failure: &Failure) -> End {
    eprintln!("findings: {failure}");
    End::Failed
}

/// As [`tell`], of knowledge without which nothing can be done.
pub(crate) fn unusable(failure: &Failure) -> End {
    tell(failure);
    End::Unusable
}

/// Ends with a usage error where no path is given: waiting for standard input unasked has hung many a script.
pub(crate) fn need(paths: &[PathBuf], command: &str, hint: &str) {
    if paths.is_empty() {
        let mut args = Args::command();
        args.build();
        let command = args.find_subcommand_mut(command).map(|c| c.clone());
        command.unwrap_or(args).error(ErrorKind::MissingRequiredArgument, hint).exit();
    }
}
