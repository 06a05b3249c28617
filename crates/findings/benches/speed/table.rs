//! The one table that is printed, row by row as the figures come.

use std::time::Duration;

/// Rows under headings; the ratios are to `bare`.
#[derive(Default)]
pub(crate) struct Table {
    /// MB/s of the bare scan over the same text.
    pub(crate) bare: f64,
}

/// So many bytes in so much time.
pub(crate) struct Row {
    name: String,
    bytes: usize,
    time: Duration,
    note: String,
}

impl Row {
    pub(crate) fn new(name: &str, bytes: usize, time: Duration) -> Row {
        Row { name: name.to_owned(), bytes, time, note: String::new() }
    }

    pub(crate) fn noted(self, note: String) -> Row {
        Row { note, ..self }
    }

    /// In MB/s.
    pub(crate) fn speed(&self) -> f64 {
        self.bytes as f64 / 1e6 / self.time.as_secs_f64().max(1e-9)
    }
}

impl Table {
    pub(crate) fn head(&mut self, name: &str) {
        println!("\n{name:<44} {:>9} {:>9} {:>9}", "MB", "MB/s", "to bare");
    }

    pub(crate) fn row(&mut self, row: Row) {
        let (megabytes, speed) = (row.bytes as f64 / 1e6, row.speed());
        let ratio = speed / self.bare;
        println!("{:<44} {megabytes:>9.2} {speed:>9.2} {ratio:>9.3}  {}", row.name, row.note);
    }

    pub(crate) fn line(&mut self, words: &str) {
        println!("{words}");
    }
}
