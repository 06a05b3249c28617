//! Bytes of a text eight at a time: where a word ends and begins, where the next capital stands. Knows letters and
//! digits of ASCII; what lies beyond ASCII is only told to lie there.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// The high bit of each byte that is a letter or digit of ASCII, all in one go: no sum below crosses a byte.
#[inline]
pub(crate) const fn word_bytes(read: u64) -> u64 {
    let plain = read & !HIGH;
    let small = plain | (0x20 * ONES);
    let letter = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digit = at_least(plain, b'0') & !at_least(plain, b'9' + 1);
    (letter | digit) & !read & HIGH
}

/// The high bit of each byte that is a capital of ASCII or lies beyond it.
#[inline]
const fn capital_bytes(read: u64) -> u64 {
    let plain = read & !HIGH;
    ((at_least(plain, b'A') & !at_least(plain, b'Z' + 1)) | read) & HIGH
}

/// The high bit of each byte that is not below a sign; for bytes of ASCII.
#[inline]
const fn at_least(bytes: u64, from: u8) -> u64 {
    bytes + (0x80 - from as u64) * ONES
}

#[inline]
fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// Where the letters and digits that stand at a place end.
#[inline]
pub(crate) fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(read) = eight(bytes, at) {
        let stops = !word_bytes(read) & HIGH;
        if stops != 0 {
            return at + stops.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        at += 1;
    }
    at
}

/// Where the letters of ASCII that stand at a place end.
#[inline]
pub(crate) fn letters_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(read) = eight(bytes, at) {
        let small = (read | (0x20 * ONES)) & !HIGH;
        let letters = at_least(small, b'a') & !at_least(small, b'z' + 1) & !read;
        let stops = !letters & HIGH;
        if stops != 0 {
            return at + stops.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        at += 1;
    }
    at
}

/// Where the letters and digits begin that stand before a place.
#[inline]
pub(crate) fn word_start(bytes: &[u8], mut end: usize) -> usize {
    while let Some(read) = end.checked_sub(8).and_then(|at| eight(bytes, at)) {
        let stops = !word_bytes(read) & HIGH;
        if stops != 0 {
            return end - stops.leading_zeros() as usize / 8;
        }
        end -= 8;
    }
    while end.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric) {
        end -= 1;
    }
    end
}

/// Where the next capital of ASCII, or what lies beyond ASCII, stands.
#[inline]
pub(crate) fn next_capital(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(read) = eight(bytes, at) {
        let found = capital_bytes(read);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    Some(at + rest.iter().position(|b| b.is_ascii_uppercase() || !b.is_ascii())?)
}

/// Where the next digit stands.
#[inline]
pub(crate) fn next_digit(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(read) = eight(bytes, at) {
        let plain = read & !HIGH;
        let found = at_least(plain, b'0') & !at_least(plain, b'9' + 1) & !read & HIGH;
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    Some(at + rest.iter().position(u8::is_ascii_digit)?)
}

/// Where the next sign stands that a mark of quotation may be or begin with, or what lies beyond ASCII.
#[inline]
pub(crate) fn next_mark(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(read) = eight(bytes, at) {
        let plain = read & !HIGH;
        // The high bit of each byte that is the sign: no sum crosses a byte.
        let is = |sign: u8| !((plain ^ (sign as u64 * ONES)) + 0x7f * ONES);
        let found = (is(b'"') | is(b'\'') | is(b'`') | is(b'?') | read) & HIGH;
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    let may_be = |b: &u8| matches!(b, b'"' | b'\'' | b'`' | b'?') || !b.is_ascii();
    Some(at + rest.iter().position(may_be)?)
}

/// How many words begin in the next eight bytes, where they hold nothing but spaces and plain signs; `spaced` is true
/// where white space stands before them, and is led on.
#[inline]
pub(crate) fn begun(bytes: &[u8], at: usize, spaced: &mut bool) -> Option<usize> {
    let read = eight(bytes, at)?;
    // Every byte from the space on up to the end of ASCII.
    if (at_least(read & !HIGH, b' ') & !read & HIGH) != HIGH {
        return None;
    }
    let words = at_least(read, b'!') & HIGH;
    let before = words << 8 | if *spaced { 0 } else { 0x80 };
    *spaced = words >> 63 == 0;
    Some((((words & !before) >> 7).wrapping_mul(ONES) >> 56) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_as_the_standard_library_tells_it() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let (letter, capital) = (byte.is_ascii_alphanumeric(), byte.is_ascii_uppercase());
                let mut text = vec![b'-'; 20];
                text[place] = byte;
                assert_eq!(word_end(&text, place), place + usize::from(letter), "{byte}");
                let only = byte.is_ascii_alphabetic();
                assert_eq!(letters_end(&text, place), place + usize::from(only), "{byte}");
                assert_eq!(word_start(&text, place + 1), place + usize::from(!letter), "{byte}");
                let found = (capital || !byte.is_ascii()).then_some(place);
                assert_eq!(next_capital(&text, 0), found, "{byte}");
                assert_eq!(next_digit(&text, 0), byte.is_ascii_digit().then_some(place), "{byte}");
                let mark = !byte.is_ascii() || b"\"'`?".contains(&byte);
                assert_eq!(next_mark(&text, 0), mark.then_some(place), "{byte}");
            }
        }
    }

    #[test]
    fn words_of_any_length_are_measured() {
        for len in 0..40 {
            let text = format!("-{}-", "aB3".repeat(len).split_at(len).0);
            assert_eq!(word_end(text.as_bytes(), 1), len + 1);
            assert_eq!(word_start(text.as_bytes(), len + 1), 1);
        }
    }

    #[test]
    fn words_are_counted_where_they_begin() {
        let text = b"ab c  d- e f";
        let mut spaced = true;
        assert_eq!(begun(text, 0, &mut spaced), Some(3));
        assert!(!spaced);
        assert_eq!(begun("ab cé  d".as_bytes(), 0, &mut spaced), None);
        assert_eq!(begun(b"a\tb cd e", 0, &mut spaced), None);
        assert_eq!(begun(b"short", 0, &mut spaced), None);
    }
}
