//! The house stands as drawn: a floor imports only the floors below it, and siblings in `relate/` never import
//! each other. Reads the `crate::` and `super::` paths of every source file; tests and comments may name what
//! they like.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "this test reads the sources")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. `alone` is the way in for those who want only dates or sums.
const FLOORS: [&[&str]; 10] = [
    &["text"],
    &["fact"],
    &["knowledge"],
    &["scan"],
    &["find"],
    &["resolve"],
    &["relate"],
    &["assemble"],
    &["extract", "alone"],
    &["lib"],
];

/// The plain types that the two lowest floors lend each other: an article has a day, a fact has a span.
const LENT_UP_TO_TEXT: [&str; 3] = ["Day", "Part", "PublishedBasis"];

/// In `relate/`: plain data and ways of reading it, which every relation may use.
const SHARED: [&str; 4] = ["clause", "frame", "phrase", "story"];

#[test]
fn a_floor_imports_only_the_floors_below() {
    let mut wrong = Vec::new();
    for file in sources() {
        for path in imports(&file) {
            let (from, to) = (floor(&file.modules[0]), floor(&path[0]));
            let lent = file.modules[0] == "text"
                && path[0] == "fact"
                && path.get(1).is_some_and(|name| LENT_UP_TO_TEXT.contains(&name.as_str()));
            match (from, to) {
                (Some(from), Some(to)) if to <= from || lent => {}
                _ => wrong.push(format!("{} imports {}", file.path.display(), path.join("::"))),
            }
        }
    }
    assert!(wrong.is_empty(), "against the floors {FLOORS:?}:\n{}", wrong.join("\n"));
}

#[test]
fn relations_do_not_know_each_other() {
    let mut wrong = Vec::new();
    for file in sources().into_iter().filter(|f| f.modules[0] == "relate") {
        let Some(own) = file.modules.get(1) else { continue };
        for path in imports(&file).into_iter().filter(|p| p[0] == "relate" && p.len() > 1) {
            let rest = path[1..].join("::");
            let is_shared = SHARED.iter().any(|s| rest == *s || rest.starts_with(&format!("{s}::")));
            let is_type = path[1].starts_with(char::is_uppercase);
            if path[1] != *own && !is_shared && !is_type {
                wrong.push(format!("{} imports {}", file.path.display(), path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "siblings that import each other:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_it_knows() {
    let missing: Vec<String> = sources()
        .iter()
        .filter(|f| !f.text.starts_with("//! ") && !f.text.starts_with("#![doc"))
        .map(|f| f.path.display().to_string())
        .collect();
    assert!(missing.is_empty(), "no opening words: {missing:?}");
}

#[test]
fn the_reader_of_imports_reads_them() {
    let file = Source {
        path: PathBuf::from("relate/a/b.rs"),
        modules: ["relate", "a", "b"].map(str::to_owned).to_vec(),
        text: "//! See crate::lib.\nuse crate::{fact::{Day, ids::BodyId}, text::Span as S};\n\
               use super::super::target::{self, Target};\nfn f() { crate::find::words::class(w); super::go() }\n\
               #[cfg(test)]\nmod tests { use crate::extract; }"
            .to_owned(),
    };
    let read: Vec<String> = imports(&file).iter().map(|p| p.join("::")).collect();
    assert_eq!(
        read,
        [
            "fact::Day", "fact::ids::BodyId", "text::Span", "find::words::class", "relate::target",
            "relate::target::Target", "relate::a::go"
        ]
    );
}

struct Source {
    path: PathBuf,
    /// `["find", "date", "range"]` for `find/date/range.rs`; the floor alone for its `mod.rs`.
    modules: Vec<String>,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    assert!(files.len() > 20, "the sources are not where they should be");
    files
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, files);
        } else if path.extension().is_some_and(|e| e == "rs")
            && path.file_stem().is_some_and(|s| s != "tests")
        {
            let inner = path.strip_prefix(root).unwrap().with_extension("");
            let mut modules: Vec<String> = inner.iter().map(|m| m.to_str().unwrap().to_owned()).collect();
            modules.retain(|m| m != "mod");
            files.push(Source { path: inner, modules, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// Every path into the crate that a file names outside its tests and comments, as modules from the root.
fn imports(file: &Source) -> Vec<Vec<String>> {
    let code: String = file.text.lines().filter(|line| !line.trim_start().starts_with("//")).fold(
        String::new(),
        |mut code, line| {
            code.push_str(line.split(" // ").next().unwrap_or(line));
            code.push('\n');
            code
        },
    );
    let code = code.split("#[cfg(test)]\nmod").next().unwrap_or(&code);
    let mut paths = Vec::new();
    for (at, _) in code.match_indices("crate::").filter(|(at, _)| starts_path(code, *at)) {
        tree(&code[at + "crate::".len()..], &[], &mut paths);
    }
    for (at, _) in code.match_indices("super::").filter(|(at, _)| starts_path(code, *at)) {
        let (mut rest, mut base) = (&code[at..], file.modules.clone());
        while let Some(further) = rest.strip_prefix("super::") {
            rest = further;
            assert!(base.pop().is_some(), "{}: super of the root", file.path.display());
        }
        tree(rest, &base, &mut paths);
    }
    paths
}

/// True when no path or word goes on before `at`.
fn starts_path(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

/// Reads one path, or a tree of them in braces, and returns what follows it.
fn tree<'c>(code: &'c str, base: &[String], paths: &mut Vec<Vec<String>>) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches([' ', '\n', ',']);
            match rest.strip_prefix('}') {
                Some(after) => return after,
                None if rest.is_empty() => return rest,
                None => {}
            }
            rest = tree(rest, base, paths);
            // `as Name` and the like, up to the next of the group.
            rest = &rest[rest.find([',', '}']).unwrap_or(rest.len())..];
        }
    }
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    let mut path = base.to_vec();
    if name != "self" && !name.is_empty() {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(further) if further.starts_with(|c: char| c.is_alphabetic() || c == '{' || c == '_') => {
            tree(further, &path, paths)
        }
        _ => {
            if !path.is_empty() {
                paths.push(path);
            }
            rest
        }
    }
}
