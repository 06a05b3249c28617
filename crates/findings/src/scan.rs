//! The one pass over the text: where each known word and each number stands. Knows nothing of what they mean
//! together.

mod senses;
mod sorts;

use crate::knowledge::lexicon::{Hit, Lexicon};
use crate::text::bytes::next_digit;
use crate::text::table::Pairs;
use crate::text::{BLOCK, Edge, Span, Text, blocks, overlaps_any};
use senses::Senses;
pub(crate) use sorts::Sorts;
use std::cell::OnceCell;

/// What one pass over the text has found.
pub(crate) struct Scan<'t> {
    pub(crate) text: &'t Text,
    /// Every meaning of every known word, ordered by start, the longer first. Overlaps are all there.
    pub(crate) hits: Vec<Hit>,
    /// For each block of the text how many hits come before it.
    begun: Vec<u32>,
    /// Runs of letters and digits of ASCII, in order.
    words: Vec<Word>,
    /// For each block of the text how many of them come before it.
    words_begun: Vec<u32>,
    /// Runs of digits, in order: "1,200" is two.
    pub(crate) digits: Vec<Span>,
    /// Words that may be bare numbers of grades, found when somebody first asks.
    pub(crate) numbers: OnceCell<Vec<Span>>,
    /// What sorts of words each sentence holds, and last the whole text; found when somebody first asks.
    sorts: OnceCell<Vec<Sorts>>,
    /// The hits of a few senses by themselves, found when somebody first asks.
    senses: OnceCell<Senses>,
    /// Page furniture, in order: no hit and no number of it is left.
    left_out: Vec<Span>,
}

/// Where a run of letters and digits of ASCII stands: "can’t" is two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    start: u32,
    end: u32,
}

impl Word {
    pub(crate) const fn start(self) -> usize {
        self.start as usize
    }

    pub(crate) const fn end(self) -> usize {
        self.end as usize
    }

    pub(crate) const fn span(self) -> Span {
        Span::new(self.start(), self.end())
    }
}

impl<'t> Scan<'t> {
    pub(crate) fn new(text: &'t Text, lexicon: &Lexicon) -> Self {
        // In news a known word stands every thirty bytes.
        let mut hits = Vec::with_capacity(text.as_str().len() / 28);
        // A word of news and what parts it from the next take six bytes.
        let mut words = Vec::with_capacity(text.as_str().len() / 5);
        let seen = |start, end| words.push(Word { start: start as u32, end: end as u32 });
        lexicon.scan(text.as_str(), seen, |hit| hits.push(hit));
        let words_begun = blocks(text.as_str().len(), words.iter().map(|w| w.start()), Edge::Before);
        let begun = begun(text, &hits);
        Self {
            text,
            hits,
            begun,
            words,
            words_begun,
            digits: digits(text.as_str().as_bytes()),
            numbers: OnceCell::new(),
            sorts: OnceCell::new(),
            senses: OnceCell::new(),
            left_out: Vec::new(),
        }
    }

    /// Takes page furniture out: no fact comes from there.
    pub(crate) fn leave_out(&mut self, furniture: Vec<Span>) {
        self.hits.retain(|h| !overlaps_any(&furniture, Span::new(h.start, h.end)));
        self.digits.retain(|d| !overlaps_any(&furniture, *d));
        self.left_out = furniture;
        (self.sorts, self.senses) = (OnceCell::new(), OnceCell::new());
        self.begun = begun(self.text, &self.hits);
    }

    /// The names of bodies, in order.
    pub(crate) fn bodies(&self) -> &[Hit] {
        &self.senses().bodies
    }

    /// The labels, in order.
    pub(crate) fn labels(&self) -> &[Hit] {
        &self.senses().labels
    }

    /// What providers are named and called by, in order.
    pub(crate) fn providers(&self) -> &[Hit] {
        &self.senses().providers
    }

    fn senses(&self) -> &Senses {
        self.senses.get_or_init(|| Senses::of(&self.hits))
    }

    /// What sorts of words the sentence with this number holds.
    pub(crate) fn sorts(&self, sentence: usize) -> Sorts {
        self.sorts_by_sentence().get(sentence).copied().unwrap_or_default()
    }

    /// What sorts of words some sentences in a row hold.
    pub(crate) fn sorts_among(&self, sentences: std::ops::RangeInclusive<usize>) -> Sorts {
        sentences.map(|at| self.sorts(at)).fold(Sorts::default(), Sorts::or)
    }

    /// What sorts of words the whole text holds.
    pub(crate) fn sorts_of_all(&self) -> Sorts {
        self.sorts_by_sentence().last().copied().unwrap_or_default()
    }

    fn sorts_by_sentence(&self) -> &[Sorts] {
        self.sorts.get_or_init(|| sorts::by_sentence(self.text, &self.hits))
    }

    /// True where page furniture stands.
    pub(crate) fn leaves_out(&self, span: Span) -> bool {
        overlaps_any(&self.left_out, span)
    }

    /// The words that start within a span.
    pub(crate) fn words(&self, span: Span) -> &[Word] {
        let from = at_block(&self.words_begun, span.start);
        let past = at_block(&self.words_begun, span.end);
        let skip = |from: usize, place: usize| {
            let rest = self.words.get(from..).unwrap_or_default();
            from + rest.iter().position(|w| w.start() >= place).unwrap_or(rest.len())
        };
        let (from, past) = (skip(from, span.start), skip(past, span.end));
        self.words.get(from..past).unwrap_or_default()
    }

    /// The words of a span that may be one of some words.
    pub(crate) fn like(&self, span: Span, begins: &Pairs) -> impl Iterator<Item = &str> {
        let text = self.text.as_str();
        let like = |w: &&Word| match text.as_bytes().get(w.start()..w.end()) {
            Some([first, second, ..]) => begins.may_begin_with(*first, *second),
            Some([only]) => begins.may_begin_with(*only, 0),
            _ => false,
        };
        self.words(span).iter().filter(like).map(|w| self.text.at(w.span()))
    }

    /// The text from each word of a span on that stands first between white space and may be one of some words.
    pub(crate) fn heads(&self, span: Span, begins: &Pairs) -> impl Iterator<Item = &str> {
        let text = self.text.at(span);
        let like = |at: &usize| match text.as_bytes().get(*at..) {
            Some([first, second, ..]) => begins.may_begin_with(*first, *second),
            Some([only]) => begins.may_begin_with(*only, 0),
            _ => false,
        };
        let first = |at: &usize| match at.checked_sub(1).and_then(|before| text.as_bytes().get(before)) {
            None | Some(b' ') => true,
            Some(b) if b.is_ascii_alphanumeric() => false,
            Some(_) => {
                let before = text.get(..*at).unwrap_or_default().chars().rev();
                !before.take_while(|c| !c.is_whitespace()).any(char::is_alphanumeric)
            }
        };
        let starts = self.words(span).iter().map(move |w| w.start() - span.start);
        starts.filter(move |at| like(at) && first(at)).filter_map(move |at| text.get(at..))
    }

    /// The hits that start at a place or after it.
    pub(crate) fn from(&self, at: usize) -> &[Hit] {
        let near = at_block(&self.begun, at);
        let rest = self.hits.get(near..).unwrap_or_default();
        &rest[rest.iter().position(|h| h.start >= at).unwrap_or(rest.len())..]
    }

    /// The hits that start within a span.
    pub(crate) fn within(&self, span: Span) -> &[Hit] {
        let rest = self.from(span.start);
        // A word or a sentence has few.
        &rest[..rest.iter().position(|h| h.start >= span.end).unwrap_or(rest.len())]
    }
}

/// How many of what is counted come before the block that holds a place.
fn at_block(begun: &[u32], at: usize) -> usize {
    begun.get(at / BLOCK).or(begun.last()).map_or(0, |n| *n as usize)
}

fn begun(text: &Text, hits: &[Hit]) -> Vec<u32> {
    blocks(text.as_str().len(), hits.iter().map(|h| h.start), Edge::Before)
}

fn digits(bytes: &[u8]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        let len = bytes[start..].iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len() - start);
        out.push(Span::new(start, start + len));
        at = start + len;
    }
    out
}
