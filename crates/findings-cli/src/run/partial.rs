//! A file that has its own name only when it is whole: until then it is called `NAME.part`, so that nobody takes
//! half a file for a whole one, and an interrupted run can go on where it ended.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that is being written.
#[derive(Debug)]
pub struct Partial {
    out: BufWriter<File>,
    part: PathBuf,
    path: PathBuf,
}

impl Partial {
    /// Begins a file; what an earlier run has left of it is dropped.
    pub fn create(path: &Path) -> io::Result<Self> {
        let part = part_of(path);
        Ok(Self { out: BufWriter::with_capacity(1 << 16, File::create(&part)?), part, path: path.to_owned() })
    }

    /// Goes on with the part that an earlier run has left, after its first `length` bytes.
    pub fn resume(path: &Path, length: u64) -> io::Result<Self> {
        let part = part_of(path);
        let mut file = OpenOptions::new().write(true).open(&part)?;
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self { out: BufWriter::with_capacity(1 << 16, file), part, path: path.to_owned() })
    }

    /// Writes out what is held back and gives the file its name.
    pub fn finish(self) -> io::Result<()> {
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&self.part, &self.path)
    }
}

impl Write for Partial {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What a file is called until it is whole.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}
