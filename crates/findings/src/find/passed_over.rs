//! A check for the finders that pass over most words at their first look: what is passed over is read all the same, and
//! no reader may find anything there. Knows no finder.
#![allow(
    clippy::disallowed_methods,
    reason = "the sentences are those of the pages of tests/spec and the fixtures"
)]

use super::lex::Line;
use crate::text::{Article, Text};
use std::fs;
use std::path::{Path, PathBuf};

/// Asks at every word of every sentence: `None` where it is read, else whether it is right to be passed over.
pub(super) fn each(right: impl Fn(&Line<'_>, usize) -> Option<bool>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = files(&root.join("tests/spec"), "md").into_iter().chain(files(&root.join("fixtures"), "txt"));
    let (mut passed, mut wrong) = (0, Vec::new());
    for file in files {
        let whole = fs::read_to_string(file).unwrap();
        let text = Text::new(&Article::new(&whole));
        for &sentence in &text.sentences {
            let line = Line::new(text.as_str(), sentence);
            for i in 0..line.len() {
                let Some(right) = right(&line, i) else { continue };
                passed += 1;
                if !right {
                    wrong.push(format!("{:?} in {:?}", line.text(i), text.at(sentence)));
                }
            }
        }
    }
    assert!(passed > 1_000, "only {passed} words were asked for");
    assert!(wrong.is_empty(), "passed over, though a reader finds something there:\n{}", wrong.join("\n"));
}

/// The same of every sentence.
pub(crate) fn sentences(right: impl Fn(&str) -> Option<bool>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = files(&root.join("tests/spec"), "md").into_iter().chain(files(&root.join("fixtures"), "txt"));
    let mut passed = 0;
    for file in files {
        let whole = fs::read_to_string(file).unwrap();
        let text = Text::new(&Article::new(&whole));
        for &sentence in &text.sentences {
            let words = text.at(sentence);
            let Some(right) = right(words) else { continue };
            passed += 1;
            assert!(right, "passed over, though a reader finds something there: {words:?}");
        }
    }
    assert!(passed > 1_000, "only {passed} sentences were passed over");
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match entry.is_dir() {
            true => found.extend(files(&entry, ending)),
            false => found.extend(Some(entry).filter(|e| e.extension().is_some_and(|e| e == ending))),
        }
    }
    found
}
