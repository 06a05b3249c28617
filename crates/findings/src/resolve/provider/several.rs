//! "Both hospitals", "the two schools": a count and a common noun for several providers named near by. Knows no single
//! one.

use super::{Ix, Mention, Registry};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside};

/// "both hospitals", "the two schools", "all three homes": how many are meant.
pub(super) fn several(scan: &Scan<'_>, noun: Span, words: &str) -> Option<(Span, Option<usize>)> {
    if !words.ends_with('s') {
        return None;
    }
    let floor = scan.text.sentences.get(scan.text.sentence_at(noun.start))?.start;
    let text = scan.text.as_str();
    let mut before = beside::before(text, noun.start, floor).filter(|b| b.joined)?;
    let count = |w: beside::Beside| match Small::lower(scan.text.at(w.span)).as_str() {
        "both" | "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "five" => Some(5),
        _ => None,
    };
    // "two Leeds hospitals"; "Three homes", which opens a sentence, tells of new ones.
    if scan.text.at(before.span) != "Both" && beside::is_capital(scan.text.at(before.span)) {
        before = beside::before(text, before.span.start, floor).filter(|b| b.joined)?;
    }
    let count = Some(count(before)?);
    Some((Span::new(before.span.start, noun.end), count))
}

/// The last so many providers named before a common noun, else the first after it; those right after it first: "two
/// schools, Ashby Primary and Marle Primary".
pub(super) fn group_of(
    scan: &Scan<'_>,
    registry: &Registry,
    named: &[Mention],
    kinds: &[u16],
    noun: Span,
    count: Option<usize>,
) -> Vec<Ix> {
    let fits = |m: &&Mention| {
        registry.entities.get(m.provider).is_some_and(|e| kinds.contains(&e.kind) && e.operator.is_none())
    };
    let split = named.partition_point(|m| m.span.start < noun.start);
    let wanted = count.unwrap_or(2);
    let mut members: Vec<Ix> = Vec::new();
    let (before, after) = named.split_at(split);
    let gap = |m: &Mention| scan.text.as_str().get(noun.end..m.span.start).unwrap_or("x");
    let told = after.first().is_some_and(|m| {
        matches!(gap(m).trim_end_matches("the ").trim(), "," | ":" | "–" | "—" | "-" | "(") && fits(&m)
    });
    let nearest = before.iter().rev().filter(|_| !told);
    for m in nearest.chain(after.iter()).filter(fits) {
        // The trust that runs two hospitals is none of the two.
        let is_trust = registry.entities[m.provider].key.iter().any(|w| w == "trust");
        if members.len() < wanted && !members.contains(&m.provider) && !is_trust {
            members.push(m.provider);
        }
    }
    members.sort_unstable();
    if members.len() == wanted { members } else { Vec::new() }
}
