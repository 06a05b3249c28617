//! `findings extract`: articles in, facts out, in input order. Here a run is put together from its parts.

use super::articles::{Outcome, Work};
use super::errors::Errors;
use super::manifest::{self, Manifest};
use super::progress::Progress;
use super::resume::{self, Begun};
use super::tally::Tally;
use super::{End, fingerprint, interrupt, need, pipeline, sizes, tell, unusable};
use crate::args::Extract;
use crate::guard;
use crate::input::{Failure, Meter, Reading, named_in};
use crate::knowledge;
use crate::output::{Form, Output, Sink, Stop};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

/// Does what the arguments ask.
pub(super) fn run(args: &Extract) -> Result<End, Stop> {
    if args.input.files_from.is_none() {
        need(&args.input.paths, "extract", "no input: name files or folders, or `-` for standard input");
    }
    let form = Form::of(&args.output).unwrap_or_else(|error| error.exit());
    let asked = || -> Result<_, Failure> {
        let mut paths = args.input.files_from.as_deref().map_or(Ok(Vec::new()), named_in)?;
        paths.extend(args.input.paths.iter().cloned());
        Ok((paths, Reading::of(&args.input)?))
    };
    match asked() {
        Ok((paths, reading)) if args.input.files => list(&reading, &paths),
        Ok((paths, reading)) => match knowledge::extractor(&args.own.knowledge) {
            Ok(extractor) => {
                go(args, paths, Work { reading, extractor, form, options: args.input.known.options() })
            }
            Err(failure) => Ok(unusable(&failure)),
        },
        Err(failure) => Ok(unusable(&failure)),
    }
}

/// Prints what would be read.
fn list(reading: &Reading, paths: &[PathBuf]) -> Result<End, Stop> {
    let (mut output, mut end, mut stop) = (Output::stdout(), End::Done, Ok(()));
    let _ = reading.each_file(paths, &mut |file| {
        match file {
            Ok(path) if path.exists() || path.as_os_str() == "-" => {
                stop = output.text(format_args!("{}\n", path.display()));
            }
            Ok(path) => {
                let reason = "no such file or folder".to_owned();
                end = tell(&Failure { name: path.display().to_string(), reason });
            }
            Err(failure) => end = tell(&failure),
        }
        if stop.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    stop?;
    output.finish().map(|()| end)
}

fn go(args: &Extract, paths: Vec<PathBuf>, work: Work) -> Result<End, Stop> {
    let own = match knowledge::read(&args.own.knowledge) {
        Ok(own) => own,
        Err(failure) => return Ok(unusable(&failure)),
    };
    let (hash, options) = (fingerprint::knowledge(&own), fingerprint::options(args));
    let fingerprint = fingerprint::of(&hash, &options);
    let file = work.form.resumable().map(PathBuf::from);
    let begun = match (args.run.resume, &file) {
        (false, _) => Ok(None),
        (true, Some(file)) => resume::begun(file, &fingerprint),
        (true, None) => Err(Failure {
            name: "--resume".to_owned(),
            reason: "only NDJSON in a file, a line an article, can be gone on with".to_owned(),
        }),
    };
    let (done, partial, mut proof) = match begun {
        Ok(Some(Begun { done, partial, proof })) => (Some(done), Some(partial), proof),
        Ok(None) => (None, None, None),
        Err(failure) => return Ok(unusable(&failure)),
    };
    if let Some(file) = &file {
        resume::note(file, &fingerprint, partial.is_some())?;
    }
    let mut sink = Sink::open(&work.form, partial)?;
    let mut errors = Errors::open(args.run.errors.as_deref())?;

    interrupt::listen();
    guard::hush(pipeline::NAME);
    let meter = Meter::default();
    let progress = Progress::new(&args.run, args.output.output.is_some(), meter.clone());
    if let Some(bar) = progress.bar() {
        sizes::add_up(&work.reading, &paths, bar);
    }
    let jobs = match args.run.jobs {
        0 => thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    let mut tally = Tally::default();
    let mut end = End::Done;
    let work = Arc::new(work);
    let reader = Arc::clone(&work);
    pipeline::run(
        jobs,
        &interrupt::STOPPED,
        move |give| reader.read(&paths, &meter, done, give),
        move |item| work.on(item),
        |outcome| {
            match outcome {
                Outcome::Done { rendered, facts, bytes } => {
                    if proof.take().is_some_and(|proof| rendered.line() != Some(proof.as_slice())) {
                        let reason = "made by another version, or with other knowledge or options; without --resume \
                                      it is begun again";
                        end = unusable(&Failure { name: "--resume".to_owned(), reason: reason.to_owned() });
                        return Err(Stop::Closed);
                    }
                    if let Some(told) = rendered.told() {
                        progress.say(told);
                    }
                    sink.take(rendered)?;
                    tally.articles += 1;
                    tally.text_bytes += bytes;
                    tally.facts += facts;
                }
                Outcome::Before(facts) => {
                    tally.articles += 1;
                    tally.done_before += 1;
                    tally.facts += facts;
                }
                Outcome::Failed(failure) => {
                    progress.tell(&failure);
                    errors.take(failure)?;
                    tally.failures += 1;
                    end = End::Failed;
                }
                Outcome::Other(failure) => {
                    end = unusable(&failure);
                    return Err(Stop::Closed);
                }
            }
            progress.show(&tally);
            Ok(())
        },
    )
    .or_else(|stop| if end == End::Unusable { Ok(()) } else { Err(stop) })?;

    let is_stopped = interrupt::is_stopped();
    if is_stopped || end == End::Unusable {
        sink.pause()?;
    } else {
        sink.finish()?;
        if let Some(file) = &file {
            resume::forget(file);
        }
    }
    let failures = errors.finish()?;
    let seconds = progress.finish(&tally, is_stopped);
    if let Some(path) = &args.run.manifest {
        let own = own.into_iter().map(|(name, _)| name).collect();
        let manifest = Manifest {
            findings: env!("CARGO_PKG_VERSION"),
            format: 1,
            knowledge: manifest::Knowledge { hash: &hash, own },
            options,
            inputs: manifest::inputs(args),
            output: args.output.output.as_ref().map(|path| path.display().to_string()),
            interrupted: is_stopped,
            seconds,
            counts: &tally,
            failures: failures.into_iter().map(manifest::Failed::from).collect(),
        };
        manifest.write(path)?;
    }
    Ok(if is_stopped { End::Interrupted } else { end })
}
