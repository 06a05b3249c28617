//! Names under the headings of a list by score: "Five – very good" over "Maison Duval, Old Town; Fish & Chips @ 42,
//! Harbour Road". Knows no head noun; refuses a single heading, and lines that are sentences.

use super::listing::of_own_names;
use super::numbered::is_named;
use super::{NameMention, is_body};
use crate::find::number::cardinal;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::Span;

/// No heading is longer.
const HEADING: usize = 60;

/// No line with a name is longer for each name.
const LINE: usize = 80;

/// Every name on the lines below such headings that is none of those `known`.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge, known: &[NameMention]) -> Vec<NameMention> {
    let headings: Vec<bool> = scan.text.paragraphs.iter().map(|p| is_heading(scan, *p)).collect();
    if headings.iter().filter(|h| **h).count() < 2 {
        return Vec::new();
    }
    let Some(kind) = of_own_names(scan, knowledge) else { return Vec::new() };
    let mut found = Vec::new();
    let mut below = false;
    for (line, heads) in scan.text.paragraphs.iter().zip(&headings) {
        if *heads {
            below = true;
            continue;
        }
        let names = if below { names_of(scan, *line) } else { Vec::new() };
        below = !names.is_empty();
        // "St Hilda's Hospice kitchen" is no hospice.
        let same = |n: &Span| known.iter().any(|k| k.span.overlaps(*n) && k.span.end >= n.end);
        let new = |n: &Span| !is_body(scan, *n) && !same(n);
        found.extend(names.into_iter().filter(new).map(|n| NameMention::bare(n, kind)));
    }
    found
}

/// "Five – very good", "0: urgent improvement necessary"
fn is_heading(scan: &Scan<'_>, line: Span) -> bool {
    let words = scan.text.at(line);
    if words.len() > HEADING {
        return false;
    }
    let cut = [" – ", " — ", " - ", ": "].iter().find_map(|dash| words.split_once(*dash));
    let Some((number, rest)) = cut else { return false };
    let number = number.trim();
    let score = number.parse().ok().or_else(|| cardinal(number)).is_some_and(|n| (0..=6).contains(&n));
    let end = line.start + words.trim_end().len();
    let start = end - rest.trim_end().len();
    let label = |h: &crate::knowledge::lexicon::Hit| {
        h.start == start && h.end == end && matches!(h.sense, Sense::Label(_))
    };
    score && scan.within(Span::new(start, end)).iter().any(label)
}

/// The names of a line, each before its address; none where one part is no name.
fn names_of(scan: &Scan<'_>, line: Span) -> Vec<Span> {
    let mut start = line.start;
    let mut found = Vec::new();
    for part in scan.text.at(line).split(';') {
        let lead = part.len() - part.trim_start().len();
        let name = part.split([',', '(', ':']).next().unwrap_or_default().trim().trim_end_matches('.');
        let named = part.len() <= LINE && is_named(name.trim_end_matches(" kitchen"));
        if !named {
            return Vec::new();
        }
        found.push(Span::new(start + lead, start + lead + name.len()));
        start += part.len() + 1;
    }
    found
}
