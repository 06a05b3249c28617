//! Every kind of input and every packing: the same facts for the same article. And inputs with something wrong: each
//! trouble is named once, and the rest is done.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "inputs/made.rs"]
mod made;

use made::{TITLE, csv, gz, page, parquet, record, text, warc, zip, zst};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn findings(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_findings"));
    command.current_dir(folder).args(args).stdin(Stdio::null()).output().unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    let stdout = String::from_utf8(output.stdout.clone()).unwrap();
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn ids(output: &Output) -> Vec<String> {
    objects(output).iter().map(|o| o["article"]["id"].as_str().unwrap().to_owned()).collect()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn every_kind_in_every_packing_gives_the_same_facts() {
    let line = format!("{}\n", record());
    let kinds: [(&str, Vec<u8>); 7] = [
        ("a.txt", text().into_bytes()),
        ("a.html", page().into_bytes()),
        ("a.ndjson", line.into_bytes()),
        ("a.csv", csv(',').into_bytes()),
        ("a.tsv", csv('\t').into_bytes()),
        ("a.parquet", parquet()),
        ("a.warc", warc(false)),
    ];
    let known = ["--published", "2023-03-14", "--title", TITLE];
    let facts = |name: &str, bytes: &[u8]| {
        let here = folder(&[(name, bytes)]);
        let output = findings(here.path(), &[&["extract", name], known.as_slice()].concat());
        assert_eq!(stderr(&output), "", "{name}");
        let [object] = objects(&output).try_into().unwrap_or_else(|o| panic!("{name}: {o:?}"));
        let mut object: Value = object;
        object["article"]["id"].take();
        object
    };
    let expected = facts("a.txt", text().as_bytes());
    assert_eq!(expected["ratings"].as_array().unwrap().len(), 2, "{expected:#}");
    for (name, bytes) in &kinds {
        assert_eq!(facts(name, bytes), expected, "{name}");
        assert_eq!(facts(&format!("{name}.gz"), &gz(bytes)), expected, "{name}.gz");
        assert_eq!(facts(&format!("{name}.zst"), &zst(bytes)), expected, "{name}.zst");
        let member = format!("inner/{name}");
        assert_eq!(facts(&format!("{name}.zip"), &zip(&[(&member, bytes)])), expected, "{name}.zip");
        // And told by its first bytes alone, where these tell it.
        if *name != "a.csv" && *name != "a.tsv" {
            assert_eq!(facts("dump", bytes), expected, "{name} without a name");
            assert_eq!(facts("dump.gz", &gz(bytes)), expected, "{name}.gz without a name");
        }
    }
    assert_eq!(facts("each.warc.gz", &warc(true)), expected);
    // Twice in one stream, as `cat a.gz b.gz` makes it.
    let half = text().split_at(100).0.len();
    let both = [gz(&text().as_bytes()[..half]), gz(&text().as_bytes()[half..])].concat();
    assert_eq!(facts("both.txt.gz", &both), expected);
    let both = [zst(&text().as_bytes()[..half]), zst(&text().as_bytes()[half..])].concat();
    assert_eq!(facts("both.txt.zst", &both), expected);
}

#[test]
fn standard_input_is_told_by_its_first_bytes() {
    let here = folder(&[]);
    let inputs =
        [gz(page().as_bytes()), zip(&[("x/a.txt", text().as_bytes())]), parquet(), csv(',').into_bytes()];
    for input in inputs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_findings"));
        command.current_dir(here.path()).args(["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((stderr(&output).as_str(), objects(&output).len()), ("", 1));
        assert_eq!(objects(&output)[0]["article"]["length"], text().len());
    }
}

#[test]
fn records_bring_their_id_day_and_title() {
    let here = folder(&[
        ("a.ndjson", format!("{}\n", record()).as_bytes()),
        ("b.csv", csv(',').as_bytes()),
        ("c.parquet", &parquet()),
    ]);
    let output = findings(here.path(), &["extract", "."]);
    assert_eq!(stderr(&output), "");
    for object in objects(&output) {
        let article = &object["article"];
        assert_eq!((&article["id"], &article["title"]), (&"a1".into(), &TITLE.into()));
        assert_eq!(
            (&article["published"], &article["published_basis"]),
            (&"2023-03-14".into(), &"metadata".into())
        );
    }
}

#[test]
fn what_is_wrong_with_a_folder_is_told_once_and_the_rest_is_done() {
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain("It cost £5m.".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cut = gz(&text().into_bytes().repeat(50));
    let long = format!(
        "{{\"text\": \"One.\"}}\n{{\"text\": \"{}\"}}\n{{\"text\": \"Three.\"}}\n",
        "x".repeat(3 << 20)
    );
    let index = "<html><body><ul><li><a href='/1'>One story</a></li><li><a href='/2'>Another</a></li></ul></body></html>";
    let here = folder(&[
        ("in/b-empty.txt", b""),
        ("in/c.txt/inner.txt", b"Inner."),
        ("in/e-broken.txt.gz", &cut[..cut.len() / 2]),
        ("in/f-not.txt.gz", b"not packed at all"),
        (
            "in/g.zip",
            &zip(&[
                ("../../up.txt", b"Up."),
                ("ok/x.txt", b"Ok."),
                ("notes.md", b"No."),
                (".hidden.txt", b"No."),
            ]),
        ),
        ("in/h-wide.txt", &wide),
        ("in/i-windows.txt", b"It cost \xA35m, \x93we\x94 said."),
        ("in/j-long.ndjson", long.as_bytes()),
        ("in/k-index.html", index.as_bytes()),
        ("in/l-broken.zip", b"PK\x03\x04 and no more"),
        ("in/m-broken.parquet", b"PAR1 and no more"),
        ("in/.hidden.txt", b"Hidden."),
        ("in/z-last.txt", b"Last."),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", here.path().join("in/d-unreadable.txt")).unwrap();
    let output =
        findings(here.path(), &["extract", "in", "--max-doc-bytes", "1M", "--errors", "errors.ndjson"]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(
        ids(&output),
        [
            "in/b-empty.txt", "in/c.txt/inner.txt", "in/g.zip/../../up.txt", "in/g.zip/ok/x.txt",
            "in/h-wide.txt", "in/i-windows.txt", "in/j-long.ndjson:1", "in/j-long.ndjson:3", "in/z-last.txt"
        ]
    );
    let money = |at: usize| objects(&output)[at]["money"][0]["text"].clone();
    assert_eq!((money(4), money(5)), ("£5m".into(), "£5m".into()));
    let told = stderr(&output);
    let mut lines = told.lines();
    let mut next = |name: &str, reason: &str| {
        let line = lines.next().unwrap_or_default();
        assert!(
            line.starts_with(&format!("findings: {name}: ")) && line.contains(reason),
            "{line}\nof\n{told}"
        );
    };
    #[cfg(unix)]
    next("in/d-unreadable.txt", "no such file");
    next("in/e-broken.txt.gz", "ends in the middle");
    next("in/f-not.txt.gz", "not compressed data");
    next("in/j-long.ndjson:2", "longer than 1 MB (--max-doc-bytes)");
    next("in/k-index.html", "no article in this page");
    next("in/l-broken.zip", "broken zip");
    next("in/m-broken.parquet", "not read as Parquet");
    assert_eq!(lines.next(), None);
    let records = fs::read_to_string(here.path().join("errors.ndjson")).unwrap();
    let named: Vec<Value> = records.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(named.len(), told.lines().count());
    assert!(named.iter().all(|n| n["type"] == "error" && n["reason"].is_string()));
    assert!(!here.path().join("up.txt").exists() && !here.path().parent().unwrap().join("up.txt").exists());
}

#[test]
fn what_comes_before_a_break_is_kept() {
    let lines: String =
        (0..20_000).map(|n| format!("{{\"id\": {n}, \"text\": \"Number {n}.\"}}\n")).collect();
    let packed = gz(lines.as_bytes());
    let here = folder(&[("cut.ndjson.gz", &packed[..packed.len() - 500])]);
    let output = findings(here.path(), &["extract", "cut.ndjson.gz"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(ids(&output).len() > 10_000);
    let told = stderr(&output);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("it ends in the middle of the compressed data; what follows is lost"), "{told}");
}

#[test]
fn files_are_chosen_and_listed() {
    let here = folder(&[
        ("in/2019/a.html", b""),
        ("in/2019/b.txt", b"B."),
        ("in/2020/c.txt", b"C."),
        ("in/2020/skip/d.txt", b"D."),
        ("in/.git/HEAD", b""),
        ("in/.gitignore", b"*.html\n"),
        ("in/.e.txt", b"E."),
        ("in/notes.md", b"N."),
        ("list", b"in/2020/c.txt\n\nin/2019\n"),
    ]);
    let listed = |args: &[&str]| {
        let output = findings(here.path(), &[&["extract", "--files"], args].concat());
        String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|l| l.trim_start_matches("in/").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(&["in"]), ["2019/b.txt", "2020/c.txt", "2020/skip/d.txt"]);
    assert_eq!(listed(&["in", "--no-ignore"])[0], "2019/a.html");
    assert!(listed(&["in", "--hidden"]).contains(&".e.txt".to_owned()));
    assert_eq!(listed(&["in", "--exclude", "skip"]), ["2019/b.txt", "2020/c.txt"]);
    assert_eq!(listed(&["in", "--glob", "2020/*"]), ["2020/c.txt"]);
    assert_eq!(listed(&["in", "--glob", "*.md"]), ["notes.md"]);
    assert_eq!(listed(&["--files-from", "list"]), ["2020/c.txt", "2019/b.txt"]);
    assert_eq!(listed(&["in/.e.txt"]), [".e.txt"]);
    let wrong = findings(here.path(), &["extract", "in", "--glob", "a{"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).starts_with("findings: --glob: "), "{}", stderr(&wrong));
    assert_eq!(findings(here.path(), &["extract", "--files", "nowhere"]).status.code(), Some(3));
}

#[test]
fn the_day_of_publication_is_never_made_up() {
    let here = folder(&[
        ("in/2024-08-20-a.txt", b"It shut last month."),
        ("in/b.txt", b"It shut last month."),
        (
            "in/2001-01-01-c.ndjson",
            b"{\"text\": \"It shut last month.\", \"pubdate\": \"Tue, 20 Aug 2024 06:00:00 GMT\"}",
        ),
        ("in/d.ndjson", b"{\"text\": \"It shut last month.\", \"date\": \"soon\"}"),
    ]);
    let days = |args: &[&str]| {
        let output = findings(here.path(), &[&["extract", "in"], args].concat());
        objects(&output)
            .iter()
            .map(|o| o["article"]["published"].as_str().unwrap_or("-").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(days(&[]), ["2024-08-20", "-", "-", "-"]);
    assert_eq!(days(&["--date-from", "filename:%Y-%m-%d"]), ["2024-08-20", "2024-08-20", "-", "-"]);
    assert_eq!(days(&["--published", "2020-02-02"]), ["2020-02-02"; 4]);
    let wrong = findings(here.path(), &["extract", "in", "--date-from", "mtime"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn encodings_are_taken_as_given() {
    let here = folder(&[
        ("a.txt", b"Prix: \xBD"),
        ("wrong.txt", "A fine of Â£68m, the â€˜good’ report said.".as_bytes()),
        ("table.csv", b"text,date\n\"It cost \xA35m\",2024-08-20\n"),
    ]);
    let length = |args: &[&str]| {
        let output = findings(here.path(), &[&["extract", "--offsets", "chars"], args].concat());
        assert_eq!(stderr(&output), "");
        objects(&output)[0]["article"]["length"].clone()
    };
    assert_eq!(length(&["a.txt", "-E", "iso-8859-15"]), 7);
    assert_eq!(length(&["wrong.txt"]), "A fine of £68m, the ‘good’ report said.".chars().count());
    assert_eq!(
        length(&["wrong.txt", "--no-repair"]),
        "A fine of Â£68m, the â€˜good’ report said.".chars().count()
    );
    assert_eq!(length(&["table.csv"]), "It cost £5m".chars().count());
    assert_eq!(findings(here.path(), &["extract", "a.txt", "-E", "klingon"]).status.code(), Some(2));
}

#[test]
fn pages_are_read_for_their_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    let expected: Value = serde_json::from_slice(&fs::read(folder.join("pages.json")).unwrap()).unwrap();
    for (name, page) in expected.as_object().unwrap() {
        let args = findings_cli::args::Known::default();
        let reading = findings_cli::input::Reading::text(&args).unwrap();
        let mut read = Vec::new();
        let _ = reading.each(&[folder.join(format!("{name}.html"))], |input| {
            read.push(input);
            Ok::<(), ()>(())
        });
        let input = match (&page["title"], read.remove(0)) {
            (Value::Null, input) => {
                assert_eq!(input.unwrap_err().reason, "no article in this page", "{name}");
                continue;
            }
            (_, input) => input.unwrap(),
        };
        assert_eq!(input.about.title.as_deref(), page["title"].as_str(), "{name}");
        assert_eq!(
            input.about.published.map(|d| d.to_string()).as_deref(),
            page["published"].as_str(),
            "{name}"
        );
        let phrases = |list: &str| {
            page[list].as_array().unwrap().iter().map(|p| p.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        for phrase in phrases("keep") {
            assert!(input.text.contains(&phrase), "{name} without “{phrase}”:\n{}", input.text);
        }
        for phrase in phrases("drop") {
            assert!(!input.text.contains(&phrase), "{name} with “{phrase}”:\n{}", input.text);
        }
    }
}
