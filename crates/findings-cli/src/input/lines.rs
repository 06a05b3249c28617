//! Lines of a stream, none of them longer than a limit: what is longer is passed over without being kept, so that
//! one endless line costs neither memory nor the rest of the file.

use std::io::{self, BufRead};

/// A line, as far as it was kept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// There is none: the stream has ended.
    End,
    /// It is whole, with its end of line.
    Whole,
    /// It is longer than the limit, and is passed over.
    TooLong,
}

/// Reads the next line into `line`.
pub(crate) fn next(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    line.clear();
    let mut is_too_long = false;
    let mut is_begun = false;
    loop {
        let part = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            part => part?,
        };
        if part.is_empty() {
            break;
        }
        is_begun = true;
        let end = memchr::memchr(b'\n', part);
        let length = end.map_or(part.len(), |at| at + 1);
        is_too_long |= line.len() + length > limit;
        if is_too_long {
            // Given back at once: the next lines may be short.
            *line = Vec::new();
        } else if let Some(part) = part.get(..length) {
            line.extend_from_slice(part);
        }
        reader.consume(length);
        if end.is_some() {
            break;
        }
    }
    Ok(match (is_too_long, is_begun) {
        (true, _) => Line::TooLong,
        (false, true) => Line::Whole,
        (false, false) => Line::End,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn a_line_over_the_limit_is_passed_over() {
        let mut reader = BufReader::with_capacity(3, b"ab\n0123456789\n\nend".as_slice());
        let mut line = Vec::new();
        let mut seen = Vec::new();
        loop {
            match next(&mut reader, &mut line, 6).unwrap() {
                Line::End => break,
                told => seen.push((told, String::from_utf8(line.clone()).unwrap())),
            }
        }
        let whole = |text: &str| (Line::Whole, text.to_owned());
        assert_eq!(seen, [whole("ab\n"), (Line::TooLong, String::new()), whole("\n"), whole("end")]);
    }
}
