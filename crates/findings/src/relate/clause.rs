//! A sentence as the judgement rules read it: one item for each mention, quotation mark, stop and word.
//! Knows nothing of what the items mean together.

mod asides;
mod idioms;
mod rewrite;

use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::words::{Class, class, class_of};
use crate::text::key::{Key, same};
use crate::text::{Span, Text, bytes};
use std::rc::Rc;

/// What an item of a sentence is. The numbers are indexes into the lists of [`Story`](super::story::Story).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A place that names a body.
    Body(usize),
    /// A place that names a provider.
    Provider(usize),
    /// A place that means several providers.
    Group(usize),
    /// A service of a provider.
    Service(usize),
    /// A sub-judgement of some framework.
    Aspect(usize),
    /// A form of a label.
    Label(usize),
    /// A name of a measure.
    Measure(usize),
    /// A date.
    Date(usize),
    /// A number in figures or words.
    Number(u64),
    /// A word.
    Word(Class),
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// A comma, colon, semicolon, dash or bracket.
    Stop(char),
}

/// An item where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) span: Span,
    pub(crate) item: Item,
    /// Of its words.
    key: Key,
}

impl Chunk {
    pub(crate) fn new(text: &Text, span: Span, item: Item) -> Chunk {
        Chunk { span, item, key: Key::of(text.at(span)) }
    }
    /// The same words, read as something else.
    pub(crate) fn read_as(&self, item: Item) -> Chunk {
        Chunk { item, ..*self }
    }
    /// A word that says nothing, in place of what is read by itself.
    pub(crate) fn blank(&self) -> Chunk {
        let span = Span::new(self.span.start, self.span.start);
        Chunk { span, item: Item::Word(Class::Filler), key: Key::of("") }
    }
    /// True for a word of this class.
    #[inline]
    pub(crate) fn is(&self, wanted: Class) -> bool {
        self.item == Item::Word(wanted)
    }
    /// True for "but": no other joint has its key.
    pub(crate) fn is_but(&self) -> bool {
        self.is(Class::Conj) && self.key == Key::of("but")
    }
    /// True for a word of one of these classes.
    #[inline]
    pub(crate) fn is_any(&self, wanted: &[Class]) -> bool {
        matches!(self.item, Item::Word(c) if wanted.contains(&c))
    }
    /// True for a provider, service or aspect.
    pub(crate) fn is_target(&self) -> bool {
        matches!(self.item, Item::Provider(_) | Item::Group(_) | Item::Service(_) | Item::Aspect(_))
    }
}

/// A sentence cut into items.
pub(crate) struct Sentence<'t> {
    text: &'t Text,
    pub(crate) span: Span,
    pub(crate) chunks: Rc<[Chunk]>,
}

impl<'t> Sentence<'t> {
    /// Cuts a sentence at its mentions.
    pub(crate) fn new(text: &'t Text, span: Span, mentions: &[Chunk]) -> Self {
        Self::of(text, span, cut(text, span, mentions).into())
    }
    /// A sentence that is cut already.
    pub(crate) fn of(text: &'t Text, span: Span, chunks: Rc<[Chunk]>) -> Self {
        Sentence { text, span, chunks }
    }
    /// The words of an item; empty past the end.
    #[inline]
    pub(crate) fn at(&self, ix: usize) -> &str {
        self.chunks.get(ix).map_or("", |c| self.text.at(c.span))
    }
    /// True when the item is this word, in any case.
    #[inline(always)]
    pub(crate) fn says(&self, ix: usize, words: &[&str]) -> bool {
        let Some(chunk) = self.chunks.get(ix) else { return false };
        chunk.key.is_any(words, |w| self.spells(chunk, w))
    }
    #[inline(never)]
    fn spells(&self, chunk: &Chunk, word: &str) -> bool {
        same(word, self.text.at(chunk.span))
    }
    /// True when the item is a word of this class.
    #[inline]
    pub(crate) fn is(&self, ix: usize, wanted: Class) -> bool {
        self.chunks.get(ix).is_some_and(|c| c.is(wanted))
    }
    /// True when the item is a word of one of these classes.
    #[inline]
    pub(crate) fn is_any(&self, ix: usize, wanted: &[Class]) -> bool {
        self.chunks.get(ix).is_some_and(|c| c.is_any(wanted))
    }
    /// True for a mention with "'s" or a bare apostrophe behind it.
    pub(crate) fn owns(&self, ix: usize) -> bool {
        let Some(chunk) = self.chunks.get(ix) else { return false };
        let rest = self.text.as_str().get(chunk.span.end..).unwrap_or("");
        ["'s ", "’s ", "' ", "’ "].iter().any(|mark| rest.starts_with(mark))
    }

    /// True when a currency sign touches the item: "£500".
    pub(crate) fn is_sum(&self, ix: usize) -> bool {
        let before = self.chunks.get(ix).and_then(|c| self.text.as_str().get(..c.span.start));
        before.is_some_and(|b| b.ends_with(['£', '€', '$']))
    }
    /// Where "at S1 and S2", "in Years 5 and 6" ends that begins at an item; the item itself where none does.
    pub(crate) fn past_years(&self, ix: usize) -> usize {
        if self.chunks.get(ix).is_some_and(|c| c.is(Class::Prep)) {
            asides::years(self.text, &self.chunks, ix)
        } else {
            ix
        }
    }
    /// The item itself.
    #[inline]
    pub(crate) fn item(&self, ix: usize) -> Option<Item> {
        self.chunks.get(ix).map(|c| c.item)
    }
}

/// Cuts a sentence into items: `mentions` are the known ones, in order and without overlaps; what lies between
/// is read word by word.
fn cut(text: &Text, sentence: Span, mentions: &[Chunk]) -> Vec<Chunk> {
    let mut out = Vec::with_capacity(mentions.len() * 2 + 16);
    let mut at = sentence.start;
    for mention in mentions {
        if mention.span.start >= at {
            words(text, Span::new(at, mention.span.start), &mut out);
            out.push(*mention);
            at = mention.span.end;
        }
    }
    words(text, Span::new(at, sentence.end), &mut out);
    asides::drop(text, &mut out);
    idioms::read(text, &mut out);
    rewrite::read(text, &mut out);
    out
}

fn words(text: &Text, gap: Span, out: &mut Vec<Chunk>) {
    let whole = text.as_str();
    let mut rest = gap.start;
    while rest < gap.end {
        // Most of it is letters and spaces.
        let c = match whole.as_bytes().get(rest) {
            Some(b' ') => {
                rest += 1;
                continue;
            }
            Some(b) if b.is_ascii_alphabetic() => {
                let letters = whole.as_bytes().get(rest..gap.end).unwrap_or_default();
                let len = bytes::letters_end(letters, 0);
                let word = whole.get(rest..rest + len).unwrap_or("");
                // A single letter may be what is left of a genitive.
                if len > 1 && letters.get(len).is_none_or(|b| matches!(b, b' ')) {
                    let number = if may_be_cardinal(word) { number(word) } else { None };
                    let item = number.map_or_else(|| Item::Word(class_of(word)), Item::Number);
                    out.push(Chunk { span: Span::new(rest, rest + len), item, key: Key::of(word) });
                    rest += len;
                    continue;
                }
                char::from(*b)
            }
            Some(b) if b.is_ascii() => char::from(*b),
            _ => match whole[rest..gap.end].chars().next() {
                Some(c) => c,
                None => return,
            },
        };
        let len = c.len_utf8();
        let one = Span::new(rest, rest + len);
        if c.is_alphanumeric() {
            let end = word_end(whole, rest, gap.end);
            let span = Span::new(rest, end);
            let word = text.at(span);
            // "the council's housing", "Ofsted’s verdict": what is left of a mention's own case.
            let of_mention = matches!(word, "s" | "S")
                && (whole[..rest].ends_with('\'') || whole[..rest].ends_with('’'))
                && out.last().is_some_and(|last| {
                    last.span.end < rest && rest - last.span.end <= 3 && !matches!(last.item, Item::Word(_))
                });
            let item = if of_mention { Item::Word(Class::Possessive) } else { read(word) };
            out.push(Chunk { span, item, key: Key::of(word) });
            rest = end;
            continue;
        }
        let item = match c {
            ',' | ';' | ':' | '(' | ')' | '–' | '—' | '|' | '•' => Some(Item::Stop(c)),
            '-' if whole[..rest].ends_with(' ') => Some(Item::Stop('–')),
            '"' | '“' | '”' | '‘' | '’' | '\'' => mark(text, rest),
            _ => None,
        };
        if let Some(item) = item {
            out.push(Chunk::new(text, one, item));
        }
        rest += len;
    }
}

fn word_end(whole: &str, start: usize, limit: usize) -> usize {
    let plain = whole.as_bytes().get(start..limit).unwrap_or_default();
    let plain = plain.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(plain.len());
    let start = start + plain;
    if start >= limit || whole.as_bytes().get(start) == Some(&b' ') {
        return start;
    }
    let mut end = start;
    let mut chars = whole[start..limit].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let inner = matches!(c, '-' | '\'' | '’' | '.' | '&' | ',' | '*' | '%')
            && chars.peek().is_some_and(|(_, n)| n.is_alphanumeric() && (c != ',' || n.is_ascii_digit()));
        if !(c.is_alphanumeric() || inner || c == '%') {
            break;
        }
        end = start + i + c.len_utf8();
    }
    end
}

fn read(word: &str) -> Item {
    match number(word) {
        Some(n) => Item::Number(n),
        None if word.is_ascii() => {
            let stem = match word.as_bytes() {
                [.., b'\'', b's' | b'S'] => word.get(..word.len() - 2).filter(|s| !s.is_empty()),
                _ => None,
            };
            Item::Word(class_of(stem.unwrap_or(word)))
        }
        None => {
            let lower = word.to_lowercase().replace('’', "'");
            let stem = lower.strip_suffix("'s").filter(|s| !s.is_empty()).unwrap_or(&lower);
            Item::Word(class(stem))
        }
    }
}

/// A whole number in figures, with thousands commas, or in words up to ninety-nine.
pub(crate) fn number(word: &str) -> Option<u64> {
    let known = |w: &str| cardinal(w).and_then(|n| u64::try_from(n).ok());
    if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        let digits: String = word.chars().filter(|c| *c != ',').collect();
        return digits.parse().ok().filter(|_| digits.len() <= 12);
    }
    if !(3..=13).contains(&word.len()) || !may_be_cardinal(word) {
        return None;
    }
    match memchr::memchr(b'-', word.as_bytes()).map(|at| word.split_at(at)) {
        None => known(word),
        Some((ten, one)) => {
            let one = one.get(1..)?;
            let ten = known(ten).filter(|n| n % 10 == 0 && (20..100).contains(n))?;
            known(one).filter(|n| (1..10).contains(n)).map(|n| ten + n)
        }
    }
}

/// A quotation mark of a known pair; an apostrophe is nothing.
fn mark(text: &Text, at: usize) -> Option<Item> {
    let quoted = text.quoted_at(at)?;
    if at < quoted.inner.start { Some(Item::Open) } else { (at >= quoted.inner.end).then_some(Item::Close) }
}
