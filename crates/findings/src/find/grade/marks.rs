//! Grades in lists: "Marling Heath **", "Wexby (none)", "5 – The Copper Pot", "The Copper Pot, Old Row - 5". Knows no
//! sentence.

use super::noun::{Noun, Nouns};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
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
            if top.is_none() && nouns.numbered() {
                return of_area(scan, *line).map(|(at, n)| (at, Noun::Grade.form(n)));
            }
            let top = top?;
            let (at, n) = leading(words).or_else(|| closing(words)).filter(|(_, n)| *n <= top)?;
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
        let name = before.trim().trim_end_matches([':', '–', '—']).trim_end();
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

/// "Teaching and learning: 3": an area, or the whole, before the colon, and a number that ends the line.
fn of_area(scan: &Scan<'_>, line: Span) -> Option<(Span, u8)> {
    let words = scan.text.at(line).trim_end();
    let digit = words.bytes().next_back().filter(u8::is_ascii_digit)?;
    let before = words.get(..words.len() - 1)?;
    let name = [": ", " - ", " – ", " — "].iter().find_map(|dash| before.strip_suffix(dash))?;
    let end = line.start + name.len();
    let area = scan.within(line).iter().any(|h| h.end == end && matches!(h.sense, Sense::Aspect(_)));
    area.then(|| (Span::new(before.len(), before.len() + 1), digit - b'0'))
}

/// "The Copper Pot, Old Row: 5", "The Copper Pot (5)": a name, where it is, and a number that ends the line.
fn closing(line: &str) -> Option<(Span, u8)> {
    let line = line.trim_end();
    let bare = line.strip_suffix(')').unwrap_or(line);
    let digit = bare.bytes().next_back().filter(u8::is_ascii_digit)?;
    let before = bare.get(..bare.len() - 1)?;
    let name = match line.len() == bare.len() {
        true => [" - ", " – ", " — ", ": "].iter().find_map(|dash| before.strip_suffix(dash))?,
        false => before.strip_suffix(" (")?,
    };
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = |w: &str| matches!(w, "of" | "and" | "the" | "&" | "on" | "at" | "@" | "in" | "near" | "n");
    let word = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || small(w);
    (name.starts_with(char::is_uppercase) && name.split_whitespace().all(word))
        .then(|| (Span::new(before.len(), before.len() + 1), digit - b'0'))
}

/// "5 – The Copper Pot": a number, a dash and a name.
fn leading(line: &str) -> Option<(Span, u8)> {
    let n = line.bytes().next().filter(u8::is_ascii_digit)? - b'0';
    let rest = line.get(1..)?.trim_start();
    let name = rest.strip_prefix(['–', '—', '-', ':'])?.trim_start();
    name.starts_with(|c: char| c.is_uppercase()).then_some((Span::new(0, 1), n))
}
