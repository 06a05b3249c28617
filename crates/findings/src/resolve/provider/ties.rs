//! What ties a provider to another: "run by Q", "which runs both hospitals". Reads the words between two mentions; knows
//! no judgement and no place.

use super::Registry;
use crate::find::provider::operator::{Firm, Tie};
use crate::scan::Scan;
use crate::text::Span;

const RUN_BY: &[&str] =
    &["run by", "owned by", "managed by", "operated by", "part of", "run for", "belongs to"];
const RUNS: &[&str] = &[
    "which runs",
    "that runs",
    "which manages",
    "which operates",
    "who run",
    "which run",
    "which owns",
    "that manages",
    "responsible for",
    "which is responsible for",
    "runs",
    "manages",
];

/// Who runs whom, where the article says so within a sentence.
pub(super) fn operators(registry: &mut Registry, scan: &Scan<'_>) {
    let sentence_of = |span: Span| scan.text.sentence_at(span.start);
    for pair in 0..registry.mentions.len().saturating_sub(1) {
        let (a, b) = (registry.mentions[pair], registry.mentions[pair + 1]);
        if a.provider == b.provider || sentence_of(a.span) != sentence_of(b.span) {
            continue;
        }
        let between = scan.text.at(Span::new(a.span.end, b.span.start)).to_lowercase();
        let between = between.trim().trim_end_matches("the").trim();
        let ends = |words: &[&str]| {
            words.iter().any(|w| between.ends_with(w)) && between.split_whitespace().count() <= 8
        };
        // "which runs the council's housing services": for the council, not the council itself.
        let for_owner = ends(RUNS) && scan.text.as_str()[b.span.end..].starts_with(['\'', '’']);
        if ends(RUN_BY) || for_owner {
            registry.entities[a.provider].operator.get_or_insert(b.provider);
        } else if ends(RUNS) {
            registry.entities[b.provider].operator.get_or_insert(a.provider);
        }
    }
    for (span, members) in &registry.groups {
        let split = registry.mentions.partition_point(|m| m.span.start < span.start);
        let Some(owner) = split.checked_sub(1).map(|i| registry.mentions[i]) else { continue };
        let between = scan.text.at(Span::new(owner.span.end, span.start)).to_lowercase();
        let runs =
            sentence_of(owner.span) == sentence_of(*span) && RUNS.iter().any(|w| between.trim().ends_with(w));
        for &member in members.iter().filter(|&&m| runs && m != owner.provider) {
            registry.entities[member].operator.get_or_insert(owner.provider);
        }
    }
}

/// Firms that run what is inspected: "run by Q", "its owner, Q", "Q, which runs Plas Gwyn".
pub(super) fn firms(registry: &mut Registry, scan: &Scan<'_>, firms: &[Firm]) {
    for firm in firms {
        let sentence = scan.text.sentence_at(firm.span.start);
        let split = registry.mentions.partition_point(|m| m.span.start < firm.span.start);
        let here = |m: &&super::Mention| scan.text.sentence_at(m.span.start) == sentence;
        let group =
            registry.groups.iter().rev().find(|(span, _)| {
                span.end <= firm.span.start && scan.text.sentence_at(span.start) == sentence
            });
        let (before, after) = registry.mentions.split_at(split);
        let own = |m: &&super::Mention| m.span.overlaps(firm.span);
        let run = match firm.tie {
            Tie::RunBy => before.last().filter(here).map(|m| m.provider),
            Tie::Owner => before.last().map(|m| m.provider),
            Tie::Runs => after.iter().find(|m| !own(m)).filter(here).map(|m| m.provider),
        };
        let members = match (firm.tie, group) {
            (Tie::RunBy, Some((_, members))) => members.clone(),
            _ => run.into_iter().collect(),
        };
        let name = scan.text.at(firm.span);
        for member in members {
            if let Some(entity) = registry.entities.get_mut(member).filter(|e| e.name != name) {
                entity.firm.get_or_insert_with(|| name.to_owned());
            }
        }
    }
}
