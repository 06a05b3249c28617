//! Acronyms in brackets beside a name: "Marle Teaching Hospitals (MTH) NHS Trust". Knows no provider.

use crate::text::Span;

/// "(the ‘ABCDEFGH’)": no acronym is closed later.
const LONGEST_BRACKET: usize = 16;

/// An acronym in brackets right after `end`: " (LTH)".
pub(super) fn bracketed(text: &str, end: usize) -> Option<Span> {
    let rest = text[end..].strip_prefix(" (")?;
    let close = rest.char_indices().take(LONGEST_BRACKET).find(|(_, c)| *c == ')')?.0;
    let inside = rest[..close].trim_start_matches("the ").trim_matches(['"', '“', '”', '‘', '’', '\'']);
    is_acronym(inside).then(|| {
        let start = end + 2 + rest[..close].find(inside).unwrap_or(0);
        Span::new(start, start + inside.len())
    })
}

/// An acronym in brackets right before `at`.
pub(super) fn bracket_before(text: &str, at: usize, floor: usize) -> Option<Span> {
    let head = text[floor..at].trim_end().strip_suffix(')')?;
    let open = head.rfind('(')?;
    let inside = &head[open + 1..];
    is_acronym(inside).then(|| Span::new(floor + open + 1, floor + head.len()))
}

fn is_acronym(inside: &str) -> bool {
    let land = matches!(inside, "UK" | "GB" | "NI" | "EU");
    !land
        && (2..=8).contains(&inside.len())
        && inside.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'&' | b'-'))
        && inside.bytes().filter(u8::is_ascii_uppercase).count() >= 2
}
