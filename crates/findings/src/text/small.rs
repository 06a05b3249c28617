//! A word in small letters, without a string of its own where it is as short as words are. Knows no meaning.

use std::ops::Deref;

/// News has hardly a longer word.
const LONGEST: usize = 24;

/// The small letters of a word.
pub(crate) struct Small {
    letters: [u8; LONGEST],
    len: usize,
    long: Option<String>,
}

impl Small {
    /// The letters of ASCII go down; the others stay as they are.
    #[inline]
    pub(crate) fn of(word: &str) -> Small {
        let mut small = Small { letters: [0; LONGEST], len: word.len(), long: None };
        match small.letters.get_mut(..word.len()) {
            Some(letters) => {
                letters.copy_from_slice(word.as_bytes());
                letters.make_ascii_lowercase();
            }
            None => small.long = Some(word.to_ascii_lowercase()),
        }
        small
    }

    /// All letters go down.
    #[inline]
    pub(crate) fn lower(word: &str) -> Small {
        match word.is_ascii() {
            true => Small::of(word),
            false => Small { letters: [0; LONGEST], len: 0, long: Some(word.to_lowercase()) },
        }
    }

    /// The word.
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        let short = || self.letters.get(..self.len).and_then(|l| str::from_utf8(l).ok()).unwrap_or("");
        self.long.as_deref().unwrap_or_else(short)
    }
}

impl Deref for Small {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<&str> for Small {
    fn eq(&self, word: &&str) -> bool {
        self.as_str() == *word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_down_whatever_their_length() {
        for word in ["", "A", "Kent", "ÉCOLE", "Llanfairpwllgwyngyllgogerychwyrndrobwll", "İ"] {
            assert_eq!(Small::lower(word).as_str(), word.to_lowercase());
            assert_eq!(Small::of(word).as_str(), word.to_ascii_lowercase());
        }
    }
}
