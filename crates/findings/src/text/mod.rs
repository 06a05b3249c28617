//! The article, spans, paragraphs, sentences, quotation marks, word edges.
//! Knows nothing of any inspectorate or any fact.

mod article;
pub(crate) mod beside;
pub(crate) mod bytes;
mod case;
pub(crate) mod edge;
mod fold;
pub(crate) mod key;
mod marks;
mod sentence;
pub(crate) mod small;
mod span;
pub(crate) mod table;
pub(crate) mod word;

pub use article::Article;
pub(crate) use case::Known;
pub(crate) use marks::Quoted;
pub use span::Span;
pub(crate) use span::overlaps_any;

use crate::fact::Part;
use fold::Folded;

/// What stands between title and text in the one string that is read.
const JOINT: &str = "\n\n";

/// So many bytes are a block.
pub(crate) const BLOCK: usize = 64;

/// Which side of a block what begins with it stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Before,
    Within,
}

/// For each block of a text how many of these places, in order, come before it: where a search among them begins.
pub(crate) fn blocks(len: usize, places: impl Iterator<Item = usize>, edge: Edge) -> Vec<u32> {
    let mut counts = Vec::with_capacity(len / BLOCK + 1);
    let mut count = 0;
    for place in places {
        let past = |block: usize| block < place || block == place && edge == Edge::Before;
        while counts.len() * BLOCK <= len && past(counts.len() * BLOCK) {
            counts.push(count);
        }
        count += 1;
    }
    counts.resize(len / BLOCK + 1, count);
    counts
}

/// The article as it is read: title and text in one string with even white space, cut into paragraphs,
/// sentences and quotations. All spans above this floor are into [`Text::as_str`]; [`Text::origin`] leads back.
pub(crate) struct Text {
    folded: Folded,
    /// Bytes of title and joint before the text.
    title: usize,
    /// Lines, trimmed, without the empty ones.
    pub(crate) paragraphs: Vec<Span>,
    /// Sentences, in order; none crosses a paragraph.
    pub(crate) sentences: Vec<Span>,
    /// For each block of the string how many sentences begin before it or with it.
    begun: Vec<u32>,
    /// Quotations, in order; none crosses a paragraph.
    pub(crate) quoted: Vec<Quoted>,
}

impl Text {
    /// The text with the capitals that it has.
    pub(crate) fn new(article: &Article<'_>) -> Self {
        Text::read(article, |_| {})
    }

    /// The same, with leads and headlines in capitals brought down, by what is known of words.
    pub(crate) fn settled(article: &Article<'_>, known: &dyn Fn(&str) -> Known) -> Self {
        Text::read(article, |text| case::settle(text, known))
    }

    fn read(article: &Article<'_>, settle: impl FnOnce(&mut str)) -> Self {
        let (joined, title) = match article.headline() {
            Some(title) => (format!("{title}{JOINT}{}", article.text()), title.len() + JOINT.len()),
            None => (article.text().to_owned(), 0),
        };
        let mut folded = fold::fold(joined);
        settle(&mut folded.text);
        // So long paragraphs, sentences and quotations are, about.
        let len = folded.text.len();
        let mut text = Text {
            folded,
            title,
            paragraphs: Vec::with_capacity(len / 160 + 4),
            sentences: Vec::with_capacity(len / 80 + 4),
            begun: Vec::new(),
            quoted: Vec::with_capacity(len / 200 + 4),
        };
        text.cut();
        text.begun = blocks(text.as_str().len(), text.sentences.iter().map(|s| s.start), Edge::Within);
        text
    }

    fn cut(&mut self) {
        let whole: &str = &self.folded.text;
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', whole.as_bytes()).chain(std::iter::once(whole.len()));
        for end in ends {
            let line = &whole[start..end];
            let from = start + (line.len() - line.trim_start().len());
            let kept = line.trim();
            if !kept.is_empty() {
                let paragraph = Span::new(from, from + kept.len());
                self.paragraphs.push(paragraph);
                sentence::split(whole, paragraph, &mut self.sentences);
                marks::pair(whole, paragraph, &mut self.quoted);
            }
            start = end + 1;
        }
    }

    /// The string that is read.
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        &self.folded.text
    }

    /// The words at a span of it.
    #[inline]
    pub(crate) fn at(&self, span: Span) -> &str {
        self.as_str().get(span.start..span.end).unwrap_or("")
    }

    /// Where a span stands in what was given: in the title or in the text.
    pub(crate) fn origin(&self, span: Span) -> (Part, Span) {
        let given = Span::new(self.folded.origin(span.start), self.folded.origin_end(span.end));
        if given.start < self.title {
            let end = given.end.min(self.title - JOINT.len());
            (Part::Title, Span::new(given.start.min(end), end))
        } else {
            (Part::Text, Span::new(given.start - self.title, given.end - self.title))
        }
    }

    /// Index of the paragraph that holds `at`, or of the nearest before it.
    pub(crate) fn paragraph_at(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|p| p.start <= at).saturating_sub(1)
    }

    /// Index of the sentence that holds `at`, or of the nearest before it.
    pub(crate) fn sentence_at(&self, at: usize) -> usize {
        let from = self.begun.get(at / BLOCK).or(self.begun.last()).map_or(0, |n| *n as usize);
        let rest = self.sentences.get(from..).unwrap_or_default();
        let more = rest.iter().position(|s| s.start > at).unwrap_or(rest.len());
        (from + more).saturating_sub(1)
    }

    /// The quotation whose words hold `at`, if any.
    pub(crate) fn quoted_at(&self, at: usize) -> Option<&Quoted> {
        let after = self.quoted.partition_point(|q| q.outer.start <= at);
        let quoted = self.quoted.get(after.checked_sub(1)?)?;
        (at < quoted.outer.end).then_some(quoted)
    }
}
