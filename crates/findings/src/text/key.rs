//! A word as one small number: most unlike words have unlike keys. Knows no meaning.

/// The length of a word and its first letter in small. No more: a list of words is compared key by key, and only
/// so simple a key is worked out for it when the library is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u16);

impl Key {
    /// The key of a word: the same in any case of its letters of ASCII.
    #[inline]
    pub(crate) fn of(word: &str) -> Key {
        let first = word.as_bytes().first().map_or(0, |b| b | 0x20);
        Key(u16::from_le_bytes([first, word.len() as u8]))
    }

    /// True where one of the words has this key, and is told to be the same.
    #[inline(always)]
    pub(crate) fn is_any(self, words: &[&str], same: impl Fn(&str) -> bool) -> bool {
        words.iter().any(|w| Key::of(w) == self && same(w))
    }
}

/// Equal but for the case of ASCII letters. Length, last letter and first tell most words apart.
#[inline]
pub(crate) fn same(a: &str, b: &str) -> bool {
    let differ = |a: Option<&u8>, b: Option<&u8>| a.zip(b).is_some_and(|(a, b)| (a ^ b) & 0xdf != 0);
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && !differ(a.last(), b.last())
        && !differ(a.first(), b.first())
        && !differ(a.get(1), b.get(1))
        && a.eq_ignore_ascii_case(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_any_case_of_ascii() {
        let words = ["", "a", "b", "ab", "ba", "aa", "abc", "acb", "bac", "é", "É", "e", "“", "”", "[", "{"];
        for a in words {
            for b in words {
                assert_eq!(same(a, b), a == b, "{a} {b}");
            }
            let shouted = a.to_ascii_uppercase();
            assert!(same(&shouted, a) && Key::of(&shouted) == Key::of(a));
            assert!(Key::of(&shouted).is_any(&["b", a], |w| same(w, &shouted)));
        }
    }
}
