//! Words of a stretch of text and the case they are written in. Knows no meaning.

use crate::text::{Span, bytes};

/// A run of letters and digits, with the apostrophes and hyphens inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "home".
    Lower,
    /// "Home", "McKay", and the single letter of an initial.
    Capital,
    /// "NHS".
    Capitals,
    /// Begins with a digit.
    Figure,
}

impl Word {
    /// True for a word that a name may hold.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals)
    }
}

/// The words at a span, or none where it is not one of this text.
pub(crate) fn at(text: &str, span: Span) -> &str {
    text.get(span.start..span.end).unwrap_or("")
}

/// The words of `text` within `span`, in order.
pub(crate) fn words(text: &str, span: Span) -> impl Iterator<Item = Word> + '_ {
    let end = span.end.min(text.len());
    let mut at = span.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..end)?;
        let start = at + first(rest)?;
        let word = text.get(start..end)?;
        let len = length(word);
        at = start + len;
        Some(Word { span: Span::new(start, at), shape: shape(&word[..len]) })
    })
}

/// The word of letters and digits of ASCII that a span holds.
pub(crate) fn plain(text: &str, span: Span) -> Word {
    Word { span, shape: shape(at(text, span)) }
}

/// Where the next word with a capital may begin: after the white space before the next capital of ASCII or the next
/// letter beyond it. What lies between `from` and there has no capital.
pub(crate) fn next_capital(text: &str, from: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..end.min(text.len()))?;
    let found = bytes::next_capital(bytes, from)?;
    let space = bytes.get(from..found)?.iter().rposition(u8::is_ascii_whitespace);
    Some(from + space.map_or(0, |at| at + 1))
}

/// How many words stand between white space, up to `most`.
pub(crate) fn count_up_to(text: &str, most: usize) -> usize {
    let (mut count, mut at, mut spaced) = (0, 0, true);
    let bytes = text.as_bytes();
    while count < most {
        if let Some(begun) = bytes::begun(bytes, at, &mut spaced) {
            (count, at) = (count + begun, at + 8);
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let space = c.is_whitespace();
        count += usize::from(spaced && !space);
        (spaced, at) = (space, at + c.len_utf8());
    }
    count.min(most)
}

/// The words between white space.
pub(crate) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = next_word(text, at)?;
        at = space(text, word);
        text.get(word..at)
    })
}

/// The word that a text begins with, without what stands between it and the white space after it.
pub(crate) fn bare(head: &str) -> &str {
    let word = head.get(..space(head, 0)).unwrap_or(head);
    match word.as_bytes().last() {
        Some(b) if b.is_ascii_alphanumeric() => word,
        _ => word.trim_end_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// What a byte is part of.
#[derive(Clone, Copy)]
enum Sort {
    /// A letter or digit of ASCII.
    Letter,
    Mark,
    Space,
    /// What lies beyond ASCII.
    Beyond,
}

static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Mark; 256];
    let mut b = 0;
    while b < 256 {
        sorts[b] = match b as u8 {
            b' ' | b'\t'..=b'\r' => Sort::Space,
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => Sort::Letter,
            0x80.. => Sort::Beyond,
            _ => Sort::Mark,
        };
        b += 1;
    }
    sorts
};

/// Where the next word begins that white space parts from others.
#[inline]
fn next_word(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match SORTS[usize::from(*bytes.get(at)?)] {
            Sort::Space => at += 1,
            Sort::Letter | Sort::Mark => return Some(at),
            Sort::Beyond => match text.get(at..)?.chars().next()? {
                c if c.is_whitespace() => at += c.len_utf8(),
                _ => return Some(at),
            },
        }
    }
}

/// Eight bytes at a time: how far it is at least to a space or what lies beyond ASCII.
#[inline]
fn ahead(bytes: &[u8], at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut done = 0;
    while let Some(eight) = bytes.get(at + done..).and_then(|rest| rest.first_chunk::<8>()) {
        let eight = u64::from_le_bytes(*eight);
        // The high bit of a byte below '!' or beyond ASCII; none before the first such byte.
        let stops = (eight.wrapping_sub(0x21 * ONES) | eight) & (0x80 * ONES);
        if stops != 0 {
            return done + stops.trailing_zeros() as usize / 8;
        }
        done += 8;
    }
    done
}

/// How many letters and digits of ASCII stand at a place.
#[inline]
pub(crate) fn letters(bytes: &[u8], at: usize) -> usize {
    bytes::word_end(bytes, at) - at
}

/// Where the white space after a place begins.
#[inline]
fn space(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    at += ahead(bytes, at);
    while let Some(b) = bytes.get(at) {
        match SORTS[usize::from(*b)] {
            Sort::Letter | Sort::Mark => at += 1,
            Sort::Space => return at,
            Sort::Beyond => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if !c.is_whitespace() => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
    at
}

/// What stands after the last space.
#[inline]
pub(crate) fn last(words: &str) -> &str {
    let space = words.as_bytes().iter().rposition(|b| *b == b' ');
    space.map_or(words, |at| words.get(at + 1..).unwrap_or_default())
}

/// The word without the "'s" or "’s" of a genitive, and whether it had one.
pub(crate) fn genitive(word: &str) -> (&str, bool) {
    if !word.ends_with('s') {
        return (word, false);
    }
    match word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
        Some(stem) => (stem, true),
        None => (word, false),
    }
}

/// Where the first letter or digit stands.
fn first(text: &str) -> Option<usize> {
    let at = text.bytes().position(|b| b.is_ascii_alphanumeric() || !b.is_ascii())?;
    if text.as_bytes().get(at)?.is_ascii() {
        return Some(at);
    }
    text.get(at..)?.find(char::is_alphanumeric).map(|found| at + found)
}

fn length(text: &str) -> usize {
    let plain = bytes::word_end(text.as_bytes(), 0);
    match text.as_bytes().get(plain) {
        None => plain,
        Some(b) if b.is_ascii() && !matches!(b, b'\'' | b'-') => plain,
        Some(_) => plain + text.get(plain..).map_or(0, marked),
    }
}

/// How much of a text belongs to the word before it, or is one.
fn marked(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '\'' | '’' | '-') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !joins {
            return at;
        }
    }
    text.len()
}

fn shape(word: &str) -> Shape {
    if let [first, rest @ ..] = word.as_bytes()
        && first.is_ascii_uppercase()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return Shape::Capital;
    }
    let (stem, _) = genitive(word);
    if stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = stem.chars();
    match letters.next() {
        Some(c) if c.is_numeric() => Shape::Figure,
        Some(c) if c.is_uppercase() => {
            let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
            let all = stem.chars().all(|c| !c.is_lowercase());
            if all && capitals > 1 && !stem.contains('-') { Shape::Capitals } else { Shape::Capital }
        }
        _ => Shape::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_apostrophes_and_hyphens_inside() {
        let text = "Ms O’Dell-Rae’s NHS team: 12 staff, ‘all’ in.";
        let found: Vec<_> = words(text, Span::new(0, text.len())).collect();
        let shown: Vec<_> = found.iter().map(|w| &text[w.span.start..w.span.end]).collect();
        assert_eq!(shown, ["Ms", "O’Dell-Rae’s", "NHS", "team", "12", "staff", "all", "in"]);
        let shapes = [Shape::Capital, Shape::Capital, Shape::Capitals, Shape::Lower, Shape::Figure];
        assert!(found.iter().map(|w| w.shape).take(5).eq(shapes));
        assert_eq!(genitive("Rae’s"), ("Rae", true));
        assert_eq!((last("The Old Inn"), last("Inn"), last("Inn ")), ("Inn", "Inn", ""));
    }
}
