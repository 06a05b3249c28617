//! What ties a provider to another: "run by Q", "which runs both hospitals". Reads the words between two mentions; knows
//! no judgement and no place.

use super::{Ix, Registry};
use crate::find::provider::operator::{Firm, Tie};
use crate::knowledge::Knowledge;
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
        // "a home near Hollowmere run by Q": the place only says where.
        let told = |m: &&super::Mention| !super::topic::in_passing(scan, m.span, &[]);
        let ran: Vec<Ix> = match firm.tie {
            Tie::RunBy => match (group, before.iter().rev().take_while(here).find(told)) {
                (Some((_, members)), _) => members.clone(),
                (None, Some(m)) => vec![m.provider],
                (None, None) => both_before(scan, sentence, before),
            },
            Tie::Owner => before.last().map(|m| m.provider).into_iter().collect(),
            // "Q runs Fallowden House and Tythe Lodge"
            Tie::Runs => {
                let rest: Vec<Ix> =
                    after.iter().filter(|m| !own(m)).take_while(here).map(|m| m.provider).collect();
                let kind = |p: &Ix| registry.entities.get(*p).map(|e| e.kind);
                let first = rest.first().and_then(kind);
                rest.iter().copied().filter(|p| kind(p) == first).collect()
            }
        };
        let name = scan.text.at(firm.span);
        for member in ran {
            if let Some(entity) = registry.entities.get_mut(member).filter(|e| e.name != name) {
                entity.firm.get_or_insert_with(|| name.to_owned());
            }
        }
    }
}

/// "Both are run by Q": of the last two that the article names before a sentence.
fn both_before(scan: &Scan<'_>, sentence: usize, before: &[super::Mention]) -> Vec<Ix> {
    let words = scan.text.sentences.get(sentence).map(|s| scan.text.at(*s)).unwrap_or_default();
    if !["Both ", "They are both ", "The two "].iter().any(|w| words.starts_with(w)) {
        return Vec::new();
    }
    let mut found: Vec<Ix> = Vec::new();
    for m in before.iter().rev() {
        if found.len() < 2 && !found.contains(&m.provider) {
            found.push(m.provider);
        }
    }
    found
}

/// The trust that an article's hospitals belong to, where it names but one.
pub(super) fn hospitals(registry: &mut Registry, scan: &Scan<'_>, knowledge: &Knowledge) {
    let is_trust = |e: &super::Entity| e.key.iter().any(|w| knowledge.is_own_noun(e.kind, w));
    let of_kind =
        |e: &super::Entity| knowledge.service_id(e.kind).is_some_and(|id| id.as_str() == "hospital-trust");
    let told: Vec<Ix> = registry.mentions.iter().map(|m| m.provider).collect();
    let mut trusts = (0..registry.entities.len())
        .filter(|&p| told.contains(&p) && of_kind(&registry.entities[p]) && is_trust(&registry.entities[p]));
    let (Some(trust), None) = (trusts.next(), trusts.next()) else { return };
    for p in (0..registry.entities.len()).filter(|&p| p != trust) {
        let hospital = registry.entities.get(p).is_some_and(|e| of_kind(e) && e.firm.is_none());
        let told = registry.mentions.iter().filter(|m| m.provider == p);
        let judged = told.into_iter().any(|m| super::topic::is_told(scan, m.span));
        if hospital && judged {
            registry.entities[p].operator.get_or_insert(trust);
        }
    }
}
