//! A sentence as the judgement rules read it: one item for each mention, quotation mark, stop and word.
//! Knows nothing of what the items mean together.

use crate::find::lex::{key, same};
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::words::{Class, class, class_of, takes};
use crate::text::{Span, Text};
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
    key: u16,
}

impl Chunk {
    pub(crate) fn new(text: &Text<'_>, span: Span, item: Item) -> Chunk {
        Chunk { span, item, key: key(text.at(span)) }
    }
    /// True for a word of this class.
    #[inline]
    pub(crate) fn is(&self, wanted: Class) -> bool {
        self.item == Item::Word(wanted)
    }
    /// True for "but": no other joint has its key.
    pub(crate) fn is_but(&self) -> bool {
        self.is(Class::Conj) && self.key == key("but")
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
    text: &'t Text<'t>,
    pub(crate) span: Span,
    pub(crate) chunks: Rc<[Chunk]>,
}

impl<'t> Sentence<'t> {
    /// Cuts a sentence at its mentions.
    pub(crate) fn new(text: &'t Text<'t>, span: Span, mentions: &[Chunk]) -> Self {
        Self::of(text, span, cut(text, span, mentions).into())
    }
    /// A sentence that is cut already.
    pub(crate) fn of(text: &'t Text<'t>, span: Span, chunks: Rc<[Chunk]>) -> Self {
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
        words.iter().any(|w| key(w) == chunk.key && self.spells(chunk, w))
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
    /// The item itself.
    #[inline]
    pub(crate) fn item(&self, ix: usize) -> Option<Item> {
        self.chunks.get(ix).map(|c| c.item)
    }
}

/// Cuts a sentence into items: `mentions` are the known ones, in order and without overlaps; what lies between
/// is read word by word.
fn cut(text: &Text<'_>, sentence: Span, mentions: &[Chunk]) -> Vec<Chunk> {
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
    verbs(text, &mut out);
    streets(text, &mut out);
    joins(text, &mut out);
    wholes(text, &mut out);
    out
}

/// "the school as a whole": says "overall" of what stands before it.
fn wholes(text: &Text<'_>, chunks: &mut [Chunk]) {
    for i in 2..chunks.len() {
        let whole = chunks[i].key == key("whole") && text.at(chunks[i].span) == "whole";
        if whole && text.at(chunks[i - 1].span) == "a" && text.at(chunks[i - 2].span) == "as" {
            chunks[i - 2..=i].iter_mut().for_each(|c| c.item = Item::Word(Class::Filler));
        }
    }
}

/// "C1 along with V2": as "and" joins.
fn joins(text: &Text<'_>, chunks: &mut [Chunk]) {
    for i in 1..chunks.len() {
        if chunks[i].key == key("with")
            && text.at(chunks[i].span) == "with"
            && text.at(chunks[i - 1].span) == "along"
        {
            chunks[i - 1].item = Item::Word(Class::Filler);
            chunks[i].item = Item::Word(Class::Conj);
        }
    }
}

/// "in Station Road", "at Hope Street": no road that leads to a grade, and no hope of one.
fn streets(text: &Text<'_>, chunks: &mut [Chunk]) {
    let capital = |c: Option<&Chunk>| {
        c.is_some_and(|c| !matches!(c.item, Item::Stop(_)) && text.at(c.span).starts_with(char::is_uppercase))
    };
    for i in 1..chunks.len() {
        let named = chunks[i].is(Class::Aim)
            && match text.at(chunks[i].span) {
                "Road" | "Path" => capital(chunks.get(i - 1)),
                "Hope" => capital(chunks.get(i + 1)),
                // "on a main road": the road to a grade says where it leads.
                "road" | "path" | "journey" => chunks
                    .get(i + 1)
                    .is_none_or(|c| !["to", "towards", "toward", "from"].contains(&text.at(c.span))),
                _ => false,
            };
        if named {
            chunks[i].item = Item::Word(Class::Other);
        }
    }
}

/// "The report grades the school", "Ofsted marks it down": a noun of rating that stands where a verb does.
fn verbs(text: &Text<'_>, chunks: &mut [Chunk]) {
    let one_of = |chunk: &Chunk, words: &[&str]| words.iter().any(|w| same(w, text.at(chunk.span)));
    for i in 1..chunks.len().saturating_sub(1) {
        let [before, here, after] = [chunks[i - 1], chunks[i], chunks[i + 1]];
        let Item::Word(class) = here.item else { continue };
        let object = after.is_target() || after.is_any(&[Class::Det, Class::Possessive, Class::Pronoun]);
        let read = match class {
            // "published its report, rating it good"
            Class::Rating if object && one_of(&here, &["rating", "grading", "ranking"]) => {
                let led = ["after", "by", "before", "while", "and"].contains(&text.at(before.span));
                (led || matches!(before.item, Item::Stop(','))).then_some(Class::Rate)
            }
            Class::Rating if object && one_of(&here, &["grades", "scores", "marks", "ranks", "labels"]) => {
                // "The letter sent by Ofsted to the council grades its services"
                let sent = matches!(before.item, Item::Provider(_))
                    && chunks[..i].iter().any(|c| matches!(c.item, Item::Body(_)))
                    && after.is(Class::Possessive);
                let agent = matches!(before.item, Item::Body(_) | Item::Stop(','))
                    || sent
                    || before.is_any(&[Class::Visit, Class::Pronoun]);
                agent.then_some(Class::Rate)
            }
            // "managed a three", "took the maximum four"
            Class::Other if takes(text.at(here.span)) && number_follows(text, chunks, i) => {
                Some(Class::Receive)
            }
            // "has since been rated four": no preposition.
            Class::Prep if before.is(Class::Have) && after.is(Class::Be) => {
                (text.at(here.span) == "since").then_some(Class::Filler)
            }
            // "children in need of help", "pupils' needs", "meeting needs": a noun.
            Class::Must if is_need(text, before, here, after) => Some(Class::Other),
            // "The former was rated good": a pronoun.
            _ if before.is(Class::Det)
                && !after.is(Class::Other)
                && !after.is_target()
                && one_of(&here, &["former", "latter"]) =>
            {
                Some(Class::Pronoun)
            }
            _ => None,
        };
        if let Some(class) = read {
            chunks[i].item = Item::Word(class);
        }
    }
}

/// True for the noun "need", and not the verb.
fn is_need(text: &Text<'_>, before: Chunk, here: Chunk, after: Chunk) -> bool {
    let word = text.at(before.span);
    let gap = text.as_str().get(before.span.end..here.span.start).unwrap_or_default();
    let owned = gap.starts_with(['\'', '’']) || word.ends_with("'s") || word.ends_with("’s");
    let led = ["the", "meeting", "individual", "special", "complex", "additional"].contains(&word);
    match text.at(here.span) {
        "need" => word == "in",
        "needs" => (owned || led || before.is(Class::Possessive)) && text.at(after.span) != "to",
        _ => false,
    }
}

/// True where a label that no adjective looks like is the object of the verb at `verb`.
fn number_follows(text: &Text<'_>, chunks: &[Chunk], verb: usize) -> bool {
    let passed = |c: &&Chunk| {
        c.is_any(&[Class::Det, Class::Filler, Class::Position])
            || ["maximum", "full"].contains(&text.at(c.span))
    };
    let next = chunks.get(verb + 1..).into_iter().flatten().find(|c| !passed(c));
    next.filter(|c| matches!(c.item, Item::Label(_))).is_some_and(|c| {
        let words = text.at(c.span);
        number(words).is_some() || words.contains("star") || words.contains("out of")
    })
}

fn words(text: &Text<'_>, gap: Span, out: &mut Vec<Chunk>) {
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
                let len = letters.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                let word = whole.get(rest..rest + len).unwrap_or("");
                // A single letter may be what is left of a genitive.
                if len > 1 && letters.get(len).is_none_or(|b| matches!(b, b' ')) {
                    let number = if may_be_cardinal(word) { number(word) } else { None };
                    let item = number.map_or_else(|| Item::Word(class_of(word)), Item::Number);
                    out.push(Chunk { span: Span::new(rest, rest + len), item, key: key(word) });
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
            out.push(Chunk { span, item, key: key(word) });
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
    match word.split_once('-') {
        None => known(word),
        Some((ten, one)) => {
            let ten = known(ten).filter(|n| n % 10 == 0 && (20..100).contains(n))?;
            known(one).filter(|n| (1..10).contains(n)).map(|n| ten + n)
        }
    }
}

/// A quotation mark of a known pair; an apostrophe is nothing.
fn mark(text: &Text<'_>, at: usize) -> Option<Item> {
    let quoted = text.quoted_at(at)?;
    if at < quoted.inner.start { Some(Item::Open) } else { (at >= quoted.inner.end).then_some(Item::Close) }
}
