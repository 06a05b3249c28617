//! The program as its users meet it: exit codes, messages, what goes to which stream. Nothing here depends on
//! which facts are found.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn findings() -> Command {
    Command::new(env!("CARGO_BIN_EXE_findings"))
}

fn run(folder: &Path, args: &[&str]) -> Output {
    findings().current_dir(folder).args(args).stdin(Stdio::null()).output().unwrap()
}

fn feed(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = findings();
    command
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &Output) -> Vec<String> {
    objects(output).iter().map(|o| o["article"]["id"].as_str().unwrap().to_owned()).collect()
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

#[test]
fn no_path_is_a_usage_error_with_a_hint() {
    let here = folder(&[]);
    for (command, hint) in
        [("extract", "`-` for standard input"), ("explain", "`-`"), ("check", "facts.json")]
    {
        let output = run(here.path(), &[command]);
        assert_eq!(code(&output), 2, "{command}");
        assert!(stderr(&output).contains(hint), "{}", stderr(&output));
        assert!(stderr(&output).contains("Usage: findings"), "{}", stderr(&output));
    }
    assert_eq!(code(&run(here.path(), &[])), 2);
    assert_eq!(code(&run(here.path(), &["extract", "--published", "2024-02-31", "-"])), 2);
    assert_eq!(code(&run(here.path(), &["extract", "--only", "colours", "-"])), 2);
}

#[test]
fn a_folder_is_walked_in_order_for_article_files_only() {
    let here = folder(&[
        ("in/b.txt", "B."),
        ("in/a/article.txt", "A."),
        ("in/a/about.json", "{}"),
        ("in/a/facts.json", "{}"),
        ("in/c.md", "C."),
        ("one.txt", "One."),
    ]);
    let output = run(here.path(), &["extract", "one.txt", "in"]);
    assert_eq!(code(&output), 0);
    assert_eq!(stderr(&output), "");
    assert_eq!(ids(&output), ["one.txt", "in/a/article.txt", "in/b.txt"]);
}

#[test]
fn about_json_gives_day_and_title_and_the_command_line_comes_first() {
    let about = r#"{"published": "2004-01-29", "title": "A report", "outlet": "x"}"#;
    let here = folder(&[("x/article.txt", "Text."), ("x/about.json", about)]);
    let article = |args: &[&str]| objects(&run(here.path(), args))[0]["article"].clone();
    let known = article(&["extract", "x"]);
    assert_eq!(known["published"], "2004-01-29");
    assert_eq!(known["published_basis"], "metadata");
    assert_eq!(known["title"], "A report");
    let given = article(&["extract", "x/article.txt", "--published", "2005-02-03", "--title", "Other"]);
    assert_eq!(given["published"], "2005-02-03");
    assert_eq!(given["published_basis"], "given");
    assert_eq!(given["title"], "Other");
}

#[test]
fn one_bad_input_is_named_and_the_rest_is_done() {
    let here = folder(&[
        ("good.txt", "Good."),
        ("empty.txt", ""),
        ("dir.txt/inner.txt", "Inner."),
        ("none/x.md", ""),
    ]);
    fs::write(here.path().join("broken.txt.gz"), b"caf\xE9").unwrap();
    let output = run(
        here.path(),
        &["extract", "missing.txt", "broken.txt.gz", "none", "empty.txt", "dir.txt", "good.txt"],
    );
    assert_eq!(code(&output), 3);
    assert_eq!(ids(&output), ["empty.txt", "dir.txt/inner.txt", "good.txt"]);
    assert_eq!(
        stderr(&output),
        "findings: missing.txt: no such file or folder\n\
         findings: broken.txt.gz: not compressed data, whatever its name says\n\
         findings: none: no article file in this folder\n"
    );
}

#[test]
fn an_empty_file_gives_an_empty_object_with_every_kind() {
    let here = folder(&[("empty.txt", "")]);
    let output = run(here.path(), &["extract", "empty.txt"]);
    assert_eq!(code(&output), 0);
    let object = &objects(&output)[0];
    assert_eq!(object["article"]["length"], 0);
    let kinds = "bodies providers ratings tallies measures inspections money dates quotes furniture notes";
    for kind in kinds.split(' ') {
        assert_eq!(object[kind], Value::Array(Vec::new()), "{kind}");
    }
}

#[test]
fn ten_megabytes_on_one_line_are_read() {
    let line = "Inspectors rated the school “good” and the £5m plan was agreed on 3 May. ";
    let here = folder(&[("long.txt", &line.repeat(10_000_000 / line.len()))]);
    let output = run(here.path(), &["extract", "long.txt"]);
    assert_eq!(code(&output), 0);
    assert!(objects(&output)[0]["article"]["length"].as_u64().unwrap() > 9_900_000);
}

#[test]
fn standard_input_is_read_when_asked_for() {
    let here = folder(&[]);
    let output = feed(here.path(), &["extract", "-"], "The café shut.".as_bytes());
    assert_eq!(code(&output), 0);
    assert_eq!(ids(&output), ["-"]);
    assert_eq!(objects(&output)[0]["article"]["length"], 15);
}

#[test]
fn pretty_and_plain_hold_the_same() {
    let here = folder(&[("a.txt", "The report was published on 3 May 2004.")]);
    let plain = objects(&run(here.path(), &["extract", "a.txt"])).remove(0);
    let pretty = stdout(&run(here.path(), &["extract", "--pretty", "a.txt"]));
    assert!(pretty.lines().count() > 10);
    assert_eq!(serde_json::from_str::<Value>(&pretty).unwrap(), plain);
}

#[test]
fn the_output_names_its_unit() {
    let here = folder(&[("a.txt", "‘£5’ 😀")]);
    for (unit, length) in [("bytes", 14), ("chars", 6), ("utf16", 7)] {
        let object = objects(&run(here.path(), &["extract", "--offsets", unit, "a.txt"])).remove(0);
        assert_eq!(object["article"]["offsets"], unit);
        assert_eq!(object["article"]["length"], length, "{unit}");
    }
}

#[test]
fn records_keep_their_ids_and_their_order() {
    let here = folder(&[]);
    let lines = "{\"id\": \"a\", \"text\": \"On 3 May.\", \"published\": \"2004-01-29T08:00:00Z\"}\n\n\
                 {\"id\": 7, \"text\": \"é\", \"published\": null}\n\
                 {\"id\": \"c\"}\n\
                 not json\n\
                 {\"text\": \"x\", \"published\": \"soon\"}\n\
                 {\"text\": \"last\"}";
    let args = "extract --only dates,money --from ndjson --text-field text --id-field id --date-field published \
                --offsets chars -";
    let output = feed(here.path(), &args.split_whitespace().collect::<Vec<_>>(), lines.as_bytes());
    assert_eq!(code(&output), 3);
    assert_eq!(ids(&output), ["a", "7", "-:7"]);
    let objects = objects(&output);
    assert_eq!(objects[0]["article"]["published"], "2004-01-29");
    assert_eq!(objects[1]["article"]["length"], 1);
    let told = stderr(&output);
    let named: Vec<&str> = told.lines().map(|l| l.split(": ").nth(1).unwrap()).collect();
    assert_eq!(named, ["-:4", "-:5", "-:6"], "{told}");
    assert!(told.contains("no field `text`") && told.contains("not a JSON object"), "{told}");
    assert!(told.contains("field `published`: `soon` is not a day"), "{told}");
}

#[test]
fn other_field_names_can_be_given() {
    let here = folder(&[(
        "dump.jsonl",
        "{\"url\": \"u\", \"body\": \"B.\", \"date\": \"2020-01-02\", \"head\": \"H\"}\n",
    )]);
    let args =
        "extract --from ndjson --text-field body --id-field url --date-field date --title-field head .";
    let output = run(here.path(), &args.split(' ').collect::<Vec<_>>());
    let about = objects(&output)[0]["article"].clone();
    assert_eq!(
        (&about["id"], &about["published"], &about["title"]),
        (&"u".into(), &"2020-01-02".into(), &"H".into())
    );
    assert_eq!(about["published_basis"], "metadata");
}

#[test]
fn figures_are_read_in_the_order_asked_for() {
    let here = folder(&[("a.txt", "The home was seen on 3/4/2024 and on 13/4/2024.")]);
    let values = |args: &[&str]| -> Vec<String> {
        let output = run(here.path(), args);
        let found = objects(&output)[0]["dates"].clone();
        found.as_array().unwrap().iter().map(|d| d["value"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(values(&["extract", "a.txt"]), ["2024-04-03", "2024-04-13"]);
    assert_eq!(values(&["extract", "a.txt", "--day-order", "month-first"]), ["2024-03-04", "2024-04-13"]);
}

#[test]
fn a_day_that_no_calendar_has_is_told_beside_the_dates_alone() {
    let here = folder(&[
        ("a.txt", "The wing opens on September 31. Nobody in Millbrook was told of a grade of “good”."),
        ("b.txt", "The wing opens on September 30."),
    ]);
    let only = |path, only| objects(&run(here.path(), &["extract", path, "--only", only]))[0].clone();
    let found = only("a.txt", "dates");
    assert!(found["dates"][0]["value"].is_null());
    assert_eq!(found["notes"].as_array().unwrap().len(), 1);
    assert_eq!(found["notes"][0]["message"], "No calendar has this day.");
    assert_eq!(found["notes"][0]["span"], found["dates"][0]["span"]);
    assert_eq!(only("a.txt", "money")["notes"].as_array().unwrap().len(), 0);
    assert_eq!(only("b.txt", "dates")["notes"].as_array().unwrap().len(), 0);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let many: Vec<(String, String)> =
        (0..400).map(|n| (format!("in/{n:03}.txt"), "Text. ".repeat(50))).collect();
    let here = folder(&many.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect::<Vec<_>>());
    let mut child = findings()
        .current_dir(here.path())
        .args(["extract", "in"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    assert_eq!(stderr(&output), "");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_told() {
    let here = folder(&[("a.txt", "Text.")]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output =
        findings().current_dir(here.path()).args(["extract", "a.txt"]).stdout(full).output().unwrap();
    assert_eq!(code(&output), 4);
    assert!(stderr(&output).starts_with("findings: standard output: "), "{}", stderr(&output));
}

#[test]
fn check_passes_differs_and_fails_by_its_exit_code() {
    let here = folder(&[
        ("good/a/article.txt", "The flower show was a success."),
        ("good/a/facts.json", r#"{"exhaustive": ["ratings", "bodies"], "ratings": [], "bodies": []}"#),
        ("differs/a/article.txt", "The flower show was a success."),
        ("differs/a/facts.json", r#"{"ratings": [{"label": "success", "text": "a success"}]}"#),
        ("broken/a/article.txt", "The flower show was a success."),
        ("broken/a/facts.json", r#"{"ratings": [{"colour": "red"}]}"#),
        ("broken/b/article.txt", "No facts."),
        ("empty/notes.md", ""),
    ]);
    let good = run(here.path(), &["check", "good"]);
    assert_eq!(code(&good), 0, "{}", stdout(&good));
    assert!(stdout(&good).contains("1 of 1 articles as they should be"));

    let differs = run(here.path(), &["check", "good", "differs/a"]);
    assert_eq!(code(&differs), 1);
    let miss = "missed  ratings     “a success” success | The flower show was a success.";
    assert!(stdout(&differs).contains(miss), "{}", stdout(&differs));

    let broken = run(here.path(), &["check", "broken", "empty", "good"]);
    assert_eq!(code(&broken), 3);
    assert!(stdout(&broken).contains("good/a: ok"));
    assert_eq!(
        stderr(&broken),
        "findings: broken/a: facts.json: ratings[0]: unknown field colour\n\
         findings: broken/b: facts.json: no such file or folder\n\
         findings: empty: no fixture here (a folder with article.txt and facts.json)\n"
    );
}

#[test]
fn the_gaps_that_check_prints_are_the_ones_it_asks_for() {
    let article = "Ashby School was rated good by Ofsted, good for care. It spent £5m, then £5m.";
    let facts = r#"{"exhaustive": ["bodies", "providers", "ratings", "money", "inspections"],
        "ratings": [{"label": "poor", "text": "rated good"}],
        "money": [{"amount": 6000000, "text": "£5m", "nth": 2}],
        "never": {"dates": [{"text": "then"}]}
    }"#;
    let here = folder(&[("a/article.txt", article), ("a/facts.json", facts)]);
    assert_eq!(code(&run(here.path(), &["check", "a"])), 1);
    let printed = stdout(&run(here.path(), &["check", "--gaps", "a"]));
    let gaps = printed.strip_prefix("a/facts.json\n").unwrap();
    let mended = format!("{},\n{gaps}}}", facts.trim_end().strip_suffix('}').unwrap().trim_end());
    fs::write(here.path().join("a/facts.json"), mended).unwrap();
    let checked = run(here.path(), &["check", "a"]);
    assert_eq!(code(&checked), 0, "{}{}", stdout(&checked), stderr(&checked));
    assert_eq!(stdout(&run(here.path(), &["check", "--gaps", "a"])), printed);
}

#[test]
fn check_speaks_json_to_machines() {
    let here = folder(&[
        ("a/article.txt", "The flower show was a success."),
        ("a/facts.json", r#"{"ratings": [{"label": "success", "text": "a success"}]}"#),
    ]);
    let report: Value = serde_json::from_str(&stdout(&run(here.path(), &["check", "--json", "a"]))).unwrap();
    assert_eq!(report["clean"], false);
    assert_eq!(report["fixtures"][0]["misses"][0]["sort"], "missed");
    let rows = report["rows"].as_array().unwrap();
    let ratings = rows.iter().find(|row| row["name"] == "ratings").unwrap();
    assert_eq!((&ratings["expected"], &ratings["missed"]), (&1.into(), &1.into()));
}

#[test]
fn explain_tells_of_an_article_without_ratings_too() {
    let here = folder(&[("a.txt", "The flower show was a success.")]);
    let output = run(here.path(), &["explain", "--published", "2019-08-12", "a.txt"]);
    assert_eq!(code(&output), 0);
    assert_eq!(stdout(&output), "a.txt: published 2019-08-12; ratings: 0\n\n");
}

#[test]
fn help_lists_the_commands_and_the_exit_codes() {
    let help = stdout(&run(folder(&[]).path(), &["--help"]));
    for word in ["extract", "check", "explain", "Exit codes"] {
        assert!(help.contains(word), "{help}");
    }
}

/// The article, the command and the output of the README's first page: what a newcomer sees first must be so.
#[test]
fn the_readme_shows_what_is_found() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap();
    let block = |language: &str| {
        let from = readme.split(&format!("```{language}\n")).nth(1).unwrap();
        from.split("```").next().unwrap().to_owned()
    };
    let here = folder(&[("article.txt", &block("text"))]);
    let command = readme.split("`findings ").nth(1).unwrap().split('`').next().unwrap();
    let shown = run(here.path(), &command.split(' ').collect::<Vec<_>>());
    assert_eq!(stdout(&shown), block("json"));
}
