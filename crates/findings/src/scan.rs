//! The one pass over the text: where each known word and each number stands. Knows nothing of what they mean
//! together.

use crate::knowledge::lexicon::{Hit, Lexicon};
use crate::text::{Span, Text};

/// What one pass over the text has found.
pub(crate) struct Scan<'t> {
    pub(crate) text: &'t Text<'t>,
    /// Every meaning of every known word, ordered by start, the longer first. Overlaps are all there.
    pub(crate) hits: Vec<Hit>,
    /// Runs of digits, in order: "1,200" is two.
    pub(crate) digits: Vec<Span>,
}

impl<'t> Scan<'t> {
    pub(crate) fn new(text: &'t Text<'t>, lexicon: &Lexicon) -> Self {
        let mut hits = Vec::new();
        lexicon.scan(text.as_str(), |hit| hits.push(hit));
        hits.sort_by(|a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
        Self { text, hits, digits: digits(text.as_str().as_bytes()) }
    }

    /// The hits that start within a span.
    pub(crate) fn within(&self, span: Span) -> &[Hit] {
        let from = self.hits.partition_point(|h| h.start < span.start);
        let to = self.hits.partition_point(|h| h.start < span.end);
        &self.hits[from..to]
    }
}

fn digits(bytes: &[u8]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + found;
        let len = bytes[start..].iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len() - start);
        out.push(Span::new(start, start + len));
        at = start + len;
    }
    out
}
