//! From bytes to text: what is declared, what is valid UTF-8, else a guess, which is noted with the article.

use super::mojibake;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// How bytes become text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decoding {
    /// The encoding that was given for every input.
    pub(crate) given: Option<&'static Encoding>,
    /// Whether characters that were decoded wrongly before are put right.
    pub(crate) repairs: bool,
}

/// A text, and what was assumed to read it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// The encoding that was assumed, where it was not UTF-8.
    pub(crate) encoding: Option<String>,
    /// True where wrongly decoded characters were put right.
    pub(crate) repaired: bool,
}

impl Decoding {
    /// The text of these bytes. `declared` is what a page or its server says of itself.
    pub(crate) fn text(&self, bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Decoded {
        let (text, encoding) = self.decode(bytes, declared);
        let (text, repaired) = self.repair(text);
        Decoded { text, encoding, repaired }
    }

    /// The texts of the cells of one row, which are in one encoding.
    pub(crate) fn cells<const N: usize>(
        &self,
        cells: [Option<Vec<u8>>; N],
    ) -> ([Option<String>; N], Decoded) {
        let mut about = Decoded::default();
        let is_utf8 = |cell: &Option<Vec<u8>>| cell.as_ref().is_none_or(|c| std::str::from_utf8(c).is_ok());
        let encoding = match self.given {
            Some(given) => given,
            None if cells.iter().all(is_utf8) => UTF_8,
            None => {
                let all: Vec<u8> = cells.iter().flatten().flatten().copied().collect();
                guess(&all)
            }
        };
        if encoding != UTF_8 {
            about.encoding = Some(encoding.name().to_owned());
        }
        let texts = cells.map(|cell| {
            let (text, repaired) = self.repair(encoding.decode_without_bom_handling(&cell?).0.into_owned());
            about.repaired |= repaired;
            Some(text)
        });
        (texts, about)
    }

    /// With wrongly decoded characters put right, and whether there were any.
    pub(crate) fn repair(&self, text: String) -> (String, bool) {
        if !self.repairs {
            return (text, false);
        }
        match mojibake::repair(&text) {
            Cow::Borrowed(_) => (text, false),
            Cow::Owned(better) => (better, true),
        }
    }

    fn decode(&self, bytes: Vec<u8>, declared: Option<&'static Encoding>) -> (String, Option<String>) {
        let named = |encoding: &'static Encoding| (encoding != UTF_8).then(|| encoding.name().to_owned());
        match Encoding::for_bom(&bytes) {
            // The mark of UTF-8 stays: spans are of the article as given.
            Some((encoding, _)) if encoding != UTF_8 => {
                return (encoding.decode_with_bom_removal(&bytes).0.into_owned(), named(encoding));
            }
            _ => {}
        }
        if let Some(given) = self.given.filter(|given| *given != UTF_8) {
            return (given.decode_without_bom_handling(&bytes).0.into_owned(), named(given));
        }
        let bytes = match String::from_utf8(bytes) {
            // Whatever it declares, nothing else looks like UTF-8 by chance.
            Ok(text) => return (text, None),
            Err(error) => error.into_bytes(),
        };
        if is_mostly_utf8(&bytes) {
            return (mixed(&bytes), Some("UTF-8 with windows-1252".to_owned()));
        }
        let encoding = declared.filter(|d| *d != UTF_8).unwrap_or_else(|| guess(&bytes));
        (encoding.decode_without_bom_handling(&bytes).0.into_owned(), named(encoding))
    }
}

/// The likeliest encoding of a British page that is not UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"uk"), Utf8Detection::Deny);
    // A pound sign or a curly quote in an English text is too little to tell Windows-1252 from its cousins, and the
    // cousins are not what British papers used.
    if is_english_in_windows_1252(bytes) { WINDOWS_1252 } else { guessed }
}

/// Whether the bytes beyond ASCII, few among many, are the signs that English texts use.
fn is_english_in_windows_1252(bytes: &[u8]) -> bool {
    let is_sign = |b: &u8| matches!(b, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0 | 0xA3 | 0xA9 | 0xAE | 0xB0 | 0xB7 | 0xBC..=0xBE | 0xE9);
    let mut beyond = bytes.iter().filter(|b| !b.is_ascii());
    beyond.all(is_sign)
}

/// Whether more characters beyond ASCII are right in UTF-8 than are not: then two encodings were pasted together.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += chunk.invalid().len();
    }
    right > wrong
}

/// UTF-8 where it is that, Windows-1252 where it is not.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTO: Decoding = Decoding { given: None, repairs: true };

    fn told(bytes: &[u8]) -> (String, Option<String>) {
        let decoded = AUTO.text(bytes.to_vec(), None);
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn encodings_are_told_and_noted() {
        let noted = |text: &str, name: &str| (text.to_owned(), Some(name.to_owned()));
        assert_eq!(told("‘£5’".as_bytes()), ("‘£5’".to_owned(), None));
        assert_eq!(told(b"a \xA35 fine, \x91good\x92"), noted("a £5 fine, ‘good’", "windows-1252"));
        assert_eq!(told(b"\xFF\xFEa\0\xA3\0"), noted("a£", "UTF-16LE"));
        assert_eq!(told(b"\xFE\xFF\0a\0\xA3"), noted("a£", "UTF-16BE"));
        assert_eq!(
            told(b"\xE2\x80\x98\xC2\xA35\xE2\x80\x99 \x96"),
            noted("‘£5’ –", "UTF-8 with windows-1252")
        );
        assert_eq!(told(b"\xEF\xBB\xBFa"), ("\u{FEFF}a".to_owned(), None));
    }

    #[test]
    fn what_is_given_comes_first_and_what_is_declared_before_a_guess() {
        let given = Decoding { given: Encoding::for_label(b"iso-8859-5"), repairs: true };
        assert_eq!(given.text(b"\xB0".to_vec(), None).text, "А");
        let declared = Encoding::for_label(b"iso-8859-5");
        assert_eq!(AUTO.text(b"\xB0".to_vec(), declared).text, "А");
        assert_eq!(AUTO.text("é".into(), declared).text, "é");
    }

    #[test]
    fn a_row_is_in_one_encoding() {
        let ([a, b], about) = AUTO.cells([Some(b"caf\xE9".to_vec()), Some(b"plain".to_vec())]);
        assert_eq!((a.as_deref(), b.as_deref()), (Some("café"), Some("plain")));
        assert_eq!(about.encoding.as_deref(), Some("windows-1252"));
    }
}
