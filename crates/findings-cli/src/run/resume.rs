//! Going on with an interrupted output. The part that was written says what is done: a line an article, in input
//! order, so the input and those lines are gone through side by side. A note beside it says under which knowledge
//! and options it was begun; a torn last line is dropped. Failures leave no line: they are tried, and told, again.

use super::partial::{Partial, part_of};
use super::tally::Facts;
use crate::input::Failure;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// What an interrupted run has left.
pub(super) struct Begun {
    /// The articles that are done.
    pub(super) done: Done,
    /// The file, to be gone on with.
    pub(super) partial: Partial,
    /// The last line of a file without a note: done again, it must come out the same.
    pub(super) proof: Option<Vec<u8>>,
}

/// The articles that are done, in order.
pub(super) struct Done {
    lines: io::Take<BufReader<File>>,
    next: Option<(String, Facts)>,
}

impl Done {
    /// The next of them: its id and its facts.
    pub(super) fn peek(&mut self) -> io::Result<Option<&(String, Facts)>> {
        if self.next.is_none() {
            let mut line = Vec::new();
            if self.lines.read_until(b'\n', &mut line)? > 0 {
                let told = Facts::of_line(&line);
                self.next =
                    Some(told.ok_or_else(|| io::Error::other("it holds what is no line of this output"))?);
            }
        }
        Ok(self.next.as_ref())
    }

    /// Goes on to the one after it.
    pub(super) fn pass(&mut self) -> Option<Facts> {
        self.next.take().map(|(_, facts)| facts)
    }
}

/// What an interrupted run has left of this output; `None` where there is nothing.
pub(super) fn begun(path: &Path, fingerprint: &str) -> Result<Option<Begun>, Failure> {
    let part = part_of(path);
    let failed = |reason: String| Failure { name: part.display().to_string(), reason };
    let io_failed = |error: io::Error| failed(error.to_string());
    let mut note = None;
    if part.is_file() {
        note = fs::read_to_string(note_of(path)).ok();
        if note.as_ref().is_some_and(|note| note.trim() != fingerprint) {
            return Err(failed(
                "begun by another version, or with other knowledge or options; without --resume it is begun again"
                    .to_owned(),
            ));
        }
    } else if path.is_file() {
        // A whole one, to which the input may have added, or one that another program cut.
        fs::rename(path, &part).map_err(io_failed)?;
    } else {
        return Ok(None);
    }
    let mut file = File::open(&part).map_err(io_failed)?;
    let mut length = last_line_end(&mut file, u64::MAX).map_err(io_failed)?;
    let mut proof = None;
    if note.is_none() && length > 0 {
        let from = last_line_end(&mut file, length - 1).map_err(io_failed)?;
        let mut line = Vec::new();
        file.seek(SeekFrom::Start(from)).map_err(io_failed)?;
        (&file).take(length - from).read_to_end(&mut line).map_err(io_failed)?;
        (length, proof) = (from, Some(line));
    }
    file.rewind().map_err(io_failed)?;
    let partial = Partial::resume(path, length).map_err(io_failed)?;
    let done = Done { lines: BufReader::with_capacity(1 << 16, file).take(length), next: None };
    Ok(Some(Begun { done, partial, proof }))
}

/// Notes under which knowledge and options an output is begun. What is left of an earlier one goes first: no part
/// may ever lie beside the note of another.
pub(super) fn note(path: &Path, fingerprint: &str, is_begun: bool) -> io::Result<()> {
    if !is_begun {
        match fs::remove_file(part_of(path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::write(note_of(path), format!("{fingerprint}\n"))
}

/// Takes the note away, of an output that is whole.
pub(super) fn forget(path: &Path) {
    // Without its part it says nothing: where it can't be taken away it does no harm.
    let _ = fs::remove_file(note_of(path));
}

fn note_of(path: &Path) -> PathBuf {
    let mut name = part_of(path).into_os_string();
    name.push(".note");
    PathBuf::from(name)
}

/// Where the last whole line of the first `limit` bytes ends; 0 where there is none.
fn last_line_end(file: &mut File, limit: u64) -> io::Result<u64> {
    let mut end = file.metadata()?.len().min(limit);
    let mut block = vec![0; 1 << 16];
    while end > 0 {
        let from = end.saturating_sub(block.len() as u64);
        let part = block.get_mut(..usize::try_from(end - from).unwrap_or_default()).unwrap_or_default();
        file.seek(SeekFrom::Start(from))?;
        file.read_exact(part)?;
        if let Some(at) = part.iter().rposition(|b| *b == b'\n') {
            return Ok(from + at as u64 + 1);
        }
        end = from;
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_from_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        for (text, end, before) in [("", 0, 0), ("ab\ncd", 3, 0), ("ab\ncd\n", 6, 3), ("torn", 0, 0)] {
            fs::write(&path, text).unwrap();
            let mut file = File::open(&path).unwrap();
            assert_eq!(last_line_end(&mut file, u64::MAX).unwrap(), end, "{text:?}");
            assert_eq!(last_line_end(&mut file, end.saturating_sub(1)).unwrap(), before, "{text:?}");
        }
        fs::write(&path, format!("a\n{}", "x".repeat(200_000))).unwrap();
        assert_eq!(last_line_end(&mut File::open(&path).unwrap(), u64::MAX).unwrap(), 2);
    }
}
