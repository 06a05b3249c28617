//! CSV and TSV: a record a row, the names of the fields in the first. Rows longer than the limit (an unclosed
//! quotation mark swallows the rest of a file) are passed over without being kept.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{self, BufRead};

/// A table that is being read.
pub(crate) struct Table<R> {
    reader: R,
    parser: Reader,
    limit: usize,
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// What stands next in a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// A row, and the line on which it begins.
    Cells(u64, Vec<Vec<u8>>),
    /// A row that is longer than the limit.
    TooLong(u64),
    /// Nothing more.
    End,
}

impl<R: BufRead> Table<R> {
    /// A table with this sign between its cells.
    pub(crate) fn new(mut reader: R, between: u8, limit: usize) -> io::Result<Self> {
        if reader.fill_buf()?.starts_with(b"\xEF\xBB\xBF") {
            reader.consume(3);
        }
        let parser = ReaderBuilder::new().delimiter(between).build();
        Ok(Self { reader, parser, limit, text: vec![0; 4096], ends: vec![0; 64] })
    }

    /// The next row.
    pub(crate) fn next(&mut self) -> io::Result<Row> {
        let (mut length, mut cells) = (0, 0);
        let mut is_too_long = false;
        let mut line = self.parser.line();
        loop {
            let input = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                input => input?,
            };
            let text = self.text.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(cells..).unwrap_or_default();
            let (result, read, written, ended) = self.parser.read_record(input, text, ends);
            // Empty lines before a row are none of it.
            if length == 0 && cells == 0 && !is_too_long {
                let blank = input.iter().take(read).take_while(|b| matches!(b, b'\n' | b'\r'));
                line += blank.filter(|b| **b == b'\n').count() as u64;
            }
            self.reader.consume(read);
            length += written;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.text.len() >= self.limit => {
                    is_too_long = true;
                    (length, cells) = (0, 0);
                }
                ReadRecordResult::OutputFull => {
                    self.text.resize((self.text.len() * 2).min(self.limit), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() >= 1 << 20 => {
                    is_too_long = true;
                    (length, cells) = (0, 0);
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record if is_too_long => {
                    self.text = vec![0; 4096];
                    return Ok(Row::TooLong(line));
                }
                ReadRecordResult::Record => return Ok(Row::Cells(line, self.cells(cells))),
                ReadRecordResult::End => return Ok(Row::End),
            }
        }
    }

    fn cells(&self, count: usize) -> Vec<Vec<u8>> {
        let mut from = 0;
        let ends = self.ends.iter().take(count);
        ends.map(|end| {
            let cell = self.text.get(from..*end).unwrap_or_default().to_vec();
            from = *end;
            cell
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn rows(text: &str, limit: usize) -> Vec<Row> {
        let mut table = Table::new(BufReader::with_capacity(3, text.as_bytes()), b',', limit).unwrap();
        let mut rows = Vec::new();
        loop {
            match table.next().unwrap() {
                Row::End => return rows,
                row => rows.push(row),
            }
        }
    }

    fn cells(line: u64, cells: &[&str]) -> Row {
        Row::Cells(line, cells.iter().map(|c| c.as_bytes().to_vec()).collect())
    }

    #[test]
    fn rows_are_read_with_their_lines() {
        let table = "\u{FEFF}id,text\n1,\"a, \"\"b\"\"\nc\"\n\n2,d\r\n3,e";
        assert_eq!(
            rows(table, 1 << 20),
            [
                cells(1, &["id", "text"]),
                cells(2, &["1", "a, \"b\"\nc"]),
                cells(5, &["2", "d"]),
                cells(6, &["3", "e"])
            ]
        );
        assert_eq!(rows("", 9), []);
    }

    #[test]
    fn a_row_over_the_limit_is_passed_over() {
        let long = "x".repeat(10_000);
        let table = format!("id,text\n1,{long}\n2,d\n3,\"{long}\n");
        let told = rows(&table, 5000);
        assert_eq!(
            told,
            [cells(1, &["id", "text"]), Row::TooLong(2), cells(3, &["2", "d"]), Row::TooLong(4)]
        );
    }

    #[test]
    fn many_cells_are_read() {
        let table = format!("{}\n", vec!["c"; 500].join(","));
        assert_eq!(rows(&table, 1 << 20), [cells(1, &vec!["c"; 500])]);
    }
}
