//! How runs go: the same bytes for every number of threads, interrupted and gone on with, told in numbers.
//! `examples/scale.rs` does the same with a hundred thousand articles.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "many.rs"]
mod many;

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_findings"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    command
}

fn findings(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a dump of so many articles, one line in a hundred broken.
fn dump(count: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let many = many::Many::of_fixtures();
    let line = |n: usize| if n % 100 == 50 { "{broken\n".to_owned() } else { many.line(n) };
    fs::write(folder.path().join("dump.ndjson"), (0..count).map(line).collect::<String>()).unwrap();
    folder
}

/// Waits until a file has so many bytes, and says whether the run still goes on then.
fn wait_for(path: &Path, bytes: u64, child: &mut Child) -> bool {
    let begun = Instant::now();
    while fs::metadata(path).map_or(0, |m| m.len()) < bytes {
        assert!(begun.elapsed() < Duration::from_secs(120), "nothing is written");
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        thread::sleep(Duration::from_millis(2));
    }
    true
}

#[test]
fn every_number_of_threads_gives_the_same_bytes() {
    let here = dump(400);
    let run = |jobs: &str| {
        let output = findings(here.path(), &["extract", "dump.ndjson", "-j", jobs]);
        assert_eq!(output.status.code(), Some(3));
        (output.stdout, output.stderr)
    };
    let one = run("1");
    assert_eq!(one.0.iter().filter(|b| **b == b'\n').count(), 396);
    assert!(run("2") == one);
    assert!(run("7") == one);
}

#[test]
fn a_run_that_was_killed_is_gone_on_with() {
    let here = dump(1500);
    let expected = findings(here.path(), &["extract", "dump.ndjson"]).stdout;
    let part = here.path().join("out.ndjson.part");
    let args = ["extract", "dump.ndjson", "-o", "out.ndjson", "--errors", "errors.ndjson"];
    let resumed = [args.as_slice(), &["--resume"]].concat();
    let mut kills = 0;
    for turn in 1..=3 {
        let mut child = command(here.path(), if turn == 1 { &args } else { &resumed })
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if wait_for(&part, expected.len() as u64 * turn / 5, &mut child) {
            kills += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(kills, 3);
    assert!(!here.path().join("out.ndjson").exists());
    // As a full disk leaves it.
    let mut torn = fs::read(&part).unwrap();
    torn.extend_from_slice(b"{\"format\":1,\"artic");
    fs::write(&part, torn).unwrap();
    let output = findings(here.path(), &[resumed.as_slice(), &["--manifest", "run.json"]].concat());
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert!(fs::read(here.path().join("out.ndjson")).unwrap() == expected);
    let mut left: Vec<_> =
        fs::read_dir(here.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["dump.ndjson", "errors.ndjson", "out.ndjson", "run.json"]);
    let run: Value = serde_json::from_slice(&fs::read(here.path().join("run.json")).unwrap()).unwrap();
    assert_eq!((&run["counts"]["articles"], &run["counts"]["failures"]), (&1485.into(), &15.into()));
    assert!(run["counts"]["done_before"].as_u64().unwrap() > 300, "{run}");
    assert_eq!(run["failures"].as_array().unwrap().len(), 15);
    assert_eq!(fs::read_to_string(here.path().join("errors.ndjson")).unwrap().lines().count(), 15);
    assert!(stderr(&output).lines().last().unwrap().contains("1,485 articles ("), "{}", stderr(&output));
}

#[test]
fn a_file_that_was_cut_is_gone_on_with() {
    let here = dump(60);
    let args = ["extract", "dump.ndjson", "-o", "out.ndjson", "--resume"];
    findings(here.path(), &args);
    let whole = fs::read(here.path().join("out.ndjson")).unwrap();
    for length in [whole.len(), whole.len() - 1, whole.len() / 2, 1, 0] {
        fs::write(here.path().join("out.ndjson"), &whole[..length]).unwrap();
        let output = findings(here.path(), &args);
        assert_eq!(output.status.code(), Some(3), "{length}: {}", stderr(&output));
        assert!(fs::read(here.path().join("out.ndjson")).unwrap() == whole, "{length}");
    }
    // New articles at the end of the input are added.
    let more = fs::read_to_string(here.path().join("dump.ndjson")).unwrap()
        + "{\"id\": \"new\", \"text\": \"New.\"}\n";
    fs::write(here.path().join("dump.ndjson"), more).unwrap();
    findings(here.path(), &args);
    let longer = fs::read(here.path().join("out.ndjson")).unwrap();
    assert!(longer.starts_with(&whole) && longer.len() > whole.len());
}

#[test]
fn what_was_done_otherwise_is_not_gone_on_with() {
    let here = dump(60);
    let mut child = command(here.path(), &["extract", "dump.ndjson", "-", "-o", "out.ndjson", "-j1"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    assert!(wait_for(&here.path().join("out.ndjson.part"), 1, &mut child));
    child.kill().unwrap();
    child.wait().unwrap();
    let resume = |args: &[&str]| {
        findings(here.path(), &[&["extract", "dump.ndjson", "-o", "out.ndjson", "--resume"], args].concat())
    };
    let other = resume(&["--offsets", "chars"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(stderr(&other).contains("with other knowledge or options"), "{}", stderr(&other));
    assert_eq!(resume(&[]).status.code(), Some(3));
    // A whole file has no note of its options any more: its last line shows them.
    assert_eq!(resume(&["--offsets", "chars"]).status.code(), Some(2));
    let fresh = findings(here.path(), &["extract", "dump.ndjson", "-o", "out.ndjson"]);
    assert_eq!(fresh.status.code(), Some(3));
    // Another input.
    fs::write(here.path().join("dump.ndjson"), "{\"id\": \"x\", \"text\": \"X.\"}\n".repeat(2)).unwrap();
    let other = resume(&[]);
    assert_eq!(other.status.code(), Some(2));
    assert!(stderr(&other).contains("where the input has `x`"), "{}", stderr(&other));
    assert_eq!(resume(&["--pretty"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_run_after_what_is_in_hand() {
    let here = dump(3000);
    let part = here.path().join("out.ndjson.part");
    let args = ["extract", "dump.ndjson", "-o", "out.ndjson", "--manifest", "run.json"];
    let mut child = command(here.path(), &args).stderr(Stdio::piped()).spawn().unwrap();
    assert!(wait_for(&part, 1, &mut child));
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    assert!(stderr(&output).contains("interrupted after"), "{}", stderr(&output));
    let done = fs::read_to_string(&part).unwrap();
    assert!(done.ends_with("}\n") && done.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    let run: Value = serde_json::from_slice(&fs::read(here.path().join("run.json")).unwrap()).unwrap();
    assert_eq!(
        (&run["interrupted"], &run["counts"]["articles"]),
        (&true.into(), &done.lines().count().into())
    );
    let resumed = findings(here.path(), &["extract", "dump.ndjson", "-o", "out.ndjson", "--resume"]);
    assert_eq!(resumed.status.code(), Some(3), "{}", stderr(&resumed));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_run_that_waits_for_its_input() {
    let here = dump(1);
    let mut child =
        command(here.path(), &["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    thread::sleep(Duration::from_millis(500));
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it waits on");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn a_manifest_says_what_was_done() {
    let here = dump(3);
    let args = ["extract", "dump.ndjson", "-o", "out.ndjson", "--manifest", "run.json", "--only", "ratings"];
    let output = findings(here.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let run: Value = serde_json::from_slice(&fs::read(here.path().join("run.json")).unwrap()).unwrap();
    assert!(run["knowledge"]["hash"].as_str().unwrap().starts_with("sha256:"));
    assert_eq!(run["options"]["output"]["only"][0], "ratings");
    assert_eq!((&run["inputs"][0], &run["output"]), (&"dump.ndjson".into(), &"out.ndjson".into()));
    assert_eq!((&run["counts"]["articles"], &run["interrupted"]), (&3.into(), &false.into()));
    let told = stderr(&output);
    assert!(told.starts_with("findings: 3 articles · ") && told.contains(" · 0 failures in "), "{told}");
    let quiet = findings(here.path(), &[args.as_slice(), &["--quiet"]].concat());
    assert_eq!(stderr(&quiet), "");
}
