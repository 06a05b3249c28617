//! Grades in lists: "Marling Heath **", "Wexby (none)", "5 – The Copper Pot". Knows no sentence.

use super::noun::{Noun, Nouns};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::Span;

/// No line of a list is longer.
const LINE: usize = 120;

/// Every grade that a line tells by marks or a leading number, in order.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge, nouns: &Nouns<'_>) -> Vec<(Span, u16)> {
    let (stars, top) = (nouns.stars(), nouns.top());
    let mut found: Vec<(Span, String)> = Vec::new();
    for line in scan.text.paragraphs.iter().filter(|p| p.len() <= LINE && !scan.leaves_out(**p)) {
        let words = scan.text.at(*line);
        let read = if stars { trailing(words).map(|(at, n)| (at, Noun::Star.form(n))) } else { None };
        let read = read.or_else(|| {
            let top = top?;
            let (at, n) = leading(words).filter(|(_, n)| *n <= top)?;
            Some((at, Noun::OutOf { top, told: true }.form(n)))
        });
        found.extend(read.map(|(at, form)| (Span::new(line.start + at.start, line.start + at.end), form)));
    }
    // One such line is a footnote.
    if found.len() < 2 {
        return Vec::new();
    }
    found.iter().filter_map(|(span, form)| Some((*span, knowledge.form_index(form)?))).collect()
}

/// "Marling Heath **", "Wexby (none)": where the marks stand, and how many.
fn trailing(line: &str) -> Option<(Span, u8)> {
    let line = line.trim_end();
    let named = |before: &str| {
        let name = before.trim();
        name.starts_with(char::is_uppercase) && name.ends_with(|c: char| c.is_alphanumeric() || c == ')')
    };
    if let Some(before) = line.strip_suffix("(none)") {
        return named(before).then(|| (Span::new(line.len() - 5, line.len() - 1), 0));
    }
    let before = line.trim_end_matches(['*', '★']);
    let count = line.get(before.len()..)?.chars().count();
    let apart = before.ends_with(char::is_whitespace);
    (apart && (1..=5).contains(&count) && named(before))
        .then_some((Span::new(before.len(), line.len()), count as u8))
}

/// "5 – The Copper Pot": a number, a dash and a name.
fn leading(line: &str) -> Option<(Span, u8)> {
    let n = line.bytes().next().filter(u8::is_ascii_digit)? - b'0';
    let rest = line.get(1..)?.trim_start();
    let name = rest.strip_prefix(['–', '—', '-', ':'])?.trim_start();
    name.starts_with(|c: char| c.is_uppercase()).then_some((Span::new(0, 1), n))
}
