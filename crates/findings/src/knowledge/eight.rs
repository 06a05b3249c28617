//! Words of ASCII letters and digits, read eight bytes at a time. Knows no phrase.

use crate::text::bytes::word_bytes;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// A word in small letters: how long it is, and its first eight bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) len: u32,
    pub(super) first: u64,
}

/// Calls `take` for every word of a text, as its start and end.
#[inline]
pub(super) fn each(bytes: &[u8], mut take: impl FnMut(usize, usize)) {
    // Where words begin and have ended, in turn; the start of one that goes on is kept for the next block.
    let mut edges = [0; 66];
    let (mut count, mut within) = (0, 0);
    // The last block holds the end of the text, so that every word ends in some block.
    for base in (0..=bytes.len()).step_by(64) {
        let words = block(bytes, base);
        let mut bits = words ^ (words << 1 | within);
        within = words >> 63;
        while bits != 0 {
            if let Some(edge) = edges.get_mut(count) {
                *edge = base + bits.trailing_zeros() as usize;
            }
            count += 1;
            bits &= bits - 1;
        }
        for pair in edges[..count].chunks_exact(2) {
            take(pair[0], pair[1]);
        }
        edges[0] = edges[count.saturating_sub(1)];
        count %= 2;
    }
}

/// A bit for each of 64 bytes: set for letters and digits.
#[inline]
fn block(bytes: &[u8], base: usize) -> u64 {
    (0..8).fold(0, |bits, part| {
        // Each of the high bits is led to a bit of its own in the highest byte.
        let read = word_bytes(load(bytes, base + 8 * part));
        let eight = (read >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits | eight << (8 * part)
    })
}

/// The word that stands at `start..end`.
#[inline]
pub(super) fn known(bytes: &[u8], start: usize, end: usize) -> Word {
    let len = u32::try_from(end - start).unwrap_or(u32::MAX);
    Word { len, first: (load(bytes, start) | (0x20 * ONES)) & low(len) }
}

/// The word at `at`; of length 0 where there is none.
#[inline]
pub(super) fn word(bytes: &[u8], at: usize) -> Word {
    let read = load(bytes, at);
    let mut len = ((!word_bytes(read) & HIGH).trailing_zeros() / 8) as usize;
    let first = (read | (0x20 * ONES)) & low(len as u32);
    if len == 8 {
        len += rest(bytes.get(at + 8..).unwrap_or_default());
    }
    Word { len: u32::try_from(len).unwrap_or(u32::MAX), first }
}

/// How many of the bytes belong to the word that they begin in.
fn rest(bytes: &[u8]) -> usize {
    bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len())
}

/// As [`word`]; none where there is none or it is longer than `longest`, without reading on.
pub(super) fn word_up_to(bytes: &[u8], at: usize, longest: usize) -> Option<Word> {
    let ceiling = bytes.len().min(at + longest.max(8) + 8);
    let word = word(bytes.get(..ceiling)?, at);
    (word.len > 0 && word.len as usize <= longest).then_some(word)
}

/// The signs at `at` before the next word: how many, and the first eight; none where no word comes after
/// `longest` of them at the latest.
pub(super) fn gap(bytes: &[u8], at: usize, longest: usize) -> Option<(u32, u64)> {
    let read = load(bytes, at);
    let len = word_bytes(read).trailing_zeros() / 8;
    if len < 8 {
        return (len as usize <= longest).then_some((len, read & low(len)));
    }
    let ceiling = bytes.len().min(at + longest + 1);
    let len = bytes.get(at..ceiling)?.iter().position(u8::is_ascii_alphanumeric)?;
    Some((len as u32, read))
}

/// Eight bytes, the first lowest; zeros where the text has ended.
#[inline]
fn load(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        Some(Ok(eight)) => u64::from_le_bytes(eight),
        _ => load_last(bytes.get(at..).unwrap_or_default()),
    }
}

#[cold]
fn load_last(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |read, byte| read << 8 | u64::from(*byte))
}

/// The lowest bytes of eight.
fn low(count: u32) -> u64 {
    if count >= 8 { u64::MAX } else { (1 << (8 * count)) - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_gaps_of_any_length_are_measured() {
        for len in 0..40 {
            let text =
                format!("{}-{}é{}", "aB3".repeat(len).split_at(len).0, " -".repeat(len), "Z".repeat(len));
            let bytes = text.as_bytes();
            assert_eq!(word(bytes, 0).len as usize, len);
            let after = gap(bytes, len, usize::MAX / 2);
            assert_eq!(after.map(|g| g.0 as usize), (len > 0).then_some(1 + 2 * len + 2));
            assert_eq!(gap(bytes, len, 2 * len + 2), None);
            assert_eq!(word_up_to(bytes, 0, len).is_some(), len > 0);
            assert_eq!(word_up_to(bytes, 0, len.saturating_sub(1)), None);
        }
        assert_eq!(word(b"AbC", 0), word(b"aBc-", 0));
    }
}
