//! Knowledge as its users meet it: listed, shown, asked, checked, and files of their own with and without faults.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const PAGE: &str = include_str!("../docs/your-own-knowledge.md");

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_findings"));
    command.current_dir(folder).args(args).stdin(Stdio::null()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// A block of the page on one's own knowledge.
fn block(language: &str) -> &'static str {
    let opening = format!("```{language}\n");
    let (_, rest) = PAGE.split_once(&opening).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_worked_example_is_found_in_its_article() {
    let here = folder(&[("own/fernland.toml", block("toml")), ("article.txt", block("text"))]);
    let read = |args: &[&str]| {
        let output =
            run(here.path(), &[&["extract", "article.txt", "--published", "2024-07-02"], args].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        serde_json::from_str::<Value>(&stdout(&output)).unwrap()
    };
    for path in ["own/fernland.toml", "own"] {
        let found = read(&["--knowledge", path]);
        let rating = &found["ratings"][0];
        assert_eq!(rating["label"], "murky", "{found:#}");
        assert_eq!((&rating["rank"], &rating["of"]), (&Value::from(3), &Value::from(3)));
        assert_eq!(rating["scale"], "fernland-lakes-2010");
        assert_eq!(rating["body"], "fernland-lakes");
        let provider = &found["providers"][0];
        assert_eq!(
            (&provider["name"], &provider["kind"]),
            (&Value::from("Lower Tarn Lido"), &Value::from("lido"))
        );
        let mentions: Vec<&str> = found["bodies"][0]["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["text"].as_str().unwrap())
            .collect();
        assert!(mentions.contains(&"The lakes watchdog"), "{mentions:?}");
    }
    let without = read(&[]);
    assert_eq!(without["ratings"], Value::Array(Vec::new()));
    assert_eq!(without["bodies"], Value::Array(Vec::new()));
}

#[test]
fn the_worked_example_is_sound_and_in_canonical_form() {
    let here = folder(&[("fernland.toml", block("toml"))]);
    let output = run(here.path(), &["knowledge", "check", "fernland.toml"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let output = run(here.path(), &["knowledge", "fmt", "--check", "fernland.toml"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (0, ""));
}

/// The example with a part replaced.
fn faulty(from: &str, to: &str) -> String {
    let whole = block("toml");
    assert!(whole.contains(from), "{from}");
    whole.replacen(from, to, 1)
}

#[test]
fn a_faulty_file_is_told_by_file_line_field_and_what_was_expected() {
    let overlapping = format!(
        "{}\n{}",
        faulty(
            "bodies = [\"fernland-lakes\"]\nservices",
            "series = \"water\"\nbodies = [\"fernland-lakes\"]\nservices"
        ),
        "[[scale]]\nid = \"fernland-lakes-2020\"\nname = \"x\"\nseries = \"water\"\nbodies = [\"fernland-lakes\"]\n\
         services = [\"lido\"]\nfrom = \"2020\"\nkind = \"ordinal\"\noverall = true\n\
         levels = [{ rank = 1, label = \"blue\" }]\n"
    );
    for (kind, text, told) in [
        (
            "syntax",
            faulty("names = [\"Fernland", "names = [Fernland"),
            ["own.toml:", ":10: ", "names"].as_slice(),
        ),
        (
            "unknown field",
            faulty("start = \"2010\"", "begins = \"2010\""),
            &["own.toml:9: ", "field `begins`", "expected"],
        ),
        ("missing field", faulty("kind = \"inspectorate\"\n", ""), &["own.toml:", "field `kind`"]),
        (
            "a word for a date",
            faulty("start = \"2010\"", "start = \"spring\""),
            &["own.toml:9: ", "field `start`", "YYYY-MM"],
        ),
        (
            "dangling reference",
            faulty("services = [\"lido\"]", "services = [\"lidos\"]"),
            &["own.toml:21: ", "field `services`", "`lidos`", "expected the id of a service"],
        ),
        (
            "overlapping editions",
            overlapping,
            &["field `from`", "`fernland-lakes-2020`", "overlaps the edition"],
        ),
        (
            "duplicate alias",
            faulty("acronyms = [\"FLI\"]", "acronyms = [\"CQC\"]"),
            &["own.toml:11: ", "field `acronyms`", "`cqc`", "tell_apart"],
        ),
        (
            "levels out of order",
            faulty("{ rank = 2", "{ rank = 3"),
            &["field `levels.rank`", "expected rank 2"],
        ),
        (
            "a scale before its body",
            faulty("from = \"2010-04\"", "from = \"2008\"\nuntil = \"2009\""),
            &["field `from`", "within the life"],
        ),
    ] {
        let here = folder(&[("own.toml", &text), ("article.txt", "Text.")]);
        let path = here.path();
        for args in [
            ["knowledge", "check", "own.toml"].as_slice(),
            &["extract", "article.txt", "--knowledge", "own.toml"],
            &["explain", "article.txt", "--knowledge", "own.toml"],
            &["check", ".", "--knowledge", "own.toml"],
        ] {
            let output = run(path, args);
            let error = stderr(&output);
            assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{kind}: {error}");
            assert!(told.iter().all(|part| error.contains(part)), "{kind}: {error}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let here = folder(&[("empty/readme.md", "")]);
    for (path, told) in [("none.toml", "no such file"), ("empty", "no .toml file")] {
        let output = run(here.path(), &["knowledge", "check", path]);
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
}

#[test]
fn the_built_in_knowledge_is_sound_and_counted() {
    let here = folder(&[]);
    let output = run(here.path(), &["knowledge", "check"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let told = stdout(&output);
    let count = |what: &str| {
        let line = told.lines().find(|line| line.ends_with(what)).unwrap();
        line.split_whitespace().next().unwrap().parse::<usize>().unwrap()
    };
    assert!(count("bodies") >= 106 && count("  scales") >= 119 && count("levels") >= 488, "{told}");
    assert!(count("aspects") >= 276 && count("markers of furniture") >= 148, "{told}");
}

#[test]
fn bodies_and_scales_are_listed_and_shown() {
    let here = folder(&[("own.toml", block("toml"))]);
    let listed = stdout(&run(here.path(), &["knowledge"]));
    assert!(listed.contains("\nofsted  Ofsted (inspectorate, england"), "{listed}");
    assert!(!listed.contains("fernland"));
    assert!(
        stdout(&run(here.path(), &["knowledge", "--knowledge", "own.toml"]))
            .contains("crystal · clear · murky")
    );
    let whole: Value = serde_json::from_str(&stdout(&run(here.path(), &["knowledge", "--json"]))).unwrap();
    for kind in ["bodies", "scales", "frameworks", "services", "aspects", "furniture"] {
        assert!(whole[kind].as_array().is_some_and(|list| !list.is_empty()), "{kind}");
    }
    let shown = stdout(&run(here.path(), &["knowledge", "show", "ofsted"]));
    assert!(
        shown.starts_with("[[body]]\nid = \"ofsted\"\n") && shown.contains("# scale ofsted-school-4pt-2012")
    );
    let output = run(here.path(), &["knowledge", "show", "ofsed"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("ofsed"), "{}", stderr(&output));
}

#[test]
fn what_was_in_force_is_answered() {
    let here = folder(&[]);
    let ask = |args: &[&str]| run(here.path(), &[&["knowledge", "scale"], args].concat());
    let told = |args: &[&str]| stdout(&ask(args));
    let school = ["--body", "ofsted", "--kind", "school"];
    let of_2013 = told(&[school.as_slice(), &["--date", "2013-05-01"]].concat());
    assert!(of_2013.starts_with("ofsted-school-4pt-2012 "), "{of_2013}");
    assert_eq!(of_2013.lines().count(), 1, "{of_2013}");
    let third = told(&[school.as_slice(), &["--date", "2010-05", "--label", "Satisfactory"]].concat());
    assert!(
        third.starts_with("ofsted-school-4pt-2005 ") && third.ends_with("→ satisfactory, 3 of 4\n"),
        "{third}"
    );
    let none = told(&[school.as_slice(), &["--date", "2013", "--label", "crystal"]].concat());
    assert_eq!(none, "no scale known to be in force\n");
    assert_eq!(code(&ask(&["--body", "ofsed"])), 2);
    assert_eq!(code(&ask(&["--date", "last spring"])), 2);
}

#[test]
fn fmt_rewrites_and_check_only_tells() {
    let untidy = block("toml").replace("id = \"lido\"\nname = \"Lido\"", "name   = 'Lido'\nid = \"lido\"");
    let here = folder(&[("own.toml", &untidy)]);
    let output = run(here.path(), &["knowledge", "fmt", "--check", "own.toml"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (1, "own.toml is not in canonical form\n"));
    assert_eq!(code(&run(here.path(), &["knowledge", "fmt", "."])), 0);
    assert_eq!(fs::read_to_string(here.path().join("own.toml")).unwrap(), block("toml"));
    let here = folder(&[("own.toml", "[[body]]\nid = 3\n")]);
    let output = run(here.path(), &["knowledge", "fmt", "own.toml"]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("own.toml, line 2: field `id`"), "{}", stderr(&output));
}
