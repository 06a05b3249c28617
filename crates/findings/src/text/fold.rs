//! Evens out white space before anything is read: no-break and thin spaces become spaces, invisible
//! characters go, and a line that is broken in mid-sentence is joined to the next. Most texts need none of it; where
//! it does happen, the shifts lead every span back to the text as given.

/// A text with even white space, and the way back.
pub(crate) struct Folded {
    /// Its own: every word of every reader is taken from it, and none asks first whose it is.
    pub(crate) text: String,
    shifts: Vec<Shift>,
}

/// From the offset `from` of the folded text on, the given text lies `by` bytes further.
struct Shift {
    from: usize,
    by: usize,
    /// True where a character became another one, false where it was dropped.
    kept: bool,
}

impl Folded {
    /// The offset in the given text of an offset in the folded one.
    pub(crate) fn origin(&self, at: usize) -> usize {
        at + self.by(self.shifts.partition_point(|s| s.from <= at))
    }

    /// As [`origin`](Self::origin), for the end of a span: what was dropped just after it stays outside.
    pub(crate) fn origin_end(&self, at: usize) -> usize {
        let before = self.shifts.partition_point(|s| s.from < at);
        match self.shifts.get(before) {
            Some(shift) if shift.from == at && shift.kept => at + shift.by,
            _ => at + self.by(before),
        }
    }

    /// The shift in force after the first `n`.
    fn by(&self, n: usize) -> usize {
        n.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |s| s.by)
    }
}

/// Evens out `text`.
pub(crate) fn fold(text: String) -> Folded {
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
            shifts.push(Shift { from: folded.len(), by: shift, kept: put.is_some() });
        }
    }
    Folded { text: folded, shifts }
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

/// True when a character that [`even`] changes may be there: by its first bytes.
fn has_odd_space(bytes: &[u8]) -> bool {
    memchr::memchr3_iter(0xC2, 0xE2, 0xE3, bytes).any(|i| {
        matches!(
            (bytes[i], bytes.get(i + 1), bytes.get(i + 2)),
            (0xC2, Some(0xA0 | 0xAD), _)
                | (0xE2, Some(0x80), Some(0x80..=0x8D | 0x90 | 0x91 | 0xAF))
                | (0xE2, Some(0x81), Some(0x9F | 0xA0))
                | (0xE3, Some(0x80), Some(0x80))
        )
    }) || memchr::memmem::find(bytes, "\u{feff}".as_bytes()).is_some()
}

/// The line ends that break a sentence: the line before does not close, the next goes on in lower case.
/// Across an empty line only a comma leaves a sentence open: what stands there may be a heading.
fn wrapped_lines(text: &str) -> Vec<usize> {
    let mut wraps = Vec::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'\n', text.as_bytes()) {
        if at < done {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\r', '\t']);
        let after = text[at..].trim_start_matches([' ', '\r', '\t', '\n']);
        done = text.len() - after.len();
        let gap = &text[at..done];
        let one = memchr::memchr(b'\n', &gap.as_bytes()[1..]).is_none();
        let open = before.chars().next_back().is_some_and(|c| {
            c == ',' || (one && (c.is_alphanumeric() || matches!(c, '-' | '–' | '—' | '&')))
        });
        if open && after.starts_with(char::is_lowercase) {
            wraps.extend(memchr::memchr_iter(b'\n', gap.as_bytes()).map(|i| at + i));
        }
    }
    wraps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Folded {
        fold(text.to_owned())
    }

    #[test]
    fn even_text_stays_as_it_is() {
        let even = folded("It said ‘good’ — at £5m.\nAll of it.");
        assert!(even.text.ends_with("at £5m.\nAll of it.") && even.shifts.is_empty());
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
        assert_eq!(folded("In Year 2,\n\nmost read well").text, "In Year 2,  most read well");
        assert_eq!(folded("Our verdict\n\nand yours").text, "Our verdict\n\nand yours");
    }

    proptest! {
        #[test]
        fn every_span_leads_back_to_its_own_characters(
            parts in prop::collection::vec(
                prop_oneof![
                    "[a-zA-Z,£é’]{1,4}",
                    prop::sample::select(vec![
                        " ", "\n", "\r\n", "\n\n", "\u{a0}", "\u{ad}", "\u{200b}", "\u{feff}", "\u{2009}", "\u{2011}",
                    ]).prop_map(str::to_owned),
                ],
                0..24,
            )
        ) {
            let given = parts.concat();
            let f = folded(&given);
            for (at, c) in f.text.char_indices() {
                let (start, end) = (f.origin(at), f.origin_end(at + c.len_utf8()));
                let there = given.get(start..end);
                prop_assert!(there.is_some(), "{:?} {}..{}", &given, start, end);
                let same = there.and_then(|t| t.chars().next()).is_some_and(|g| g == c || even(g) == Some(c) || (g == '\n' && c == ' '));
                prop_assert!(same, "{:?} {}..{} {:?}", &given, start, end, c);
                prop_assert_eq!(there.map(|t| t.chars().count()), Some(1));
            }
        }
    }
}
