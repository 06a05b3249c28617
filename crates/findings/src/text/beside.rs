//! Reading single words by hand, to the left and to the right of a place. A word is a run without white space,
//! less the punctuation around it.

use crate::text::Span;
use crate::text::bytes::{word_end, word_start};

/// Punctuation that hugs a word without being part of it.
const fn hugs(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '‘' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '!' | '?' | '…' | '«' | '»' | '*'
    )
}

/// A word beside a place, and whether punctuation stands between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) span: Span,
    /// True when only white space lies between the word and the place.
    pub(crate) joined: bool,
}

/// The word that ends before `at`, no further left than `floor`.
pub(crate) fn before(text: &str, at: usize, floor: usize) -> Option<Beside> {
    // Most words are letters between spaces.
    if let Some(bytes) = text.as_bytes().get(floor..at) {
        let end = bytes.len() - usize::from(bytes.last() == Some(&b' '));
        let first = word_start(bytes, end);
        if first < end && (first == 0 || bytes.get(first - 1) == Some(&b' ')) {
            return Some(Beside { span: Span::new(floor + first, floor + end), joined: true });
        }
        // "Ann’s", "re-rated": the letters at its end are known.
        if first < end {
            let head = text.get(floor..floor + first)?;
            let span = Span::new(floor + first - last_run(head), floor + end);
            return begun(text, span).map(|span| Beside { span, joined: true });
        }
    }
    before_among_signs(text, at, floor)
}

/// A word without the signs that it begins with.
fn begun(text: &str, word: Span) -> Option<Span> {
    let written = text.get(word.start..word.end)?;
    let inner = match written.as_bytes().first()? {
        b if b.is_ascii_alphanumeric() => written,
        _ => written.trim_start_matches(hugs).trim_start_matches(['\'', '’']),
    };
    (!inner.is_empty()).then(|| Span::new(word.end - inner.len(), word.end))
}

/// The same, whatever stands around it.
fn before_among_signs(text: &str, at: usize, floor: usize) -> Option<Beside> {
    let head = text.get(floor..at)?;
    let bare = head.len() - trailing(head, |_| false);
    let end = head.len() - trailing(head, hugs);
    let joined = end == bare;
    let start = end - last_run(head.get(..end)?);
    begun(text, Span::new(floor + start, floor + end)).map(|span| Beside { span, joined })
}

/// The word that begins after `at`, no further right than `ceiling`.
pub(crate) fn after(text: &str, at: usize, ceiling: usize) -> Option<Beside> {
    // Most words are letters between spaces.
    if let Some(bytes) = text.as_bytes().get(at..ceiling) {
        let first = usize::from(bytes.first() == Some(&b' '));
        let end = word_end(bytes, first);
        let ends = match bytes.get(end..) {
            None | Some([] | [b' ', ..]) => true,
            Some([b',' | b';' | b':' | b'.' | b')' | b'!' | b'?', rest @ ..]) => {
                matches!(rest, [] | [b' ', ..])
            }
            Some(_) => false,
        };
        if end > first && ends {
            return Some(Beside { span: Span::new(at + first, at + end), joined: first > 0 });
        }
        // "Ann’s", "re-rated": the letters it begins with are known.
        if end > first {
            let more = first_run(text.get(at + end..ceiling)?);
            let span = Span::new(at + first, at + end + more);
            return ended(text, span).map(|span| Beside { span, joined: first > 0 });
        }
    }
    after_among_signs(text, at, ceiling)
}

/// A word without the signs that it ends with.
fn ended(text: &str, word: Span) -> Option<Span> {
    let written = text.get(word.start..word.end)?;
    let inner = match written.as_bytes().last()? {
        b if b.is_ascii_alphanumeric() => written,
        _ => written.trim_end_matches(hugs).trim_end_matches(['.', '\'', '’']).trim_end_matches(hugs),
    };
    (!inner.is_empty()).then(|| Span::new(word.start, word.start + inner.len()))
}

/// The same, whatever stands around it.
fn after_among_signs(text: &str, at: usize, ceiling: usize) -> Option<Beside> {
    let tail = text.get(at..ceiling)?;
    let bare = leading(tail, |_| false);
    let start = leading(tail, hugs);
    let joined = start == bare && bare > 0;
    let end = start + first_run(tail.get(start..)?);
    ended(text, Span::new(at + start, at + end)).map(|span| Beside { span, joined })
}

/// How many bytes of white space, and of what else is passed over, a text begins with.
fn leading(text: &str, over: impl Fn(char) -> bool) -> usize {
    let mut at = 0;
    loop {
        match text.as_bytes().get(at) {
            Some(b) if b.is_ascii_alphanumeric() => return at,
            Some(b' ') => at += 1,
            None => return at,
            Some(_) => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if c.is_whitespace() || over(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// The same of its end.
fn trailing(text: &str, over: impl Fn(char) -> bool) -> usize {
    let mut end = text.len();
    loop {
        match end.checked_sub(1).and_then(|last| text.as_bytes().get(last)) {
            Some(b) if b.is_ascii_alphanumeric() => return text.len() - end,
            Some(b' ') => end -= 1,
            None => return text.len() - end,
            Some(_) => match text.get(..end).and_then(|head| head.chars().next_back()) {
                Some(c) if c.is_whitespace() || over(c) => end -= c.len_utf8(),
                _ => return text.len() - end,
            },
        }
    }
}

/// How many bytes stand before the first white space.
fn first_run(text: &str) -> usize {
    let mut at = 0;
    loop {
        match text.as_bytes().get(at) {
            None | Some(b' ' | b'\t'..=b'\r') => return at,
            Some(b) if b.is_ascii() => at += 1,
            Some(_) => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if !c.is_whitespace() => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// How many bytes stand after the last white space.
fn last_run(text: &str) -> usize {
    let mut start = text.len();
    loop {
        match start.checked_sub(1).and_then(|last| text.as_bytes().get(last)) {
            None | Some(b' ' | b'\t'..=b'\r') => return text.len() - start,
            Some(b) if b.is_ascii() => start -= 1,
            Some(_) => match text.get(..start).and_then(|head| head.chars().next_back()) {
                Some(c) if !c.is_whitespace() => start -= c.len_utf8(),
                _ => return text.len() - start,
            },
        }
    }
}

/// True when the word starts with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The words of a name that tell it from others: lower case, without "the", "of", "and" and possessive s.
pub(crate) fn distinctive(name: &str) -> Vec<String> {
    const LIGHT: [&str; 4] = ["the", "of", "and", "s"];
    let mut words = Vec::with_capacity(4);
    for w in name.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')) {
        // Most words are letters of ASCII.
        if w.bytes().all(|b| b.is_ascii_alphanumeric()) {
            if !w.is_empty() && !LIGHT.iter().any(|light| light.eq_ignore_ascii_case(w)) {
                words.push(w.to_ascii_lowercase());
            }
            continue;
        }
        let lower = w.to_lowercase();
        let stem = lower.trim_end_matches("'s").trim_end_matches("’s").replace(['\'', '’'], "");
        if !stem.is_empty() && !LIGHT.contains(&stem.as_str()) {
            words.push(stem);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_place() {
        let text = "at St. Ann’s, (Ely) School for “good” pupils";
        let at = text.find("School").unwrap();
        let ely = before(text, at, 0).unwrap();
        assert_eq!((&text[ely.span.start..ely.span.end], ely.joined), ("Ely", false));
        let ann = before(text, ely.span.start, 0).unwrap();
        assert_eq!(&text[ann.span.start..ann.span.end], "Ann’s");
        let after_school = after(text, at + 6, text.len()).unwrap();
        assert_eq!(
            (&text[after_school.span.start..after_school.span.end], after_school.joined),
            ("for", true)
        );
        let good = after(text, after_school.span.end, text.len()).unwrap();
        assert_eq!((&text[good.span.start..good.span.end], good.joined), ("good", false));
    }

    #[test]
    fn distinctive_words() {
        assert_eq!(
            distinctive("The Royal Borough of St John’s and Ely"),
            ["royal", "borough", "st", "john", "ely"]
        );
    }
}
