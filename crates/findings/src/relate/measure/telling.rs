//! The words by which a sentence may tell of a measure that it does not name: which sentences are read at all.
//! Knows nothing of what they tell.

use crate::text::table::Pairs;
use crate::text::word::heads;

/// Words that may tell a measure which has no name: each as its readers ask for it.
const TELLING: &[&str] = &[
    "academy", "progress", "cancellation", "direct", "clos", "shut", "regist", "licen", "dereg", "de-reg",
    "fine", "fining", "prosecut", "admi", "taking", "accept", "plac", "send", "referring", "commissioner",
    "envoy", "team", "board", "taskforce", "adviser", "experts", "panel", "trust", "strip", "control", "res",
    "reass", "power", "re-", "rein", "revisit", "inspect", "visit", "return", "back", "complain", "appeal",
    "review", "challenge", "condition", "warn", "suspen", "case", "interven", "engage", "recruit", "enrol",
    "notice", "ban", "embargo", "reopen", "open", "allow", "discharg", "hold", "operating", "maladmin",
    "sponsor", "order", "application", "pay", "running", "take",
];

/// True for a sentence with a word that may tell a measure.
pub(super) fn tells(sentence: &str) -> bool {
    heads(sentence).any(begins)
}

/// True for a text that begins with one of these words.
pub(super) fn begins(word: &str) -> bool {
    const PAIRS: Pairs = Pairs::new(TELLING);
    /// A bit for each of them that begins with this letter.
    const BY_LETTER: [u128; 32] = {
        let mut bits = [0; 32];
        let mut at = 0;
        while at < TELLING.len() {
            bits[(TELLING[at].as_bytes()[0] & 31) as usize] |= 1 << at;
            at += 1;
        }
        bits
    };
    if !PAIRS.may_begin(word) {
        return false;
    }
    let word = word.as_bytes();
    let mut left = word.first().map_or(0, |b| BY_LETTER[usize::from(b & 31)]);
    while left != 0 {
        let telling = TELLING.get(left.trailing_zeros() as usize).map_or(&[][..], |t| t.as_bytes());
        if word.get(..telling.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(telling)) {
            return true;
        }
        left &= left - 1;
    }
    false
}
