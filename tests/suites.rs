//! Suites of date and money phrases from elsewhere, run through the program and scored by their own scorer. They are not
//! part of the project: the folder that `FINDINGS_SUITES` names holds them (`score.py`, `cases/*.ndjson`), or
//! `shared/benchmarks` beside the project's own. Where there is none, the test says so and ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A suite, and what its core tier must reach: strict-span F1 and value F1 in hundredths.
const SUITES: &[(&str, f64, f64)] = &[
    ("duckling-time", 90.0, 85.0),
    ("recognizers-model", 70.0, 75.0),
    ("duckling-money", 0.0, 85.0),
    ("recognizers-currency", 0.0, 90.0),
];

#[test]
fn suites_of_dates_and_money_score_what_they_must() {
    let Some(folder) = suites() else {
        eprintln!("skipped: no folder with score.py and cases/ (name one in FINDINGS_SUITES)");
        return;
    };
    let scratch = tempfile::tempdir().unwrap();
    let mut short = Vec::new();
    for &(suite, strict, value) in SUITES {
        let cases = folder.join("cases").join(format!("{suite}.ndjson"));
        let predictions = scratch.path().join(suite);
        fs::write(&predictions, predict(&fs::read_to_string(&cases).unwrap())).unwrap();
        let Some((strict_f1, value_f1)) = score(&folder, &cases, &predictions) else {
            eprintln!("skipped: no python3 to run score.py with");
            return;
        };
        println!("{suite}: strict F1 {strict_f1:.1}, value F1 {value_f1:.1}");
        if strict_f1 < strict || value_f1 < value {
            short.push(format!("{suite}: {strict_f1:.1} and {value_f1:.1}, needs {strict} and {value}"));
        }
    }
    assert!(short.is_empty(), "core tier, strict F1 and value F1: {}", short.join("; "));
}

fn suites() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/benchmarks");
    let folder = std::env::var_os("FINDINGS_SUITES").map_or_else(beside, PathBuf::from);
    (folder.join("score.py").is_file() && folder.join("cases").is_dir()).then_some(folder)
}

/// The cases through the program, as the scorer takes them: a line a case.
fn predict(cases: &str) -> String {
    let cases: Vec<Value> = cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let record = |case: &Value| {
        let day = case["reference_date"].as_str().and_then(|d| d.get(..10));
        json!({"id": case["id"], "text": case["text"], "published": day}).to_string() + "\n"
    };
    let found = extract(cases.iter().map(record).collect());
    let lines = cases.iter().zip(found.lines()).map(|(case, line)| {
        let found: Value = serde_json::from_str(line).unwrap();
        assert_eq!(found["article"]["id"], case["id"]);
        let rows: Vec<Value> = match case["kind"].as_str() {
            Some("money") => found["money"].as_array().unwrap().iter().map(sum).collect(),
            _ => found["dates"].as_array().unwrap().iter().map(date).collect(),
        };
        json!({"id": case["id"], "predictions": rows}).to_string() + "\n"
    });
    lines.collect()
}

fn extract(records: String) -> String {
    let args = "extract --only dates,money --from ndjson --text-field text --id-field id --date-field published \
                --offsets chars -";
    let mut child = Command::new(env!("CARGO_BIN_EXE_findings"))
        .args(args.split_whitespace())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feed = std::thread::spawn(move || stdin.write_all(records.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn row(fact: &Value, value: Value) -> Value {
    json!({"start": fact["span"][0], "end": fact["span"][1], "text": fact["text"], "value": value})
}

fn date(date: &Value) -> Value {
    let days = json!({"timex": date["timex"], "start": date["from"], "end": date["to"], "inclusive": true, "grain": date["grain"]});
    row(date, days)
}

fn sum(sum: &Value) -> Value {
    let currency = &sum["currency"];
    let value = match &sum["amount"] {
        Value::Null => json!({"min": sum["low"], "max": sum["high"], "currency": currency}),
        amount => json!({"amount": amount, "currency": currency}),
    };
    row(sum, value)
}

/// Strict-span F1 and value F1 of the core tier in hundredths; `None` where Python is missing.
fn score(folder: &Path, cases: &Path, predictions: &Path) -> Option<(f64, f64)> {
    let scorer = folder.join("score.py");
    let output =
        Command::new("python3").arg(scorer).arg(cases).arg(predictions).arg("--json").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let core = rows.iter().find(|row| row["tier"] == "core").unwrap();
    let of = |field: &str| core[field].as_f64().unwrap() * 100.0;
    Some((of("strict_f1"), of("value_f1_equal")))
}
