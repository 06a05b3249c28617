//! One article with what was found in it, as the tables read it: where a fact stands, in the unit asked for, and in
//! which sentence. Knows nothing of columns.

use crate::input::Input;
use findings::{Body, Extraction, Offsets, Part, Provider, Span};
use std::cell::OnceCell;
use std::collections::HashMap;

/// An article and its facts.
pub(super) struct Page<'a> {
    /// The article as it came in.
    pub input: &'a Input,
    /// Its facts, with spans in bytes.
    pub found: &'a Extraction,
    unit: Offsets,
    /// The kinds of fact that are kept; all where none is named.
    only: &'a [&'static str],
    /// Sentences of the text and the offset of each in the unit, cut when the first fact asks.
    sentences: OnceCell<Vec<(Span, usize)>>,
    providers: HashMap<&'a str, &'a Provider>,
    bodies: HashMap<&'a str, &'a Body>,
}

/// Where a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// In the text or in the title.
    pub part: Part,
    /// Its offsets, in the unit asked for.
    pub span: Span,
    /// The article's own characters there.
    pub text: &'a str,
    /// The sentence, or sentences, that hold it.
    pub sentence: &'a str,
    /// Where in the sentence it begins, in bytes.
    pub at: usize,
}

impl<'a> Page<'a> {
    /// The article with its facts, whose spans must be in bytes; they are told in `unit`.
    pub(super) fn new(input: &'a Input, found: &'a Extraction, unit: Offsets) -> Self {
        Self {
            input,
            found,
            unit,
            only: &[],
            sentences: OnceCell::new(),
            providers: found.providers.iter().map(|p| (p.id.as_str(), p)).collect(),
            bodies: found.bodies.iter().map(|b| (b.id.as_str(), b)).collect(),
        }
    }

    /// The same, with only these kinds of fact where kinds are mixed; with all where none is named.
    pub(super) fn only(mut self, kinds: &'a [&'static str]) -> Self {
        self.only = kinds;
        self
    }

    /// True when facts of this kind are wanted.
    pub(super) fn keeps(&self, kind: &str) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// The unit that spans are told in.
    pub(super) fn unit(&self) -> Offsets {
        self.unit
    }

    /// Length of the text in the unit.
    pub(super) fn length(&self) -> usize {
        width(&self.input.text, self.unit)
    }

    /// The provider of this id.
    pub(super) fn provider(&self, id: &str) -> Option<&'a Provider> {
        self.providers.get(id).copied()
    }

    /// The body of this id.
    pub(super) fn body(&self, id: &str) -> Option<&'a Body> {
        self.bodies.get(id).copied()
    }

    /// The title where one was given apart from the text.
    pub(super) fn title(&self) -> Option<&'a str> {
        self.input.about.title.as_deref()
    }

    /// What stands at a span of bytes.
    pub(super) fn place(&self, part: Part, span: Span) -> Place<'a> {
        match part {
            Part::Text => self.in_text(span),
            Part::Title => {
                let title = self.title().unwrap_or("");
                let text = title.get(span.start..span.end).unwrap_or("");
                let start = width(title.get(..span.start).unwrap_or(title), self.unit);
                let at = span.start;
                let span = Span::new(start, start + width(text, self.unit));
                Place { part, span, text, sentence: title, at }
            }
        }
    }

    fn in_text(&self, span: Span) -> Place<'a> {
        let whole = self.input.text.as_str();
        let text = whole.get(span.start..span.end).unwrap_or("");
        let sentences = self.sentences.get_or_init(|| sentences(whole, self.unit));
        let first = sentences.partition_point(|(s, _)| s.start <= span.start).saturating_sub(1);
        let last = sentences.partition_point(|(s, _)| s.start < span.end).saturating_sub(1).max(first);
        let (from, counted) = sentences.get(first).map_or((0, 0), |(s, at)| (s.start, *at));
        let to = sentences.get(last).map_or(whole.len(), |(s, _)| s.end.max(span.end));
        let (from, counted) = if from <= span.start { (from, counted) } else { (0, 0) };
        let start = counted + width(whole.get(from..span.start).unwrap_or(""), self.unit);
        Place {
            part: Part::Text,
            span: Span::new(start, start + width(text, self.unit)),
            text,
            sentence: whole.get(from..to).unwrap_or(text),
            at: span.start - from,
        }
    }
}

/// The sentences of a text, each with the offset of its start in the unit: one walk over the text.
fn sentences(text: &str, unit: Offsets) -> Vec<(Span, usize)> {
    let (mut passed, mut counted) = (0, 0);
    let with_offset = |sentence: Span| {
        counted += width(text.get(passed..sentence.start).unwrap_or(""), unit);
        passed = sentence.start.max(passed);
        (sentence, counted)
    };
    findings::sentences(text).into_iter().map(with_offset).collect()
}

fn width(text: &str, unit: Offsets) -> usize {
    match unit {
        Offsets::Bytes => text.len(),
        Offsets::Chars => text.chars().count(),
        Offsets::Utf16 => text.chars().map(char::len_utf16).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use findings::{Article, Extractor};

    const TEXT: &str = "‘£5’ was paid. 😀 Ofsted rated it “good”. It closed.\nThe end.";

    fn place_of(words: &str, unit: Offsets) -> (Span, String) {
        let input = Input { text: TEXT.to_owned(), ..Input::default() };
        let found = Extractor::builtin().extract(&Article::new(TEXT));
        let page = Page::new(&input, &found, unit);
        let at = TEXT.find(words).unwrap();
        let place = page.place(Part::Text, Span::new(at, at + words.len()));
        assert_eq!(place.text, words);
        (place.span, place.sentence.to_owned())
    }

    #[test]
    fn a_place_is_counted_in_the_unit_and_has_its_sentence() {
        let at = TEXT.find("good").unwrap();
        let sentence = "😀 Ofsted rated it “good”.".to_owned();
        assert_eq!(place_of("good", Offsets::Bytes), (Span::new(at, at + 4), sentence.clone()));
        assert_eq!(place_of("good", Offsets::Chars), (Span::new(34, 38), sentence.clone()));
        assert_eq!(place_of("good", Offsets::Utf16), (Span::new(35, 39), sentence));
    }

    #[test]
    fn what_crosses_sentences_has_them_all() {
        let (_, sentence) = place_of("good”. It", Offsets::Bytes);
        assert_eq!(sentence, "😀 Ofsted rated it “good”. It closed.");
    }
}
