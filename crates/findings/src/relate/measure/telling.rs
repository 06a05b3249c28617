//! The words by which a sentence may tell of a measure that it does not name: which sentences are read at all.
//! Knows nothing of what they tell.

use crate::scan::Scan;
use crate::text::Span;
use crate::text::table::Pairs;

/// Words that may tell a measure which has no name: each as its readers ask for it. What else a sentence needs for
/// them, [`super::waking`] says: a new word goes there too.
const TELLING: &[&str] = &[
    "academy", "progress", "cancellation", "direct", "clos", "shut", "regist", "licen", "dereg", "de-reg",
    "fine", "fining", "prosecut", "admi", "taking", "accept", "plac", "send", "referring", "commissioner",
    "envoy", "team", "board", "taskforce", "adviser", "experts", "panel", "trust", "strip", "control", "res",
    "reass", "power", "re-", "rein", "revisit", "inspect", "visit", "return", "back", "complain", "appeal",
    "review", "challenge", "condition", "warn", "suspen", "case", "interven", "engage", "recruit", "enrol",
    "notice", "ban", "embargo", "reopen", "open", "allow", "discharg", "hold", "operating", "maladmin",
    "sponsor", "government", "minist", "compan", "firm", "order", "application", "pay", "running", "take",
    "charge", "referral", "checked", "assess", "role", "giving", "rebrok", "proceedings", "guilty", "turn",
];

/// How they begin.
static PAIRS: Pairs = Pairs::new(TELLING);

const ROWS: usize = 128;

/// Where words that begin with two letters stand, in any case.
const fn row(first: u8, second: u8) -> usize {
    ((first & 31) as usize * 7 + (second & 31) as usize) % ROWS
}

/// True for a sentence with a word that may tell a measure.
pub(super) fn tells(scan: &Scan<'_>, sentence: Span) -> bool {
    scan.heads(sentence, &PAIRS).any(begins)
}

/// True for a text that begins with one of these words.
pub(super) fn begins(word: &str) -> bool {
    /// A bit for each of them that begins with these two letters, or with two that stand in one row with them.
    static BY_PAIR: [u128; ROWS] = {
        let mut bits = [0; ROWS];
        let mut at = 0;
        while at < TELLING.len() {
            let word = TELLING[at].as_bytes();
            bits[row(word[0], word[1])] |= 1 << at;
            at += 1;
        }
        bits
    };
    /// The first eight letters of each, and which bytes they are.
    const LETTERS: [(u64, u64); TELLING.len()] = {
        let mut all = [(0, 0); TELLING.len()];
        let mut at = 0;
        while at < TELLING.len() {
            let word = TELLING[at].as_bytes();
            let mut letter = 0;
            while letter < word.len() && letter < 8 {
                all[at].0 |= ((word[letter] | 0x20) as u64) << (8 * letter);
                all[at].1 |= 0xff << (8 * letter);
                letter += 1;
            }
            at += 1;
        }
        all
    };
    static FIRST: [(u64, u64); TELLING.len()] = LETTERS;
    if !PAIRS.may_begin(word) {
        return false;
    }
    let word = word.as_bytes();
    let letters = match word.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => word.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b)),
    };
    let letters = letters | 0x2020_2020_2020_2020;
    let mut left = match word {
        [first, second, ..] => BY_PAIR[row(*first, *second)],
        _ => 0,
    };
    while left != 0 {
        let at = left.trailing_zeros() as usize;
        let like = FIRST.get(at).is_some_and(|(first, mask)| letters & mask == *first);
        let telling = TELLING.get(at).map_or(&[][..], |t| t.as_bytes());
        if like && word.get(..telling.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(telling)) {
            return true;
        }
        left &= left - 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_begins_itself_in_any_case() {
        for word in TELLING {
            assert!(begins(word) && begins(&word.to_uppercase()) && begins(&format!("{word}ing")), "{word}");
        }
        assert!(!begins("zebra") && !begins("r") && !begins(""));
    }
}
