//! What is to be written, where and how: settled from the arguments before anything is read, so that what can't be
//! done is said at once.

use super::table::Table;
use super::tables::{self, word};
use crate::args::{self, Args, Kind};
use clap::CommandFactory;
use clap::error::ErrorKind;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

/// What is to be written.
#[derive(Clone)]
pub(super) struct Plan {
    /// As the arguments say.
    pub args: args::Output,
    /// How.
    pub form: args::Form,
    /// Where.
    pub target: Target,
    /// Which tables, where the form has tables.
    pub tables: Vec<&'static Table>,
    /// Whether standard output is read by a person.
    pub is_terminal: bool,
    /// Whether standard output takes colours: as `--color` and the environment say.
    pub is_coloured: bool,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
    /// A folder, with a file for each table.
    Folder(PathBuf),
}

impl Plan {
    /// As the arguments say, or what is wrong with them.
    pub(super) fn of(args: &args::Output) -> Result<Self, clap::Error> {
        Self::settle(args, stdout().is_terminal()).map_err(|(kind, message)| {
            let mut command = Args::command();
            command.build();
            let extract = command.find_subcommand("extract").cloned();
            extract.unwrap_or(command).error(kind, message)
        })
    }

    /// The file that a table goes to, or whatever has no tables; none for standard output.
    pub(super) fn path(&self, table: Option<&Table>) -> Option<PathBuf> {
        match (&self.target, table) {
            (Target::Stdout, _) => None,
            (Target::Folder(folder), Some(table)) => {
                Some(folder.join(format!("{}.{}", table.name, word(&self.form)?)))
            }
            (Target::File(path) | Target::Folder(path), _) => Some(path.clone()),
        }
    }

    fn settle(args: &args::Output, is_terminal: bool) -> Result<Self, (ErrorKind, String)> {
        let target = target(args.output.as_deref());
        let form = match args.format {
            Some(form) => form,
            None => form_of(args, &target, is_terminal)?,
        };
        let conflict = |message: &str| Err((ErrorKind::ArgumentConflict, message.to_owned()));
        let tables = if has_tables(form) { chosen(args, form, &target) } else { Vec::new() };
        if tables.is_empty() {
            if matches!(target, Target::Folder(_)) {
                return conflict("a folder can be written with -f csv, tsv or parquet");
            }
            if !args.table.is_empty() {
                return conflict("--table goes with -f csv, tsv, parquet or sqlite");
            }
        } else if args.pretty {
            return conflict("--pretty goes with -f ndjson");
        } else if is_database(form) && !matches!(target, Target::File(_)) {
            return conflict("a database needs a file: -o facts.db");
        } else if tables.len() > 1 && !is_database(form) && !matches!(target, Target::Folder(_)) {
            return conflict("several tables need a folder: -o out/");
        }
        let is_coloured = anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never;
        Ok(Self { args: args.clone(), form, target, tables, is_terminal, is_coloured })
    }

    /// The kinds of fact that are kept; all where none is named.
    pub(super) fn only(&self) -> Vec<&'static str> {
        names(&self.args.only)
    }
}

fn target(output: Option<&Path>) -> Target {
    let Some(path) = output else { return Target::Stdout };
    let is_folder = path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    if is_folder { Target::Folder(path.to_owned()) } else { Target::File(path.to_owned()) }
}

/// The form where none was named: by the name of the file, or by who reads it.
fn form_of(
    args: &args::Output,
    target: &Target,
    is_terminal: bool,
) -> Result<args::Form, (ErrorKind, String)> {
    let by_default = if args.table.is_empty() { args::Form::Ndjson } else { args::Form::Csv };
    match target {
        Target::Folder(_) => Ok(args::Form::Csv),
        Target::Stdout if is_terminal && by_default == args::Form::Ndjson && !args.pretty => {
            Ok(args::Form::Text)
        }
        Target::Stdout => Ok(by_default),
        Target::File(path) => {
            let Some(extension) = path.extension().map(|e| e.to_string_lossy().to_lowercase()) else {
                return Ok(by_default);
            };
            by_extension(&extension).ok_or_else(|| {
                let message = format!(
                    "`{}`: .{extension} is no format that is written: name one with -f",
                    path.display()
                );
                (ErrorKind::InvalidValue, message)
            })
        }
    }
}

fn by_extension(extension: &str) -> Option<args::Form> {
    match extension {
        "ndjson" | "jsonl" | "json" => Some(args::Form::Ndjson),
        "csv" => Some(args::Form::Csv),
        "tsv" | "tab" => Some(args::Form::Tsv),
        "txt" => Some(args::Form::Text),
        #[cfg(feature = "parquet")]
        "parquet" | "pq" => Some(args::Form::Parquet),
        #[cfg(feature = "sqlite")]
        "db" | "sqlite" | "sqlite3" => Some(args::Form::Sqlite),
        _ => None,
    }
}

fn has_tables(form: args::Form) -> bool {
    !matches!(form, args::Form::Ndjson | args::Form::Text)
}

#[cfg(feature = "sqlite")]
fn is_database(form: args::Form) -> bool {
    form == args::Form::Sqlite
}

#[cfg(not(feature = "sqlite"))]
fn is_database(_: args::Form) -> bool {
    false
}

/// The tables that were named, or else all that there is room for and that were not left out by `--only`.
fn chosen(args: &args::Output, form: args::Form, target: &Target) -> Vec<&'static Table> {
    if !args.table.is_empty() {
        let mut tables: Vec<&'static Table> = Vec::new();
        for table in args.table.iter().filter_map(|name| tables::named(name)) {
            if tables.iter().all(|other| other.name != table.name) {
                tables.push(table);
            }
        }
        if is_database(form) && tables.iter().all(|table| table.name != "articles") {
            // What the others refer to.
            tables.splice(0..0, tables::named("articles"));
        }
        return tables;
    }
    if !matches!(target, Target::Folder(_)) && !is_database(form) {
        return vec![tables::digest()];
    }
    let only = names(&args.only);
    let is_kept =
        |name: &str| only.is_empty() || matches!(name, "articles" | "mentions") || only.contains(&name);
    tables::all().iter().filter(|table| is_kept(table.name)).collect()
}

fn names(only: &[Kind]) -> Vec<&'static str> {
    only.iter().filter_map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn settled(line: &str) -> Result<(args::Form, Vec<&'static str>), String> {
        let args = Args::parse_from(format!("findings extract a.txt {line}").split_whitespace());
        let args::Command::Extract(args) = args.command else { panic!("another command") };
        let plan = Plan::settle(&args.output, false).map_err(|(_, message)| message)?;
        Ok((plan.form, plan.tables.iter().map(|table| table.name).collect()))
    }

    #[test]
    fn the_form_is_told_by_the_name_of_the_output() {
        assert_eq!(settled("").unwrap(), (args::Form::Ndjson, vec![]));
        assert_eq!(settled("-o x").unwrap().0, args::Form::Ndjson);
        assert_eq!(settled("-o x.jsonl").unwrap().0, args::Form::Ndjson);
        assert_eq!(settled("-o x.CSV").unwrap(), (args::Form::Csv, vec!["facts"]));
        assert_eq!(settled("-o x.csv -f tsv").unwrap().0, args::Form::Tsv);
        assert_eq!(settled("--table money").unwrap(), (args::Form::Csv, vec!["money"]));
        assert!(settled("-o x.gz").unwrap_err().contains(".gz is no format"));
    }

    #[test]
    fn a_folder_holds_every_table_and_a_file_one() {
        let (form, tables) = settled("-o out/").unwrap();
        assert_eq!((form, tables.len()), (args::Form::Csv, tables::all().len()));
        let (_, tables) = settled("-o out/ --only ratings,money").unwrap();
        assert_eq!(tables, ["articles", "ratings", "money", "mentions"]);
        assert_eq!(settled("-o out/ --table dates,ratings,dates").unwrap().1, ["dates", "ratings"]);
        assert!(settled("-o x.csv --table dates,ratings").unwrap_err().contains("folder"));
        assert!(settled("-f ndjson -o out/").is_err());
        assert!(settled("-f ndjson --table dates").is_err());
    }
}
