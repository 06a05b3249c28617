//! What `findings check` prints: each fixture's misses in lines of their own, then the figures.

use super::{Count, Fixture, Miss, Outcome, Sort, Table, folders};
use findings::Extractor;
use serde_json::{Value, json};
use std::fmt;
use std::path::{Path, PathBuf};

/// All fixtures of one run.
#[derive(Debug, Default)]
pub struct Report {
    /// The compared ones, in order.
    pub fixtures: Vec<(PathBuf, Outcome)>,
    /// The paths that could not be read as fixtures, with the reason.
    pub failed: Vec<(PathBuf, String)>,
    /// The sum of the figures.
    pub table: Table,
}

impl Report {
    /// Runs every fixture at the paths; one that cannot be read does not keep the others from it.
    pub fn of<P: AsRef<Path>>(paths: &[P], extractor: &Extractor) -> Self {
        let mut report = Self::default();
        for path in paths {
            match folders(path.as_ref()) {
                Ok(found) => found.into_iter().for_each(|folder| report.run(folder, extractor)),
                Err(error) => report.failed.push((path.as_ref().to_owned(), format!("{error:#}"))),
            }
        }
        report
    }

    fn run(&mut self, folder: PathBuf, extractor: &Extractor) {
        match Fixture::read(&folder).and_then(|fixture| super::run(&fixture, extractor)) {
            Ok(outcome) => {
                self.table.add(&outcome.table);
                self.fixtures.push((folder, outcome));
            }
            Err(error) => self.failed.push((folder, format!("{error:#}"))),
        }
    }

    /// True when every fixture that was read is as it should be.
    pub fn is_clean(&self) -> bool {
        self.fixtures.iter().all(|(_, outcome)| outcome.is_clean())
    }

    /// The same for machines.
    pub fn to_json(&self) -> Value {
        let fixtures: Vec<Value> = self
            .fixtures
            .iter()
            .map(|(path, outcome)| {
                json!({
                    "path": path.display().to_string(),
                    "clean": outcome.is_clean(),
                    "misses": outcome.misses,
                    "closed_gaps": outcome.closed,
                    "rows": rows(&outcome.table),
                })
            })
            .collect();
        let failed: Vec<Value> = self
            .failed
            .iter()
            .map(|(path, why)| json!({"path": path.display().to_string(), "reason": why}))
            .collect();
        json!({"clean": self.is_clean(), "fixtures": fixtures, "failed": failed, "rows": rows(&self.table)})
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, outcome) in &self.fixtures {
            write_fixture(f, path, outcome)?;
        }
        if !self.fixtures.is_empty() {
            writeln!(f)?;
            write!(f, "{}", self.table)?;
            let clean = self.fixtures.iter().filter(|(_, outcome)| outcome.is_clean()).count();
            writeln!(f, "{clean} of {} articles as they should be", self.fixtures.len())?;
        }
        Ok(())
    }
}

fn write_fixture(f: &mut fmt::Formatter<'_>, path: &Path, outcome: &Outcome) -> fmt::Result {
    let (known, open): (Vec<&Miss>, Vec<&Miss>) = outcome.misses.iter().partition(|miss| miss.gap.is_some());
    let gaps = if known.is_empty() { String::new() } else { format!(", {} known", known.len()) };
    let state = if outcome.is_clean() { "ok" } else { "differs" };
    writeln!(f, "{}: {state} ({} misses{gaps})", path.display(), open.len())?;
    for miss in open.into_iter().chain(known) {
        write_miss(f, miss)?;
    }
    for gap in &outcome.closed {
        writeln!(f, "  closed  {gap}: this gap is one no more, take it out of facts.json")?;
    }
    Ok(())
}

fn write_miss(f: &mut fmt::Formatter<'_>, miss: &Miss) -> fmt::Result {
    let sort = match miss.sort {
        Sort::Missed => "missed",
        Sort::Wrong => "wrong",
        Sort::Extra => "extra",
        Sort::Never => "never",
    };
    write!(f, "  {sort:<7} {:<11} {}", miss.kind, one_line(&miss.fact))?;
    if !miss.differences.is_empty() {
        write!(f, " | {}", one_line(&miss.differences.join("; ")))?;
    }
    if !miss.sentence.is_empty() {
        write!(f, " | {}", one_line(&miss.sentence))?;
    }
    if let Some(reason) = &miss.gap {
        write!(f, " | gap: {reason}")?;
    }
    writeln!(f)
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

fn rows(table: &Table) -> Vec<Value> {
    let row = |(name, count): &(&str, Count)| {
        json!({
            "name": name,
            "expected": count.expected, "found": count.found, "right": count.right,
            "missed": count.missed, "wrong": count.wrong, "extra": count.extra,
            "precision": count.precision(), "recall": count.recall(), "f1": count.f1(),
        })
    };
    table.rows.iter().map(row).collect()
}
