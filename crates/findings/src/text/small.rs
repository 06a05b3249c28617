//! A word in small letters, without a string of its own where it is as short as words are. Knows no meaning.

use std::ops::Deref;

/// News has hardly a longer word.
const LONGEST: usize = 24;

/// The small letters of a word: the word itself where it has no others.
pub(crate) enum Small<'a> {
    Same(&'a str),
    Short([u8; LONGEST], usize),
    Long(String),
}

impl<'a> Small<'a> {
    /// The letters of ASCII go down; the others stay as they are.
    #[inline]
    pub(crate) fn of(word: &'a str) -> Small<'a> {
        if !word.bytes().any(|b| b.is_ascii_uppercase()) {
            return Small::Same(word);
        }
        let mut letters = [0; LONGEST];
        match letters.get_mut(..word.len()) {
            Some(small) => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                Small::Short(letters, word.len())
            }
            None => Small::Long(word.to_ascii_lowercase()),
        }
    }

    /// All letters go down.
    #[inline(always)]
    pub(crate) fn lower(word: &'a str) -> Small<'a> {
        // Most words have small letters only.
        let small = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        if small { Small::Same(word) } else { Small::brought_down(word) }
    }

    #[inline(never)]
    fn brought_down(word: &'a str) -> Small<'a> {
        match word.is_ascii() {
            true => Small::of(word),
            false => Small::Long(word.to_lowercase()),
        }
    }

    /// The word.
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Small::Same(word) => word,
            Small::Short(letters, len) => {
                letters.get(..*len).and_then(|letters| str::from_utf8(letters).ok()).unwrap_or("")
            }
            Small::Long(word) => word,
        }
    }
}

impl Deref for Small<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<&str> for Small<'_> {
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
