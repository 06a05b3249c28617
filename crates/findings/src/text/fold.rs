//! Evens out white space before anything is read: no-break and thin spaces become spaces, invisible
//! characters go, and a line that is broken in mid-sentence is joined to the next. Most texts need none of it
//! and are borrowed as they are; where it does happen, the shifts lead every span back to the text as given.

use std::borrow::Cow;

/// A text with even white space, and the way back.
pub(crate) struct Folded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// From this offset of the folded text on, the given text lies so many bytes further.
    shifts: Vec<(usize, usize)>,
}

impl Folded<'_> {
    /// The offset in the given text of an offset in the folded one.
    pub(crate) fn origin(&self, at: usize) -> usize {
        match self.shifts.partition_point(|&(from, _)| from <= at) {
            0 => at,
            n => at + self.shifts[n - 1].1,
        }
    }

    /// As [`origin`](Self::origin), for the end of a span: what was dropped just after it stays outside.
    pub(crate) fn origin_end(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            None => 0,
            Some(last) => {
                let width = self.text[..at].chars().next_back().map_or(1, char::len_utf8);
                let start = self.origin(at - width);
                let folded_space = width == 1 && self.text.as_bytes()[last] <= b'-';
                if folded_space { self.origin(at).min(start + 3).max(start + 1) } else { start + width }
            }
        }
    }
}

/// Evens out `text`.
pub(crate) fn fold(text: Cow<'_, str>) -> Folded<'_> {
    let wraps = wrapped_lines(&text);
    let odd = has_odd_space(text.as_bytes());
    if wraps.is_empty() && !odd {
        return Folded { text, shifts: Vec::new() };
    }
    let mut folded = String::with_capacity(text.len());
    let mut shifts = Vec::new();
    let mut wraps = wraps.into_iter().peekable();
    let mut shift = 0;
    for (at, c) in text.char_indices() {
        let put = match c {
            '\n' if wraps.peek() == Some(&at) => {
                wraps.next();
                Some(' ')
            }
            _ => even(c),
        };
        let width = put.map_or(0, char::len_utf8);
        if let Some(c) = put {
            folded.push(c);
        }
        if width != c.len_utf8() {
            shift += c.len_utf8() - width;
            shifts.push((folded.len(), shift));
        }
    }
    Folded { text: Cow::Owned(folded), shifts }
}

/// What stands for a character once white space is even; `None` drops it.
fn even(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        c => Some(c),
    }
}

/// True when a character that [`even`] changes may be there: by its first two bytes.
fn has_odd_space(bytes: &[u8]) -> bool {
    memchr::memchr3_iter(0xC2, 0xE2, 0xE3, bytes).any(|i| {
        match (bytes[i], bytes.get(i + 1), bytes.get(i + 2)) {
            (0xC2, Some(0xA0 | 0xAD), _) => true,
            (0xE2, Some(0x80), Some(0x80..=0x8D | 0x90 | 0x91 | 0xAF)) => true,
            (0xE2, Some(0x81), Some(0x9F | 0xA0)) => true,
            (0xE3, Some(0x80), Some(0x80)) => true,
            _ => false,
        }
    }) || memchr::memmem::find(bytes, "\u{feff}".as_bytes()).is_some()
}

/// The line ends that break a sentence: the line before does not close, the next goes on in lower case.
fn wrapped_lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_wrap = |&at: &usize| {
        let before = text[..at].trim_end_matches([' ', '\r', '\t']);
        let after = text[at + 1..].trim_start_matches([' ', '\t']);
        let open = before
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—' | '&'));
        open && after.chars().next().is_some_and(char::is_lowercase)
    };
    memchr::memchr_iter(b'\n', bytes).filter(is_wrap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Folded<'_> {
        fold(Cow::Borrowed(text))
    }

    #[test]
    fn even_text_is_borrowed() {
        assert!(matches!(folded("It said ‘good’ — at £5m.\nAll of it.").text, Cow::Borrowed(_)));
    }

    #[test]
    fn spans_lead_back_past_a_no_break_space() {
        let given = "paid £5\u{a0}million today";
        let f = folded(given);
        assert_eq!(f.text, "paid £5 million today");
        let at = f.text.find("million").unwrap();
        assert_eq!(&given[f.origin(at)..f.origin_end(at + 7)], "million");
        let sum = f.text.find('£').unwrap();
        assert_eq!(&given[f.origin(sum)..f.origin_end(at + 7)], "£5\u{a0}million");
    }

    #[test]
    fn a_broken_sentence_is_joined_and_a_heading_is_not() {
        assert_eq!(folded("The\ninvestigation began").text, "The investigation began");
        assert_eq!(folded("Heading\nThe council said").text, "Heading\nThe council said");
    }
}
