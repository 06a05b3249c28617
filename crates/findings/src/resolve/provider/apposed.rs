//! Names right beside a common noun: "its sister home, Beechcroft", "in Marle, where the council". Knows no sentence
//! before.

use super::{Ix, Mention};
use crate::scan::Scan;
use crate::text::Span;

/// "the trust's other hospital, Kingsholt Infirmary": the trust only says whose.
pub(super) fn owns_named(scan: &Scan<'_>, noun: Span, names: &[Span]) -> bool {
    let text = scan.text.as_str();
    let rest = &text[noun.end..];
    let Some(owned) = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s ")) else { return false };
    let Some(comma) = owned.find(", ").filter(|&c| c < 40 && !owned[..c].contains('.')) else { return false };
    let at = text.len() - owned.len() + comma + 2;
    let next = names.partition_point(|n| n.start < at);
    names.get(next).is_some_and(|n| n.start == at)
}

/// "its sister home, Beechcroft": the name in apposition says who is meant.
pub(super) fn named_next(scan: &Scan<'_>, named: &[Mention], noun: Span) -> Option<Ix> {
    let sentence = scan.text.sentences.get(scan.text.sentence_at(noun.start))?;
    let rest = scan.text.as_str().get(noun.end..sentence.end)?;
    // "its other home in the area, Beechcroft"
    let place = ["in ", "on ", "at ", "near "];
    let placed = rest.strip_prefix(' ').is_some_and(|r| place.iter().any(|p| r.starts_with(p)));
    let near = rest.as_bytes().get(..rest.len().min(31))?;
    let comma = near
        .windows(2)
        .position(|pair| pair == b", ")
        .filter(|&c| c == 0 || placed && !rest[..c].contains(['.', ';', ':']))?;
    let after = &rest[comma..];
    let gap = [", the ", ", The ", ", "].iter().find(|g| after.starts_with(**g))?;
    let at = noun.end + comma + gap.len();
    let next = named.get(named.partition_point(|m| m.span.start < at))?;
    (next.span.start == at).then_some(next.provider)
}

/// True before " at " and a name.
pub(super) fn named_at(scan: &Scan<'_>, named: &[Mention], noun: Span) -> bool {
    let rest = scan.text.as_str().get(noun.end..).unwrap_or_default();
    let Some(gap) = [" at the ", " at "].iter().find(|gap| rest.starts_with(**gap)) else { return false };
    let at = noun.end + gap.len();
    named.get(named.partition_point(|m| m.span.start < at)).is_some_and(|m| m.span.start == at)
}

/// "in Marle, where the council lost its star": that of the place.
pub(super) fn named_where(scan: &Scan<'_>, named: &[Mention], noun: Span) -> Option<Ix> {
    let before = scan.text.as_str().get(..noun.start)?;
    let end = before.strip_suffix(", where ").or_else(|| before.strip_suffix(" where "))?.len();
    let last = named.partition_point(|m| m.span.end <= end).checked_sub(1).and_then(|i| named.get(i))?;
    (last.span.end == end).then_some(last.provider)
}

/// "Marle, whose council lost its star": that of the place.
pub(super) fn named_whose(scan: &Scan<'_>, named: &[Mention], phrase: Span) -> Option<Ix> {
    scan.text.at(phrase).strip_prefix("whose ")?;
    let end = scan.text.as_str().get(..phrase.start)?.strip_suffix(", ")?.len();
    let last = named.partition_point(|m| m.span.end <= end).checked_sub(1).and_then(|i| named.get(i))?;
    (last.span.end == end).then_some(last.provider)
}
