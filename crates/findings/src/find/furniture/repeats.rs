//! Whether a line tells again what the article says: three words in a row at a time. Knows no marker and no shape.

use super::line::Line;
use crate::scan::Scan;
use crate::text::word::letters;
use std::cell::OnceCell;

/// The word sequences of the article's own sentences, by which a caption that repeats one is told.
#[derive(Default)]
pub(super) struct Repeats {
    /// Gathered when the first line asks, which in some articles none does.
    seen: OnceCell<Vec<u64>>,
}

impl Repeats {
    pub(super) fn of(&self, scan: &Scan<'_>, lines: &[Line], line: &Line) -> bool {
        let mut threes = Vec::new();
        self::threes(scan.text.at(line.span), &mut threes);
        if threes.len() < 5 {
            return false;
        }
        let seen = self.seen.get_or_init(|| {
            let mut seen = Vec::new();
            lines.iter().filter(|l| l.is_prose()).for_each(|l| self::threes(scan.text.at(l.span), &mut seen));
            seen
        });
        // Most of the article's are none of the line's.
        let place = |three: u64| ((three >> 6) as usize % 16, 1_u64 << (three & 63));
        let mut mine = [0_u64; 16];
        for (at, bit) in threes.iter().map(|three| place(*three)) {
            mine[at] |= bit;
        }
        let like = |three: &&u64| {
            let (at, bit) = place(**three);
            mine[at] & bit != 0
        };
        let mut seen: Vec<u64> = seen.iter().filter(like).copied().collect();
        seen.sort_unstable();
        let known = threes.iter().filter(|t| seen.binary_search(t).is_ok()).count();
        known * 5 >= threes.len() * 3
    }
}

/// Adds every three words in a row, hashed.
fn threes(text: &str, out: &mut Vec<u64>) {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let step = |hash: u64, letters: u64| (hash.rotate_left(23) ^ letters).wrapping_mul(MIX);
    let join = |three: [u64; 3]| three.iter().fold(0, |hash, word| step(hash, *word));
    let (mut last, mut count) = ([0; 3], 0);
    let mut add = |word: u64| {
        (last, count) = ([last[1], last[2], word], count + 1);
        if count > 2 {
            out.push(join(last));
        }
    };
    let (mut word, mut at) = (None, 0);
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(at) {
        if b.is_ascii_alphanumeric() {
            // Eight letters at a time, in small letters: figures have that bit already.
            let end = at + letters(bytes, at);
            while at < end {
                let len = (end - at).min(8);
                let eight = match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
                    Some(eight) => (u64::from_le_bytes(*eight) | SMALL) & (u64::MAX >> (64 - 8 * len)),
                    None => bytes[at..end].iter().rev().fold(0, |all, b| all << 8 | u64::from(b | 0x20)),
                };
                word = Some(step(word.unwrap_or(MIX), eight));
                at += len;
            }
            continue;
        }
        if b.is_ascii() {
            word.take().into_iter().for_each(&mut add);
        } else if let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if c.is_alphanumeric() {
                word = Some(c.to_lowercase().fold(word.unwrap_or(MIX), |hash, c| step(hash, u64::from(c))));
            } else {
                word.take().into_iter().for_each(&mut add);
            }
            at += c.len_utf8() - 1;
        }
        at += 1;
    }
    word.into_iter().for_each(add);
}
