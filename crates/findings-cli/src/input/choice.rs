//! Which files are meant: those at the paths, and in folders the article files that are not hidden, ignored or
//! excluded, in order of name. Opens none of them.

use super::kind::{Kind, Named};
use super::{Failure, reason};
use crate::args;
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::{DirEntry, WalkBuilder};
use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which files of a folder are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    wanted: Globs,
    excluded: Arc<Globs>,
    hidden: bool,
    no_ignore: bool,
}

/// Patterns for names (`*.html`) and for paths inside the folder (`2019/**`).
#[derive(Clone, Debug, Default)]
struct Globs {
    names: GlobSet,
    paths: GlobSet,
    is_empty: bool,
}

impl Globs {
    fn of(patterns: &[String]) -> Result<Self, globset::Error> {
        let (mut names, mut paths) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for pattern in patterns {
            let glob: Glob =
                GlobBuilder::new(pattern.trim_end_matches('/')).literal_separator(true).build()?;
            if pattern.trim_end_matches('/').contains('/') {
                paths.add(glob)
            } else {
                names.add(glob)
            };
        }
        Ok(Self { names: names.build()?, paths: paths.build()?, is_empty: patterns.is_empty() })
    }

    fn has(&self, path: &Path, folder: &Path) -> bool {
        path.file_name().is_some_and(|name| self.names.is_match(name))
            || path.strip_prefix(folder).is_ok_and(|inside| self.paths.is_match(inside))
    }
}

impl Choice {
    /// As the arguments say, or which of them is no pattern.
    pub(crate) fn of(args: &args::Choice) -> Result<Self, Failure> {
        let globs = |patterns: &[String], flag: &str| {
            Globs::of(patterns).map_err(|e| Failure { name: flag.to_owned(), reason: e.to_string() })
        };
        Ok(Self {
            wanted: globs(&args.glob, "--glob")?,
            excluded: Arc::new(globs(&args.exclude, "--exclude")?),
            hidden: args.hidden,
            no_ignore: args.no_ignore,
        })
    }

    /// Whether a member of an archive is read: as a file of a folder of that name would be.
    pub(crate) fn takes_member(&self, name: &str, kind: Option<Kind>) -> bool {
        let path = Path::new(name);
        let is_hidden =
            || name.split('/').any(|part| part.starts_with('.') && !part.trim_matches('.').is_empty());
        let is_excluded = || path.ancestors().any(|p| self.excluded.has(p, Path::new("")));
        self.takes(path, Path::new(""), kind) && (self.hidden || !is_hidden()) && !is_excluded()
    }

    fn takes(&self, path: &Path, folder: &Path, kind: Option<Kind>) -> bool {
        match self.wanted.is_empty {
            true => Named::of(&path.to_string_lossy()).is_article(kind),
            false => self.wanted.has(path, folder),
        }
    }

    /// Hands every file at the paths to `take`, in order, and what can't be looked into as a failure.
    pub(crate) fn each(
        &self,
        paths: &[PathBuf],
        kind: Option<Kind>,
        take: &mut dyn FnMut(Result<&Path, Failure>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for path in paths {
            if path.as_os_str() == "-" || !path.is_dir() {
                take(Ok(path))?;
                continue;
            }
            let mut is_empty = true;
            for entry in self.walk(path) {
                match entry {
                    Ok(entry) if is_file(&entry) && self.takes(entry.path(), path, kind) => {
                        is_empty = false;
                        take(Ok(entry.path()))?;
                    }
                    Ok(_) => {}
                    Err(error) => {
                        is_empty = false;
                        take(Err(failure(path, &error)))?;
                    }
                }
            }
            if is_empty {
                let reason = "no article file in this folder".to_owned();
                take(Err(Failure { name: path.display().to_string(), reason }))?;
            }
        }
        ControlFlow::Continue(())
    }

    fn walk(&self, folder: &Path) -> ignore::Walk {
        let (excluded, root) = (Arc::clone(&self.excluded), folder.to_owned());
        WalkBuilder::new(folder)
            .standard_filters(!self.no_ignore)
            .hidden(!self.hidden)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| entry.depth() == 0 || !excluded.has(entry.path(), &root))
            .build()
    }
}

/// The paths that a file names, one a line; `-` for standard input.
pub(crate) fn named_in(list: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: io::Error| Failure { name: list.display().to_string(), reason: reason(&error) };
    let lines: Box<dyn BufRead> = if list.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(std::fs::File::open(list).map_err(failed)?))
    };
    let mut paths = Vec::new();
    for line in lines.lines() {
        let line = line.map_err(failed)?;
        if !line.trim().is_empty() {
            paths.push(PathBuf::from(line.trim_end_matches('\r')));
        }
    }
    Ok(paths)
}

/// Every file under a folder with one of these extensions, in order of name.
pub(crate) fn walk(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let choice = Choice { no_ignore: true, ..Choice::default() };
    let mut files = Vec::new();
    for entry in choice.walk(folder) {
        let entry = entry.map_err(|e| failure(folder, &e))?;
        let extension = entry.path().extension().and_then(|e| e.to_str());
        if is_file(&entry) && extension.is_some_and(|e| extensions.contains(&e)) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Links to files count, links to folders are not followed: they may lead back.
fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink() && !entry.path().is_dir())
}

fn failure(folder: &Path, error: &ignore::Error) -> Failure {
    let name = path_of(error).unwrap_or(folder).display().to_string();
    Failure { name, reason: error.io_error().map_or_else(|| error.to_string(), reason) }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
