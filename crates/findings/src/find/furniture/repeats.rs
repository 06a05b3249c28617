//! Whether a line tells again what the article says: three words in a row at a time. Knows no marker and no shape.

use super::line::Line;
use crate::scan::{Scan, Word};
use std::cell::OnceCell;

/// True for a line of which most words stand, three in a row at a time, in the article's own sentences: a caption that
/// repeats one.
///
/// What the article's sentences hold is gathered in `told` when the first caption asks.
pub(super) fn repeats(scan: &Scan<'_>, lines: &[Line], told: &OnceCell<Vec<u64>>, line: &Line) -> bool {
    let bytes = scan.text.as_str().as_bytes();
    let threes: Vec<u64> = threes(bytes, scan.words(line.span)).collect();
    if threes.len() < 5 {
        return false;
    }
    // Most of the article's are none of the line's.
    let place = |three: u64| ((three >> 58) as usize % 16, 1_u64 << (three >> 50 & 63));
    let mut mine = [0_u64; 16];
    for (at, bit) in threes.iter().map(|three| place(*three)) {
        mine[at] |= bit;
    }
    let like = |three: &u64| {
        let (at, bit) = place(*three);
        mine[at] & bit != 0
    };
    let told = told.get_or_init(|| {
        let mut told = Vec::with_capacity(bytes.len() / 5);
        let prose = lines.iter().filter(|l| l.is_prose());
        prose.for_each(|l| told.extend(self::threes(bytes, scan.words(l.span))));
        told
    });
    let mut seen: Vec<u64> = told.iter().copied().filter(like).collect();
    seen.sort_unstable();
    let known = threes.iter().filter(|t| seen.binary_search(t).is_ok()).count();
    known * 5 >= threes.len() * 3
}

/// Every three words in a row, hashed.
fn threes<'s>(bytes: &'s [u8], words: &'s [Word]) -> impl Iterator<Item = u64> + 's {
    let mut last = [0_u64; 2];
    let each = words.iter().map(move |word| {
        let now = hash(bytes, *word);
        let three = last[0] ^ last[1].rotate_left(21) ^ now.rotate_left(42);
        last = [last[1], now];
        three.wrapping_mul(MIX)
    });
    each.skip(2)
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A word in any case, by its length, its first eight letters and its last: figures have the bit of small letters
/// already.
#[inline]
fn hash(bytes: &[u8], word: Word) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let len = word.end() - word.start();
    let eight =
        |at: usize| bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).map(|e| u64::from_le_bytes(*e));
    let letters = match eight(word.start()) {
        Some(first) if len <= 8 => (first | SMALL) & (u64::MAX >> (64 - 8 * len.max(1))),
        Some(first) => {
            let last = eight(word.end().saturating_sub(8)).unwrap_or(0);
            (first | SMALL) ^ (last | SMALL).rotate_left(17)
        }
        None => {
            let rest = bytes.get(word.start()..word.end()).unwrap_or_default();
            rest.iter().rev().fold(0, |all, b| all << 8 | u64::from(b | 0x20))
        }
    };
    (letters ^ (len as u64) << 59).wrapping_mul(MIX)
}
