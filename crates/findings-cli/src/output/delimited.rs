//! Rows as CSV and TSV: quoted as RFC 4180 says, so that commas, quotation marks and line breaks of articles do no
//! harm. Knows how a cell is written, and nothing of which there are.

use super::page::Page;
use super::table::{Cell, Table};
use crate::args;
use csv::{Terminator, Writer, WriterBuilder};
use std::borrow::Cow;

/// By this mark Excel knows that a file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Which of the two, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    delimiter: u8,
    has_bom: bool,
    is_excel_safe: bool,
}

impl Dialect {
    /// As the arguments say.
    pub(super) fn of(form: args::Form, args: &args::Output) -> Self {
        let is_tsv = form == args::Form::Tsv;
        Self {
            delimiter: if is_tsv { b'\t' } else { b',' },
            has_bom: !is_tsv && !args.no_bom && args.output.is_some(),
            is_excel_safe: args.excel_safe,
        }
    }

    /// What a file begins with: the names of the columns.
    pub(super) fn head(self, table: &Table) -> Vec<u8> {
        let begun = if self.has_bom { BOM.to_vec() } else { Vec::new() };
        let mut writer = self.writer(begun);
        // Writing into memory does not fail.
        let _ = writer.write_record(table.headings.iter().map(|heading| heading.name));
        writer.into_inner().unwrap_or_default()
    }

    /// The rows of an article.
    pub(super) fn rows(self, table: &Table, page: &Page<'_>) -> Vec<u8> {
        let mut writer = self.writer(Vec::new());
        table.rows(page, &mut |cells| {
            for cell in cells {
                let _ = writer.write_field(self.field(cell).as_bytes());
            }
            let _ = writer.write_record(None::<&[u8]>);
        });
        writer.into_inner().unwrap_or_default()
    }

    fn writer(self, out: Vec<u8>) -> Writer<Vec<u8>> {
        let end = if self.delimiter == b',' { Terminator::CRLF } else { Terminator::Any(b'\n') };
        WriterBuilder::new().delimiter(self.delimiter).terminator(end).from_writer(out)
    }

    fn field<'c>(self, cell: &'c Cell<'_>) -> Cow<'c, str> {
        match cell {
            Cell::Empty => "".into(),
            Cell::Text(text) => self.safe(text),
            Cell::Made(text) => self.safe(text),
            Cell::Int(number) => number.to_string().into(),
            Cell::Float(number) => number.to_string().into(),
            Cell::Flag(flag) => flag.to_string().into(),
            Cell::Day(day) => day.to_string().into(),
        }
    }

    fn safe(self, text: &str) -> Cow<'_, str> {
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        if self.is_excel_safe && is_formula { format!("'{text}").into() } else { text.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_that_begins_like_a_formula_is_made_safe() {
        let safe = Dialect { delimiter: b',', has_bom: false, is_excel_safe: true };
        assert_eq!(safe.field(&Cell::Text("=1+1")), "'=1+1");
        assert_eq!(safe.field(&Cell::Text("@home")), "'@home");
        assert_eq!(safe.field(&Cell::Text("a=b")), "a=b");
        assert_eq!(safe.field(&Cell::Int(-5)), "-5");
        let plain = Dialect { is_excel_safe: false, ..safe };
        assert_eq!(plain.field(&Cell::Text("=1+1")), "=1+1");
    }

    #[test]
    fn names_of_columns_need_no_quoting() {
        let plain = Dialect { delimiter: b',', has_bom: true, is_excel_safe: false };
        for table in super::super::tables::all() {
            let head = String::from_utf8(plain.head(table)).unwrap();
            let names = head.strip_prefix('\u{feff}').unwrap().strip_suffix("\r\n").unwrap();
            assert!(names.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b',')), "{names}");
        }
    }
}
