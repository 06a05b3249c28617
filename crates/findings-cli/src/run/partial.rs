//! A file that has its own name only when it is whole: until then it is called `NAME.part`, so that nobody takes
//! half a file for a whole one, and an interrupted run can go on where it ended.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that is being written.
#[derive(Debug)]
pub struct Partial {
    out: BufWriter<File>,
    /// What it is called until then, and what afterwards; none for a device, which has no other name.
    names: Option<(PathBuf, PathBuf)>,
}

impl Partial {
    /// Begins a file; what an earlier run has left of it is dropped.
    pub fn create(path: &Path) -> io::Result<Self> {
        if path.exists() && !path.is_file() {
            let device = OpenOptions::new().write(true).open(path)?;
            return Ok(Self { out: BufWriter::with_capacity(1 << 16, device), names: None });
        }
        let part = part_of(path);
        let out = BufWriter::with_capacity(1 << 16, File::create(&part)?);
        Ok(Self { out, names: Some((part, path.to_owned())) })
    }

    /// Goes on with the part that an earlier run has left, after its first `length` bytes.
    pub fn resume(path: &Path, length: u64) -> io::Result<Self> {
        let part = part_of(path);
        let mut file = OpenOptions::new().write(true).open(&part)?;
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self { out: BufWriter::with_capacity(1 << 16, file), names: Some((part, path.to_owned())) })
    }

    /// Writes out what is held back and gives the file its name.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some((part, path)) = self.names else { return Ok(()) };
        self.out.get_ref().sync_all()?;
        fs::rename(part, path)
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
