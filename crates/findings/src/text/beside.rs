//! Reading single words by hand, to the left and to the right of a place. A word is a run without white space,
//! less the punctuation around it.

use crate::text::Span;

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
    let head = text.get(floor..at)?;
    let bare = head.trim_end();
    let word = bare.trim_end_matches(|c| hugs(c) || c.is_whitespace());
    let joined = word.len() == bare.len();
    let start =
        word.rfind(char::is_whitespace).map_or(0, |i| i + word[i..].chars().next().map_or(1, char::len_utf8));
    let inner = word[start..].trim_start_matches(hugs).trim_start_matches(['\'', '’']);
    if inner.is_empty() {
        return None;
    }
    let end = floor + word.len();
    Some(Beside { span: Span::new(end - inner.len(), end), joined })
}

/// The word that begins after `at`, no further right than `ceiling`.
pub(crate) fn after(text: &str, at: usize, ceiling: usize) -> Option<Beside> {
    let tail = text.get(at..ceiling)?;
    let bare = tail.trim_start();
    let word = bare.trim_start_matches(|c| hugs(c) || c.is_whitespace());
    let joined = word.len() == bare.len() && bare.len() < tail.len();
    let len = word.find(char::is_whitespace).unwrap_or(word.len());
    let inner = word[..len].trim_end_matches(hugs).trim_end_matches(['.', '\'', '’']).trim_end_matches(hugs);
    if inner.is_empty() {
        return None;
    }
    let start = ceiling - word.len();
    Some(Beside { span: Span::new(start, start + inner.len()), joined })
}

/// True when the word starts with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The words of a name that tell it from others: lower case, without "the", "of", "and" and possessive s.
pub(crate) fn distinctive(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .filter(|w| !w.is_empty())
        .map(|w| {
            let w = w.trim_end_matches("'s").trim_end_matches("’s");
            if w.contains(['\'', '’']) { w.replace(['\'', '’'], "") } else { w.to_owned() }
        })
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "the" | "of" | "and" | "s"))
        .collect()
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
