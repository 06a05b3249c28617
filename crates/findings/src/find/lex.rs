//! The words, numbers and signs of one sentence, for the finders that read around a hit by hand. Knows how
//! they are cut; nothing of what they mean.

use crate::text::bytes::letters_end;
use crate::text::key::{Key, same};
use crate::text::{Span, Text};
use std::cell::{Cell, OnceCell};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters, with the apostrophes inside them left out: "council’s" is two words and a sign.
    Word,
    /// Digits only: "1,200" is two numbers and a sign, "20th" a number and a word.
    Number,
    /// Any other character that is no space.
    Sign(char),
}

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub(crate) span: Span,
    /// As written.
    text: &'t str,
    /// Of its words.
    key: Key,
    pub(crate) shape: Shape,
    /// True when no space stands before it.
    pub(crate) glued: bool,
}

impl Token<'_> {
    #[inline(never)]
    fn spells(&self, word: &str) -> bool {
        same(self.text, word)
    }
}

/// The sentences of a text as tokens, each cut when its first reader asks.
pub(crate) struct Lines<'t> {
    text: &'t Text,
    cut: Vec<OnceCell<Line<'t>>>,
    /// For a place in no sentence.
    none: Line<'t>,
}

impl<'t> Lines<'t> {
    /// None is cut yet.
    pub(crate) fn new(text: &'t Text) -> Self {
        let cut = text.sentences.iter().map(|_| OnceCell::new()).collect();
        Self { text, cut, none: Line::new("", Span::new(0, 0)) }
    }

    /// The sentence with this number.
    pub(crate) fn sentence(&self, ix: usize) -> &Line<'t> {
        let (Some(cell), Some(&span)) = (self.cut.get(ix), self.text.sentences.get(ix)) else {
            return &self.none;
        };
        cell.get_or_init(|| Line::new(self.text.as_str(), span))
    }

    /// The sentence that holds this place.
    pub(crate) fn at(&self, place: usize) -> &Line<'t> {
        self.sentence(self.text.sentence_at(place))
    }
}

/// The tokens of one sentence.
pub(crate) struct Line<'t> {
    tokens: Vec<Token<'t>>,
    depth: Cell<u8>,
    /// The last token, counted from one, at which a reader that is asked over and over found nothing.
    none_at: Cell<usize>,
}

/// How far readers may stand inside one another: "the end of the first week of March" is three deep.
const DEEPEST: u8 = 5;

impl<'t> Line<'t> {
    /// Cuts the text at `span`.
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        let mut line = Line { tokens: Vec::new(), depth: Cell::new(0), none_at: Cell::new(0) };
        let mut glued = false;
        let stretch = text.get(span.start..span.end).unwrap_or("");
        // Words of news have four or five letters and a space.
        line.tokens.reserve(stretch.len() / 5 + 4);
        let (bytes, mut at) = (stretch.as_bytes(), 0);
        while let Some(&b) = bytes.get(at) {
            let (shape, end) = match b {
                b' ' => {
                    glued = false;
                    at += 1;
                    continue;
                }
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let end = letters_end(bytes, at + 1);
                    let plain = bytes.get(end).is_none_or(u8::is_ascii);
                    (Shape::Word, if plain { end } else { letters(stretch, at) })
                }
                b'0'..=b'9' => (Shape::Number, run(bytes, at, |b| b.is_ascii_digit())),
                _ => match char_at(stretch, at) {
                    None => break,
                    Some(c) if c.is_whitespace() => {
                        glued = false;
                        at += c.len_utf8();
                        continue;
                    }
                    Some(c) if c.is_alphabetic() => (Shape::Word, letters(stretch, at)),
                    Some(c) => (Shape::Sign(c), at + c.len_utf8()),
                },
            };
            let text = stretch.get(at..end).unwrap_or("");
            let span = Span::new(span.start + at, span.start + end);
            line.tokens.push(Token { span, text, key: Key::of(text), shape, glued });
            (at, glued) = (end, true);
        }
        line
    }

    /// Runs a reader that calls itself, as long as it is not too deep: "two days after two days after …" may go on.
    pub(crate) fn nested<T>(&self, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let found = read();
        self.depth.set(depth);
        found
    }

    /// Runs a reader, but not twice in a row where it finds nothing; for one reader of each line.
    pub(crate) fn once_in_vain<T>(&self, i: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.none_at.get() == i + 1 {
            return None;
        }
        let found = read();
        if found.is_none() {
            self.none_at.set(i + 1);
        }
        found
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `i`.
    pub(crate) fn token(&self, i: usize) -> Option<&Token<'t>> {
        self.tokens.get(i)
    }

    /// The words of the token at `i`, as written; empty past the end.
    #[inline]
    pub(crate) fn text(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.text)
    }

    /// The sign at `i`.
    #[inline]
    pub(crate) fn sign(&self, i: usize) -> Option<char> {
        match self.tokens.get(i)?.shape {
            Shape::Sign(c) => Some(c),
            _ => None,
        }
    }

    /// The digits at `i`.
    pub(crate) fn digits(&self, i: usize) -> Option<&'t str> {
        (self.tokens.get(i)?.shape == Shape::Number).then(|| self.text(i))
    }

    /// True when the token at `i` follows the one before it without a space.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.glued)
    }

    /// True when the token at `i` is this word in any case.
    #[inline(always)]
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        self.is_any(i, &[word])
    }

    /// True when the token at `i` is one of these words in any case.
    #[inline(always)]
    pub(crate) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        token.key.is_any(words, |w| token.spells(w))
    }

    /// True when the token at `i` is a word with a capital.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.text(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// The span from the token at `from` to the one before `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(a), Some(b)) => Span::new(a.span.start, b.span.end.max(a.span.start)),
            _ => Span::new(0, 0),
        }
    }

    /// The first token that starts at or after an offset of the text.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| t.span.start < offset)
    }
}

/// The character that stands at a boundary; most are of ASCII.
#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(b) if b.is_ascii() => Some(char::from(*b)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Where a run of such bytes ends.
#[inline]
fn run(bytes: &[u8], mut at: usize, is: impl Fn(&u8) -> bool) -> usize {
    while bytes.get(at).is_some_and(&is) {
        at += 1;
    }
    at
}

/// Where the letters that begin at `at` end.
#[inline]
fn letters(text: &str, at: usize) -> usize {
    let mut end = letters_end(text.as_bytes(), at);
    while let Some(c) = char_at(text, end).filter(|c| c.is_alphabetic()) {
        end = letters_end(text.as_bytes(), end + c.len_utf8());
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_letters_come_apart() {
        let text = "£1.2bn by 20th August’s end";
        let line = Line::new(text, Span::new(0, text.len()));
        let all: Vec<&str> = (0..line.len()).map(|i| line.text(i)).collect();
        assert_eq!(all, ["£", "1", ".", "2", "bn", "by", "20", "th", "August", "’", "s", "end"]);
        assert!(line.glued(4) && !line.glued(5));
    }
}
