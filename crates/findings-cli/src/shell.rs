//! What a shell and a manual want to know of the program, made of its arguments.

use crate::args::{Completions, Man};
use crate::config;
use crate::output::{Output, Stop};

/// Prints the completions of a shell.
pub(crate) fn completions(args: &Completions, output: &mut Output) -> Result<(), Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut config::command(), "findings", &mut script);
    output.bytes(&script)
}

/// Prints a page of the manual.
pub(crate) fn man(args: &Man, output: &mut Output) -> Result<(), Stop> {
    let mut command = config::command();
    command.build();
    let named = args.command.as_deref().and_then(|name| command.find_subcommand(name)).cloned();
    let mut page = Vec::new();
    clap_mangen::Man::new(named.unwrap_or(command)).render(&mut page)?;
    output.bytes(&page)
}
