//! Settings that need not be typed each time: `findings.toml`, found upward from the working folder, and variables
//! called `FINDINGS_…`. What is typed comes first, then the environment, then the file. A setting is an option by its
//! long name, so there is nothing here to learn or to keep in step.

use crate::args::Args;
use anyhow::{Context, Result, bail};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory, FromArgMatches};
use std::any::TypeId;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Value;

/// What the file is called.
const NAME: &str = "findings.toml";

/// The options that say which settings are used, and so can't be settings.
const NO_SETTINGS: &[&str] = &["config", "isolated", "help", "version"];

/// The arguments as typed and, where nothing was typed, as set. Ends the process on a usage error, as clap does.
pub fn args() -> Args {
    let typed: Vec<OsString> = std::env::args_os().collect();
    match set(&typed) {
        Ok((args, file)) => parse(&args).unwrap_or_else(|error| {
            // What was typed is at fault unless it passes by itself.
            if let (Some(file), Ok(_)) = (file, parse(&typed)) {
                eprintln!("findings: in {}:", file.display());
            }
            error.exit()
        }),
        Err(error) => {
            eprintln!("findings: {error:#}");
            std::process::exit(2)
        }
    }
}

fn parse(args: &[OsString]) -> Result<Args, clap::Error> {
    let mut command = command();
    let matches = command.try_get_matches_from_mut(args)?;
    Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// The command line with the variable that stands for each option.
pub fn command() -> Command {
    let choice = match colour_typed(std::env::args()).as_deref() {
        Some("always") => clap::ColorChoice::Always,
        Some("never") => clap::ColorChoice::Never,
        _ => clap::ColorChoice::Auto,
    };
    let mut command = Args::command().color(choice);
    command.build();
    command.mut_args(with_variable).mut_subcommands(|command| command.mut_args(with_variable))
}

/// The last `--color` that was typed: help and usage errors are coloured before the arguments are read.
fn colour_typed(mut args: impl Iterator<Item = String>) -> Option<String> {
    let mut last = None;
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--color") {
            Some("") => last = args.next(),
            Some(rest) => last = rest.strip_prefix('=').map(str::to_owned).or(last),
            None => {}
        }
    }
    last
}

fn with_variable(arg: Arg) -> Arg {
    let Some(name) = arg.get_long().filter(|name| !matches!(*name, "help" | "version")) else { return arg };
    let variable = format!("FINDINGS_{}", name.to_uppercase().replace('-', "_"));
    arg.env(variable).hide_env(true)
}

/// The arguments with what the file sets put in, and the file if there is one.
fn set(typed: &[OsString]) -> Result<(Vec<OsString>, Option<PathBuf>)> {
    let mut command = command().ignore_errors(true);
    let Ok(matches) = command.try_get_matches_from_mut(typed) else { return Ok((typed.to_vec(), None)) };
    let Some((name, given)) = matches.subcommand() else { return Ok((typed.to_vec(), None)) };
    let Some(file) = file(given)? else { return Ok((typed.to_vec(), None)) };
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let settings: toml::Table = text.parse().with_context(|| file.display().to_string())?;
    let mut args = typed.to_vec();
    // After the name of the command, which may follow options that all commands take.
    let at = typed.iter().position(|arg| arg.as_os_str() == name).map_or(typed.len(), |at| at + 1);
    for (key, value) in &settings {
        let known =
            option(&command, key).with_context(|| format!("{}: unknown key `{key}`", file.display()))?;
        let here = command.find_subcommand(name).and_then(|command| long(command, key));
        let is_given = here.is_some_and(|arg| {
            let source = given.value_source(arg.get_id().as_str());
            matches!(source, Some(ValueSource::CommandLine | ValueSource::EnvVariable))
        });
        let folder = file.parent().unwrap_or(Path::new("."));
        let more = typed_as(known, value, folder).with_context(|| format!("{}: `{key}`", file.display()))?;
        if here.is_some() && !is_given {
            args.splice(at..at, more);
        }
    }
    Ok((args, Some(file)))
}

/// The file that is used: the one that was named, else the nearest upward, else none.
fn file(given: &ArgMatches) -> Result<Option<PathBuf>> {
    if let Ok(Some(file)) = given.try_get_one::<PathBuf>("config") {
        return Ok(Some(file.clone()));
    }
    if given.try_get_one::<bool>("isolated").ok().flatten() == Some(&true) {
        return Ok(None);
    }
    let Ok(here) = std::env::current_dir() else { return Ok(None) };
    Ok(here.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file()))
}

/// The option of this long name, of whichever command has it.
fn option<'c>(command: &'c Command, key: &str) -> Option<&'c Arg> {
    if NO_SETTINGS.contains(&key) {
        return None;
    }
    std::iter::once(command).chain(command.get_subcommands()).find_map(|command| long(command, key))
}

fn long<'c>(command: &'c Command, key: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| arg.get_long() == Some(key))
}

/// A setting as it would be typed. Paths are those of the file's own folder.
fn typed_as(arg: &Arg, value: &Value, folder: &Path) -> Result<Vec<OsString>> {
    let key = arg.get_long().unwrap_or_default();
    if matches!(arg.get_action(), ArgAction::SetTrue) {
        return match value {
            Value::Boolean(true) => Ok(vec![format!("--{key}").into()]),
            Value::Boolean(false) => Ok(Vec::new()),
            _ => bail!("true or false is wanted"),
        };
    }
    let one = |value: &Value| {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => number.to_string(),
            Value::Datetime(date) => date.to_string(),
            Value::Boolean(_) | Value::Array(_) | Value::Table(_) => bail!("a text or a number is wanted"),
        };
        let mut typed = OsString::from(format!("--{key}="));
        if arg.get_value_parser().type_id() == TypeId::of::<PathBuf>() {
            typed.push(folder.join(text));
        } else {
            typed.push(text);
        }
        Ok(typed)
    };
    match value {
        Value::Array(values) => values.iter().map(one).collect(),
        value => Ok(vec![one(value)?]),
    }
}
