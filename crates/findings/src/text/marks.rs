//! Quotation marks: which stretch of a paragraph stands between which marks, in any house style (curly or
//! straight, double or single, lost or wrong). Knows nothing of who speaks.

use crate::text::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The words inside the marks.
    pub(crate) inner: Span,
    /// The marks and what they hold.
    pub(crate) outer: Span,
    /// False where the paragraph ends before a closing mark.
    pub(crate) closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

struct Mark {
    at: usize,
    len: usize,
    style: Style,
    opens: bool,
    closes: bool,
}

/// The quotations of one paragraph, outermost only, in order.
pub(crate) fn pair(text: &str, paragraph: Span, out: &mut Vec<Quoted>) {
    let marks = read(text, paragraph);
    let mut i = 0;
    while i < marks.len() {
        let open = &marks[i];
        if !open.opens {
            i += 1;
            continue;
        }
        let inner_start = open.at + open.len;
        match closing(text, &marks, i) {
            Some(j) => {
                let close = &marks[j];
                out.push(Quoted {
                    inner: Span::new(inner_start, close.at),
                    outer: Span::new(open.at, close.at + close.len),
                    closed: true,
                });
                i = j + 1;
            }
            // A quotation that runs on into the next paragraph has no closing mark; a lone mark in
            // mid-sentence has lost its partner and holds nothing.
            None if open.style == Style::Double || open.at == paragraph.start => {
                let inner = Span::new(inner_start, paragraph.end);
                out.push(Quoted { inner, outer: Span::new(open.at, paragraph.end), closed: false });
                i = marks.len();
            }
            None => i += 1,
        }
    }
}

/// The mark that closes the one at `i`.
fn closing(text: &str, marks: &[Mark], i: usize) -> Option<usize> {
    let style = marks[i].style;
    let mut candidate = None;
    for (j, mark) in marks.iter().enumerate().skip(i + 1) {
        if mark.style != style {
            continue;
        }
        if mark.closes {
            if style == Style::Double || !plural_possessive(text, mark.at, mark.len) {
                return Some(j);
            }
            candidate = candidate.or(Some(j));
        } else if mark.opens && style == Style::Single {
            break;
        }
    }
    candidate
}

/// "the inspectors’ report": a mark after an s and before a small letter may be an apostrophe.
fn plural_possessive(text: &str, at: usize, len: usize) -> bool {
    let after = &text[at + len..];
    text[..at].ends_with('s')
        && after.starts_with(' ')
        && after[1..].chars().next().is_some_and(char::is_lowercase)
}

fn read(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let slice = &text.as_bytes()[paragraph.start..paragraph.end];
    let mut straight_open = false;
    for found in memchr::memchr3_iter(b'"', b'\'', 0xE2, slice) {
        let at = paragraph.start + found;
        let Some(c) = text[at..].chars().next() else { continue };
        let style = match c {
            '"' | '“' | '”' | '„' => Style::Double,
            '\'' | '‘' | '’' | '‛' => Style::Single,
            _ => continue,
        };
        let len = c.len_utf8();
        let before = text[paragraph.start..at].chars().next_back();
        let after = text[at + len..paragraph.end].chars().next();
        let space_before = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '-' | '–' | '—' | '“' | '"' | '‘' | '/' | ':')
        });
        let word_after = after
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '£' | '…' | '.' | '[' | '(' | '‘' | '\''));
        let word_before = before.is_some_and(|c| !c.is_whitespace());
        let break_after = after.is_none_or(|c| !c.is_alphanumeric());
        let (opens, closes) = match c {
            '“' | '„' => (true, false),
            '”' => (space_before && word_after, word_before),
            '"' => {
                let opens = if space_before == break_after { !straight_open } else { space_before };
                straight_open = opens;
                (opens, !opens)
            }
            '‘' => (word_after, false),
            // A fused sentence opens its quotation right after the stop of the one before.
            _ => (space_before && word_after, word_before && break_after),
        };
        if opens || closes {
            marks.push(Mark { at, len, style, opens, closes });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        pair(text, Span::new(0, text.len()), &mut out);
        out.into_iter().map(|q| &text[q.inner.start..q.inner.end]).collect()
    }

    #[test]
    fn every_house_style() {
        assert_eq!(
            quoted("rated “good” and ‘poor’ and \"fair\" and 'weak'."),
            ["good", "poor", "fair", "weak"]
        );
        assert_eq!(quoted("rated ’good’ overall"), ["good"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(
            quoted("It’s the inspectors’ report and the council's own, she said."),
            Vec::<&str>::new()
        );
        assert_eq!(quoted("‘the schools’ own heads’, she said"), ["the schools’ own heads"]);
    }

    #[test]
    fn a_quotation_may_run_into_the_next_paragraph() {
        assert_eq!(quoted("\"We have acted by"), ["We have acted by"]);
    }
}
