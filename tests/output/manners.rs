//! How the program behaves as a tool: settings, colours, help, completions, the manual.

use super::{findings, good, run, stderr, with_article};
use clap::CommandFactory;
use findings_cli::args::Args;
use std::fs;
use std::path::Path;
use std::process::Command;

fn unit(output: &str) -> String {
    let object: serde_json::Value = serde_json::from_str(output.lines().next().unwrap()).unwrap();
    object["article"]["offsets"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_typed_comes_before_the_environment_and_that_before_the_file() {
    let here = with_article();
    fs::write(here.path().join("findings.toml"), "offsets = \"chars\"\n").unwrap();
    let inner = here.path().join("in");
    assert_eq!(unit(&good(&inner, "extract a.txt")), "chars", "the file is found upward");
    let with_variable = |args: &str| {
        let mut command = findings(&inner);
        let output = command.args(args.split(' ')).env("FINDINGS_OFFSETS", "utf16").output().unwrap();
        unit(&String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(with_variable("extract a.txt"), "utf16");
    assert_eq!(with_variable("extract a.txt --offsets bytes"), "bytes");
    assert_eq!(unit(&good(&inner, "extract --isolated a.txt")), "bytes");
    fs::write(
        here.path().join("other.toml"),
        "offsets = \"utf16\"\nonly = [\"money\", \"dates\"]\npretty = true\n",
    )
    .unwrap();
    let other = good(&inner, "extract --config ../other.toml a.txt");
    assert!(other.contains("\"offsets\": \"utf16\"") && other.contains("\"ratings\": []"), "{other}");
}

#[test]
fn settings_that_can_t_be_used_are_usage_errors_that_name_the_file() {
    let here = with_article();
    for (settings, hint) in [
        ("colour = \"red\"\n", "unknown key `colour`"),
        ("config = \"x.toml\"\n", "unknown key `config`"),
        ("pretty = \"yes\"\n", "`pretty`: true or false is wanted"),
        ("offsets = true\n", "`offsets`: a text or a number is wanted"),
        ("offsets = \"words\"\n", "invalid value 'words' for '--offsets"),
        ("offsets = \n", "findings.toml"),
    ] {
        fs::write(here.path().join("findings.toml"), settings).unwrap();
        let output = run(here.path(), "extract in");
        assert_eq!(output.status.code(), Some(2), "{settings}");
        let told = stderr(&output);
        assert!(told.contains(hint) && told.contains("findings.toml"), "{settings}: {told}");
        assert_eq!(output.stdout, b"");
    }
    // A setting of another command is none of this one's.
    fs::write(here.path().join("findings.toml"), "gaps = true\n").unwrap();
    good(here.path(), "extract in");
}

#[test]
fn paths_in_the_file_are_those_of_its_folder() {
    let here = with_article();
    fs::write(here.path().join("findings.toml"), "knowledge = \"none.toml\"\n").unwrap();
    let output = run(&here.path().join("in"), "extract a.txt");
    let told = stderr(&output);
    assert!(told.contains(here.path().join("none.toml").to_str().unwrap()), "{told}");
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let here = with_article();
    let coloured = |args: &str, variable: &str| {
        let mut command = findings(here.path());
        let output = command.args(args.split(' ')).env(variable, "1").output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured("extract in -f text", "NONE"));
    assert!(coloured("extract in -f text --color always", "NONE"));
    assert!(coloured("extract in -f text", "CLICOLOR_FORCE"));
    assert!(!coloured("extract in -f text", "NO_COLOR"));
    assert!(!coloured("extract in -f text --color never", "CLICOLOR_FORCE"));
    assert!(!coloured("extract in -f csv --color always", "NONE"), "data is never coloured");
    assert!(coloured("extract --help --color always", "NONE"));
}

#[test]
fn what_is_said_beside_goes_to_standard_error() {
    let here = with_article();
    let quiet = run(here.path(), "extract in -f csv --published 2024-05-04");
    assert_eq!(stderr(&quiet), "");
    let output = run(here.path(), "extract in -f csv --published 2024-05-04 -v");
    assert_eq!(output.stdout, quiet.stdout);
    let told = format!("findings: in/a.txt: {} bytes, 2024-05-04, ratings: ", super::ARTICLE.len());
    assert!(stderr(&output).starts_with(&told), "{}", stderr(&output));
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let here = with_article();
    let commands: Vec<String> =
        Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = good(here.path(), &format!("completions {shell}"));
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
        assert!(script.contains("excel-safe"), "{shell}");
    }
    let page = good(here.path(), "man");
    assert!(page.contains(".TH findings 1"), "{page}");
    for command in &commands {
        assert!(page.contains(&format!("findings\\-{command}(1)")), "{page}");
        let page = good(here.path(), &format!("man {command}"));
        assert!(page.contains(".SH SYNOPSIS") && page.contains(command), "{page}");
    }
}

#[test]
fn examples_of_the_help_work_as_they_stand() {
    let here = tempfile::tempdir().unwrap();
    super::recipes::prepare(here.path());
    let mut count = 0;
    each_command(&Args::command(), &mut |command| {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let Some((_, examples)) = help.split_once("Examples:\n") else { return };
        for example in examples.lines().map(str::trim).take_while(|line| line.starts_with("findings ")) {
            let output = shell(here.path(), example);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(0), "{example}: {told}");
            count += 1;
        }
    });
    assert!(count >= 12, "{count} examples");
}

fn each_command(command: &clap::Command, take: &mut dyn FnMut(&clap::Command)) {
    take(command);
    for inner in command.get_subcommands() {
        each_command(inner, take);
    }
}

/// Runs a line as a user would, with the program on the path and a home of its own.
pub(super) fn shell(folder: &Path, line: &str) -> std::process::Output {
    let program = Path::new(env!("CARGO_BIN_EXE_findings")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(program.to_owned()).chain(std::env::split_paths(&path));
    Command::new("sh")
        .args(["-euc", line])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("HOME", folder)
        .env_remove("NO_COLOR")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}
