//! Where a word begins and ends: a match stands alone when no letter or digit touches it.
//! (UAX #29 would take "Ofsted's" for one word.) Works on bytes: any byte of a multi-byte letter is a letter.

/// True for a byte of a letter or a digit. The bytes of curly quotes and dashes (U+2010 to U+203F) and of
/// the signs £, «, ·, … (U+00A0 to U+00BF) are told from letters by the caller: see [`stands_alone`].
const fn is_word_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80
}

/// True when the match at `start..end` is touched by no letter or digit on either side.
pub(crate) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    starts_alone(text, start) && ends_alone(text, end)
}

/// True when no letter or digit touches `start` from the left.
pub(crate) fn starts_alone(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    match start.checked_sub(1).map(|i| bytes[i]) {
        None => true,
        Some(b) if b < 0x80 => !is_word_byte(b),
        Some(_) => text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric()),
    }
}

/// True when a hyphen joins what begins at `start` to a figure: "the 240-strong staff".
pub(crate) fn behind_figure(text: &str, start: usize) -> bool {
    let before = text.as_bytes().get(..start).unwrap_or_default();
    matches!(before, [.., figure, b'-'] if figure.is_ascii_digit())
}

/// True when no letter or digit touches `end` from the right.
pub(crate) fn ends_alone(text: &str, end: usize) -> bool {
    let bytes = text.as_bytes();
    match bytes.get(end) {
        None => true,
        Some(&b) if b < 0x80 => !is_word_byte(b),
        Some(_) => text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()),
    }
}

/// The nearest character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// The nearest character boundary at or after `at`.
pub(crate) fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}
