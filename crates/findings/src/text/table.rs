//! Lists of words that are looked up in one step: made when the library is built, read by a hash of the letters.
//! Knows no meaning.

/// Words of no more letters can be listed.
const LONGEST: usize = 16;

/// What each of some words stands for. `N` comes from [`size`].
pub(crate) struct Table<T: 'static, const N: usize> {
    list: &'static [(&'static str, T)],
    /// By hash: the place in the list, plus one; 0 where none is.
    slots: [u16; N],
}

/// How many slots a list of so many words needs.
pub(crate) const fn size(words: usize) -> usize {
    (words * 3).next_power_of_two()
}

impl<T: Copy, const N: usize> Table<T, N> {
    /// The words in lower case, each with its meaning; of a word that is listed twice the first counts.
    pub(crate) const fn new(list: &'static [(&'static str, T)]) -> Self {
        let mut slots = [0; N];
        let mut at = 0;
        while at < list.len() {
            let letters = list[at].0.as_bytes();
            assert!(letters.len() <= LONGEST && !letters.is_empty(), "no word of a list is as long");
            let mut slot = place::<N>(spelt(letters));
            while slots[slot] != 0 {
                slot = (slot + 1) % N;
            }
            slots[slot] = at as u16 + 1;
            at += 1;
        }
        Self { list, slots }
    }

    /// What a word in lower case stands for.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        self.at(word, pack(word.as_bytes())?, |known| known == word)
    }

    /// What a word in any case stands for.
    #[inline]
    pub(crate) fn get_in_any_case(&self, word: &str) -> Option<T> {
        self.at(word, lower(pack(word.as_bytes())?), |known| known.eq_ignore_ascii_case(word))
    }

    #[inline]
    fn at(&self, word: &str, letters: u128, is: impl Fn(&str) -> bool) -> Option<T> {
        let mut slot = place::<N>(letters);
        while let Some(ix) = self.slots.get(slot)?.checked_sub(1) {
            let (known, meaning) = self.list.get(usize::from(ix))?;
            if known.len() == word.len() && is(known) {
                return Some(*meaning);
            }
            slot = (slot + 1) % N;
        }
        None
    }
}

const fn place<const N: usize>(letters: u128) -> usize {
    let mixed = (letters as u64) ^ ((letters >> 64) as u64).rotate_left(23);
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize % N
}

/// The letters of a word as one number, the first in its lowest byte; `None` for a word that no list has.
#[inline]
fn pack(word: &[u8]) -> Option<u128> {
    let len = word.len();
    // The first and the last letters overlap in the middle, where they agree.
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        let far = if len <= LONGEST { 8 * (len - 8) } else { return None };
        return Some(u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << far);
    }
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        let far = 8 * (len - 4);
        let both = u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << far;
        return Some(u128::from(both));
    }
    let letter = |i: usize| word.get(i).map_or(0, |b| u32::from(*b) << (8 * i));
    (len > 0).then(|| u128::from(letter(0) | letter(1) | letter(2)))
}

/// The same, letter by letter.
const fn spelt(word: &[u8]) -> u128 {
    let mut letters = 0;
    let mut at = 0;
    while at < word.len() {
        letters |= (word[at] as u128) << (8 * at);
        at += 1;
    }
    letters
}

/// Capitals of ASCII in lower case, all at once.
#[inline]
const fn lower(letters: u128) -> u128 {
    const ALL: u128 = u128::MAX / 255;
    let low = letters & (ALL * 0x7f);
    let from_a = low + ALL * (0x80 - b'A' as u128);
    let past_z = low + ALL * (0x7f - b'Z' as u128);
    let capital = (from_a ^ past_z) & !letters & (ALL * 0x80);
    letters | capital >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[(&str, usize)] = &[
        ("a", 1),
        ("to", 2),
        ("the", 3),
        ("then", 4),
        ("seven", 5),
        ("eight's", 7),
        ("re-rated", 8),
        ("inspectorates", 13),
        ("sixteen letters!", 16),
        ("the", 99),
    ];
    static TABLE: Table<usize, { size(WORDS.len()) }> = Table::new(WORDS);

    #[test]
    fn every_word_is_found_and_no_other() {
        for (word, len) in &WORDS[..9] {
            assert_eq!(TABLE.get(word), Some(*len), "{word}");
            assert_eq!(TABLE.get_in_any_case(&word.to_uppercase()), Some(*len), "{word}");
            assert_eq!(spelt(word.as_bytes()), pack(word.as_bytes()).unwrap());
            assert_eq!(TABLE.get(&format!("{word}x")), None);
        }
        for word in ["", "x", "th", "The", "é", "seventeen letters", "eight\u{2019}s"] {
            assert_eq!(TABLE.get(word), None, "{word}");
        }
    }

    #[test]
    fn letters_are_put_in_lower_case_as_ascii_has_it() {
        for byte in 0..=255_u8 {
            let word = [b'x', byte, byte, b'Q'];
            let small = [b'x', byte.to_ascii_lowercase(), byte.to_ascii_lowercase(), b'q'];
            assert_eq!(lower(spelt(&word)), spelt(&small), "{byte}");
        }
    }
}
