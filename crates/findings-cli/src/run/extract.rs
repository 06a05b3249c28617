//! `findings extract`: articles in, facts out, in input order.

use super::{End, need, tell, unusable};
use crate::args::Extract;
use crate::input::Reading;
use crate::knowledge;
use crate::output::{Form, Sink, Stop};

/// Does what the arguments ask.
pub(super) fn run(args: &Extract) -> Result<End, Stop> {
    need(&args.input.paths, "extract", "no input: name files or folders, or `-` for standard input");
    let extractor = match knowledge::extractor(&args.own.knowledge) {
        Ok(extractor) => extractor,
        Err(failure) => return Ok(unusable(&failure)),
    };
    let form = Form::of(&args.output).unwrap_or_else(|error| error.exit());
    let mut sink = Sink::open(&form, None)?;
    let mut end = End::Done;
    Reading::of(&args.input).each(&args.input.paths, |input| {
        match input {
            Ok(input) => sink.take(
                form.render(&input, &extractor.extract_with(&input.article(), args.input.known.options())),
            )?,
            Err(failure) => end = tell(&failure),
        }
        Ok::<(), Stop>(())
    })?;
    sink.finish()?;
    Ok(end)
}
