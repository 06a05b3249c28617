//! Lists of words that are looked up in one step: made when the library is built, read by a hash of the letters.
//! Knows no meaning.

/// Words of no more letters can be listed.
const LONGEST: usize = 16;

/// What each of some words stands for. `N` comes from [`size`].
pub(crate) struct Table<T: 'static, const N: usize> {
    list: &'static [(&'static str, T)],
    slots: Slots<N>,
}

/// Words that are only to be known. `N` comes from [`size`].
pub(crate) struct Set<const N: usize> {
    list: &'static [&'static str],
    slots: Slots<N>,
}

struct Slots<const N: usize> {
    /// By hash: the place in the list, plus one; 0 where none is.
    at: [u16; N],
    pairs: Pairs,
}

/// How many slots a list of so many words needs.
pub(crate) const fn size(words: usize) -> usize {
    (words * 3).next_power_of_two()
}

/// How many words stand in a row, with one space between each.
pub(crate) const fn count(row: &str) -> usize {
    let (mut words, mut at) = (1, 0);
    while at < row.len() {
        words += (row.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    words
}

/// A [`Set`] of the words of a row.
macro_rules! set {
    ($(#[$doc:meta])* $seen:vis $name:ident = $row:expr) => {
        $(#[$doc])*
        $seen static $name: $crate::text::table::Set<
            { $crate::text::table::size($crate::text::table::count($row)) },
        > = {
            const WORDS: [&str; $crate::text::table::count($row)] = $crate::text::table::split($row);
            $crate::text::table::Set::new(&WORDS)
        };
    };
}
pub(crate) use set;

/// The words of such a row.
pub(crate) const fn split<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut words = [""; N];
    let (mut rest, mut at) = (row.as_bytes(), 0);
    while at < N {
        let mut len = 0;
        while len < rest.len() && rest[len] != b' ' {
            len += 1;
        }
        let (word, after) = rest.split_at(len);
        words[at] = match str::from_utf8(word) {
            Ok(word) => word,
            // No empty word is listed, so this does not compile.
            Err(_) => "",
        };
        rest = if after.is_empty() { after } else { after.split_at(1).1 };
        at += 1;
    }
    words
}

impl<T: Copy, const N: usize> Table<T, N> {
    /// The words in lower case, each with its meaning; of a word that is listed twice the first counts.
    pub(crate) const fn new(list: &'static [(&'static str, T)]) -> Self {
        let mut slots = Slots { at: [0; N], pairs: Pairs([0; 32]) };
        let mut at = 0;
        while at < list.len() {
            slots = slots.with(list[at].0, at);
            at += 1;
        }
        Self { list, slots }
    }

    /// How the words begin.
    pub(crate) const fn pairs(&self) -> &Pairs {
        &self.slots.pairs
    }

    /// What a word in lower case stands for.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        self.get_in_any_case(word).filter(|_| !word.bytes().any(|b| b.is_ascii_uppercase()))
    }

    /// What a word in any case stands for. Most end at the first look, which is worth no call.
    #[inline(always)]
    pub(crate) fn get_in_any_case(&self, word: &str) -> Option<T> {
        if self.slots.pairs.may_begin(word) { self.look_up(word) } else { None }
    }

    #[inline(never)]
    fn look_up(&self, word: &str) -> Option<T> {
        let known = |at: usize| Some(self.list.get(at)?.0);
        let at = self.slots.find(word.as_bytes(), known)?;
        self.list.get(at).map(|(_, meaning)| *meaning)
    }
}

impl<const N: usize> Set<N> {
    /// The words in lower case.
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        let mut slots = Slots { at: [0; N], pairs: Pairs([0; 32]) };
        let mut at = 0;
        while at < list.len() {
            slots = slots.with(list[at], at);
            at += 1;
        }
        Self { list, slots }
    }

    /// The words as they are listed.
    #[cfg(test)]
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.list.iter().copied()
    }

    /// How they begin.
    pub(crate) const fn pairs(&self) -> &Pairs {
        &self.slots.pairs
    }

    /// True for one of the words, as it is written.
    #[inline(always)]
    pub(crate) fn has(&self, word: &str) -> bool {
        self.slots.pairs.may_begin(word) && self.look_up(word) == Some(word)
    }

    /// True for one of the words, in any case.
    #[inline(always)]
    pub(crate) fn has_in_any_case(&self, word: &str) -> bool {
        self.slots.pairs.may_begin(word) && self.look_up(word).is_some()
    }

    #[inline(never)]
    fn look_up(&self, word: &str) -> Option<&'static str> {
        let known = |at: usize| self.list.get(at).copied();
        self.slots.find(word.as_bytes(), known).and_then(known)
    }
}

/// How some words begin: a first look that most other words do not pass.
pub(crate) struct Pairs([u32; 32]);

impl Pairs {
    /// The first two letters of these words.
    pub(crate) const fn new(words: &[&str]) -> Self {
        let mut pairs = Self([0; 32]);
        let mut at = 0;
        while at < words.len() {
            pairs = pairs.with(words[at]);
            at += 1;
        }
        pairs
    }

    /// With one more word.
    pub(crate) const fn with(mut self, word: &str) -> Self {
        let letters = word.as_bytes();
        let second = if letters.len() > 1 { letters[1] & 31 } else { 0 };
        self.0[(letters[0] & 31) as usize] |= 1 << second;
        self
    }

    /// False where a text begins with none of the words, in any case. A word of one letter is only known to stand
    /// alone.
    #[inline(always)]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        let (first, second) = match text.as_bytes() {
            [first, second, ..] => (first, second),
            [only] => (only, &0),
            [] => return false,
        };
        self.may_begin_with(*first, *second)
    }

    /// The same of its first two bytes.
    #[inline(always)]
    pub(crate) fn may_begin_with(&self, first: u8, second: u8) -> bool {
        self.0[usize::from(first & 31)] & (1 << (second & 31)) != 0
    }

    /// False where none of the words stands in a text, in any case.
    pub(crate) fn may_stand_in(&self, text: &str) -> bool {
        let mut inside = false;
        text.as_bytes().windows(2).any(|pair| {
            let starts = !inside;
            inside = pair[0].is_ascii_alphanumeric();
            starts && self.may_begin_with(pair[0], pair[1])
        })
    }
}

impl<const N: usize> Slots<N> {
    /// With one more word, which stands at a place of its list.
    const fn with(mut self, word: &str, at: usize) -> Self {
        let letters = word.as_bytes();
        assert!(letters.len() <= LONGEST && !letters.is_empty(), "no word of a list is as long");
        let mut slot = place::<N>(spelt(letters), letters.len());
        while self.at[slot] != 0 {
            slot = (slot + 1) % N;
        }
        self.at[slot] = at as u16 + 1;
        self.pairs = self.pairs.with(word);
        self
    }

    /// Where the word of these letters stands, in any case.
    #[inline]
    fn find(&self, word: &[u8], known: impl Fn(usize) -> Option<&'static str>) -> Option<usize> {
        let ends = pack(word)?;
        let mut slot = place::<N>(ends, word.len());
        while let Some(at) = self.at.get(slot)?.checked_sub(1).map(usize::from) {
            let is = |known: &str| known.len() == word.len() && pack(known.as_bytes()) == Some(ends);
            if known(at).is_some_and(is) {
                return Some(at);
            }
            slot = (slot + 1) % N;
        }
        None
    }
}

#[inline]
const fn place<const N: usize>((first, last): (u64, u64), len: usize) -> usize {
    let mixed = first ^ last.rotate_left(23) ^ len as u64;
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize % N
}

/// The bit that tells small letters from capitals, in every byte; figures and the signs inside words have it too.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The first eight letters of a word and the last, in small letters: they overlap where it is shorter than sixteen, and
/// of one shorter than eight they are its first four and its last. `None` for a word that no list has.
#[inline]
fn pack(word: &[u8]) -> Option<(u64, u64)> {
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        let ends = (u64::from_le_bytes(*first) | SMALL, u64::from_le_bytes(*last) | SMALL);
        return (word.len() <= LONGEST).then_some(ends);
    }
    let both = match (word.first_chunk::<4>(), word.last_chunk::<4>(), word) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        (_, _, &[a, b, c]) => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
        (_, _, &[a, b]) => u64::from(a) | u64::from(b) << 8,
        (_, _, &[a]) => u64::from(a),
        _ => return None,
    };
    Some((both | SMALL, 0))
}

/// The same, letter by letter.
const fn spelt(word: &[u8]) -> (u64, u64) {
    let len = word.len();
    let (mut first, mut last, mut at) = (0, 0, 0);
    while at < 8 {
        let (from, to) = match len {
            8.. => (at, len - 8 + at),
            4.. if at < 4 => (at, len),
            4.. => (len + at - 8, len),
            _ => (at, len),
        };
        if from < len {
            first |= (word[from] as u64) << (8 * at);
        }
        if to < len {
            last |= (word[to] as u64 | 0x20) << (8 * at);
        }
        at += 1;
    }
    (first | SMALL, last)
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
    const NAMES: &[&str] = &["ann", "bob"];
    static SET: Set<{ size(NAMES.len()) }> = Set::new(NAMES);

    #[test]
    fn every_word_is_found_and_no_other() {
        for (word, len) in &WORDS[..9] {
            assert_eq!(TABLE.get(word), Some(*len), "{word}");
            assert_eq!(TABLE.get_in_any_case(&word.to_uppercase()), Some(*len), "{word}");
            assert_eq!(spelt(word.as_bytes()), pack(word.as_bytes()).unwrap(), "{word}");
            assert_eq!(TABLE.get(&format!("{word}x")), None);
        }
        for word in ["", "x", "th", "The", "é", "seventeen letters", "eight\u{2019}s"] {
            assert_eq!(TABLE.get(word), None, "{word}");
        }
        assert!(SET.has("ann") && !SET.has("Ann"));
        const ROW: [&str; count("ann bob é")] = split("ann bob é");
        assert_eq!(ROW, ["ann", "bob", "é"]);
        assert!(SET.has_in_any_case("Ann") && SET.has_in_any_case("bob") && !SET.has_in_any_case("Bo"));
    }
}
