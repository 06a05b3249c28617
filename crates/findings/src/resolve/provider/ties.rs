//! What ties a provider to another: "run by Q", "which runs both hospitals". Reads the words between two mentions; knows
//! no judgement and no place.

use super::{Ix, Registry};
use crate::fact::ProviderHow;
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
        // "the company which owns the home, Q": neither runs the other.
        let rest = scan.text.as_str().get(b.span.end..).unwrap_or_default();
        let apposed = rest.strip_prefix(", ").is_some_and(|r| r.starts_with(char::is_uppercase));
        if apposed && a.how == ProviderHow::Generic {
            continue;
        }
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
pub(super) fn firms(registry: &mut Registry, scan: &Scan<'_>, knowledge: &Knowledge, firms: &[Firm]) {
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
                (None, None) if opens(scan, sentence, &["It "]) => {
                    registry.topics.before(sentence).take(1).collect()
                }
                (None, None) => both_before(scan, sentence, before),
            },
            Tie::Owner => {
                let public = |m: &&super::Mention| {
                    registry.entities.get(m.provider).is_some_and(|e| knowledge.one_of_a_place(e.kind))
                };
                let itself = |m: &&super::Mention| {
                    registry.entities.get(m.provider).is_some_and(|e| e.name == scan.text.at(firm.span))
                };
                let of = |m: &&super::Mention| !own(m) && !public(m) && !itself(m);
                before.iter().rev().find(of).map(|m| m.provider).into_iter().collect()
            }
            Tie::Accused => only_home(registry, knowledge, scan.text.at(firm.span)),
            // "Q runs Fallowden House and Tythe Lodge"
            Tie::Runs => {
                let rest: Vec<Ix> =
                    after.iter().filter(|m| !own(m)).take_while(here).map(|m| m.provider).collect();
                let kind = |p: &Ix| registry.entities.get(*p).map(|e| e.kind);
                let first = rest.first().and_then(kind);
                rest.iter().copied().filter(|p| kind(p) == first).collect()
            }
        };
        // "Castlegate Care also owns …", of Castlegate Care Ltd
        let short = scan.text.at(firm.span);
        let longer =
            |f: &&Firm| scan.text.at(f.span).strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
        let name = firms.iter().find(longer).map_or(short, |f| scan.text.at(f.span));
        for member in ran {
            if let Some(entity) = registry.entities.get_mut(member).filter(|e| e.name != name) {
                entity.firm.get_or_insert_with(|| name.to_owned());
            }
        }
    }
}

/// "Both are run by Q": of the last two that the article names before a sentence.
fn both_before(scan: &Scan<'_>, sentence: usize, before: &[super::Mention]) -> Vec<Ix> {
    if !opens(scan, sentence, &["Both ", "They are both ", "The two "]) {
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

/// The one home, nursery or practice that an article names, but for a firm in court itself.
fn only_home(registry: &Registry, knowledge: &Knowledge, firm: &str) -> Vec<Ix> {
    let named = |p: &Ix| {
        let entity = registry.entities.get(*p);
        entity.is_some_and(|e| knowledge.bare_names(e.kind) && e.name != firm)
            && registry.mentions.iter().any(|m| m.provider == *p)
    };
    let mut homes = (0..registry.entities.len()).filter(named);
    match (homes.next(), homes.next()) {
        (Some(one), None) => vec![one],
        _ => Vec::new(),
    }
}

fn opens(scan: &Scan<'_>, sentence: usize, words: &[&str]) -> bool {
    let begins = |s: &Span| words.iter().any(|w| scan.text.at(*s).starts_with(w));
    scan.text.sentences.get(sentence).is_some_and(begins)
}

/// "The company's other home, Penn House, was …", "Its sister home …", "The company runs two other homes. Penn House
/// …": the one firm of an article runs these as well.
pub(super) fn siblings(registry: &mut Registry, scan: &Scan<'_>, firms: &[Firm]) {
    let mut names = registry.entities.iter().filter_map(|e| e.firm.as_ref());
    let Some(name) = names.next().cloned().filter(|name| names.all(|n| n == name)) else { return };
    let Some(told) = firms.iter().map(|f| f.span.start).min() else { return };
    for m in registry.mentions.iter().filter(|m| m.how == ProviderHow::Name && m.span.start > told) {
        let free =
            registry.entities.get(m.provider).is_some_and(|e| e.firm.is_none() && e.operator.is_none());
        if free
            && is_sibling(scan, m.span)
            && let Some(entity) = registry.entities.get_mut(m.provider).filter(|e| e.name != name)
        {
            entity.firm = Some(name.clone());
        }
    }
}

/// True where the words about a name say that the company told of runs it too.
fn is_sibling(scan: &Scan<'_>, name: Span) -> bool {
    const COMPANY: &[&str] =
        &["The company", "The group", "The firm", "The provider", "The charity", "The trust"];
    const OTHER: &[&str] = &["Its sister ", "Its other ", "Its second ", "A sister "];
    const ALSO: &[&str] = &[" also runs", " also owns", " also operates", " also manages"];
    const MORE: &[&str] = &[" runs ", " owns ", " operates ", " has ", " manages "];
    const AFTER: &[&str] =
        &[", the company’s ", ", the company's ", ", the group’s ", ", the group's ", ", also run by "];
    let at = scan.text.sentence_at(name.start);
    let Some(sentence) = scan.text.sentences.get(at) else { return false };
    let text = scan.text.as_str();
    let before = text.get(sentence.start..name.start).unwrap_or_default();
    let company = |words: &str| COMPANY.iter().find_map(|c| words.strip_prefix(c).map(str::len));
    let rest = company(before).and_then(|left| before.get(before.len() - left..));
    let near = before.split(' ').count() <= 10;
    let own = rest.is_some_and(|r| {
        r.starts_with("’s ") || r.starts_with("'s ") || ALSO.iter().any(|a| r.starts_with(a))
    });
    // "It also runs Penn House"
    let it = before.strip_prefix("It").is_some_and(|r| ALSO.iter().any(|a| r.starts_with(a)));
    let begun = || {
        let last = scan.text.sentences.get(at.checked_sub(1)?)?;
        let words = scan.text.at(*last);
        let rest = words.get(words.len() - company(words)?..)?;
        let other = rest.contains(" other ") || rest.contains(" more ");
        Some(other && MORE.iter().any(|m| rest.starts_with(m)))
    };
    let behind = text.get(name.end..).unwrap_or_default();
    near && (own || it || OTHER.iter().any(|o| before.starts_with(o)))
        || before.is_empty() && begun().unwrap_or(false)
        || AFTER.iter().any(|a| behind.starts_with(a))
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
